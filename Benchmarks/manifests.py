"""Manifests of any size: models of twenty fields, and half as many tools; and the same schemas as OpenAPI.

The fields are of the kinds that real manifests have, in the shares that they have there: mostly short text, some
numbers and times, options, bounds and formats, one encrypted field, prose for each.
"""

# Each: handle, what the manifest says besides the description, the same in JSON Schema, the Swift type, description.
FIELDS = [
    ("name", "type: STRING, required: true, min_length: 1, max_length: 120",
     {"type": "string", "minLength": 1, "maxLength": 120}, "String", "The name people know it by"),
    ("email", "type: STRING, format: email, pii: CONTACT",
     {"type": "string", "format": "email"}, "String?", "Where it is written to"),
    ("phone", "type: STRING, format: phone, unique: true", {"type": "string"}, "String?", "Phone number in E.164 form"),
    ("status", "type: STRING, options: [DRAFT, ACTIVE, PAUSED, CLOSED], default: DRAFT",
     {"type": "string", "enum": ["DRAFT", "ACTIVE", "PAUSED", "CLOSED"], "default": "DRAFT"}, "Status",
     "Where it stands"),
    ("priority", "type: STRING, options: [LOW, NORMAL, HIGH]",
     {"type": "string", "enum": ["LOW", "NORMAL", "HIGH"]}, "Priority?", "How soon it is looked at"),
    ("amount", "type: DECIMAL, min: 0", {"type": "number", "minimum": 0}, "Decimal?", "The agreed amount"),
    ("quantity", "type: INTEGER, min: 0, max: 100000, default: 1",
     {"type": "integer", "minimum": 0, "maximum": 100000, "default": 1}, "Int", "How many there are"),
    ("weight", "type: NUMBER", {"type": "number"}, "Double?", "Weight in kilograms"),
    ("is_public", "type: BOOLEAN, default: false", {"type": "boolean", "default": False}, "Bool",
     "Whether everybody may see it"),
    ("starts_at", "type: DATETIME", {"type": "string", "format": "date-time"}, "Date?", "When it begins"),
    ("ends_at", "type: DATETIME", {"type": "string", "format": "date-time"}, "Date?", "When it is over"),
    ("due_on", "type: DATE", {"type": "string", "format": "date"}, "Date?", "The last day"),
    ("website", "type: STRING, format: https_url", {"type": "string", "format": "uri"}, "URL?", "Its page"),
    ("country", "type: STRING, format: country", {"type": "string"}, "String?", "Country as ISO 3166-1 alpha-2"),
    ("language", "type: STRING, format: language", {"type": "string"}, "String?", "Language that it is written in"),
    ("tags", "type: '[STRING]', max_items: 20", {"type": "array", "maxItems": 20, "items": {"type": "string"}},
     "[String]?", "Words to find it by"),
    ("remote_id", "type: STRING, required: true, pattern: '^[a-z0-9_]+$'",
     {"type": "string", "pattern": "^[a-z0-9_]+$"}, "String", "Its id at the provider"),
    ("token", "type: STRING, visibility: ENCRYPTED", {"type": "string"}, "String?", "What the provider asks for"),
    ("notes", "type: LONG_STRING, owner: WORKPLACE", {"type": "string"}, "String?", "What the workplace writes of it"),
    ("rating", "type: INTEGER, min: 1, max: 5, owner: WORKPLACE", {"type": "integer", "minimum": 1, "maximum": 5},
     "Int?", "How the workplace likes it"),
]


def manifest(models: int) -> str:
    """A manifest with so many models."""
    lines = [
        "manifest: 1", "handle: benchmark", "name: Benchmark", "version: 1.0.0",
        "description: Many models of twenty fields, and half as many tools.", "models:",
    ]
    for index in range(models):
        lines += [
            f"  record_{index}:", "    scope: INTERNAL", f"    description: Record number {index} of the benchmark.",
            "    identity: remote_id", "    title: '{{ name }}'", "    fields:",
        ]
        lines += [f"      {name}: {{ {rule}, description: {text} }}" for name, rule, _, _, text in FIELDS]
    lines.append("tools:")
    for index in range(models // 2):
        lines += [
            f"  update_record_{index}:", f"    description: Changes record number {index}.", "    input:",
            f"      id: {{ type: record_{index}.id, description: Which one }}",
            "      name: { type: STRING?, max_length: 120, description: Its new name }",
            f"      status: {{ type: 'record_{index}.status?', description: Its new status }}",
            "      quantity: { type: INTEGER, min: 0, default: 1, description: How many }",
            "    output:", f"      id: {{ type: record_{index}.id, description: The record }}", "      changed: BOOLEAN",
            "    annotations: { idempotent: true }", "    timeout: 10s",
        ]
    return "\n".join(lines) + "\n"


def openapi(models: int) -> dict:
    """The same models as schemas of an OpenAPI document, with an operation for each tool."""
    def described(schema: dict, text: str) -> dict:
        return schema | {"description": text}

    schemas = {}
    for index in range(models):
        schemas[f"Record{index}"] = {
            "type": "object", "description": f"Record number {index} of the benchmark.",
            "required": ["name", "remote_id"],
            "properties": {name: described(schema, text) for name, _, schema, _, text in FIELDS},
        }
    paths = {}
    for index in range(models // 2):
        reference = {"$ref": f"#/components/schemas/Record{index}"}
        content = {"application/json": {"schema": reference}}
        paths[f"/tools/update_record_{index}"] = {"post": {
            "operationId": f"updateRecord{index}", "summary": f"Changes record number {index}.",
            "requestBody": {"required": True, "content": content},
            "responses": {"200": {"description": "The record", "content": content}},
        }}
    return {
        "openapi": "3.0.3", "info": {"title": "Benchmark", "version": "1.0.0"}, "paths": paths,
        "components": {"schemas": schemas},
    }


def codable(models: int) -> str:
    """The same models as structs whose Codable and Hashable the compiler synthesises."""
    lines = ["import Foundation", ""]
    for index in range(models):
        lines += [
            f"/// Record number {index} of the benchmark.", f"struct Record{index}: Codable, Hashable, Sendable {{",
            "    enum Status: String, Codable, Sendable { case draft = \"DRAFT\", active = \"ACTIVE\","
            " paused = \"PAUSED\", closed = \"CLOSED\" }",
            "    enum Priority: String, Codable, Sendable { case low = \"LOW\", normal = \"NORMAL\", high = \"HIGH\" }",
        ]
        for name, _, _, kind, text in FIELDS:
            words = name.split("_")
            lines += [f"    /// {text}", f"    var {words[0]}{''.join(word.capitalize() for word in words[1:])}: {kind}"]
        lines += ["}", ""]
    return "\n".join(lines)
