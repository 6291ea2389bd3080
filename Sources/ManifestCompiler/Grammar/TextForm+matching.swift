extension TextForm {
    /// Whether a text has the form.
    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .handle: return Self.isHandle(text)
        case .variable: return Self.isVariable(text)
        case .version: return Self.isVersion(text)
        case .spelling:
            guard let first = bytes.first, Self.isUpper(first) else { return false }
            return bytes.allSatisfy { Self.isLetter($0) || Self.isDigit($0) }
        case .headerName:
            // RFC 9110, section 5.6.2: token.
            let marks = Set("!#$%&'*+-.^_`|~".utf8)
            return !bytes.isEmpty && bytes.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || marks.contains($0) }
        case .payloadName:
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            return !parts.isEmpty && parts.allSatisfy { Self.isIdentifier(Array($0.utf8)) }
        case .member:
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { Self.isHandle(String($0)) }
        case .order: return Self.isHandle(text.hasPrefix("-") ? String(text.dropFirst()) : text)
        case .icon:
            guard let first = bytes.first, Self.isLower(first) else { return false }
            return bytes.allSatisfy { Self.isLower($0) || Self.isDigit($0) || $0 == UInt8(ascii: "-") }
        case .definition: return !text.isEmpty
        case .swiftName:
            guard let first = bytes.first, Self.isLower(first) else { return false }
            return Self.isIdentifier(bytes)
        case .rate: return Rate(text) != nil
        case .backoff: return RetryPolicy.Backoff(text) != nil
        case .inputPath, .dottedName: return Self.isDotted(text)
        case .requestSource: return RequestSource(text) != nil
        case .routeSource: return text == "PAYLOAD" || RequestSource(text) != nil
        case .jsonPath: return JSONPath(text) != nil
        case .jsonMember:
            return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(JSONPath.isKey)
        case .filePath, .filePattern:
            // `/` only, and no empty part: neither an absolute path nor a directory.
            return !text.contains("\\") && !text.unicodeScalars.contains { $0.value < 0x20 || $0 == ":" }
                && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0 != "." }
        case .platformName:
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count <= 2 && (parts.count == 1 || parts[0] == "platform")
                && parts.allSatisfy { Self.isHandle(String($0)) }
        }
    }

    /// What to say about a text that has not.
    var wish: String {
        switch self {
        case .handle: "handles are lower-case letters, digits and `_`, and begin with a letter"
        case .variable: "variables are upper-case letters, digits and `_`, and begin with a letter"
        case .version: "write three numbers: 1.0.0"
        case .spelling: "write a word of letters and digits that begins with a capital, such as WhatsApp"
        case .headerName: "write the name of an HTTP header, such as X-Hub-Signature-256"
        case .payloadName: "write a Swift type with its module, such as GraphAPI.WebhookPayload, or a record's handle"
        case .member: "write a model and a name in it, such as email_address.domain"
        case .order: "write a field's handle, with `-` before it for descending"
        case .icon: "write the name of a Lucide icon, such as message-square"
        case .definition: "write the name of a definition, such as phone"
        case .swiftName: "write a Swift name in lower camel case"
        case .rate: "write a whole number, `/`, and s, m, h or d: 80/s"
        case .backoff: "write EXPONENTIAL, LINEAR, or a duration"
        case .inputPath: "write the handles of inputs joined by dots, without braces: channel.identifier_value"
        case .platformName: "write a handle, or `platform/` and a handle"
        case .dottedName: "write handles joined by dots: calendar.event.created"
        case .requestSource: "write header.NAME, form.NAME, query.NAME, json.KEY or parsed.NAME"
        case .routeSource: "write PAYLOAD, header.NAME, form.NAME, query.NAME or json.KEY"
        case .jsonPath: "write `$`, keys behind dots and at most one `[*]`: $.events[*]"
        case .jsonMember: "write keys joined by dots: meta.eventId"
        case .filePath: "write a path relative to this file, with `/` between its parts: agents/booking.md"
        case .filePattern: "write a path relative to this file, with `*` for any name: pages/*.yaml"
        }
    }

    static func isHandle(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, isLower(first) else { return false }
            return bytes.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
        }
    }

    /// Handles joined by dots.
    static func isDotted(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isHandle(String($0)) }
    }

    static func isVariable(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, isUpper(first) else { return false }
            return bytes.allSatisfy { isUpper($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
        }
    }

    private static func isVersion(_ text: String) -> Bool {
        let build = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        let release = build[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = release[0].split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 3 else { return false }
        for number in numbers {
            let digits = Array(number.utf8)
            guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(isDigit) else { return false }
            guard digits.count == 1 || digits[0] != UInt8(ascii: "0") else { return false }
        }
        return (release.dropFirst() + build.dropFirst()).allSatisfy { suffix in
            suffix.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
            }
        }
    }

    private static func isIdentifier(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
        return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
