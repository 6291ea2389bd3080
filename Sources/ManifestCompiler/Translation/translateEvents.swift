extension GenerationContext {
    /// `Events.swift`: what the integration tells the platform, the entities that the workplace maps, what setup steps
    /// grant, and the agents with their prompts.
    func translateEvents() -> SwiftFile {
        file(events() + entities() + capabilities() + agents())
    }

    // MARK: Events and entities

    private func events() -> [SwiftDeclaration] {
        guard !manifest.events.isEmpty else { return [] }
        var root = SwiftNamespace(name: "Events", documentation: ["What the integration tells the platform."])
        for event in manifest.events { root.add(event.segments.dropLast().map { names.namespace($0) }[...]) }
        let records = manifest.events.flatMap { event -> [SwiftDeclaration] in
            let path = "events.\(event.handle)"
            let outer = (["Events"] + event.segments.dropLast().map { names.namespace($0) }).joined(separator: ".")
            let record = RecordBlueprint(
                documentation: Self.documentation(of: event, path: path),
                name: names.namespace(event.segments.last ?? ""),
                conformance: conformance(of: event.record, "IntegrationEvent"), fields: event.payload.map(blueprint),
                path: "\(path).payload", isStrict: usage.inputs.contains(event.record.handle), keepsNulls: false)
            return nested(record, in: outer, name: "eventName", event.wireName)
        }
        return [.type(root.declaration)] + records
    }

    private func entities() -> [SwiftDeclaration] {
        guard !manifest.entities.isEmpty else { return [] }
        let outer = "Entities"
        let root = SwiftNamespace(
            name: outer, documentation: ["Things of the provider's, which the workplace maps to models of its own."])
        let records = manifest.entities.flatMap { entity -> [SwiftDeclaration] in
            let path = "entities.\(entity.handle)"
            let record = RecordBlueprint(
                documentation: Self.documentation(of: entity, path: path), name: names.namespace(entity.handle),
                conformance: conformance(of: entity.record, "IntegrationEntity"), fields: entity.fields.map(blueprint),
                path: "\(path).fields", isStrict: usage.inputs.contains(entity.record.handle), keepsNulls: false)
            return nested(record, in: outer, name: "entityName", entity.wireName)
        }
        return [.type(root.declaration)] + records
    }

    private func conformance(of record: RecordDeclaration, _ name: String) -> String {
        usage.wholeOutputs.contains(record.handle) ? "\(name), ObjectOutput" : name
    }

    /// The record inside an extension of its namespace, and how it is read and written beside that.
    private func nested(
        _ record: RecordBlueprint, in outer: String, name property: String, _ name: String
    ) -> [SwiftDeclaration] {
        var (member, conversion) = translateNestedRecord(record, in: outer)
        if case .type(var type) = conversion {
            let name = SwiftProperty(isStatic: true, name: property, type: "String", value: .string(name))
            type.members.insert(.property(name), at: 0)
            conversion = .type(type)
        }
        return [.type(SwiftTypeDeclaration(keyword: .extension, name: outer, members: [member])), conversion]
    }

    // MARK: Capabilities and agents

    private func capabilities() -> [SwiftDeclaration] {
        guard !manifest.capabilities.isEmpty else { return [] }
        var root = SwiftNamespace(
            name: "Capabilities", documentation: ["What an installation can do once a setup step is completed."])
        for capability in manifest.capabilities {
            let segments = capability.handle.split(separator: ".").map(String.init)
            let granting = manifest.setup.filter { $0.grants.contains { $0.handle == capability.handle } }
            let steps = granting.map { "`setup.\($0.handle)`" }.joined(separator: ", ")
            let constant = SwiftProperty(
                documentation: ["Granted by \(steps)."], isStatic: true,
                name: names.member(segments.last ?? ""),
                value: .call("Capability", [SwiftArgument(nil, .string(capability.handle))]))
            root.add(segments.dropLast().map { names.namespace($0) }[...], .property(constant))
        }
        return [.type(root.declaration)]
    }

    private func agents() -> [SwiftDeclaration] {
        guard !manifest.agents.isEmpty else { return [] }
        let members = manifest.agents.map { agent -> SwiftDeclaration in
            var arguments = [
                SwiftArgument("handle", .string(agent.wireName)), SwiftArgument("label", .string(names.label(agent))),
            ]
            if let text = agent.description { arguments.append(SwiftArgument("description", .string(text))) }
            arguments.append(SwiftArgument("system", .lines(agent.system.text)))
            if !agent.tools.isEmpty {
                arguments.append(SwiftArgument("tools", .array(agent.tools.map { .string($0.handle) })))
            }
            if let parent = agent.parent { arguments.append(SwiftArgument("parent", .string(parent.handle))) }
            if let model = agent.model { arguments.append(SwiftArgument("model", .string(model))) }
            return .property(
                SwiftProperty(
                    documentation: Self.documentation(of: agent, path: "agents.\(agent.handle)"), isStatic: true,
                    name: names.member(agent.handle), value: .call("AgentDescriptor", arguments)))
        }
        return [
            .type(
                SwiftTypeDeclaration(
                    documentation: ["The agents that come with the integration."], keyword: .enum, name: "Agents",
                    members: members))
        ]
    }
}

/// Enums inside one another that hold declarations: the Swift of dotted names.
private struct SwiftNamespace {
    let name: String
    var documentation: SwiftDocumentation = []
    private var namespaces: [SwiftNamespace] = []
    private var members: [SwiftDeclaration] = []

    init(name: String, documentation: SwiftDocumentation = []) {
        self.name = name
        self.documentation = documentation
    }

    /// Adds the namespaces of a path, and a member in the last of them.
    mutating func add(_ path: ArraySlice<String>, _ member: SwiftDeclaration? = nil) {
        guard let first = path.first else {
            if let member { members.append(member) }
            return
        }
        let index: Int
        if let known = namespaces.firstIndex(where: { $0.name == first }) {
            index = known
        } else {
            index = namespaces.count
            namespaces.append(SwiftNamespace(name: first))
        }
        namespaces[index].add(path.dropFirst(), member)
    }

    var declaration: SwiftTypeDeclaration {
        SwiftTypeDeclaration(
            documentation: documentation, keyword: .enum, name: name,
            members: members + namespaces.map { .type($0.declaration) })
    }
}
