extension TemplateCompiler {
    /// A `choose` as a Swift expression of type `String`: a text for each option.
    mutating func choose(
        _ choice: TemplateChoice, in scope: TemplateScope, for purpose: Purpose
    ) -> SwiftExpression? {
        let (subject, options, empty, otherwise) = choice.parts
        let value = path(subject, in: scope)
        let texts = options.map { self.chosen($0.text, in: scope, for: purpose) }
        let emptyText = empty.map { self.chosen($0, in: scope, for: purpose) }
        let rest = otherwise.map { self.chosen($0, in: scope, for: purpose) } ?? .string("")
        guard let value else { return nil }
        guard case .options(let field) = value.type else {
            report(
                .templateType, "`choose` is for fields with options, and `\(subject.text)` is \(value.type.words)",
                at: subject.span)
            return nil
        }
        guard isExhaustive(options.map(\.option), hasElse: otherwise != nil, of: field, at: subject.span),
            isEmptyNeeded(empty, value)
        else { return nil }
        var result = rest
        for (option, text) in zip(options, texts).reversed() {
            guard let text, let declared = field.options.first(where: { $0.value == option.option.handle }),
                let alternative = result
            else { return nil }
            let test = SwiftExpression.infix(value.swift, "==", .code(".\(context.names.optionCase(declared))"))
            result = .ternary(test, text, alternative)
        }
        guard let emptyText else { return result }
        return emptyText.flatMap { text in result.map { .ternary(.infix(value.swift, "==", .none), text, $0) } }
    }

    private mutating func chosen(
        _ source: TemplateSource, in scope: TemplateScope, for purpose: Purpose
    ) -> SwiftExpression? {
        guard let text = text(source, in: scope, for: purpose) else { return nil }
        return text.isOptional ? .infix(text.swift, "??", .string("")) : text.swift
    }

    /// Every option has a text, or `else` has one for those that have none.
    private mutating func isExhaustive(
        _ named: [Reference], hasElse: Bool, of field: FieldDeclaration, at span: SourceSpan
    ) -> Bool {
        let known = field.options.map(\.value)
        var isSound = true
        for option in named where !known.contains(option.handle) {
            isSound = false
            let near = Suggestion.nearest(to: option.handle, among: known)
            report(
                .templateOptionUnknown,
                "`\(option.handle)` is not an option of `\(field.handle)`"
                    + (near.map { "; did you mean `\($0)`?" } ?? ""),
                at: option.span, help: ["the options are: \(known.joined(separator: ", "))"],
                fixIts: near.map { [.init("replace with `\($0)`", replacing: option.span, with: $0)] } ?? [])
        }
        let given = Set(named.map(\.handle))
        let missing = known.filter { !given.contains($0) }
        guard isSound, !hasElse, !missing.isEmpty else { return isSound }
        report(
            .chooseIncomplete, "`choose` says nothing for \(missing.map { "`\($0)`" }.joined(separator: ", "))",
            at: span, help: ["add a text under `of`, or say `else`"])
        return false
    }

    private mutating func isEmptyNeeded(_ empty: TemplateSource?, _ value: TypedExpression) -> Bool {
        guard let empty, !value.isOptional else { return true }
        report(.templateConstant, "\(value.type.words) that is always there is never empty", at: empty.span)
        return false
    }
}
