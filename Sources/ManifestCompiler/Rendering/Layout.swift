/// Text whose line breaks are chosen by the width that there is: every group is written on one line if it fits, else
/// all of its own breaks become line ends.
///
/// What is written is kept as one row of tokens over one row of bytes, in which a group knows the width of its contents
/// when it is closed. So printing looks at each token once, however deep groups stand in one another.
///
/// After Derek Oppen, "Prettyprinting" (1980), and Philip Wadler, "A prettier printer" (1998).
struct Layout {
    private enum Kind: UInt8 {
        case text, lines, line, softLine, whenBroken, hardLine, blankLine, indent, outdent, open, close
    }

    private struct Token {
        var kind: Kind
        /// Of texts and lines: where their bytes begin. Of groups: the token that closes it.
        var position: Int32
        /// Of texts, in bytes.
        var length: Int32 = 0
        /// In Unicode scalars; of groups, that of their contents on one line.
        var width: Int32 = 0
    }

    /// A group that holds a line end fits nowhere.
    private static let endless = Int32.max / 4

    private var tokens: ContiguousArray<Token> = []
    private var bytes: ContiguousArray<UInt8> = []
    /// Of everything so far, on one line.
    private var width: Int32 = 0
    /// Line ends so far that are there in any case.
    private var lineEnds = 0

    // MARK: Writing

    mutating func text(_ text: String) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        let length = Int32(bytes.count - start)
        guard length > 0 else { return }
        let width = bytes[start...].reduce(into: Int32(0)) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
        self.width += width
        if let last = tokens.last, last.kind == .text {
            tokens[tokens.count - 1].length += length
            tokens[tokens.count - 1].width += width
        } else {
            tokens.append(Token(kind: .text, position: Int32(start), length: length, width: width))
        }
    }

    /// A space, or a line end.
    mutating func line() {
        append(.line)
        width += 1
    }

    /// Nothing, or a line end.
    mutating func softLine() { append(.softLine) }

    /// A comma that is there only where the group is broken.
    mutating func commaWhenBroken() {
        tokens.append(Token(kind: .whenBroken, position: Int32(bytes.count), length: 1, width: 1))
        bytes.append(UInt8(ascii: ","))
    }

    /// Always a line end.
    mutating func hardLine() {
        append(.hardLine)
        lineEnds += 1
    }

    /// A line end without indentation after it, between members.
    mutating func blankLine() {
        append(.blankLine)
        lineEnds += 1
    }

    /// A line end, and lines as they are, the last one with its line end: what follows begins at the margin.
    mutating func linesAtMargin(_ lines: String) {
        let start = bytes.count
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: lines.utf8)
        tokens.append(Token(kind: .lines, position: Int32(start), length: Int32(bytes.count - start)))
        lineEnds += 1
    }

    mutating func indented(_ contents: (inout Layout) -> Void) {
        append(.indent)
        contents(&self)
        append(.outdent)
    }

    mutating func group(_ contents: (inout Layout) -> Void) {
        let (opening, widthBefore, lineEndsBefore) = (tokens.count, width, lineEnds)
        append(.open)
        contents(&self)
        tokens[opening].width = lineEnds > lineEndsBefore ? Self.endless : width - widthBefore
        tokens[opening].position = Int32(tokens.count)
        append(.close)
    }

    private mutating func append(_ kind: Kind) { tokens.append(Token(kind: kind, position: 0)) }

    /// The elements with what stands between them.
    mutating func joined<Element>(
        _ elements: [Element], by separator: (inout Layout) -> Void, write: (Element, inout Layout) -> Void
    ) {
        for (index, element) in elements.enumerated() {
            if index > 0 { separator(&self) }
            write(element, &self)
        }
    }

    /// `open`, the elements one a line or all on one, `close`.
    mutating func enclosed<Element>(
        _ open: String, _ elements: [Element], _ close: String, closesOnOwnLine: Bool = false,
        trailingComma: Bool = false, write: (Element, inout Layout) -> Void
    ) {
        guard !elements.isEmpty else { return text(open + close) }
        group { layout in
            layout.text(open)
            layout.indented { layout in
                layout.softLine()
                layout.group { $0.list(elements, write: write) }
            }
            if trailingComma { layout.commaWhenBroken() }
            if closesOnOwnLine { layout.softLine() }
            layout.text(close)
        }
    }

    /// The elements with commas between them, each of which may end a line.
    mutating func list<Element>(_ elements: [Element], write: (Element, inout Layout) -> Void) {
        joined(
            elements,
            by: { layout in
                layout.text(",")
                layout.line()
            }, write: write)
    }

    // MARK: Printing

    /// Appends the text to `output`, which ends with a line end or is empty.
    func print(width lineWidth: Int, to output: inout ContiguousArray<UInt8>) {
        let following = widthsUpToNextBreak()
        var isFlat = false
        var enclosing: ContiguousArray<Bool> = []
        var indentation = 0
        var column = 0
        /// Of the line that has been begun, until something is written on it.
        var pendingIndentation = 0
        func write(_ token: Token) {
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: pendingIndentation))
            pendingIndentation = 0
            output.append(contentsOf: bytes[Int(token.position)..<Int(token.position + token.length)])
            column += Int(token.width)
        }
        func endLine() {
            output.append(UInt8(ascii: "\n"))
            pendingIndentation = indentation
            column = indentation
        }
        for token in tokens {
            switch token.kind {
            case .text: write(token)
            case .lines:
                write(token)
                column = 0
            case .line where isFlat:
                output.append(UInt8(ascii: " "))
                column += 1
            case .softLine where isFlat, .whenBroken where isFlat: break
            case .whenBroken: write(token)
            case .line, .softLine, .hardLine: endLine()
            case .blankLine: output.append(UInt8(ascii: "\n"))
            case .indent: indentation += 4
            case .outdent: indentation -= 4
            case .open:
                enclosing.append(isFlat)
                let needed = Int(token.width) + Int(following[Int(token.position)])
                isFlat = isFlat || needed <= lineWidth - column
            case .close: isFlat = enclosing.removeLast()
            }
        }
    }

    /// For each token, the width of the text that stands behind it up to where a line may end.
    private func widthsUpToNextBreak() -> ContiguousArray<Int32> {
        var widths = ContiguousArray<Int32>(repeating: 0, count: tokens.count)
        var width: Int32 = 0
        for index in tokens.indices.reversed() {
            widths[index] = width
            switch tokens[index].kind {
            case .text, .whenBroken: width += tokens[index].width
            case .lines, .line, .softLine, .hardLine, .blankLine: width = 0
            case .indent, .outdent, .open, .close: break
            }
        }
        return widths
    }

    /// All of it on one line, as far as it has no line ends of its own.
    var flatText: String {
        var output = ContiguousArray<UInt8>()
        print(width: Int(Self.endless) - 1, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
