extension ModelDescriptor {
    /// The handles that every instance has beside its fields. Queries may name them; nobody can write them.
    public static let systemFields = ["id", "created_at", "updated_at", "refreshed_at"]

    /// Whether every instance has a value in this field: it is required, part of the identity, or has a default.
    public func alwaysHasValue(_ field: FieldDescriptor) -> Bool {
        field.isRequired || field.defaultValue != nil || identity.contains(field.handle)
    }

    /// Lets values into the model, or says all that is wrong with them. The one gate of every write: handlers, forms,
    /// the REST API and in-memory platforms pass their values through here.
    ///
    /// Values come out in the form in which they are stored and compared: dates with time in UTC, decimals as text.
    /// `null` means "no value"; in a field with a default it means the default, since such a field is never empty.
    /// Options that the manifest does not declare are refused here, though a stored one is tolerated when it is read.
    ///
    /// - Parameters:
    ///   - values: By field handle. Encrypted fields in the clear.
    ///   - writer: Whose values they are. Defaults are nobody's: they are set whoever creates the instance.
    ///   - isNew: Whether the instance is being created. Then the required fields must be there, missing ones get
    ///     their default, and fields without a value are left out of the result. Otherwise only the named fields are
    ///     looked at, and a `null` in the result clears.
    /// - Returns: what to store, in the order of the model's fields.
    /// - Throws: ``PlatformFailure/notOwner(model:field:owner:)`` for the first field that `writer` must not write,
    ///   else ``PlatformFailure/invalid(_:)`` with every problem.
    public func admit(
        _ values: JSONObject, from writer: FieldOwner, isNew: Bool
    ) throws(PlatformFailure) -> JSONObject {
        for (handle, _) in values {
            if let field = field(handle), !field.owner.admits(writer) {
                throw .notOwner(model: self.handle, field: handle, owner: field.owner)
            }
        }
        var problems = unknownFieldProblems(in: values)
        var admitted = JSONObject()
        for field in fields {
            let given = values[field.handle]
            guard given != nil || isNew else { continue }
            let value = given ?? .null
            if value.isNull, let defaultValue = field.defaultValue {
                admitted[field.handle] = (try? field.canonical(defaultValue)) ?? defaultValue
            } else if value.isNull {
                if alwaysHasValue(field) {
                    problems.append(missing(field, writer: writer, isNew: isNew))
                } else if !isNew {
                    admitted[field.handle] = .null
                }
            } else {
                admitOne(value, of: field, into: &admitted, problems: &problems)
            }
        }
        guard problems.isEmpty else { throw .invalid(InvalidValue(problems)) }
        return admitted
    }

    /// The fields of the identity never change once an instance exists: upserts find it by them.
    ///
    /// - Parameters:
    ///   - changes: Admitted values that are about to be written to the instance.
    ///   - current: The instance's values.
    /// - Throws: ``PlatformFailure/invalid(_:)`` that names the fields.
    public func checkIdentity(of current: JSONObject, survives changes: JSONObject) throws(PlatformFailure) {
        let changed = identity.filter { handle in
            guard let value = changes[handle] else { return false }
            return value != (current[handle] ?? .null)
        }
        guard !changed.isEmpty else { return }
        throw .invalid(
            InvalidValue(
                changed.map {
                    ValueProblem(path: $0, message: "identifies the \(label) and cannot change; create another one")
                }))
    }

    private func admitOne(
        _ value: JSON, of field: FieldDescriptor, into admitted: inout JSONObject, problems: inout [ValueProblem]
    ) {
        do {
            let canonical = try field.canonical(value)
            let found = field.boundProblems(of: canonical)
            if found.isEmpty { admitted[field.handle] = canonical }
            problems += found
        } catch {
            problems += error.problems
        }
    }

    private func missing(_ field: FieldDescriptor, writer: FieldOwner, isNew: Bool) -> ValueProblem {
        let message =
            if !isNew {
                "is required and cannot be cleared"
            } else if field.owner.admits(writer) {
                "is required"
            } else {
                "is required and belongs to the \(field.owner.rawValue), so only that side can create a \(label)"
            }
        return ValueProblem(path: field.handle, message: message)
    }

    private func unknownFieldProblems(in values: JSONObject) -> [ValueProblem] {
        var problems: [ValueProblem] = []
        for (handle, _) in values where field(handle) == nil {
            let message: String
            if Self.systemFields.contains(handle) {
                message = "is set by the platform and cannot be written"
            } else {
                let suggestion = nearest(to: handle, among: fields.map(\.handle)).map { "; did you mean \($0)?" }
                message = "is not a field of \(self.handle)" + (suggestion ?? "")
            }
            problems.append(ValueProblem(path: memberPath("", handle), message: message))
            if problems.count >= InvalidValue.maximumProblems { break }
        }
        return problems
    }
}

extension ModelDescriptor {
    /// Whether the query can be asked of this model.
    ///
    /// Encrypted fields cannot be searched or ordered by. `CONTAINS` asks text for a part of it and a list for an
    /// element; lists and objects have no order, objects cannot be compared at all.
    ///
    /// - Throws: ``PlatformFailure/invalid(_:)`` with every problem; paths are the field handles.
    public func check(_ query: RecordQuery) throws(PlatformFailure) {
        var problems: [ValueProblem] = []
        for condition in query.conditions {
            do {
                _ = try comparable(condition)
            } catch {
                problems += error.problems
            }
        }
        for order in query.order {
            let field = queried(order.field)
            if let problem = orderProblem(field, named: order.field) { problems.append(problem) }
        }
        guard problems.isEmpty else { throw .invalid(InvalidValue(problems)) }
    }

    /// The condition's value in the form in which the field's values are stored: one value, or a list of them for
    /// ``RecordQuery/Condition/Operator/isIn``. `null` stays `null`: it matches nothing.
    ///
    /// - Throws: what is wrong with the condition.
    public func comparable(_ condition: RecordQuery.Condition) throws(InvalidValue) -> JSON {
        guard let field = queried(condition.field) else { throw unknown(condition.field) }
        let path = condition.field
        guard !field.isEncrypted else { throw InvalidValue(at: path, "is encrypted and cannot be searched") }
        if condition.value.isNull { return .null }
        switch condition.operator {
        case .contains where field.isList:
            return try field.canonicalElement(condition.value, at: path)
        case .contains:
            guard field.isText else { throw InvalidValue(at: path, "is neither text nor a list: it contains nothing") }
            return .string(try String(json: condition.value, at: path))
        case .isIn:
            guard case .array(let elements) = condition.value else {
                throw InvalidValue(at: path, "IN wants a list, not \(condition.value.kindDescription)")
            }
            guard !field.isList, field.scalar != .object else {
                throw InvalidValue(at: path, "is a list or an object and cannot be compared with IN")
            }
            var values: [JSON] = []
            for element in elements where !element.isNull {
                values.append(try field.canonicalElement(element, at: path))
            }
            return .array(values)
        case .equal, .notEqual:
            guard field.scalar != .object else { throw InvalidValue(at: path, "is an object and cannot be compared") }
            return try field.canonical(condition.value)
        case .greater, .greaterOrEqual, .less, .lessOrEqual:
            if let problem = orderProblem(field, named: path) { throw InvalidValue([problem]) }
            return try field.canonicalElement(condition.value, at: path)
        }
    }

    /// The field of that handle, the platform's own ones included; nil when there is none.
    public func queried(_ handle: String) -> FieldDescriptor? {
        if let field = field(handle) { return field }
        guard Self.systemFields.contains(handle) else { return nil }
        return FieldDescriptor(
            handle: handle, label: handle, scalar: handle == "id" ? .string : .dateTime, owner: .app, isRequired: true)
    }

    private func orderProblem(_ field: FieldDescriptor?, named handle: String) -> ValueProblem? {
        guard let field else { return unknown(handle).problems.first }
        if field.isEncrypted { return ValueProblem(path: handle, message: "is encrypted and has no order") }
        if field.isList || field.scalar == .object {
            return ValueProblem(path: handle, message: "is a list or an object and has no order")
        }
        return nil
    }

    private func unknown(_ handle: String) -> InvalidValue {
        let suggestion = nearest(to: handle, among: fields.map(\.handle) + Self.systemFields)
        return InvalidValue(
            at: memberPath("", handle),
            "is not a field of \(self.handle)" + (suggestion.map { "; did you mean \($0)?" } ?? ""))
    }
}
