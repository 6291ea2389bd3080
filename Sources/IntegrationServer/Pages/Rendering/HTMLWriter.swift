/// Writes HTML of which only the tags are not text.
struct HTMLWriter {
    enum Tag {
        case paragraph, quote, item, list, pre, code, strong, emphasis, rule, lineBreak
        case heading(Int)
        case orderedList(start: Int)

        fileprivate var name: String {
            switch self {
            case .paragraph: "p"
            case .quote: "blockquote"
            case .item: "li"
            case .list: "ul"
            case .pre: "pre"
            case .code: "code"
            case .strong: "strong"
            case .emphasis: "em"
            case .rule: "hr"
            case .lineBreak: "br"
            case .heading(let level): "h\(level)"
            case .orderedList: "ol"
            }
        }

        fileprivate var attributes: String {
            if case .orderedList(let start) = self, start != 1 { " start=\"\(start)\"" } else { "" }
        }
    }

    private(set) var html = ""

    /// An empty one, for what goes into an element of this.
    var nested: HTMLWriter { HTMLWriter() }

    mutating func text(_ text: String) { html += ScalarHTMLEscaping.escape(text) }

    /// An element without contents.
    mutating func element(_ tag: Tag) { html += "<\(tag.name)>" }

    mutating func element(_ tag: Tag, _ contents: (inout HTMLWriter) -> Void) {
        html += "<\(tag.name)\(tag.attributes)>"
        contents(&self)
        html += "</\(tag.name)>"
    }

    /// - Parameter address: One that ``SafeAddress`` allows; of any other only the contents are written.
    mutating func link(to address: String, _ contents: (inout HTMLWriter) -> Void) {
        guard SafeAddress.isOpenable(address) else { return contents(&self) }
        let outside = address.hasPrefix("/") ? "" : " rel=\"noopener noreferrer\" target=\"_blank\""
        html += "<a href=\"\(ScalarHTMLEscaping.escape(address))\"\(outside)>"
        contents(&self)
        html += "</a>"
    }

    mutating func append(_ other: HTMLWriter) { html += other.html }
}
