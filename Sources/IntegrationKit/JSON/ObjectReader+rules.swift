/// What holds for several members of an object together.
///
/// A member is given if it is there, and neither `null` nor an empty list or text.
public enum GivenRule: Hashable, Sendable {
    /// At least one is given.
    case anyOf([String])
    /// One is given, and no other.
    case exactlyOneOf([String])
    /// All are given, or none.
    case allOrNone([String])
    /// No two are given.
    case atMostOneOf([String])
    /// Each is given.
    case all([String])
}

extension ObjectReader {
    /// Checks a rule over members as they came: what a default would fill in does not count as given.
    ///
    /// - Parameter message: What to tell the caller who breaks it, in the words of the manifest.
    public mutating func rule(_ rule: GivenRule, _ message: String) {
        let broken: String?
        switch rule {
        case .anyOf(let keys): broken = keys.contains(where: isGiven) ? nil : keys.first
        case .exactlyOneOf(let keys):
            let given = keys.filter(isGiven)
            broken = given.isEmpty ? keys.first : given.dropFirst().first
        case .allOrNone(let keys): broken = keys.contains(where: isGiven) ? keys.first { !isGiven($0) } : nil
        case .atMostOneOf(let keys): broken = keys.filter(isGiven).dropFirst().first
        case .all(let keys): broken = keys.first { !isGiven($0) }
        }
        if let broken { problem(broken, "breaks a rule: \(message)") }
    }

    private func isGiven(_ key: String) -> Bool {
        switch member(key) {
        case nil, .null?: false
        case .string(let text)?: !text.isEmpty
        case .array(let items)?: !items.isEmpty
        default: true
        }
    }
}
