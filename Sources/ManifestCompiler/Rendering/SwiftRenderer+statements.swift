extension SwiftRenderer {
    func layout(_ statement: SwiftStatement) -> Layout {
        switch statement {
        case .expression(let expression): return layout(expression)
        case .binding(let isVariable, let name, let type, let value):
            let head = "\(isVariable ? "var" : "let") \(SwiftKeywords.escaped(name))\(type.map { ": \($0)" } ?? "") ="
            return assigned(head, value)
        case .assignment(let target, let value):
            return .group(.sequence([layout(target), .text(" ="), continuation(value)]))
        case .return(let value):
            guard let value else { return .text("return") }
            return .sequence([.text("return "), layout(value)])
        case .throw(let value): return .sequence([.text("throw "), layout(value)])
        case .if(let conditions, let then):
            return .sequence([.text("if "), .group(.indented(list(conditions))), .text(" "), block(then)])
        case .guard(let conditions, let otherwise):
            return .group(
                .sequence([
                    .text("guard"), .indented(.sequence([.line, .group(list(conditions))])), .line, .text("else "),
                    block(otherwise, oneLine: otherwise.count == 1),
                ]))
        case .switch(let subject, let cases):
            let lines = cases.map { item in
                Layout.group(.sequence([.text("\(item.pattern): "), layout(item.value)]))
            }
            return .sequence([
                .text("switch "), layout(subject), .text(" {"), .hardLine, .joined(lines, by: .hardLine), .hardLine,
                .text("}"),
            ])
        }
    }

    private func list(_ conditions: [SwiftExpression]) -> Layout {
        .joined(conditions.map(layout), by: .sequence([.text(","), .line]))
    }

    /// `head value`, with the value on a line of its own where that is what it takes.
    func assigned(_ head: String, _ value: SwiftExpression) -> Layout {
        .group(.sequence([.text(head), continuation(value)]))
    }

    /// Calls, lists and closures break inside themselves; everything else goes to the next line as a whole.
    private func continuation(_ value: SwiftExpression) -> Layout {
        switch value {
        case .call, .array, .dictionary, .closure, .rawText: .sequence([.text(" "), layout(value)])
        case .prefix(_, .call): .sequence([.text(" "), layout(value)])
        default: .indented(.sequence([.line, layout(value)]))
        }
    }
}
