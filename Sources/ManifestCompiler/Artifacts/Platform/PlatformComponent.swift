/// A component of a form in the platform's config.
struct PlatformComponent {
    private var object = ExportedObject()

    init(_ component: String, id: String, row: Int) {
        object.set("component", component)
        object.set("id", id)
        object.set("row", row)
        object.set("col", 0)
    }

    mutating func set(_ key: String, _ value: JSONTree?) { object.set(key, value) }
    mutating func set(_ key: String, _ value: String?) { object.set(key, value) }
    mutating func set(_ key: String, if value: Bool) { object.set(key, if: value) }
    mutating func set(_ key: String, list: [JSONTree]) { object.set(key, list: list) }

    var json: JSONTree { object.json }

    /// What an input is asked with.
    struct Kind {
        var component: String
        var inputType: String?
        var isMultiple = false
    }

    /// The component that is written, else the one of the type.
    static func kind(of field: FormField, _ source: FieldDeclaration, isList: Bool) -> Kind {
        if let component = field.component { return kind(of: component) }
        let hasChoices = field.choices != nil || !source.options.isEmpty
        if hasChoices { return Kind(component: "select", isMultiple: isList) }
        if isList { return Kind(component: "textarea") }
        switch source.type.element.scalar {
        case .longString: return Kind(component: "textarea")
        case .integer, .number, .decimal: return Kind(component: "input", inputType: "number")
        case .boolean: return Kind(component: "switch")
        case .date, .datetime: return Kind(component: "datepicker")
        case .time: return Kind(component: "timepicker")
        case .file: return Kind(component: "filesetting")
        case .image: return Kind(component: "imagesetting")
        case .string, .object, nil: return Kind(component: "input", inputType: inputType(of: source.format))
        }
    }

    private static func kind(of component: FormField.Component) -> Kind {
        switch component {
        case .input: Kind(component: "input", inputType: "text")
        case .textarea, .lines: Kind(component: "textarea")
        case .select: Kind(component: "select")
        case .combobox: Kind(component: "combobox")
        case .multiselect: Kind(component: "select", isMultiple: true)
        case .switch: Kind(component: "switch")
        case .number: Kind(component: "input", inputType: "number")
        case .file: Kind(component: "filesetting")
        case .date, .datetime: Kind(component: "datepicker")
        case .time: Kind(component: "timepicker")
        }
    }

    private static func inputType(of format: ValueFormat?) -> String {
        switch format {
        case .phone: "tel"
        case .email: "email"
        case .url, .httpsURL: "url"
        default: "text"
        }
    }
}
