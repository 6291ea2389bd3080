internal import IntegrationKit
internal import Logging
internal import Storage

/// Messages that were leaving when their sender died. They may have left: they are not sent again by themselves, and
/// people see that they are not confirmed.
struct UnconfirmedMessages<I: Integration>: Sendable {
    let core: RuntimeCore<I>

    func giveUp() async {
        do throws(StorageError) {
            let messages = try await core.store.giveUpSending(now: core.now)
            guard !messages.isEmpty else { return }
            for message in messages {
                core.changes.publish(.conversation(message.conversation), installation: message.installation)
            }
            core.counters.add(.messagesUnknown, messages.count)
            core.log.warning("messages were cut off while they were sent; whether they left is not known",
                metadata: ["count": "\(messages.count)"])
        } catch .cancelled {
            // The server stops; another one, or the next start, looks for them.
        } catch {
            core.log.warning("messages that were cut off could not be looked for", metadata: ["error": "\(error)"])
        }
    }
}
