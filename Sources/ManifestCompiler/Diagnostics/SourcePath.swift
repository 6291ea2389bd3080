import Synchronization

/// The path of a file as a number, so that a span of it is plain memory: there are spans in everything that is
/// declared, and what has to be counted would be counted at each copy.
///
/// Paths are numbered by the first who names them and kept for the life of the process; there are as many as files.
struct SourcePath: Hashable, Sendable {
    private let number: UInt32

    private struct Numbers {
        var texts: [String] = []
        var numbers: [String: UInt32] = [:]
    }

    private static let known = Mutex(Numbers())

    init(_ text: String) {
        number = Self.known.withLock { known in
            if let number = known.numbers[text] { return number }
            let number = UInt32(known.texts.count)
            known.texts.append(text)
            known.numbers[text] = number
            return number
        }
    }

    var text: String { Self.known.withLock { $0.texts[Int(number)] } }
}
