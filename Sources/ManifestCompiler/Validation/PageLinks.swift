/// A link supplies exactly the path parameters of its page.
struct PageLinks: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for page in input.manifest.pages {
            for link in page.links { check(link, input, &found) }
            if let navigated = input.manifest.navigation?.saysSections != true && page.isInNavigation ? page : nil,
                !navigated.path.parameters.isEmpty, input.knowsPath(of: navigated)
            {
                found.append(
                    Diagnostic(
                        .navigationPage, "page `\(page.handle)` cannot be in the navigation: its path has a parameter",
                        at: page.path.span))
            }
        }
        return found
    }

    private func check(_ link: PageLink, _ input: RuleInput, _ found: inout [Diagnostic]) {
        guard let page = input.manifest.pages[link.page.handle], input.knowsPath(of: page) else { return }
        let wanted = page.path.parameters
        let given = link.parameters.map(\.name)
        for name in given where !wanted.contains(name.handle) {
            let meant = Suggestion.nearest(to: name.handle, among: wanted)
            found.append(
                Diagnostic(
                    .linkParameter,
                    "page `\(page.handle)` has no path parameter `\(name.handle)`"
                        + (meant.map { "; did you mean `\($0)`?" } ?? ""),
                    at: name.span, notes: [.init("the path is here", at: page.path.span)],
                    fixIts: meant.map { [.init("replace with `\($0)`", replacing: name.span, with: $0)] } ?? []))
        }
        guard input.isRead(link.span) else { return }
        let strays = given.map(\.handle).filter { !wanted.contains($0) }
        for name in wanted where !given.contains(where: { $0.handle == name }) {
            guard Suggestion.nearest(to: name, among: strays) == nil else { continue }
            found.append(
                Diagnostic(
                    .linkParameter, "a link to page `\(page.handle)` must supply `\(name)`", at: link.page.span,
                    notes: [.init("the path is here", at: page.path.span)]))
        }
    }
}
