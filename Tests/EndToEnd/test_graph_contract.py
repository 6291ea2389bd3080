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
KINDS = [("61552", "Phone-Number-ID"), ("73011", "WABA-ID"), ("55002", "Business-ID"), ("229017445501880", "TEMPLATE_ID")]

# Where the document and the real API part, and which of the two the sandbox follows. The document calls itself v23 and
# "idealised" in places; pages of Meta's documentation and clients in production use show the other shape.
DEVIATIONS: list[tuple[str, str, str]] = []


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


def problems(document, schema, value):
    """What of a value the document's schema does not allow."""
    schema = {"components": document["components"], **schema}
    return sorted(
        f"{error.json_path}: {error.message[:160]}" for error in jsonschema.Draft202012Validator(schema).iter_errors(value))


def test_requests_and_answers_keep_the_document(document, exchanges):
    checked, broken = Counter(), {}
    for exchange in exchanges:
        path, described = operation(document, exchange)
        if not described:
            continue
        name = f"{exchange['method']} {path}"
        if exchange["status"] == 200:
            content = follow(document, described.get("requestBody") or {}).get("content", {})
            body = content.get("application/json")
            if body and exchange["parameters"] and not exchange["files"]:
                checked[name + " request"] += 1
                for problem in problems(document, body["schema"], exchange["parameters"]):
                    broken.setdefault((name, "request", problem), exchange["parameters"])
        answer = follow(document, described["responses"].get(str(exchange["status"]), {}))
        schema = answer.get("content", {}).get("application/json", {}).get("schema")
        if schema:
            checked[name + f" {exchange['status']}"] += 1
            for problem in problems(document, schema, exchange["answer"]):
                broken.setdefault((name, str(exchange["status"]), problem), exchange["answer"])
    unexplained = {
        key: value for key, value in broken.items()
        if not any(re.search(place, " ".join(key)) for place, _, _ in DEVIATIONS)
    }
    report = "\n".join(f"{' '.join(key)}\n    {json.dumps(value)[:300]}" for key, value in unexplained.items())
    assert not unexplained, report
    assert len(checked) > 20, checked
