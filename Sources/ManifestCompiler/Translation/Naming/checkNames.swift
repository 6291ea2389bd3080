/// The codes of problems with Swift names.
extension DiagnosticCode {
    static let nameClash = DiagnosticCode(
        "name.clash", "Two handles of one scope would have the same name in Swift.")
    static let nameReserved = DiagnosticCode(
        "name.reserved", "A handle would have a name in Swift that Swift, the runtime or generated code needs.")
    static let nameEmpty = DiagnosticCode(
        "name.empty", "An option has no letter or digit to make a name in Swift of.")

    static let namingCodes: [DiagnosticCode] = [nameClash, nameReserved, nameEmpty, eventPrefix, capabilityPrefix]
}

/// Finds the handles and options for which there is no good Swift name.
package func checkNames(_ manifest: Manifest) -> [Diagnostic] {
    let names = SwiftNames(manifest)
    var diagnostics: [Diagnostic] = []

    let contracts = manifest.contracts.map { names.record($0.handle) }
    let nested = manifest.batchOperations.isEmpty ? [] : ReservedNames.batchOperationTypes
    var types = NameScope(reserved: ReservedNames.types.union(contracts).union(nested))
    types.declare(names.integration, "integration", manifest.header.handle, at: manifest.header.handleSpan)
    for type in manifest.types { types.declare(names.record(type.handle), "type", type.handle, at: type.span) }
    for model in manifest.models { types.declare(names.model(model.handle), "model", model.handle, at: model.span) }
    for tool in manifest.tools { types.declare(names.tool(tool.handle), "tool", tool.handle, at: tool.span) }
    for hook in manifest.webhooks { types.declare(names.webhook(hook.handle), "webhook", hook.handle, at: hook.span) }
    for one in manifest.subscriptions {
        types.declare(names.subscription(one.handle), "subscription", one.handle, at: one.span)
    }
    for one in manifest.connections where one.credentials?.checkTimeout != nil {
        types.declare(names.check(one.handle), "connection", one.handle, at: one.span)
    }
    for operation in manifest.batchOperations {
        types.declare(names.batchOperation(operation.handle), "batch operation", operation.handle, at: operation.span)
    }
    for hook in manifest.hooks { types.declare(names.hook(hook.kind), "hook", hook.handle, at: hook.span) }
    // Pages are nested in `Pages`, where a type of the same name could not be used any more.
    for page in manifest.pages { types.declare(names.page(page.handle), "page", page.handle, at: page.span) }
    diagnostics += types.diagnostics

    diagnostics += scope(manifest.pages, "page") { names.route($0.handle) }
    diagnostics += scope(manifest.models, "model") { names.member($0.handle) }
    diagnostics += scope(manifest.channels, "channel") { names.member($0.handle) }
    diagnostics += scope(manifest.limits, "limit") { names.member($0.handle) }
    diagnostics += scope(manifest.sequencers, "sequencer") { names.member($0.handle) }
    diagnostics += scope(manifest.schedules, "schedule") { names.member($0.handle) }
    diagnostics += scope(manifest.environment.provision, "variable") { names.variable($0.handle) }
    diagnostics += scope(manifest.environment.install, "variable") { names.variable($0.handle) }
    for variable in manifest.environment.provision { diagnostics += cases(of: variable.options, names) }
    for variable in manifest.environment.install { diagnostics += cases(of: variable.options, names) }
    for model in manifest.models {
        let stored = Declarations(model.storedFields)
        diagnostics += fields(stored, names, taken: ["id", "createdAt", "updatedAt", "refreshedAt"])
    }
    for type in manifest.types {
        diagnostics += fields(type.fields, names, taken: type.isOpen ? ["rest"] : [])
        diagnostics += scope(type.cases, "case") { names.unionCase($0.handle) }
    }
    for webhook in manifest.webhooks { diagnostics += fields(webhook.registration, names) }
    for payload in manifest.payloads {
        switch payload.shape {
        case .fields(let declared): diagnostics += fields(declared, names, taken: payload.isOpen ? ["rest"] : [])
        case .extends:
            let all = manifest.fields(of: payload) ?? Declarations()
            diagnostics += fields(all, names, taken: payload.isOpen ? ["rest"] : [])
        case .type: break
        }
    }
    for event in manifest.events { diagnostics += fields(event.payload, names) }
    for entity in manifest.entities { diagnostics += fields(entity.fields, names) }
    diagnostics += scope(manifest.entities, "entity") { names.namespace($0.handle) }
    diagnostics += scope(manifest.agents, "agent") { names.member($0.handle) }
    diagnostics += checkDottedNames(manifest, names)
    for page in manifest.pages { diagnostics += scope(page.context, "context name") { names.local($0.handle) } }
    // A page's name and its link differ only in case: one report is enough.
    var seen = Set<SourceSpan>()
    return diagnostics.filter { seen.insert($0.span).inserted }
}

private func scope<Element>(
    _ declarations: Declarations<Element>, _ kind: String, name: (Element) -> String
) -> [Diagnostic] {
    var scope = NameScope()
    for declaration in declarations {
        scope.declare(name(declaration), kind, declaration.handle, at: declaration.span)
    }
    return scope.diagnostics
}

private func fields(
    _ fields: Declarations<FieldDeclaration>, _ names: SwiftNames, taken: Set<String> = []
) -> [Diagnostic] {
    var members = NameScope(reserved: taken)
    var diagnostics: [Diagnostic] = []
    for field in fields {
        members.declare(names.member(field.handle), "field", field.handle, at: field.span)
        diagnostics += cases(of: field.options, names)
    }
    return members.diagnostics + diagnostics
}

private func cases(of options: [OptionDeclaration], _ names: SwiftNames) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var cases = NameScope()
    for option in options {
        let name = names.optionCase(option)
        if name.isEmpty {
            let help = "say how it is called in Swift: `options: { '\(option.value)': { swift: name } }`"
            diagnostics.append(
                Diagnostic(
                    .nameEmpty, "option `\(option.value)` has no letter or digit to be named after in Swift",
                    at: option.span, help: [help]))
        } else {
            cases.declare(name, "option", option.value, at: option.span)
        }
    }
    return diagnostics + cases.diagnostics
}

/// One scope of Swift names, and what goes wrong in it.
private struct NameScope {
    private let reserved: Set<String>
    private var declared: [String: (what: String, span: SourceSpan)] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(reserved: Set<String> = []) { self.reserved = reserved }

    mutating func declare(_ name: String, _ kind: String, _ handle: String, at span: SourceSpan) {
        let what = "\(kind) `\(handle)`"
        if reserved.contains(name) {
            diagnostics.append(
                Diagnostic(
                    .nameReserved, "\(what) would be called `\(name)` in Swift, and that name is taken", at: span,
                    help: ["choose another handle, for example `\(handle)_\(kind == "model" ? "item" : kind.replacing(" ", with: "_"))`"]))
        } else if let first = declared[name] {
            diagnostics.append(
                Diagnostic(
                    .nameClash, "\(what) and \(first.what) are both called `\(name)` in Swift", at: span,
                    notes: [Diagnostic.Note("\(first.what) is declared here", at: first.span)],
                    help: ["choose another handle for one of them"]))
        } else {
            declared[name] = (what, span)
        }
    }
}
