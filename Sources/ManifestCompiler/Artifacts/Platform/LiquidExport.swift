/// Templates and conditions as the platform evaluates them: in Liquid.
///
/// The language's templates are a part of Liquid already. What differs: the platform's data has the names of the wire;
/// it calls a page's parameters `path_params`; conditions are templates that print `true` or `false`; and Liquid reads
/// `and` and `or` from right to left, where the language lets `and` bind stronger.
struct LiquidExport {
    private var names: WireNamesInTemplates

    /// - Parameter scope: What the templates see.
    init(_ context: GenerationContext, in scope: TemplateScope) {
        names = WireNamesInTemplates(context: context, scope: scope)
    }

    func template(_ source: TemplateSource) -> JSONTree { .string(template(source.text)) }

    func template(_ text: String) -> String {
        var names = names
        var result = ""
        var rest = text[...]
        while let open = rest.firstTag {
            let body = rest[open.lowerBound...]
            guard let close = body.range(ofFirst: body.hasPrefix("{{") ? "}}" : "%}") else { break }
            let tag = String(body[..<close.upperBound])
            let pieces = Self.pieces(of: tag)
            result += rest[..<open.lowerBound] + Self.renamed(pieces, names)
            names.follow(pieces.filter { !$0.allSatisfy { " {}%-".contains($0) } })
            rest = rest[close.upperBound...]
        }
        return result + rest
    }

    /// `true` where the condition holds, else `false`.
    func condition(_ source: TemplateSource) -> JSONTree { printing("true", otherwise: "false", source) }

    /// For `hidden` and `disabled`: `true` where the condition does not hold.
    func negation(_ source: TemplateSource) -> JSONTree { printing("false", otherwise: "true", source) }

    /// What templates see inside of a list or a table of what the path leads to.
    func inside(_ path: TemplateSource) -> LiquidExport {
        var inner = self
        inner.names = names.inside(path.text)
        return inner
    }

    /// `{{ base.field }}`.
    func output(_ field: String, of base: String) -> String { template("{{ \(base).\(field) }}") }

    /// One text where the condition holds, and another where it does not.
    ///
    /// The alternatives of `or` become branches, so that in each only `and` is left.
    func printing(_ yes: String, otherwise no: String, _ source: TemplateSource) -> JSONTree {
        let pieces = Self.pieces(of: source.text)
        let condition = Self.renamed(pieces, names)
        let alternatives = pieces.contains("and") ? Self.split(condition) : [condition]
        let branches = alternatives.enumerated().map { index, alternative in
            "{%- \(index == 0 ? "if" : "elsif") \(alternative) -%}\(yes)"
        }
        return .string(branches.joined() + "{%- else -%}\(no){%- endif -%}")
    }

    // MARK: Words

    /// A piece of a tag: a literal in quotes, a word, or what stands between.
    private static func pieces(of tag: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = tag[...]
        while let first = rest.first {
            let piece: Substring
            if first == "\"" || first == "'" {
                let end = rest.dropFirst().firstIndex(of: first).map { rest.index(after: $0) } ?? rest.endIndex
                piece = rest[..<end]
            } else if isWord(first) {
                piece = rest.prefix(while: isWord)
            } else {
                piece = rest.prefix { !isWord($0) && $0 != "\"" && $0 != "'" }
            }
            pieces.append(piece)
            rest = rest[piece.endIndex...]
        }
        return pieces
    }

    /// Paths are one word: `path.id`.
    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "."
    }

    /// A word behind a bar is a filter's name, and one before a colon that of an argument.
    private static func renamed(_ pieces: [Substring], _ names: WireNamesInTemplates) -> String {
        var result = ""
        for (index, piece) in pieces.enumerated() {
            let isFilter = index > 0 && pieces[index - 1].last { $0 != " " } == "|"
            let isPath = piece.first.map(isWord) == true && !isFilter
            result += isPath ? names.renamed(piece) : String(piece)
        }
        return result
    }

    private static func split(_ condition: String) -> [String] {
        var alternatives = [""]
        for piece in pieces(of: condition) {
            if piece == "or" { alternatives.append("") } else { alternatives[alternatives.count - 1] += piece }
        }
        return alternatives.map { $0.trimmingSpaces() }
    }
}

extension Substring {
    /// The first `{{` or `{%`.
    fileprivate var firstTag: Range<Index>? {
        guard let output = range(ofFirst: "{{") else { return range(ofFirst: "{%") }
        guard let tag = range(ofFirst: "{%") else { return output }
        return output.lowerBound < tag.lowerBound ? output : tag
    }

    fileprivate func range(ofFirst text: String) -> Range<Index>? { ranges(of: text).first }
}

extension String {
    fileprivate func trimmingSpaces() -> String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
