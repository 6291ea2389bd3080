/// Addresses of the manifest with `{NAME}` of provision variables in them.
enum AddressTemplate {
    /// - Returns: nil when a name has no value.
    static func fill(_ template: String, _ value: (String) -> String?) -> String? {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}"),
                let text = value(String(rest[rest.index(after: open)..<close]))
            else { return nil }
            result += rest[..<open] + text
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Scheme and authority of an address, and the rest.
    static func split(_ url: String) -> (origin: String, rest: String) {
        guard let scheme = url.range(of: "://") else { return (url, "") }
        let end = url[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" } ?? url.endIndex
        return (String(url[..<end]), String(url[end...]))
    }
}

extension String {
    /// The first place of the text, without Foundation.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
