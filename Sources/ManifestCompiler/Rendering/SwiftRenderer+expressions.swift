extension SwiftRenderer {
    func write(_ expression: SwiftExpression, to layout: inout Layout) {
        switch expression {
        case .code(let code): layout.text(code)
        case .string(let text): write(string: text, to: &layout)
        case .lines(let text): write(text: text, to: &layout)
        case .rawText(let pieces): write(rawText: pieces, to: &layout)
        case .document(let text): write(document: text, to: &layout)
        case .interpolation(let pieces): write(interpolation: pieces, to: &layout)
        case .array(let elements): write(array: elements, to: &layout)
        case .dictionary(let entries): write(dictionary: entries, to: &layout)
        case .call(let callee, let arguments, let closure?) where isInCondition:
            write(.call(callee, arguments + [SwiftArgument(nil, .closure(closure))], trailing: nil), to: &layout)
        case .call(let callee, let arguments, let trailing):
            write(operand: callee, atLeast: 10, to: &layout)
            if !arguments.isEmpty || trailing == nil { layout.enclosed("(", arguments, ")", write: write) }
            if let trailing {
                layout.text(" ")
                write(trailing, to: &layout)
            }
        case .member(let base, let name, let isOptional):
            write(operand: base, atLeast: 10, to: &layout)
            layout.text(isOptional ? "?.\(name)" : ".\(name)")
        case .subscript(let base, let arguments):
            write(operand: base, atLeast: 10, to: &layout)
            layout.enclosed("[", arguments, "]", write: write)
        case .infix(let left, "=", let right):
            write(left, to: &layout)
            layout.text(" = ")
            write(right, to: &layout)
        case .infix(let left, let name, let right):
            layout.group { layout in
                write(operand: left, atLeast: expression.precedence + (name == "??" ? 1 : 0), to: &layout)
                layout.indented { layout in
                    layout.line()
                    layout.text("\(name) ")
                    write(operand: right, atLeast: expression.precedence + (name == "??" ? 0 : 1), to: &layout)
                }
            }
        case .ternary(let condition, let then, let otherwise):
            layout.group { layout in
                write(operand: condition, atLeast: 2, to: &layout)
                layout.indented { layout in
                    layout.line()
                    layout.text("? ")
                    write(operand: then, atLeast: 2, to: &layout)
                    layout.line()
                    layout.text(": ")
                    write(otherwise, to: &layout)
                }
            }
        case .prefix("!", let value):
            layout.text("!")
            write(operand: value, atLeast: 9, to: &layout)
        case .prefix(let word, let value):
            layout.text("\(word) ")
            write(value, to: &layout)
        case .closure(let closure): write(closure, to: &layout)
        case .remarked(let inner, _): write(inner, to: &layout)
        case .parenthesized(let inner):
            layout.text("(")
            write(inner, to: &layout)
            layout.text(")")
        case .tuple(let elements) where elements.count == 1: write(elements[0], to: &layout)
        case .tuple(let elements): layout.enclosed("(", elements, ")", write: write)
        }
    }

    private func write(operand expression: SwiftExpression, atLeast precedence: Int, to layout: inout Layout) {
        guard expression.precedence < precedence else { return write(expression, to: &layout) }
        layout.text("(")
        write(expression, to: &layout)
        layout.text(")")
    }

    private func write(_ argument: SwiftArgument, to layout: inout Layout) {
        if let label = argument.label {
            layout.text(SwiftKeywords.label(label))
            layout.text(": ")
        }
        write(argument.value, to: &layout)
    }

    private func write(_ closure: SwiftClosure, to layout: inout Layout) {
        writeBlock(
            closure.body, opening: closure.signature.isEmpty ? "{" : "{ \(closure.signature) in", oneLine: true,
            to: &layout)
    }

    private func write(array elements: [SwiftExpression], to layout: inout Layout) {
        let hasRemarks = elements.contains { if case .remarked = $0 { true } else { false } }
        guard hasRemarks else {
            return layout.enclosed(
                "[", elements, "]", closesOnOwnLine: true, trailingComma: true, write: write)
        }
        layout.text("[")
        layout.indented { layout in
            layout.hardLine()
            layout.joined(elements, by: { $0.hardLine() }, write: writeElement)
        }
        layout.hardLine()
        layout.text("]")
    }

    /// One element a line, its remark behind it where there is room, else above it.
    private func writeElement(_ element: SwiftExpression, to layout: inout Layout) {
        guard case .remarked(let inner, let remark) = element else {
            write(element, to: &layout)
            return layout.text(",")
        }
        let code = flatText(of: inner)
        // 8 columns are the usual depth.
        if code.scalarCount + remark.scalarCount + 6 <= Self.width - 8 {
            layout.text("\(code),  // \(remark)")
        } else {
            layout.text("// \(remark)")
            layout.hardLine()
            layout.text(code + ",")
        }
    }

    private func write(dictionary entries: [SwiftExpression.Entry], to layout: inout Layout) {
        guard !entries.isEmpty else { return layout.text("[:]") }
        layout.enclosed("[", entries, "]", closesOnOwnLine: true, trailingComma: true) { entry, layout in
            write(entry.key, to: &layout)
            layout.text(": ")
            write(entry.value, to: &layout)
        }
    }

    private func flatText(of expression: SwiftExpression) -> String {
        var layout = Layout()
        var renderer = self
        renderer.isFlat = true
        renderer.write(expression, to: &layout)
        return layout.flatText
    }

    // MARK: Text

    /// Longest literal that is not cut into lines.
    private static let literalWidth = width - 30

    /// A literal, over several lines where it is long.
    private func write(string text: String, to layout: inout Layout) {
        // Bytes are quicker to count, and never fewer than scalars.
        guard !isFlat, text.utf8.count > Self.literalWidth, text.scalarCount > Self.literalWidth else {
            return layout.text(SwiftLiteral.literal(text))
        }
        let pieces = TextWrapping.pieces(of: text, width: Self.literalWidth)
        guard pieces.count > 1 else { return layout.text(SwiftLiteral.literal(text)) }
        write(lines: pieces.map(SwiftLiteral.escaped), to: &layout)
    }

    /// A literal in which every line of the text has its own.
    private func write(text: String, to layout: inout Layout) {
        guard !isFlat else { return write(string: text, to: &layout) }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            // Quotes need no escape here, unless three of them stand together.
            SwiftLiteral.escaped(String(line)).replacing("\\\"", with: "\"").replacing("\"\"\"", with: "\\\"\"\"")
        }
        guard lines.count > 1 else { return write(string: text, to: &layout) }
        layout.indented { layout in
            layout.text("\"\"\"")
            for line in lines {
                if line.isEmpty { layout.blankLine() } else { layout.hardLine() }
                layout.text(line)
            }
            layout.hardLine()
            layout.text("\"\"\"")
        }
    }

    private func write(rawText pieces: [String], to layout: inout Layout) {
        let longest = pieces.lazy.map(Self.longestFence).max() ?? 0
        write(lines: pieces, fence: String(repeating: "#", count: longest + 1), to: &layout)
    }

    /// A literal at the margin, so that a large document is copied as a whole.
    private func write(document text: String, to layout: inout Layout) {
        let fence = String(repeating: "#", count: Self.longestFence(in: text) + 1)
        layout.text(fence + "\"\"\"")
        layout.linesAtMargin(text)
        layout.text("\"\"\"" + fence)
    }

    /// How many `#` stand, at most, where they would end a literal or begin an escape: behind three quotes or a
    /// backslash.
    private static func longestFence(in text: String) -> Int {
        var longest = 0
        var quotes = 0
        /// Of the fence that may be here.
        var length: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                quotes += 1
                length = quotes >= 3 ? 0 : nil
            case UInt8(ascii: "\\"):
                quotes = 0
                length = 0
            case UInt8(ascii: "#"):
                quotes = 0
                length = length.map { $0 + 1 }
                longest = max(longest, length ?? 0)
            default:
                quotes = 0
                length = nil
            }
        }
        return longest
    }

    /// A literal with values in it, over several lines where it is long.
    private func write(interpolation pieces: [SwiftExpression.Piece], to layout: inout Layout) {
        let contents = pieces.map { piece in
            switch piece {
            case .text(let text): SwiftLiteral.escaped(text)
            case .value(let value): "\\(" + flatText(of: value) + ")"
            }
        }
        guard !isFlat, contents.reduce(0, { $0 + $1.scalarCount }) > Self.literalWidth else {
            return layout.text("\"" + contents.joined() + "\"")
        }
        var lines = [""]
        for content in contents {
            let isLong =
                lines[lines.count - 1].scalarCount + content.scalarCount > Self.literalWidth
            if isLong, !lines[lines.count - 1].isEmpty { lines.append("") }
            lines[lines.count - 1] += content
        }
        write(lines: lines, to: &layout)
    }

    /// A literal of several lines that are one line when it is read.
    private func write(lines: [String], fence: String = "", to layout: inout Layout) {
        layout.indented { layout in
            layout.text(fence + "\"\"\"")
            for (index, line) in lines.enumerated() {
                layout.hardLine()
                layout.text(line)
                if index < lines.count - 1 { layout.text("\\" + fence) }
            }
            layout.hardLine()
            layout.text("\"\"\"" + fence)
        }
    }
}
