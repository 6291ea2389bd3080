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
        words(of: handle).map(capitalized).joined()
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
        return lowered(first) + words.dropFirst().map(capitalized).joined()
    }

    private func words(of handle: String) -> [String] {
        handle.split { $0 == "_" || $0 == "." }.map(String.init)
    }

    /// The author's spelling of a word; a plural `s` behind an all-capitals one stays: `ids` → `IDs`.
    private func spelling(of word: String) -> String? {
        if let spelling = spelled[word.lowercased()] { return spelling }
        if word.hasSuffix("s"), let spelling = spelled[word.dropLast().lowercased()], isAllCapitals(spelling) {
            return spelling + "s"
        }
        return nil
    }

    private func capitalized(_ word: String) -> String {
        spelling(of: word) ?? word.prefix(1).uppercased() + word.dropFirst()
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
