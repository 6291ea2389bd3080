extension PlatformConfig {
    func page(_ page: PageDeclaration) -> JSONTree {
        var object = ExportedObject(page, label: label(page))
        object.set("x-icon", page.heading.icon)
        object.set("type", page.path.parameters.isEmpty ? "list" : "instance")
        object.set("path", page.path.text)
        object.set("default", if: defaultPage == page.handle)
        object.set("audience", page.audience.platformWord)
        object.set("navigation", visibility(of: page))
        object.set("context", pageContext(page))
        var actions = PlatformActions(config: self, page: page)
        object.set("blocks", .array(page.blocks.enumerated().map { actions.block($1, $0) }))
        object.set("actions", list: actions.actions(page.actions))
        object.set(extensions: page.heading.extensions)
        return object.json
    }

    /// Whether the menu has it: always, never, or where its `when` holds.
    private func visibility(of page: PageDeclaration) -> JSONTree {
        let isListed = listedPages.contains(page.handle)
        guard isListed, let condition = page.condition else { return .boolean(isListed) }
        return LiquidExport(context, in: context.entryScope(of: page)).condition(condition)
    }

    private func pageContext(_ page: PageDeclaration) -> ExportedObject {
        var object = ExportedObject()
        let liquid = LiquidExport(context, in: context.scope(of: page))
        for entry in page.context { object.set(entry.handle, contextEntry(entry, liquid)) }
        return object
    }

    private func contextEntry(_ entry: ContextEntry, _ liquid: LiquidExport) -> JSONTree {
        var object = ExportedObject()
        switch entry.source {
        case .query(let query):
            object.set("model", manifest.models[query.model.handle]?.wireName ?? query.model.handle)
            object.set("mode", query.mode.platformWord)
            object.set("filters", filters(query.filters, of: query.model, liquid))
            if query.mode == .many { object.set("limit", query.limit) }
            object.set("x-order", list: query.order.map { ($0.isDescending ? "-" : "") + wireName(of: $0.field, in: query.model) })
        case .tool(let tool, let inputs):
            let fields = manifest.tools[tool.handle].map(manifest.inputFields)
            object.set("tool", toolName(tool))
            object.set("x-inputs", self.inputs(inputs, liquid) { fields?[$0]?.wireName ?? $0 })
        }
        object.set(extensions: entry.heading.extensions)
        return object.json
    }

    func wireName(of field: Reference, in model: Reference) -> String {
        manifest.models[model.handle]?.field(field.handle)?.wireName ?? field.handle
    }

    // MARK: Navigation

    var navigation: ExportedObject {
        let sections = manifest.navigationSections.map { section -> JSONTree in
            var object = ExportedObject()
            object.set("title", section.title)
            object.set("items", .array(section.items.map(item)))
            return object.json
        }
        var object = ExportedObject()
        guard !sections.isEmpty else { return object }
        object.set("sidebar", ["sections": .array(sections)])
        return object
    }

    private func item(_ item: NavigationItem) -> JSONTree {
        var object = ExportedObject()
        var hidden = item.condition
        switch item.target {
        case .page(let reference):
            let page = manifest.pages[reference.handle]
            object.set("label", item.label ?? page.map(label))
            object.set("href", page?.path.text)
            object.set("icon", item.icon ?? page?.heading.icon)
            hidden = hidden ?? page?.condition
        case .link(let address):
            object.set("label", item.label)
            object.set("href", address)
            object.set("icon", item.icon)
        }
        object.set("hidden", hidden.map(liquid.negation))
        return object.json
    }

    /// The address that a link leads to: the page's path with its parameters filled in, as Liquid.
    func address(of link: PageLink, _ liquid: LiquidExport) -> String {
        guard let page = manifest.pages[link.page.handle] else { return "" }
        let segments = page.path.segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .parameter(let name):
                link.parameters.first { $0.name.handle == name }.map { liquid.template($0.value.text) } ?? ""
            }
        }
        let query = link.query.map { "\($0.name.handle)=\(liquid.template($0.value.text))" }
        return "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}
