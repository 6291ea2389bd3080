#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RecordQuery {
    /// Whether the query's conditions hold for a record, by the rules that every store follows:
    ///
    /// - text is compared byte for byte, `CONTAINS` included; decimals by their exact value; moments by time;
    /// - `NEQ` holds where there is no value, for "no value" differs from every value; all other operators do not;
    /// - a condition with `null`, or one that cannot be asked of the model, matches nothing.
    public func matches(_ record: Record, of model: ModelDescriptor) -> Bool {
        conditions.allSatisfy { condition in
            guard let field = model.queried(condition.field), let wanted = try? model.comparable(condition),
                !wanted.isNull
            else { return false }
            guard let value = record.value(of: condition.field), !value.isNull else {
                return condition.operator == .notEqual
            }
            return switch condition.operator {
            case .equal: field.order(value, wanted) == 0
            case .notEqual: field.order(value, wanted) != 0
            case .greater: field.order(value, wanted) > 0
            case .greaterOrEqual: field.order(value, wanted) >= 0
            case .less: field.order(value, wanted) < 0
            case .lessOrEqual: field.order(value, wanted) <= 0
            case .isIn: (wanted.arrayValue ?? []).contains { field.order(value, $0) == 0 }
            case .contains: field.contains(value, wanted)
            }
        }
    }

    /// Whether `first` stands before `second`. Records without a value come last in either direction; the id decides
    /// what is left.
    public func places(_ first: Record, before second: Record, of model: ModelDescriptor) -> Bool {
        for order in order {
            guard let field = model.queried(order.field) else { continue }
            let result: Int
            switch (first.value(of: order.field), second.value(of: order.field)) {
            case (nil, nil): continue
            case (nil, _): return false
            case (_, nil): return true
            case (let one?, let other?): result = field.order(one, other)
            }
            if result != 0 { return order.descending ? result > 0 : result < 0 }
        }
        return orderOfBytes(first.id, second.id) < 0
    }

    /// The page that the query gives of these records.
    public func page(of records: some Sequence<Record>, of model: ModelDescriptor) -> [Record] {
        let matching = records.filter { matches($0, of: model) }.sorted { places($0, before: $1, of: model) }
        return Array(matching.dropFirst(offset).prefix(limit))
    }
}

extension Record {
    /// The value of a field, or of `id`, `created_at` and `updated_at`.
    fileprivate func value(of field: String) -> JSON? {
        if let value = values[field], !value.isNull { return value }
        return switch field {
        case "id": .string(id)
        case "created_at": createdAt.json
        case "updated_at": updatedAt.json
        case "refreshed_at": refreshedAt.json
        default: nil
        }
    }
}

extension FieldDescriptor {
    /// Below zero when `one` is the smaller value. Both are canonical values of this field.
    fileprivate func order(_ one: JSON, _ other: JSON) -> Int {
        if isList || scalar == .object { return orderOfBytes(one.serialized(), other.serialized()) }
        switch scalar {
        case .integer:
            let (one, other) = (integer(one), integer(other))
            return one == other ? 0 : one < other ? -1 : 1
        case .number:
            let (one, other) = (one.doubleValue ?? 0, other.doubleValue ?? 0)
            return one == other ? 0 : one < other ? -1 : 1
        case .boolean: return (one == true ? 1 : 0) - (other == true ? 1 : 0)
        case .decimal: return DecimalText.order(one.stringValue ?? "0", other.stringValue ?? "0")
        case .dateTime:
            let (one, other) = (moment(one), moment(other))
            return one == other ? 0 : one < other ? -1 : 1
        case .string, .longString, .date, .time, .file, .image, .object:
            return orderOfBytes(one.stringValue ?? "", other.stringValue ?? "")
        }
    }

    fileprivate func contains(_ value: JSON, _ part: JSON) -> Bool {
        if isList { return (value.arrayValue ?? []).contains { sameElement($0, part) } }
        let (text, part) = (Array((value.stringValue ?? "").utf8), Array((part.stringValue ?? "").utf8))
        guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
        return (0...(text.count - part.count)).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }

    private func sameElement(_ one: JSON, _ other: JSON) -> Bool {
        if let one = one.stringValue, let other = other.stringValue { return orderOfBytes(one, other) == 0 }
        return one == other
    }

    private func integer(_ value: JSON) -> Int { (try? Int(json: value, at: "")) ?? 0 }

    private func moment(_ value: JSON) -> Double {
        value.stringValue.flatMap(Timestamp.parse)?.timeIntervalSince1970 ?? 0
    }
}

private func orderOfBytes(_ one: String, _ other: String) -> Int {
    if one.utf8.elementsEqual(other.utf8) { return 0 }
    return one.utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
}
