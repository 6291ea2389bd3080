extension SwiftRenderer {
    func write(_ declaration: SwiftDeclaration, to layout: inout Layout) {
        switch declaration {
        case .type(let type): write(type, to: &layout)
        case .property(let property): write(property, to: &layout)
        case .function(let function): write(function, to: &layout)
        case .enumCase(let enumCase): write(enumCase, to: &layout)
        case .alias(let name, let type): layout.text("typealias \(name) = \(type)")
        }
    }

    private func write(_ type: SwiftTypeDeclaration, to layout: inout Layout) {
        write(documentation: type.documentation, to: &layout)
        let conformances = type.conformances.isEmpty ? "" : ": " + type.conformances.joined(separator: ", ")
        let modifiers = access(type.isPrivate) + (type.isIndirect ? "indirect " : "")
        layout.text(modifiers + "\(type.keyword.rawValue) \(type.name)\(conformances)")
        guard !type.members.isEmpty else { return layout.text(" {}") }
        layout.text(" {")
        layout.indented { layout in
            for (index, member) in type.members.enumerated() {
                layout.hardLine()
                if index > 0, !isTight(type.members[index - 1], member) { layout.blankLine() }
                write(member, to: &layout)
            }
        }
        layout.hardLine()
        layout.text("}")
    }

    /// Whether two members stand without a blank line between them: short ones of one kind, without comments.
    private func isTight(_ first: SwiftDeclaration, _ second: SwiftDeclaration) -> Bool {
        switch (first, second) {
        case (.alias, .alias): true
        case (.enumCase, .enumCase(let second)): second.documentation.isEmpty
        case (.property(let first), .property(let second)):
            first.documentation.isEmpty && second.documentation.isEmpty && first.getter == nil && second.getter == nil
                && first.isStatic == second.isStatic
                && (!first.isStatic || isShort(first.value) && isShort(second.value))
        default: false
        }
    }

    private func isShort(_ expression: SwiftExpression?) -> Bool {
        switch expression {
        case nil, .code, .string, .infix, .member: true
        default: false
        }
    }

    private func access(_ isPrivate: Bool) -> String { isPrivate ? "private " : "" }

    private func write(_ property: SwiftProperty, to layout: inout Layout) {
        write(documentation: property.documentation, to: &layout)
        let keyword = property.isVariable || property.getter != nil ? "var" : "let"
        let type = property.type.map { ": \($0)" } ?? ""
        let wrapper = property.wrapper.map { "@\($0) " } ?? ""
        let modifiers = wrapper + access(property.isPrivate) + (property.isStatic ? "static " : "")
        let head = "\(modifiers)\(keyword) \(SwiftKeywords.escaped(property.name))\(type)"
        if let getter = property.getter {
            layout.text(head + " ")
            writeBlock(getter, to: &layout)
        } else if let value = property.value {
            writeAssignment(head + " =", value, to: &layout)
        } else {
            layout.text(head)
        }
    }

    private func write(_ function: SwiftFunction, to layout: inout Layout) {
        write(documentation: function.documentation, to: &layout)
        let keyword = function.name == "init" ? "" : "func "
        let modifiers = access(function.isPrivate) + (function.isStatic ? "static " : "")
        let effects = function.effects.map { " \($0)" }.joined()
        let result = function.result.map { " -> \($0)" } ?? ""
        let name = function.name == "init" ? "init" : SwiftKeywords.escaped(function.name)
        layout.group { layout in
            layout.enclosed(
                "\(modifiers)\(keyword)\(name)(", function.parameters, ")", closesOnOwnLine: true, write: write)
            layout.text("\(effects)\(result) ")
        }
        writeBlock(function.body, to: &layout)
    }

    private func write(_ parameter: SwiftFunction.Parameter, to layout: inout Layout) {
        let label = parameter.label.map { $0 == parameter.name ? "" : "\($0) " } ?? ""
        layout.text("\(label)\(SwiftKeywords.escaped(parameter.name)): \(parameter.type)")
        guard let value = parameter.defaultValue else { return }
        layout.text(" = ")
        write(value, to: &layout)
    }

    private func write(_ enumCase: SwiftEnumCase, to layout: inout Layout) {
        write(documentation: enumCase.documentation, to: &layout)
        let payload = enumCase.payload.isEmpty ? "" : "(\(enumCase.payload.joined(separator: ", ")))"
        let raw = enumCase.rawValue.map { " = \(SwiftLiteral.literal($0))" } ?? ""
        layout.text("\(enumCase.isIndirect ? "indirect " : "")case \(SwiftKeywords.escaped(enumCase.name))\(payload)\(raw)")
    }

    /// `{ … }`, on one line only when empty or one short expression allows it.
    func writeBlock(
        _ statements: [SwiftStatement], opening: String = "{", oneLine: Bool = false, to layout: inout Layout
    ) {
        guard !statements.isEmpty else { return layout.text(opening == "{" ? "{}" : opening + " }") }
        let isOneLine = oneLine && statements.count == 1
        func contents(_ layout: inout Layout) {
            layout.text(opening)
            layout.indented { layout in
                if isOneLine { layout.line() } else { layout.hardLine() }
                layout.joined(statements, by: { $0.hardLine() }, write: write)
            }
            if isOneLine { layout.line() } else { layout.hardLine() }
            layout.text("}")
        }
        if isOneLine { layout.group(contents) } else { contents(&layout) }
    }
}
