/// `manifest.lock.json`: the contract of a version, for comparing it with the next.
///
/// Canonical: keys are sorted, and there are no places, comments or prose, so that two manifests with one contract give
/// one text. It says what stored data, callers of tools, the platform and handlers rely on: names, earlier names, types
/// and bounds, owners, names on the wire, the schemas of tools, and the addresses of pages.
struct ManifestLock {
    let context: GenerationContext

    var manifest: Manifest { context.manifest }

    static func json(_ context: GenerationContext) -> JSONTree { ManifestLock(context: context).json.sortedByKey }

    private var json: JSONTree {
        var lock = ExportedObject()
        lock.set("lock", 1)
        lock.set("manifest", manifest.header.languageVersion)
        lock.set("handle", manifest.header.handle)
        lock.set("version", manifest.header.version)
        var environment = ExportedObject()
        environment.set("provision", entries(manifest.environment.provision, variable))
        environment.set("install", entries(manifest.environment.install, variable))
        lock.set("env", environment)
        lock.set("connections", entries(manifest.connections, connection))
        lock.set("outgoing_domains", list: manifest.outgoingDomains.map(\.spelling).sorted())
        lock.set("types", entries(manifest.types, record))
        lock.set("models", entries(manifest.models, model))
        lock.set("relationships", entries(manifest.relationships, relationship))
        lock.set("tools", entries(manifest.tools, tool))
        lock.set("webhooks", entries(manifest.webhooks, webhook))
        lock.set("subscriptions", entries(manifest.subscriptions, subscription))
        lock.set("channels", entries(manifest.channels, channel))
        lock.set("hooks", list: manifest.hooks.map(\.kind.rawValue).sorted())
        lock.set("pages", entries(manifest.pages, page))
        lock.set("entities", entries(manifest.entities, entity))
        lock.set("events", entries(manifest.events) { event in fields(event.payload) })
        lock.set("signals", entries(manifest.signals, signal))
        lock.set("setup", entries(manifest.setup, setupStep))
        lock.set("workflows", entries(manifest.workflows, workflow))
        lock.set("agents", entries(manifest.agents, agent))
        lock.set("limits", entries(manifest.limits, limit))
        lock.set("schedules", entries(manifest.schedules, schedule))
        lock.set("batch_operations", entries(manifest.batchOperations, batchOperation))
        lock.set("sequencers", entries(manifest.sequencers) { sequencer in
            var object = ExportedObject()
            object.set("scope", sequencer.scope.rawValue)
            return object
        })
        lock.set("links", entries(manifest.links) { link in
            var object = ExportedObject()
            object.set("model", link.model.handle)
            object.set("channel", link.channel.handle)
            return object
        })
        lock.set("uses", list: manifest.uses.map(\.service.rawValue).sorted())
        return lock.json
    }

    /// Things by handle, each with what everything with a handle can say of itself.
    func entries<Element: Declaration>(
        _ elements: Declarations<Element>, _ body: (Element) -> ExportedObject
    ) -> ExportedObject {
        var result = ExportedObject()
        for element in elements {
            var object = ExportedObject()
            object.set("wire", element.heading.wireOverride)
            object.set("was", element.heading.formerHandle?.handle)
            object.set("deprecated", if: element.deprecation != nil)
            for member in body(element).members { object.set(member.key, member.value) }
            result.set(element.handle, object.json)
        }
        return result
    }
}

extension JSONTree {
    /// With the keys of every object in the order of their bytes.
    var sortedByKey: JSONTree {
        switch self {
        case .array(let elements): .array(elements.map(\.sortedByKey))
        case .object(let members):
            .object(
                members.map { Member($0.key, $0.value.sortedByKey) }
                    .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        case .null, .boolean, .number, .string: self
        }
    }

    /// A JSON Schema without what people read.
    var withoutProse: JSONTree {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutProse))
        case .object(let members):
            .object(
                members.compactMap { member in
                    switch (member.key, member.value) {
                    case ("description", .string), ("title", .string), ("examples", .array): nil
                    case ("default", _), ("const", _): member
                    case ("enum", .array(let values)), ("required", .array(let values)):
                        Member(member.key, .array(values.sorted { $0.compactText < $1.compactText }))
                    default: Member(member.key, member.value.withoutProse)
                    }
                })
        case .null, .boolean, .number, .string: self
        }
    }
}
