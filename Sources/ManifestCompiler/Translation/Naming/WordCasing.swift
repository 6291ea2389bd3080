/// Turns handles into Swift's ways of writing names, with the author's `spelling`.
///
/// It knows nothing of scopes, clashes and keywords: that is ``SwiftNames``' business.
package struct WordCasing: Sendable, Hashable {
    private let spelled: [String: String]

    /// - Parameter spelling: Words as they are to be written: `WhatsApp`, `WABA`, `ID`.
    package init(spelling: [String]) {
        spelled = Dictionary(spelling.map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    /// `whatsapp_phone_number` → `WhatsAppPhoneNumber`.
    package func upperCamel(_ handle: String) -> String {
        var name = ""
        for word in words(of: handle) { name += capitalized(word) }
        return name
    }

    /// `whatsapp_number` → `whatsAppNumber`, `id_token` → `idToken`, `waba_id` → `wabaID`.
    package func lowerCamel(_ handle: String) -> String {
        lowerCamel(words(of: handle))
    }

    /// `phone_number_id` → `Phone number ID`: a label for what has none.
    package func label(_ handle: String) -> String {
        let words = words(of: handle)
        return words.enumerated().map { index, word in
            index == 0 ? capitalized(word) : spelling(of: word) ?? word
        }.joined(separator: " ")
    }

    /// The name of the Swift case for an option: split where it is not alphanumeric and where the case changes.
    ///
    /// `CONNECTED` → `connected`, `in progress` → `inProgress`, `2FA` → `_2fa`; empty when nothing is left.
    package func optionCase(_ value: String) -> String {
        var words: [String] = []
        var current = ""
        var previousIsLower = false
        for character in value {
            guard character.isLetter || character.isNumber else {
                if !current.isEmpty { words.append(current) }
                current = ""
                previousIsLower = false
                continue
            }
            if character.isUppercase, previousIsLower {
                words.append(current)
                current = ""
            }
            current.append(character)
            previousIsLower = character.isLowercase || character.isNumber
        }
        if !current.isEmpty { words.append(current) }
        let name = lowerCamel(words.map { $0.lowercased() })
        return name.first?.isNumber == true ? "_" + name : name
    }

    private func lowerCamel(_ words: [String]) -> String {
        guard let first = words.first else { return "" }
        var name = lowered(first)
        for word in words.dropFirst() { name += capitalized(word) }
        return name
    }

    private func words(of handle: String) -> [String] {
        handle.utf8.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }.map { String(Substring($0)) }
    }

    /// The author's spelling of a word; a plural `s` behind an all-capitals one stays: `ids` → `IDs`.
    private func spelling(of word: String) -> String? {
        guard !spelled.isEmpty else { return nil }
        if let spelling = spelled[word.lowercased()] { return spelling }
        if word.utf8.last == UInt8(ascii: "s"), let spelling = spelled[word.dropLast().lowercased()],
            isAllCapitals(spelling)
        {
            return spelling + "s"
        }
        return nil
    }

    private func capitalized(_ word: String) -> String { spelling(of: word) ?? Self.withCapital(word) }

    private static func withCapital(_ word: String) -> String {
        guard let first = word.utf8.first, first < 0x80, word.utf8.dropFirst().first ?? 0 < 0x80 else {
            return word.prefix(1).uppercased() + word.dropFirst()
        }
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return word }
        return String(unsafeUninitializedCapacity: word.utf8.count) { buffer in
            let end = buffer.initialize(fromContentsOf: word.utf8)
            buffer[0] = first & 0xDF
            return end
        }
    }

    private func lowered(_ word: String) -> String {
        guard let spelling = spelling(of: word) else { return word }
        if isAllCapitals(spelling) || spelling.hasSuffix("s") && isAllCapitals(String(spelling.dropLast())) {
            return spelling.lowercased()
        }
        return spelling.prefix(1).lowercased() + spelling.dropFirst()
    }

    private func isAllCapitals(_ word: String) -> Bool {
        !word.isEmpty && word.allSatisfy { !$0.isLowercase }
    }
}
