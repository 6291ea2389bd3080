extension Grammar {
    /// Keys of a field, with the places where they have a meaning.
    ///
    /// This is the matrix of the language: what is not listed for a place is an error there, and the message
    /// says where the key belongs.
    private struct Placed {
        let places: Set<FieldPlace>
        let key: KeyRule
    }

    /// Where fields stand.
    enum FieldPlace: CaseIterable {
        case model, record, input, output, channel, identifier, entity, event, registration
    }

    /// `options`, `format`, bounds: what refines a type, in fields and in variables alike.
    static let refinementKeys: [KeyRule] = [
        KeyRule(
            "options", .shapes(text: nil, list: .list(.text), map: .map(.free, .block(.option))),
            "The values that are allowed; a list, or a map that says more about each."),
        KeyRule(
            "format", .words(ValueFormat.allCases.map(\.rawValue)), "What kind of text it is.", examples: ["phone"]),
        KeyRule("http", .boolean, "Whether `format: url` admits `http:` too.", default: "false"),
        KeyRule(
            "style", .words(LocalDatetimeStyle.allCases.map(\.rawValue)),
            "What stands between date and time where `format: local_datetime` is written.", default: "T"),
        KeyRule(
            "normalize", .words(Normalization.allCases.map(\.rawValue)),
            "What is done to the text before it is checked.", examples: ["TRIM", "E164"]),
        KeyRule(
            "allow_http", .boolean, "Whether `normalize: ORIGIN` admits `http:`, and takes it where no scheme is said.",
            default: "false"),
        KeyRule("pattern", .text, "A regular expression, anchored only if written.", examples: ["'^v\\d+\\.\\d+$'"]),
        KeyRule("min", .anything, "The least value."),
        KeyRule("max", .anything, "The greatest value."),
        KeyRule("min_length", .integer(0...1_000_000_000), "The least number of characters."),
        KeyRule("max_length", .integer(0...1_000_000_000), "The greatest number of characters."),
    ]

    private static let placed: [Placed] = {
        let all = Set(FieldPlace.allCases)
        let owned: Set<FieldPlace> = [.model]
        let kept: Set<FieldPlace> = [.model, .channel, .identifier]
        var keys: [Placed] = []
        func add(_ places: Set<FieldPlace>, _ rules: [KeyRule]) {
            keys += rules.map { Placed(places: places, key: $0) }
        }
        // `accept` of a field says what a file may be; its warnings are accepted by what it belongs to.
        add(all, headingKeys().filter { $0.name != "accept" })
        add(
            all.subtracting(kept),
            [KeyRule("type", .type, "Its type.", required: true, examples: ["STRING", "'STRING?'", "[STRING]"])])
        add(kept, [KeyRule("type", .type, "Its type; needed unless `definition` is a known one.")])
        // A channel is identified by a text, and not by a time.
        let unfit: Set<String> = ["min", "max", "style"]
        for key in refinementKeys { add(unfit.contains(key.name) ? all.subtracting([.identifier]) : all, [key]) }
        add(
            all.subtracting([.identifier, .registration]),
            [
                KeyRule("min_items", .integer(0...1_000_000_000), "The least number of items."),
                KeyRule("max_items", .integer(0...1_000_000_000), "The greatest number of items."),
                KeyRule("unique_items", .boolean, "Whether items must differ.", default: "false"),
                KeyRule(
                    "coerce", .list(.words(["INTEGER", "NUMBER", "BOOLEAN"])), "Scalars that are turned into text."),
                KeyRule(
                    "accept", .list(.text), "File extensions or MIME types; FILE and IMAGE only.",
                    default: "everything, for IMAGE [image/*]", examples: ["[pdf, jpg, image/png]"]),
                KeyRule("max_size", .size, "The largest file; FILE and IMAGE only.", default: "10MB"),
            ])
        add(all, [KeyRule("example", .anything, "A value that it could have.")])
        add(
            all,
            [
                KeyRule(
                    "pii", .words(PersonalData.allCases.map(\.rawValue)),
                    "What kind of personal data it is; drives redaction, export, retention and deletion.",
                    default: "NONE")
            ])
        add(
            [.model, .record, .input, .channel],
            [KeyRule("default", .anything, "The value if none is given, written as a value of the type.")])
        add(
            owned,
            [
                KeyRule(
                    "owner", .words(FieldOwner.allCases.map(\.rawValue)), "Who may write it.",
                    default: "APP; in SHARED models WORKPLACE"),
                KeyRule(
                    "required", .words(["true", "false", "ON_CREATE"]), "Whether every instance must have it.",
                    default: "false"),
                KeyRule(
                    "unique", .boolean, "Whether no two instances of an installation share a value.",
                    default: "false"),
                KeyRule("visibility", .words(["VISIBLE", "ENCRYPTED"]), "Whether it is a secret.", default: "VISIBLE"),
                KeyRule("system", .boolean, "Whether it is the app's alone, and not shown.", default: "false"),
                KeyRule("section", .form(.handle), "Groups fields on a record's page."),
                KeyRule("agent", .block(.agentHints), "What agents are told about it."),
                KeyRule("backfill", .anything, "What rows that exist get when it is added as required."),
            ])
        add(
            kept.union([.entity]),
            [KeyRule("definition", .form(.definition), "A field definition of the platform.", examples: ["system/opt_in"])])
        add(
            kept,
            [
                KeyRule(
                    "show", .list(.words(FieldSurface.allCases.map(\.rawValue))), "Where lists of records show it."),
            ])
        add(
            [.channel],
            [
                KeyRule(
                    "access", .words(ChannelAccess.allCases.map(\.rawValue)),
                    "What the platform's people may do with it.", default: "READ_WRITE")
            ])
        add(
            [.entity],
            [
                KeyRule("required", .words(["true", "false"]), "Whether every instance has it.", default: "false"),
                KeyRule("unique", .boolean, "Whether it tells instances apart.", default: "false"),
            ])
        add(
            [.registration],
            [KeyRule("visibility", .words(["VISIBLE", "ENCRYPTED"]), "Whether it is a secret.", default: "VISIBLE")])
        add(
            [.record, .input],
            [
                KeyRule(
                    "accept_inline", .boolean,
                    "Whether a file may be given as `{ url }` or `{ name, mime_type, data }`.", default: "false")
            ])
        return keys
    }()

    /// The rule of fields at one place.
    private static func field(_ name: BlockName, _ place: FieldPlace, _ title: String, more: [KeyRule] = [])
        -> BlockRule
    {
        let here = placed.filter { $0.places.contains(place) }.map(\.key)
        var misplaced: [String: String] = [:]
        for entry in placed where !entry.places.contains(place) && !here.contains(where: { $0.name == entry.key.name })
        {
            let places = placed.filter { $0.key.name == entry.key.name }.map(\.places)
            misplaced[entry.key.name] = belongs(places.reduce([]) { $0.union($1) })
        }
        return BlockRule(name, title, "A value with a type.", misplaced: misplaced, keys: more + here)
    }

    private static func belongs(_ places: Set<FieldPlace>) -> String {
        let names: [(FieldPlace, String)] = [
            (.model, "models"), (.record, "types"), (.input, "inputs"), (.output, "outputs"), (.channel, "channels"),
            (.entity, "entities"), (.registration, "registrations"),
        ]
        let here = names.filter { places.contains($0.0) }.map(\.1)
        guard let last = here.last else { return "fields elsewhere" }
        let list = here.count > 1 ? here.dropLast().joined(separator: ", ") + " and " + last : last
        return "fields of \(list)"
    }

    static let fieldBlocks = [
        field(.modelField, .model, "a field of a model"),
        field(.recordField, .record, "a field of a type"),
        field(.inputField, .input, "an input"),
        field(.outputField, .output, "an output"),
        field(.registrationField, .registration, "a field of a registration"),
        field(.channelField, .channel, "a field of a channel"),
        field(.entityField, .entity, "a field of an entity"),
        field(.eventField, .event, "a value of an event"),
        field(
            .channelIdentifier, .identifier, "a channel's identifier",
            more: [
                KeyRule("field", .form(.handle), "The handle of the field that identifies a channel.", required: true)
            ]),
        BlockRule(
            .option, "an option", "One allowed value.",
            keys: [
                KeyRule("label", .prose, "What people read."),
                KeyRule("description", .prose, "What it means."),
                KeyRule(
                    "color", .words(["gray", "red", "orange", "yellow", "green", "blue", "purple", "pink"]),
                    "The colour of its badge."),
                KeyRule("swift", .form(.swiftName), "The name of the Swift case, where the usual one will not do."),
            ]),
        BlockRule(
            .agentHints, "`agent`", "What agents are told about a field.",
            keys: [
                KeyRule("description", .prose, "Instead of the field's description."),
                KeyRule(
                    "mutability", .words(AgentFieldHints.Mutability.allCases.map(\.rawValue)),
                    "When agents may change it."),
            ]),
    ]
}
