/// What is done to a text before it is checked: `normalize:` and `coerce:` of the manifest.
///
/// Lists are prepared element by element, and maps value by value. What is no text afterwards is left for the reader
/// to complain about.
public enum TextPreparation: Hashable, Sendable {
    /// Other scalars that are taken for their text.
    public enum Scalar: Hashable, Sendable {
        case integer, number, boolean
    }

    /// Numbers or booleans become the text that they are written as.
    case coerce([Scalar])
    /// White space at both ends goes.
    case trim
    /// Capitals become small letters, whatever the language.
    case lower
    /// What is between digits goes, and a leading `00` becomes `+`: `00 49 (30) 123` is `+4930123`.
    case e164
    /// Everything but the digits 0 to 9 goes.
    case digits
    /// Of an address only scheme, host and port stay. One without a scheme gets `https:`, or with `allowsHTTP` `http:`.
    case origin(allowsHTTP: Bool)
    /// A space between a date and a time becomes `T`.
    case localDateTime
}

extension TextPreparation {
    /// The value as it is to be read.
    public func prepared(_ value: JSON) -> JSON {
        switch (self, value) {
        case (_, .array(let elements)): .array(elements.map(prepared))
        case (_, .object(let object)):
            .object(JSONObject(object.map { (key: $0.key, value: prepared($0.value)) }))
        case (.coerce(let scalars), .number(let number)):
            scalars.contains(.number) || scalars.contains(.integer) && number.int64 != nil
                ? .string(number.int64.map(String.init) ?? number.text) : value
        case (.coerce(let scalars), .bool(let flag)):
            scalars.contains(.boolean) ? .string(flag ? "true" : "false") : value
        case (_, .string(let text)): .string(prepared(text))
        default: value
        }
    }

    func prepared(_ text: String) -> String {
        switch self {
        case .coerce: text
        case .trim: Self.trimmed(text)
        case .lower: text.lowercased()
        case .digits: String(decoding: text.utf8.filter(\.isDigit), as: UTF8.self)
        case .e164: Self.telephoneNumber(text)
        case .origin(let allowsHTTP): Self.origin(of: Self.trimmed(text), allowsHTTP: allowsHTTP)
        case .localDateTime:
            LocalDateTime(text).map(\.text) ?? text
        }
    }

    private static func trimmed(_ text: String) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    private static func telephoneNumber(_ text: String) -> String {
        let marks: Set<Unicode.Scalar> = ["-", ".", "(", ")", "/", "\u{2010}", "\u{2011}", "\u{2013}"]
        var result = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && !marks.contains(scalar) {
            result.unicodeScalars.append(scalar)
        }
        return result.hasPrefix("00") ? "+" + result.dropFirst(2) : result
    }

    /// A text that has no host, or more than an address has before it, stays as it is.
    private static func origin(of text: String, allowsHTTP: Bool) -> String {
        let parts = text.firstRange(of: "://").map { (String(text[..<$0.lowerBound]), text[$0.upperBound...]) }
        let (scheme, rest) = parts ?? (allowsHTTP ? "http" : "https", text[...])
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
        guard !authority.isEmpty, !authority.contains("@") else { return text }
        let lowered = scheme.lowercased()
        let usualPort = lowered == "https" ? ":443" : ":80"
        return "\(lowered)://" + (authority.hasSuffix(usualPort) ? authority.dropLast(usualPort.count) : authority[...])
    }
}
