/// `INTEGRATION.md`: what the integration has, in tables, for people who use it.
func referenceDocument(_ context: GenerationContext) -> String {
    let manifest = context.manifest
    var sections = [
        "<!-- Generated from \(context.manifestName) by `integration generate`. Do not edit. -->",
        "# \(MarkdownText.prose(manifest.header.name))",
        MarkdownText.prose(manifest.header.description ?? ""),
        "Version \(manifest.header.version).",
    ]
    if !manifest.tools.isEmpty {
        sections += [
            "## Tools", MarkdownText.table(["Tool", "Description"], manifest.tools.map { [MarkdownText.code($0.wireName), text($0)] }),
        ]
    }
    if !manifest.webhooks.isEmpty {
        sections += [
            "## Webhooks",
            MarkdownText.table(
                ["Webhook", "Methods", "Signature", "Description"],
                manifest.webhooks.map { webhook in
                    [
                        MarkdownText.code(webhook.handle), webhook.methods.map(\.rawValue).joined(separator: ", "),
                        webhook.signature.style.rawValue, text(webhook),
                    ]
                }),
        ]
    }
    if !manifest.models.isEmpty { sections.append("## Models") }
    for model in manifest.models {
        sections += ["### \(MarkdownText.code(model.handle)) (\(model.scope.rawValue))", text(model)]
        sections.append(
            MarkdownText.table(
                ["Field", "Type", "Owner", "Description"],
                model.fields.map { field in
                    let options = field.options.map(\.value).joined(separator: ", ")
                    let description = [text(field), options.isEmpty ? "" : "One of \(options)."]
                    return [
                        MarkdownText.code(field.handle), field.type.spelling, field.owner.rawValue,
                        description.filter { !$0.isEmpty }.joined(separator: " "),
                    ]
                }))
    }
    if !manifest.channels.isEmpty { sections.append("## Channels") }
    for channel in manifest.channels {
        sections += ["### \(MarkdownText.code(channel.handle))", text(channel)]
        if let messaging = channel.messaging {
            let rows = [("Send", messaging.send), ("Receive", messaging.receive)]
            sections.append(
                MarkdownText.table(
                    ["Capability", "Handled by"],
                    rows.compactMap { name, reference in reference.map { [name, MarkdownText.code($0.handle)] } }))
        }
    }
    let environment = manifest.environment
    if !environment.provision.isEmpty || !environment.install.isEmpty { sections.append("## Environment variables") }
    for (title, variables) in [
        ("### Set by the developer", environment.provision), ("### One value an installation", environment.install),
    ] where !variables.isEmpty {
        sections += [
            title,
            MarkdownText.table(
                ["Variable", "Required", "Set by", "Description"],
                variables.map { variable in
                    let source = variable.storedByConnection.map { "connection \(MarkdownText.code($0))" }
                    return [
                        MarkdownText.code(variable.handle), variable.isRequired ? "Yes" : "No",
                        source ?? (variable.source == .user ? "a person" : variable.source.rawValue), text(variable),
                    ]
                }),
        ]
    }
    if !manifest.pages.isEmpty {
        sections += [
            "## Pages",
            MarkdownText.table(
                ["Page", "Path", "Description"],
                manifest.pages.map { [MarkdownText.prose(context.names.label($0)), MarkdownText.code($0.path.text), text($0)] }),
        ]
    }
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
}

private func text(_ declaration: some Declaration) -> String {
    MarkdownText.prose(declaration.description ?? declaration.label ?? "")
}
