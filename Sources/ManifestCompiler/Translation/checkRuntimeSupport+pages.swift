/// What is exported for the platform and does less where the embedded runtime draws the pages. What only the platform
/// can draw stands there as a note, and needs no remark.
func checkPageSupport(_ manifest: Manifest) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func warn(_ message: String, at span: SourceSpan) {
        diagnostics.append(Diagnostic(.runtimeUnsupported, message, at: span))
    }
    for page in manifest.pages {
        for form in page.forms {
            for alert in form.alerts {
                warn("the embedded runtime draws no alert between the inputs of a form", at: alert.heading.span)
            }
            for setting in form.settings {
                warn("the embedded runtime draws no setting between the inputs of a form", at: setting.span)
            }
            for field in form.fields {
                if let change = field.change {
                    warn("the embedded runtime calls no tool when an input changes", at: change.span)
                }
            }
        }
        for action in page.elementActions {
            guard case .form = action.effect else { continue }
            warn("the embedded runtime has no forms for the elements of a list", at: action.span)
        }
        for action in page.allActions {
            guard case .connect(_, let id?) = action.effect else { continue }
            warn("the embedded runtime asks which account is connected again", at: id.span)
        }
    }
    for item in manifest.navigation?.sections.flatMap(\.items) ?? [] {
        if case .link = item.target { warn("the embedded runtime's menu has pages only", at: item.span) }
        if let condition = item.condition { warn("the embedded runtime's menu always has the item", at: condition.span) }
    }
    return diagnostics
}

extension PageDeclaration {
    /// Actions that stand in every row of a list or a table.
    fileprivate var elementActions: [ActionDeclaration] {
        blocks.flatMap { block -> [ActionDeclaration] in
            switch block {
            case .list(let list): list.item.actions
            case .table(let table): table.actions
            default: []
            }
        }
    }
}
