/// The names that a template can use where it stands.
struct TemplateScope: Sendable {
    enum Entry: Sendable {
        case value(TypedExpression)
        /// A name that has only members: `path`, `installation`.
        case namespace([String: TypedExpression])
        /// A name whose members are whatever is asked for, optional texts: `query`. The expression is a dictionary.
        case texts(SwiftExpression)
        /// What setup steps grant, by dotted names.
        case capabilities([String])
        /// A name of which nothing is known, because what declares it was reported.
        case unknown
    }

    private enum Stored: Sendable {
        case entry(Entry)
        /// Translated only when a template names it: most fields of a model stand in none.
        indirect case member(FieldDeclaration, of: TypedExpression)
    }

    /// In the order in which they are suggested.
    private var stored: [(name: String, value: Stored)] = []

    /// Whether there may be more names, because what declares them was reported.
    var isOpen = false

    var names: [String] { stored.map(\.name) }

    /// How often a name is there; the last one hides the others.
    func count(of name: String) -> Int { stored.count { $0.name == name } }

    func entry(_ name: String, _ context: GenerationContext) -> Entry? {
        switch stored.last(where: { $0.name == name })?.value {
        case nil: nil
        case .entry(let entry)?: entry
        case .member(let field, let item)?: .value(context.member(field, of: item))
        }
    }

    /// The field that a bare name is, inside of a list.
    func field(_ name: String) -> FieldDeclaration? {
        guard case .member(let field, _)? = stored.last(where: { $0.name == name })?.value else { return nil }
        return field
    }

    func adding(_ name: String, _ entry: Entry) -> TemplateScope {
        var copy = self
        copy.stored.append((name, .entry(entry)))
        return copy
    }

    /// The names up to and with `name`: what a later entry of a context can use.
    func upTo(_ name: String) -> TemplateScope {
        var scope = self
        if let index = stored.firstIndex(where: { $0.name == name }) { scope.stored.removeSubrange((index + 1)...) }
        return scope
    }

    mutating func add(_ field: FieldDeclaration, of item: TypedExpression) {
        stored.append((field.handle, .member(field, of: item)))
    }
}

extension GenerationContext {
    /// What every template of a page sees.
    func scope(of page: PageDeclaration) -> TemplateScope {
        var scope = TemplateScope()
        for entry in page.context {
            guard let value = value(of: entry, on: page) else { continue }
            scope = scope.adding(entry.handle, value.type.isUnknown ? .unknown : .value(value))
        }
        scope.isOpen = !page.knows("context")
        return requestScope(of: page, in: scope)
    }

    /// What templates see that say what the context is.
    func requestScope(of page: PageDeclaration, in scope: TemplateScope = TemplateScope()) -> TemplateScope {
        entryScope(of: page, in: scope).adding("query", .texts(.code("request.query")))
    }

    /// What a page's `when` sees, which is asked wherever something leads to the page (ruling 88).
    func entryScope(of page: PageDeclaration, in scope: TemplateScope = TemplateScope()) -> TemplateScope {
        let parameters = page.path.parameters.map { name in
            (name, TypedExpression(.code("request.path[\(SwiftLiteral.literal(name)), default: \"\"]"), .text))
        }
        let knowsPath = page.knows("path") && PagePaths.problem(page.path) == nil
        return navigationScope(
            in: scope.adding("path", knowsPath ? .namespace(Dictionary(parameters) { first, _ in first }) : .unknown))
    }

    /// What the `when` of an item of the navigation sees: nothing of a page.
    func navigationScope(in scope: TemplateScope = TemplateScope()) -> TemplateScope {
        let variables = (manifest.environment.provision.map(\.self) + manifest.environment.install.map(\.self))
            .filter { $0.visibility == .visible }.compactMap { variable -> (String, TypedExpression)? in
                guard var value = setting(variable) else { return nil }
                value.label = variable.label
                return (variable.handle, value)
            }
        return
            scope
            .adding(
                "installation",
                .namespace(["id": TypedExpression(.code("request.installation.id.rawValue"), .text)])
            )
            .adding(
                "workplace",
                .namespace([
                    "handle": TypedExpression(.code("request.installation.workplace.handle"), .text),
                    "name": TypedExpression(.code("request.installation.workplace.name"), .text),
                    "time_zone": TypedExpression(.code("request.installation.workplace.timeZone"), .text),
                ]))
            .adding("env", .namespace(Dictionary(variables) { first, _ in first }))
            .adding("capabilities", .capabilities(manifest.setup.flatMap(\.grants).map(\.handle)))
    }

    /// A variable as templates see it; `nil` for what they cannot use.
    private func setting(_ variable: EnvironmentVariable) -> TypedExpression? {
        let value = SwiftExpression.subscript(
            .code("request.settings"), [SwiftArgument(nil, .string(variable.handle))])
        switch templateType(of: variable.asField) {
        case .boolean: return TypedExpression(.infix(value, "==", .string("true")), .boolean)
        case .options(let field):
            let scope = variable.scope == .provision ? "Provision" : "Install"
            let type = "\(names.integration).Environment.\(scope).\(names.optionsEnum(variable.handle))"
            let option = value.calling("map", [SwiftArgument(nil, .code("\(type).init(rawValue:)"))])
            return TypedExpression(option, .options(field), isOptional: true)
        case .list, .opaque, .record, .model, .unknown: return nil
        default: return TypedExpression(value, .text, isOptional: true)
        }
    }

    /// The scope inside a list: `item`, and its fields bare.
    func scope(inside scope: TemplateScope, of item: TypedExpression) -> TemplateScope {
        var inner = scope.adding("item", item.type.isUnknown ? .unknown : .value(item))
        inner.isOpen = scope.isOpen || !knowsFields(of: item.type)
        for field in fields(of: item.type) { inner.add(field, of: item) }
        return inner
    }

    /// The scope of what happens after a tool: `result`.
    func scope(_ scope: TemplateScope, after tool: ToolDeclaration) -> TemplateScope {
        guard tool.knows("output") else { return scope.adding("result", .unknown) }
        guard let output = tool.output else { return scope }
        let value = TypedExpression(
            .code("result"), outputType(of: output, tool: tool), isOptional: output.isOptional)
        return scope.adding("result", value.type.isUnknown ? .unknown : .value(value))
    }

    /// Whether the instance must be there: its `where` fixes it by the path, and the page answers 404 without it.
    func isFixedByPath(_ query: ModelQuery) -> Bool {
        guard query.mode == .first, let model = manifest.models[query.model.handle] else { return false }
        let fixed = query.filters.filter { filter in
            guard filter.comparison == .equal, case .template(let source) = filter.value else { return false }
            return source.pathParameter != nil
        }.map(\.field.handle)
        let identity = model.identity.map(\.handle)
        return fixed.contains("id") || (!identity.isEmpty && identity.allSatisfy(fixed.contains))
            || fixed.contains { model.fields[$0]?.isUnique == true }
    }

    /// Why the value at the beginning of a path could not be loaded, if a tool gives it.
    func failure(atRootOf path: TemplateSource, in scope: TemplateScope) -> SwiftExpression? {
        guard let root = (try? TemplateParser(path).path())?.segments.first?.name,
            case .value(let value)? = scope.entry(root, self)
        else { return nil }
        return value.failure
    }

    private func value(of entry: ContextEntry, on page: PageDeclaration) -> TypedExpression? {
        let name = SwiftExpression.code(SwiftKeywords.escaped(names.local(entry.handle)))
        switch entry.source {
        case .query(let query):
            guard let model = manifest.models[query.model.handle], entry.knows("mode"),
                query.saysMode || model.isSingleton
            else { return TypedExpression(name, .unknown) }
            switch query.mode {
            case .first:
                let isCertain = entry.knows("where") && model.knowsIdentity && model.knows("singleton")
                return TypedExpression(
                    name, .model(query.model.handle), isOptional: isCertain && !isFixedByPath(query)
                ).leading(from: name)
            case .many: return TypedExpression(name, .list(.model(query.model.handle))).leading(from: name)
            case .count: return TypedExpression(name, .integer)
            }
        case .tool(let reference, _):
            guard let tool = manifest.tools[reference.handle], tool.knows("output") else {
                return TypedExpression(name, .unknown)
            }
            guard let output = tool.output else { return nil }
            let member = SwiftExpression.member(name, "value")
            // An output that may be missing is missing in two ways here.
            let swift = output.isOptional ? SwiftExpression.parenthesized(.infix(member, "??", .none)) : member
            var value = TypedExpression(swift, outputType(of: output, tool: tool), isOptional: true)
            value.failure = .member(name, "failure")
            return value
        }
    }

    private func outputType(of output: PayloadDeclaration, tool: ToolDeclaration) -> TemplateType {
        switch output.shape {
        case _ where !tool.knows("output"): .unknown
        case .type(let type, _): templateType(of: type)
        case .fields, .extends: .record(Self.outputRecord(of: tool.handle))
        }
    }

    // MARK: Members

    /// A tool's own output has no handle; its fields are found under this one.
    static func outputRecord(of tool: String) -> String { "tools.\(tool).output" }

    /// The fields that paths can go to.
    func fields(of type: TemplateType) -> [FieldDeclaration] {
        switch type {
        case .model(let handle): return manifest.models[handle]?.readableFields ?? []
        case .record(let handle):
            if let record = manifest.record(handle) { return record.fields.map(\.self) }
            let tool = manifest.tools.first { Self.outputRecord(of: $0.handle) == handle }
            return (tool?.output).flatMap { manifest.fields(of: $0) }?.map(\.self) ?? []
        default: return []
        }
    }

    /// Whether the names of a type's fields are known, so that any other is none.
    func knowsFields(of type: TemplateType) -> Bool {
        switch type {
        case .unknown: return false
        case .model(let handle): return manifest.models[handle]?.knows("fields") == true
        case .record(let handle):
            if let record = manifest.record(handle) { return record.knows("fields") }
            let tool = manifest.tools.first { Self.outputRecord(of: $0.handle) == handle }
            return tool?.output.map(manifest.knowsFields) == true
        default: return true
        }
    }

    func member(_ field: FieldDeclaration, of base: TypedExpression) -> TypedExpression {
        var value = unlabelledMember(field, of: base)
        value.label = field.label ?? manifest.origin(of: field).field.label
        return value
    }

    private func unlabelledMember(_ field: FieldDeclaration, of base: TypedExpression) -> TypedExpression {
        var isAbsent: Bool
        if case .model(let handle) = base.type, let model = manifest.models[handle] {
            isAbsent = !field.isAlwaysPresent && !model.isIdentity(field) && model.knowsIdentity
        } else {
            isAbsent = field.requirement == .optional
        }
        if !field.knows("required", "default", "type") { isAbsent = false }
        let swift = SwiftExpression.member(base.swift, names.member(field.handle), isOptional: base.needsChaining)
        if let text = spelled(field, swift, isAbsent: isAbsent) {
            return TypedExpression(
                text, templateType(of: field), isOptional: base.isOptional || isAbsent, needsChaining: false)
        }
        var value = TypedExpression(
            swift, templateType(of: field), isOptional: base.isOptional || isAbsent, needsChaining: isAbsent)
        if case .model(let handle) = base.type, manifest.models[handle]?.references[field.handle] != nil {
            value.relation = base.relation
            value.relation?.reference = field.handle
        }
        return value
    }

    /// The text of a value that templates know as text and Swift as a type of its own; `nil` for all others.
    private func spelled(_ field: FieldDeclaration, _ swift: SwiftExpression, isAbsent: Bool) -> SwiftExpression? {
        let blueprint = blueprint(of: field)
        let typed = ["LocalDateTime", "DateOrDateTime", "FileReference"]
        if blueprint.isEncrypted { return nil }
        if typed.contains(blueprint.valueType) { return .member(swift, "text", isOptional: isAbsent) }
        guard typed.contains(where: { blueprint.valueType == "[\($0)]" }) else { return nil }
        return .call(.member(swift, "map", isOptional: isAbsent), [SwiftArgument(nil, .code("\\.text"))])
    }
}

extension GenerationContext {
    /// What people read before the value at the end of a path: its field's label, else the name in words.
    func label(ofPath path: TemplateSource, in scope: TemplateScope) -> String {
        var templates = TemplateCompiler(self)
        return label(of: templates.path(path, in: scope), at: path)
    }

    func label(of value: TypedExpression?, at path: TemplateSource) -> String {
        value?.label ?? names.casing.label(path.text.split(separator: ".").last.map(String.init) ?? path.text)
    }
}

extension TemplateSource {
    /// The path parameter that the template is, and nothing else: `id` of `{{ path.id }}`.
    var pathParameter: String? {
        guard let nodes = try? TemplateParser(self).template(), nodes.count == 1,
            case .output(.path(let path)) = nodes[0], path.segments.count == 2, path.segments[0].name == "path"
        else { return nil }
        return path.segments[1].name
    }
}
