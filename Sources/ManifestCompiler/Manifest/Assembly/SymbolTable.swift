/// The handles that types can name, collected before anything is assembled.
struct SymbolTable {
    /// A record or model with its fields as written.
    struct Owner {
        var fields: [String: TypeExpression] = [:]
        /// Fields whose type was reported, and those of an owner whose `fields` were.
        var broken: Set<String> = []
        var isBroken = false
    }

    var models: [String: Owner] = [:]
    var records: [String: Owner] = [:]
    /// Sections in which something could not be read; what they lack is no news.
    var brokenSections: Set<String> = []

    /// - Parameter prefix: Stands before the handles of records, for the predeclared contracts.
    mutating func collect(_ root: DecodedBlock, prefix: String = "") {
        for entry in root.map("types") { records[prefix + entry.key.text] = Self.owner(entry) }
        for entry in root.map("models") where models[entry.key.text] == nil {
            models[entry.key.text] = Self.owner(entry)
        }
        for entry in root.map("relationships") { collectReference(entry) }
        for entry in root.map("entities") {
            records[EntityDeclaration.typePrefix + entry.key.text] = Self.owner(entry)
        }
        for entry in root.map("events") {
            records[EventDeclaration.typePrefix + entry.key.text] = Self.owner(entry, key: "payload", isRequired: false)
        }
        brokenSections.formUnion(root.doubtful)
    }

    /// The name that a relationship gives to the other side's id is a field like those that are written out.
    private mutating func collectReference(_ entry: DecodedEntry) {
        guard case .block(let block) = entry.value, let from = block.text("from"), let to = block.text("to"),
            let cardinality: RelationshipDeclaration.Cardinality = block.word("cardinality"), cardinality != .manyToMany
        else { return }
        let (holder, target) = cardinality == .manyToOne ? (from, to) : (to, from)
        let names = holder.text.split(separator: ".").map(String.init)
        guard names.count == 2, let model = target.text.split(separator: ".").first,
            models[names[0]]?.fields[names[1]] == nil
        else { return }
        let type = TypeExpression.Form.name("\(model).id", target.span)
        models[names[0]]?.fields[names[1]] = TypeExpression(form: type, isOptional: false, span: target.span)
    }

    /// - Parameter key: Has the fields.
    private static func owner(_ entry: DecodedEntry, key: String = "fields", isRequired: Bool = true) -> Owner {
        var owner = Owner()
        guard case .block(let block) = entry.value else {
            owner.isBroken = true
            return owner
        }
        owner.isBroken = entry.key.isRepeated || block.doubtful.contains(key)
        guard case .map(let fields, _)? = block[key] else {
            // A union has no fields, which is no mistake of those who ask for one.
            if case .map? = block["one_of"] { return owner }
            if isRequired { owner.isBroken = true }
            return owner
        }
        for entry in fields {
            switch entry.value {
            case _ where entry.key.isRepeated: owner.broken.insert(entry.key.text)
            case .type(let type): owner.fields[entry.key.text] = type
            case .block(let block):
                if case .type(let type)? = block["type"] {
                    owner.fields[entry.key.text] = type
                } else if block["type"] == nil, let type = PlatformDefinitions.type(of: block) {
                    owner.fields[entry.key.text] = type
                } else {
                    owner.broken.insert(entry.key.text)
                }
            default: owner.broken.insert(entry.key.text)
            }
        }
        return owner
    }

    /// The scalar at the end of a type's `owner.field` names, looking through lists; `nil` if it is none.
    func scalar(of form: TypeExpression.Form, depth: Int = 0) -> ScalarType? {
        switch form {
        case .list(let element): return scalar(of: element, depth: depth)
        case .map: return nil
        case .name(let name, _):
            if let scalar = ScalarType(rawValue: name) { return scalar }
            guard depth < 64, records[name] == nil, let dot = name.lastIndex(of: ".") else { return nil }
            let field = String(name[name.index(after: dot)...])
            let owner = models[String(name[..<dot])] ?? records[String(name[..<dot])]
            return owner?.fields[field].flatMap { scalar(of: $0.form, depth: depth + 1) }
        }
    }
}
