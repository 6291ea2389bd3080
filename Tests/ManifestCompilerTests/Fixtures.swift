import Foundation
import ManifestCompiler
import Testing

/// The manifests under `Fixtures/`, and the project's own.
enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static let package = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// `integration.yaml` at the top of the package.
    static let integration = package.appending(path: "integration.yaml")

    /// A manifest that must be refused, or warned about, with the code that it is there for.
    struct Invalid: Sendable, CustomTestStringConvertible {
        let code: String
        let url: URL

        var testDescription: String { "\(code)/\(Fixtures.name(of: url))" }
        /// Beside the manifest, or beside the folder of one that has several files.
        var expectation: URL {
            let thing = Fixtures.isFolder(url.deletingLastPathComponent()) ? url.deletingLastPathComponent() : url
            return thing.deletingPathExtension().appendingPathExtension("expected")
        }
    }

    static func invalid() throws -> [Invalid] {
        let folder = folder.appending(path: "invalid")
        return try names(in: folder).flatMap { code in
            let inner = folder.appending(path: code)
            return try manifests(in: inner).map { Invalid(code: code, url: $0) }
        }
    }

    static func valid() throws -> [URL] {
        try manifests(in: folder.appending(path: "valid"))
    }

    /// What is right instead of `invalid/CODE/example`, by code: what `integration explain` shows beside it.
    static func mended() throws -> [Mended] {
        try manifests(in: folder.appending(path: "mended")).map { Mended(code: stem(of: $0), url: $0) }
    }

    struct Mended: Sendable, CustomTestStringConvertible {
        let code: String
        let url: URL

        var testDescription: String { code }
    }

    /// Files, and folders that hold an `integration.yaml` with the files that it names.
    private static func manifests(in folder: URL) throws -> [URL] {
        try names(in: folder).compactMap { name in
            let url = folder.appending(path: name)
            if isFolder(url) { return url.appending(path: "integration.yaml") }
            return name.hasSuffix(".yaml") ? url : nil
        }
    }

    /// Whether it is the folder of one fixture that has several files.
    static func isFolder(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: "integration.yaml").path)
    }

    static func name(of url: URL) -> String {
        let folder = url.deletingLastPathComponent()
        return isFolder(folder) ? folder.lastPathComponent : url.lastPathComponent
    }

    /// Its name without the ending of a file.
    static func stem(of url: URL) -> String {
        let name = name(of: url)
        return name.hasSuffix(".yaml") ? String(name.dropLast(".yaml".count)) : name
    }

    /// The manifest of a fixture, then the files beside it by their paths, so that expectations do not depend on where
    /// the project is.
    static func sources(_ url: URL) throws -> [SourceFile] {
        let folder = url.deletingLastPathComponent()
        guard isFolder(folder) else { return [try source(url)] }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        let others = try paths.filter { $0 != "integration.yaml" }.compactMap { path -> SourceFile? in
            let url = folder.appending(path: path)
            guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true else { return nil }
            return SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: url)))
        }
        return [try source(url)] + others
    }

    /// The file under its own name, so that expectations do not depend on where the project is.
    static func source(_ url: URL) throws -> SourceFile {
        SourceFile(path: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
    }

    private static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }
}

/// A manifest with a header, for tests that care about the rest.
func compile(_ body: String) -> Compilation {
    ManifestCompiler.compile([source(body)])
}

func source(_ body: String) -> SourceFile {
    SourceFile(
        path: "integration.yaml", text: "manifest: 1\nhandle: sample\nname: Sample\nversion: 1.0.0\n" + body)
}

extension Compilation {
    var lines: [String] {
        diagnostics.map {
            "\($0.span.start.line):\($0.span.start.column)-\($0.span.end.line):\($0.span.end.column) \($0.code.name)"
        }
    }
}

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
