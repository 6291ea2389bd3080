/// A record that nothing names is probably left over.
struct UnusedTypes: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        let manifest = input.manifest
        // What could not be read may have used it.
        guard input.brokenSections.isEmpty, input.isFlawless else { return [] }
        var used: Set<String> = []
        func use(_ type: ValueType) {
            switch type {
            case .record(let handle): used.insert(handle)
            case .field(let path): used.insert(path.owner)
            case .list(let element), .map(let element): use(element)
            case .scalar, .model, .modelID, .unknown: break
            }
        }
        for payload in manifest.payloads {
            switch payload.shape {
            case .fields(let fields): for field in fields { use(field.type) }
            case .type(let type, _): use(type)
            case .extends(let base, let fields):
                used.insert(base.handle)
                for field in fields { use(field.type) }
            }
        }
        for model in manifest.models { for field in model.fields { use(field.type) } }
        for record in manifest.entities.map(\.record) + manifest.events.map(\.record) {
            for field in record.fields { use(field.type) }
        }
        for workflow in manifest.workflows { for input in workflow.inputs { use(input.type) } }
        for webhook in manifest.webhooks {
            if case .record(let record) = webhook.payload { used.insert(record.handle) }
            for field in webhook.registration { use(field.type) }
        }
        for channel in manifest.channels { for field in channel.fields { use(field.type) } }
        // A type that only unused types name is unused too; one that only names itself as well.
        var queue = Array(used)
        while let handle = queue.popLast() {
            guard let record = manifest.types[handle] else { continue }
            let before = used
            for field in record.fields { use(field.type) }
            used.formUnion(record.cases.compactMap { $0.payload?.handle })
            queue += used.subtracting(before)
        }
        return manifest.types.filter { !used.contains($0.handle) }.map {
            Diagnostic(.typeUnused, "type `\($0.handle)` is used nowhere", at: $0.span)
        }
    }
}
