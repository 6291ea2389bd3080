/// Paths are absolute, lower case, without a slash at the end, and not the runtime's own; parameters are handles.
struct PagePaths: ManifestRule {
    /// First segments that the runtime serves itself.
    private static let reserved: Set<String> = ["conversations", "login", "removal", "static"]

    func check(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.pages.compactMap { page in
            guard page.knows("path") else { return nil }
            return Self.problem(page.path).map { problem in
                let span = page.path.span
                let better = Repairs.pagePath(page.path.text)
                let path = PagePath(segments: ManifestAssembler.segments(better), text: better, span: span)
                let isBetter = better != page.path.text && Self.problem(path) == nil
                let written = better.contains("[") ? YAMLText.quoted(better) : better
                return Diagnostic(
                    .pagePath, "`\(page.path.text)` is not a page's path: \(problem)", at: span,
                    fixIts: isBetter ? [.init("replace with `\(better)`", replacing: span, with: written)] : [])
            }
        }
    }

    /// What is wrong with a path, or `nil`.
    static func problem(_ path: PagePath) -> String? {
        if path.text == "/" { return nil }
        if !path.text.hasPrefix("/") { return "it begins with `/`" }
        if path.text.hasSuffix("/") { return "it has no `/` at its end" }
        if path.text.contains("//") { return "a segment is empty" }
        var names: Set<String> = []
        for segment in path.segments {
            switch segment {
            case .literal(let text):
                let isPlain = text.utf8.allSatisfy {
                    ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
                }
                if !isPlain { return "segments are lower-case letters, digits, `-`, `_` and `.`" }
                if text.allSatisfy({ $0 == "." }) { return "a segment is more than dots" }
            case .parameter(let name):
                if !TextForm.isHandle(name) { return "the parameter `\(name)` is not a handle" }
                if name == "page" || name == "query" { return "a parameter cannot be called `\(name)`" }
                if !names.insert(name).inserted { return "the parameter `\(name)` stands twice" }
            }
        }
        if case .literal(let first)? = path.segments.first, reserved.contains(first) {
            return "`/\(first)` is the runtime's own"
        }
        return nil
    }
}
