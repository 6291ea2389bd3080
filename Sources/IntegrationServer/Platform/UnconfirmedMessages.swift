#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import Storage

/// Messages that were written down and whose sender has died before it could say what became of them. They may have
/// left: they are never sent again, and people see that they are not confirmed.
struct UnconfirmedMessages<I: Integration>: Sendable {
    let core: RuntimeCore<I>

    /// For writing the message down before the call and its status after it, each of which may wait for the store.
    private static var margin: Duration { .seconds(25) }

    /// - Parameter timeout: Of the tool that sends. Whoever is sending for longer than this has died.
    func giveUp(after timeout: Duration) async {
        let now = core.now
        do throws(StorageError) {
            let date = now.addingTimeInterval(-(timeout + Self.margin).timeInterval)
            let messages = try await core.store.giveUpPendingMessages(recordedBefore: date, now: now)
            for message in messages {
                core.changes.publish(.conversation(message.conversation), installation: message.installation)
            }
            guard !messages.isEmpty else { return }
            core.log.warning("messages were cut off while they were sent; whether they left is not known",
                metadata: ["count": "\(messages.count)"])
        } catch .cancelled {
            // The server stops; another one, or the next start, looks for them.
        } catch {
            core.log.warning("messages that were cut off could not be looked for", metadata: ["error": "\(error)"])
        }
    }
}
