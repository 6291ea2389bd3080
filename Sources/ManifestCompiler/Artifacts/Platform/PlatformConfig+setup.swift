extension PlatformConfig {
    // MARK: Entities and events

    func entity(_ entity: EntityDeclaration) -> JSONTree {
        var object = ExportedObject(entity, label: label(entity))
        object.set("labelPlural", entity.labelPlural)
        object.set("fields", .array(entity.fields.map(entityField)))
        object.set("contextFields", list: entity.context.map(entityField))
        object.set(
            "relationships",
            list: entity.relations.map { relation in
                var member = ExportedObject(relation, label: label(relation), description: "x-description")
                member.set("targetEntity", entityName(relation.target))
                return member.json
            })
        object.set("crmMapDefaults", entity.suggestion.map { suggestion($0, of: entity) })
        object.set(extensions: entity.heading.extensions)
        return object.json
    }

    /// Instances are told apart by the platform's own name for its models: `contact`.
    func entityName(_ entity: Reference) -> String {
        manifest.entities[entity.handle]?.wireName ?? entity.handle.removingPlatformPrefix
    }

    private func entityField(_ field: FieldDeclaration) -> JSONTree {
        let source = manifest.origin(of: field).field
        var object = ExportedObject(field, label: label(field), description: "x-description")
        object.set("type", entityType(source.type.element))
        object.set("x-list", if: field.type.isList || source.type.isList)
        object.set("x-definition", field.definition)
        object.set("isUnique", if: field.isUnique)
        object.set("required", if: field.requirement != .optional)
        object.set(
            "options",
            list: source.options.map { option in
                ["label": .string(context.names.label(option)), "value": .string(option.value)]
            })
        object.set(extensions: field.heading.extensions)
        return object.json
    }

    private func suggestion(_ suggestion: MappingSuggestion, of entity: EntityDeclaration) -> JSONTree {
        func field(_ handle: String) -> String { entity.fields[handle]?.wireName ?? handle }
        func pairs(_ pairs: [MappingSuggestion.Pair], _ name: (String) -> String) -> ExportedObject {
            var object = ExportedObject()
            for pair in pairs { object.set(name(pair.source.handle), pair.target) }
            return object
        }
        var object = ExportedObject()
        object.set("modelHandle", suggestion.model.removingPlatformPrefix)
        let matched = suggestion.match.map { field($0.handle) }
        object.set("matchFieldHandle", suggestion.match.first.map { first in
            suggestion.fields.first { $0.source.handle == first.handle }?.target ?? first.handle
        })
        object.set("matchRuleEntityPaths", list: matched)
        object.set("fieldHandles", pairs(suggestion.fields, field).json)
        object.set("relationshipHandles", pairs(suggestion.relations) { entity.relations[$0]?.wireName ?? $0 })
        var aliases = ExportedObject()
        for alias in suggestion.aliases { aliases.set(field(alias.field.handle), pairs(alias.options) { $0 }) }
        object.set("valueAliases", aliases)
        return object.json
    }

    func event(_ event: EventDeclaration) -> JSONTree {
        var object = ExportedObject(event, key: "name", label: label(event))
        object.set("group", event.group)
        object.set("icon", event.heading.icon)
        object.set("examplePayload", examplePayload(of: event))
        object.set("contextFields", list: event.payload.map { contextField($0, under: "", depth: 0) })
        object.set("workflowInputType", "@app/events/\(event.wireName)")
        object.set(extensions: event.heading.extensions)
        return object.json
    }

    private func examplePayload(of event: EventDeclaration) -> ExportedObject {
        var object = ExportedObject()
        for field in event.payload { object.set(field.wireName, field.example.map { JSONTree($0) }) }
        return object
    }

    /// Entities have fewer types than models: times of day, and the ids of files and of instances, are text.
    private func entityType(_ type: ValueType) -> String {
        let word = self.type(of: type)
        return ["time", "file", "image", "relation"].contains(word) ? "string" : word
    }

    /// Records of records are followed a few steps; one may contain itself.
    private func contextField(_ field: FieldDeclaration, under parent: String, depth: Int) -> JSONTree {
        let path = parent.isEmpty ? field.wireName : "\(parent).\(field.wireName)"
        var object = ExportedObject()
        object.set("path", path)
        object.set("label", label(field))
        object.set("type", type(of: field.type))
        if depth < 4, !manifest.resolved(field.type).isList, let fields = manifest.fields(of: field.type) {
            object.set("children", list: fields.map { contextField($0, under: path, depth: depth + 1) })
        }
        return object.json
    }

    func signal(_ signal: SignalDeclaration) -> JSONTree {
        let liquid = LiquidExport(context, in: context.scope(of: signal))
        var object = ExportedObject()
        object.set("name", manifest.events[signal.event.handle]?.wireName ?? signal.event.handle)
        object.set("label", label(signal))
        object.set("description", signal.description)
        object.set("workflowHandle", workflowName(signal.workflow))
        object.set("inputMappings", inputs(signal.inputs, liquid))
        object.set("condition", signal.condition.map(liquid.condition))
        object.set(extensions: signal.heading.extensions)
        return object.json
    }

    /// Values by the names of what they are for.
    func inputs(
        _ values: [InputValue], _ liquid: LiquidExport, named name: (String) -> String = { $0 }
    ) -> ExportedObject {
        var object = ExportedObject()
        for value in values { object.set(name(value.input.handle), json(value.value, liquid)) }
        return object
    }

    func json(_ value: WrittenValue, _ liquid: LiquidExport) -> JSONTree {
        switch value {
        case .template(let source): liquid.template(source)
        case .literal(let value, _): JSONTree(value)
        case .list(let elements, _): .array(elements.map { json($0, liquid) })
        case .map(let entries, _): .object(entries.map { .init($0.key, json($0.value, liquid)) })
        }
    }

    // MARK: Setup, workflows and agents

    func setupStep(_ step: SetupStepDeclaration) -> JSONTree {
        var object = ExportedObject(step, label: label(step))
        object.set("kind", step.kind.platformWord)
        object.set("requires", list: step.requires.map { manifest.setup[$0.handle]?.wireName ?? $0.handle })
        object.set("entities", list: step.entities.map(entityName))
        object.set("workflowHandles", list: step.workflows.map(workflowName))
        object.set("envKeys", list: step.variables.map(\.handle))
        object.set("listenToCrm", if: step.listens.contains(.crm))
        object.set("listenToEnv", if: step.listens.contains(.env))
        object.set("capabilities", list: step.grants.map(\.handle))
        if let action = step.action {
            object.set("actionTool", toolName(action.tool))
            object.set("actionLabel", action.label ?? manifest.tools[action.tool.handle].map { label($0) })
        }
        object.set("href", step.page.flatMap { manifest.pages[$0.handle]?.path.text })
        object.set("x-icon", step.heading.icon)
        object.set(extensions: step.heading.extensions)
        return object.json
    }

    private func workflowName(_ workflow: Reference) -> String {
        manifest.workflows[workflow.handle]?.wireName ?? workflow.handle
    }

    func workflow(_ workflow: WorkflowDeclaration) -> JSONTree {
        var object = ExportedObject(workflow, label: label(workflow), description: "x-description")
        object.set("path", workflow.file.pathFromManifest)
        object.set("requires", list: workflow.requires.map(requirement))
        object.set("actions", .array(workflow.actions.map(workflowAction)))
        object.set(extensions: workflow.heading.extensions)
        return object.json
    }

    private func requirement(_ requirement: WorkflowDeclaration.Requirement) -> JSONTree {
        switch requirement {
        case .channel(let channel): ["channel": .string(manifest.channels[channel.handle]?.wireName ?? channel.handle)]
        case .workflow(let workflow): ["workflow": .string(workflowName(workflow))]
        case .model(let model): ["model": .string(manifest.models[model.handle]?.wireName ?? model.handle)]
        }
    }

    private func workflowAction(_ action: WorkflowAction) -> JSONTree {
        var object = ExportedObject(action, label: label(action), description: "x-description")
        object.set("batch", if: action.isBatch)
        object.set("entityHandle", action.entity.map(entityName))
        object.set("x-icon", action.heading.icon)
        object.set("inputs", .array(action.inputs.map(workflowInput)))
        object.set(extensions: action.heading.extensions)
        return object.json
    }

    private func workflowInput(_ input: WorkflowAction.Input) -> JSONTree {
        var object = ExportedObject()
        object.set("key", input.name.handle)
        object.set("label", input.label ?? context.names.casing.label(input.name.handle))
        switch input.source {
        case .field(let entity, let field):
            let name = manifest.entities[entity.handle]?.fields[field.handle]?.wireName ?? field.handle
            object.set("fieldRef", ["fieldHandle": .string(name), "entityHandle": .string(entityName(entity))])
        case .template(let source): object.set("template", liquid.template(source))
        }
        return object.json
    }

    func agent(_ agent: AgentDeclaration) -> JSONTree {
        var object = ExportedObject(agent, label: label(agent))
        object.set("system", agent.system.text)
        object.set("tools", .array(agent.tools.map { .string(toolName($0)) }))
        object.set("llmModelId", agent.model)
        object.set(
            "parentAgent", agent.parent.map { manifest.agents[$0.handle]?.wireName ?? $0.handle.removingPlatformPrefix })
        object.set("x-icon", agent.heading.icon)
        object.set(extensions: agent.heading.extensions)
        return object.json
    }

    func link(_ link: PlatformLinkDeclaration) -> JSONTree {
        var object = ExportedObject(link, label: label(link))
        object.set("model", link.model.handle.removingPlatformPrefix)
        let channel = manifest.channels[link.channel.handle]
        object.set("channel", channel?.wireName ?? link.channel.handle)
        let channelFields = channel.map { [$0.identifier] + $0.fields } ?? []
        var fields = ExportedObject()
        for pair in link.fields {
            let field = channelFields.first { $0.handle == pair.channel.handle }
            fields.set(pair.platform.handle, field?.wireName ?? pair.channel.handle)
        }
        object.set("fieldMappings", fields)
        object.set(extensions: link.heading.extensions)
        return object.json
    }
}

extension String {
    /// `platform/contact` is what the platform itself calls `contact`.
    fileprivate var removingPlatformPrefix: String {
        hasPrefix("platform/") ? String(dropFirst("platform/".count)) : self
    }
}
