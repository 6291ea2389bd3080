/// Pages of one group are tabs of one another, so they have the same path parameters.
struct PageGroups: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var first: [String: PageDeclaration] = [:]
        for page in input.manifest.pages where input.knowsPath(of: page) {
            guard let group = page.group else { continue }
            guard let other = first[group.handle] else {
                first[group.handle] = page
                continue
            }
            guard page.path.parameters != other.path.parameters else { continue }
            found.append(
                Diagnostic(
                    .pageGroup,
                    "page `\(page.handle)` is a tab of group `\(group.handle)`, whose pages have other path parameters",
                    at: group.span, notes: [.init("the first page of the group has this path", at: other.path.span)]))
        }
        return found
    }
}
