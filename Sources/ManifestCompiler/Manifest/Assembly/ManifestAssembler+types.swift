extension ManifestAssembler {
    /// Looks up the names of a type. An unknown one is reported.
    mutating func valueType(_ form: TypeExpression.Form) -> ValueType {
        switch form {
        case .list(let element): .list(valueType(element))
        case .map(let value): .map(valueType(value))
        case .name(let name, let span): named(name, span) ?? .unknown
        }
    }

    private mutating func named(_ name: String, _ span: SourceSpan) -> ValueType? {
        if let scalar = ScalarType(rawValue: name) { return .scalar(scalar) }
        if symbols.records[name] != nil { return .record(name) }
        if symbols.models[name] != nil { return .model(name) }
        guard let dot = name.lastIndex(of: ".") else {
            unknownType(name, span)
            return nil
        }
        let owner = String(name[..<dot])
        let field = String(name[name.index(after: dot)...])
        // Names of several parts: `message.send`, `entities.lead`, `events.lead.created`.
        let isNested = ["message.", "entities.", "events."].contains { name.hasPrefix($0) }
        if isNested, symbols.records[owner] == nil {
            unknownType(name, span)
            return nil
        }
        return fieldType(owner, field, span)
    }

    private mutating func fieldType(_ owner: String, _ field: String, _ span: SourceSpan) -> ValueType? {
        let isModel = symbols.models[owner] != nil
        guard let known = symbols.models[owner] ?? symbols.records[owner] else {
            unknownType(owner, span.part(0, owner.utf8.count))
            return nil
        }
        if isModel, field == "id" { return .modelID(owner) }
        if isModel, ModelDeclaration.implicitHandles.contains(field) { return .scalar(.datetime) }
        if known.isBroken || known.broken.contains(field) { return nil }
        guard known.fields[field] != nil else {
            if isExcused(field, among: known.fields.keys) { return nil }
            let kind = isModel ? "model" : "type"
            let candidates = Array(known.fields.keys).sorted() + (isModel ? ModelDeclaration.implicitHandles : [])
            diagnostics.report(
                .unknownReference(
                    "\(kind) `\(owner)` has no field `\(field)`", field, candidates,
                    at: span.part(owner.utf8.count + 1, field.utf8.count)))
            return nil
        }
        return .field(FieldPath(owner: owner, field: field))
    }

    private mutating func unknownType(_ name: String, _ span: SourceSpan) {
        let section = name.split(separator: ".").first.map(String.init) ?? ""
        let sections = ["entities", "events"].contains(section) ? [section] : ["types", "models"]
        guard symbols.brokenSections.isDisjoint(with: sections) else { return }
        switch ForeignType(name) {
        case .scalar(let scalar, let help):
            diagnostics.report(
                .referenceUnknown, "`\(name)` is not a type; did you mean `\(scalar.rawValue)`?", at: span,
                help: help.map { [$0] } ?? [],
                fixIts: [.init("replace with `\(scalar.rawValue)`", replacing: span, with: scalar.rawValue)])
            return
        case .written(let help):
            diagnostics.report(.referenceUnknown, "`\(name)` is not a type", at: span, help: [help])
            return
        case nil: break
        }
        // Names with dots are no handles, and none the less right.
        if isExcused(name, among: symbols.records.keys.filter { !$0.contains(".") }) || isExcused(name, among: symbols.models.keys) { return }
        let candidates = ScalarType.allCases.map(\.rawValue) + symbols.records.keys.sorted() + symbols.models.keys.sorted()
        diagnostics.report(.unknownReference("type `\(name)` is not declared", name, candidates, at: span))
    }

    /// A value as the type has it: what YAML reads as a number is text where text is wanted.
    func settled(_ value: ManifestValue, as scalar: ScalarType?) -> ManifestValue {
        guard let scalar else { return value }
        switch value {
        case .list(let items): return .list(items.map { settled($0, as: scalar) })
        case .integer(let number) where !scalar.isNumeric: return .text(String(number))
        case .decimal(let text) where !scalar.isNumeric: return .text(text)
        case .boolean(let flag) where scalar != .boolean && !scalar.isNumeric: return .text(flag ? "true" : "false")
        case .integer(let number) where scalar == .decimal: return .decimal(String(number))
        case .decimal(let text) where scalar == .decimal: return .decimal(ManifestValue.canonicalDecimal(text))
        case .text(let text) where scalar == .decimal:
            if case .text = ManifestValue(plain: text) { return value }
            return .decimal(ManifestValue.canonicalDecimal(text))
        default: return value
        }
    }
}

extension SourceSpan {
    /// A part of a one-line ASCII span; the whole where it is not that.
    func part(_ offset: Int, _ length: Int) -> SourceSpan {
        guard start.line == end.line, end.offset - start.offset >= offset + length,
            end.column - start.column == end.offset - start.offset
        else { return self }
        var from = start
        from.column += offset
        from.offset += offset
        var to = from
        to.column += length
        to.offset += length
        return moved(from: from, to: to)
    }
}

/// Whether a name is what a declared handle should have been: `phone_number` where `phoneNumber` was declared, and
/// reported.
func isExcused(_ name: String, among declared: some Sequence<String>) -> Bool {
    let wrong = declared.filter { !TextForm.isHandle($0) && !TextForm.isVariable($0) }
    return wrong.contains { $0.snakeCased == name } || Suggestion.nearest(to: name, among: wrong) != nil
}

extension Diagnostic {
    /// `reference.unknown` with the nearest candidate as a replacement.
    static func unknownReference(
        _ message: String, _ word: String, _ candidates: [String], at span: SourceSpan
    ) -> Diagnostic {
        let bare = word.bareReference
        guard let meant = candidates.contains(bare) ? bare : Suggestion.nearest(to: bare, among: candidates) else {
            var seen: Set<String> = []
            let some = candidates.filter { seen.insert($0).inserted }.prefix(24).map { "`\($0)`" }.joined(separator: ", ")
            let help = candidates.isEmpty ? [] : ["there is \(some)\(candidates.count > 24 ? " and more" : "")"]
            return Diagnostic(.referenceUnknown, message, at: span, help: help)
        }
        return Diagnostic(
            .referenceUnknown, "\(message); did you mean `\(meant)`?", at: span,
            fixIts: [.init("replace with `\(meant)`", replacing: span, with: meant)])
    }
}

extension String {
    /// A reference as other languages write one: `{{ env.NAME }}`, `${NAME}`, `$NAME`.
    fileprivate var bareReference: String {
        let inner = drop { "{$ ".contains($0) }.prefix { !"} ".contains($0) }
        let name = inner.hasPrefix("env.") ? inner.dropFirst("env.".count) : inner
        return name.isEmpty ? self : String(name)
    }
}
