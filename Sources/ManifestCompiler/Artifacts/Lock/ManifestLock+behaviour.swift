extension ManifestLock {
    func connection(_ connection: ConnectionDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("kind", connection.kind.rawValue)
        object.set("scopes", list: connection.scopes.sorted())
        var store = ExportedObject()
        for stored in connection.store { store.set(stored.part.rawValue, stored.variable.handle) }
        object.set("store", store)
        return object
    }

    // MARK: Tools, webhooks, channels

    func tool(_ tool: ToolDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("input", tool.input.map(payload))
        object.set("output", tool.output.map(payload))
        object.set("inputSchema", SchemaTranslator.input(of: tool, context).withoutProse)
        object.set("outputSchema", SchemaTranslator.output(of: tool, context)?.withoutProse)
        object.set("scope", tool.scope.rawValue)
        object.set("triggers", list: tool.effectiveTriggers.map(\.rawValue).sorted())
        var annotations = ExportedObject()
        annotations.set("read_only", tool.annotations.readOnly.map { JSONTree.boolean($0) })
        annotations.set("destructive", tool.annotations.destructive.map { JSONTree.boolean($0) })
        annotations.set("idempotent", tool.annotations.idempotent.map { JSONTree.boolean($0) })
        annotations.set("open_world", tool.annotations.openWorld.map { JSONTree.boolean($0) })
        object.set("annotations", annotations)
        object.set("handoff", tool.handoff?.rawValue)
        object.set("estimate", if: tool.hasEstimate)
        object.set("requires_env", list: tool.requiredVariables.map(\.handle).sorted())
        object.set("limits", list: tool.limits.map(\.limit.handle).sorted())
        return object
    }

    /// A type as it is written, or the fields.
    private func payload(_ payload: PayloadDeclaration) -> JSONTree {
        var object = ExportedObject()
        switch payload.shape {
        case .type(let type, let isOptional): return .string(type.spelling + (isOptional ? "?" : ""))
        case .fields(let declared): object = fields(declared)
        case .extends(let base, let added):
            object = fields(added)
            object.set("extends", base.handle)
        }
        object.set("open", if: payload.isOpen)
        object.set("nulls", payload.keepsNulls ? "KEEP" : nil)
        return object.json
    }

    func webhook(_ webhook: WebhookDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("methods", list: webhook.methods.map(\.rawValue).sorted())
        object.set("mode", webhook.mode.rawValue)
        object.set("level", webhook.level.rawValue)
        object.set("signature", webhook.signature.style.rawValue)
        object.set("secrets", list: webhook.signature.secrets.map(\.name.handle).sorted())
        object.set("body", webhook.body.rawValue)
        object.set("registration", entries(webhook.registration) { field($0, of: nil) })
        object.set("lifecycle", list: webhook.moments.map(\.rawValue).sorted())
        object.set("compliance", webhook.compliance?.rawValue)
        object.set("channel", webhook.route?.channel.handle)
        switch webhook.payload {
        case .swiftType(let name, _): object.set("payload", name)
        case .record(let record): object.set("payload", record.handle)
        case .request: break
        }
        return object
    }

    func subscription(_ subscription: SubscriptionDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("webhook", subscription.webhook.handle)
        object.set("spec", JSONTree(subscription.spec))
        object.set("per", subscription.model?.handle)
        object.set("store", subscription.store?.handle)
        return object
    }

    func channel(_ channel: ChannelDeclaration) -> ExportedObject {
        var object = fields(channel.fields)
        object.set("identifier", entries(Declarations([channel.identifier])) { identifier in
            var type = ExportedObject()
            type.set("type", identifier.type.spelling)
            type.set("format", identifier.format?.rawValue)
            return type
        })
        var capabilities = ExportedObject()
        if let messaging = channel.messaging {
            var ways = ExportedObject()
            ways.set("send", messaging.send?.handle)
            ways.set("receive", messaging.receive?.handle)
            ways.set("send_batch", messaging.batch?.send.handle)
            ways.set("upload", messaging.attachments?.upload?.handle)
            ways.set("react", messaging.react?.handle)
            ways.set("templates", messaging.templates?.list.handle)
            capabilities.set("messaging", ways.json)
        }
        for (name, calls) in [("voice", channel.voice), ("video", channel.video)] {
            guard let calls else { continue }
            var ways = ExportedObject()
            ways.set("send", calls.send?.handle)
            ways.set("receive", calls.receive?.handle)
            capabilities.set(name, ways.json)
        }
        object.set("capabilities", capabilities)
        return object
    }

    func page(_ page: PageDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("path", page.path.text)
        object.set("audience", page.audience.rawValue)
        return object
    }

    // MARK: Setup and what follows on events

    func signal(_ signal: SignalDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("event", signal.event.handle)
        object.set("workflow", signal.workflow.handle)
        object.set("inputs", list: signal.inputs.map(\.input.handle).sorted())
        return object
    }

    func setupStep(_ step: SetupStepDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("kind", step.kind.rawValue)
        object.set("requires", list: step.requires.map(\.handle).sorted())
        object.set("grants", list: step.grants.map(\.handle).sorted())
        object.set("action", step.action?.tool.handle)
        return object
    }

    func workflow(_ workflow: WorkflowDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("file", workflow.file.pathFromManifest)
        object.set("input", entries(workflow.inputs) { input in
            var type = ExportedObject()
            type.set("type", input.type.spelling + (input.isOptional ? "?" : ""))
            return type
        })
        object.set("actions", entries(workflow.actions) { action in
            var target = ExportedObject()
            target.set("entity", action.entity?.handle)
            target.set("batch", if: action.isBatch)
            return target
        })
        return object
    }

    func agent(_ agent: AgentDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("tools", list: agent.tools.map(\.handle).sorted())
        object.set("parent", agent.parent?.handle)
        return object
    }

    // MARK: Operations

    func limit(_ limit: LimitDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("scope", limit.scope.rawValue)
        object.set("mutex", if: limit.isMutex)
        object.set("key", if: limit.hasKey)
        return object
    }

    func schedule(_ schedule: ScheduleDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("tool", schedule.tool.handle)
        object.set("per", schedule.per.rawValue)
        return object
    }

    func batchOperation(_ operation: BatchOperationDeclaration) -> ExportedObject {
        var object = ExportedObject()
        object.set("entity", operation.entity.handle)
        object.set("input", operation.input.map(payload))
        object.set("state", operation.state.map(payload))
        object.set("paging", operation.paging.rawValue)
        object.set("cascade", list: operation.cascade.map(\.entity.handle))
        return object
    }
}
