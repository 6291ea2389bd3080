import IntegrationKit

struct MarkdownView: Sendable {
    let title: String?
    let content: Markup

    init(_ block: MarkdownBlock) {
        title = block.title
        content = Markdown.html(block.text)
    }
}

/// The part of CommonMark that prose on a page needs: headings, paragraphs, lists, quotes, code, rules, emphasis, code
/// spans and links. Everything else is text.
///
/// Safe by construction: what comes from the text passes ``HTMLWriter/text(_:)`` or its checked link; tags are those
/// of an enum. HTML in the text is text, pictures are links, and a link leads only where ``SafeAddress`` allows.
enum Markdown {
    /// Quotes and lists inside each other; deeper ones are text.
    private static let maximumDepth = 8

    static func html(_ text: String) -> Markup {
        var writer = HTMLWriter()
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        write(lines.map { expandingTabs($0) }, to: &writer, depth: 0, isTight: false)
        return Markup(html: writer.html)
    }

    private static func expandingTabs(_ line: Substring) -> Substring {
        line.contains("\t") ? line.replacing("\t", with: "    ") : line
    }

    // MARK: Blocks

    /// - Parameter isTight: Whether paragraphs stand without their tag, as in a list whose items are one line each.
    private static func write(_ lines: [Substring], to writer: inout HTMLWriter, depth: Int, isTight: Bool) {
        var rest = lines[...]
        while let line = rest.first {
            if isBlank(line) {
                rest.removeFirst()
            } else if let fence = fence(line) {
                rest.removeFirst()
                var code: [Substring] = []
                while let next = rest.popFirst(), !closes(next, fence) { code.append(next) }
                writer.element(.pre) { $0.element(.code) { $0.text(code.map { $0 + "\n" }.joined()) } }
            } else if let (level, title) = heading(line) {
                rest.removeFirst()
                // The page's title and the block's stand above.
                writer.element(.heading(min(level + 2, 6))) { inline(title, to: &$0) }
            } else if isRule(line) {
                rest.removeFirst()
                writer.element(.rule)
            } else if depth < maximumDepth, isQuote(line) {
                var quoted: [Substring] = []
                while let next = rest.first, isQuote(next) {
                    quoted.append(withoutMark(next))
                    rest.removeFirst()
                }
                writer.element(.quote) { write(quoted, to: &$0, depth: depth + 1, isTight: false) }
            } else if depth < maximumDepth, let mark = ListMark(line) {
                writeList(mark, &rest, to: &writer, depth: depth)
            } else {
                var paragraph: [Substring] = []
                while let next = rest.first, !isBlank(next), paragraph.isEmpty || !interrupts(next, depth) {
                    paragraph.append(next.drop { $0 == " " })
                    rest.removeFirst()
                }
                let text = paragraph.joined(separator: "\n")
                if isTight { inline(text, to: &writer) } else { writer.element(.paragraph) { inline(text, to: &$0) } }
            }
        }
    }

    private static func writeList(
        _ first: ListMark, _ rest: inout ArraySlice<Substring>, to writer: inout HTMLWriter, depth: Int
    ) {
        var items: [[Substring]] = []
        var isLoose = false
        while let line = rest.first, let mark = ListMark(line), mark.isOrdered == first.isOrdered {
            rest.removeFirst()
            var item = [line.dropFirst(mark.width)]
            while let next = rest.first {
                if isBlank(next) {
                    // A blank line belongs to the item if something of the item follows.
                    guard let following = rest.dropFirst().first(where: { !isBlank($0) }), indentation(following) >= mark.width
                    else { break }
                    item.append("")
                    isLoose = true
                } else if indentation(next) >= mark.width {
                    item.append(next.dropFirst(mark.width))
                } else if ListMark(next) == nil, !interrupts(next, depth), let last = item.last, !isBlank(last) {
                    item.append(next)
                } else {
                    break
                }
                rest.removeFirst()
            }
            items.append(item)
            if let next = rest.first, isBlank(next), let following = rest.first(where: { !isBlank($0) }),
                let mark = ListMark(following), mark.isOrdered == first.isOrdered
            {
                isLoose = true
                while let next = rest.first, isBlank(next) { rest.removeFirst() }
            }
        }
        writer.element(first.isOrdered ? .orderedList(start: first.number) : .list) { list in
            for item in items {
                list.element(.item) { write(item, to: &$0, depth: depth + 1, isTight: !isLoose) }
            }
        }
    }

    /// `- `, `* `, `+ `, `1. ` or `1) ` at a line's beginning.
    private struct ListMark {
        /// Of indentation, mark and the space behind it.
        let width: Int
        let isOrdered: Bool
        let number: Int

        init?(_ line: Substring) {
            let indentation = Markdown.indentation(line)
            guard indentation < 4 else { return nil }
            let text = line.dropFirst(indentation)
            if let mark = text.first, "-*+".contains(mark), text.dropFirst().first == " " {
                (width, isOrdered, number) = (indentation + 2, false, 1)
                return
            }
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            let behind = text.dropFirst(digits.count)
            guard (1...9).contains(digits.count), let number = Int(digits), let mark = behind.first, ".)".contains(mark),
                behind.dropFirst().first == " "
            else { return nil }
            (width, isOrdered, self.number) = (indentation + digits.count + 2, true, number)
        }
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " } }
    private static func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
    private static func isQuote(_ line: Substring) -> Bool { line.drop { $0 == " " }.first == ">" }

    private static func withoutMark(_ line: Substring) -> Substring {
        let text = line.drop { $0 == " " }.dropFirst()
        return text.first == " " ? text.dropFirst() : text
    }

    /// Whether a line ends the paragraph before it.
    private static func interrupts(_ line: Substring, _ depth: Int) -> Bool {
        if fence(line) != nil || heading(line) != nil || isRule(line) { return true }
        return depth < maximumDepth && (isQuote(line) || ListMark(line) != nil)
    }

    private static func fence(_ line: Substring) -> Substring? {
        let text = line.drop { $0 == " " }
        guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
        let fence = text.prefix { $0 == mark }
        return fence.count >= 3 && !text.dropFirst(fence.count).contains("`") ? fence : nil
    }

    private static func closes(_ line: Substring, _ fence: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        return text.hasPrefix(fence) && text.allSatisfy { $0 == fence.first || $0 == " " }
    }

    private static func heading(_ line: Substring) -> (level: Int, title: String)? {
        let text = line.drop { $0 == " " }
        let level = text.prefix { $0 == "#" }.count
        let title = text.dropFirst(level)
        guard (1...6).contains(level), title.isEmpty || title.first == " " else { return nil }
        return (level, String(title).trimmingWhitespace)
    }

    private static func isRule(_ line: Substring) -> Bool {
        let marks = line.filter { $0 != " " }
        guard marks.count >= 3, let mark = marks.first, "-*_".contains(mark) else { return false }
        return marks.allSatisfy { $0 == mark }
    }

    private static func inline(_ text: String, to writer: inout HTMLWriter) {
        var parser = MarkdownInline(text)
        parser.write(to: &writer)
    }
}
