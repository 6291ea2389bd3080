/// Parses templates, conditions and paths (rulings 23 and 24).
struct TemplateParser {
    private let source: TemplateSource
    private let bytes: [UInt8]

    init(_ source: TemplateSource) {
        self.source = source
        bytes = Array(source.text.utf8)
    }

    func path() throws(TemplateProblem) -> TemplatePath {
        var reader = try TokenReader(bytes, 0..<bytes.count)
        let path = try reader.path()
        try reader.expectEnd()
        return path
    }

    func condition() throws(TemplateProblem) -> TemplateCondition {
        var reader = try TokenReader(bytes, 0..<bytes.count)
        let condition = try reader.condition()
        try reader.expectEnd()
        return condition
    }

    func template() throws(TemplateProblem) -> [TemplateNode] {
        var chunks = TemplateChunks(bytes)
        let (nodes, end) = try nodes(&chunks)
        if let end {
            throw TemplateProblem(message: "`\(end.word)` belongs to nothing", range: end.range)
        }
        return nodes
    }

    /// Nodes up to a tag that closes or continues what encloses them.
    private func nodes(_ chunks: inout TemplateChunks) throws(TemplateProblem) -> ([TemplateNode], Tag?) {
        var nodes: [TemplateNode] = []
        while let chunk = try chunks.next() {
            switch chunk {
            case .text(let range):
                nodes.append(.text(String(decoding: bytes[range], as: UTF8.self)))
            case .output(let range):
                var reader = try TokenReader(bytes, range)
                nodes.append(.output(try reader.expression()))
                try reader.expectEnd()
            case .tag(let range, let whole):
                var reader = try TokenReader(bytes, range)
                let word = try reader.name("a tag: if, for")
                switch word.name {
                case "if": nodes.append(try conditional(&reader, &chunks, whole))
                case "for": nodes.append(try loop(&reader, &chunks, whole))
                case "elsif", "else", "endif", "endfor":
                    return (nodes, Tag(word: word.name, range: whole, reader: reader))
                default:
                    throw TemplateProblem(
                        message: "`{% \(word.name) %}` is not a tag; there are if, elsif, else, endif, for, endfor",
                        range: word.range)
                }
            }
        }
        return (nodes, nil)
    }

    private struct Tag {
        var word: String
        var range: Range<Int>
        var reader: TokenReader
    }

    private func conditional(
        _ reader: inout TokenReader, _ chunks: inout TemplateChunks, _ opening: Range<Int>
    ) throws(TemplateProblem) -> TemplateNode {
        var branches: [TemplateNode.Branch] = []
        var condition = try reader.condition()
        try reader.expectEnd()
        while true {
            let (body, end) = try nodes(&chunks)
            branches.append(TemplateNode.Branch(condition: condition, body: body))
            guard var end else { throw TemplateProblem(message: "this `if` has no `{% endif %}`", range: opening) }
            switch end.word {
            case "elsif":
                condition = try end.reader.condition()
                try end.reader.expectEnd()
            case "endif":
                return .conditional(branches, otherwise: [])
            case "else":
                let (otherwise, last) = try nodes(&chunks)
                guard last?.word == "endif" else {
                    throw TemplateProblem(message: "this `if` has no `{% endif %}`", range: opening)
                }
                return .conditional(branches, otherwise: otherwise)
            default:
                throw TemplateProblem(message: "`\(end.word)` does not close this `if`", range: end.range)
            }
        }
    }

    private func loop(
        _ reader: inout TokenReader, _ chunks: inout TemplateChunks, _ opening: Range<Int>
    ) throws(TemplateProblem) -> TemplateNode {
        let variable = try reader.name("the name of an element")
        try reader.expectName("in")
        let list = try reader.path()
        try reader.expectEnd()
        let (body, end) = try nodes(&chunks)
        guard end?.word == "endfor" else {
            throw TemplateProblem(message: "this `for` has no `{% endfor %}`", range: opening)
        }
        return .loop(variable: variable.name, list: list, body: body)
    }
}

/// Cuts a template into text, `{{ … }}` and `{% … %}`.
private struct TemplateChunks {
    enum Chunk {
        case text(Range<Int>)
        /// The inside of the braces.
        case output(Range<Int>)
        case tag(Range<Int>, whole: Range<Int>)
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var trimsNext = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() throws(TemplateProblem) -> Chunk? {
        while offset < bytes.count {
            if isOpening(offset) { return try braces() }
            let start = offset
            while offset < bytes.count, !isOpening(offset) { offset += 1 }
            var range = start..<offset
            if trimsNext { while let first = range.first, isSpace(bytes[first]) { range.removeFirst() } }
            let trimsEnd = offset + 2 < bytes.count && bytes[offset + 2] == UInt8(ascii: "-")
            if trimsEnd { while let last = range.last, isSpace(bytes[last]) { range.removeLast() } }
            if isAlone(offset) { while let last = range.last, isBlank(bytes[last]) { range.removeLast() } }
            trimsNext = false
            if !range.isEmpty { return .text(range) }
        }
        return nil
    }

    private mutating func braces() throws(TemplateProblem) -> Chunk {
        let start = offset
        let isTag = bytes[start + 1] == UInt8(ascii: "%")
        let closing = isTag ? UInt8(ascii: "%") : UInt8(ascii: "}")
        var index = start + 2
        var quote: UInt8?
        while index + 1 < bytes.count {
            let byte = bytes[index]
            if quote == byte {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if quote == nil, byte == closing, bytes[index + 1] == UInt8(ascii: "}") {
                var inside = start + 2..<index
                if inside.first.map({ bytes[$0] == UInt8(ascii: "-") }) == true { inside.removeFirst() }
                trimsNext = inside.last.map { bytes[$0] == UInt8(ascii: "-") } ?? false
                if trimsNext { inside.removeLast() }
                offset = index + 2
                if isTag, isAlone(start) { skipLineEnd() }
                return isTag ? .tag(inside, whole: start..<offset) : .output(inside)
            }
            index += 1
        }
        throw TemplateProblem(message: "this `\(isTag ? "{%" : "{{")` is not closed", range: start..<start + 2)
    }

    private func isOpening(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "{") && index + 1 < bytes.count
            && (bytes[index + 1] == UInt8(ascii: "{") || bytes[index + 1] == UInt8(ascii: "%"))
    }

    /// Whether a tag begins here that has its line for itself; such a tag takes the line with it.
    private func isAlone(_ start: Int) -> Bool {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "{"), bytes[start + 1] == UInt8(ascii: "%") else {
            return false
        }
        var before = start
        while before > 0, isBlank(bytes[before - 1]) { before -= 1 }
        guard before == 0 || bytes[before - 1] == 0x0A else { return false }
        var after = start + 2
        while after + 1 < bytes.count, bytes[after] != UInt8(ascii: "%") || bytes[after + 1] != UInt8(ascii: "}") {
            after += 1
        }
        after += 2
        while after < bytes.count, isBlank(bytes[after]) { after += 1 }
        return after >= bytes.count || bytes[after] == 0x0A || bytes[after] == 0x0D
    }

    private mutating func skipLineEnd() {
        while offset < bytes.count, isBlank(bytes[offset]) || bytes[offset] == 0x0D { offset += 1 }
        if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}

extension Range<Int> {
    fileprivate mutating func removeFirst() { self = lowerBound + 1..<upperBound }
    fileprivate mutating func removeLast() { self = lowerBound..<upperBound - 1 }
}
