extension FormBlock {
    /// The inputs that are asked: those written, else all that `with` does not give.
    func asked(_ inputs: Declarations<FieldDeclaration>) -> [FormField] {
        guard entries.isEmpty else {
            return entries.compactMap { entry in if case .field(let field) = entry { field } else { nil } }
        }
        let given = Set(with.map(\.input.handle))
        return inputs.filter { !given.contains($0.handle) }.map { input in
            FormField(
                input: Reference(input.handle, at: tool.span), label: nil, help: nil, placeholder: nil,
                component: nil, choices: nil, initial: nil, visible: nil, enabled: nil, change: nil,
                span: tool.span)
        }
    }
}

extension GenerationContext {
    /// The field of a form's record that an input is filled with at first: of the same name and type, and no file.
    func prefilling(_ input: FieldDeclaration, from record: TemplateType) -> FieldDeclaration? {
        guard let field = fields(of: record).first(where: { $0.handle == input.handle }),
            templateType(of: field) == templateType(of: input)
        else { return nil }
        switch manifest.origin(of: field).field.type.element.scalar {
        case .file?, .image?: return nil
        default: return field
        }
    }
}
