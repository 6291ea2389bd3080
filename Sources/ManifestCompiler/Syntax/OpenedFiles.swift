/// Opens the files that a manifest names, and remembers them for those who print excerpts.
struct OpenedFiles {
    /// What a file is for, which says how it may be called.
    enum Purpose {
        case include, workflow, prompt

        var extensions: [String] { self == .prompt ? ["md", "txt"] : ["yaml", "yml"] }

        /// With an article.
        var words: String {
            switch self {
            case .include: "an included file"
            case .workflow: "a workflow"
            case .prompt: "a prompt"
            }
        }
    }

    /// The manifest first, then what was opened, in that order.
    private(set) var files: [SourceFile]
    private let provider: any SourceProvider
    private let limits: SyntaxParser.Limits
    /// Paths relative to the manifest's directory, by the paths that diagnostics show.
    private var relativePaths: [String: String]
    private var size: Int

    /// For what names no files.
    static let none = OpenedFiles(manifest: SourceFile(path: "", bytes: []), provider: ListedFiles())

    init(
        manifest: SourceFile, provider: any SourceProvider, limits: SyntaxParser.Limits = SyntaxParser.Limits()
    ) {
        self.files = [manifest]
        self.provider = provider
        self.limits = limits
        self.relativePaths = [manifest.path: Self.split(manifest.path).name]
        self.size = manifest.bytes.count
    }

    /// Opens a file that `source` names; a problem is reported where it does.
    ///
    /// - Parameter path: Relative to `source`.
    mutating func open(
        _ path: String, named span: SourceSpan, for purpose: Purpose, into diagnostics: inout DiagnosticCollector
    ) -> SourceFile? {
        open(self.path(path, from: span.file), written: path, at: span, for: purpose, into: &diagnostics)
    }

    /// A path relative to the manifest.
    ///
    /// - Parameters:
    ///   - path: Relative to the file that says it.
    ///   - file: That file, as diagnostics show it.
    func path(_ path: String, from file: String) -> String {
        Self.joined(Self.split(relativePaths[file] ?? file).directory, path)
    }

    /// The files that a pattern of the manifest matches, without the manifest itself.
    func paths(matching pattern: String) -> [String] {
        let manifest = relativePaths[files[0].path]
        return FilePattern(pattern).files(in: provider).filter { path in
            path != manifest && Purpose.include.extensions.contains { path.hasSuffix(".\($0)") }
        }
    }

    /// - Parameters:
    ///   - path: Relative to the manifest.
    ///   - written: The same as it is written, or the pattern that it matches.
    mutating func open(
        _ path: String, written: String, at span: SourceSpan, for purpose: Purpose,
        into diagnostics: inout DiagnosticCollector
    ) -> SourceFile? {
        guard purpose.extensions.contains(where: { path.hasSuffix(".\($0)") }) else {
            let endings = purpose.extensions.map { "`.\($0)`" }.joined(separator: " or ")
            diagnostics.report(.fileForbidden, "\(purpose.words) has a name that ends in \(endings)", at: span)
            return nil
        }
        let shown = Self.shownPath(of: path, beside: files[0].path)
        if let file = files.first(where: { $0.path == shown }) { return file }
        switch provider.read(path) {
        case .contents(let bytes):
            size += bytes.count
            guard size <= limits.totalBytes else {
                diagnostics.report(
                    .yamlTooLarge, "with `\(path)` the files have more than \(limits.totalBytes) bytes together",
                    at: span)
                return nil
            }
            let file = SourceFile(path: shown, bytes: bytes)
            files.append(file)
            relativePaths[shown] = path
            return file
        case .missing: diagnostics.report(missing(path, written: written, at: span))
        case .outside:
            diagnostics.report(
                .fileForbidden, "`\(path)` is not in the package", at: span,
                help: ["files stand in the manifest's package, and no link leads out of it"])
        case .unreadable(let reason):
            diagnostics.report(.fileUnreadable, "`\(path)` cannot be read: \(reason)", at: span)
        }
        return nil
    }

    private func missing(_ path: String, written: String, at span: SourceSpan) -> Diagnostic {
        let (directory, name) = Self.split(path)
        let names = provider.names(in: directory).filter { !$0.isDirectory }.map(\.name).sorted()
        guard let meant = Suggestion.nearest(to: name, among: names) else {
            return Diagnostic(.fileMissing, "there is no file `\(path)`", at: span)
        }
        let better = written.dropLast(name.count) + meant
        return Diagnostic(
            .fileMissing, "there is no file `\(path)`; did you mean `\(Self.joined(directory, meant))`?", at: span,
            fixIts: [.init("replace with `\(better)`", replacing: span, with: String(better))])
    }

    // MARK: Paths

    /// The path that diagnostics show for a file whose path is relative to the manifest.
    static func shownPath(of path: String, beside manifest: String) -> String {
        joined(split(manifest).directory, path, keepsRoot: true)
    }

    private static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// The path from one directory on, with `..` resolved as far as there are directories to leave.
    ///
    /// - Parameter keepsRoot: Whether an absolute directory stays one.
    private static func joined(_ directory: String, _ path: String, keepsRoot: Bool = false) -> String {
        var parts = directory.split(separator: "/").map(String.init).filter { $0 != "." }
        for part in path.split(separator: "/") {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        let root = keepsRoot && directory.hasPrefix("/") ? "/" : ""
        return root + parts.joined(separator: "/")
    }
}
