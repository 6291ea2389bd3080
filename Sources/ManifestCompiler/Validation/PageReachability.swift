/// A page that nothing leads to is probably forgotten.
struct PageReachability: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        let manifest = input.manifest
        guard !input.brokenSections.contains("navigation"), input.isFlawless else { return [] }
        var reached: Set<String> = []
        for item in manifest.navigationSections.flatMap(\.items) {
            if case .page(let page) = item.target { reached.insert(page.handle) }
        }
        for page in manifest.pages {
            for link in page.links where link.page.handle != page.handle { reached.insert(link.page.handle) }
            if let parent = page.parent { reached.insert(parent.handle) }
            if page.isDefault || page.group != nil || page.audience == .developer { reached.insert(page.handle) }
        }
        for step in manifest.setup { if let page = step.page { reached.insert(page.handle) } }
        for model in manifest.models { if let page = model.page { reached.insert(page.handle) } }
        return manifest.pages.filter { !reached.contains($0.handle) && !$0.isInNavigation }.map {
            Diagnostic(
                .pageUnlinked, "no way leads to page `\($0.handle)`: it is in no navigation and no page links to it",
                at: $0.span)
        }
    }
}
