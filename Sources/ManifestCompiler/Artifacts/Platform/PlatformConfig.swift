/// `platform-config.json`: the integration as the platform's own configuration says it.
///
/// Every key is one of the platform's, or begins with `x-`: what the language says and the platform's objects have no
/// key for is there under its name with that prefix, and whole sections are under `x-integrationkit`. Names are wire
/// names, fixed words are lower case, durations are milliseconds, templates stay Liquid, and the author's `x-` keys are
/// carried through.
struct PlatformConfig {
    let context: GenerationContext
    /// The page that is shown first.
    let defaultPage: String?
    /// The pages that the menu has.
    let listedPages: Set<String>

    var manifest: Manifest { context.manifest }

    static func json(_ context: GenerationContext) -> JSONTree { PlatformConfig(context).json }

    private init(_ context: GenerationContext) {
        self.context = context
        defaultPage = context.manifest.defaultPage?.handle
        listedPages = Set(
            context.manifest.navigationSections.flatMap(\.items).compactMap { item in
                if case .page(let page) = item.target { page.handle } else { nil }
            })
    }

    private var json: JSONTree {
        var config = ExportedObject()
        config.set("name", manifest.header.name)
        config.set("handle", manifest.header.handle)
        config.set("version", manifest.header.version)
        config.set("description", manifest.header.description)
        config.set("computeLayer", "dedicated")
        config.set("tools", .array(manifest.tools.map(tool)))
        config.set("webhooks", .array(manifest.webhooks.map(webhook)))
        config.set("batchOperations", list: manifest.batchOperations.map(batchOperation))
        config.set("hooks", hooks)
        config.set("x-hooks", ownHooks)
        config.set("provision", provision)
        config.set("install", install)
        config.set("agents", list: manifest.agents.map(agent))
        config.set("events", list: manifest.events.map(event))
        config.set("queues", queues)
        config.set("sequencers", sequencers)
        config.set("x-integrationkit", beyond)
        config.set(extensions: manifest.extensions)
        return config.json
    }

    private var provision: ExportedObject {
        var section = ExportedObject()
        section.set("env", variables(manifest.environment.provision))
        let internals = manifest.models.filter { $0.scope == .internal }
        section.set("models", list: internals.map(model))
        section.set("relationships", list: relationships { $0 == .internal })
        section.set("entities", list: manifest.entities.map(entity))
        section.set("channels", list: manifest.channels.map(channel))
        section.set("workflows", list: manifest.workflows.map(workflow))
        section.set("pages", list: manifest.pages.map(page))
        section.set("navigation", navigation)
        section.set("setup", list: manifest.setup.map(setupStep))
        section.set("signals", list: manifest.signals.map(signal))
        return section
    }

    /// What each installation has of its own: variables, and the models that the workplace maps.
    private var install: ExportedObject {
        var section = ExportedObject()
        section.set("env", variables(manifest.environment.install))
        section.set("models", list: manifest.models.filter { $0.scope == .shared }.map(model))
        section.set("relationships", list: relationships { $0 == .shared })
        return section
    }

    /// Those that begin at a model of a scope.
    private func relationships(_ isIncluded: (ModelDeclaration.Scope) -> Bool) -> [JSONTree] {
        manifest.relationships.filter { relationship in
            manifest.models[relationship.from.model.handle].map { isIncluded($0.scope) } ?? false
        }.map(relationship)
    }

    /// What the runtime and the author know and the platform's config cannot say.
    private var beyond: ExportedObject {
        var section = ExportedObject()
        section.set("schedules", list: manifest.schedules.map(schedule))
        section.set("links", list: manifest.links.map(link))
        section.set("subscriptions", list: manifest.subscriptions.map(subscription))
        section.set("uses", list: manifest.uses.map(\.service.rawValue))
        return section
    }

    /// Templates that see nothing of a page.
    var liquid: LiquidExport { LiquidExport(context, in: context.navigationScope()) }

    /// What people read.
    func label(_ declaration: some Declaration) -> String { context.names.label(declaration) }
}
