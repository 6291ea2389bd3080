#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
import IntegrationKit

/// A comment on a post of the page (Meta, "Webhooks", field `feed`) or of the Instagram account (field `comments`). It
/// can be answered in private, once, within seven days.
public struct PageComment: Hashable, Sendable {
    public enum Change: String, Hashable, Sendable {
        case added = "add"
        case edited
        case removed = "remove"
    }

    public let id: String
    public let change: Change
    public let personID: String
    /// The name, or on Instagram the user name.
    public let personName: String?
    public let text: String
    /// The post, or the medium.
    public let postID: String?
    public let createdAt: Date?

    /// How long a comment can be answered in private, in seconds (Meta, "Private replies").
    public static let answerable: Double = 7 * 24 * 3600

    /// - Returns: nil for changes that are about something else than a comment of somebody.
    init?(_ field: String, _ value: JSON) {
        let from = value["from"]
        guard let personID = from?["id"]?.idText else { return nil }
        self.personID = personID
        text = value["message"]?.stringValue ?? value["text"]?.stringValue ?? ""
        switch field {
        case "feed":
            guard value["item"]?.stringValue == "comment", let id = value["comment_id"]?.idText,
                let change = value["verb"]?.stringValue.flatMap(Change.init)
            else { return nil }
            self.id = id
            self.change = change
            personName = from?["name"]?.filledText
            postID = value["post_id"]?.idText
            createdAt = value["created_time"]?.unixTime
        case "comments", "live_comments":
            guard let id = value["id"]?.idText else { return nil }
            self.id = id
            change = .added
            personName = from?["username"]?.filledText
            postID = value["media"]?["id"]?.idText
            createdAt = nil
        default: return nil
        }
    }
}
