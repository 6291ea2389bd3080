/// Documents as literals in Swift.
extension JSONTree {
    private static let lineWidth = 100

    /// The compact text in pieces for the lines of a literal: what does not fit a line is cut between its members.
    var literalLines: [String] {
        var lines: [String] = []
        addLines(before: "", after: "", to: &lines)
        return lines
    }

    private func addLines(before: String, after: String, to lines: inout [String]) {
        var room = Self.lineWidth - before.scalarCount - after.scalarCount
        takeLeastLength(from: &room)
        if room >= 0 {
            let text = before + compactText + after
            if text.scalarCount <= Self.lineWidth { return Self.add(text, to: &lines) }
        }
        switch self {
        case .object(let members) where !members.isEmpty:
            lines.append(before + "{")
            for (index, member) in members.enumerated() {
                member.value.addLines(
                    before: JSONDiagnosticPrinter.quote(member.key) + ":",
                    after: index < members.count - 1 ? "," : "}" + after, to: &lines)
            }
        case .array(let elements) where !elements.isEmpty:
            lines.append(before + "[")
            for (index, element) in elements.enumerated() {
                element.addLines(before: "", after: index < elements.count - 1 ? "," : "]" + after, to: &lines)
            }
        default: Self.add(before + compactText + after, to: &lines)
        }
    }

    /// What is short goes on beside what is short; a long text is cut between its words.
    private static func add(_ text: String, to lines: inout [String]) {
        var rest = text[...]
        while rest.utf8.count > lineWidth, let space = rest.utf8.prefix(lineWidth).lastIndex(of: UInt8(ascii: " ")) {
            let next = rest.utf8.index(after: space)
            lines.append(String(rest[..<next]))
            rest = rest[next...]
        }
        guard rest.startIndex == text.startIndex else { return lines.append(String(rest)) }
        if let last = lines.last, last.utf8.count + text.utf8.count <= lineWidth {
            lines[lines.count - 1] += text
        } else {
            lines.append(text)
        }
    }

    /// Takes at most the length of the compact text, and stops where nothing is left: so that nothing is written that
    /// is long anyway.
    private func takeLeastLength(from room: inout Int) {
        guard room >= 0 else { return }
        switch self {
        case .null, .boolean: room -= 4
        case .number(let text): room -= text.scalarCount
        case .string(let text): room -= text.scalarCount + 2
        case .array(let elements):
            room -= 1 + max(elements.count, 1)
            for element in elements where room >= 0 { element.takeLeastLength(from: &room) }
        case .object(let members):
            room -= 1 + max(members.count, 1)
            for member in members where room >= 0 {
                room -= member.key.scalarCount + 3
                member.value.takeLeastLength(from: &room)
            }
        }
    }
}
