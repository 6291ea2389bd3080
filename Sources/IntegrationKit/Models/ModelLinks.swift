/// What relationships and `requires` of the manifest ask of writes and deletions: the rules that every platform follows,
/// said in terms of its sessions.
public struct ModelLinks: Sendable {
    /// A field that refers to instances of another model.
    private struct Referrer: Sendable {
        let model: ModelDescriptor
        let field: FieldDescriptor
        let onDelete: ReferenceDescriptor.DeleteAction
    }

    private let models: [String: ModelDescriptor]
    /// By the model that is referred to.
    private let referrers: [String: [Referrer]]

    /// - Parameter models: All models of the integration.
    public init(_ models: [ModelDescriptor]) {
        var known: [String: ModelDescriptor] = [:]
        var referrers: [String: [Referrer]] = [:]
        for model in models {
            known[model.handle] = model
            for field in model.fields {
                guard let reference = field.reference else { continue }
                referrers[reference.model, default: []].append(
                    Referrer(model: model, field: field, onDelete: reference.onDelete))
            }
        }
        self.models = known
        self.referrers = referrers
    }

    /// Lets values in only if what they refer to is there.
    ///
    /// - Throws: ``PlatformFailure/invalid(_:)`` that names the fields.
    public func check(
        _ values: JSONObject, of model: ModelDescriptor, in session: any PlatformSession
    ) async throws(PlatformFailure) {
        var problems: [ValueProblem] = []
        for field in model.fields {
            guard let reference = field.reference, let id = values[field.handle]?.stringValue,
                let target = models[reference.model]
            else { continue }
            guard try await session.records(of: target, matching: .id(id)).isEmpty else { continue }
            problems.append(ValueProblem(path: field.handle, message: "must be the id of an existing \(target.label)"))
        }
        if !problems.isEmpty { throw .invalid(InvalidValue(problems)) }
    }

    /// Whether there is what must be there before an instance of `model` can be created.
    ///
    /// - Throws: ``PlatformFailure/missing(what:for:)`` for the first thing that is not.
    public func checkRequirements(
        of model: ModelDescriptor, in session: any PlatformSession
    ) async throws(PlatformFailure) {
        for requirement in model.requirements {
            guard let required = models[requirement.model] else { continue }
            let query = RecordQuery(conditions: requirement.conditions, limit: 1)
            guard try await session.records(of: required, matching: query).isEmpty else { continue }
            throw .missing(what: Self.words(for: requirement, required), for: model.label)
        }
    }

    /// Whether an instance may go, and with it those that go when it does.
    ///
    /// - Throws: ``PlatformFailure/inUse(what:by:)`` when one that stays refers to it and must not lose it.
    public func checkDeletion(
        of id: String, from model: ModelDescriptor, in session: any PlatformSession
    ) async throws(PlatformFailure) {
        var going: Set<[String]> = [[model.handle, id]]
        var next = [(model, id)]
        while let (model, id) = next.popLast() {
            for referrer in referrers[model.handle] ?? [] where [.restrict, .cascade].contains(referrer.onDelete) {
                for record in try await records(referrer, to: id, in: session) {
                    guard !going.contains([referrer.model.handle, record.id]) else { continue }
                    guard referrer.onDelete == .cascade else {
                        throw .inUse(what: model.label, by: referrer.model.labelPlural)
                    }
                    going.insert([referrer.model.handle, record.id])
                    next.append((referrer.model, record.id))
                }
            }
        }
    }

    /// Deletes or changes those who referred to an instance that has just been deleted.
    public func release(
        _ id: String, of model: ModelDescriptor, in session: any PlatformSession
    ) async throws(PlatformFailure) {
        for referrer in referrers[model.handle] ?? [] where [.cascade, .setNull].contains(referrer.onDelete) {
            for record in try await records(referrer, to: id, in: session) {
                if referrer.onDelete == .cascade {
                    _ = try await session.delete(record.id, from: referrer.model)
                } else {
                    let writer: FieldOwner = referrer.field.owner == .workplace ? .workplace : .app
                    _ = try await session.write(
                        .update(id: record.id, [referrer.field.handle: .null]), to: referrer.model, as: writer)
                }
            }
        }
    }

    private func records(
        _ referrer: Referrer, to id: String, in session: any PlatformSession
    ) async throws(PlatformFailure) -> [Record] {
        try await session.everyRecord(
            of: referrer.model, matching: [.init(field: referrer.field.handle, value: .string(id))])
    }

    /// `Compliance record with status APPROVED`.
    private static func words(for requirement: RequirementDescriptor, _ model: ModelDescriptor) -> String {
        let conditions = requirement.conditions.map { condition in
            let sign = condition.operator == .equal ? "" : condition.operator.rawValue + " "
            return "\(condition.field) \(sign)\(condition.value.stringValue ?? condition.value.serialized())"
        }
        return conditions.isEmpty ? model.label : "\(model.label) with \(conditions.joined(separator: " and "))"
    }
}
