/// A piece of HTML. Text that is interpolated is escaped; only other pieces of ``HTML`` go in as they are.
///
/// ```swift
/// let cell: HTML = "<td>\(message.body)</td>"      // body is escaped
/// let row: HTML = "<tr>\(cell)</tr>"               // cell is not
/// ```
struct HTML: ExpressibleByStringInterpolation, Sendable {
    private(set) var text: String

    init(stringLiteral value: String) { text = value }

    init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// Markup written in this library, never anything that came from outside.
    init(trusted markup: String) { text = markup }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ value: String) { text += HTML.escape(value) }
        mutating func appendInterpolation(_ value: Int) { text += String(value) }
        mutating func appendInterpolation(_ piece: HTML) { text += piece.text }
        mutating func appendInterpolation(_ piece: HTML?) { text += piece?.text ?? "" }
    }

    static let empty: HTML = ""

    static func + (a: HTML, b: HTML) -> HTML { HTML(trusted: a.text + b.text) }

    /// The five characters that mean something in HTML text and quoted attributes.
    static func escape(_ value: String) -> String {
        var out = ""
        for character in value.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }
}

extension Sequence<HTML> {
    /// All pieces, one after another.
    func joined() -> HTML { reduce(.empty, +) }
}
