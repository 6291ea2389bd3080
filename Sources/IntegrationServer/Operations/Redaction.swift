/// Takes out of a text what must not be in a log: tokens, and the middle of phone numbers. The last net, not the first:
/// code does not log such things.
package enum Redaction {
    package static func redacted(_ text: String) -> String {
        guard text.utf8.contains(where: isSuspicious) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var word = ""
        var next = Suspicion.none
        for scalar in text.unicodeScalars {
            if isPartOfWord(scalar) {
                word.unicodeScalars.append(scalar)
                continue
            }
            result += shown(word, next)
            if !word.isEmpty { next = suspicion(after: word, then: scalar) }
            word = ""
            result.unicodeScalars.append(scalar)
        }
        return result + shown(word, next)
    }

    /// What may follow a word.
    private enum Suspicion {
        case none
        /// After a scheme and a space, `Bearer x`: a secret, or the rest of an English sentence.
        case possible
        /// After a name and a sign, `access_token=x`, `"code":"x"`: the secret itself.
        case certain
    }

    private static func suspicion(after word: String, then scalar: Unicode.Scalar) -> Suspicion {
        let word = word.lowercased()
        let introducesCredential =
            word == "bearer" || word == "token" || word.hasSuffix("_token") || word.hasSuffix("secret")
            || word.hasSuffix("password") || word.hasSuffix("appsecret_proof")
        switch scalar {
        case " ": return introducesCredential ? .possible : .none
        case "=", "\"", ":": return introducesCredential || word == "code" || word == "state" ? .certain : .none
        default: return .none
        }
    }

    private static func isSuspicious(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: " ")
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "+", ".", "~", "/": true
        default: scalar.value > 0x7F
        }
    }

    private static func shown(_ word: String, _ suspicion: Suspicion) -> String {
        guard !word.isEmpty else { return word }
        switch suspicion {
        case .certain: return "***"
        case .possible where !isPlainWord(word): return "***"
        case .possible, .none: break
        }
        if (word.hasPrefix("ik_") || word.hasPrefix("iko_") || word.hasPrefix("EAA")) && word.utf8.count > 12 { return "***" }
        let digits = word.hasPrefix("+") ? word.dropFirst() : word[...]
        if (9...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return "\(word.prefix(4))***\(word.suffix(2))"
        }
        return word
    }

    /// English after `token`, as in "the token is missing", is no secret: short and without digits.
    private static func isPlainWord(_ word: String) -> Bool {
        word.utf8.count <= 12 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
