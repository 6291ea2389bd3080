/// What `integration explain` tells about a code beyond its summary.
package struct Explanation: Sendable, Hashable {
    /// The code's name.
    package let code: String
    /// Why the language has the rule.
    package let why: String
    /// What to do about it.
    package let mend: String

    /// Parts of a manifest. A comment that is a path begins another file.
    package struct Example: Sendable, Hashable {
        /// Is reported with the code.
        package let wrong: String
        /// The same, mended.
        package let right: String
    }

    init(_ code: DiagnosticCode, why: String, mend: String) {
        self.code = code.name
        self.why = why
        self.mend = mend
    }

    /// Nothing where none can be shown: a file that is too large, or cannot be opened.
    package var example: Example? { Self.examples[code] }

    /// By code.
    static let all: [String: Explanation] = Dictionary(
        topics.flatMap { $0 }.map { ($0.code, $0) }) { first, _ in first }

    private static let topics: [[Explanation]] = [
        files, keys, names, types, models, environment, tools, webhooks, pages, blocks, templates, platform,
    ]
}

extension DiagnosticCode {
    package var explanation: Explanation? { Explanation.all[name] }
}
