/// `INTEGRATION.md`: what the integration has, in tables, for people who use it.
func referenceDocument(_ context: GenerationContext) -> String {
    let manifest = context.manifest
    var sections = [
        "<!-- Generated from \(context.manifestName) by `integration generate`. Do not edit. -->",
        "# \(prose(manifest.header.name))",
        prose(manifest.header.description ?? ""),
        "Version \(manifest.header.version).",
    ]
    if !manifest.tools.isEmpty {
        sections += [
            "## Tools", table(["Tool", "Description"], manifest.tools.map { [code($0.wireName), text($0)] }),
        ]
    }
    if !manifest.webhooks.isEmpty {
        sections += [
            "## Webhooks",
            table(
                ["Webhook", "Methods", "Signature", "Description"],
                manifest.webhooks.map { webhook in
                    [
                        code(webhook.handle), webhook.methods.map(\.rawValue).joined(separator: ", "),
                        webhook.signature.style.rawValue, text(webhook),
                    ]
                }),
        ]
    }
    if !manifest.models.isEmpty { sections.append("## Models") }
    for model in manifest.models {
        sections += ["### \(code(model.handle)) (\(model.scope.rawValue))", text(model)]
        sections.append(
            table(
                ["Field", "Type", "Owner", "Description"],
                model.fields.map { field in
                    let options = field.options.map(\.value).joined(separator: ", ")
                    let description = [text(field), options.isEmpty ? "" : "One of \(options)."]
                    return [
                        code(field.handle), field.type.spelling, field.owner.rawValue,
                        description.filter { !$0.isEmpty }.joined(separator: " "),
                    ]
                }))
    }
    if !manifest.channels.isEmpty { sections.append("## Channels") }
    for channel in manifest.channels {
        sections += ["### \(code(channel.handle))", text(channel)]
        if let messaging = channel.messaging {
            let rows = [("Send", messaging.send), ("Receive", messaging.receive)]
            sections.append(
                table(
                    ["Capability", "Handled by"],
                    rows.compactMap { name, reference in reference.map { [name, code($0.handle)] } }))
        }
    }
    let environment = manifest.environment
    if !environment.provision.isEmpty || !environment.install.isEmpty { sections.append("## Environment variables") }
    for (title, variables) in [
        ("### Set by the developer", environment.provision), ("### One value an installation", environment.install),
    ] where !variables.isEmpty {
        sections += [
            title,
            table(
                ["Variable", "Required", "Set by", "Description"],
                variables.map { variable in
                    let source = variable.storedByConnection.map { "connection \(code($0))" }
                    return [
                        code(variable.handle), variable.isRequired ? "Yes" : "No",
                        source ?? (variable.source == .user ? "a person" : variable.source.rawValue), text(variable),
                    ]
                }),
        ]
    }
    if !manifest.pages.isEmpty {
        sections += [
            "## Pages",
            table(
                ["Page", "Path", "Description"],
                manifest.pages.map { [prose(context.names.label($0)), code($0.path.text), text($0)] }),
        ]
    }
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
}

private func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
}

private func code(_ text: String) -> String { "`\(text.replacing("|", with: "\\|"))`" }

private func text(_ declaration: some Declaration) -> String {
    prose(declaration.description ?? declaration.label ?? "")
}

/// Prose on one line that Markdown leaves as it is.
private func prose(_ text: String) -> String {
    var result = ""
    for character in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
        if "\\|<>*_`[]#".contains(character) { result += "\\" }
        result.append(character)
    }
    return result
}
