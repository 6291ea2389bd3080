/// A panel has the keys of its kind, and only SHARED models are mapped.
struct Panels: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for block in input.manifest.pages.flatMap(\.blocks) {
            switch block {
            case .panel(let panel): check(panel, input, &found)
            case .modelMapper(let mapper):
                guard let model = input.manifest.models[mapper.model.handle], model.knows("scope"),
                    model.scope == .internal
                else { continue }
                found.append(
                    Diagnostic(
                        .mapperModel, "model `\(model.handle)` is the app's own, so nobody maps it",
                        at: mapper.model.span, notes: [.init("declared here", at: model.span)],
                        help: ["say `scope: SHARED` if users have it already"]))
            default: break
            }
        }
        return found
    }

    private func check(_ panel: PanelBlock, _ input: RuleInput, _ found: inout [Diagnostic]) {
        let (required, optional) = panel.kind.keys
        for key in panel.keys where !required.contains(key.handle) && !optional.contains(key.handle) {
            found.append(
                Diagnostic(.panelKey, "a panel of kind \(panel.kind.rawValue) has no `\(key.handle)`", at: key.span))
        }
        guard input.isRead(panel.heading.body) else { return }
        for key in required where !panel.keys.contains(where: { $0.handle == key }) {
            found.append(
                Diagnostic(
                    .panelKey, "a panel of kind \(panel.kind.rawValue) needs the key `\(key)`", at: panel.heading.span))
        }
    }
}

extension PanelBlock.Kind {
    /// What must and what may be said besides what every block can say.
    fileprivate var keys: (required: [String], optional: [String]) {
        switch self {
        case .installSetup, .crmStatus: ([], [])
        case .batchOperation: (["operation"], ["label", "icon"])
        case .entityMap: (["entity"], [])
        case .eventWiring: (["events", "workflow"], [])
        }
    }
}
