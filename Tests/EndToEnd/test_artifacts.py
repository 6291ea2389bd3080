"""What is generated besides Swift, judged by programs that are not ours: validators, and the databases themselves."""

import json
import os
import sqlite3
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from mcp.types import ListToolsResult
from openapi_spec_validator import OpenAPIV31SpecValidator

from postgres import PostgreSQL
from processes import BINARIES, ROOT, run

FIXTURES = ROOT / "Tests" / "ManifestCompilerTests" / "Fixtures"
# The specification's schemas, one file a revision of the protocol.
MCP_SCHEMAS = sorted(Path(os.environ["INTEGRATIONKIT_MCP_SCHEMAS"]).glob("*.schema.json")) if "INTEGRATIONKIT_MCP_SCHEMAS" in os.environ else []


def manifests():
    for path in sorted([*(FIXTURES / "valid").iterdir(), *(FIXTURES / "integrations").iterdir()]):
        if (path / "integration.yaml").exists():
            yield pytest.param(path / "integration.yaml", id=path.name)
        elif path.suffix == ".yaml":
            yield pytest.param(path, id=path.stem)
    yield pytest.param(ROOT / "integration.yaml", id="Meta")


@pytest.fixture(scope="session", params=manifests())
def generated(request, tmp_path_factory):
    """The folder of everything that a manifest gives."""
    folder = tmp_path_factory.mktemp("generated")
    result = run(BINARIES / "integration", "generate", request.param, "--output", folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def postgres():
    with PostgreSQL() as server:
        yield server


def document(folder, name):
    return json.loads((folder / name).read_text())


def problems(validator, value):
    return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(value)]


def test_schemas_of_tools_are_schemas(generated):
    for tool in document(generated, "tools.json")["tools"]:
        for key in ("inputSchema", "outputSchema"):
            if key in tool:
                Draft202012Validator.check_schema(tool[key])
                assert tool[key]["type"] == "object"


@pytest.mark.parametrize("schema", MCP_SCHEMAS, ids=lambda path: path.name)
def test_the_list_of_tools_is_one_in_every_revision(generated, schema):
    definitions = json.loads(schema.read_text())
    key = "$defs" if "$defs" in definitions else "definitions"
    validator = validator_for(definitions)
    assert problems(validator({**definitions, "$ref": f"#/{key}/ListToolsResult"}), document(generated, "tools.json")) == []


def test_the_official_client_reads_the_list_of_tools(generated):
    listed = document(generated, "tools.json")
    tools = ListToolsResult.model_validate(listed).tools
    assert [tool.name for tool in tools] == [tool["name"] for tool in listed["tools"]]
    for tool, written in zip(tools, listed["tools"]):
        read = tool.model_dump(by_alias=True, exclude_none=True, mode="json")
        assert read == written, "the client loses or adds something"


def test_openapi(generated):
    errors = OpenAPIV31SpecValidator(document(generated, "openapi.json")).iter_errors()
    assert [str(error) for error in errors] == []


def test_platform_config(generated):
    schema = json.loads((ROOT / "Tests" / "EndToEnd" / "platform_config.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    assert problems(Draft202012Validator(schema), document(generated, "platform-config.json")) == []


def test_lock_is_canonical(generated):
    text = (generated / "manifest.lock.json").read_text()
    lock = json.loads(text)

    def is_sorted(value):
        if isinstance(value, dict):
            return list(value) == sorted(value) and all(map(is_sorted, value.values()))
        return all(map(is_sorted, value)) if isinstance(value, list) else True

    assert is_sorted(lock)
    assert (lock["lock"], lock["manifest"]) == (1, 1)


def test_sqlite_takes_its_schema(generated):
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA foreign_keys = ON")
    database.executescript((generated / "sqlite.sql").read_text())
    lock = document(generated, "manifest.lock.json")
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE name LIKE 'model!_%' ESCAPE '!' AND type = 'table'")}
    assert tables == {f"model_{handle}" for handle in lock.get("models", {})}


def test_postgresql_takes_its_schema(generated, postgres):
    database = postgres.database(generated.name)
    postgres.execute("BEGIN;\n" + (generated / "postgres.sql").read_text() + "\nCOMMIT;", database)
    answer = postgres.execute(
        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_name LIKE 'model!_%' ESCAPE '!'",
        database)
    columns = set(answer.split())
    embedded = sqlite3.connect(":memory:")
    embedded.executescript((generated / "sqlite.sql").read_text())
    expected = {
        f"{table}.{column}" for table, column in embedded.execute(
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
            " WHERE t.type = 'table' AND t.name LIKE 'model!_%' ESCAPE '!'")}
    assert columns == expected


def test_schema_for_editors_is_a_schema():
    schema = run(BINARIES / "integration", "schema")
    assert schema.returncode == 0
    Draft202012Validator.check_schema(json.loads(schema.stdout))


def test_reference_of_the_language_is_fresh():
    """Mend it with `integration docs > docs/Manifest.md`."""
    assert (ROOT / "docs" / "Manifest.md").read_text() == run(BINARIES / "integration", "docs").stdout
