import Foundation
import ManifestCompiler
import Testing

@Suite("A new author's typical mistakes can be mended without opening the docs")
struct NewAuthorTests {
    /// A line of the manifest as it should be, and as somebody who is new writes it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let right: String
        let wrong: String
        /// Stands in what is said about it.
        let said: String
        /// Whether `check --fix` mends it.
        var isMended = true

        var testDescription: String { wrong }
    }

    private static let manifest = """
        models:
          patient:
            identity: number
            fields:
              number: { type: STRING, description: 'Number in the books' }
              state: { type: STRING, options: [NEW, KNOWN], default: NEW }
              born_on: { type: DATE, owner: WORKPLACE }
        tools:
          add_patient:
            description: Add a patient
            timeout: 10s
            input:
              number: STRING
              visits: INTEGER
              tags: '[STRING]?'
        pages:
          patients:
            path: /patients
            navigation: true
            context:
              patients: { model: patient, mode: MANY, order: -created_at }
            blocks:
              - list: { from: patients, item: { label: '{{ number }}', badge: '{{ state }}' } }
              - form: { submit: { tool: add_patient, label: Add } }

        """

    private static let mistakes = [
        Mistake(right: "born_on: {", wrong: "bornOn: {", said: "`born_on`"),
        Mistake(right: "options: [NEW, KNOWN]", wrong: "enum: [NEW, KNOWN]", said: "did you mean `options`?"),
        Mistake(right: "owner: WORKPLACE", wrong: "owner: workplace", said: "did you mean `WORKPLACE`?"),
        Mistake(right: "'Number in the books'", wrong: "Number, in the books", said: "quote the text of `description`"),
        Mistake(right: "timeout: 10s", wrong: "timeout: 10 seconds", said: "`10s`"),
        Mistake(right: "visits: INTEGER", wrong: "visits: int", said: "did you mean `INTEGER`?"),
        Mistake(right: "path: /patients", wrong: "path: patients/", said: "`/patients`"),
        Mistake(right: "navigation: true", wrong: "navigation: yes", said: "`true`"),
        Mistake(right: "order: -created_at", wrong: "order: created_at desc", said: "`-created_at`"),
        Mistake(right: "{{ number }}", wrong: "{{ nubmer }}", said: "did you mean `number`?"),
        Mistake(right: "tool: add_patient", wrong: "tool: ad_patient", said: "did you mean `add_patient`?"),
        Mistake(right: "'[STRING]?'", wrong: "[STRING?]", said: "`'[STRING]?'`"),
        Mistake(right: "type: STRING, options", wrong: "type: ENUM, options", said: "did you mean `STRING`?"),
        Mistake(right: "owner: WORKPLACE", wrong: "owner: USER", said: "did you mean `WORKPLACE`?"),
        Mistake(right: "- list: { from: patients", wrong: "- list: { of: patients", said: "did you mean `from`?"),
        Mistake(
            right: "visits: INTEGER", wrong: "visits: EMAIL", said: "`type: STRING, format: email`", isMended: false),
        Mistake(
            right: "item: { label: '{{ number }}'", wrong: "badge: x, item: { label: '{{ number }}'",
            said: "further in there is `item.badge`", isMended: false),
        Mistake(
            right: "- form: {", wrong: "- when: '{{ patients | size }} > 0'\n        form: {", said: "write `when` inside `form`",
            isMended: false),
        Mistake(right: "default: NEW", wrong: "default: OLD", said: "not one of the options `NEW`, `KNOWN`", isMended: false),
        Mistake(
            right: "mode: MANY, ", wrong: "", said: "mode is FIRST, MANY or COUNT", isMended: false),
        Mistake(
            right: "number: STRING\n", wrong: "number: { type: STRING, required: true }\n",
            said: "here a type T must be given, and 'T?' may be left out", isMended: false),
    ]

    @Test("the manifest is right without them")
    func right() {
        #expect(PlainDiagnosticPrinter().print(compile(Self.manifest).diagnostics) == "")
    }

    @Test("each is reported once, with what to write", arguments: mistakes)
    func each(_ mistake: Mistake) throws {
        let body = Self.manifest.replacingOccurrences(of: mistake.right, with: mistake.wrong)
        #expect(body != Self.manifest)
        let problems = compile(body).diagnostics
        #expect(problems.count == 1, "\(PlainDiagnosticPrinter().print(problems))")
        #expect(PlainDiagnosticPrinter().print(problems).contains(mistake.said))
        guard mistake.isMended else { return }
        let mending = mend(source(body), beside: ListedFiles())
        #expect(mending.compilation.diagnostics.isEmpty)
        let text = mending.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        let expected = mistake.said.contains("quote") ? "'Number, in the books'" : mistake.right
        let better = body.replacingOccurrences(of: mistake.wrong, with: expected)
        #expect(text == String(decoding: source(better).bytes, as: UTF8.self))
    }

    @Test("all of them together are reported in one run, and mended in one")
    func together() {
        var body = Self.manifest
        for mistake in Self.mistakes where mistake.isMended {
            body = body.replacingOccurrences(of: mistake.right, with: mistake.wrong)
        }
        let lines = Set(compile(body).diagnostics.map(\.span.start.line))
        // A tool that does not resolve, and a field whose name is in doubt, keep what depends on them quiet.
        #expect(lines.count >= 10)
        let mending = mend(source(body), beside: ListedFiles())
        #expect(PlainDiagnosticPrinter().print(mending.compilation.diagnostics) == "")
    }
}
