/// What an author meant who wrote a value as another language would have it; `nil` where that is not plain.
enum Repairs {
    /// What YAML 1.1 and people call true and false.
    static func boolean(_ text: String) -> String? {
        switch text.lowercased() {
        case "true", "yes", "on", "y", "1": "true"
        case "false", "no", "off", "n", "0": "false"
        default: nil
        }
    }

    /// A whole number that is quoted, or has another base, separators, an exponent or a fraction of zeros.
    static func integer(_ text: String) -> String? {
        let plain = text.filter { $0 != "_" && $0 != "," && $0 != "'" }
        let bases: [(prefix: String, radix: Int)] = [("0x", 16), ("0o", 8), ("0b", 2)]
        for (prefix, radix) in bases where plain.lowercased().hasPrefix(prefix) {
            return Int64(plain.dropFirst(2), radix: radix).map(String.init)
        }
        let parts = plain.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        if parts.count == 2, let mantissa = Int64(parts[0]), let exponent = Int(parts[1]), (0...18).contains(exponent) {
            var result = mantissa
            for _ in 0..<exponent {
                let (product, overflow) = result.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                result = product
            }
            return String(result)
        }
        let whole = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        if whole.count == 2, !whole[1].allSatisfy({ $0 == "0" }) { return nil }
        return Int64(whole[0]).map(String.init)
    }

    /// `10 seconds` is `10s`.
    static func duration(_ text: String) -> String? {
        measure(text) { unit in
            switch unit {
            case "ms", "msec", "millis", "millisecond", "milliseconds": "ms"
            case "s", "sec", "secs", "second", "seconds": "s"
            case "m", "min", "mins", "minute", "minutes": "m"
            case "h", "hr", "hrs", "hour", "hours": "h"
            case "d", "day", "days": "d"
            default: nil
            }
        }
    }

    /// `3 mb` is `3MB`.
    static func size(_ text: String) -> String? {
        measure(text) { unit in
            switch unit {
            case "k", "kb", "kib": "KB"
            case "m", "mb", "mib": "MB"
            case "g", "gb", "gib": "GB"
            default: nil
            }
        }
    }

    private static func measure(_ text: String, _ unit: (String) -> String?) -> String? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        let rest = text.dropFirst(digits.count).drop { $0 == " " }
        return unit(rest.lowercased()).map { digits + $0 }
    }

    /// A text of the form that is meant.
    static func text(_ text: String, _ form: TextForm) -> String? {
        let better: String? =
            switch form {
            case .version: version(text)
            case .order: order(text)
            case .handle, .dottedName, .member: text.dottedCased
            case .icon: text.snakeCased.split(separator: "_").joined(separator: "-")
            case .filePath, .filePattern: path(text)
            case .inputPath: path(ofInputs: text)
            default: nil
            }
        return better.flatMap { form.matches($0) ? $0 : nil }
    }

    /// `v1.2` is `1.2.0`.
    private static func version(_ text: String) -> String {
        let numbers = text.hasPrefix("v") ? String(text.dropFirst()) : text
        let missing = max(0, 3 - numbers.split(separator: ".", omittingEmptySubsequences: false).count)
        return numbers + String(repeating: ".0", count: missing)
    }

    /// `created_at desc` is `-created_at`.
    private static func order(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 2, let field = words.first else { return nil }
        switch words[1].lowercased() {
        case "desc", "descending": return "-" + field
        case "asc", "ascending": return String(field)
        default: return nil
        }
    }

    /// A relative path with `/`; an absolute one leads elsewhere.
    private static func path(_ text: String) -> String? {
        guard let first = text.first, first != "/", first != "\\", !text.contains(":") else { return nil }
        let parts = text.split { $0 == "/" || $0 == "\\" }
        return parts.filter { $0 != "." }.joined(separator: "/")
    }

    /// `{{ channel.id }}` is `channel.id`.
    private static func path(ofInputs text: String) -> String? { Condition.bare(text) }

    /// The host of an address, in lower case.
    static func host(_ address: String) -> String? {
        var rest = address[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.utf8.first.map { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "{") } == true
            ? host.lowercased() : nil
    }

    /// A page's path with `/` at its start and not at its end, in lower case, with handles as parameters.
    static func pagePath(_ text: String) -> String {
        let segments = text.split(separator: "/").map { segment -> String in
            var name = segment
            if name.hasPrefix("["), name.hasSuffix("]") {
                name = name.dropFirst().dropLast()
            } else if name.hasPrefix("{"), name.hasSuffix("}") {
                name = name.dropFirst().dropLast()
            } else if name.hasPrefix(":") {
                name = name.dropFirst()
            } else {
                return segment.lowercased().split(separator: " ").joined(separator: "-")
            }
            return "[\(String(name).snakeCased)]"
        }
        return "/" + segments.joined(separator: "/")
    }

    /// A type as other languages write it: `STRING[]`, `[STRING?]`, `STRING!`, `List<STRING>`.
    static func type(_ text: String) -> String? {
        var name = text.filter { $0 != " " }
        var isList = false
        var isOptional = false
        if name.hasSuffix("?") {
            isOptional = true
            name.removeLast()
        } else if name.hasSuffix("!") {
            name.removeLast()
        }
        if name.hasSuffix("[]") {
            isList = true
            name.removeLast(2)
        } else if name.hasPrefix("["), name.hasSuffix("]") {
            isList = true
            name = String(name.dropFirst().dropLast())
        } else if name.hasSuffix(">"), let open = name.firstIndex(of: "<") {
            let outer = name[..<open].lowercased()
            name = String(name[name.index(after: open)...].dropLast())
            switch outer {
            case "list", "array": isList = true
            case "optional": isOptional = true
            default: return nil
            }
        }
        if name.hasSuffix("?") {
            isOptional = true
            name.removeLast()
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isNameByte) }) else { return nil }
        switch (isList, isOptional) {
        case (true, true): return "'[\(name)]?'"
        case (true, false): return "[\(name)]"
        case (false, true): return "'\(name)?'"
        case (false, false): return name
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }

    /// What an author calls one of the fixed words: by a part of it that no other has, or as other systems do.
    static func word(_ text: String, among words: [String]) -> String? {
        let wanted = text.snakeCased.uppercased()
        let having = words.filter { "_\($0.uppercased())_".contains("_\(wanted)_") }
        if having.count == 1, wanted.utf8.count > 2 { return having[0] }
        return otherWords[wanted].flatMap { words.contains($0) ? $0 : nil }
    }

    private static let otherWords = [
        "SECRET": "ENCRYPTED", "PRIVATE": "ENCRYPTED", "PASSWORD": "ENCRYPTED", "PUBLIC": "VISIBLE", "PLAIN": "VISIBLE",
        "USER": "WORKPLACE", "CUSTOMER": "WORKPLACE", "TENANT": "WORKPLACE", "WORKSPACE": "WORKPLACE", "SYSTEM": "APP",
        "INTEGRATION": "APP", "SHARED": "BOTH", "ANY": "BOTH", "ONE": "FIRST", "SINGLE": "FIRST", "ALL": "MANY",
        "LIST": "MANY", "HMAC": "HMAC_SHA256", "OAUTH": "OAUTH2", "API_KEY": "CREDENTIALS", "KEY": "CREDENTIALS",
        "FORM_DATA": "MULTIPART", "URLENCODED": "FORM",
    ]

    /// What other languages call a key.
    static func key(_ name: String, among keys: [String]) -> String? {
        let candidates = otherNames[name.snakeCased] ?? [name.snakeCased]
        return candidates.first { keys.contains($0) }
    }

    private static let otherNames: [String: [String]] = [
        "enum": ["options"], "values": ["options"], "choices": ["options"], "desc": ["description"],
        "doc": ["description"], "docs": ["description"], "help": ["description"], "summary": ["description"],
        "regex": ["pattern"], "minimum": ["min"], "maximum": ["max"], "primary_key": ["identity"], "pk": ["identity"],
        "url": ["path"], "href": ["path", "url", "link"], "params": ["input", "parameters"], "parameters": ["input"],
        "arguments": ["input", "with"], "args": ["input", "with"], "inputs": ["input", "with"], "returns": ["output"],
        "result": ["output"], "outputs": ["output"], "response": ["output"], "properties": ["fields"],
        "props": ["fields"], "attributes": ["fields"], "columns": ["fields"], "name": ["label"], "caption": ["label"],
        "text": ["label", "title"], "header": ["title"], "heading": ["title"], "if": ["when"], "visible": ["when"],
        "sort": ["order"], "order_by": ["order"], "filter": ["where"], "count": ["limit"], "nav": ["navigation"],
        "of": ["from"], "from": ["of"], "title": ["label"], "row": ["item"], "rows": ["item"], "items": ["item"],
        "on_success": ["then"], "after": ["then"], "component": ["as"], "widget": ["as"], "secret": ["visibility"],
    ]
}

extension TextForm {
    /// With its article, for messages.
    var noun: String { "aeiou".contains(rawValue.prefix(1)) ? "an \(rawValue)" : "a \(rawValue)" }
}

/// Text as YAML.
enum YAMLText {
    /// In single quotes, in which nothing but the quote itself is special; in double ones if that reads better.
    static func quoted(_ text: String) -> String {
        if text.contains("'"), !text.utf8.contains(where: { "\"\\".utf8.contains($0) }) { return "\"\(text)\"" }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
