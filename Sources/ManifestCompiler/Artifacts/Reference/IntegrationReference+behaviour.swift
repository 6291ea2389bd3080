extension IntegrationReference {
    var tools: [String] {
        let overview = section(
            "## Tools", ["Tool", "Description"], manifest.tools.map { [code($0.wireName), text($0)] })
        return overview + manifest.tools.flatMap(details)
    }

    /// Inputs, rules and what comes back; a tool without them has no heading of its own.
    private func details(of tool: ToolDeclaration) -> [String] {
        let inputs = manifest.inputFields(of: tool)
        let rules = tool.rules.map { "- " + MarkdownText.prose($0.message) }
        let parts = [fieldTable(inputs), rules.joined(separator: "\n")] + result(of: tool)
        return parts.allSatisfy(\.isEmpty) ? [] : ["### \(code(tool.wireName))"] + parts
    }

    private func result(of tool: ToolDeclaration) -> [String] {
        switch tool.output?.shape {
        case .type(let type, let isOptional)?: ["Returns \(code(type.spelling + (isOptional ? "?" : "")))."]
        case .fields(let fields)? where !fields.isEmpty: ["Returns:", fieldTable(fields)]
        case .extends(let base, let fields)?: ["Returns \(code(base.handle)), and:", fieldTable(fields)]
        case .fields?, nil: []
        }
    }

    var webhooks: [String] {
        let subscriptions = section(
            "## Subscriptions", ["Subscription", "Webhook", "Description"],
            manifest.subscriptions.map { [code($0.handle), code($0.webhook.handle), text($0)] })
        return section(
            "## Webhooks", ["Webhook", "Methods", "Challenge", "Signature", "Description"],
            manifest.webhooks.map { webhook in
                [
                    code(webhook.handle), webhook.methods.map(\.rawValue).joined(separator: ", "),
                    webhook.challenge?.style.rawValue ?? "–", webhook.signature.style.rawValue, text(webhook),
                ]
            }) + subscriptions
    }

    var channels: [String] {
        guard !manifest.channels.isEmpty else { return [] }
        return ["## Channels"]
            + manifest.channels.flatMap { channel -> [String] in
                let rows = capabilities(of: channel)
                return [
                    "### \(code(channel.handle))", text(channel),
                    "A channel is identified by its \(code(channel.identifier.handle)).",
                    rows.isEmpty ? "" : table(["Capability", "Handled by"], rows),
                ]
            }
    }

    private func capabilities(of channel: ChannelDeclaration) -> [[String]] {
        var rows: [(String, Reference?)] = []
        if let messaging = channel.messaging {
            rows += [
                ("Send", messaging.send), ("Receive", messaging.receive), ("Send batch", messaging.batch?.send),
                ("Batch status", messaging.batch?.status), ("Hand a file over", messaging.attachments?.upload),
                ("React", messaging.react), ("List templates", messaging.templates?.list),
            ]
        }
        for (name, calls) in [("Voice", channel.voice), ("Video", channel.video)] {
            rows += [("\(name): call", calls?.send), ("\(name): be called", calls?.receive)]
        }
        return rows.compactMap { name, reference in reference.map { [name, code($0.handle)] } }
    }

    var pages: [String] {
        section(
            "## Pages", ["Page", "Path", "Description"],
            manifest.pages.map { [MarkdownText.prose(context.names.label($0)), code($0.path.text), text($0)] })
    }

    // MARK: Setup and what follows on events

    var setup: [String] {
        section(
            "## Setup", ["Step", "Kind", "After", "Grants", "Description"],
            manifest.setup.map { step in
                [
                    MarkdownText.prose(context.names.label(step)), step.kind.rawValue, codes(step.requires),
                    codes(step.grants), text(step),
                ]
            })
    }

    var workflows: [String] {
        section(
            "## Workflows", ["Workflow", "File", "Actions", "Description"],
            manifest.workflows.map { workflow in
                [
                    code(workflow.handle), code(workflow.file.pathFromManifest),
                    workflow.actions.map { MarkdownText.prose(context.names.label($0)) }.joined(separator: ", "),
                    text(workflow),
                ]
            })
    }

    var events: [String] {
        let events = section(
            "## Events", ["Event", "Payload", "Description"],
            manifest.events.map { event in
                [code(event.wireName), event.payload.map { code($0.wireName) }.joined(separator: ", "), text(event)]
            })
        let signals = section(
            "## Signals", ["Signal", "Event", "Workflow", "When"],
            manifest.signals.map { signal in
                [
                    code(signal.handle), code(signal.event.handle), code(signal.workflow.handle),
                    signal.condition.map { code($0.text) } ?? "always",
                ]
            })
        return events + signals
    }

    var agents: [String] {
        section(
            "## Agents", ["Agent", "Tools", "Description"],
            manifest.agents.map { [code($0.handle), codes($0.tools), text($0)] })
    }

    // MARK: Operations

    var operations: [String] {
        let schedules = section(
            "## Schedules", ["Schedule", "Tool", "When", "Zone", "For each"],
            manifest.schedules.map { schedule in
                [code(schedule.handle), code(schedule.tool.handle), code(schedule.cron), zone(of: schedule), schedule.per.rawValue]
            })
        let batches = section(
            "## Batch operations", ["Operation", "Entity", "Page size", "Description"],
            manifest.batchOperations.map { operation in
                [code(operation.handle), code(operation.entity.handle), String(operation.pageSize), text(operation)]
            })
        return schedules + batches
    }

    private func zone(of schedule: ScheduleDeclaration) -> String {
        switch schedule.zone {
        case .workplace: "the workplace's"
        case .named(let name): name
        }
    }

    var limits: [String] {
        let limits = section(
            "## Limits", ["Limit", "Shared by", "Bounds", "Description"],
            manifest.limits.map { [code($0.handle), $0.scope.rawValue, bounds(of: $0), text($0)] })
        let sequencers = section(
            "## Sequencers", ["Sequencer", "Shared by", "Description"],
            manifest.sequencers.map { [code($0.handle), $0.scope.rawValue, text($0)] })
        return limits + sequencers
    }

    private func bounds(of limit: LimitDeclaration) -> String {
        var bounds: [String] = []
        if limit.isMutex { bounds.append("one at a time") }
        if let count = limit.concurrent { bounds.append("\(count) at once") }
        if let rate = limit.rate { bounds.append("\(rate.count) in \(rate.per.spelling)") }
        if let bucket = limit.bucket { bounds.append("\(bucket.size), then \(bucket.refill) more every \(bucket.every.spelling)") }
        if let gap = limit.minimumGap { bounds.append("\(gap.spelling) between calls") }
        return bounds.joined(separator: ", ")
    }

    var platform: [String] {
        let links = section(
            "## Links", ["Link", "Model", "Channel", "Description"],
            manifest.links.map { [code($0.handle), code($0.model.handle), code($0.channel.handle), text($0)] })
        let services = manifest.uses.map { code($0.service.rawValue) }.joined(separator: ", ")
        return links + (services.isEmpty ? [] : ["## Services of the platform", "Uses \(services)."])
    }
}

extension ManifestDuration {
    /// With the largest unit that leaves a whole number: `90s`, `2m`.
    var spelling: String {
        let units: [(Int64, String)] = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1_000, "s")]
        let unit = units.first { milliseconds % $0.0 == 0 && milliseconds != 0 }
        return unit.map { "\(milliseconds / $0.0)\($0.1)" } ?? "\(milliseconds)ms"
    }
}
