/// A place in a request that a manifest names.
package struct RequestSource: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A header; its name in any case.
        case header
        /// A field of a form body.
        case form
        /// A parameter of the query.
        case query
        /// A value in a JSON body, by keys joined by dots.
        case json
        /// A part of the value that `parse` splits.
        case parsed
    }

    package var kind: Kind
    package var name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// `nil` unless the text is a kind, a dot and a name.
    package init?(_ text: String) {
        guard let dot = text.firstIndex(of: "."), let kind = Kind(rawValue: String(text[..<dot])) else { return nil }
        let name = String(text[text.index(after: dot)...])
        let isName =
            switch kind {
            case .header: TextForm.headerName.matches(name)
            case .json: TextForm.jsonMember.matches(name)
            case .form, .query, .parsed:
                !name.isEmpty && name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "{" && $0 != "}" }
            }
        guard isName else { return nil }
        self.init(kind, name)
    }

    package var text: String { "\(kind.rawValue).\(name)" }
}

/// Where the items of a batch are in a JSON body: `$`, keys behind dots, and at most one `[*]`.
package struct JSONPath: Sendable, Hashable {
    /// The keys to the list; empty when the body itself is the list, or the only event.
    package var listKeys: [String]
    /// Whether there is a list of items.
    package var hasItems: Bool
    /// The keys from an item to the event; empty when the item is the event.
    package var itemKeys: [String]

    package init?(_ text: String) {
        guard text.hasPrefix("$") else { return nil }
        let parts = text.dropFirst().split(separator: "[*]", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        var keys: [[String]] = []
        for part in parts {
            guard part.isEmpty || part.hasPrefix(".") else { return nil }
            let names = part.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
            guard part.isEmpty || names.allSatisfy(Self.isKey) else { return nil }
            keys.append(part.isEmpty ? [] : names.map(String.init))
        }
        listKeys = keys[0]
        hasItems = parts.count == 2
        itemKeys = keys.count == 2 ? keys[1] : []
    }

    /// Keys that can be written without quotes.
    static func isKey(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !["$", "[", "]", "*", "\"", "'"].contains($0) }
    }
}
