/// What `integration explain` tells about a code beyond its summary.
package struct Explanation: Sendable, Hashable {
    /// The code's name.
    package let code: String
    /// Why the language has the rule.
    package let why: String
    /// What to do about it.
    package let mend: String
    /// A part of a manifest that is reported with the code.
    package let wrong: String
    /// The same, mended.
    package let right: String

    init(_ code: DiagnosticCode, why: String, mend: String, wrong: String, right: String) {
        self.code = code.name
        self.why = why
        self.mend = mend
        self.wrong = wrong
        self.right = right
    }

    /// By code.
    static let all: [String: Explanation] = Dictionary(
        topics.flatMap { $0 }.map { ($0.code, $0) }) { first, _ in first }

    private static let topics: [[Explanation]] = [
        text, textAlso, keys, keysAlso, types, typesAlso, environment, tools, webhooks, pages, pagesAlso, pageBlocks, templates, templatesAlso,
        names, operations,
    ]
}

extension DiagnosticCode {
    package var explanation: Explanation? { Explanation.all[name] }
}
