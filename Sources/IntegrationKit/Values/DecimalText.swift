/// DECIMAL values as they travel and are kept: text in plain notation (`-12.50`), exact where binary numbers would
/// round.
public enum DecimalText {
    /// What Foundation's `Decimal` keeps of any number.
    static let maximumDigits = 38
    static let maximumLength = 100

    /// Why a text is no DECIMAL, in words that follow its path; nil when it is one: an optional minus, digits without
    /// leading zeros, and optionally a point with digits.
    static func problem(of text: String) -> String? {
        let wrongForm = "must be a decimal number without exponent, for example 12.50"
        var reader = ByteReader(text)
        _ = reader.take("-")
        let startsWithZero = reader.take("0")
        let digits = reader.takeAll(\.isDigit)
        guard startsWithZero ? digits == 0 : digits > 0 else { return wrongForm }
        if reader.take(".") { guard reader.takeAll(\.isDigit) > 0 else { return wrongForm } }
        guard reader.isAtEnd else { return wrongForm }
        guard text.utf8.count <= maximumLength else { return "must have at most \(maximumLength) characters" }
        return Parts(text).significantDigits <= maximumDigits
            ? nil : "must have at most \(maximumDigits) significant digits, which is what a DECIMAL keeps exactly"
    }

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

        /// Without the zeros at both ends, which are in the exponent.
        var significantDigits: Int {
            if fraction.isEmpty { return whole.count - whole.reversed().prefix { $0 == UInt8(ascii: "0") }.count }
            return whole.isEmpty ? fraction.drop { $0 == UInt8(ascii: "0") }.count : whole.count + fraction.count
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
