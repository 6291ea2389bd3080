#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit

/// What a unit of work has written to one model and not yet committed, laid over what the store has.
struct RecordOverlay {
    /// By id; nil for an instance that was removed.
    private(set) var written: [String: Record?] = [:]

    /// The written form of the instance: nil when it was not touched, `.some(nil)` when it was removed.
    subscript(id: String) -> Record?? { written[id] }

    mutating func put(_ record: Record) { written[record.id] = .some(record) }
    mutating func remove(_ id: String) { written[id] = .some(nil) }

    /// How many rows more than the query's limit must be read so that enough are left.
    var extraRows: Int { written.count }

    /// - Parameter stored: All rows that match the query in the store, in its order, from the first on: at least
    ///   `offset + limit + extraRows` of them if there are so many.
    func merged(with stored: [Record], query: RecordQuery, model: ModelDescriptor) -> [Record] {
        let merged = matching(stored, query: query, model: model)
            .sorted { Self.precedes($0, $1, order: query.order, model: model) }
        return Array(merged.dropFirst(query.offset).prefix(query.limit))
    }

    /// The untouched stored rows and the written ones that match, in no order.
    func matching(_ stored: [Record], query: RecordQuery, model: ModelDescriptor) -> [Record] {
        stored.filter { written[$0.id] == nil }
            + written.values.compactMap { $0 }.filter { Self.matches($0, query: query, model: model) }
    }

    // MARK: Conditions

    static func matches(_ record: Record, query: RecordQuery, model: ModelDescriptor) -> Bool {
        query.conditions.allSatisfy { condition in
            guard let value = value(condition.field, of: record), !value.isNull,
                let wanted = try? model.comparable(condition), !wanted.isNull
            else { return false }
            let scalar = scalar(condition.field, of: model)
            return switch condition.operator {
            case .equal: compare(value, wanted, scalar) == 0
            case .notEqual: compare(value, wanted, scalar) != 0
            case .greater: compare(value, wanted, scalar) > 0
            case .greaterOrEqual: compare(value, wanted, scalar) >= 0
            case .less: compare(value, wanted, scalar) < 0
            case .lessOrEqual: compare(value, wanted, scalar) <= 0
            case .isIn: (wanted.arrayValue ?? []).contains { compare(value, $0, scalar) == 0 }
            case .contains: contains(value, wanted, scalar)
            }
        }
    }

    private static func contains(_ value: JSON, _ part: JSON, _ scalar: FieldDescriptor.Scalar) -> Bool {
        if let elements = value.arrayValue { return elements.contains { compare($0, part, scalar) == 0 } }
        guard let text = value.stringValue, let part = part.stringValue else { return false }
        return text.lowercased().contains(part.lowercased())
    }

    // MARK: Order

    static func precedes(_ a: Record, _ b: Record, order: [RecordQuery.Order], model: ModelDescriptor) -> Bool {
        for order in order {
            let result = compare(
                value(order.field, of: a) ?? .null, value(order.field, of: b) ?? .null, scalar(order.field, of: model))
            if result != 0 { return order.descending ? result > 0 : result < 0 }
        }
        return compareText(a.id, b.id) < 0
    }

    private static func value(_ field: String, of record: Record) -> JSON? {
        switch field {
        case "id": .string(record.id)
        case "created_at": record.createdAt.json
        case "updated_at": record.updatedAt.json
        default: record.values[field]
        }
    }

    private static func scalar(_ field: String, of model: ModelDescriptor) -> FieldDescriptor.Scalar {
        model.queried(field)?.scalar ?? .string
    }

    /// Nulls first; numbers by value, moments by time, texts by their UTF-8 bytes as the store does.
    private static func compare(_ a: JSON, _ b: JSON, _ scalar: FieldDescriptor.Scalar) -> Int {
        if a.isNull || b.isNull { return (a.isNull ? 0 : 1) - (b.isNull ? 0 : 1) }
        if scalar == .dateTime, let a = a.stringValue.flatMap(Timestamp.parse), let b = b.stringValue.flatMap(Timestamp.parse) {
            return a == b ? 0 : a < b ? -1 : 1
        }
        if let a = a.int64Value, let b = b.int64Value { return a == b ? 0 : a < b ? -1 : 1 }
        if let a = number(a, scalar), let b = number(b, scalar) { return a == b ? 0 : a < b ? -1 : 1 }
        if let a = a.boolValue, let b = b.boolValue { return (a ? 1 : 0) - (b ? 1 : 0) }
        if let a = a.stringValue, let b = b.stringValue { return compareText(a, b) }
        return compareText(a.serialized(), b.serialized())
    }

    private static func number(_ value: JSON, _ scalar: FieldDescriptor.Scalar) -> Double? {
        value.doubleValue ?? (scalar == .decimal ? value.stringValue.flatMap(Double.init) : nil)
    }

    private static func compareText(_ a: String, _ b: String) -> Int {
        if a.utf8.elementsEqual(b.utf8) { return 0 }
        return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    }
}
