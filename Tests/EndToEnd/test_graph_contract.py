"""What the tests ask of the sandbox, and what it answers, keeps Meta's own description of the WhatsApp API.

Every exchange that earlier tests noted is checked, so this file comes last (see conftest.py).
"""

import json
import os
import re
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import yaml

DOCUMENT = os.environ.get("INTEGRATIONKIT_GRAPH_OPENAPI")
EXCHANGES = os.environ.get("INTEGRATIONKIT_GRAPH_EXCHANGES")

pytestmark = [
    pytest.mark.skipif(not DOCUMENT, reason="INTEGRATIONKIT_GRAPH_OPENAPI names Meta's OpenAPI document"),
    pytest.mark.skipif(not EXCHANGES, reason="INTEGRATIONKIT_GRAPH_EXCHANGES names the file of noted exchanges"),
]

# Objects of the seeded world by the beginnings of their ids; those that tests make are known by what they answer.
KINDS = [
    ("61552", "Phone-Number-ID"), ("73011", "WABA-ID"), ("55002", "Business-ID"), ("229017445501880", "TEMPLATE_ID"),
    ("Y2FwaV9ncm91cDo", "group_id")]

# Where the document and the real API part, and why the sandbox does what it does. The document is of v23 and idealised in
# places; Meta's pages and clients in production show the other shape.
DEVIATIONS = [
    (r"messages request .*'recipient_type' is a required property", "left out it means individual, as Meta's pages say"),
    (r"messages request .*'type' is a required property", "left out it means text, as Meta's pages say"),
    (r"messages request .*'to' is a required property", "business-scoped ids go into recipient since 2026"),
    (r"messages request .*'recipient' was unexpected", "business-scoped ids go into recipient since 2026"),
    (r"'biz_opaque_callback_data' was unexpected", "Meta's pages and pywa have it, and statuses return it"),
    (r"template.components\[\d+\].index", "counts from 0, and numbers are taken, too; the document's pattern is a slip"),
    (r"phone_numbers .*: 'status' is a required property", "is not among the fields that come unasked"),
    (r"status: '(CONNECTED|DISCONNECTED|PENDING)' is not one of", "what the real API answers, says pywa"),
    (r"business_verification_status: 'verified' is not one of", "the real API writes it small"),
    (r"ownership_type: 'SELF' is not one of", "what the real API answers, says pywa"),
    (r"subscribed_apps: {'data'", "an edge inside a node has data, as all of them"),
    (r"location.*is not of type 'string'", "Meta's own examples write degrees as numbers"),
    (r"interactive\.(type|action): .*(cta_url|send_location|location_request_message|carousel|voice_call|address_message|request_contact_info)", "kinds of newer pages"),
    (r"template.language: 'policy' is a required property", "deterministic is the only policy, and the default"),
    (r"code_verification_status: '(NOT_VERIFIED|EXPIRED)' is not one of", "what the real API answers, says pywa"),
]


@pytest.fixture(scope="module")
def document():
    return yaml.load(Path(DOCUMENT).read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@pytest.fixture(scope="module")
def exchanges():
    return [json.loads(line) for line in Path(EXCHANGES).read_text().splitlines()]


def template(exchange) -> str | None:
    """The path of the document that describes an exchange, if one does."""
    first, *rest = exchange["path"].strip("/").split("/")
    kind = next((name for prefix, name in KINDS if first.startswith(prefix)), None)
    if kind is None and first.isdigit():
        parameters, answer = exchange["parameters"], exchange["answer"]
        if rest or exchange["method"] == "POST":
            product = parameters.get("messaging_product") == "whatsapp"
            kind = "Phone-Number-ID" if product or rest in (["request_code"], ["verify_code"]) else None
        elif "mime_type" in answer:
            kind = "Media-ID"
    return "/".join(["", "{Version}", f"{{{kind}}}", *rest]) if kind else None


def operation(document, exchange):
    path = template(exchange)
    # Marking as read and typing share the path of messages; the document describes messages only.
    if "status" in exchange["parameters"] and exchange["path"].endswith("/messages"):
        return path, None
    described = document["paths"].get(path, {}) if path else {}
    return path, described.get(exchange["method"].lower())


def follow(document, node):
    """A node of the document, with a reference followed."""
    while isinstance(node, dict) and "$ref" in node:
        target = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def without_nulls(value):
    """JSON's null counts as not sent."""
    if isinstance(value, dict):
        return {key: without_nulls(it) for key, it in value.items() if it is not None}
    return [without_nulls(it) for it in value] if isinstance(value, list) else value


def asked(exchange):
    """The body as the document knows it: the proof of the token goes with calls of every kind."""
    return {key: it for key, it in without_nulls(exchange["parameters"]).items() if key != "appsecret_proof"}


def merged(document, schema):
    """One object schema of an `allOf`, whose parts each forbid the others' properties and so could never hold together."""
    parts = [merged(document, part) for part in follow(document, schema).get("allOf", [])]
    if not parts:
        return follow(document, schema)
    return {
        "type": "object", "properties": {name: it for part in parts for name, it in part.get("properties", {}).items()},
        "required": [name for part in parts for name in part.get("required", [])],
        "additionalProperties": all(part.get("additionalProperties", True) for part in parts),
    }


def chosen(document, schema, value):
    """The branch of a `oneOf` that a message's `type` names; without one that fits, the schema itself."""
    schema = follow(document, schema)
    branches = [merged(document, branch) for branch in schema.get("oneOf", [])] or [merged(document, schema)]
    kind = value.get("type", "text") if isinstance(value, dict) else None
    for branch in branches:
        if len(branches) == 1 or kind in branch.get("properties", {}).get("type", {}).get("enum", []):
            return branch
    return schema


@pytest.fixture(scope="module")
def problems(document):
    """What of a value a schema of the document does not allow.

    Fields that a call selects are the only ones that its answer has, whatever the document requires.
    """
    validators = {}

    def find(schema, value, selected=()):
        kind = value.get("type") if isinstance(value, dict) else None
        key = (id(schema), kind if isinstance(kind, str) else None)
        if key not in validators:
            validators[key] = jsonschema.Draft202012Validator(
                {"components": document["components"], **chosen(document, schema, value)})
        return sorted(
            f"{error.json_path}: {error.message[:160]}" for error in validators[key].iter_errors(value)
            if not (selected and error.validator == "required"))

    return find


def test_requests_and_answers_keep_the_document(document, exchanges, problems):
    checked, broken = Counter(), {}
    for exchange in exchanges:
        path, described = operation(document, exchange)
        if not described:
            continue
        name = f"{exchange['method']} {path}"
        if exchange["status"] == 200:
            content = follow(document, described.get("requestBody") or {}).get("content", {})
            body = content.get("application/json")
            if body and exchange["is_json"]:
                checked[name + " request"] += 1
                for problem in problems(body["schema"], asked(exchange)):
                    broken.setdefault((name, "request", problem), exchange["parameters"])
        answer = follow(document, described["responses"].get(str(exchange["status"]), {}))
        schema = answer.get("content", {}).get("application/json", {}).get("schema")
        if schema:
            checked[name + f" {exchange['status']}"] += 1
            for problem in problems(schema, exchange["answer"], exchange["parameters"].get("fields")):
                broken.setdefault((name, str(exchange["status"]), problem), exchange["answer"])
    unexplained = {
        key: value for key, value in broken.items()
        if not any(re.search(place, " ".join(key)) for place, _ in DEVIATIONS)
    }
    report = "\n".join(f"{' '.join(key)}\n    {json.dumps(value)[:300]}" for key, value in unexplained.items())
    assert not unexplained, report
    assert len(checked) >= 15, checked
