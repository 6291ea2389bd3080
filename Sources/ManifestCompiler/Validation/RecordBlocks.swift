/// A record block shows one instance; encrypted fields are never shown, and only the workplace's are edited.
struct RecordBlocks: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for page in input.manifest.pages {
            for form in page.forms {
                if let of = form.of { _ = model(of, page, input, &found) }
            }
            for case .record(let record) in page.blocks {
                guard let model = model(record.of, page, input, &found) else { continue }
                for reference in record.fields { shown(reference, model, &found) }
                for reference in record.edit { edited(reference, record, model, input, &found) }
            }
        }
        return found
    }

    private func model(
        _ reference: Reference, _ page: PageDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]
    ) -> ModelDeclaration? {
        guard let entry = page.context[reference.handle] else { return nil }
        if case .query(let query) = entry.source, !query.saysMode || !entry.knows("mode") {
            // Without a mode nobody knows how many; that has been reported, or there is one.
            return input.manifest.models[query.model.handle]
        }
        guard case .query(let query) = entry.source, query.mode == .first else {
            found.append(
                Diagnostic(
                    .recordContext, "`\(entry.handle)` is not one instance of a model", at: reference.span,
                    notes: [.init("declared here", at: entry.span)], help: ["use a context name of mode FIRST"]))
            return nil
        }
        return input.manifest.models[query.model.handle]
    }

    private func shown(_ reference: Reference, _ model: ModelDeclaration, _ found: inout [Diagnostic]) {
        guard let field = model.field(reference.handle), field.visibility == .encrypted else { return }
        found.append(
            Diagnostic(
                .fieldEncrypted, "`\(field.handle)` is encrypted and cannot be shown", at: reference.span,
                notes: [.init("declared here", at: field.span)]))
    }

    private func edited(
        _ reference: Reference, _ record: RecordBlock, _ model: ModelDeclaration, _ input: RuleInput,
        _ found: inout [Diagnostic]
    ) {
        guard let field = model.field(reference.handle) else { return }
        let problem: String?
        if !record.fields.contains(where: { $0.handle == reference.handle }) {
            // One that could not be read, or is none of the model's, may have been meant for it.
            guard input.isRead(record.heading.body), record.fields.allSatisfy({ model.field($0.handle) != nil }) else {
                return
            }
            problem = "`\(field.handle)` is not among the `fields` that are shown"
        } else if ModelDeclaration.implicitHandles.contains(field.handle) {
            problem = "`\(field.handle)` is kept by the store"
        } else if field.owner == .app, field.knows("owner") {
            problem = "`\(field.handle)` is the app's; people edit fields of owner WORKPLACE or BOTH"
        } else {
            problem = nil
        }
        guard let problem else { return }
        found.append(
            Diagnostic(
                .recordEdit, problem, at: reference.span,
                notes: field.isImplicit ? [] : [.init("declared here", at: field.span)]))
    }
}
