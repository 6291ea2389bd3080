import Synchronization

/// A text that stands in several files, made once: when the first of them asks for it. The others wait.
final class SharedText: Sendable {
    private let text = Mutex<String?>(nil)
    private let make: @Sendable () -> String

    init(_ make: @escaping @Sendable () -> String) {
        self.make = make
    }

    var value: String {
        text.withLock { text in
            if let text { return text }
            let made = make()
            text = made
            return made
        }
    }
}
