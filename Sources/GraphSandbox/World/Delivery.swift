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
    /// The WABA that it speaks of: decides which callback it goes to at the time of each attempt.
    let accountID: String
    /// The exact body; ASCII only, since everything else is escaped.
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

    struct InboundReference: Codable, Sendable {
        var chat: ChatID
        var messageID: String
    }
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

    static func wait(afterFailures failures: Int, speed: Double) -> TimeInterval {
        waits[min(max(failures, 1), waits.count) - 1] / speed
    }
}
