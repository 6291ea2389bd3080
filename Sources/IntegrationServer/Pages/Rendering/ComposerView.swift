#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit

/// What can be written, and what is true about writing now.
struct ComposerView: Sendable {
    struct Window: Sendable {
        let icon: Markup
        let text: String
        /// Until it ends, for the script that counts down.
        let seconds: Int?
        let left: String?
        let hasCountdown: Bool
    }

    /// That nothing can be written, since the channel is closed.
    struct Closure: Sendable {
        let icon: Markup
        let text: String
    }

    /// Then there is no input.
    let closure: Closure?
    let action: String
    let csrf: String
    let formKey: String
    let text: String
    let error: String?
    let hasError: Bool
    let advice: String?
    let errorIcon = Icons.svg("alert-circle")
    let sendIcon = Icons.svg("send")
    /// Of the input, for screen readers.
    let label: String
    let window: Window
    /// The window has closed: the input is folded away behind "Write anyway".
    let isClosed: Bool
    /// … but stands open, since something was typed.
    let isUnfolded: Bool

    init(
        _ conversation: Conversation, action: String, input: FormInput?, frame: PageFrame, window: ServiceWindow
    ) {
        let clock = frame.clock
        closure = conversation.channel.closure.map { closure in
            Closure(
                icon: Icons.svg("lock"),
                text: "\(conversation.channel.name) was closed \(clock.dateAndTime(closure.at)). \(closure.reason) "
                    + "What was written stays; add it again to go on.")
        }
        self.action = action
        csrf = frame.csrfToken
        formKey = frame.formKey
        text = input?.values["text"]?.first ?? ""
        error = input?.errors["text"] ?? input?.failure?.message
        hasError = error != nil
        advice = input?.failure?.advice
        label = "Write to \(conversation.displayName)"
        switch window {
        case .neverOpened:
            isClosed = false
            self.window = Window(
                icon: Icons.svg("info"),
                text: "They have not written yet. Until they do, the provider may accept only approved templates.",
                seconds: nil, left: nil, hasCountdown: false)
        case .open(let end):
            isClosed = false
            let isToday = clock.day(of: end) == clock.day(of: frame.now)
            self.window = Window(
                icon: Icons.svg("clock"),
                text: "Free to reply until \(clock.time(end))\(isToday ? "" : " tomorrow")",
                seconds: Int(end.timeIntervalSince(frame.now).rounded(.up)),
                left: ServiceWindow.remaining(until: end, now: frame.now),
                hasCountdown: true)
        case .closed(let end):
            isClosed = true
            self.window = Window(
                icon: Icons.svg("clock"),
                text: "The 24 hours for free replies ended \(clock.dateAndTime(end)). "
                    + "Approved templates can still be sent; everything else when they write again.",
                seconds: nil, left: nil, hasCountdown: false)
        }
        isUnfolded = input != nil
    }
}
