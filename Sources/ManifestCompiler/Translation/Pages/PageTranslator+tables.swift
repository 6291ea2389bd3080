extension PageTranslator {
    mutating func translate(_ table: TableBlock, in scope: TemplateScope) -> [SwiftStatement] {
        guard let (source, element) = elements(of: table.from, in: scope) else { return [] }
        let inner = context.scope(inside: scope, of: source.element(.code("item"), element))
        var closure: [SwiftStatement] = []
        let actions = actions(table.actions, in: inner, body: &closure)
        let cells = table.columns.compactMap { column -> SwiftExpression? in
            guard let value = templates.path(column.path, in: inner) else { return nil }
            let label = column.label ?? context.label(of: value, at: column.path)
            return displayField(label, value, style: column.style, empty: column.empty, in: inner, at: column.path)
        }
        var arguments = [SwiftArgument("cells", .array(cells))]
        if let link = table.link { arguments.append(SwiftArgument("link", self.link(link, in: inner))) }
        if !table.actions.isEmpty { arguments.append(SwiftArgument("actions", actions)) }
        return rows(
            of: source, element, closure: closure, each: .call("TableBlock.Row", arguments), in: .table,
            heading: table.heading, empty: table.empty, from: table.from, scope: scope)
    }

    mutating func translate(_ markdown: MarkdownBlock, in scope: TemplateScope) -> [SwiftStatement] {
        var arguments: [SwiftArgument] = []
        if let title = markdown.heading.title {
            arguments.append(SwiftArgument("title", optionalText(title, in: scope)))
        }
        arguments.append(SwiftArgument("text", text(markdown.text, in: scope)))
        return [.return(.call("MarkdownBlock", arguments))]
    }

    // MARK: Rows

    /// A block of rows, and what its rows are called.
    enum RowsBlock: String {
        case list = "ListBlock"
        case table = "TableBlock"

        var element: String { self == .list ? "Item" : "Row" }
        var plural: String { self == .list ? "items" : "rows" }
    }

    /// The list at the end of a path with the type of its elements; of a list that nobody knows, the rest of the block
    /// can be looked at.
    mutating func elements(
        of path: TemplateSource, in scope: TemplateScope
    ) -> (source: TypedExpression, element: TemplateType)? {
        let source = templates.path(path, in: scope) ?? TypedExpression(.array([]), .list(.unknown))
        guard case .list(let element) = source.type else {
            templates.report(
                .templateType, "`\(path.text)` is \(source.type.words), not a list", at: 0..<path.text.utf8.count)
            return nil
        }
        return (source, element)
    }

    /// A list or a table of what an expression makes of each element.
    mutating func rows(
        of source: TypedExpression, _ element: TemplateType, closure before: [SwiftStatement], each: SwiftExpression,
        in kind: RowsBlock, heading: BlockHeading, empty: EmptyState?, from: TemplateSource, scope: TemplateScope
    ) -> [SwiftStatement] {
        let closure = before + [before.isEmpty ? .expression(each) : .return(each)]
        let elements = source.isOptional ? SwiftExpression.infix(source.swift, "??", .code("[]")) : source.swift
        let rows = SwiftExpression.call(
            .member(elements, "map"), [],
            trailing: SwiftClosure(
                signature: "(item: \(swiftType(of: element))) -> \(kind.rawValue).\(kind.element)", body: closure))
        var block = self.heading(heading, in: scope)
        block.append(SwiftArgument(kind.plural, .code(kind.plural)))
        if let empty { block.append(SwiftArgument("empty", text(empty.title, in: scope))) }
        if let failure = context.failure(atRootOf: from, in: scope) {
            block.append(SwiftArgument("problem", failure))
        }
        return [.constant(kind.plural, rows), .return(.call(kind.rawValue, block))]
    }
}
