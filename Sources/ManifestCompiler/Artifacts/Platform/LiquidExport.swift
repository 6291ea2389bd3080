/// Templates and conditions as the platform evaluates them: in Liquid.
///
/// The language's templates are a part of Liquid already. What differs: the platform calls a page's parameters
/// `path_params`; conditions are templates that print `true` or `false`; and Liquid reads `and` and `or` from right to
/// left, where the language lets `and` bind stronger.
enum LiquidExport {
    static func template(_ source: TemplateSource) -> JSONTree { .string(template(source.text)) }

    static func template(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstTag {
            let body = rest[open.lowerBound...]
            guard let close = body.range(ofFirst: body.hasPrefix("{{") ? "}}" : "%}") else { break }
            result += rest[..<open.lowerBound] + renamed(String(body[..<close.upperBound]))
            rest = rest[close.upperBound...]
        }
        return result + rest
    }

    /// `true` where the condition holds, else `false`.
    static func condition(_ source: TemplateSource) -> JSONTree { printing("true", otherwise: "false", source) }

    /// For `hidden` and `disabled`: `true` where the condition does not hold.
    static func negation(_ source: TemplateSource) -> JSONTree { printing("false", otherwise: "true", source) }

    /// The alternatives of `or` become branches, so that in each only `and` is left.
    private static func printing(_ yes: String, otherwise no: String, _ source: TemplateSource) -> JSONTree {
        let condition = renamed(source.text)
        let alternatives = words(of: condition).contains("and") ? split(condition) : [condition]
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

    private static func words(of condition: String) -> [Substring] { pieces(of: condition) }

    private static func renamed(_ tag: String) -> String {
        pieces(of: tag).map { $0 == "path" || $0.hasPrefix("path.") ? "path_params" + $0.dropFirst(4) : String($0) }
            .joined()
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
