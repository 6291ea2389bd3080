/// A tool allows the ways in which the manifest uses it, and something can call it.
struct ToolReachability: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var used: Set<String> = []
        for page in input.manifest.pages {
            for use in page.toolUses {
                used.insert(use.tool.handle)
                guard let tool = input.manifest.tools[use.tool.handle], tool.knows("triggers") else { continue }
                let allowed = tool.effectiveTriggers
                guard use.trigger != .pageContext || tool.triggers != nil else { continue }
                if !use.triggers.contains(where: allowed.contains) {
                    let words = use.triggers.map(\.rawValue).joined(separator: " or ")
                    found.append(
                        Diagnostic(
                            .toolTrigger, "tool `\(tool.handle)` does not allow the trigger \(words), which this needs",
                            at: use.tool.span, notes: [.init("declared here", at: tool.span)]))
                }
            }
        }
        for channel in input.manifest.channels { used.formUnion(channel.tools.map(\.handle)) }
        used.formUnion(input.manifest.schedules.map(\.tool.handle))
        used.formUnion(input.manifest.setup.compactMap { $0.action?.tool.handle })
        for tool in input.manifest.tools where tool.knows("triggers", "annotations", "scope") {
            impossible(tool, &found)
        }
        // What could not be read, and what names no tool, may have been meant for one of these.
        guard input.brokenSections.isDisjoint(with: ["pages", "channels", "schedules", "setup"]),
            input.manifest.pages.allSatisfy({ input.isSound($0.heading.body) }),
            input.manifest.channels.allSatisfy({ input.isSound($0.heading.body) })
        else { return found }
        for tool in input.manifest.tools where tool.knows("triggers") && !used.contains(tool.handle) {
            // Agents, workflows and developers can call what allows it; the rest needs a place that uses it.
            let outside: Set<ToolDeclaration.Trigger> = [.agent, .workflow, .developer, .provision]
            if !tool.effectiveTriggers.contains(where: outside.contains) {
                found.append(
                    Diagnostic(
                        .toolUnreachable, "nothing can call tool `\(tool.handle)`: no page or schedule uses it",
                        at: tool.span))
            }
        }
        return found
    }

    /// Triggers that are written and that the tool can never be called from.
    private func impossible(_ tool: ToolDeclaration, _ found: inout [Diagnostic]) {
        guard let triggers = tool.triggers else { return }
        if triggers.contains(.pageContext), tool.annotations.readOnly != true {
            found.append(
                Diagnostic(
                    .toolTrigger, "tool `\(tool.handle)` is not read-only, so no page's context can call it",
                    at: tool.span, help: ["say `annotations: { read_only: true }`, or leave PAGE_CONTEXT out"]))
        }
        for trigger in [ToolDeclaration.Trigger.agent, .workflow]
        where tool.scope == .appVersion && triggers.contains(trigger) {
            found.append(
                Diagnostic(
                    .toolTrigger,
                    "tool `\(tool.handle)` belongs to the app version, and \(trigger.rawValue) calls for an installation",
                    at: tool.span))
        }
    }
}

/// A place on a page that calls a tool.
struct ToolUse {
    let tool: Reference
    let trigger: ToolDeclaration.Trigger

    /// Any of these is enough.
    var triggers: [ToolDeclaration.Trigger] {
        switch trigger {
        case .form, .action: [.form, .action]
        default: [trigger]
        }
    }
}

extension PageDeclaration {
    /// Every place on the page that calls a tool.
    var toolUses: [ToolUse] {
        let contexts = context.compactMap { entry -> ToolUse? in
            if case .tool(let tool, _) = entry.source { ToolUse(tool: tool, trigger: .pageContext) } else { nil }
        }
        let submitted = forms.map { ToolUse(tool: $0.tool, trigger: .form) }
        let pressed = allActions.compactMap { action -> ToolUse? in
            if case .tool(let tool, _) = action.effect { ToolUse(tool: tool, trigger: .action) } else { nil }
        }
        let changed = forms.flatMap(\.changes).map { ToolUse(tool: $0.tool, trigger: .fieldChange) }
        return contexts + submitted + pressed + changed
    }

    /// All actions, wherever they are on the page.
    var allActions: [ActionDeclaration] {
        actions
            + blocks.flatMap { block -> [ActionDeclaration] in
                switch block {
                case .card(let card): card.actions + card.settings.map(\.action)
                case .list(let list): list.item.actions
                case .record(let record): record.actions
                case .table(let table): table.actions
                case .form(let form): form.settings.map(\.action)
                case .alert, .conversation, .markdown, .panel, .modelMapper, .raw: []
                }
            }
    }

    /// All forms, those that actions open included.
    var forms: [FormBlock] {
        blocks.compactMap { if case .form(let form) = $0 { form } else { nil } }
            + allActions.compactMap { if case .form(let form) = $0.effect { form } else { nil } }
    }

    /// All links to pages.
    var links: [PageLink] {
        var links = blocks.compactMap { block -> PageLink? in
            switch block {
            case .list(let list): list.item.link
            case .table(let table): table.link
            default: nil
            }
        }
        for action in allActions {
            if case .page(let link) = action.effect { links.append(link) }
            if case .page(let link)? = action.then { links.append(link) }
        }
        for form in forms { if case .page(let link)? = form.then { links.append(link) } }
        return links
    }
}

extension FormBlock {
    /// Tools that are called when an input changes.
    var changes: [FieldChange] { fields.compactMap(\.change) }

    /// The inputs that are asked for.
    var fields: [FormField] { entries.compactMap { if case .field(let field) = $0 { field } else { nil } } }

    /// Rows with buttons between the inputs.
    var settings: [SettingRow] { entries.compactMap { if case .setting(let row) = $0 { row } else { nil } } }

    /// Boxes between the inputs.
    var alerts: [AlertBlock] { entries.compactMap { if case .alert(let alert) = $0 { alert } else { nil } } }
}
