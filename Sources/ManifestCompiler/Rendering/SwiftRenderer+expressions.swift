extension SwiftRenderer {
    func layout(_ expression: SwiftExpression) -> Layout {
        switch expression {
        case .code(let code): .text(code)
        case .string(let text): string(text)
        case .rawText(let pieces): rawText(pieces)
        case .interpolation(let pieces): interpolation(pieces)
        case .array(let elements): array(elements)
        case .dictionary(let entries): dictionary(entries)
        case .call(let callee, let arguments, let trailing): call(callee, arguments, trailing)
        case .member(let base, let name, let isOptional):
            .sequence([operand(base, atLeast: 10), .text(isOptional ? "?.\(name)" : ".\(name)")])
        case .subscript(let base, let arguments):
            .sequence([operand(base, atLeast: 10), .enclosed("[", arguments.map(layout), "]")])
        case .infix(let left, "=", let right):
            .sequence([layout(left), .text(" = "), layout(right)])
        case .infix(let left, let name, let right):
            .group(
                .sequence([
                    operand(left, atLeast: expression.precedence + (name == "??" ? 1 : 0)),
                    .indented(
                        .sequence([
                            .line, .text("\(name) "),
                            operand(right, atLeast: expression.precedence + (name == "??" ? 0 : 1)),
                        ])),
                ]))
        case .ternary(let condition, let then, let otherwise):
            .group(
                .sequence([
                    operand(condition, atLeast: 2),
                    .indented(
                        .sequence([
                            .line, .text("? "), operand(then, atLeast: 2), .line, .text(": "), layout(otherwise),
                        ])),
                ]))
        case .prefix("!", let value): .sequence([.text("!"), operand(value, atLeast: 9)])
        case .prefix(let word, let value): .sequence([.text("\(word) "), layout(value)])
        case .closure(let closure): layout(closure)
        case .remarked(let inner, _): layout(inner)
        case .parenthesized(let inner): .sequence([.text("("), layout(inner), .text(")")])
        }
    }

    private func operand(_ expression: SwiftExpression, atLeast precedence: Int) -> Layout {
        let layout = layout(expression)
        return expression.precedence < precedence ? .sequence([.text("("), layout, .text(")")]) : layout
    }

    private func layout(_ argument: SwiftArgument) -> Layout {
        guard let label = argument.label else { return layout(argument.value) }
        return .sequence([.text("\(label): "), layout(argument.value)])
    }

    private func call(_ callee: SwiftExpression, _ arguments: [SwiftArgument], _ trailing: SwiftClosure?) -> Layout {
        var parts = [operand(callee, atLeast: 10)]
        if !arguments.isEmpty || trailing == nil { parts.append(.enclosed("(", arguments.map(layout), ")")) }
        if let trailing { parts += [.text(" "), layout(trailing)] }
        return .sequence(parts)
    }

    private func layout(_ closure: SwiftClosure) -> Layout {
        block(closure.body, opening: closure.signature.isEmpty ? "{" : "{ \(closure.signature) in", oneLine: true)
    }

    private func array(_ elements: [SwiftExpression]) -> Layout {
        let hasRemarks = elements.contains { if case .remarked = $0 { true } else { false } }
        guard hasRemarks else {
            return .enclosed("[", elements.map(layout), "]", closesOnOwnLine: true, trailingComma: true)
        }
        let lines = elements.map { element -> Layout in
            guard case .remarked(let inner, let remark) = element else {
                return .sequence([layout(element), .text(",")])
            }
            let code = LayoutPrinter(width: .max).print(layout(inner))
            // Behind the element where there is room, else above it; 8 columns are the usual depth.
            let fits = code.unicodeScalars.count + remark.unicodeScalars.count + 6 <= Self.width - 8
            return fits
                ? .text("\(code),  // \(remark)") : .sequence([.text("// \(remark)"), .hardLine, .text(code + ",")])
        }
        return .sequence([
            .text("["), .indented(.sequence([.hardLine, .joined(lines, by: .hardLine)])), .hardLine, .text("]"),
        ])
    }

    private func dictionary(_ entries: [SwiftExpression.Entry]) -> Layout {
        guard !entries.isEmpty else { return .text("[:]") }
        let elements = entries.map { Layout.sequence([layout($0.key), .text(": "), layout($0.value)]) }
        return .enclosed("[", elements, "]", closesOnOwnLine: true, trailingComma: true)
    }

    // MARK: Text

    /// A literal, over several lines where it is long.
    private func string(_ text: String) -> Layout {
        let width = Self.width - 30
        guard text.unicodeScalars.count > width else { return .text(SwiftLiteral.literal(text)) }
        let pieces = TextWrapping.pieces(of: text, width: width)
        guard pieces.count > 1 else { return .text(SwiftLiteral.literal(text)) }
        return multilineLiteral(pieces.map(SwiftLiteral.escaped))
    }

    private func rawText(_ pieces: [String]) -> Layout {
        var fence = "#"
        while pieces.contains(where: { $0.contains("\"\"\"" + fence) || $0.contains("\\" + fence) }) { fence += "#" }
        let lines = pieces.enumerated().map { index, piece in
            Layout.text(piece + (index < pieces.count - 1 ? "\\" + fence : ""))
        }
        return .indented(
            .sequence([
                .text(fence + "\"\"\""), .hardLine, .joined(lines, by: .hardLine), .hardLine, .text("\"\"\"" + fence),
            ]))
    }

    /// A literal with values in it, over several lines where it is long.
    private func interpolation(_ pieces: [SwiftExpression.Piece]) -> Layout {
        let contents = pieces.map { piece in
            switch piece {
            case .text(let text): SwiftLiteral.escaped(text)
            case .value(let value): "\\(" + LayoutPrinter(width: .max).print(layout(value)) + ")"
            }
        }
        let width = Self.width - 30
        guard contents.reduce(0, { $0 + $1.unicodeScalars.count }) > width else {
            return .text("\"" + contents.joined() + "\"")
        }
        var lines = [""]
        for content in contents {
            let isLong = lines[lines.count - 1].unicodeScalars.count + content.unicodeScalars.count > width
            if isLong, !lines[lines.count - 1].isEmpty { lines.append("") }
            lines[lines.count - 1] += content
        }
        return multilineLiteral(lines)
    }

    private func multilineLiteral(_ lines: [String]) -> Layout {
        let continued = lines.enumerated().map { index, line in
            Layout.text(line + (index < lines.count - 1 ? "\\" : ""))
        }
        return .indented(
            .sequence([
                .text("\"\"\""), .hardLine, .joined(continued, by: .hardLine), .hardLine, .text("\"\"\""),
            ]))
    }
}
