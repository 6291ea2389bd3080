extension PlatformConfig {
    // MARK: Tools

    func tool(_ tool: ToolDeclaration) -> JSONTree {
        var object = ExportedObject(tool, key: "name", label: label(tool))
        object.set("inputSchema", SchemaTranslator.input(of: tool, context))
        object.set("outputSchema", SchemaTranslator.output(of: tool, context))
        object.set("timeout", tool.timeout)
        object.set("retries", tool.retry?.attempts)
        object.set("queueTouchPoints", list: tool.limits.map { touchPoint($0, tool) })
        object.set("rateLimitHandoff", handoff(of: tool))
        object.set("completionHints", hints(of: tool))
        object.set("executionScope", tool.scope == .appVersion ? tool.scope.platformWord : nil)
        object.set(extensions: tool.heading.extensions)
        return object.json
    }

    private func touchPoint(_ use: LimitUse, _ tool: ToolDeclaration) -> JSONTree {
        let limit = manifest.limits[use.limit.handle]
        var object = ExportedObject()
        object.set("queue", limit?.wireName ?? use.limit.handle)
        object.set("estimatedCalls", use.calls)
        // The platform's keys are of one argument: with several it tells fewer calls apart, and lets through fewer.
        object.set("subKeyFromArg", wirePath(use.keyPaths.first ?? [], from: manifest.inputFields(of: tool)))
        object.set("mutexOnly", if: limit?.isMutex == true)
        return object.json
    }

    /// The path of an input as callers write it.
    private func wirePath(_ path: [String], from fields: Declarations<FieldDeclaration>) -> String? {
        guard !path.isEmpty else { return nil }
        var fields = fields
        var names: [String] = []
        for handle in path {
            guard let field = fields[handle] else { return path.joined(separator: ".") }
            names.append(field.wireName)
            fields = manifest.fields(of: field.type) ?? Declarations()
        }
        return names.joined(separator: ".")
    }

    private func handoff(of tool: ToolDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("role", tool.handoff.map { "mutex_\($0.platformWord)" })
        return object
    }

    private func hints(of tool: ToolDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("maxCallsPerRun", tool.maximumCallsPerRun)
        object.set("idempotent", tool.annotations.idempotent.map { JSONTree.boolean($0) })
        return object
    }

    // MARK: Webhooks and channels

    func webhook(_ webhook: WebhookDeclaration) -> JSONTree {
        var object = ExportedObject()
        object.set("name", webhook.wireName)
        object.set("description", webhook.description)
        object.set("methods", .array(webhook.methods.map { .string($0.rawValue) }))
        object.set("type", webhook.mode.rawValue)
        object.set(extensions: webhook.heading.extensions)
        return object.json
    }

    func subscription(_ subscription: SubscriptionDeclaration) -> JSONTree {
        var object = ExportedObject(subscription, label: label(subscription))
        object.set("webhook", webhookName(subscription.webhook))
        object.set("spec", JSONTree(subscription.spec))
        object.set("per", subscription.model.map { manifest.models[$0.handle]?.wireName ?? $0.handle })
        object.set("store", subscription.store?.handle)
        object.set(extensions: subscription.heading.extensions)
        return object.json
    }

    func channel(_ channel: ChannelDeclaration) -> JSONTree {
        var object = ExportedObject(channel, label: label(channel), description: "x-description")
        object.set("icon", channel.heading.icon)
        let identifier = channelField(channel.identifier, isIdentifier: true)
        object.set("fields", .array([identifier] + channel.fields.map { channelField($0, isIdentifier: false) }))
        var capabilities = ExportedObject()
        capabilities.set("messaging", channel.messaging.map(messaging))
        capabilities.set("voice", channel.voice.map { calls($0, "Voice") })
        capabilities.set("video", channel.video.map { calls($0, "Video") })
        object.set("capabilities", capabilities.json)
        object.set(extensions: channel.heading.extensions)
        return object.json
    }

    private func channelField(_ field: FieldDeclaration, isIdentifier: Bool) -> JSONTree {
        var object = ExportedObject(field, label: label(field), description: "x-description")
        object.set("definition", definition(of: manifest.origin(of: field).field))
        object.set("identifier", if: isIdentifier)
        object.set("required", if: isIdentifier || field.requirement == .required)
        object.set("default", field.defaultValue.map { JSONTree($0) })
        object.set("visibility", surfaces(field.surfaces))
        if let access = field.access {
            object.set(
                "permissions", ["read": .boolean(access != .write), "write": .boolean(access != .read)])
        }
        object.set(extensions: field.heading.extensions)
        return object.json
    }

    private func messaging(_ messaging: MessagingCapability) -> JSONTree {
        var object = ExportedObject()
        object.set("label", messaging.label ?? "Messaging")
        object.set("icon", messaging.icon)
        object.set("receive", messaging.receive.map(webhookName))
        object.set("send", messaging.send.map(toolName))
        if let batch = messaging.batch {
            var sending = ExportedObject()
            sending.set("send", toolName(batch.send))
            sending.set("get_status", batch.status.map(toolName))
            object.set("send_batch", sending)
        }
        return object.json
    }

    private func calls(_ calls: CallCapability, _ label: String) -> JSONTree {
        var object = ExportedObject()
        object.set("label", calls.label ?? label)
        object.set("icon", calls.icon)
        object.set("receive", calls.receive.map(webhookName))
        object.set("send", calls.send.map(toolName))
        return object.json
    }

    func toolName(_ tool: Reference) -> String { manifest.tools[tool.handle]?.wireName ?? tool.handle }
    private func webhookName(_ webhook: Reference) -> String {
        manifest.webhooks[webhook.handle]?.wireName ?? webhook.handle
    }

    // MARK: Limits and what runs by itself

    var queues: ExportedObject {
        var queues = ExportedObject()
        for limit in manifest.limits { queues.set(limit.wireName, queue(limit)) }
        return queues
    }

    /// A rate is a reservoir that is full again after each unit of time.
    private func queue(_ limit: LimitDeclaration) -> JSONTree {
        var object = ExportedObject()
        object.set("scope", Self.scope(of: limit.scope))
        object.set("maxConcurrent", limit.concurrent)
        object.set("minTime", limit.minimumGap)
        if let bucket = limit.bucket {
            object.set("reservoir", bucket.size)
            object.set("reservoirRefreshAmount", bucket.refill)
            object.set("reservoirRefreshInterval", bucket.every)
        } else if let rate = limit.rate {
            object.set("reservoir", Int(rate.count))
            object.set("reservoirRefreshAmount", Int(rate.count))
            object.set("reservoirRefreshInterval", rate.per)
        }
        object.set("maxRetries", limit.retry.map { $0.attempts - 1 })
        object.set("retryDelayMs", limit.retry?.delay)
        object.set("timeout", limit.wait)
        object.set("mutex", if: limit.isMutex)
        object.set("suppressesQueues", list: limit.suppresses.map { manifest.limits[$0.handle]?.wireName ?? $0.handle })
        object.set(extensions: limit.heading.extensions)
        return object.json
    }

    private static func scope(of scope: LimitDeclaration.Scope) -> String {
        switch scope {
        case .installation, .connection: "install"
        case .appVersion: "provision"
        case .global: "global"
        case .tool: "install_endpoint"
        }
    }

    private static func scope(of scope: SequencerDeclaration.Scope) -> String {
        switch scope {
        case .installation: "install"
        case .appVersion: "provision"
        case .global: "global"
        }
    }

    var sequencers: ExportedObject {
        var sequencers = ExportedObject()
        for sequencer in manifest.sequencers {
            var object = ExportedObject()
            object.set("scope", Self.scope(of: sequencer.scope))
            object.set("enabled", .boolean(true))
            object.set("lockTtlMs", sequencer.lock)
            object.set("watermarkTtlMs", sequencer.watermark)
            object.set(extensions: sequencer.heading.extensions)
            sequencers.set(sequencer.wireName, object.json)
        }
        return sequencers
    }

    func batchOperation(_ operation: BatchOperationDeclaration) -> JSONTree {
        var object = ExportedObject(operation, label: label(operation))
        object.set("entity", entityName(operation.entity))
        object.set(
            "cascade",
            list: operation.cascade.enumerated().map { index, step in
                [
                    "entity": .string(entityName(step.entity)), "order": .integer(index + 1),
                    "wave": .string(step.wave.platformWord),
                ]
            })
        object.set("maxConcurrent", operation.concurrent)
        object.set("pageSize", operation.pageSize)
        object.set("icon", operation.heading.icon)
        object.set(extensions: operation.heading.extensions)
        return object.json
    }

    func schedule(_ schedule: ScheduleDeclaration) -> JSONTree {
        var object = ExportedObject(schedule, label: label(schedule))
        object.set("tool", toolName(schedule.tool))
        object.set("cron", schedule.cron)
        object.set("timezone", timeZone(of: schedule))
        object.set("per", schedule.per.platformWord)
        object.set("overlap", schedule.overlap.platformWord)
        object.set(extensions: schedule.heading.extensions)
        return object.json
    }

    private func timeZone(of schedule: ScheduleDeclaration) -> String {
        switch schedule.zone {
        case .workplace: "workplace"
        case .named(let name): name
        }
    }
}
