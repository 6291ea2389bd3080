/// Field definitions that the platform has, with the type that a field gets by naming one.
enum PlatformDefinitions {
    static let known: [String: (type: ValueType, format: ValueFormat?)] = [
        "phone": (.scalar(.string), .phone),
        "email": (.scalar(.string), .email),
        "system/opt_in": (.list(.scalar(.string)), nil),
        "system/last_contacted_at": (.scalar(.datetime), nil),
    ]
}
