/// One page at most is the first, and a model's page has exactly one path parameter.
struct DefaultPages: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let defaults = input.manifest.pages.filter(\.isDefault)
        for page in defaults.dropFirst() {
            found.append(
                Diagnostic(
                    .pageDefault, "page `\(page.handle)` and page `\(defaults[0].handle)` both say `default: true`",
                    at: page.span, notes: [.init("the other is here", at: defaults[0].span)]))
        }
        for page in defaults where !page.path.parameters.isEmpty && input.knowsPath(of: page) {
            found.append(
                Diagnostic(
                    .pageDefault, "page `\(page.handle)` cannot be the first: its path has a parameter",
                    at: page.path.span))
        }
        for model in input.manifest.models {
            guard let reference = model.page, let page = input.manifest.pages[reference.handle],
                input.knowsPath(of: page), page.path.parameters.count != 1
            else { continue }
            found.append(
                Diagnostic(
                    .pageParameter,
                    "page `\(page.handle)` has \(page.path.parameters.count) path parameters; "
                        + "a model's page has exactly one",
                    at: reference.span, notes: [.init("the path is here", at: page.path.span)]))
        }
        return found
    }
}
