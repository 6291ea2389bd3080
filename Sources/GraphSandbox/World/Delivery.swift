#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One webhook on its way to the app, or the record of one that has arrived.
struct Delivery: Codable, Identifiable, Sendable {
    /// How it stands.
    enum State: String, Codable, Sendable {
        /// To be tried at ``Delivery/nextAttemptAt``.
        case waiting
        /// The app answered with 2xx.
        case delivered
        /// Given up; ``Delivery/note`` says why.
        case dropped
    }

    /// One request and what came of it.
    struct Attempt: Codable, Sendable {
        var at: Date
        /// HTTP status of the answer; `nil` when there was none.
        var status: Int?
        /// Why there was no answer: refused, timed out and so on.
        var problem: String?
    }

    let id: Int
    let createdAt: Date
    /// The WABA or Page that it speaks of: with ``object`` and ``field`` decides which callback it goes to at the time
    /// of each attempt.
    let accountID: String
    /// The exact body; ASCII only, since everything else is escaped unless a test said otherwise.
    let body: String
    /// What it tells, in a few words for the phone's panel.
    let summary: String
    /// The person's message that it carries, whose tick moves when the webhook is accepted.
    let inboundMessage: InboundReference?
    var state: State = .waiting
    var nextAttemptAt: Date
    var attempts: [Attempt] = []
    /// Where the last attempt went.
    var lastURL: String?
    var note: String?
    /// `object` of the webhook; `nil` in what an older version saved: `whatsapp_business_account`.
    var object: String?
    /// The subscription's field that it belongs to; `nil` in what an older version saved: `messages`.
    var field: String?
    /// The number that it speaks of, whose own callback comes first.
    var numberID: String?

    struct InboundReference: Codable, Sendable {
        var chat: ChatID
        var messageID: String
    }
}

/// What webhooks do beside arriving: everything that Meta's do on bad days, when a test asks for it.
struct WebhookHabits: Codable, Sendable, Equatable {
    /// How a webhook is signed.
    enum Signature: String, Codable, Sendable, CaseIterable {
        case valid
        /// No signature header at all.
        case missing
        /// A signature of the right form that is wrong.
        case wrong
        /// Signed with the secret of another app.
        case otherSecret = "other_secret"
        /// Only the older header.
        case sha1Only = "sha1_only"
    }

    /// Most events in one POST. They are put together only while several wait.
    var batch = 1
    /// Sends every webhook twice.
    var duplicates = false
    /// Lets a webhook overtake the one before it.
    var reorders = false
    /// Seconds by which every webhook is late, at speed 1.
    var delay: TimeInterval = 0
    var signature = Signature.valid
    /// Sends letters outside ASCII and slashes as they are.
    var isUnescaped = false
    /// Adds a key that nobody knows to every object that carries an event.
    var addsUnknownKeys = false
    /// Keeps webhooks back until this is over: a way to collect a batch.
    var isPaused = false
}

/// When a webhook that was not accepted is tried again.
///
/// Meta says only "with falling frequency" for up to 7 days (its pages disagree between 36 hours and 7 days); the steps
/// here are the sandbox's own, quick at first so that a restarted development server soon hears again.
enum RetrySchedule {
    /// Waits after the first, second, … failed attempt, in seconds at speed 1; the last one repeats.
    static let waits: [TimeInterval] = [1, 2, 5, 10, 30, 60, 120, 300, 900, 3600]
    /// Given up after this time, in seconds since the event.
    static let horizon: TimeInterval = 7 * 24 * 60 * 60
    /// A Page's subscription ends when its webhooks have failed for this long, in seconds.
    static let pagePatience: TimeInterval = 60 * 60

    static func wait(afterFailures failures: Int, speed: Double) -> TimeInterval {
        waits[min(max(failures, 1), waits.count) - 1] / speed
    }
}
