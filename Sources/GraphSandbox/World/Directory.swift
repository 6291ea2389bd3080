/// What exists before anybody does anything: businesses, accounts, numbers and people. Constant while a sandbox runs;
/// everything that changes is in ``World``.
public struct Directory: Sendable {
    /// The Facebook person who sees the consent page and grants access.
    var user: FacebookUser
    var businesses: [Business]
    var accounts: [WhatsAppBusinessAccount]
    var numbers: [BusinessNumber]
    /// Facebook Pages, with the Instagram accounts that are linked to them.
    var pages: [Page]
    /// Templates that were approved before the sandbox started.
    var templates: [MessageTemplate]
    /// The people one can be on the phone.
    var people: [Person]
    /// What people had written before the sandbox started: their 24-hour windows are open, so that a business can
    /// answer at once. The app hears nothing of them, since it was not subscribed then.
    var openings: [OpeningMessage]

    /// The same world in which nobody has written anything.
    public func withoutOpenings() -> Directory {
        var copy = self
        copy.openings = []
        return copy
    }

    func business(_ id: String) -> Business? { businesses.first { $0.id == id } }
    func account(_ id: String) -> WhatsAppBusinessAccount? { accounts.first { $0.id == id } }
    func number(_ id: String) -> BusinessNumber? { numbers.first { $0.id == id } }
    func person(_ waID: String) -> Person? { people.first { $0.waID == waID } }
    func numbers(ofAccount id: String) -> [BusinessNumber] { numbers.filter { $0.accountID == id } }
}

/// A text that a person wrote shortly before a sandbox first started.
struct OpeningMessage: Sendable {
    var person: String
    /// Phone number id.
    var number: String
    var minutesBefore: Int
    var text: String
}

/// Somebody with a Facebook login.
struct FacebookUser: Sendable {
    /// App-scoped user id.
    var id: String
    var name: String
}

/// A business portfolio (a "business" in the Graph API).
struct Business: Sendable {
    var id: String
    var name: String
    /// Whether the ``FacebookUser`` of the directory works for it and so finds it in `/me/businesses`.
    var isVisibleToUser: Bool
    var ownedAccountIDs: [String]
    /// Accounts of other businesses that are shared to this one.
    var clientAccountIDs: [String]
}

/// A WhatsApp Business Account (WABA).
struct WhatsAppBusinessAccount: Sendable {
    var id: String
    var name: String
    var ownerBusinessID: String
    var currency: String
    /// Meta's number for the time zone, as a string.
    var timezoneID: String
    var country: String
    var templateNamespace: String
}

/// A business phone number of a WABA.
struct BusinessNumber: Codable, Sendable {
    /// Phone number id, which is not the number.
    var id: String
    var accountID: String
    /// As the phone number node spells it, for example `+44 20 7946 0155`. Webhooks carry the digits only.
    var displayPhoneNumber: String
    var verifiedName: String
    var qualityRating: String
    /// `CONNECTED` can send; any other value answers sends with code 133010.
    var status: String
    var codeVerificationStatus: String
    var nameStatus: String
    var throughputLevel: String
    /// Portfolio limit on conversations that the business opens, for example `TIER_2K`.
    var messagingLimit = "TIER_2K"
    /// A name that was asked for and is not decided.
    var newDisplayName: String?
    /// Whether a two-step PIN is set.
    var isPINEnabled: Bool?

    /// The number as webhooks and recipients spell it: digits only.
    var digits: String { displayPhoneNumber.filter(\.isNumber) }
}

/// Somebody with WhatsApp on a phone (or, when not ``isReachable``, without).
struct Person: Sendable {
    /// The number in international form without `+`; the identity of a WhatsApp user.
    var waID: String
    /// Profile name as the person typed it, in any script.
    var name: String
    /// Business-scoped user id, for example `GB.73201984410275566`.
    var userID: String
    /// Other spellings of the number that lead to this person (Brazilian numbers with the added ninth digit).
    var aliases: [String]
    /// `false`: the number has no WhatsApp; sends are accepted and then fail with 131026.
    var isReachable: Bool
    /// What the phone shows below the name in the list of people to be.
    var about: String
    /// Who the person is at each Page (PSID) and Instagram account (IGSID); nobody there without an entry.
    var scopedIDs: [String: String] = [:]
    /// Name on Instagram.
    var username: String?

    /// What changes when the person's phone or WhatsApp is installed anew.
    var identityKeyHash: String { "DF2lS5v2W6x" + String(userID.suffix(6)) + "=" }
}

/// A Facebook Page: what one writes to on Messenger.
struct Page: Sendable {
    var id: String
    var name: String
    var category: String
    var businessID: String
    /// The professional account that is linked to it.
    var instagram: InstagramAccount?
    /// What the ``FacebookUser`` may do there: `MESSAGING` to send, `MODERATE` to subscribe.
    var tasks: [String]
}

/// An Instagram professional account.
struct InstagramAccount: Sendable {
    var id: String
    var username: String
    var name: String
}
