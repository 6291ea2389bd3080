/// What `integration explain` tells about a code beyond its summary.
package struct Explanation: Sendable, Hashable {
    /// The code's name.
    package let code: String
    /// Why the language has the rule.
    package let why: String
    /// What to do about it.
    package let mend: String
    /// Nothing where none can be shown: a file that is too large, or is not text.
    package let example: Example?

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
        self.example = nil
    }

    /// - Parameter given: What both examples begin with.
    init(_ code: DiagnosticCode, why: String, mend: String, given: String? = nil, wrong: String, right: String) {
        self.code = code.name
        self.why = why
        self.mend = mend
        let start = given.map { $0 + "\n" } ?? ""
        self.example = Example(wrong: start + wrong, right: start + right)
    }

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
