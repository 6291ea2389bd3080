/// Writes Swift files. The only place that knows indentation, blank lines and the width of a line.
package struct SwiftRenderer: Sendable {
    /// Longest line, in Unicode scalars.
    package static let width = 120

    /// Literals stay on one line however long they are: what stands inside an interpolation has no lines.
    var isFlat = false
    /// Closures stand in parentheses: behind a condition, a brace would be taken for the body's.
    var isInCondition = false

    package init() {}

    package func render(_ file: SwiftFile) -> String {
        var layout = Layout()
        var output = ContiguousArray<UInt8>()
        for line in file.header {
            layout.text(line.isEmpty ? "//" : "// \(line)")
            layout.hardLine()
        }
        if !file.imports.isEmpty { layout.blankLine() }
        for item in file.imports { write(item, to: &layout) }
        layout.print(width: Self.width, to: &output)
        for part in file.declarations.concurrentMap(rendered) { output += part }
        return String(decoding: output, as: UTF8.self)
    }

    /// One declaration, for tests and examples.
    package func render(_ declaration: SwiftDeclaration) -> String {
        rendered { layout in
            write(declaration, to: &layout)
            layout.hardLine()
        }
    }

    /// One expression, for tests and examples.
    package func render(_ expression: SwiftExpression) -> String {
        rendered { write(expression, to: &$0) }
    }

    /// A declaration with the blank line before it.
    private func rendered(_ declaration: SwiftDeclaration) -> ContiguousArray<UInt8> {
        var layout = Layout()
        layout.blankLine()
        write(declaration, to: &layout)
        layout.hardLine()
        var output = ContiguousArray<UInt8>()
        layout.print(width: Self.width, to: &output)
        return output
    }

    private func rendered(_ write: (inout Layout) -> Void) -> String {
        var layout = Layout()
        write(&layout)
        var output = ContiguousArray<UInt8>()
        layout.print(width: Self.width, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func write(_ item: SwiftImport, to layout: inout Layout) {
        let lines =
            switch item {
            case .module(let name): ["import \(name)"]
            case .foundationEssentials:
                [
                    "#if canImport(FoundationEssentials)", "import FoundationEssentials", "#else", "import Foundation",
                    "#endif",
                ]
            }
        for line in lines {
            layout.text(line)
            layout.hardLine()
        }
    }

    /// A comment's lines; the width that is left for them is not known here, so they are cut for the usual depth.
    func write(documentation paragraphs: SwiftDocumentation, to layout: inout Layout) {
        var isFirst = true
        for paragraph in paragraphs where !paragraph.isEmpty {
            if !isFirst {
                layout.text("///")
                layout.hardLine()
            }
            isFirst = false
            for line in paragraph.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                for wrapped in TextWrapping.lines(of: String(Substring(line)), width: Self.width - 12) {
                    layout.text(wrapped.isEmpty ? "///" : "/// \(wrapped.withoutHiddenMarks)")
                    layout.hardLine()
                }
            }
        }
    }
}

/// Breaks prose into lines.
enum TextWrapping {
    /// Lines of at most `width` scalars where words allow it; runs of white space become single spaces.
    static func lines(of text: String, width: Int) -> [String] {
        if text.utf8.count <= width, isPlain(text) { return [text] }
        var lines: [String] = []
        var current = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !current.isEmpty, current.scalarCount + 1 + word.scalarCount > width {
                lines.append(current)
                current = ""
            }
            current += (current.isEmpty ? "" : " ") + word
        }
        return lines + [current]
    }

    /// The words with single spaces between them.
    static func onOneLine(_ text: String) -> String {
        isPlain(text) ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether there is no white space but single spaces between words, all of ASCII: what most texts are.
    private static func isPlain(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
        }
        return previous != 0x20
    }

    /// Pieces of a text that give the text when they are joined, cut behind spaces.
    static func pieces(of text: String, width: Int) -> [String] {
        var pieces: [String] = []
        var current = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if current.scalarCount + word.scalarCount > width, !current.isEmpty {
                pieces.append(current)
                current = ""
            }
            current += word + " "
        }
        return pieces + [String(current.dropLast())]
    }
}
