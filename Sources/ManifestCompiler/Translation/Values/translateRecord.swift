/// A struct for an object in JSON: a record of `types:`, a contract, a tool's own input or output.
struct RecordBlueprint: Sendable {
    var documentation: SwiftDocumentation
    var name: String
    /// `JSONConvertible` or `ObjectOutput`.
    var conformance: String
    var fields: [FieldBlueprint]
    /// Path in the manifest of the map of fields.
    var path: String
    /// Whether broken bounds are refused, and unknown keys unless it is open.
    var isStrict: Bool
    /// Keeps keys that are not declared, in `rest`.
    var isOpen = false
    /// Writes `null` for empty values.
    var keepsNulls: Bool
    /// What holds for several fields together.
    var rules: [TranslatedRule] = []
}

extension GenerationContext {
    /// The struct, and the extension that reads and writes it.
    func translateRecord(_ record: RecordBlueprint) -> [SwiftDeclaration] {
        [.type(structure(record)), .type(conversion(record, of: record.name))]
    }

    /// The struct for inside another type, and the extension for beside that type.
    func translateNestedRecord(
        _ record: RecordBlueprint, in outer: String
    ) -> (member: SwiftDeclaration, extension: SwiftDeclaration) {
        (.type(structure(record)), .type(conversion(record, of: "\(outer).\(record.name)")))
    }

    private func structure(_ record: RecordBlueprint) -> SwiftTypeDeclaration {
        let properties = record.fields.map { field in
            SwiftDeclaration.property(
                SwiftProperty(
                    documentation: Self.documentation(of: field.field, path: "\(record.path).\(field.field.handle)"),
                    wrapper: usage.isIndirect(field.field, manifest) ? "Indirect" : nil, isVariable: true,
                    name: field.name, type: field.type, value: defaultValue(of: field)))
        }
        let rest = SwiftDeclaration.property(
            SwiftProperty(
                documentation: ["What is there beside the declared keys."], isVariable: true, name: "rest",
                type: "JSONObject", value: .code("[:]")))
        let enums = record.fields.filter(\.declaresEnum).map { field in
            translateOptions(field.field, path: "\(record.path).\(field.field.handle)")
        }
        return SwiftTypeDeclaration(
            documentation: record.documentation, keyword: .struct, name: record.name, conformances: ["Sendable"],
            members: properties + (record.isOpen ? [rest] : []) + enums)
    }

    // MARK: JSON

    private func conversion(_ record: RecordBlueprint, of name: String) -> SwiftTypeDeclaration {
        SwiftTypeDeclaration(
            keyword: .extension, name: name, conformances: [record.conformance],
            members: [.function(reader(record)), .property(writer(record))])
    }

    private func reader(_ record: RecordBlueprint) -> SwiftFunction {
        let taken = Set(record.fields.map(\.name))
        let object = Self.free("object", taken)
        let path = Self.free("path", taken)
        let json = Self.free("json", taken)
        var body: [SwiftStatement] = [
            .variable(
                object,
                .call(
                    "ObjectReader",
                    [
                        SwiftArgument(nil, .code(json)), SwiftArgument("at", .code(path)),
                        SwiftArgument("unknownKeys", .code(record.isStrict && !record.isOpen ? ".reject" : ".ignore")),
                    ]))
        ]
        var needed: [SwiftExpression] = []
        let given = record.rules.filter { $0.condition == nil }
        let conditional = record.rules.filter { $0.condition != nil }
        for field in record.fields {
            body.append(
                .constant(field.name, read(field, from: object, key: field.wireName, isStrict: record.isStrict)))
            if !field.isOptional, field.field.defaultValue == nil {
                needed.append(.code("let \(SwiftKeywords.escaped(field.name))"))
            }
        }
        body += given.map { $0.check(of: object) }
        let incomplete = [SwiftStatement.throw(.code("\(object).failure()"))]
        body.append(.guard(needed + [.code("\(object).isComplete()")], else: incomplete))
        if !conditional.isEmpty {
            // Conditions are over values, which are there only now.
            body += conditional.map { $0.check(of: object) }
            body.append(.guard([.code("\(object).isComplete()")], else: incomplete))
        }
        body += record.fields.map { field in
            .assignment(.member(.code("self"), field.name), .code(SwiftKeywords.escaped(field.name)))
        }
        if record.isOpen { body.append(.assignment(.code("self.rest"), .code("\(object).rest()"))) }
        return SwiftFunction(
            name: "init",
            parameters: [
                .init(label: "json", name: json, type: "JSON"), .init(label: "at", name: path, type: "String"),
            ],
            effects: ["throws(InvalidValue)"], body: body)
    }

    /// `object.required("id", as: String.self)`.
    func read(
        _ field: FieldBlueprint, from object: String, key: String, isStrict: Bool
    ) -> SwiftExpression {
        let type = field.isEncrypted ? String(field.valueType.dropFirst(7).dropLast()) : field.valueType
        let checks = isStrict ? checks(of: field, options: true) : []
        var arguments = [SwiftArgument(nil, .string(key)), SwiftArgument("as", .code("\(type).self"))]
        var function = field.isOptional ? "optional" : "required"
        if let defaultValue = defaultValue(of: field) {
            function = field.isOptional ? "nullable" : "defaulted"
            arguments.append(SwiftArgument("default", defaultValue))
        }
        let preparations = preparations(of: field.source)
        if !preparations.isEmpty { arguments.append(SwiftArgument("preparing", .array(preparations))) }
        if !checks.isEmpty { arguments.append(SwiftArgument(nil, .array(checks))) }
        let value = SwiftExpression.call("\(object).\(function)", arguments)
        return field.isEncrypted ? value.calling("map", [SwiftArgument(nil, .code("Secret.init"))]) : value
    }

    private func writer(_ record: RecordBlueprint) -> SwiftProperty {
        let taken = Set(record.fields.map(\.name))
        let object = Self.free("object", taken)
        guard !record.fields.isEmpty || record.isOpen else {
            return SwiftProperty(name: "json", type: "JSON", getter: [.expression(.code(".object(JSONObject())"))])
        }
        var body: [SwiftStatement] = [.variable(object, .code("JSONObject()"))]
        for field in record.fields {
            let target = SwiftExpression.subscript(.code(object), [SwiftArgument(nil, .string(field.wireName))])
            // Left out it would be read as the default.
            let keepsNull = record.keepsNulls || field.field.defaultValue != nil
            body.append(.assignment(target, written(field, keepsNulls: keepsNull)))
        }
        if record.isOpen { body.append(.expression(.code("\(object).fill(from: rest)"))) }
        body.append(.return(.code(".object(\(object))")))
        return SwiftProperty(name: "json", type: "JSON", getter: body)
    }

    /// `name?.json`, `accessToken.expose().json`.
    private func written(_ field: FieldBlueprint, keepsNulls: Bool) -> SwiftExpression {
        let name = SwiftKeywords.escaped(field.name)
        var exposed = field.isEncrypted ? ".expose().json" : ".json"
        if field.source.format == .localDatetime, field.source.localDatetimeStyle == .space {
            exposed = field.isList ? ".map { $0.text(separator: .space) }.json" : ".text(separator: .space).json"
        }
        let value = SwiftExpression.code(name + (field.isOptional ? "?" : "") + exposed)
        return field.isOptional && keepsNulls ? .infix(value, "??", .code("JSON.null")) : value
    }

    /// A local's name that is none of the fields'.
    static func free(_ name: String, _ taken: Set<String>) -> String {
        var name = name
        while taken.contains(name) { name += "_" }
        return name
    }
}
