/// `integration.schema.json`: the language in JSON Schema (2020-12), for editors and for anybody who writes manifests
/// with a program.
///
/// Made from the grammar alone. It says what the shape of a manifest is; whether references lead somewhere and types
/// fit is the compiler's to say.
package func languageSchema() -> JSONTree {
    let blocks = BlockName.allCases.compactMap { Grammar.blocks[$0] }
    return .object([
        .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        .init("title", .string("IntegrationKit manifest")),
        .init("description", .string("The manifest of an integration, language version \(Grammar.languageVersion).")),
        .init("$ref", .string(reference(to: .manifest))),
        .init(
            "$defs",
            .object(
                blocks.map { .init($0.name.rawValue, .object(schema(of: $0))) }
                    + TextForm.allCases.map { .init($0.definition, .object(schema(of: $0))) } + typeDefinitions)),
    ])
}

private func reference(to block: BlockName) -> String { "#/$defs/\(block.rawValue)" }

// MARK: Places

private func schema(of block: BlockRule) -> [JSONTree.Member] {
    var members: [JSONTree.Member] = [
        .init("title", .string(block.title)), .init("description", .string(block.documentation)),
        .init("type", .string("object")),
        .init(
            "properties",
            .object(
                block.keys.map { key in
                    .init(key.name, schema(of: key, isSection: block.name == .manifest))
                })),
    ]
    if !block.requiredKeys.isEmpty {
        members.append(.init("required", .array(block.requiredKeys.map { .string($0) })))
    }
    members.append(extensions)
    members.append(
        .init("additionalProperties", block.others.map { .object(schema(of: $0)) } ?? .boolean(false)))
    return members
}

/// `x-` keys are allowed wherever the language has maps.
private let extensions = JSONTree.Member(
    "patternProperties", .object([.init("^x-", .object([]))]))

private func schema(of key: KeyRule, isSection: Bool) -> JSONTree {
    var members = schema(of: key.value)
    // A section with nothing in it is an error.
    if isSection, case .map(let form, _) = key.value, form != .free { members.append(.init("minProperties", .integer(1))) }
    let sentence = key.proseDefault.map { key.documentation + " Default: \($0)." } ?? key.documentation
    members.append(.init("description", .string(sentence)))
    if let value = key.literalDefault { members.append(.init("default", JSONTree(value))) }
    let examples = key.exampleValues
    if !examples.isEmpty { members.append(.init("examples", .array(examples.map { JSONTree($0) }))) }
    return .object(members)
}

// MARK: Values

/// How a value is written: a rule with several shapes has an alternative for each.
private enum Shape { case any, text, list, map }

private func schema(of rule: ValueRule, as shape: Shape = .any) -> [JSONTree.Member] {
    switch rule {
    case .text, .prose, .condition: scalar
    case .template: alternatives([scalar, [.init("$ref", .string(reference(to: .choose)))]])
    case .path, .url, .reference: string
    case .anything: anything(as: shape)
    case .boolean: [.init("type", .string("boolean"))]
    case .integer(let range):
        [
            .init("type", .string("integer")), .init("minimum", .integer(range.lowerBound)),
            .init("maximum", .integer(range.upperBound)),
        ]
    case .duration: string + [.init("pattern", .string("^[0-9]+(ms|s|m|h|d)$"))]
    case .size: string + [.init("pattern", .string("^[0-9]+(KB|MB|GB)$"))]
    case .form(let form): [.init("$ref", .string("#/$defs/\(form.definition)"))]
    case .words(let words): [.init("enum", .array(words.flatMap(values)))]
    case .type: [.init("$ref", .string("#/$defs/\(typeDefinition(as: shape))"))]
    case .list(let rule): list(of: rule)
    case .oneOrMany(let rule): alternatives([schema(of: rule), list(of: rule)])
    case .map(let form, let rule): map(form, rule)
    case .block(let name): [.init("$ref", .string(reference(to: name)))]
    case .shapes(let text, let list, let map):
        alternatives(
            [
                text.map { schema(of: $0, as: .text) }, list.map { schema(of: $0, as: .list) },
                map.map { schema(of: $0, as: .map) },
            ].compactMap(\.self))
    case .byKey(let kinds, let otherwise): choice(kinds, otherwise)
    case .oneOf(let kinds): exactlyOne(kinds)
    }
}

private let string: [JSONTree.Member] = [.init("type", .string("string"))]

/// Where text is wanted its spelling is kept, so what JSON takes for a number or a boolean is text there.
private let scalar: [JSONTree.Member] = [
    .init("type", .array([.string("string"), .string("number"), .string("boolean")]))
]

private func anything(as shape: Shape) -> [JSONTree.Member] {
    switch shape {
    case .text: scalar
    case .list: [.init("type", .string("array"))]
    case .map: [.init("type", .string("object"))]
    case .any: [.init("type", .array(["string", "number", "boolean", "array", "object"].map { .string($0) }))]
    }
}

private func values(of word: String) -> [JSONTree] {
    ["true", "false"].contains(word) ? [.boolean(word == "true"), .string(word)] : [.string(word)]
}

private func list(of rule: ValueRule) -> [JSONTree.Member] {
    [.init("type", .string("array")), .init("items", .object(schema(of: rule)))]
}

private func alternatives(_ schemas: [[JSONTree.Member]]) -> [JSONTree.Member] {
    schemas.count == 1 ? schemas[0] : [.init("anyOf", .array(schemas.map { .object($0) }))]
}

private func map(_ form: KeyForm, _ rule: ValueRule) -> [JSONTree.Member] {
    let value = JSONTree.object(schema(of: rule))
    guard let pattern = form.pattern else {
        return [.init("type", .string("object")), .init("additionalProperties", value)]
    }
    return [
        .init("type", .string("object")),
        .init("patternProperties", .object([.init(pattern, value), .init("^x-", .object([]))])),
        .init("additionalProperties", .boolean(false)),
    ]
}

/// The first kind whose key is there; each alternative says that those before it are not meant, so that an editor sees
/// them side by side and at most one holds.
private func choice(_ kinds: [KeyedRule], _ otherwise: ValueRule) -> [JSONTree.Member] {
    func presence(_ kind: KeyedRule) -> [JSONTree.Member] {
        let required = JSONTree.Member("required", .array([.string(kind.key)]))
        guard kind.needsMap else { return [required] }
        let isMap = JSONTree.object([.init("type", .string("object"))])
        return [.init("properties", .object([.init(kind.key, isMap)])), required]
    }
    func absence(_ kinds: some Collection<KeyedRule>) -> [JSONTree.Member] {
        guard !kinds.isEmpty else { return [] }
        let presences = kinds.map { JSONTree.object(presence($0)) }
        return [.init("not", presences.count == 1 ? presences[0] : .object([.init("anyOf", .array(presences))]))]
    }
    let cases = kinds.enumerated().map { index, kind in
        [.init("allOf", .array([.object(presence(kind)), .object(schema(of: kind.rule))]))] + absence(kinds[..<index])
    }
    let last = [JSONTree.Member("allOf", .array([.object(schema(of: otherwise))]))] + absence(kinds)
    return [.init("type", .string("object"))] + alternatives(cases + [last])
}

private func exactlyOne(_ kinds: [KeyedRule]) -> [JSONTree.Member] {
    let properties = kinds.map { kind -> JSONTree.Member in
        let description = kind.documentation.isEmpty ? [] : [JSONTree.Member("description", .string(kind.documentation))]
        return .init(kind.key, .object(schema(of: kind.rule) + description))
    }
    return [
        .init("type", .string("object")), .init("properties", .object(properties)), extensions,
        .init("additionalProperties", .boolean(false)),
        .init("oneOf", .array(kinds.map { .object([.init("required", .array([.string($0.key)]))]) })),
    ]
}

// MARK: Texts and types

extension TextForm {
    /// Its name among the definitions, where places have theirs.
    fileprivate var definition: String { "text." + String(describing: self) }
}

private func schema(of form: TextForm) -> [JSONTree.Member] {
    var members =
        string + [.init("pattern", .string(form.pattern)), .init("description", .string(form.wish.capitalizedSentence))]
    // What the platform is known to have, for editors to offer.
    if let names = form.catalog { members.append(.init("examples", .array(names.map { .string($0) }))) }
    return members
}

private func typeDefinition(as shape: Shape) -> String {
    switch shape {
    case .any: "type"
    case .text: "type.text"
    case .list: "type.list"
    case .map: "type.map"
    }
}

private let typeDefinitions: [JSONTree.Member] = {
    let name = "[A-Za-z0-9_./]+"
    let list = #"\[ *\#(name) *\]"#
    let map = #"\{ *STRING *: *(\#(name)|\#(list)) *\}"#
    let scalars = ScalarType.allCases.map(\.rawValue)
    let element = JSONTree.object(string + [.init("pattern", .string("^ *\(name) *$"))])
    let single: [JSONTree.Member] = [
        .init("type", .string("array")), .init("items", element), .init("minItems", .integer(1)),
        .init("maxItems", .integer(1)),
    ]
    let text = JSONTree.object([
        .init("description", .string("A type: a scalar, a handle, or model.field; `?` after it says that it may be left out.")),
        .init(
            "anyOf",
            .array([
                .object([.init("enum", .array((scalars + scalars.map { $0 + "?" }).map { .string($0) }))]),
                .object(string + [.init("pattern", .string(#"^ *(\#(name)|\#(list)|\#(map)) *(\? *)?$"#))]),
            ])),
    ])
    let values = JSONTree.object([
        .init("description", .string("A map of texts to values of one type.")), .init("type", .string("object")),
        .init(
            "properties",
            .object([.init("STRING", .object([.init("anyOf", .array([element, .object(single)]))]))])),
        .init("required", .array([.string("STRING")])), .init("additionalProperties", .boolean(false)),
    ])
    let definitions = ["type.text", "type.list", "type.map"]
    return [
        .init(
            "type",
            .object([
                .init("anyOf", .array(definitions.map { .object([.init("$ref", .string("#/$defs/\($0)"))]) }))
            ])),
        .init("type.text", text),
        .init("type.list", .object([.init("description", .string("A list of values of one type."))] + single)),
        .init("type.map", values),
    ]
}()

extension String {
    /// With a capital at its beginning and a full stop.
    var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
