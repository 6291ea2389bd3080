extension GenerationContext {
    /// `Operations.swift`: limits, sequencers, schedules and batch operations, and the platform's services that are used.
    func translateOperations() -> SwiftFile {
        var declarations: [SwiftDeclaration] = []
        let nested = [translateLimits(), translateSequencers(), translateSchedules()].compactMap(\.self)
        if !nested.isEmpty { declarations.append(.type(extensionOfIntegration(nested))) }
        if let services = translateUses() { declarations.append(services) }
        return file(declarations + manifest.batchOperations.flatMap(translateBatchOperation))
    }

    // MARK: Sequencers

    private func translateSequencers() -> SwiftDeclaration? {
        guard !manifest.sequencers.isEmpty else { return nil }
        var members: [SwiftDeclaration] = manifest.sequencers.map { sequencer in
            .property(
                SwiftProperty(
                    documentation: Self.documentation(of: sequencer, path: "sequencers.\(sequencer.handle)"),
                    name: names.member(sequencer.handle), type: "Sequencer"))
        }
        let assignments = manifest.sequencers.map { sequencer -> SwiftStatement in
            let name = names.member(sequencer.handle)
            let arguments = [
                SwiftArgument(nil, .code("Self.\(name)Descriptor")), SwiftArgument("session", .code("session")),
            ]
            return .assignment(.member(.code("self"), name), .call("Sequencer", arguments))
        }
        members.append(.function(sessionInitializer(assignments)))
        members += manifest.sequencers.map { sequencer in
            let arguments = [
                SwiftArgument("handle", .string(sequencer.wireName)),
                SwiftArgument("label", .string(names.label(sequencer))),
                SwiftArgument("scope", .code(".\(sequencer.scope)")), SwiftArgument("lock", duration(sequencer.lock)),
                SwiftArgument("watermark", duration(sequencer.watermark)),
            ]
            return .property(
                SwiftProperty(
                    isStatic: true, name: names.member(sequencer.handle) + "Descriptor",
                    value: .call("SequencerDescriptor", arguments)))
        }
        return .type(
            SwiftTypeDeclaration(
                documentation: ["What is let through one after the other."], keyword: .struct, name: "Sequencers",
                conformances: ["SessionView"], members: members))
    }

    // MARK: Schedules

    private func translateSchedules() -> SwiftDeclaration? {
        guard !manifest.schedules.isEmpty else { return nil }
        let members = manifest.schedules.map { schedule in
            SwiftDeclaration.property(
                SwiftProperty(
                    documentation: Self.documentation(of: schedule, path: "schedules.\(schedule.handle)"),
                    isStatic: true, name: names.member(schedule.handle), value: descriptor(of: schedule)))
        }
        return .type(
            SwiftTypeDeclaration(
                documentation: ["The tools that are called at set times."], keyword: .enum, name: "Schedules",
                members: members))
    }

    private func descriptor(of schedule: ScheduleDeclaration) -> SwiftExpression {
        let zone: SwiftExpression =
            switch schedule.zone {
            case .workplace: .code(".workplace")
            case .named(let name): .call(".named", [SwiftArgument(nil, .string(name))])
            }
        return .call(
            "ScheduleDescriptor",
            [
                SwiftArgument("handle", .string(schedule.wireName)),
                SwiftArgument("label", .string(names.label(schedule))),
                SwiftArgument("tool", .string(manifest.tools[schedule.tool.handle]?.wireName ?? schedule.tool.handle)),
                SwiftArgument("cron", .string(schedule.cron)), SwiftArgument("zone", zone),
                SwiftArgument("scope", .code(".\(schedule.per)")),
                SwiftArgument("overlap", .code(".\(schedule.overlap)")),
            ])
    }

    // MARK: Services

    /// Conformances that give contexts a client of each service.
    private func translateUses() -> SwiftDeclaration? {
        guard !manifest.uses.isEmpty else { return nil }
        let used = Set(manifest.uses.map(\.service))
        return .type(
            SwiftTypeDeclaration(
                documentation: ["Gives contexts the platform's services.", Self.remark("uses")], keyword: .extension,
                name: names.integration,
                conformances: PlatformService.allCases.filter(used.contains).map(\.conformance)))
    }
}

extension PlatformService {
    /// The protocol of IntegrationKit that gives contexts the client.
    fileprivate var conformance: String {
        switch self {
        case .files: "UsesFiles"
        case .calls: "UsesCalls"
        case .ai: "UsesAI"
        case .reports: "UsesReports"
        }
    }
}
