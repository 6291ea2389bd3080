#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif
internal import Cryptography
internal import Synchronization

/// Makes identifiers that sort by the time at which they were made, also within a millisecond, and that cannot be
/// guessed: `dlv_01jd…`.
///
/// 48 bits of milliseconds, 20 bits of counter, 80 random bits, in a base 32 whose digits sort as ASCII.
package final class IDMaker: Sendable {
    private struct State {
        var milliseconds: UInt64 = 0
        var counter: UInt64 = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// - Parameter prefix: What it names, in a few letters.
    package func make(_ prefix: String, at date: Date) -> String {
        let now = UInt64(max(0, date.timeIntervalSince1970 * 1000))
        let (milliseconds, counter) = state.withLock { state in
            if now > state.milliseconds {
                state = State(milliseconds: now, counter: 0)
            } else {
                // The same millisecond, or a clock that went back: go on behind the last one.
                state.counter += 1
                if state.counter >= 1 << 20 { state = State(milliseconds: state.milliseconds + 1, counter: 0) }
            }
            return (state.milliseconds, state.counter)
        }
        var text = Array(prefix.utf8) + [UInt8(ascii: "_")]
        Self.append(milliseconds, digits: 10, to: &text)
        Self.append(counter, digits: 4, to: &text)
        let random = SecureRandom.bytes(10)
        for half in [random[..<5], random[5...]] {
            Self.append(half.reduce(0) { $0 << 8 | UInt64($1) }, digits: 8, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let alphabet = Array("0123456789abcdefghijklmnopqrstuv".utf8)

    private static func append(_ value: UInt64, digits: Int, to text: inout [UInt8]) {
        for position in (0..<digits).reversed() { text.append(alphabet[Int(value >> UInt64(5 * position) & 31)]) }
    }
}
