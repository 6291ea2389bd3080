/// Field definitions that the platform has, with the type that a field gets by naming one.
enum PlatformDefinitions {
    /// The type that a field has which leaves it to its `definition`, as an author would have written it.
    static func type(of block: DecodedBlock) -> TypeExpression? {
        guard let definition = block.text("definition"), let type = known[definition.text]?.type else { return nil }
        func form(_ type: ValueType) -> TypeExpression.Form {
            if case .list(let element) = type { .list(form(element)) } else { .name(type.spelling, definition.span) }
        }
        return TypeExpression(form: form(type), isOptional: false, span: definition.span)
    }

    static let known: [String: (type: ValueType, format: ValueFormat?)] = [
        "phone": (.scalar(.string), .phone),
        "email": (.scalar(.string), .email),
        "calendar/recurrence": (.scalar(.object), nil),
        "system/opt_in": (.list(.scalar(.string)), nil),
        "system/last_contacted_at": (.scalar(.datetime), nil),
    ]
}
