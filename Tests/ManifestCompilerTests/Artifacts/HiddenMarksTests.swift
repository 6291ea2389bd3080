import Foundation
import Testing

@testable import ManifestCompiler

@Suite("Nothing hidden is left in what is generated")
struct HiddenMarksTests {
    @Test("whatever the prose of a manifest holds", arguments: try Fixtures.valid())
    func fixtures(_ url: URL) throws {
        let manifest = try #require(ManifestCompiler.compile(try Fixtures.sources(url)).manifest)
        for file in generate(manifest) {
            let hidden = file.contents.unicodeScalars.first { $0.isHidden && $0 != "\n" }
            #expect(hidden == nil, "\(file.path) holds \(hidden.map { String($0.value, radix: 16) } ?? "")")
        }
    }

    @Test("both dialects of SQL say the same text with escapes")
    func sql() throws {
        let context = GenerationContext(
            try Snippet.manifest(
                #"""
                models:
                  note:
                    description: "A \u202Eeton\\"
                    fields:
                      text: { type: STRING, default: "It's\u202E \\", description: "Two\nlines\u0007" }
                """#))
        let postgres = postgresSchema(context)
        #expect(postgres.contains(#" DEFAULT U&'It''s\+00202E \\',"#))
        #expect(postgres.contains(#"COMMENT ON TABLE "model_note" IS U&'A \+00202Eeton\\';"#))
        #expect(postgres.contains("COMMENT ON COLUMN \"model_note\".\"text\" IS U&'Two\nlines\\+000007';"))
        #expect(sqliteSchema(context).contains(#" DEFAULT ('It''s' || char(8238) || ' \')"#))
    }
}
