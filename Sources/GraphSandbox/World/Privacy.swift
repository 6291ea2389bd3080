#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a developer enters in the App Dashboard for people who remove the app, and what became of it.
struct Privacy: Codable, Sendable {
    var deauthorizeURL: String?
    var deletionURL: String?
    /// Oldest first.
    var notices: [PrivacyNotice] = []

    /// Notices kept for the page and for tests.
    static let noticesKept = 50
}

/// One request that was made to the app for a person.
struct PrivacyNotice: Codable, Sendable {
    enum Kind: String, Codable, Sendable {
        case deauthorize, deletion
    }

    var kind: Kind
    var at: Date
    /// nil when there was no answer.
    var status: Int?
    /// Where the person sees what became of it, as the app answered.
    var url: String?
    var confirmationCode: String?
    /// Why the person would be told nothing, in a few plain words.
    var problem: String?
}

extension World {
    mutating func note(_ notice: PrivacyNotice) {
        privacy.notices = (privacy.notices + [notice]).suffix(Privacy.noticesKept)
    }
}
