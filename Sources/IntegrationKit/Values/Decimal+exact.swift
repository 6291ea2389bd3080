#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

// DECIMAL is Foundation's `Decimal`: 38 significant decimal digits, which is more than any amount of money has, and the
// arithmetic that Swift code expects. It would round what has more digits, so every edge refuses such values: what was
// let in is kept and given back exactly. Trailing zeros are spelling, not value: `12.50` comes back as `12.5`.

extension Decimal: JSONConvertible {
    /// A text in plain notation (`-12.50`), or a number that is written so; at most 38 significant digits and 100
    /// characters. No exponent, no leading zeros, no `+`.
    public init(json: JSON, at path: String) throws(InvalidValue) {
        let text: String
        switch json {
        case .string(let spelled): text = spelled
        case .number(let number): text = number.text
        default: throw .wrongKind("a decimal number, as text", json, at: path)
        }
        if let problem = DecimalText.problem(of: text) { throw InvalidValue(at: path, problem) }
        self = Self(string: text) ?? .nan
    }

    /// A text in plain notation without trailing zeros. NaN, which JSON cannot say, is written as `null`.
    public var json: JSON { isNaN ? .null : .string(description) }

    /// The number that a text in plain notation says; NaN where `init(json:at:)` would refuse it. Unlike a literal such
    /// as `0.07`, which Swift reads as a binary number first, it is exact.
    public static func exact(_ text: String) -> Decimal {
        DecimalText.problem(of: text) == nil ? Decimal(string: text) ?? .nan : .nan
    }
}
