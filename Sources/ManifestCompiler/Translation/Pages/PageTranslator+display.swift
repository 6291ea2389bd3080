extension PageTranslator {
    mutating func displayField(
        _ label: String, _ value: TypedExpression?, style: DisplayedValue.Style?, empty: EmptyState?,
        in scope: TemplateScope, at source: TemplateSource?
    ) -> SwiftExpression {
        var arguments = [
            SwiftArgument("label", .string(label)),
            SwiftArgument("value", value.map { display($0, style: style, at: source) } ?? .code(".none")),
        ]
        if let empty { arguments.append(SwiftArgument("empty", text(empty.title, in: scope))) }
        return .call("DisplayField", arguments)
    }

    /// A value as a `DisplayValue`.
    ///
    /// - Parameter source: Where the value is written; `nil` where its field has been checked already.
    mutating func display(
        _ value: TypedExpression, style: DisplayedValue.Style?, at source: TemplateSource?
    ) -> SwiftExpression {
        func call(_ name: String, _ argument: SwiftExpression) -> SwiftExpression {
            .call(".\(name)", [SwiftArgument(nil, argument)])
        }
        switch value.type {
        case .boolean: return call("boolean", value.swift)
        case .dateTime: return call("dateTime", value.swift)
        case .integer, .number, .decimal: return call("number", value.swift)
        case .options: return call(style == .badge ? "badge" : "text", value.swift)
        case .id:
            return call("code", .member(value.swift, "rawValue", isOptional: value.needsChaining))
        case .text, .day, .timeOfDay:
            switch style {
            case .badge:
                return call("badge", value.isOptional ? value.swift : .infix(value.swift, "as", .code("String?")))
            case .code: return call("code", value.swift)
            case .chips: return call("text", value.swift)
            case .link, .image: return address(value, isImage: style == .image)
            case .text, nil: return call("text", value.swift)
            }
        case .list(.text):
            guard style == .chips else { return call("list", value.swift) }
            return call("chips", value.isOptional ? .infix(value.swift, "??", .code("[]")) : value.swift)
        case .list(.options):
            let labels = SwiftExpression.call(
                .member(value.swift, "map", isOptional: value.needsChaining), [SwiftArgument(nil, .code("\\.label"))])
            guard style == .chips else { return call("list", labels) }
            return call("chips", value.isOptional ? .infix(labels, "??", .code("[]")) : labels)
        case .record, .model, .list, .opaque, .unknown:
            if let source {
                templates.source = source
                templates.report(
                    .templateType, "\(value.type.words) cannot be shown", at: 0..<source.text.utf8.count,
                    help: ["say which of its fields: `\(source.text).…`"])
            }
            return .code(".none")
        }
    }

    private func address(_ value: TypedExpression, isImage: Bool) -> SwiftExpression {
        func made(_ url: SwiftExpression) -> SwiftExpression {
            .call(
                isImage ? ".image" : ".link",
                [SwiftArgument("url", url)] + (isImage ? [] : [SwiftArgument("label", url)]))
        }
        guard value.isOptional else { return made(value.swift) }
        let mapped = SwiftExpression.call(
            .member(value.wrapped, "map"), [],
            trailing: SwiftClosure(signature: "(url: String) -> DisplayValue", body: [.expression(made(.code("url")))]))
        return .infix(mapped, "??", .code(".none"))
    }

    /// A value as the first answer of an input: a list of texts.
    func initial(_ value: TypedExpression) -> SwiftExpression? {
        switch value.type {
        case .text, .day, .timeOfDay:
            return texts(value, value.swift)
        case .options, .id:
            return texts(value, .member(value.swift, "rawValue", isOptional: value.needsChaining))
        case .integer, .decimal, .boolean:
            return texts(value, .member(value.swift, "description", isOptional: value.needsChaining))
        case .number:
            let json = SwiftExpression.member(value.swift, "json", isOptional: value.needsChaining)
            return texts(value, .member(json, "description"))
        case .dateTime:
            return value.isOptional
                ? texts(value, value.wrapped.calling("map", [SwiftArgument(nil, .code("Timestamp.text"))]))
                : .array([.call("Timestamp.text", [SwiftArgument(nil, value.swift)])])
        case .list(.text):
            return value.isOptional ? .infix(value.swift, "??", .code("[]")) : value.swift
        case .list(.options):
            let values = SwiftExpression.call(
                .member(value.swift, "map", isOptional: value.needsChaining), [SwiftArgument(nil, .code("\\.rawValue"))]
            )
            return value.isOptional ? .infix(values, "??", .code("[]")) : values
        case .list, .record, .model, .opaque, .unknown: return nil
        }
    }

    private func texts(_ value: TypedExpression, _ text: SwiftExpression) -> SwiftExpression {
        let list = SwiftExpression.array([text])
        return value.isOptional ? list.calling("compactMap", [SwiftArgument(nil, .code("\\.self"))]) : list
    }
}
