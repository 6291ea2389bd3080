"""The REST API keeps what its served document promises: requests made from the document, judged by a tool that is not ours."""

import json
import urllib.error
import urllib.request

import hypothesis
import pytest
import schemathesis
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance, response_schema_conformance, status_code_conformance,
)

from journey import add_number, connect, log_in
from processes import ROOT

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def token(chromium, stack):
    """A connected workplace with one number, and a token for its scripts."""
    context = chromium.new_context()
    page = context.new_page()
    log_in(page, stack)
    connect(page, stack)
    add_number(page, stack, friendly_name="Sales line")
    context.close()
    created = stack.command("token", "create", "--workplace", stack.workplace, "--data", stack.folder)
    assert created.returncode == 0, created.stderr
    return created.stdout.split()[-1]


def get(stack, token=None, path="openapi.json"):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with urllib.request.urlopen(urllib.request.Request(f"{stack.url}/api/{path}", headers=headers), timeout=10) as answer:
        return json.load(answer)


def instances(stack, token, models):
    """An id of each model that has an instance here."""
    lists = {model: get(stack, token, f"{stack.workplace}/models/{model}?limit=1")["items"] for model in models}
    return {model: items[0]["id"] for model, items in lists.items() if items}


def test_the_served_document_is_the_generated_one(stack, token):
    document = get(stack, token)
    assert document == json.loads((ROOT / "Generated" / "openapi.json").read_text())
    assert [str(error) for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_without_credentials_there_is_no_document(stack):
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(stack)
    assert refused.value.code == 401


def test_answers_are_what_the_document_says(stack, token):
    """Up to fifteen requests an operation, right and wrong ones, the same in every run."""
    document = get(stack, token)
    schema = schemathesis.openapi.from_dict(document)
    models = {path.split("/")[4] for path in document["paths"] if path.startswith("/api/{workplace}/models/")}
    ids = instances(stack, token, models)
    assert set(ids) == {"meta_connection", "whatsapp_phone_number"}
    seen = {}

    for result in schema.get_all_operations():
        operation = result.ok()

        @hypothesis.settings(
            max_examples=15, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(hypothesis.HealthCheck), phases=[hypothesis.Phase.generate])
        @hypothesis.given(case=operation.as_strategy())
        def answers(case):
            case.path_parameters = {**(case.path_parameters or {}), "workplace": stack.workplace}
            # What is there is asked for by its id; of the models that have nothing, something is that is not there.
            if "id" in case.path_parameters:
                case.path_parameters["id"] = ids.get(operation.path.split("/")[4], case.path_parameters["id"])
            response = case.call(base_url=stack.url, headers={"Authorization": f"Bearer {token}"}, timeout=20)
            case.validate_response(response, checks=CHECKS)
            seen.setdefault(operation.label, set()).add(response.status_code)

        answers()
    assert len(seen) == sum(1 for _ in schema.get_all_operations())
    # Of each kind of operation not only refusals were looked at.
    for operation in ("GET /api/{workplace}/tools", "POST /api/{workplace}/tools/fetch_registered_wa_business_numbers"):
        assert 200 in seen[operation], seen
    for path, method in [("", "GET"), ("/{id}", "GET"), ("/{id}", "PATCH")]:
        assert 200 in seen[f"{method} /api/{{workplace}}/models/whatsapp_phone_number{path}"], seen
