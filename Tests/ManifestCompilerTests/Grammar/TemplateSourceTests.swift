import Foundation
import ManifestCompiler
import Testing

@Suite("Places inside templates")
struct TemplateSourceTests {
    /// The title of a model, written as given.
    private func title(_ written: String) throws -> TemplateSource {
        let result = compile("models:\n  m:\n    fields: { name: STRING }\n    title: \(written)\n")
        return try #require(result.manifest?.models["m"]?.title)
    }

    private func place(of part: String, in source: TemplateSource) throws -> String {
        let range = try #require(source.text.range(of: part))
        let start = source.text.utf8.distance(from: source.text.startIndex, to: range.lowerBound)
        let span = source.span(of: start..<(start + part.utf8.count))
        return "\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
    }

    @Test("plain and quoted text")
    func quoted() throws {
        #expect(try place(of: "name", in: title("'{{ name }}'")) == "8:16-8:20")
        #expect(try place(of: "name", in: title("\"{{ name }}\"")) == "8:16-8:20")
        #expect(try place(of: "name", in: title("Mx {{ name }}")) == "8:18-8:22")
        #expect(try place(of: "name", in: title("'é😀 {{ name }}'")) == "8:19-8:23")
    }

    @Test("after a doubled quote the place is still exact")
    func doubledQuote() throws {
        #expect(try place(of: "name", in: title("'It''s {{ name }}'")) == "8:22-8:26")
    }

    @Test("block scalars keep their lines")
    func block() throws {
        #expect(try place(of: "name", in: title("|\n      Dear\n      {{ name }}")) == "10:10-10:14")
        #expect(try place(of: "name", in: title(">\n      Dear\n      {{ name }}")) == "10:10-10:14")
    }

    @Test("behind an escape only the whole scalar is known")
    func escape() throws {
        #expect(try place(of: "name", in: title("\"\\u00e9 {{ name }}\"")) == "8:12-8:31")
    }

    @Test("a condition may stand in braces, which are not part of it")
    func braces() throws {
        let result = compile(
            "pages: { home: { path: /, navigation: true, blocks: [{ alert: { title: A, when: '{{ query.a != blank }}' } }] } }\n"
        )
        guard case .alert(let alert)? = result.manifest?.pages["home"]?.blocks.first else {
            Issue.record("the page has an alert: \(result.lines)")
            return
        }
        let condition = try #require(alert.heading.condition)
        #expect(condition.text == " query.a != blank ")
        #expect(try place(of: "query", in: condition) == "5:85-5:90")
    }
}
