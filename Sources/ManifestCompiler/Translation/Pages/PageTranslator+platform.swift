extension PageTranslator {
    // MARK: What the platform draws

    /// A note in the place of a block that only the platform has.
    mutating func note(for block: Block, in scope: TemplateScope) -> [SwiftStatement] {
        let heading = block.heading
        let title = heading.title.map { text($0, in: scope) } ?? .string(Self.title(of: block, names, manifest))
        var arguments = [SwiftArgument("title", title)]
        let description = heading.description.map { text($0, in: scope) } ?? .string("Skedyul shows this part.")
        arguments.append(SwiftArgument("description", description))
        return [.return(.call("AlertBlock", arguments))]
    }

    private static func title(of block: Block, _ names: SwiftNames, _ manifest: Manifest) -> String {
        switch block {
        case .modelMapper(let mapper):
            return manifest.models[mapper.model.handle].map { names.label($0) } ?? mapper.model.handle
        case .panel(let panel):
            return switch panel.kind {
            case .installSetup: "Setup"
            case .batchOperation:
                panel.label ?? panel.operation.flatMap { manifest.batchOperations[$0.handle] }.map { names.label($0) }
                    ?? "Batch operation"
            case .entityMap:
                panel.entity.flatMap { manifest.entities[$0.handle] }.map { names.label($0) } ?? "Entity"
            case .eventWiring: "Events"
            case .crmStatus: "Status"
            }
        default: return "Part of the platform"
        }
    }

    // MARK: Tabs

    /// Links to the other pages of the group, as a card at the page's top.
    func tabs(of page: PageDeclaration) -> [Block] {
        guard let group = page.group else { return [] }
        let pages = manifest.pages.filter { other in
            other.group?.handle == group.handle && other.audience != .developer
                && other.path.parameters == page.path.parameters
        }
        guard pages.count > 1 else { return [] }
        let actions = pages.map { other in
            let parameters = page.path.parameters.map { name in
                PageLink.Argument(
                    name: Reference(name, at: group.span), value: .synthetic("{{ path.\(name) }}", at: group.span))
            }
            let link = PageLink(
                page: Reference(other.handle, at: group.span), parameters: parameters, query: [], span: group.span)
            return ActionDeclaration(
                label: .synthetic(names.label(other), at: group.span), icon: other.heading.icon,
                variant: other.handle == page.handle ? .secondary : .outline, effect: .page(link), span: group.span)
        }
        let heading = BlockHeading(span: group.span, body: group.span)
        return [.card(CardBlock(heading: heading, fields: [], actions: actions))]
    }

    /// What is said outside of pages: groups see the context of their first page, items of the menu none.
    mutating func checkNavigation() {
        for group in manifest.navigation?.groups ?? Declarations() {
            guard let title = group.title, let first = manifest.pages.first(where: { $0.group?.handle == group.handle })
            else { continue }
            _ = templates.text(title, in: context.scope(of: first), for: .shown)
        }
        for item in manifest.navigation?.sections.flatMap(\.items) ?? [] {
            guard let condition = item.condition else { continue }
            _ = templates.condition(condition, in: context.navigationScope())
        }
    }
}

extension PageDeclaration {
    /// The blocks with the page's own buttons at the top.
    var drawnBlocks: [Block] {
        guard let first = actions.first else { return blocks }
        let heading = BlockHeading(span: first.span, body: first.span)
        return [.card(CardBlock(heading: heading, fields: [], actions: actions))] + blocks
    }
}

extension SettingRow {
    /// The row's button, which is there if the row is.
    var button: ActionDeclaration {
        var button = action
        button.condition = action.condition ?? condition
        return button
    }
}

extension TemplateSource {
    /// A template that is not written in the manifest.
    static func synthetic(_ text: String, at span: SourceSpan) -> TemplateSource {
        TemplateSource(kind: .template, text: text, span: span, runs: [])
    }
}
