/// The Liquid of the platform, as far as it can be checked without running it: whether tags are closed, and which
/// paths a text reads. Filters are not looked at, for the platform has its own.
struct LiquidText {
    /// `steps.get-instance.outputs.response[0].id`.
    struct Path {
        struct Segment {
            var name: String
            /// In the text, in bytes.
            var range: Range<Int>
            /// `[0]`, or an index that is computed.
            var isIndex = false
        }

        var segments: [Segment]
    }

    struct Problem {
        var message: String
        var range: Range<Int>
    }

    private(set) var paths: [Path] = []
    private(set) var problems: [Problem] = []
    /// Comparisons and `and`, `or` behind a filter with arguments, where Liquid takes them for arguments.
    private(set) var misreadOperators: [Range<Int>] = []
    /// Names that the text makes itself: `assign`, `capture`, `for`.
    private(set) var locals: Set<String> = []

    private let bytes: [UInt8]
    private var open: [(tag: String, range: Range<Int>)] = []

    /// Tags that are closed by `end` and their name.
    private static let blocks: Set<String> = ["if", "unless", "case", "for", "tablerow", "capture", "comment", "raw"]
    private static let branches: [String: Set<String>] = [
        "elsif": ["if", "unless"], "else": ["if", "unless", "case", "for"], "when": ["case"],
    ]
    private static let simple: Set<String> = [
        "assign", "break", "continue", "cycle", "increment", "decrement", "render", "include", "echo", "liquid",
    ]

    init(_ text: String) {
        bytes = Array(text.utf8)
        parse()
    }

    private mutating func parse() {
        var index = 0
        while let start = find("{", from: index), start + 1 < bytes.count {
            switch bytes[start + 1] {
            case UInt8(ascii: "{"):
                guard let end = close("}}", from: start + 2) else {
                    problems.append(Problem(message: "this `{{` is not closed by `}}`", range: start..<start + 2))
                    return
                }
                expression(start + 2..<end, isOutput: true)
                index = end + 2
            case UInt8(ascii: "%"):
                guard let end = close("%}", from: start + 2) else {
                    problems.append(Problem(message: "this `{%` is not closed by `%}`", range: start..<start + 2))
                    return
                }
                index = tag(start + 2..<end, whole: start..<end + 2)
            default: index = start + 1
            }
        }
        for unclosed in open {
            problems.append(
                Problem(
                    message: "this `{% \(unclosed.tag) %}` has no `{% end\(unclosed.tag) %}`", range: unclosed.range))
        }
    }

    /// Where to go on behind a tag.
    private mutating func tag(_ range: Range<Int>, whole: Range<Int>) -> Int {
        var lexer = LiquidLexer(bytes, trimmed(range))
        guard case .name(let name, let place)? = lexer.next() else {
            problems.append(Problem(message: "a tag begins with its name", range: whole))
            return whole.upperBound
        }
        let rest = place.upperBound..<range.upperBound
        if name == "raw" || name == "comment" {
            guard let end = endOfRaw(name, from: whole.upperBound) else {
                problems.append(Problem(message: "this `{% \(name) %}` has no `{% end\(name) %}`", range: whole))
                return bytes.count
            }
            return end
        }
        if Self.blocks.contains(name) {
            open.append((name, whole))
        } else if name.hasPrefix("end"), Self.blocks.contains(String(name.dropFirst(3))) {
            if open.last?.tag == String(name.dropFirst(3)) {
                open.removeLast()
            } else {
                let inside = open.last.map { "`{% \($0.tag) %}`" } ?? "no tag that is open"
                problems.append(Problem(message: "`{% \(name) %}` closes \(inside)", range: whole))
                open.removeAll()
            }
            return whole.upperBound
        } else if let outer = Self.branches[name] {
            if !outer.contains(open.last?.tag ?? "") {
                problems.append(Problem(message: "`{% \(name) %}` stands in no tag that it belongs to", range: whole))
            }
        } else if !Self.simple.contains(name) {
            let known = Self.blocks.union(Self.simple).union(Self.branches.keys).union(Self.blocks.map { "end\($0)" })
            let meant = Suggestion.nearest(to: name, among: known.sorted())
            problems.append(
                Problem(
                    message: "there is no tag `\(name)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""),
                    range: place))
            return whole.upperBound
        }
        switch name {
        case "assign", "for", "tablerow", "capture", "increment", "decrement":
            // The first name is made here, and not read.
            guard case .name(let local, let place)? = lexer.next() else { break }
            locals.insert(local)
            expression(place.upperBound..<range.upperBound)
        case "render", "include", "liquid", "cycle", "else", "break", "continue": break
        default: expression(rest)
        }
        return whole.upperBound
    }

    private func endOfRaw(_ name: String, from start: Int) -> Int? {
        var index = start
        while let found = find("{%", from: index) {
            guard let end = close("%}", from: found + 2) else { return nil }
            var lexer = LiquidLexer(bytes, trimmed(found + 2..<end))
            if case .name("end\(name)", _)? = lexer.next() { return end + 2 }
            index = end + 2
        }
        return nil
    }

    // MARK: Expressions

    private mutating func expression(_ range: Range<Int>, isOutput: Bool = false) {
        var lexer = LiquidLexer(bytes, range)
        var isFilterName = false
        var hasArguments = false
        while let token = lexer.next() {
            switch token {
            case .mark(UInt8(ascii: "|"), _):
                isFilterName = true
                hasArguments = false
                continue
            case .mark(UInt8(ascii: ":"), _): hasArguments = true
            case .mark, .literal: break
            case .comparison(let place): if isOutput, hasArguments { misreadOperators.append(place) }
            case .name(let name, let place):
                if isFilterName { break }
                if ["and", "or", "contains"].contains(name) {
                    if isOutput, hasArguments { misreadOperators.append(place) }
                } else if !LiquidLexer.words.contains(name), !lexer.isAt(":") {
                    paths.append(path(name, place, &lexer))
                }
            }
            isFilterName = false
        }
    }

    private mutating func path(_ name: String, _ place: Range<Int>, _ lexer: inout LiquidLexer) -> Path {
        var path = Path(segments: [.init(name: name, range: place)])
        while true {
            if lexer.take("."), case .name(let name, let place)? = lexer.next() {
                path.segments.append(.init(name: name, range: place))
            } else if let inner = lexer.brackets() {
                var content = LiquidLexer(bytes, inner)
                if case .literal(let text?, let place)? = content.next() {
                    path.segments.append(.init(name: text, range: place))
                } else {
                    path.segments.append(.init(name: "", range: inner, isIndex: true))
                    expression(inner)
                }
            } else {
                return path
            }
        }
    }

    // MARK: Bytes

    /// Without the dash that takes the space before a tag.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        range.first.map { bytes[$0] } == UInt8(ascii: "-") ? range.dropFirst() : range
    }

    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard start + wanted.count <= bytes.count else { return nil }
        return (start...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }

    /// The end of an output or a tag, quotes looked through.
    private func close(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        var quote: UInt8?
        var index = start
        while index + 1 < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == wanted[0], bytes[index + 1] == wanted[1] {
                return index
            }
            index += 1
        }
        return nil
    }
}
