/// Text whose line breaks are chosen by the width that there is: every group is written on one line if it fits, else
/// all of its own breaks become line ends.
///
/// After Philip Wadler, "A prettier printer" (1998).
indirect enum Layout {
    case text(String)
    /// A space, or a line end.
    case line
    /// Nothing, or a line end.
    case softLine
    /// Text that is there only where the group is broken.
    case whenBroken(String)
    /// Always a line end.
    case hardLine
    /// A line end without indentation after it, between members.
    case blankLine
    case indented(Layout)
    case group(Layout)
    case sequence([Layout])

    static func joined(_ layouts: [Layout], by separator: Layout) -> Layout {
        var result: [Layout] = []
        for (index, layout) in layouts.enumerated() {
            if index > 0 { result.append(separator) }
            result.append(layout)
        }
        return .sequence(result)
    }

    /// `open`, the elements one a line or all on one, `close`.
    static func enclosed(
        _ open: String, _ elements: [Layout], _ close: String, closesOnOwnLine: Bool = false,
        trailingComma: Bool = false
    ) -> Layout {
        guard !elements.isEmpty else { return .text(open + close) }
        let list = Layout.joined(elements, by: .sequence([.text(","), .line]))
        return .group(
            .sequence([
                .text(open), .indented(.sequence([.softLine, .group(list)])),
                trailingComma ? .whenBroken(",") : .text(""), closesOnOwnLine ? .softLine : .text(""), .text(close),
            ]))
    }
}

/// Writes layouts.
struct LayoutPrinter {
    let width: Int

    private struct Item {
        var indentation: Int
        var isFlat: Bool
        var layout: Layout
    }

    func print(_ layout: Layout) -> String {
        var output = ""
        var column = 0
        var pendingIndentation = 0
        var stack = [Item(indentation: 0, isFlat: false, layout: layout)]
        func write(_ text: String) {
            guard !text.isEmpty else { return }
            if pendingIndentation > 0 {
                output += String(repeating: " ", count: pendingIndentation)
                pendingIndentation = 0
            }
            output += text
            column += text.unicodeScalars.count
        }
        while let item = stack.popLast() {
            switch item.layout {
            case .text(let text): write(text)
            case .line where item.isFlat: write(" ")
            case .softLine where item.isFlat: break
            case .whenBroken where item.isFlat: break
            case .whenBroken(let text): write(text)
            case .line, .softLine, .hardLine:
                output += "\n"
                pendingIndentation = item.indentation
                column = item.indentation
            case .blankLine:
                output += "\n"
            case .indented(let inner):
                stack.append(Item(indentation: item.indentation + 4, isFlat: item.isFlat, layout: inner))
            case .group(let inner):
                let isFlat = item.isFlat || fits(inner, after: stack, in: width - column)
                stack.append(Item(indentation: item.indentation, isFlat: isFlat, layout: inner))
            case .sequence(let inner):
                for layout in inner.reversed() {
                    stack.append(Item(indentation: item.indentation, isFlat: item.isFlat, layout: layout))
                }
            }
        }
        return output
    }

    /// Whether `layout` on one line, and what follows it up to the next possible line end, fits.
    private func fits(_ layout: Layout, after rest: [Item], in space: Int) -> Bool {
        var space = space
        var following = rest.count
        var stack = [Item(indentation: 0, isFlat: true, layout: layout)]
        while space >= 0 {
            let item: Item
            if let next = stack.popLast() {
                item = next
            } else if following > 0 {
                following -= 1
                item = rest[following]
            } else {
                return true
            }
            switch item.layout {
            case .text(let text): space -= text.unicodeScalars.count
            case .line where item.isFlat: space -= 1
            case .softLine where item.isFlat: break
            case .whenBroken(let text): space -= item.isFlat ? 0 : text.unicodeScalars.count
            case .line, .softLine: return true
            // A line end inside the group itself means that it is not on one line.
            case .hardLine, .blankLine: return !item.isFlat
            case .indented(let inner), .group(let inner):
                stack.append(Item(indentation: 0, isFlat: item.isFlat, layout: inner))
            case .sequence(let inner):
                for layout in inner.reversed() {
                    stack.append(Item(indentation: 0, isFlat: item.isFlat, layout: layout))
                }
            }
        }
        return false
    }
}
