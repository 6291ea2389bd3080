extension GenerationContext {
    /// `Models.swift`: a struct a model, and the stores of all of them.
    func translateModels() -> SwiftFile {
        file(manifest.models.concurrentMap(translateModel).flatMap(\.self) + translateRelationships() + [.type(translateStores())])
    }

    /// The typed stores, as `context.models`.
    private func translateStores() -> SwiftTypeDeclaration {
        var members: [SwiftDeclaration] = manifest.models.map { model in
            .property(
                SwiftProperty(
                    documentation: [Self.remark("models.\(model.handle)")], name: names.member(model.handle),
                    type: "ModelStore<\(names.model(model.handle))>"))
        }
        members.append(
            .function(
                sessionInitializer(
                    manifest.models.map { model in
                        .assignment(
                            .member(.code("self"), names.member(model.handle)),
                            .call("ModelStore", [SwiftArgument("session", .code("session"))]))
                    })))
        return extensionOfIntegration([
            .type(
                SwiftTypeDeclaration(
                    documentation: ["The instances of one installation, by model."], keyword: .struct, name: "Models",
                    conformances: ["SessionView"], members: members))
        ])
    }

    /// `extension Meta { … }`: what belongs to the integration as a whole is nested in its type.
    func extensionOfIntegration(_ members: [SwiftDeclaration]) -> SwiftTypeDeclaration {
        SwiftTypeDeclaration(keyword: .extension, name: names.integration, members: members)
    }

    func sessionInitializer(_ body: [SwiftStatement]) -> SwiftFunction {
        SwiftFunction(
            name: "init", parameters: [.init(name: "session", type: "any PlatformSession")], body: body)
    }
}
