/// Writes Swift files. The only place that knows indentation, blank lines and the width of a line.
package struct SwiftRenderer: Sendable {
    /// Longest line, in Unicode scalars.
    package static let width = 120

    package init() {}

    package func render(_ file: SwiftFile) -> String {
        var parts: [Layout] = [.joined(file.header.map { .text($0.isEmpty ? "//" : "// \($0)") }, by: .hardLine)]
        if !file.imports.isEmpty {
            parts.append(.joined(file.imports.flatMap(layout), by: .hardLine))
        }
        for declaration in file.declarations { parts.append(layout(declaration)) }
        let separator = Layout.sequence([.hardLine, .blankLine])
        return LayoutPrinter(width: Self.width).print(.sequence([.joined(parts, by: separator), .hardLine]))
    }

    /// One declaration, for tests and examples.
    package func render(_ declaration: SwiftDeclaration) -> String {
        LayoutPrinter(width: Self.width).print(.sequence([layout(declaration), .hardLine]))
    }

    /// One expression, for tests and examples.
    package func render(_ expression: SwiftExpression) -> String {
        LayoutPrinter(width: Self.width).print(layout(expression))
    }

    private func layout(_ item: SwiftImport) -> [Layout] {
        switch item {
        case .module(let name): [.text("import \(name)")]
        case .foundationEssentials:
            [
                .text("#if canImport(FoundationEssentials)"), .text("import FoundationEssentials"), .text("#else"),
                .text("import Foundation"), .text("#endif"),
            ]
        }
    }

    /// A comment's lines; the width that is left for them is not known here, so they are cut for the usual depth.
    func documentation(_ paragraphs: SwiftDocumentation) -> [Layout] {
        var lines: [Layout] = []
        for paragraph in paragraphs where !paragraph.isEmpty {
            if !lines.isEmpty { lines.append(.sequence([.text("///"), .hardLine])) }
            for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
                for wrapped in TextWrapping.lines(of: String(line), width: Self.width - 12) {
                    lines.append(.sequence([.text(wrapped.isEmpty ? "///" : "/// \(wrapped)"), .hardLine]))
                }
            }
        }
        return lines
    }
}

/// Breaks prose into lines.
enum TextWrapping {
    /// Lines of at most `width` scalars where words allow it; runs of white space become single spaces.
    static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !current.isEmpty, current.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
                lines.append(current)
                current = ""
            }
            current += (current.isEmpty ? "" : " ") + word
        }
        return lines + [current]
    }

    /// Pieces of a text that give the text when they are joined, cut behind spaces.
    static func pieces(of text: String, width: Int) -> [String] {
        var pieces: [String] = []
        var current = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if current.unicodeScalars.count + word.unicodeScalars.count > width, !current.isEmpty {
                pieces.append(current)
                current = ""
            }
            current += word + " "
        }
        return pieces + [String(current.dropLast())]
    }
}
