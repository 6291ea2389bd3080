/// `openapi.json`: the REST surface of the runtime in OpenAPI 3.1: every tool and every model of one workplace.
func openAPIDocument(_ context: GenerationContext) -> JSONTree {
    var document = OpenAPIDocument(context)
    return document.build()
}

/// Collects paths, and the schemas that they share.
struct OpenAPIDocument {
    let context: GenerationContext
    private var schemas: [JSONTree.Member] = []
    private var schemaNames: Set<String> = []

    init(_ context: GenerationContext) {
        self.context = context
        for schema in OpenAPIProblem.schemas { add(schema.key, schema.value) }
    }

    mutating func build() -> JSONTree {
        let manifest = context.manifest
        var paths: [JSONTree.Member] = []
        if !manifest.tools.isEmpty { paths.append(toolList) }
        for tool in manifest.tools { paths.append(call(of: tool)) }
        for model in manifest.models { paths += instances(of: model) }
        let description = manifest.header.description.map { JSONTree.Member("description", .string($0)) }
        return [
            "openapi": "3.1.1",
            "info": .object(
                [.init("title", .string(manifest.header.name)), .init("version", .string(manifest.header.version))]
                    + [description].compactMap(\.self)),
            "servers": [["url": "/", "description": "The runtime that serves this document."]],
            "security": [["token": []]],
            "tags": [["name": "Tools"], ["name": "Models"]],
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "A token of the workplace; `token create` makes one.",
                    ]
                ],
                "parameters": ["workplace": OpenAPIParameter.workplace],
                "responses": OpenAPIProblem.responses,
                "schemas": .object(schemas),
            ],
        ]
    }

    // MARK: Tools

    private var toolList: JSONTree.Member {
        let list: JSONTree = [
            "type": "object",
            "properties": ["items": ["type": "array", "items": ["type": "object"]]], "required": ["items"],
        ]
        return path(
            "/tools",
            [
                .init(
                    "get",
                    operation(
                        "listTools", tag: "Tools", summary: "List tools", description: nil,
                        answer: ("Every tool with its schemas.", list)))
            ])
    }

    private mutating func call(of tool: ToolDeclaration) -> JSONTree.Member {
        let name = "tools.\(tool.handle)"
        let input = component("\(name).input", SchemaTranslator.input(of: tool, context))
        let output =
            SchemaTranslator.output(of: tool, context).map { component("\(name).output", $0) } ?? ["type": "null"]
        let answer: JSONTree = ["type": "object", "properties": ["output": output], "required": ["output"]]
        var operation = operation(
            "call.\(tool.handle)", tag: "Tools", summary: context.names.label(tool), description: tool.description,
            parameters: [OpenAPIParameter.idempotencyKey], body: input, answer: ("What the tool returned.", answer),
            problems: OpenAPIProblem.ofTools)
        if tool.deprecation != nil { operation.append("deprecated", true) }
        return path("/tools/\(tool.wireName.percentEncoded)", [.init("post", operation)])
    }

    // MARK: Models

    private mutating func instances(of model: ModelDeclaration) -> [JSONTree.Member] {
        let label = context.names.label(model)
        let plural = context.names.pluralLabel(model)
        let name = "models.\(model.handle)"
        let instance = component(name, schema(of: model, name))
        let page: JSONTree = [
            "type": "object",
            "properties": [
                "items": ["type": "array", "items": instance],
                "total": ["type": "integer", "description": "How many there are without `limit` and `offset`."],
                "limit": ["type": "integer"], "offset": ["type": "integer"],
            ],
            "required": ["items", "total", "limit", "offset"],
        ]
        var filters: [JSONTree] = []
        for field in model.storedFields { if let filter = filter(of: field) { filters.append(filter) } }
        let list = operation(
            "list.\(model.handle)", tag: "Models", summary: "List \(plural)", description: model.description,
            parameters: OpenAPIParameter.paging + filters,
            answer: ("Those that fit, in order.", page), problems: ["400", "422"])
        var one = [
            JSONTree.Member(
                "get",
                operation(
                    "get.\(model.handle)", tag: "Models", summary: "Get one: \(label)", description: nil,
                    answer: ("The instance.", instance)))
        ]
        let writable = model.fields.filter { $0.owner != .app && !$0.isSystem }
        if !writable.isEmpty {
            let changes = component("\(name).changes", changes(writable, "\(name).changes"))
            one.append(
                .init(
                    "patch",
                    operation(
                        "update.\(model.handle)", tag: "Models", summary: "Change one: \(label)",
                        description: "Fields that are left out stay as they are.", body: changes,
                        answer: ("The instance as it is now.", instance), problems: ["409"])))
        }
        return [
            path("/models/\(model.handle)", [.init("get", list)]),
            path("/models/\(model.handle)/{id}", one, parameters: [OpenAPIParameter.id]),
        ]
    }

    /// Everything is there; what has no value is null, and of a secret only whether there is one.
    private mutating func schema(of model: ModelDeclaration, _ name: String) -> JSONTree {
        let implicit = model.implicitFields
        let fields = [implicit[0]] + model.storedFields.map { $0.asAnswered(in: model) } + implicit[1...]
        let (properties, definitions) = SchemaTranslator.fields(fields, context, .output)
        let schema = JSONTree.object([
            .init("type", "object"), .init("title", .string(context.names.label(model))),
            .init("properties", .object(properties)),
            .init("required", .array(properties.map { .string($0.key) })),
        ])
        return hoisted(schema, definitions, prefix: name)
    }

    private mutating func changes(_ fields: [FieldDeclaration], _ name: String) -> JSONTree {
        let (properties, definitions) = SchemaTranslator.fields(fields, context, .input)
        let schema = JSONTree.object([
            .init("type", "object"), .init("properties", .object(properties)),
            .init("additionalProperties", false),
        ])
        return hoisted(schema, definitions, prefix: name)
    }

    /// `field[GTE]=…`: the comparisons of a field as one parameter.
    private mutating func filter(of field: FieldDeclaration) -> JSONTree? {
        let source = context.manifest.origin(of: field).field
        guard field.visibility == .visible, source.type.element.scalar != .object else { return nil }
        let isList = field.type.isList || source.type.isList
        return [
            "name": .string(field.handle), "in": "query", "style": "deepObject", "explode": true,
            "description": .string("Compares \(context.names.label(field)); `IN` takes values between commas."),
            "schema": comparisons(isList: isList, isText: source.type.element.scalar?.isText == true),
        ]
    }

    /// What a field can be compared by: the same for all fields of a kind.
    private mutating func comparisons(isList: Bool, isText: Bool) -> JSONTree {
        let name = "comparisons.\(isList ? "list" : isText ? "text" : "value")"
        if !schemaNames.contains(name) {
            let comparisons = ModelQuery.Comparison.allCases.filter {
                if isList { return $0 == .contains }
                return $0 != .contains || isText
            }
            let properties = comparisons.map { JSONTree.Member($0.rawValue, ["type": "string"]) }
            add(name, ["type": "object", "properties": .object(properties), "additionalProperties": false])
        }
        return Self.reference(name)
    }

    // MARK: Parts

    private func path(
        _ path: String, _ operations: [JSONTree.Member], parameters: [JSONTree] = []
    ) -> JSONTree.Member {
        let workplace: JSONTree = ["$ref": "#/components/parameters/workplace"]
        let all = JSONTree.Member("parameters", .array([workplace] + parameters))
        return .init("/api/{workplace}\(path)", .object([all] + operations))
    }

    private func operation(
        _ id: String, tag: String, summary: String, description: String?, parameters: [JSONTree] = [],
        body: JSONTree? = nil, answer: (description: String, schema: JSONTree), problems: [String] = []
    ) -> JSONTree {
        var members: [JSONTree.Member] = [
            .init("operationId", .string(id)), .init("tags", [.string(tag)]), .init("summary", .string(summary)),
        ]
        if let description { members.append(.init("description", .string(description))) }
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body {
            members.append(
                .init("requestBody", ["required": true, "content": ["application/json": ["schema": body]]]))
        }
        let success: JSONTree = [
            "description": .string(answer.description), "content": ["application/json": ["schema": answer.schema]],
        ]
        let codes = Set(problems + ["401", "404", "429"] + (body == nil ? [] : ["400", "413", "415", "422"]))
        let failures = codes.sorted().map {
            JSONTree.Member($0, ["$ref": .string("#/components/responses/\(OpenAPIProblem.name(of: $0))")])
        }
        members.append(.init("responses", .object([.init("200", success)] + failures)))
        return .object(members)
    }

    /// Puts a schema among the components; what it defines itself goes there too.
    private mutating func component(_ name: String, _ schema: JSONTree) -> JSONTree {
        guard case .object(var members) = schema else { return schema }
        var definitions: [JSONTree.Member] = []
        if let index = members.firstIndex(where: { $0.key == "$defs" }),
            case .object(let found) = members.remove(at: index).value
        {
            definitions = found
        }
        add(name, hoisted(.object(members), definitions, prefix: name))
        return Self.reference(name)
    }

    private mutating func add(_ name: String, _ schema: JSONTree) {
        if schemaNames.insert(name).inserted { schemas.append(.init(name, schema)) }
    }

    private static func reference(_ name: String) -> JSONTree { ["$ref": .string("#/components/schemas/\(name)")] }

    private mutating func hoisted(_ schema: JSONTree, _ definitions: [JSONTree.Member], prefix: String) -> JSONTree {
        guard !definitions.isEmpty else { return schema }
        func moved(_ tree: JSONTree) -> JSONTree {
            tree.replacingReferences { reference in
                reference.hasPrefix("#/$defs/")
                    ? "#/components/schemas/\(prefix).\(reference.dropFirst("#/$defs/".count))" : reference
            }
        }
        for definition in definitions { add("\(prefix).\(definition.key)", moved(definition.value)) }
        return moved(schema)
    }
}

extension FieldDeclaration {
    /// How REST answers with it.
    fileprivate func asAnswered(in model: ModelDeclaration) -> FieldDeclaration {
        var field = self
        let isAlwaysThere = isAlwaysPresent || model.isIdentity(self)
        field.requirement = isAlwaysThere ? .required : .optional
        field.defaultValue = nil
        guard visibility == .encrypted else { return field }
        field.type = .scalar(.string)
        field.options = ["<secret>"].map { OptionDeclaration(value: $0, span: span) }
        field.format = nil
        field.example = nil
        return field
    }
}

extension JSONTree {
    /// With another text in every `$ref`.
    func replacingReferences(_ replacement: (String) -> String) -> JSONTree {
        switch self {
        case .array(let elements): .array(elements.map { $0.replacingReferences(replacement) })
        case .object(let members):
            .object(
                members.map { member in
                    if member.key == "$ref", case .string(let text) = member.value {
                        return Member(member.key, .string(replacement(text)))
                    }
                    return Member(member.key, member.value.replacingReferences(replacement))
                })
        case .null, .boolean, .number, .string: self
        }
    }
}

extension String {
    /// As a segment of a path (RFC 3986): all but unreserved characters are escaped.
    var percentEncoded: String {
        utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: return String(UnicodeScalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                return "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }.joined()
    }
}
