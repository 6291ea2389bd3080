/// `INTEGRATION.md`: what the integration has, in tables, for people who use it.
func referenceDocument(_ context: GenerationContext) -> String { IntegrationReference(context: context).text }

/// The parts of `INTEGRATION.md`; what the manifest does not have has no heading.
struct IntegrationReference {
    let context: GenerationContext

    var manifest: Manifest { context.manifest }

    fileprivate var text: String {
        let header = manifest.header
        let title = [
            "<!-- Generated from \(context.manifestName) by `integration generate`. Do not edit. -->",
            "# \(MarkdownText.prose(header.name))",
            MarkdownText.prose(header.description ?? ""),
            "Version \(header.version).",
        ]
        let sections = [
            connections, tools, webhooks, models, relationships, types, entities, channels, environment, pages, setup,
            workflows, events, agents, operations, limits, platform,
        ]
        return (title + sections.flatMap(\.self)).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    // MARK: Parts

    /// A heading with a table under it; nothing without rows.
    func section(_ heading: String, _ head: [String], _ rows: [[String]]) -> [String] {
        rows.isEmpty ? [] : [heading, table(head, rows)]
    }

    func table(_ head: [String], _ rows: [[String]]) -> String { MarkdownText.table(head, rows) }
    func code(_ text: String) -> String { MarkdownText.code(text) }
    func codes(_ references: [Reference]) -> String { references.map { code($0.handle) }.joined(separator: ", ") }

    /// What it is, and whether it is on its way out.
    func text(_ declaration: some Declaration) -> String {
        let prose = MarkdownText.prose(declaration.description ?? declaration.label ?? "")
        guard let deprecation = declaration.deprecation else { return prose }
        let words = [
            deprecation.since.map { "since \(MarkdownText.prose($0))" }, deprecation.use.map { "use \(code($0))" },
            deprecation.reason.map { MarkdownText.prose($0) },
        ]
        let remark = (["**Deprecated**"] + words.compactMap(\.self)).joined(separator: "; ") + "."
        return sentences([prose, remark])
    }

    /// Behind each other, those that are not the last with an end.
    func sentences(_ texts: [String]) -> String {
        let texts = texts.filter { !$0.isEmpty }
        return texts.enumerated().map { index, text in
            index == texts.count - 1 || text.last.map { ".!?:;…".contains($0) } == true ? text : text + "."
        }.joined(separator: " ")
    }

    /// The description of a field with what its values may be.
    func meaning(of field: FieldDeclaration) -> String {
        let source = manifest.origin(of: field).field
        let options = source.options.map { MarkdownText.prose($0.value) }.joined(separator: ", ")
        var parts = [text(field)]
        if !options.isEmpty { parts.append("One of \(options).") }
        if field.visibility == .encrypted { parts.append("Encrypted.") }
        if let value = field.defaultValue { parts.append("Default: \(code(value.plainText)).") }
        return sentences(parts)
    }

    /// Fields of anything but a model.
    func fieldTable(_ fields: some Collection<FieldDeclaration>) -> String {
        guard !fields.isEmpty else { return "" }
        return table(
            ["Field", "Type", "Description"],
            fields.map { field in
                [code(field.wireName), field.type.spelling + (field.requirement == .optional ? "?" : ""), meaning(of: field)]
            })
    }
}
