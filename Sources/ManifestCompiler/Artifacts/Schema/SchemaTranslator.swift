/// Describes values in JSON Schema (2020-12), as tools advertise them.
///
/// What is advertised is what the generated code accepts: inputs are closed and carry every bound that the decoder
/// checks. Outputs say types and meanings only, for an option that a newer provider sends must not turn a good answer
/// into one that clients refuse.
struct SchemaTranslator {
    enum Direction: Sendable { case input, output }

    let context: GenerationContext
    let direction: Direction
    /// Records that contain themselves, by the name of their definition.
    private var definitions: [JSONTree.Member] = []
    private var open: [String] = []
    private var recursive: Set<String> = []

    init(_ context: GenerationContext, _ direction: Direction) {
        self.context = context
        self.direction = direction
    }

    // MARK: Whole payloads

    /// The schema of a tool's arguments: always an object.
    static func input(of tool: ToolDeclaration, _ context: GenerationContext) -> JSONTree {
        guard let input = tool.input else {
            return .object([.init("type", .string("object")), .init("additionalProperties", .boolean(false))])
        }
        var translator = SchemaTranslator(context, .input)
        let fields = context.manifest.fields(of: input) ?? Declarations()
        let isOpen = input.isOpen || translator.isOpen(input.shape)
        let schema = translator.object(fields.map(\.self), isOpen: isOpen)
        return translator.finished(schema + rules(of: tool, fields))
    }

    /// What rules say in JSON Schema. The keywords stand inside a `not`: providers of language models refuse `anyOf` and
    /// its like at the top of a tool's schema.
    private static func rules(
        of tool: ToolDeclaration, _ fields: Declarations<FieldDeclaration>
    ) -> [JSONTree.Member] {
        guard !tool.rules.isEmpty else { return [] }
        var broken: [JSONTree] = []
        var dependent: [JSONTree.Member] = []
        for rule in tool.rules {
            let keys = rule.inputs.map { JSONTree.string(fields[$0.handle]?.wireName ?? $0.handle) }
            switch rule.kind {
            case .anyOf, .exactlyOneOf:
                let any = keys.map { JSONTree.object([.init("required", .array([$0]))]) }
                broken.append(.object([.init("not", .object([.init("anyOf", .array(any))]))]))
            case .allOrNone:
                for case .string(let name) in keys where !dependent.contains(where: { $0.key == name }) {
                    dependent.append(.init(name, .array(keys.filter { $0 != .string(name) })))
                }
            case .atMostOneOf, .when: break
            }
        }
        var members: [JSONTree.Member] = []
        if !dependent.isEmpty { members.append(.init("dependentRequired", .object(dependent))) }
        if broken.count == 1 {
            members.append(.init("not", broken[0]))
        } else if !broken.isEmpty {
            members.append(.init("not", .object([.init("anyOf", .array(broken))])))
        }
        let messages = tool.rules.map { $0.message.hasSuffix(".") ? $0.message : $0.message + "." }
        return members + [.init("description", .string(messages.joined(separator: " ")))]
    }

    /// The schema of a tool's structured content; `nil` for a tool that returns nothing.
    static func output(of tool: ToolDeclaration, _ context: GenerationContext) -> JSONTree? {
        guard let output = tool.output else { return nil }
        var translator = SchemaTranslator(context, .output)
        if !output.isOptional, let fields = context.manifest.fields(of: output) {
            let isOpen = output.isOpen || translator.isOpen(output.shape)
            let schema = translator.object(fields.map(\.self), isOpen: isOpen)
            return translator.finished(schema)
        }
        guard case .type(let type, _) = output.shape else { return nil }
        if case .record = context.manifest.resolved(type), !output.isOptional {
            // A union is an object already.
            return translator.finished(translator.schema(of: type))
        }
        let key = context.manifest.resolved(type).isList ? "items" : "value"
        let value = JSONTree.object(translator.schema(of: type))
        return translator.finished([
            .init("type", .string("object")), .init("properties", .object([.init(key, value)])),
            .init("required", .array(output.isOptional ? [] : [.string(key)])),
        ])
    }

    /// Schemas of fields by their handles, with the definitions that they refer to.
    static func fields(
        _ fields: [FieldDeclaration], _ context: GenerationContext, _ direction: Direction
    ) -> (properties: [JSONTree.Member], definitions: [JSONTree.Member]) {
        var translator = SchemaTranslator(context, direction)
        let properties = fields.map { JSONTree.Member($0.handle, translator.schema(of: $0)) }
        return (properties, translator.definitions)
    }

    private func finished(_ schema: [JSONTree.Member]) -> JSONTree {
        guard !definitions.isEmpty else { return .object(schema) }
        return .object(schema + [.init("$defs", .object(definitions))])
    }

    private func isOpen(_ shape: PayloadDeclaration.Shape) -> Bool {
        guard case .type(let type, _) = shape, case .record(let handle) = context.manifest.resolved(type) else {
            return false
        }
        return context.manifest.record(handle)?.isOpen ?? false
    }

    // MARK: Objects

    /// - Parameter tag: The key and value that say which case of a union the object is.
    private mutating func object(
        _ fields: [FieldDeclaration], isOpen: Bool, tag: JSONTree.Member? = nil
    ) -> [JSONTree.Member] {
        var members: [JSONTree.Member] = [.init("type", .string("object"))]
        var properties: [JSONTree.Member] = []
        if let tag { properties.append(.init(tag.key, .object([.init("const", tag.value)]))) }
        for field in fields { properties.append(.init(field.wireName, schema(of: field))) }
        if !properties.isEmpty { members.append(.init("properties", .object(properties))) }
        let required = fields.filter { $0.requirement != .optional && $0.defaultValue == nil }
        let names = (tag.map { [$0.key] } ?? []) + required.map(\.wireName)
        if !names.isEmpty { members.append(.init("required", .array(names.map { .string($0) }))) }
        if direction == .input { members.append(.init("additionalProperties", .boolean(isOpen))) }
        return members
    }

    private mutating func schema(of field: FieldDeclaration) -> JSONTree {
        let source = context.manifest.origin(of: field).field
        let isList = field.type.isList || source.type.isList
        var element = Self.coerced(schema(of: source.type.element) + refinements(of: source), source.coercions)
        if isList {
            element = [.init("type", .string("array")), .init("items", .object(element))]
            if direction == .input { element += listBounds(field.type.isList ? field.constraints : source.constraints) }
        }
        if field.requirement == .optional { element = Self.nullable(element) }
        if let description = field.description ?? field.label {
            element.append(.init("description", .string(description)))
        }
        let isDecimal = source.type.element.scalar == .decimal
        if let value = field.defaultValue { element.append(.init("default", Self.json(value, asText: isDecimal))) }
        if let example = field.example {
            element.append(.init("examples", [Self.json(example, asText: isDecimal)]))
        }
        if field.deprecation != nil { element.append(.init("deprecated", .boolean(true))) }
        return .object(element)
    }

    /// A value as callers write it: exact decimals are text in JSON, however the manifest spells them.
    private static func json(_ value: ManifestValue, asText: Bool) -> JSONTree {
        switch value {
        case .integer, .decimal: asText ? .string(value.plainText) : JSONTree(value)
        case .list(let elements): .array(elements.map { json($0, asText: asText) })
        case .text, .boolean, .map: JSONTree(value)
        }
    }

    private static func nullable(_ schema: [JSONTree.Member]) -> [JSONTree.Member] {
        var schema = schema
        guard let index = schema.firstIndex(where: { $0.key == "type" }), !schema.contains(where: { $0.key == "oneOf" })
        else {
            return [.init("anyOf", .array([.object(schema), .object([.init("type", .string("null"))])]))]
        }
        var types = [schema[index].value]
        if case .array(let several) = types[0] { types = several }
        schema[index].value = .array(types + [.string("null")])
        // An enum lists every value that is allowed, so null has to be among them.
        if let options = schema.firstIndex(where: { $0.key == "enum" }), case .array(let values) = schema[options].value
        {
            schema[options].value = .array(values + [.null])
        }
        return schema
    }

    /// Scalars that are taken for their text.
    private static func coerced(_ schema: [JSONTree.Member], _ coercions: [ScalarType]) -> [JSONTree.Member] {
        guard !coercions.isEmpty, let index = schema.firstIndex(where: { $0.key == "type" }) else { return schema }
        var schema = schema
        let others = coercions.compactMap { scalar in Self.schema(of: scalar).first { $0.key == "type" }?.value }
        schema[index].value = .array([schema[index].value] + others)
        return schema
    }

    // MARK: Types

    private mutating func schema(of type: ValueType) -> [JSONTree.Member] {
        switch context.manifest.resolved(type) {
        case .scalar(let scalar): return SchemaTranslator.schema(of: scalar)
        case .unknown: return []
        case .list(let element):
            return [.init("type", .string("array")), .init("items", .object(schema(of: element)))]
        case .map(let value):
            return [.init("type", .string("object")), .init("additionalProperties", .object(schema(of: value)))]
        case .modelID(let model):
            return [.init("type", .string("string")), .init("x-model", .string(model))]
        case .record(let handle):
            guard let record = context.manifest.record(handle) else { return [] }
            return definition(of: handle) { translator in
                record.isUnion
                    ? translator.union(record) : translator.object(record.fields.map(\.self), isOpen: record.isOpen)
            }
        case .model(let handle):
            guard let model = context.manifest.models[handle] else { return [] }
            return definition(of: handle) { $0.object(model.readableFields, isOpen: false) }
        case .field: return []
        }
    }

    /// One alternative a case. What comes out may be of a case that a newer provider has; such a one is allowed there.
    private mutating func union(_ union: RecordDeclaration) -> [JSONTree.Member] {
        var alternatives: [JSONTree] = []
        for entry in union.cases {
            let record = entry.payload.flatMap { context.manifest.record($0.handle) }
            let tag = JSONTree.Member(union.discriminator, .string(entry.wireName))
            var schema = object(record?.fields.map(\.self) ?? [], isOpen: record?.isOpen ?? false, tag: tag)
            if let description = entry.description ?? record?.description {
                schema.append(.init("description", .string(description)))
            }
            alternatives.append(.object(schema))
        }
        if direction == .output {
            let known = JSONTree.array(union.cases.map { .string($0.wireName) })
            let other: [JSONTree.Member] = [
                .init("type", .string("string")), .init("not", .object([.init("enum", known)])),
            ]
            alternatives.append(
                .object([
                    .init("type", .string("object")),
                    .init("properties", .object([.init(union.discriminator, .object(other))])),
                    .init("required", .array([.string(union.discriminator)])),
                ]))
        }
        return [
            .init("type", .string("object")), .init("oneOf", .array(alternatives)),
            .init("discriminator", .object([.init("propertyName", .string(union.discriminator))])),
        ]
    }

    /// What a handle stands for, in place; or once under `$defs`, if it contains itself.
    private mutating func definition(
        of handle: String, _ make: (inout Self) -> [JSONTree.Member]
    ) -> [JSONTree.Member] {
        let reference = [JSONTree.Member("$ref", .string("#/$defs/\(handle)"))]
        if open.contains(handle) {
            recursive.insert(handle)
            return reference
        }
        open.append(handle)
        defer { open.removeLast() }
        let schema = make(&self)
        guard recursive.contains(handle) else { return schema }
        if !definitions.contains(where: { $0.key == handle }) { definitions.append(.init(handle, .object(schema))) }
        return reference
    }

    private static func schema(of scalar: ScalarType) -> [JSONTree.Member] {
        switch scalar {
        case .string, .longString: [.init("type", .string("string"))]
        case .integer: [.init("type", .string("integer"))]
        case .number: [.init("type", .string("number"))]
        case .boolean: [.init("type", .string("boolean"))]
        case .decimal, .date, .time:
            [.init("type", .string("string")), .init("pattern", .string(scalar.textPattern ?? ""))]
        case .datetime: [.init("type", .string("string")), .init("format", .string("date-time"))]
        case .file, .image: [.init("type", .string("string")), .init("x-file", .boolean(true))]
        case .object: [.init("type", .string("object"))]
        }
    }

    // MARK: Bounds

    private func refinements(of field: FieldDeclaration) -> [JSONTree.Member] {
        var members: [JSONTree.Member] = []
        let options = field.options.map { JSONTree.string($0.value) }
        guard direction == .input else {
            if let format = field.format?.schemaFormat { members.append(.init("format", .string(format))) }
            if !options.isEmpty { members.append(.init("examples", .array(options))) }
            return members
        }
        if !options.isEmpty { members.append(.init("enum", .array(options))) }
        if let format = field.format {
            let format = field.checkedFormat ?? format
            if let name = format.schemaFormat { members.append(.init("format", .string(name))) }
            if field.constraints.pattern == nil, let pattern = format.schemaPattern {
                members.append(.init("pattern", .string(pattern)))
            }
        }
        let constraints = field.constraints
        if let pattern = constraints.pattern { members.append(.init("pattern", .string(pattern))) }
        if let length = constraints.minimumLength { members.append(.init("minLength", .integer(length))) }
        if let length = constraints.maximumLength { members.append(.init("maxLength", .integer(length))) }
        if field.type.element.scalar?.isNumeric == true {
            if let bound = constraints.minimum { members.append(.init("minimum", JSONTree(bound))) }
            if let bound = constraints.maximum { members.append(.init("maximum", JSONTree(bound))) }
        }
        return members
    }

    private func listBounds(_ constraints: FieldConstraints) -> [JSONTree.Member] {
        var members: [JSONTree.Member] = []
        if let count = constraints.minimumItems { members.append(.init("minItems", .integer(count))) }
        if let count = constraints.maximumItems { members.append(.init("maxItems", .integer(count))) }
        if constraints.hasUniqueItems { members.append(.init("uniqueItems", .boolean(true))) }
        return members
    }
}

extension ValueFormat {
    /// The `format` that JSON Schema has for it.
    var schemaFormat: String? {
        switch self {
        case .email: "email"
        case .url, .httpsURL: "uri"
        case .uuid: "uuid"
        case .hostname: "hostname"
        default: nil
        }
    }

    /// A pattern that everything of this format fits, for formats that JSON Schema does not have.
    var schemaPattern: String? {
        switch self {
        case .phone: #"^\+[1-9][0-9]{6,14}$"#
        case .url: "^https?://"
        case .httpsURL: "^https://"
        case .country: "^[A-Z]{2}$"
        case .currency: "^[A-Z]{3}$"
        case .slug: "^[a-z0-9]+(-[a-z0-9]+)*$"
        case .color: "^#[0-9a-fA-F]{3,8}$"
        default: nil
        }
    }
}
