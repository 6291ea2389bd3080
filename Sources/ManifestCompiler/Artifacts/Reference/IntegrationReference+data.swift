extension IntegrationReference {
    var models: [String] {
        guard !manifest.models.isEmpty else { return [] }
        return ["## Models"] + manifest.models.flatMap(section)
    }

    private func section(of model: ModelDeclaration) -> [String] {
        var facts: [String] = []
        if model.isSingleton { facts.append("An installation has at most one.") }
        if model.extent == .appVersion { facts.append("All installations share them.") }
        if !model.identity.isEmpty { facts.append("Identified by \(codes(model.identity)).") }
        for set in model.uniqueTogether { facts.append("Unique together: \(codes(set)).") }
        for requirement in model.requirements { facts.append("Needs an instance of \(code(requirement.model.handle)).") }
        let rows = model.fields.map { field in
            [
                code(field.handle), field.type.spelling, field.owner.rawValue,
                sentences([
                    meaning(of: field), field.requirement == .optional ? "" : "Required.", field.isUnique ? "Unique." : "",
                ]),
            ]
        }
        return [
            "### \(code(model.handle)) (\(model.scope.rawValue))", text(model), facts.joined(separator: " "),
            rows.isEmpty ? "" : table(["Field", "Type", "Owner", "Description"], rows),
        ]
    }

    var relationships: [String] {
        section(
            "## Relationships", ["From", "To", "Cardinality", "On delete"],
            manifest.relationships.map { relationship in
                [
                    code("\(relationship.from.model.handle).\(relationship.from.member.handle)"),
                    code("\(relationship.to.model.handle).\(relationship.to.member.handle)"),
                    relationship.cardinality.rawValue, relationship.deleteAction.rawValue,
                ]
            })
    }

    var types: [String] {
        guard !manifest.types.isEmpty else { return [] }
        return ["## Types"]
            + manifest.types.flatMap { record -> [String] in
                let cases = record.cases.map { union in
                    [code(union.wireName), union.payload.map { code($0.handle) } ?? "–", text(union)]
                }
                let body =
                    record.isUnion
                    ? table(["\(code(record.discriminator))", "Fields of", "Description"], cases)
                    : fieldTable(record.fields)
                return ["### \(code(record.handle))", text(record), body]
            }
    }

    var entities: [String] {
        guard !manifest.entities.isEmpty else { return [] }
        return ["## Entities"]
            + manifest.entities.flatMap { entity -> [String] in
                var facts = entity.relations.map { "\(code($0.handle)) refers to \(code($0.target.handle))." }
                if let suggestion = entity.suggestion { facts.append("Mapped to \(code(suggestion.model)) at first.") }
                return [
                    "### \(code(entity.handle))", text(entity), facts.joined(separator: " "), fieldTable(entity.fields),
                ]
            }
    }

    var environment: [String] {
        let environment = manifest.environment
        guard !environment.provision.isEmpty || !environment.install.isEmpty else { return [] }
        let parts = [
            ("### Set by the developer", environment.provision), ("### One value an installation", environment.install),
        ]
        return ["## Environment variables"]
            + parts.flatMap { title, variables in
                section(
                    title, ["Variable", "Required", "Set by", "Description"],
                    variables.map { [code($0.handle), $0.isRequired ? "Yes" : "No", author(of: $0), text($0)] })
            }
    }

    private func author(of variable: EnvironmentVariable) -> String {
        let connections = variable.storingConnections.map { code($0) }
        if !connections.isEmpty {
            return (connections.count == 1 ? "connection " : "connections ") + connections.joined(separator: ", ")
        }
        return variable.source == .user ? "a person" : variable.source.rawValue
    }

    var connections: [String] {
        let kinds = section(
            "## Connections", ["Connection", "Kind", "Scopes", "Description"],
            manifest.connections.map { connection in
                [
                    code(connection.handle), connection.kind.rawValue,
                    connection.scopes.map { code($0) }.joined(separator: ", "), text(connection),
                ]
            })
        let hosts = manifest.outgoingDomains.map { code($0.spelling) }.joined(separator: ", ")
        return hosts.isEmpty ? kinds : kinds + ["Nothing else is called than \(hosts)."]
    }
}

extension OutgoingDomain {
    /// As an author writes it.
    var spelling: String {
        let host =
            switch pattern {
            case .host(let host): host
            case .subdomains(let suffix): "*.\(suffix)"
            case .variable(let variable): "{\(variable.handle)}"
            }
        return host + (port.map { ":\($0)" } ?? "")
    }
}
