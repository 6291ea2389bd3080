/// The order of DECIMAL values, which travel and are kept as text in plain notation (`-12.50`): exact, where binary
/// numbers would round.
public enum DecimalText {
    /// Below zero when `left` is the smaller number. `1.5` and `1.50` are equal.
    public static func order(_ left: String, _ right: String) -> Int {
        let left = Parts(left)
        let right = Parts(right)
        guard left.isNegative == right.isNegative else { return left.isNegative ? -1 : 1 }
        let magnitude = left.compareMagnitude(right)
        return left.isNegative ? -magnitude : magnitude
    }

    private struct Parts {
        var isNegative: Bool
        /// Without leading zeros.
        var whole: ArraySlice<UInt8>
        /// Without trailing zeros.
        var fraction: ArraySlice<UInt8>

        init(_ text: String) {
            var bytes = Array(text.utf8)[...]
            isNegative = bytes.first == UInt8(ascii: "-")
            if isNegative { bytes.removeFirst() }
            let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
            whole = bytes[..<point].drop { $0 == UInt8(ascii: "0") }
            fraction = bytes[point...].dropFirst()
            while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
            if whole.isEmpty, fraction.isEmpty { isNegative = false }
        }

        func compareMagnitude(_ other: Parts) -> Int {
            if whole.count != other.whole.count { return whole.count < other.whole.count ? -1 : 1 }
            if whole.lexicographicallyPrecedes(other.whole) { return -1 }
            if other.whole.lexicographicallyPrecedes(whole) { return 1 }
            if fraction.lexicographicallyPrecedes(other.fraction) { return -1 }
            return other.fraction.lexicographicallyPrecedes(fraction) ? 1 : 0
        }
    }
}
