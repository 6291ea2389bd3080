extension ManifestAssembler {
    /// Where a field stands; decides how its optionality is written.
    enum FieldSetting {
        /// `T` and `T?`.
        case value
        /// Optional unless `required:`.
        case model, channel, entity
    }

    mutating func fields(_ entries: [DecodedEntry], _ setting: FieldSetting) -> Declarations<FieldDeclaration> {
        var result = Declarations<FieldDeclaration>()
        for entry in entries { result.append(field(entry, setting)) }
        return result.knowingTimeZones
    }

    mutating func field(_ entry: DecodedEntry, _ setting: FieldSetting) -> FieldDeclaration {
        var heading = heading(entry)
        var expression: TypeExpression?
        var long: DecodedBlock?
        switch entry.value {
        case .type(let type): expression = type
        case .block(let block):
            long = block
            if case .type(let type)? = block["type"] { expression = type }
            if block["type"] == nil { expression = definedType(block, entry) }
        default: break
        }
        heading.body = entry.span
        var field = FieldDeclaration(
            heading: heading, type: expression.map { valueType($0.form) } ?? .unknown,
            typeSpan: expression?.span ?? entry.key.span,
            requirement: requirement(expression, long, setting))
        if entry.key.isRepeated { field.type = .unknown }
        guard let long else { return field }
        let scalar = expression.flatMap { symbols.scalar(of: $0.form) }
        refine(&field, long, scalar)
        return field
    }

    private mutating func requirement(
        _ type: TypeExpression?, _ block: DecodedBlock?, _ setting: FieldSetting
    ) -> FieldRequirement {
        guard setting != .value else { return type?.isOptional == false ? .required : .optional }
        if let type, type.isOptional {
            let owners = setting == .model ? "models" : setting == .channel ? "channels" : "entities"
            reportOptionality(of: type, "fields of \(owners) are optional unless required")
        }
        switch block?.string("required") {
        case "true": return .required
        case "ON_CREATE": return .requiredOnCreate
        default: return .optional
        }
    }

    /// Reports a `?` where things are optional anyway.
    mutating func reportOptionality(of type: TypeExpression, _ help: String) {
        let plain = type.form.spelling
        diagnostics.report(
            .typeOptionality, "`?` does not belong here", at: type.span, help: [help],
            fixIts: [.init("replace with `\(plain)`", replacing: type.span, with: plain)])
    }

    /// A field may leave its type to a definition that the platform has.
    private mutating func definedType(_ block: DecodedBlock, _ entry: DecodedEntry) -> TypeExpression? {
        if let type = PlatformDefinitions.type(of: block) { return type }
        if let rule = Grammar.blocks[block.name], rule.key("definition") != nil, !block.doubtful.contains("type") {
            let known = PlatformDefinitions.known.keys.sorted().joined(separator: ", ")
            diagnostics.report(
                .keyMissing, "\(rule.title) needs the key `type`", at: entry.key.span,
                help: block["definition"] == nil ? [] : ["only these definitions have one: \(known)"])
        }
        return nil
    }

    private func refine(_ field: inout FieldDeclaration, _ block: DecodedBlock, _ scalar: ScalarType?) {
        field.owner = block.word("owner") ?? .app
        field.ownerSpan = block["owner"]?.span
        field.options = options(block)
        field.format =
            block.word("format")
            ?? (block["type"] == nil ? block.string("definition").flatMap { PlatformDefinitions.known[$0]?.format } : nil)
        field.constraints = constraints(block, scalar)
        field.allowsHTTP = block.boolean("http") ?? false
        field.localDatetimeStyle = block.word("style") ?? .letter
        field.normalization = block.word("normalize")
        field.allowsHTTPOrigin = block.boolean("allow_http") ?? false
        field.visibility = block.word("visibility") ?? .visible
        field.isUnique = block.boolean("unique") ?? false
        field.isSystem = block.boolean("system") ?? false
        field.defaultValue = block.node("default").map { settled(ManifestValue($0), as: scalar) }
        field.defaultSpan = block["default"]?.span
        field.backfill = block.node("backfill").map { settled(ManifestValue($0), as: scalar) }
        field.backfillSpan = block["backfill"]?.span
        field.definition = block.string("definition")
        field.section = block.string("section")
        field.personalData = block.word("pii") ?? .none
        field.agent = block.block("agent").map {
            AgentFieldHints(description: $0.string("description"), mutability: $0.word("mutability"))
        }
        field.surfaces = block.words("show")
        field.access = block.word("access")
        field.coercions = block.words("coerce")
        field.acceptedTypes = block.texts("accept").map(\.text)
        field.acceptedTypeSpans = block.texts("accept").map(\.span)
        field.maximumSize = block.size("max_size")
        field.acceptsInline = block.boolean("accept_inline") ?? false
        field.example = block.node("example").map { settled(ManifestValue($0), as: scalar) }
    }

    func options(_ block: DecodedBlock) -> [OptionDeclaration] {
        switch block["options"] {
        case .list(let items, _)?:
            items.references.map { OptionDeclaration(value: $0.handle, span: $0.span) }
        case .map(let entries, _)?:
            entries.map { entry in
                let option = self.block(entry, .option)
                return OptionDeclaration(
                    value: entry.key.text, span: entry.key.span, label: option.string("label"),
                    description: option.string("description"), color: option.string("color"),
                    swiftName: option.string("swift"))
            }
        default: []
        }
    }

    func constraints(_ block: DecodedBlock, _ scalar: ScalarType?) -> FieldConstraints {
        FieldConstraints(
            pattern: block.string("pattern"),
            minimum: block.node("min").map { settled(ManifestValue($0), as: scalar) },
            maximum: block.node("max").map { settled(ManifestValue($0), as: scalar) },
            minimumLength: block.integer("min_length"), maximumLength: block.integer("max_length"),
            minimumItems: block.integer("min_items"), maximumItems: block.integer("max_items"),
            hasUniqueItems: block.boolean("unique_items") ?? false)
    }
}

extension Declarations<FieldDeclaration> {
    /// Ruling 117: beside a field called `timezone` or of that format, a time needs no offset.
    var knowingTimeZones: Self {
        guard contains(where: { $0.format == .timezone || $0.handle == "timezone" || $0.handle == "time_zone" }) else {
            return self
        }
        return Self(
            map { field in
                var field = field
                field.hasTimeZoneBeside = field.format == .dateOrDatetime
                return field
            })
    }
}
