/// The reference of the language in Markdown: every place with its keys, made from the grammar alone.
package func languageReference() -> String {
    let blocks = BlockName.allCases.compactMap { Grammar.blocks[$0] }
    let sections = [
        "<!-- Generated from the grammar by `integration docs`. Do not edit. -->", "# The manifest",
        """
        One file, `integration.yaml`, says everything about an integration that is not code. This page lists every key of
        it, place by place, for version \(Grammar.languageVersion) of the language. `integration schema` prints the same as
        JSON Schema, by which an editor completes and checks while you write:
        """,
        """
        ```yaml
        # yaml-language-server: $schema=Generated/integration.schema.json
        manifest: \(Grammar.languageVersion)
        ```
        """,
        "## What holds everywhere", conventions, "## Values", values, "### Types", types, "### Formats", formats,
        "## Places",
    ]
    return (sections + blocks.map(section)).joined(separator: "\n\n") + "\n"
}

private let conventions = """
    - Things are maps by handle, in the order in which you write them; that is the order of everything generated.
    - An unknown key, a reference that leads nowhere or a value of another type is an error that says where.
    - Keys that begin with `x-` are allowed in every map. They are carried into exported config and mean nothing else.
    - Where a map would say only a type, the type alone will do: `page_id: STRING`.
    - Anchors, aliases and merge keys (`<<`) work; tags do not.
    """

private let values: String = {
    let plain = [
        ["text", "Any text; the spelling is kept, and quotes are needed only where YAML needs them."],
        ["template", "Text with `{{ path }}` and `{% if … %}`, checked when the manifest is compiled."],
        ["condition", "A condition without braces: `connection.status != \"CONNECTED\"`."],
        ["path", "A path into what a page or a record has: `connection.business_name`."],
        ["address", "A URL in which `{NAME}` stands for an environment variable."],
        ["duration", "A whole number and `ms`, `s`, `m`, `h` or `d`: `30s`."],
        ["size", "A whole number and `KB`, `MB` or `GB`: `3MB`."],
        ["handle of …", "The handle of something that is declared elsewhere."],
    ]
    let forms = TextForm.allCases.map { [$0.rawValue, MarkdownText.marked($0.wish.capitalizedSentence)] }
    return MarkdownText.table(["Value", "How it is written"], plain + forms)
}()

private let types: String = {
    let scalars = ScalarType.allCases.map { MarkdownText.code($0.rawValue) }.joined(separator: ", ")
    let contracts = PredeclaredContracts.records.map { MarkdownText.code($0.handle) }.joined(separator: ", ")
    return """
        A type is a scalar, the handle of a type or a model, `model.field` for the type of a field, or `model.id` for the id
        of an instance. `[T]` is a list and `{ STRING: T }` a map; `T?` may be left out. Fields of models, entities and
        variables have no `?`: they are optional unless `required`.

        The scalars are \(scalars).

        Predeclared types are \(contracts).
        """
}()

private let formats =
    "`format:` refines STRING, and is checked wherever a value comes in: "
    + ValueFormat.allCases.map { MarkdownText.code($0.rawValue) }.joined(separator: ", ") + "."

private func section(_ block: BlockRule) -> String {
    var parts = ["### \(heading(of: block))", MarkdownText.marked(block.documentation)]
    let keys = block.keys
    if !keys.isEmpty {
        parts.append(
            MarkdownText.table(["Key", "Value", "Default", "Meaning"], keys.map { row($0) }))
    }
    if let others = block.others { parts.append("Every other key takes \(description(of: others)).") }
    let examples = keys.filter { !$0.examples.isEmpty }
    if !examples.isEmpty {
        let lines = examples.flatMap { key in key.examples.map { "\(key.name): \($0)" } }
        parts.append("```yaml\n\(lines.joined(separator: "\n"))\n```")
    }
    return parts.joined(separator: "\n\n")
}

private func row(_ key: KeyRule) -> [String] {
    let standard: String =
        if key.isRequired {
            "required"
        } else if key.literalDefault != nil, let text = key.defaultValue {
            MarkdownText.code(text)
        } else {
            MarkdownText.marked(key.defaultValue ?? "")
        }
    return [
        MarkdownText.code(key.name), description(of: key.value), standard, MarkdownText.marked(key.documentation),
    ]
}

private func description(of rule: ValueRule) -> String {
    switch rule {
    case .text, .prose: "text"
    case .template: "template"
    case .condition: "condition"
    case .path: "path"
    case .url: "address"
    case .anything: "value"
    case .boolean: "`true` or `false`"
    case .integer(let range): "whole number from \(range.lowerBound) to \(range.upperBound)"
    case .duration: "duration"
    case .size: "size"
    case .form(let form): form.rawValue
    case .words(let words): words.map(MarkdownText.code).joined(separator: ", ")
    case .reference(let kind): "handle of \(kind.title)"
    case .type: "type"
    case .list(let rule): "list of: \(description(of: rule))"
    case .oneOrMany(let rule): "\(description(of: rule)), or a list of it"
    case .map(let form, let rule): "map of \(form.title): \(description(of: rule))"
    case .block(let name): link(to: name)
    case .shapes(let text, let list, let map):
        [text, list, map].compactMap { $0.map(description) }.uniqued().joined(separator: ", or ")
    case .byKey(let kinds, let otherwise):
        (kinds.map { "with `\($0.key)` \(description(of: $0.rule))" } + ["else \(description(of: otherwise))"])
            .joined(separator: ", ")
    case .oneOf(let kinds):
        "one of " + kinds.map { "\(MarkdownText.code($0.key)): \(description(of: $0.rule))" }
            .joined(separator: "; ")
    }
}

private func link(to name: BlockName) -> String {
    guard let block = Grammar.blocks[name] else { return name.rawValue }
    return "[\(MarkdownText.marked(block.title))](#\(anchor(of: heading(of: block))))"
}

/// Unlike titles, headings are distinct.
private func heading(of block: BlockRule) -> String {
    let name = MarkdownText.code(block.name.rawValue)
    return block.title == name ? name : "\(block.title) (\(name))"
}

/// As GitHub makes anchors of headings: lower case, spaces become hyphens, other marks go.
private func anchor(of heading: String) -> String {
    String(
        heading.lowercased().compactMap { character in
            if character == " " { return "-" }
            return character.isLetter || character.isNumber || character == "-" || character == "_" ? character : nil
        })
}

extension ReferenceKind {
    /// As people say it: "a setup step".
    fileprivate var title: String {
        let words = rawValue.snakeCased.replacing("_", with: " ")
        return ("aeiou".contains(words.prefix(1)) ? "an " : "a ") + words
    }
}

extension KeyForm {
    fileprivate var title: String {
        switch self {
        case .handle: "handles"
        case .variable: "variable names"
        case .dotted: "dotted names"
        case .free: "names"
        }
    }
}

extension Sequence where Element: Hashable {
    /// The first of equal elements each.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
