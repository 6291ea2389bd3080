import Foundation
import ManifestCompiler
import Testing

@Suite("The fixtures")
struct FixtureTests {
    /// With `RECORD_FIXTURES=1` in the environment, expectations are written instead of compared.
    private static let records = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1"

    @Test(
        "an invalid manifest is reported as its expectation says, its code included", arguments: try Fixtures.invalid())
    func invalid(_ fixture: Fixtures.Invalid) throws {
        let diagnostics = ManifestCompiler.compile(try Fixtures.sources(fixture.url)).diagnostics
        let text = PlainDiagnosticPrinter().print(diagnostics)
        if Self.records { try Data(text.utf8).write(to: fixture.expectation) }
        let expected = String(decoding: try Data(contentsOf: fixture.expectation), as: UTF8.self)
        #expect(text == expected)
        #expect(diagnostics.contains { $0.code.name == fixture.code })
    }

    @Test("errors leave no manifest, warnings do", arguments: try Fixtures.invalid())
    func manifest(_ fixture: Fixtures.Invalid) throws {
        let result = ManifestCompiler.compile(try Fixtures.sources(fixture.url))
        #expect(result.succeeded == !result.diagnostics.contains { $0.severity == .error })
    }

    @Test("a valid manifest has nothing to report", arguments: try Fixtures.valid())
    func valid(_ url: URL) throws {
        let result = ManifestCompiler.compile(try Fixtures.sources(url))
        // What the embedded runtime leaves to the platform is a remark about the runtime, not about the manifest.
        let said = result.diagnostics.filter { $0.code.name != "runtime.unsupported" }
        #expect(PlainDiagnosticPrinter().print(said) == "")
        #expect(result.succeeded)
    }

    @Test("every code has a fixture, and every fixture a code")
    func coverage() throws {
        // A file of more than 32 MiB is not kept here; its test is among those of the syntax.
        let made: Set<String> = ["yaml.too_large"]
        let codes = DiagnosticCode.all.map(\.name)
        let fixtures = Set(try Fixtures.invalid().map(\.code))
        #expect(Set(codes).subtracting(fixtures).subtracting(made).sorted() == [])
        #expect(fixtures.subtracting(codes).sorted() == [])
        #expect(Set(codes).count == codes.count)
    }

    @Test("replacements lie inside the file and mend what they are for", arguments: try Fixtures.invalid())
    func replacements(_ fixture: Fixtures.Invalid) throws {
        let files = try Fixtures.sources(fixture.url)
        for diagnostic in ManifestCompiler.compile(files).diagnostics {
            guard let fix = diagnostic.fixIts.first, diagnostic.fixIts.count == 1 else { continue }
            var mended = files
            let index = try #require(files.firstIndex { $0.path == fix.span.file })
            mended[index].bytes.replaceSubrange(
                fix.span.start.offset..<fix.span.end.offset, with: fix.replacement.utf8)
            let after = ManifestCompiler.compile(mended).diagnostics
            #expect(!after.contains { $0.span.start == diagnostic.span.start && $0.message == diagnostic.message })
        }
    }
}
