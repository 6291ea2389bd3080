/// Emphasis, code spans, links and line breaks of one paragraph.
struct MarkdownInline {
    /// Emphasis inside emphasis; deeper marks are text.
    private static let maximumDepth = 8

    private let characters: [Character]
    /// Marks for which nothing closes any more, so that each text is searched once for each.
    private var unclosed: Set<String> = []

    init(_ text: String) { characters = Array(text) }

    mutating func write(to writer: inout HTMLWriter) {
        write(characters.startIndex..<characters.endIndex, to: &writer, depth: 0, mayLink: true)
    }

    private mutating func write(_ range: Range<Int>, to writer: inout HTMLWriter, depth: Int, mayLink: Bool) {
        var index = range.lowerBound
        var plain = ""
        func flush(_ writer: inout HTMLWriter) {
            writer.text(plain)
            plain = ""
        }
        while index < range.upperBound {
            let character = characters[index]
            switch character {
            case "\\" where index + 1 < range.upperBound && characters[index + 1] == "\n":
                flush(&writer)
                writer.element(.lineBreak)
                index += 2
            case "\\" where index + 1 < range.upperBound && Self.isPunctuation(characters[index + 1]):
                plain.append(characters[index + 1])
                index += 2
            case "\n":
                if plain.hasSuffix("  ") {
                    while plain.last == " " { plain.removeLast() }
                    flush(&writer)
                    writer.element(.lineBreak)
                } else {
                    plain.append("\n")
                }
                index += 1
            case "`":
                let length = run(of: "`", at: index, in: range)
                if let end = close(String(repeating: "`", count: length), from: index + length, in: range) {
                    flush(&writer)
                    let code = String(characters[index + length..<end]).replacing("\n", with: " ")
                    writer.element(.code) { $0.text(code.trimmingWhitespace.isEmpty ? code : code.trimmingWhitespace) }
                    index = end + length
                } else {
                    plain += String(repeating: "`", count: length)
                    index += length
                }
            case "*", "_":
                let length = min(run(of: character, at: index, in: range), 2)
                let mark = String(repeating: character, count: length)
                if depth < Self.maximumDepth, opens(at: index, length, in: range),
                    let end = close(mark, from: index + length, in: range)
                {
                    flush(&writer)
                    let inner = index + length..<end
                    var body = writer.nested
                    write(inner, to: &body, depth: depth + 1, mayLink: mayLink)
                    writer.element(length == 2 ? .strong : .emphasis) { $0.append(body) }
                    index = end + length
                } else {
                    plain += mark
                    index += length
                }
            case "!", "[", "<":
                guard mayLink, let link = link(at: index, in: range) else {
                    plain.append(character)
                    index += 1
                    continue
                }
                flush(&writer)
                var body = writer.nested
                switch link.shown {
                case .marked(let text): write(text, to: &body, depth: depth + 1, mayLink: false)
                case .plain(let text): body.text(text)
                }
                writer.link(to: link.address) { $0.append(body) }
                index = link.end
            default:
                plain.append(character)
                index += 1
            }
        }
        flush(&writer)
    }

    // MARK: Marks

    private func run(of character: Character, at index: Int, in range: Range<Int>) -> Int {
        characters[index..<range.upperBound].prefix { $0 == character }.count
    }

    /// Emphasis begins before a word; inside of one `_` is a letter.
    private func opens(at index: Int, _ length: Int, in range: Range<Int>) -> Bool {
        guard index + length < range.upperBound, !characters[index + length].isWhitespace else { return false }
        guard characters[index] == "_", index > 0 else { return true }
        return !Self.isWord(characters[index - 1])
    }

    /// Where the mark stands again, so that something is between.
    private mutating func close(_ mark: String, from start: Int, in range: Range<Int>) -> Int? {
        guard !unclosed.contains(mark), let character = mark.first else { return nil }
        var index = start
        while index < range.upperBound {
            if characters[index] == "\\", character != "`" {
                index += 2
                continue
            }
            guard characters[index] == character else {
                index += 1
                continue
            }
            let length = run(of: character, at: index, in: range)
            let fits = character == "`" ? length == mark.count : length >= mark.count && length != 3 - mark.count
            let isBehindText = character == "`" || index > start && !characters[index - 1].isWhitespace
            let isWordEnd = character != "_" || index + length >= range.upperBound || !Self.isWord(characters[index + length])
            if fits, isBehindText, isWordEnd { return index }
            index += length
        }
        // Only what was searched to the end of the paragraph says something about later marks.
        if range.upperBound == characters.endIndex { unclosed.insert(mark) }
        return nil
    }

    // MARK: Links

    private struct Link {
        enum Shown {
            /// Text with marks of its own.
            case marked(Range<Int>)
            case plain(String)
        }

        var shown: Shown
        let address: String
        let end: Int
    }

    /// The link that begins at `index`: `[text](address)`, `<address>`, or a picture, of which nothing is loaded from
    /// elsewhere and which is a link to it. Nil for what is none or leads where nothing may lead.
    private func link(at index: Int, in range: Range<Int>) -> Link? {
        switch characters[index] {
        case "[": return link(withTextAt: index, in: range)
        case "!":
            guard index + 1 < range.upperBound, characters[index + 1] == "[",
                var link = link(withTextAt: index + 1, in: range), case .marked(let text) = link.shown
            else { return nil }
            link.shown = .plain(text.isEmpty ? link.address : String(characters[text]))
            return link
        default:
            let limit = min(range.upperBound, index + Self.maximumLength)
            guard let end = characters[index..<limit].firstIndex(of: ">") else { return nil }
            let address = String(characters[index + 1..<end])
            guard address.contains(":"), SafeAddress.isOpenable(address) else { return nil }
            return Link(shown: .plain(address), address: address, end: end + 1)
        }
    }

    /// A link's text and its address are short: so much is looked at, and no more.
    private static let maximumLength = 2000

    private func link(withTextAt index: Int, in range: Range<Int>) -> Link? {
        var depth = 0
        var end = index
        let limit = min(range.upperBound, index + Self.maximumLength)
        search: while end < limit {
            switch characters[end] {
            case "\\": end += 1
            case "[": depth += 1
            case "]":
                depth -= 1
                if depth == 0 { break search }
            default: break
            }
            end += 1
        }
        guard end < limit, end + 1 < range.upperBound, characters[end + 1] == "(",
            let close = characters[end + 2..<min(range.upperBound, end + Self.maximumLength)].firstIndex(of: ")")
        else { return nil }
        let address = String(characters[end + 2..<close]).split(separator: " ").first.map(String.init) ?? ""
        guard SafeAddress.isOpenable(address) else { return nil }
        return Link(shown: .marked(index + 1..<end), address: address, end: close + 1)
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private static func isPunctuation(_ character: Character) -> Bool {
        character.isASCII && (character.isPunctuation || character.isSymbol)
    }
}
