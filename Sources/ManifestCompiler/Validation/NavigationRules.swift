/// What the navigation lists, and what pages say about it, agree; and links lead somewhere.
struct NavigationRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        addresses(input) + menu(input)
    }

    /// What buttons and forms open is a path or an https URL, as far as its beginning is written out.
    private func addresses(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.pages.flatMap(\.addresses).filter { source in
            !source.text.hasPrefix("{") && !source.text.hasPrefix("/") && !source.text.hasPrefix("https://")
        }.map { source in
            Diagnostic(.linkInvalid, "`\(source.text)` is neither a path nor an https URL", at: source.span)
        }
    }

    private func menu(_ input: RuleInput) -> [Diagnostic] {
        guard let navigation = input.manifest.navigation, navigation.saysSections else { return [] }
        var found: [Diagnostic] = []
        var listed: [String: SourceSpan] = [:]
        for item in navigation.sections.flatMap(\.items) {
            switch item.target {
            case .link(let link):
                if !link.hasPrefix("/"), !link.hasPrefix("https://") {
                    found.append(
                        Diagnostic(.linkInvalid, "`\(link)` is neither a path nor an https URL", at: item.span))
                }
            case .page(let reference):
                guard let page = input.manifest.pages[reference.handle] else { continue }
                if let earlier = listed[page.handle] {
                    found.append(
                        Diagnostic(
                            .navigationPage, "page `\(page.handle)` is in the navigation twice", at: reference.span,
                            notes: [.init("first here", at: earlier)]))
                }
                listed[page.handle] = reference.span
                if !page.path.parameters.isEmpty, input.knowsPath(of: page) {
                    found.append(
                        Diagnostic(
                            .navigationPage,
                            "page `\(page.handle)` cannot be in the navigation: its path has a parameter",
                            at: reference.span, notes: [.init("the path is here", at: page.path.span)]))
                }
                if page.condition != nil, item.span == reference.span {
                    found.append(
                        Diagnostic(
                            .navigationPage, "page `\(page.handle)` has a `when`; say the item's too",
                            at: reference.span,
                            help: ["write { page: \(page.handle), when: … }"]))
                }
            }
        }
        // An item that could not be read, or names no page, may have been meant for one of these.
        guard input.isSound(navigation.span) else { return found }
        for page in input.manifest.pages where page.isInNavigation && listed[page.handle] == nil {
            found.append(
                Diagnostic(
                    .navigationPage, "page `\(page.handle)` says `navigation: true`, and no section lists it",
                    at: page.span))
        }
        return found
    }
}

extension PageDeclaration {
    /// The addresses that its buttons open, and its forms when their tool has succeeded.
    fileprivate var addresses: [TemplateSource] {
        let outcomes = allActions.map(\.then) + forms.map(\.then)
        return allActions.compactMap { if case .url(let address) = $0.effect { address } else { nil } }
            + outcomes.compactMap { if case .url(let address)? = $0 { address } else { nil } }
    }
}
