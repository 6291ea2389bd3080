import Mustache

/// Text that is HTML already: icons and fragments that this module made. Templates write it with three braces; every
/// other value is escaped.
struct Markup: MustacheCustomRenderable, Hashable, Sendable {
    let html: String

    var renderText: String { html }
    var isNull: Bool { html.isEmpty }
}

/// Escapes for HTML text and quoted attributes, scalar by scalar.
///
/// swift-mustache's own escaping looks at whole characters, and a quote that carries a combining accent is another
/// character than a quote: it would stand in an attribute as it is and end it. ``Templates`` puts this one into every
/// template.
struct ScalarHTMLEscaping: MustacheContentType {
    static let name = "HTML_SCALARS"

    func escapeText(_ text: String) -> String { Self.escape(text) }

    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.entity($0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let entity = entity(byte) {
                bytes.append(contentsOf: entity.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // U+0000 ends some readers' text; it has no meaning in a page.
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}
