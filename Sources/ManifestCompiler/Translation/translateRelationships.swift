extension GenerationContext {
    /// What relationships add to the stores of their models: a loader for what an instance refers to, and a query for
    /// what refers to it. MANY_TO_MANY is kept by the platform alone and adds nothing.
    func translateRelationships() -> [SwiftDeclaration] {
        manifest.models.compactMap { model in
            let functions = manifest.relationships.flatMap { accessors($0, of: model) }
            guard !functions.isEmpty else { return nil }
            return .type(
                SwiftTypeDeclaration(
                    keyword: .extension, name: "ModelStore<\(names.model(model.handle))>", members: functions))
        }
    }

    private func accessors(
        _ relationship: RelationshipDeclaration, of model: ModelDeclaration
    ) -> [SwiftDeclaration] {
        guard let holder = relationship.holder, let target = relationship.target else { return [] }
        var functions: [SwiftDeclaration] = []
        if holder.model.handle == model.handle {
            functions.append(.function(loader(relationship, holder, target)))
        }
        if target.model.handle == model.handle {
            functions.append(.function(query(relationship, holder, target)))
        }
        return functions
    }

    /// `func domain(of address: EmailAddress) async throws -> EmailDomain?`
    private func loader(
        _ relationship: RelationshipDeclaration, _ holder: RelationshipSide, _ target: RelationshipSide
    ) -> SwiftFunction {
        let name = names.member(holder.member.handle)
        let call = SwiftExpression.call(
            "referred", [SwiftArgument("to", .member(.code("instance"), name))])
        return SwiftFunction(
            documentation: Self.documentation(
                relationship.description ?? holder.label, path: "relationships.\(relationship.handle)"),
            name: name,
            parameters: [.init(label: "of", name: "instance", type: names.model(holder.model.handle))],
            effects: ["async", "throws"], result: "\(names.model(target.model.handle))?",
            body: [.expression(.prefix("try await", call))])
    }

    /// `func addresses(of id: EmailDomain.ID) -> RelatedInstances<EmailAddress>`; for ONE_TO_ONE at most one.
    private func query(
        _ relationship: RelationshipDeclaration, _ holder: RelationshipSide, _ target: RelationshipSide
    ) -> SwiftFunction {
        let isOne = relationship.cardinality == .oneToOne
        let holderName = names.model(holder.model.handle)
        let related = SwiftExpression.call(
            "related",
            [
                SwiftArgument(nil, .code("\(holderName).self")),
                SwiftArgument("by", .code(".\(names.member(holder.member.handle))")),
                SwiftArgument("to", .code("id")),
            ])
        return SwiftFunction(
            documentation: Self.documentation(
                relationship.description ?? target.label, path: "relationships.\(relationship.handle)"),
            name: names.member(target.member.handle),
            parameters: [.init(label: "of", name: "id", type: "\(names.model(target.model.handle)).ID")],
            effects: isOne ? ["async", "throws"] : [],
            result: isOne ? "\(holderName)?" : "RelatedInstances<\(holderName)>",
            body: [.expression(isOne ? .prefix("try await", related.calling("first")) : related)])
    }
}
