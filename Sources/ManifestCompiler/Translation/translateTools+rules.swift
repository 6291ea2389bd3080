/// A rule of a tool as its generated input checks it.
struct TranslatedRule: Sendable {
    /// When it holds; `nil` is always.
    var condition: SwiftExpression?
    /// A case of IntegrationKit's `GivenRule`.
    var kind: String
    /// Wire names of the inputs that it is about.
    var keys: [String]
    var message: String

    /// The statement that checks it.
    ///
    /// - Parameter object: The name of the `ObjectReader`.
    func check(of object: String) -> SwiftStatement {
        let rule = SwiftExpression.call(".\(kind)", [SwiftArgument(nil, .array(keys.map { .string($0) }))])
        let check = SwiftStatement.expression(
            .call("\(object).rule", [SwiftArgument(nil, rule), SwiftArgument(nil, .string(message))]))
        return condition.map { .if([$0], then: [check]) } ?? check
    }
}

extension GenerationContext {
    /// The rules of a tool in their order. What is wrong with a condition is collected in `templates`, and the rule left
    /// out.
    func rules(of tool: ToolDeclaration, _ templates: inout TemplateCompiler) -> [TranslatedRule] {
        let fields = manifest.inputFields(of: tool)
        let scope = inputScope(of: tool, fields)
        return tool.rules.compactMap { rule in
            let keys = rule.inputs.map { fields[$0.handle]?.wireName ?? $0.handle }
            var translated = TranslatedRule(condition: nil, kind: "all", keys: keys, message: rule.message)
            switch rule.kind {
            case .anyOf: translated.kind = "anyOf"
            case .exactlyOneOf: translated.kind = "exactlyOneOf"
            case .allOrNone: translated.kind = "allOrNone"
            case .atMostOneOf: translated.kind = "atMostOneOf"
            case .when(let condition, _):
                guard let condition = templates.condition(condition, in: scope) else { return nil }
                translated.condition = condition
            }
            return translated
        }
    }

    /// Inputs by their handles, bare, as the locals that a generated initialiser reads them into.
    private func inputScope(
        of tool: ToolDeclaration, _ fields: Declarations<FieldDeclaration>
    ) -> TemplateScope {
        var scope = TemplateScope()
        for field in fields {
            let blueprint = blueprint(of: field)
            let value = TypedExpression(
                .code(SwiftKeywords.escaped(blueprint.name)), templateType(of: field), isOptional: blueprint.isOptional)
            scope = scope.adding(field.handle, value.type.isUnknown ? .unknown : .value(value))
        }
        scope.isOpen = !manifest.knowsInputs(of: tool)
        return scope
    }
}
