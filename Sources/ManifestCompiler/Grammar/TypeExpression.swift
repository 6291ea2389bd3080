/// A type as written, before its names are looked up.
struct TypeExpression: Sendable {
    indirect enum Form: Sendable {
        case name(String, SourceSpan)
        case list(Form)
        case map(Form)

        /// As an author would write it.
        var spelling: String {
            switch self {
            case .name(let name, _): name
            case .list(let element): "[\(element.spelling)]"
            case .map(let value): "{ STRING: \(value.spelling) }"
            }
        }
    }

    var form: Form
    /// Ends in `?`.
    var isOptional: Bool
    /// The whole type.
    var span: SourceSpan
}

/// Reads types: `STRING`, `STRING?`, `[STRING]`, `'[STRING]?'`, `model.field`, `{ STRING: record }`.
struct TypeParser {
    /// What is wrong, where, and what to write instead.
    struct Problem: Error {
        var code: DiagnosticCode
        var message: String
        var span: SourceSpan
        var help: [String] = []
    }

    let sources: [String: SourceText]

    func parse(_ node: Node) throws(Problem) -> TypeExpression {
        switch node.content {
        case .scalar: try text(node)
        case .sequence(let items, _):
            TypeExpression(form: .list(try element(items, node.span)), isOptional: false, span: node.span)
        case .mapping(let mapping):
            TypeExpression(form: .map(try value(mapping, node.span)), isOptional: false, span: node.span)
        }
    }

    private func element(_ items: [Node], _ span: SourceSpan) throws(Problem) -> TypeExpression.Form {
        guard items.count == 1 else {
            throw Problem(
                code: .typeSyntax, message: "a list type names the one type of its elements", span: span,
                help: ["write [STRING]"])
        }
        return try part(items[0])
    }

    private func value(_ mapping: Mapping, _ span: SourceSpan) throws(Problem) -> TypeExpression.Form {
        guard mapping.entries.count == 1, mapping.entries[0].key.text == "STRING" else {
            throw Problem(
                code: .typeSyntax, message: "a map type has the one key STRING and the type of its values", span: span,
                help: ["write { STRING: T }"])
        }
        let value = mapping.entries[0].value
        if let items = value.sequence { return .list(try element(items, value.span)) }
        return try part(value)
    }

    /// A type inside another: never optional, and a list only as the value of a map.
    private func part(_ node: Node) throws(Problem) -> TypeExpression.Form {
        if node.sequence != nil {
            throw Problem(
                code: .typeSyntax, message: "there are no lists of lists", span: node.span,
                help: ["use a record with a list in it"])
        }
        let inner = try parse(node)
        guard !inner.isOptional else {
            throw Problem(
                code: .typeOptionality, message: "elements cannot be optional", span: node.span,
                help: ["an optional list is written '[T]?'"])
        }
        if case .name = inner.form { return inner.form }
        throw Problem(code: .typeSyntax, message: "this type is nested too deep", span: node.span)
    }

    private func text(_ node: Node) throws(Problem) -> TypeExpression {
        guard let file = sources[node.span.file], let scalar = node.scalar else {
            throw Problem(code: .typeSyntax, message: "this is not a type", span: node.span)
        }
        let source = TemplateMapping(source: file).template(scalar, node.span, kind: .path)
        var bytes = Array(source.text.utf8)[...]
        trim(&bytes)
        var isOptional = false
        if bytes.last == UInt8(ascii: "?") {
            bytes.removeLast()
            isOptional = true
            trim(&bytes)
        }
        return TypeExpression(form: try form(bytes, source, node.span), isOptional: isOptional, span: node.span)
    }

    private func form(
        _ bytes: ArraySlice<UInt8>, _ source: TemplateSource, _ whole: SourceSpan, depth: Int = 0
    ) throws(Problem) -> TypeExpression.Form {
        var bytes = bytes
        trim(&bytes)
        let span = source.span(of: bytes.startIndex..<bytes.endIndex)
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]"), bytes.count > 1 {
            let inner = try form(bytes.dropFirst().dropLast(), source, whole, depth: depth + 1)
            if case .name = inner { return .list(inner) }
            throw Problem(
                code: .typeSyntax, message: "there are no lists of lists", span: span,
                help: ["use a record with a list in it"])
        }
        if bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"), depth == 0, bytes.count > 1 {
            var inner = bytes.dropFirst().dropLast()
            trim(&inner)
            let key = Array("STRING".utf8)
            if inner.starts(with: key), let colon = inner.firstIndex(of: UInt8(ascii: ":")) {
                return .map(try form(inner[(colon + 1)...], source, whole, depth: depth + 1))
            }
        }
        if bytes.last == UInt8(ascii: "?") {
            throw Problem(
                code: .typeOptionality, message: "elements cannot be optional", span: span,
                help: ["an optional list is written '[T]?'"])
        }
        guard !bytes.isEmpty, bytes.allSatisfy(Self.isNameByte) else {
            throw Problem(
                code: .typeSyntax, message: "`\(source.text)` is not a type", span: whole,
                help: ["a type is STRING, STRING?, [STRING], a handle, or model.field"])
        }
        return .name(String(decoding: bytes, as: UTF8.self), span)
    }

    private func trim(_ bytes: inout ArraySlice<UInt8>) {
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x2E, 0x2F: true
        default: false
        }
    }
}
