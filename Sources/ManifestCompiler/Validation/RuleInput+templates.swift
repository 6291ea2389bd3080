extension RuleInput {
    /// The manifest with only those pages and titles whose templates can be judged although something else is
    /// wrong: nothing they look at has an error of its own.
    var judgeable: Manifest {
        var result = manifest
        let typesAreSound =
            brokenSections.isDisjoint(with: ["types", "models", "tools"]) && manifest.types.allSatisfy { isSound($0) }
        result.pages = Declarations(manifest.pages.filter { isJudgeable($0, typesAreSound) })
        result.models = Declarations(
            manifest.models.map { model in
                var model = model
                if !isSound(model) { model.title = nil }
                return model
            })
        return result
    }

    private func isJudgeable(_ page: PageDeclaration, _ typesAreSound: Bool) -> Bool {
        guard isSound(page) else { return false }
        let models = page.context.compactMap { entry -> String? in
            if case .query(let query) = entry.source { query.model.handle } else { nil }
        }
        let tools = page.toolUses.map(\.tool.handle)
        let links = page.links.map(\.page.handle)
        return models.allSatisfy { manifest.models[$0].map { isSound($0) } == true }
            && tools.allSatisfy { manifest.tools[$0].map { isSound($0) } == true }
            && links.allSatisfy { manifest.pages[$0].map { isSound($0.path.span) } == true }
            && (typesAreSound || tools.isEmpty)
    }
}
