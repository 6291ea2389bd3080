import IntegrationKit

/// Collects what is beyond a provider's limits, each with the field and the limit.
struct MessageLimits {
    private(set) var problems: [ValueProblem] = []

    mutating func add(_ field: String, _ message: String) {
        problems.append(ValueProblem(path: field, message: message))
    }

    /// Characters as Meta counts them: Unicode scalars.
    mutating func length(of text: String?, _ field: String, atMost limit: Int, required: Bool = true) {
        guard let text, !text.isEmpty else {
            if required { add(field, "is required") }
            return
        }
        let count = text.unicodeScalars.count
        if count > limit { add(field, "must have at most \(limit) characters; it has \(count)") }
    }

    mutating func count(_ count: Int, _ field: String, _ range: ClosedRange<Int>, _ things: String) {
        guard !range.contains(count) else { return }
        let allowed =
            range.lowerBound == range.upperBound
            ? "exactly \(range.lowerBound)"
            : range.lowerBound == 0 ? "at most \(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
        add(field, "must have \(allowed) \(things); it has \(count)")
    }

    mutating func distinct(_ values: [String], _ field: String, _ what: String) {
        if Set(values).count < values.count { add(field, "must not have the same \(what) twice") }
    }

    mutating func webAddress(_ url: String, _ field: String, atMost limit: Int = 2000) {
        if !url.hasPrefix("https://") && !url.hasPrefix("http://") { add(field, "must be a web address") }
        length(of: url, field, atMost: limit)
    }

    /// - Throws: all that was found.
    func check() throws(InvalidValue) {
        if !problems.isEmpty { throw InvalidValue(problems) }
    }
}
