import Foundation
import ManifestCompiler
import Testing

@Suite("Applying the replacements that diagnostics offer")
struct MendingTests {
    private func mended(_ body: String) -> (text: String, mending: Mending) {
        let file = source(body)
        let mending = mend(file, beside: ListedFiles())
        let bytes = mending.files.first?.bytes ?? file.bytes
        return (String(decoding: bytes, as: UTF8.self), mending)
    }

    @Test("all of them are made, and comments, order and spacing keep their bytes")
    func all() {
        let body = """
            # before
            tools:
              add:   # keep me
                desciption:   'Adds'   # and me
                inputt: { name: string }   # me too

            """
        let (text, mending) = mended(body)
        let expected = body.replacingOccurrences(of: "desciption", with: "description")
            .replacingOccurrences(of: "inputt", with: "input").replacingOccurrences(of: "string", with: "STRING")
        #expect(text == source(expected).text)
        #expect(mending.changes.count == 3)
        #expect(mending.compilation.succeeded)
    }

    @Test("a replacement uncovers the next, until there is none")
    func rounds() {
        let (text, mending) = mended("modles: { m: { feilds: { a: { type: STRING, ownr: app } } } }\n")
        #expect(text == source("models: { m: { fields: { a: { type: STRING, owner: APP } } } }\n").text)
        #expect(mending.compilation.diagnostics.isEmpty)
    }

    @Test("where there is a choice, or nothing to offer, nothing is done")
    func nothing() {
        let (_, mending) = mended("models: { m: { colour: red, fields: { a: STRING } } }\n")
        #expect(mending.files.isEmpty)
        #expect(mending.changes.isEmpty)
        #expect(mending.compilation.diagnostics.map(\.code.name) == ["key.unknown"])
    }

    @Test("a replacement that would be wrong in another way is not made; the others are")
    func worse() {
        let body = "models: { m: { fields: { full_name: STRING, fullName: STRING, otherName: STRING } } }\n"
        let (text, mending) = mended(body)
        #expect(text == source(body.replacingOccurrences(of: "otherName", with: "other_name")).text)
        #expect(mending.compilation.diagnostics.map(\.code.name) == ["handle.invalid"])
    }

    @Test("a file that the manifest includes is mended in its place")
    func included() {
        let file = source("include: [more.yaml]\n")
        let more = SourceFile(path: "more.yaml", text: "models: { m: { fields: { a: strin } } } # c\n")
        let mending = mend(file, beside: ListedFiles([more]))
        #expect(mending.files.map(\.path) == ["more.yaml"])
        #expect(mending.files.map(\.text) == ["models: { m: { fields: { a: STRING } } } # c\n"])
        #expect(mending.compilation.succeeded)
    }

    @Test("byte order mark and CRLF are kept")
    func bytes() {
        let text = "\u{FEFF}" + source("tools: { a: { desciption: x } }\n").text.replacingOccurrences(of: "\n", with: "\r\n")
        let mending = mend(SourceFile(path: "a.yaml", text: text), beside: ListedFiles())
        #expect(mending.files.map(\.text) == [text.replacingOccurrences(of: "desciption", with: "description")])
    }

    @Test("every fixture with a replacement is mended by it, or has a reason", arguments: try Fixtures.invalid())
    func fixtures(_ fixture: Fixtures.Invalid) throws {
        let sources = try Fixtures.sources(fixture.url)
        let before = ManifestCompiler.compile(sources)
        let offered = before.diagnostics.filter { $0.fixIts.count == 1 }
        guard !offered.isEmpty else { return }
        let mending = mend(sources[0], beside: ListedFiles(sources.dropFirst()))
        let done = Set(mending.changes.map(\.diagnostic.message))
        for diagnostic in offered {
            #expect(done.contains(diagnostic.message), "\(diagnostic.span.start.line): \(diagnostic.message)")
        }
        let left = mending.compilation.diagnostics
        #expect(left.allSatisfy { $0.fixIts.count != 1 }, "\(PlainDiagnosticPrinter().print(left))")
    }
}

extension SourceFile {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
