internal import IntegrationKit
internal import Synchronization

/// The provider's ids of messages that were passed on to the platform, which does not know them again. Kept in memory, the
/// last ones of all tenants: it catches what providers deliver twice within minutes, not what another process has passed
/// on.
final class ReceivedMessages: Sendable {
    /// At least so many are remembered.
    static let remembered = 20_000

    private struct Book {
        var new: Set<String> = []
        var old: Set<String> = []
    }

    private let book = Mutex(Book())

    /// - Returns: false when the message is known, or is being passed on at this moment.
    func claim(_ key: String) -> Bool {
        book.withLock { book in
            guard !book.old.contains(key), book.new.insert(key).inserted else { return false }
            if book.new.count > Self.remembered { (book.old, book.new) = (book.new, []) }
            return true
        }
    }

    /// The message was not passed on after all.
    func forget(_ keys: some Sequence<String>) {
        book.withLock { book in
            for key in keys {
                book.new.remove(key)
                book.old.remove(key)
            }
        }
    }
}
