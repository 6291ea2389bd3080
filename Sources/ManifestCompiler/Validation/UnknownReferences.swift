/// Every handle that names something must name something that is declared.
///
/// Types are looked up while the manifest is assembled; templates have their own check.
struct UnknownReferences: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var search = ReferenceSearch(input: input)
        search.connections()
        search.types()
        search.models()
        search.relationships()
        search.tools()
        search.webhooks()
        search.subscriptions()
        search.channels()
        for page in input.manifest.pages { search.page(page) }
        search.navigation()
        search.limits()
        search.operations()
        search.entities()
        search.setup()
        return search.found
    }
}

/// Collects references that lead nowhere.
struct ReferenceSearch {
    let input: RuleInput
    var found: [Diagnostic] = []

    init(input: RuleInput) { self.input = input }

    var manifest: Manifest { input.manifest }

    /// Reports a reference of which `handles` has none, unless its section could not be read.
    mutating func expect(_ reference: Reference, _ what: String, in handles: [String], section: String) {
        guard !reference.handle.isEmpty, !input.brokenSections.contains(section), !handles.contains(reference.handle),
            !isExcused(reference.handle, among: handles)
        else { return }
        found.append(
            .unknownReference(
                "\(what) `\(reference.handle)` is not declared", reference.handle, handles, at: reference.span))
    }

    mutating func variable(_ reference: Reference) {
        guard manifest.environmentVariable(reference.handle) == nil else { return }
        let names = manifest.environment.provision.handles + manifest.environment.install.handles
        expect(reference, "variable", in: names, section: "env")
    }

    mutating func tool(_ reference: Reference) {
        guard manifest.tools[reference.handle] == nil else { return }
        expect(reference, "tool", in: manifest.tools.handles, section: "tools")
    }

    mutating func pageReference(_ reference: Reference) {
        guard manifest.pages[reference.handle] == nil else { return }
        expect(reference, "page", in: manifest.pages.handles, section: "pages")
    }

    private mutating func webhook(_ reference: Reference) {
        guard manifest.webhooks[reference.handle] == nil else { return }
        expect(reference, "webhook", in: manifest.webhooks.handles, section: "webhooks")
    }

    private mutating func model(_ reference: Reference) {
        guard manifest.models[reference.handle] == nil else { return }
        expect(reference, "model", in: manifest.models.handles, section: "models")
    }

    mutating func channel(_ reference: Reference) {
        expect(reference, "channel", in: manifest.channels.handles, section: "channels")
    }

    private mutating func field(_ reference: Reference, of model: ModelDeclaration) {
        guard model.field(reference.handle) == nil, model.knows("fields"),
            !isExcused(reference.handle, among: model.fields.handles)
        else { return }
        found.append(
            .unknownReference(
                "model `\(model.handle)` has no field `\(reference.handle)`", reference.handle,
                model.fields.handles + ModelDeclaration.implicitHandles, at: reference.span))
    }

    mutating func connections() {
        for connection in manifest.connections {
            variable(connection.clientID)
            variable(connection.clientSecret)
            for reference in connection.credentials?.fields ?? [] { variable(reference) }
            if let model = connection.accountModel { self.model(model) }
            for url in [connection.authorizeURL, connection.tokenURL, connection.revokeURL].compactMap(\.self) {
                for case .variable(let reference) in url.parts { variable(reference) }
            }
            for stored in connection.store { variable(stored.variable) }
        }
        for domain in manifest.outgoingDomains {
            if case .variable(let reference) = domain.pattern { variable(reference) }
        }
    }

    mutating func types() {
        for payload in manifest.types.flatMap(\.cases).compactMap(\.payload) where manifest.record(payload.handle) == nil {
            expect(payload, "type", in: manifest.types.handles, section: "types")
        }
    }

    mutating func relationships() {
        for side in manifest.relationships.flatMap({ [$0.from, $0.to] }) {
            expect(side.model, "model", in: manifest.models.handles, section: "models")
        }
    }

    mutating func models() {
        for model in manifest.models {
            for reference in model.identity + model.uniqueTogether.flatMap(\.self) { field(reference, of: model) }
            if let page = model.page { pageReference(page) }
            for requirement in model.requirements {
                expect(requirement.model, "model", in: manifest.models.handles, section: "models")
                guard let required = manifest.models[requirement.model.handle] else { continue }
                for filter in requirement.filters { field(filter.field, of: required) }
            }
        }
    }

    mutating func tools() {
        for tool in manifest.tools {
            for payload in [tool.input, tool.output].compactMap(\.self) { base(of: payload) }
            for use in tool.limits { limit(use.limit) }
            for reference in tool.requiredVariables { variable(reference) }
            let itself = Reference(tool.handle, at: tool.span)
            for rule in tool.rules { for name in rule.inputs { input(name, of: itself) } }
        }
    }

    private mutating func base(of payload: PayloadDeclaration) {
        guard case .extends(let base, _) = payload.shape, manifest.record(base.handle) == nil else { return }
        expect(base, "type", in: manifest.types.handles + manifest.contracts.handles, section: "types")
    }

    private mutating func limit(_ reference: Reference) {
        expect(reference, "limit", in: manifest.limits.handles, section: "limits")
    }

    mutating func limits() {
        for limit in manifest.limits { for reference in limit.suppresses { self.limit(reference) } }
    }

    mutating func operations() {
        for schedule in manifest.schedules { tool(schedule.tool) }
        for operation in manifest.batchOperations {
            for payload in [operation.input, operation.state].compactMap(\.self) { base(of: payload) }
            for reference in [operation.entity] + operation.cascade.map(\.entity) { entity(reference) }
        }
    }

    /// What the platform has under `platform/` is not declared.
    mutating func entity(_ reference: Reference) {
        guard !reference.handle.hasPrefix(PlatformCatalog.prefix) else { return }
        expect(reference, "entity", in: manifest.entities.handles, section: "entities")
    }

    mutating func webhooks() {
        for webhook in manifest.webhooks {
            if let token = webhook.challenge?.token { secret(token, of: webhook) }
            for secret in webhook.signature.secrets { self.secret(secret, of: webhook) }
            if let route = webhook.route { channel(route.channel) }
            switch webhook.payload {
            case .record(let record): expect(record, "type", in: manifest.types.handles, section: "types")
            case .swiftType(let name, let span): payload(name, at: span)
            case .request: break
            }
        }
    }

    /// The Swift name of a record is a generated type, which splits nothing into events; its handle is what is meant.
    private mutating func payload(_ name: String, at span: SourceSpan) {
        let casing = WordCasing(spelling: manifest.header.spelling)
        guard let record = manifest.types.handles.first(where: { casing.upperCamel($0) == name }) else { return }
        found.append(
            Diagnostic(
                .referenceUnknown, "`\(name)` is what the type `\(record)` is called in Swift; here it has its handle",
                at: span, fixIts: [.init("replace with `\(record)`", replacing: span, with: record)]))
    }

    private mutating func secret(_ secret: SecretReference, of webhook: WebhookDeclaration) {
        guard secret.place == .registration else { return variable(secret.name) }
        guard webhook.registration[secret.name.handle] == nil, webhook.knows("registration"),
            !isExcused(secret.name.handle, among: webhook.registration.handles)
        else { return }
        found.append(
            .unknownReference(
                "the registration of `\(webhook.handle)` has no `\(secret.name.handle)`", secret.name.handle,
                webhook.registration.handles, at: secret.name.span))
    }

    mutating func subscriptions() {
        for subscription in manifest.subscriptions {
            webhook(subscription.webhook)
            if let model = subscription.model { self.model(model) }
            guard let store = subscription.store else { continue }
            if let model = subscription.model, let declared = manifest.models[model.handle] {
                field(store, of: declared)
            } else if subscription.model == nil {
                variable(store)
            }
        }
    }

    mutating func channels() {
        for channel in manifest.channels {
            for reference in channel.tools { tool(reference) }
            for reference in channel.webhooks { webhook(reference) }
        }
    }

    mutating func navigation() {
        for item in manifest.navigation?.sections.flatMap(\.items) ?? [] {
            if case .page(let page) = item.target { pageReference(page) }
        }
        let groups = manifest.pages.compactMap { $0.group?.handle }
        for group in manifest.navigation?.groups ?? Declarations() {
            expect(Reference(group.handle, at: group.span), "group", in: groups, section: "pages")
        }
    }

    // MARK: Pages

    mutating func page(_ page: PageDeclaration) {
        if let parent = page.parent { pageReference(parent) }
        for entry in page.context { context(entry) }
        for block in page.blocks { self.block(block, page) }
        for action in page.actions { self.action(action, page) }
    }

    private mutating func context(_ entry: ContextEntry) {
        switch entry.source {
        case .tool(let reference, let inputs):
            tool(reference)
            self.inputs(inputs, of: reference)
        case .query(let query):
            guard let model = manifest.models[query.model.handle] else {
                expect(query.model, "model", in: manifest.models.handles, section: "models")
                return
            }
            for reference in query.filters.map(\.field) + query.order.map(\.field) { field(reference, of: model) }
        }
    }

    private mutating func inputs(_ values: [InputValue], of reference: Reference) {
        for value in values { input(value.input, of: reference) }
    }

    private mutating func input(_ name: Reference, of reference: Reference) {
        guard let tool = manifest.tools[reference.handle], manifest.knowsInputs(of: tool) else { return }
        let fields = manifest.inputFields(of: tool)
        guard fields[name.handle] == nil, !isExcused(name.handle, among: fields.handles) else { return }
        found.append(
            .unknownReference(
                "tool `\(tool.handle)` has no input `\(name.handle)`", name.handle, fields.handles, at: name.span))
    }

    private mutating func block(_ block: Block, _ page: PageDeclaration) {
        switch block {
        case .card(let card): for action in card.actions + card.settings.map(\.action) { self.action(action, page) }
        case .form(let form): self.form(form, page)
        case .list(let list):
            if let link = list.item.link { pageReference(link.page) }
            for action in list.item.actions { self.action(action, page) }
        case .record(let record):
            self.record(record, page)
            for action in record.actions { self.action(action, page) }
        case .alert, .markdown, .raw: break
        case .conversation(let conversation): channel(conversation.channel)
        case .table(let table):
            if let link = table.link { pageReference(link.page) }
            for action in table.actions { self.action(action, page) }
        case .panel(let panel): self.panel(panel)
        case .modelMapper(let mapper): expect(mapper.model, "model", in: manifest.models.handles, section: "models")
        }
    }

    private mutating func panel(_ panel: PanelBlock) {
        if let entity = panel.entity { self.entity(entity) }
        if let workflow = panel.workflow {
            expect(workflow, "workflow", in: manifest.workflows.handles, section: "workflows")
        }
        if let operation = panel.operation {
            expect(operation, "batch operation", in: manifest.batchOperations.handles, section: "batch_operations")
        }
        for event in panel.events { expect(event, "event", in: manifest.events.handles, section: "events") }
    }

    private mutating func contextName(_ reference: Reference, _ page: PageDeclaration) -> ContextEntry? {
        if let entry = page.context[reference.handle] { return entry }
        guard page.knows("context"), !isExcused(reference.handle, among: page.context.handles) else { return nil }
        found.append(
            .unknownReference(
                "page `\(page.handle)` has no context name `\(reference.handle)`", reference.handle,
                page.context.handles, at: reference.span))
        return nil
    }

    private mutating func record(_ record: RecordBlock, _ page: PageDeclaration) {
        guard case .query(let query)? = contextName(record.of, page)?.source,
            let model = manifest.models[query.model.handle]
        else { return }
        for reference in record.fields { field(reference, of: model) }
        let shown = Set(record.fields.map(\.handle))
        for reference in record.edit where !shown.contains(reference.handle) { field(reference, of: model) }
    }

    private mutating func form(_ form: FormBlock, _ page: PageDeclaration) {
        tool(form.tool)
        inputs(form.with, of: form.tool)
        for entry in form.entries {
            switch entry {
            case .field(let field):
                input(field.input, of: form.tool)
                if let change = field.change {
                    tool(change.tool)
                    inputs(change.inputs, of: change.tool)
                }
            case .setting(let setting): action(setting.action, page)
            case .alert: break
            }
        }
        if let of = form.of { _ = contextName(of, page) }
        outcome(form.then)
    }

    private mutating func outcome(_ outcome: Outcome?) {
        if case .page(let link)? = outcome { pageReference(link.page) }
    }

    private mutating func action(_ action: ActionDeclaration, _ page: PageDeclaration) {
        switch action.effect {
        case .tool(let reference, let values):
            tool(reference)
            inputs(values, of: reference)
        case .connect(let connection, _):
            expect(connection, "connection", in: manifest.connections.handles, section: "connections")
        case .page(let link): pageReference(link.page)
        case .url: break
        case .form(let form): self.form(form, page)
        }
        outcome(action.then)
    }
}
