import IntegrationKit

extension OptionValue {
    /// A word of Meta's as the manifest knows it. Meta's sets grow: one that is not listed yet is `OTHER`, where the
    /// manifest has that, so that what is told of it is never refused.
    ///
    /// - Returns: nil when Meta says nothing.
    static func graphWord(_ word: String?) -> Self? {
        guard let word, !word.isEmpty else { return nil }
        let value = Self(rawValue: word)
        return allCases.contains(value) ? value : Self(rawValue: "OTHER")
    }
}

extension WhatsAppPhoneNumber.QualityRating {
    /// Meta says `NA`, or nothing, for what has not been rated yet.
    init(graphValue: String?) {
        let value = Self(rawValue: graphValue ?? "")
        self = Self.allCases.contains(value) ? value : .unknown_
    }
}

extension WhatsAppPhoneNumber.MessagingLimit {
    /// Meta says a tier, or how many people; -1 is no limit.
    init?(graphValue: String?) {
        switch graphValue {
        case nil, "": return nil
        case "50": self = .tier50
        case "250": self = .tier250
        case "1000": self = .tier1K
        case "2000": self = .tier2K
        case "10000": self = .tier10K
        case "100000": self = .tier100K
        case "-1": self = .tierUnlimited
        case let word?: self = .graphWord(word) ?? .other
        }
    }
}
