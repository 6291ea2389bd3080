extension Manifest {
    /// The predeclared contracts and their parts: `message.send`, `message.sent`, `message.channel`…
    package var contracts: Declarations<RecordDeclaration> { PredeclaredContracts.records }

    /// A record of `types:`, a predeclared one, or that of an entity or an event: `entities.lead`.
    package func record(_ handle: String) -> RecordDeclaration? {
        if let record = types[handle] ?? contracts[handle] { return record }
        if handle.hasPrefix(EntityDeclaration.typePrefix) {
            return entities[String(handle.dropFirst(EntityDeclaration.typePrefix.count))]?.record
        }
        if handle.hasPrefix(EventDeclaration.typePrefix) {
            return events[String(handle.dropFirst(EventDeclaration.typePrefix.count))]?.record
        }
        return nil
    }

    /// Every record that the author declares: types, entities, payloads of events.
    var declaredRecords: [RecordDeclaration] {
        types.map(\.self) + entities.map(\.record) + events.map(\.record)
    }

    /// What setup steps grant, in the order written, each once.
    package var capabilities: [Reference] {
        var seen = Set<String>()
        return setup.flatMap(\.grants).filter { seen.insert($0.handle).inserted }
    }

    /// The field that `path` names in a record or a model, implicit fields included.
    package func field(at path: FieldPath) -> FieldDeclaration? {
        if let model = models[path.owner] { return model.field(path.field) }
        return record(path.owner)?.fields[path.field]
    }

    /// The field that says what a value is: `field` itself, or the one at the end of its `owner.field` types.
    ///
    /// For `quality_rating: whatsapp_phone_number.quality_rating` it is the model's field, whose options
    /// name the Swift enum.
    ///
    /// - Returns: The field with the path at which it is declared; the path is `nil` for `field` itself.
    package func origin(of field: FieldDeclaration) -> (path: FieldPath?, field: FieldDeclaration) {
        guard case .field = field.type.element else { return (nil, field) }
        var current = field
        var path: FieldPath?
        for _ in 0..<64 {
            guard case .field(let next) = current.type.element, let target = self.field(at: next) else { break }
            current = target
            path = next
        }
        return (path, path == nil ? current : current.refined(by: field))
    }

    /// The relationship that gives a model's instances this name for the other side.
    package func relationship(_ member: String, of model: String) -> (RelationshipDeclaration, RelationshipSide)? {
        for relationship in relationships {
            for (side, other) in [(relationship.from, relationship.to), (relationship.to, relationship.from)]
            where side.model.handle == model && side.member.handle == member {
                return (relationship, other)
            }
        }
        return nil
    }

    /// `type` with every `owner.field` replaced by what that field's type is.
    package func resolved(_ type: ValueType) -> ValueType {
        var current = type
        for _ in 0..<64 {
            switch current {
            case .field(let path):
                guard let target = field(at: path) else { return current }
                current = target.type
            case .list(.field(let path)):
                guard let target = field(at: path) else { return current }
                current = .list(target.type.element)
            default:
                return current
            }
        }
        return current
    }

    /// Everything that is written as an input, an output or a state, in the order of the sections.
    package var payloads: [PayloadDeclaration] {
        tools.flatMap { [$0.input, $0.output].compactMap(\.self) }
            + batchOperations.flatMap { [$0.input, $0.state].compactMap(\.self) }
    }

    /// The fields that a tool takes, wherever they are declared; `nil` if the input is not an object.
    package func inputFields(of tool: ToolDeclaration) -> Declarations<FieldDeclaration> {
        tool.input.map { fields(of: $0) ?? Declarations() } ?? Declarations()
    }

    /// Whether the names of a tool's inputs are known, so that any other is none.
    func knowsInputs(of tool: ToolDeclaration) -> Bool {
        tool.knows("input") && (tool.input.map(knowsFields) ?? true)
    }

    /// Whether the names of a payload's fields are known.
    func knowsFields(of payload: PayloadDeclaration) -> Bool {
        switch payload.shape {
        case .fields: true
        case .extends(let base, _): record(base.handle)?.knows("fields") == true
        case .type(let type, _):
            switch resolved(type) {
            case .record(let handle): record(handle)?.knows("fields", "one_of") == true
            case .model(let handle): models[handle]?.knows("fields") == true
            case .unknown, .field: false
            case .scalar, .modelID, .list, .map: true
            }
        }
    }

    /// Whether keys that a payload does not declare are kept.
    func isOpen(_ payload: PayloadDeclaration) -> Bool {
        switch payload.shape {
        case .fields: payload.isOpen
        case .extends(let base, _): payload.isOpen || record(base.handle)?.isOpen == true
        case .type(let type, _):
            if case .record(let handle) = resolved(type) { record(handle)?.isOpen == true } else { false }
        }
    }

    /// The fields of an object payload; `nil` for a list, a scalar or a map.
    package func fields(of payload: PayloadDeclaration) -> Declarations<FieldDeclaration>? {
        switch payload.shape {
        case .fields(let fields): fields
        case .extends(let base, let added):
            Declarations((record(base.handle)?.fields.map(\.self) ?? []) + added.map(\.self))
        case .type(let type, _): fields(of: type)
        }
    }

    /// The fields of a record or of a model's readable form; `nil` for anything else, unions included.
    package func fields(of type: ValueType) -> Declarations<FieldDeclaration>? {
        switch resolved(type) {
        case .record(let handle): record(handle).flatMap { $0.isUnion ? nil : $0.fields }
        case .model(let handle): models[handle].map { Declarations($0.readableFields) }
        default: nil
        }
    }

    /// An environment variable of either scope.
    package func environmentVariable(_ name: String) -> EnvironmentVariable? {
        environment.provision[name] ?? environment.install[name]
    }

    /// The page that is shown first: the one that says so, else the first of the navigation, else the first.
    package var defaultPage: PageDeclaration? {
        pages.first(where: \.isDefault)
            ?? navigationSections.lazy.flatMap(\.items).compactMap { item in
                if case .page(let page) = item.target { self.pages[page.handle] } else { nil }
            }.first
            ?? pages.first
    }

    /// The navigation as it is drawn: the declared sections, else one untitled section of the pages with
    /// `navigation: true` in order.
    package var navigationSections: [NavigationSection] {
        if let navigation, navigation.saysSections { return navigation.sections }
        let items = pages.filter(\.isInNavigation).map { page in
            NavigationItem(target: .page(Reference(page.handle, at: page.span)), span: page.span)
        }
        return items.isEmpty ? [] : [NavigationSection(title: nil, items: items, span: items[0].span)]
    }
}
