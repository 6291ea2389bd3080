#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import IntegrationKit

/// The two products whose conversations belong to a page: their webhooks have one form.
public enum PageProduct: String, Hashable, Sendable, CaseIterable {
    case messenger = "page"
    case instagram

    /// The handle of the channel, in the words of manifests.
    public var channel: String { self == .messenger ? "messenger" : "instagram" }
    /// As people call it.
    public var name: String { self == .messenger ? "Messenger" : "Instagram" }
}

/// One event of a conversation over Messenger or Instagram (Meta, "Webhook events").
public struct PageEvent: Hashable, Sendable {
    public let product: PageProduct
    /// The page, or the professional Instagram account.
    public let accountID: String
    /// The person, as the page or account knows them (PSID, IGSID); nil for events about the account as such.
    public let personID: String?
    /// The business did it elsewhere, or it is the echo of a send of ours.
    public let isEcho: Bool
    /// Another app answers in this conversation at the moment; we are told all the same.
    public let isStandby: Bool
    public let occurredAt: Date?
    public let content: PageEventContent
    /// All of it, as it came.
    public let raw: JSON

    init(_ json: JSON, _ product: PageProduct, account: String, isStandby: Bool, entryTime: Date?) {
        self.product = product
        accountID = account
        self.isStandby = isStandby
        raw = json
        content = PageEventContent(json)
        isEcho = json["message"]?["is_echo"]?.boolValue ?? false
        personID = Self.person(json, account: account)
        occurredAt = json["timestamp"]?.millisecondTime ?? entryTime
    }

    /// Something about a comment. Instagram gives its comments no time of their own.
    init(_ comment: PageComment, _ product: PageProduct, account: String, entryTime: Date?, raw: JSON) {
        self.product = product
        accountID = account
        isStandby = false
        isEcho = false
        self.raw = raw
        content = .comment(comment)
        // What the business itself writes below its posts is no conversation.
        personID = comment.personID == account ? nil : comment.personID
        occurredAt = comment.createdAt ?? entryTime
    }

    /// Whichever side the business is: the other is the person. Those who write through a plugin may have a reference
    /// only.
    static func person(_ json: JSON, account: String) -> String? {
        let people = ["sender", "recipient"].compactMap { json[$0]?["id"]?.idText ?? json[$0]?["user_ref"]?.idText }
        return people.first { $0 != account }
    }
}

/// What happened.
public enum PageEventContent: Hashable, Sendable {
    case message(PageMessage)
    /// The person changed a message. `count`: how often by now.
    case edit(of: String, text: String, count: Int64)
    /// The writer took a message back.
    case unsend(of: String)
    /// nil takes it away.
    case reaction(to: String, emoji: String?)
    case postback(PagePostback)
    /// Messages by id, and everything sent before a moment, have arrived.
    case delivered([String], before: Date?)
    /// Messenger tells a moment, Instagram a message.
    case read(String?, before: Date?)
    /// The person came through a link, an ad or a code.
    case referral(PageReferral)
    /// The person agreed to messages about a topic.
    case optIn(title: String?, payload: String?, token: String?)
    case accountLinking(isLinked: Bool)
    /// Which app answers has changed, or another one asks to.
    case threadControl(ThreadControl)
    /// Meta warned, blocked or unblocked the page.
    case policy(action: String, reason: String?)
    /// Whether an automatic answer was a good one.
    case feedback(String, to: String?)
    /// Answers to a feedback form.
    case form(JSON)
    case cart(products: [String], note: String?)
    /// Somebody has commented on a post, or has changed or removed their comment.
    case comment(PageComment)
    /// A kind that this version does not know, with its key and all that came.
    case unknown(String, JSON)

    public enum ThreadControl: Hashable, Sendable {
        case passed(to: String?)
        case taken(by: String?)
        case requested(by: String?)
    }
}

public struct PagePostback: Hashable, Sendable {
    public let id: String?
    /// Of the button that was pressed.
    public let title: String?
    public let payload: String?
    public let referral: PageReferral?
}

/// Through what a person came.
public struct PageReferral: Hashable, Sendable {
    public let ref: String?
    /// `SHORTLINK`, `ADS`, …
    public let source: String?
    public let adID: String?
    public let adTitle: String?
    public let url: String?
}

/// A message, a picture of ours or theirs included.
public struct PageMessage: Hashable, Sendable {
    public let id: String?
    public let text: String?
    /// Of the quick reply that was pressed.
    public let quickReply: String?
    /// The message that it answers.
    public let replyTo: String?
    /// The story that it answers.
    public let storyURL: String?
    public let isStoryReply: Bool
    public let attachments: [PageAttachment]
    public let referral: PageReferral?
    /// Meta tells that there is a message, and not what it says.
    public let isUnsupported: Bool
    /// Which app sent it, for echoes.
    public let appID: String?
    /// What was given with the send, for echoes: our own id of the message.
    public let metadata: String?
    public let command: String?
    public let couponCode: String?
}

/// What goes with a message.
public struct PageAttachment: Hashable, Sendable {
    /// Meta's word: `image`, `file`, `story_mention`.
    public let type: String
    public let url: String?
    public let title: String?
    /// Of a product template, by title.
    public let products: [String]
    public let place: MessagePlace?
    public let raw: JSON
}
