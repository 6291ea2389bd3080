extension GenerationContext {
    /// `Routes.swift`: one function a page, so that a link to a page that does not exist does not compile.
    func translateRoutes() -> SwiftFile {
        guard !manifest.pages.isEmpty else { return file([]) }
        let type = SwiftTypeDeclaration(
            documentation: ["The addresses of the pages, inside a workplace."], keyword: .enum, name: "Routes",
            members: manifest.pages.map { .function(translateRoute($0)) })
        return file([.type(type)])
    }

    private func translateRoute(_ page: PageDeclaration) -> SwiftFunction {
        var parameters = page.path.parameters.map { name in
            let model = model(ofParameter: name, on: page)
            return SwiftFunction.Parameter(
                name: names.member(name), type: model.map { names.model($0) + ".ID" } ?? "String")
        }
        parameters.append(
            SwiftFunction.Parameter(name: "query", type: "[(name: String, value: String)]", defaultValue: .array([])))
        let segments = page.path.segments.map { segment -> SwiftExpression in
            switch segment {
            case .literal(let text): return .string(text)
            case .parameter(let name):
                let value = SwiftKeywords.escaped(names.member(name))
                return .code(model(ofParameter: name, on: page) == nil ? value : "\(value).rawValue")
            }
        }
        return SwiftFunction(
            documentation: ["`\(page.path.text)`", Self.remark("pages.\(page.handle)")], isStatic: true,
            name: names.route(page.handle), parameters: parameters, result: "PageLink",
            body: [
                .expression(
                    .call(
                        "PageLink",
                        [SwiftArgument("segments", .array(segments)), SwiftArgument("query", .code("query"))]))
            ])
    }

    /// The model whose ids a path parameter takes: the one that the page looks up by it.
    func model(ofParameter name: String, on page: PageDeclaration) -> String? {
        for entry in page.context {
            guard case .query(let query) = entry.source else { continue }
            for filter in query.filters where filter.field.handle == "id" && filter.comparison == .equal {
                guard case .template(let source) = filter.value else { continue }
                let text = source.text.filter { !$0.isWhitespace }
                if text == "{{path.\(name)}}" { return query.model.handle }
            }
        }
        return nil
    }
}
