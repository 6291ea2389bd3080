/// Where a value of a template came from, for following the relationships of its model.
///
/// Templates are compiled into code that waits for nothing, so what they follow is loaded before, with the page's
/// context: each step that a template takes has a local of its own.
struct RelationTrail: Sendable, Hashable {
    /// The local that holds the instance, or the list or lookup of which it is an element.
    var local: String
    var isElement: Bool
    /// How many relationships were followed so far.
    var steps: Int
    /// The reference that was named last, of which the next member follows it.
    var reference: String?

    /// Templates follow two relationships.
    static let maximumSteps = 2
}

/// Something that a page loads because a template follows a relationship to it.
struct RelatedValue: Sendable {
    let local: String
    /// In Swift.
    let type: String
    let load: SwiftExpression
}

extension TypedExpression {
    /// The value of a page's context, from which relationships can be followed.
    func leading(from local: SwiftExpression) -> TypedExpression {
        guard case .code(let name) = local else { return self }
        var value = self
        value.relation = RelationTrail(local: name, isElement: false, steps: 0)
        return value
    }

    /// An element of the list that this is, under the name that it has inside of a loop.
    func element(_ swift: SwiftExpression, _ type: TemplateType) -> TypedExpression {
        var element = TypedExpression(swift, type)
        element.relation = relation
        element.relation?.isElement = true
        return element
    }
}

extension GenerationContext {
    /// `domainOfMailbox`: the local for one side of a relationship of what another local holds.
    private func relatedLocal(_ member: String, of local: String) -> String {
        let name = local.split(separator: "`").joined()
        return names.member(member) + "Of" + name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The instance that a reference leads to.
    ///
    /// - Returns: nil when too many relationships were followed.
    func followed(_ reference: TypedExpression, _ trail: RelationTrail, to model: String) -> TypedExpression? {
        guard let member = trail.reference, trail.steps < RelationTrail.maximumSteps else { return nil }
        let local = relatedLocal(member, of: trail.local)
        let swift =
            trail.isElement
            ? SwiftExpression.subscript(.code(local), [SwiftArgument(nil, reference.swift)]) : .code(local)
        var value = TypedExpression(swift, .model(model), isOptional: true)
        value.relation = RelationTrail(local: local, isElement: trail.isElement, steps: trail.steps + 1)
        return value
    }

    /// Those who refer to an instance: a list, or for ONE_TO_ONE at most one.
    ///
    /// - Returns: nil when too many relationships were followed, or each element of a list would have a list.
    func referring(
        _ relationship: RelationshipDeclaration, as member: String, to trail: RelationTrail
    ) -> TypedExpression? {
        guard let holder = relationship.holder, !trail.isElement, trail.steps < RelationTrail.maximumSteps else {
            return nil
        }
        let local = relatedLocal(member, of: trail.local)
        let model = TemplateType.model(holder.model.handle)
        let isOne = relationship.cardinality == .oneToOne
        var value = TypedExpression(.code(local), isOne ? model : .list(model), isOptional: isOne)
        value.relation = RelationTrail(local: local, isElement: false, steps: trail.steps + 1)
        return value
    }

    // MARK: Loading

    private enum Shape {
        case one(isOptional: Bool)
        case list
        case lookup
    }

    /// Everything that templates can follow from an entry of a page's context, each behind what it is loaded from.
    func relatedValues(of entry: ContextEntry) -> [RelatedValue] {
        guard !manifest.relationships.isEmpty, case .query(let query) = entry.source,
            let model = manifest.models[query.model.handle]
        else { return [] }
        let local = SwiftKeywords.escaped(names.local(entry.handle))
        switch query.mode {
        case .first: return related(to: local, model, .one(isOptional: !isFixedByPath(query)), steps: 0)
        case .many: return related(to: local, model, .list, steps: 0)
        case .count: return []
        }
    }

    private func related(to local: String, _ model: ModelDeclaration, _ shape: Shape, steps: Int) -> [RelatedValue] {
        guard steps < RelationTrail.maximumSteps else { return [] }
        var values: [RelatedValue] = []
        for relationship in manifest.relationships {
            guard let holder = relationship.holder, let target = relationship.target,
                let holding = manifest.models[holder.model.handle], let targeted = manifest.models[target.model.handle]
            else { continue }
            if holding.handle == model.handle {
                let name = relatedLocal(holder.member.handle, of: local)
                let (value, next) = reference(local, shape, holding, targeted, holder.member.handle, as: name)
                values.append(value)
                values += related(to: name, targeted, next, steps: steps + 1)
            }
            if targeted.handle == model.handle, case .one(let isOptional) = shape {
                let name = relatedLocal(target.member.handle, of: local)
                let isOne = relationship.cardinality == .oneToOne
                let type = names.model(holding.handle)
                values.append(
                    RelatedValue(
                        local: name, type: isOne ? "\(type)?" : "[\(type)]",
                        load: referrers(local, isOptional, holding, targeted, holder.member.handle, isOne: isOne)))
                values += related(to: name, holding, isOne ? .one(isOptional: true) : .list, steps: steps + 1)
            }
        }
        return values
    }

    private func reference(
        _ local: String, _ shape: Shape, _ holding: ModelDeclaration, _ targeted: ModelDeclaration, _ member: String,
        as name: String
    ) -> (value: RelatedValue, shape: Shape) {
        let property = names.member(member)
        let type = names.model(targeted.handle)
        let ids: SwiftExpression
        var result = ("RelatedLookup<\(type)>", Shape.lookup)
        switch shape {
        case .one(let isOptional):
            ids = .member(.code(local), property, isOptional: isOptional)
            result = ("\(type)?", .one(isOptional: true))
        case .list: ids = .call("\(local).map", [SwiftArgument(nil, .code("\\.\(property)"))])
        case .lookup: ids = .call("\(local).instances.map", [SwiftArgument(nil, .code("\\.\(property)"))])
        }
        let load = SwiftExpression.call(
            "request.models.\(names.member(holding.handle)).referred", [SwiftArgument("to", ids)])
        return (RelatedValue(local: name, type: result.0, load: .prefix("try await", load)), result.1)
    }

    private func referrers(
        _ local: String, _ isOptional: Bool, _ holding: ModelDeclaration, _ targeted: ModelDeclaration, _ member: String,
        isOne: Bool
    ) -> SwiftExpression {
        let related = SwiftExpression.call(
            "request.models.\(names.member(targeted.handle)).related",
            [
                SwiftArgument(nil, .code("\(names.model(holding.handle)).self")),
                SwiftArgument("by", .code(".\(names.member(member))")),
                SwiftArgument("to", .member(.code(local), "id", isOptional: isOptional)),
            ])
        return .prefix("try await", related.calling(isOne ? "first" : "all"))
    }
}
