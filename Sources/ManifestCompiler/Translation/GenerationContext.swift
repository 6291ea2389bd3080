/// What every translation needs: the manifest, its names and what follows from it as a whole.
package struct GenerationContext: Sendable {
    package let manifest: Manifest
    package let names: SwiftNames
    /// The manifest's file name, for the comment at the top of generated files.
    package let manifestName: String
    let usage: RecordUsage

    package init(_ manifest: Manifest, manifestName: String = "integration.yaml") {
        self.manifest = manifest
        self.names = SwiftNames(manifest)
        self.manifestName = manifestName
        self.usage = RecordUsage(manifest)
    }

    /// The remark that leads from generated code back to the manifest. Paths, not line numbers: those move.
    static func remark(_ path: String) -> String { "Manifest: `\(path)`" }

    /// A documentation comment: the author's description, where it comes from, and whether it is on its way out.
    static func documentation(_ description: String?, path: String, remarks: String = "") -> SwiftDocumentation {
        var paragraphs: [String] = []
        if let description, !description.isEmpty { paragraphs.append(description) }
        paragraphs.append(remark(path) + remarks)
        return paragraphs
    }

    static func documentation(
        of declaration: some Declaration, path: String, remarks: String = ""
    ) -> SwiftDocumentation {
        var paragraphs = documentation(declaration.description ?? declaration.label, path: path, remarks: remarks)
        if let deprecation = declaration.deprecation {
            let words = [
                deprecation.since.map { "since \($0)" }, deprecation.use.map { "use `\($0)`" }, deprecation.reason,
            ]
            paragraphs.append("Deprecated: " + words.compactMap(\.self).joined(separator: "; ") + ".")
        }
        return paragraphs
    }
}

/// Which records are read from callers, returned by tools, or neither.
///
/// What a caller gives is read strictly: unknown keys, unknown options and broken bounds are refused. What the
/// integration itself or a provider wrote is read leniently.
struct RecordUsage: Sendable {
    private(set) var inputs: Set<String> = []
    private(set) var outputs: Set<String> = []
    /// Records that are the output of a tool as they are.
    private(set) var wholeOutputs: Set<String> = []
    /// Models whose readable form is asked for.
    private(set) var readableModels: Set<String> = []

    init(_ manifest: Manifest) {
        for tool in manifest.tools {
            if let input = tool.input { visit(input, manifest, isInput: true) }
            if let output = tool.output {
                visit(output, manifest, isInput: false)
                if case .type(let type, _) = output.shape, case .record(let handle) = manifest.resolved(type) {
                    wholeOutputs.insert(handle)
                }
            }
        }
        for webhook in manifest.webhooks {
            if case .record(let record) = webhook.payload { visit(.record(record.handle), manifest, false) }
            for field in webhook.registration { visit(field.type, manifest, false) }
        }
        for operation in manifest.batchOperations {
            if let input = operation.input { visit(input, manifest, isInput: true) }
            if let state = operation.state { visit(state, manifest, isInput: false) }
        }
        for type in manifest.declaredRecords {
            for field in type.fields { collectModels(manifest.resolved(field.type)) }
        }
    }

    private mutating func visit(_ payload: PayloadDeclaration, _ manifest: Manifest, isInput: Bool) {
        switch payload.shape {
        case .fields(let fields): for field in fields { visit(field.type, manifest, isInput) }
        case .type(let type, _): visit(type, manifest, isInput)
        case .extends:
            for field in manifest.fields(of: payload) ?? Declarations() { visit(field.type, manifest, isInput) }
        }
    }

    private mutating func visit(_ type: ValueType, _ manifest: Manifest, _ isInput: Bool) {
        switch manifest.resolved(type) {
        case .list(let element), .map(let element): visit(element, manifest, isInput)
        case .record(let handle):
            let isNew = isInput ? inputs.insert(handle).inserted : outputs.insert(handle).inserted
            guard isNew, let record = manifest.record(handle) else { return }
            for field in record.fields { visit(field.type, manifest, isInput) }
            for entry in record.cases { if let payload = entry.payload { visit(.record(payload.handle), manifest, isInput) } }
        case .model(let handle): readableModels.insert(handle)
        case .scalar, .modelID, .field, .unknown: break
        }
    }

    /// Whether a field leads back to its own record without a list or map between: a struct cannot hold itself.
    func isIndirect(_ field: FieldDeclaration, _ manifest: Manifest) -> Bool {
        guard case .record(let first) = manifest.resolved(field.type) else { return false }
        var reached: Set<String> = []
        var next = [first]
        while let handle = next.popLast() {
            guard reached.insert(handle).inserted, let record = manifest.record(handle) else { continue }
            for other in record.fields {
                if other.span == field.span { return true }
                if case .record(let target) = manifest.resolved(other.type) { next.append(target) }
            }
        }
        return false
    }

    private mutating func collectModels(_ type: ValueType) {
        switch type {
        case .list(let element), .map(let element): collectModels(element)
        case .model(let handle): readableModels.insert(handle)
        default: break
        }
    }
}
