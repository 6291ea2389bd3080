/// References of the platform's further concepts.
extension ReferenceSearch {
    mutating func entities() {
        for entity in manifest.entities {
            for relation in entity.relations {
                expect(relation.target, "entity", in: manifest.entities.handles, section: "entities")
            }
            if let suggestion = entity.suggestion { self.suggestion(suggestion, of: entity) }
        }
        for signal in manifest.signals {
            expect(signal.event, "event", in: manifest.events.handles, section: "events")
            workflow(signal.workflow)
        }
        for link in manifest.links {
            channel(link.channel)
            linkFields(link)
        }
    }

    private mutating func workflow(_ reference: Reference) {
        expect(reference, "workflow", in: manifest.workflows.handles, section: "workflows")
    }

    /// Ruling 111: what a suggestion says of the entity is checked, what it says of the workplace's model is a guess.
    private mutating func suggestion(_ suggestion: MappingSuggestion, of entity: EntityDeclaration) {
        let fields = entity.knows("fields") ? entity.fields : nil
        func unknown(_ reference: Reference, _ kind: String, _ handles: [String]) -> Diagnostic? {
            guard !handles.contains(reference.handle), !isExcused(reference.handle, among: handles) else { return nil }
            return .unknownReference(
                "entity `\(entity.handle)` has no \(kind) `\(reference.handle)`", reference.handle, handles,
                at: reference.span)
        }
        let sources = suggestion.match + suggestion.fields.map(\.source) + suggestion.aliases.map(\.field)
        if let fields { found += sources.compactMap { unknown($0, "field", fields.handles) } }
        if entity.knows("relations") {
            found += suggestion.relations.compactMap { unknown($0.source, "relation", entity.relations.handles) }
        }
        for alias in suggestion.aliases {
            guard let field = fields?[alias.field.handle], field.knows("options", "type") else { continue }
            let options = manifest.origin(of: field).field.options.map(\.value)
            for option in alias.options where !options.contains(option.source.handle) {
                found.append(
                    .unknownReference(
                        "`\(field.handle)` has no option `\(option.source.handle)`", option.source.handle, options,
                        at: option.source.span))
            }
        }
    }

    private mutating func linkFields(_ link: PlatformLinkDeclaration) {
        let known = PlatformCatalog.fields(of: link.model.handle)
        for pair in link.fields {
            if let known, !known.contains(pair.platform.handle) {
                let meant = Suggestion.nearest(to: pair.platform.handle, among: known)
                found.append(
                    Diagnostic(
                        .platformUnknown,
                        "`\(link.model.handle)` is not known to have a field `\(pair.platform.handle)`"
                            + (meant.map { "; did you mean `\($0)`?" } ?? ""), at: pair.platform.span,
                        fixIts: meant.map {
                            [.init("replace with `\($0)`", replacing: pair.platform.span, with: $0)]
                        } ?? []))
            }
            guard let channel = manifest.channels[link.channel.handle], channel.knows("fields", "identifier") else {
                continue
            }
            let fields = [channel.identifier.handle] + channel.fields.handles
            guard !fields.contains(pair.channel.handle), !isExcused(pair.channel.handle, among: fields) else {
                continue
            }
            found.append(
                .unknownReference(
                    "channel `\(channel.handle)` has no field `\(pair.channel.handle)`", pair.channel.handle, fields,
                    at: pair.channel.span))
        }
    }

    mutating func setup() {
        for step in manifest.setup {
            for reference in step.requires {
                expect(reference, "setup step", in: manifest.setup.handles, section: "setup")
            }
            for reference in step.entities {
                expect(reference, "entity", in: manifest.entities.handles, section: "entities")
            }
            for reference in step.workflows { workflow(reference) }
            for reference in step.variables { variable(reference) }
            if let action = step.action { tool(action.tool) }
            if let page = step.page { pageReference(page) }
        }
        for agent in manifest.agents {
            for reference in agent.tools { tool(reference) }
            if let parent = agent.parent, !parent.handle.hasPrefix(PlatformCatalog.prefix) {
                expect(parent, "agent", in: manifest.agents.handles, section: "agents")
            }
        }
        for workflow in manifest.workflows { self.workflow(workflow) }
    }

    private mutating func workflow(_ workflow: WorkflowDeclaration) {
        for requirement in workflow.requires {
            switch requirement {
            case .channel(let reference): channel(reference)
            case .workflow(let reference): self.workflow(reference)
            case .model(let reference):
                expect(reference, "model", in: manifest.models.handles, section: "models")
            }
        }
        for action in workflow.actions {
            if let entity = action.entity { self.entity(entity) }
            for input in action.inputs {
                guard case .field(let entity, let field) = input.source else { continue }
                self.entity(entity)
                workflowField(field, of: entity)
            }
        }
    }

    private mutating func workflowField(_ field: Reference, of entity: Reference) {
        if let declared = manifest.entities[entity.handle] {
            guard declared.knows("fields"), declared.fields[field.handle] == nil,
                !isExcused(field.handle, among: declared.fields.handles)
            else { return }
            found.append(
                .unknownReference(
                    "entity `\(declared.handle)` has no field `\(field.handle)`", field.handle,
                    declared.fields.handles, at: field.span))
        } else if let known = PlatformCatalog.fields(of: entity.handle), !known.contains(field.handle) {
            found.append(
                Diagnostic(
                    .platformUnknown, "`\(entity.handle)` is not known to have a field `\(field.handle)`",
                    at: field.span))
        }
    }
}
