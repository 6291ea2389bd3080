#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import OutboundHTTP

/// A successful answer, taken out of the platform's envelope `{success, data, errors, pagination}`.
struct CoreAnswer: Sendable {
    let data: JSON
    let pagination: JSON?

    /// - Throws: ``CoreFailure/refused(_:)`` for every envelope that says no, whatever its status;
    ///   ``CoreFailure/unreadable(status:reason:)`` for what is no envelope. What came is never repeated in a failure but
    ///   for the platform's own messages, cut short: it can hold personal data.
    init(_ response: HTTPResponse, to method: String) throws(CoreFailure) {
        let json: JSON
        do throws(JSONSyntaxError) {
            json = try JSON.parse(response.body, duplicateKeys: .keepLast)
        } catch {
            throw .unreadable(status: response.status, reason: "it is not JSON")
        }
        if json["success"]?.boolValue == true, response.isSuccess {
            data = json["data"] ?? .null
            pagination = json["pagination"]
            return
        }
        let problems = Self.problems(in: json)
        if json["success"]?.boolValue == false || (response.status >= 400 && !problems.isEmpty) {
            throw .refused(CoreRefusal(method: method, status: response.status, problems: problems))
        }
        throw .unreadable(status: response.status, reason: "it says neither that it was done nor that it was not")
    }

    /// `errors` of the envelope; `error` of the pages that stand before it, as text or as `{code, message}`.
    private static func problems(in json: JSON) -> [CoreRefusal.Problem] {
        (json["errors"]?.arrayValue ?? json["error"].map { [$0] } ?? []).prefix(20).compactMap { problem in
            if let text = problem.stringValue { return .init(field: nil, code: "UNKNOWN", message: short(text)) }
            guard problem.objectValue != nil else { return nil }
            let code = problem["code"].map { $0.stringValue ?? $0.serialized() } ?? "UNKNOWN"
            return .init(
                field: problem["field"]?.stringValue.map(short), code: short(code),
                message: short(problem["message"]?.stringValue ?? "no reason is given"))
        }
    }

    private static func short(_ text: String) -> String { text.count <= 300 ? text : text.prefix(300) + "…" }

    // MARK: Reading

    /// The data as one thing.
    func value<Value: CoreReadable>(_ type: Value.Type = Value.self) throws(CoreFailure) -> Value {
        try Self.reading { path throws(InvalidValue) in try Value(reading: data, at: path) }
    }

    /// The data as one thing, or null for none.
    func optional<Value: CoreReadable>(_ type: Value.Type = Value.self) throws(CoreFailure) -> Value? {
        data.isNull ? nil : try value()
    }

    /// The data as a list of things.
    func list<Value: CoreReadable>(_ type: Value.Type = Value.self) throws(CoreFailure) -> [Value] {
        try Self.list(data, at: "data")
    }

    /// A list that is a member of the data; a missing one is empty.
    func list<Value: CoreReadable>(_ key: String, of type: Value.Type = Value.self) throws(CoreFailure) -> [Value] {
        guard let member = data[key], !member.isNull else { return [] }
        return try Self.list(member, at: "data.\(key)")
    }

    /// A member of the data that must be there.
    func member<Value: JSONConvertible>(
        _ key: String, as type: Value.Type = Value.self
    ) throws(CoreFailure) -> Value {
        try Self.reading { path throws(InvalidValue) in
            var reader = ObjectReader(data, at: path, unknownKeys: .ignore)
            guard let value = reader.required(key, as: Value.self) else { throw reader.failure() }
            return value
        }
    }

    private static func list<Value: CoreReadable>(_ json: JSON, at path: String) throws(CoreFailure) -> [Value] {
        try reading { _ throws(InvalidValue) in
            guard let elements = json.arrayValue else {
                throw InvalidValue(at: path, "must be a list, not \(json.kindDescription)")
            }
            var values: [Value] = []
            values.reserveCapacity(elements.count)
            for (index, element) in elements.enumerated() {
                values.append(try Value(reading: element, at: "\(path)[\(index)]"))
            }
            return values
        }
    }

    private static func reading<Value>(
        _ read: (String) throws(InvalidValue) -> Value
    ) throws(CoreFailure) -> Value {
        do throws(InvalidValue) {
            return try read("data")
        } catch {
            throw .unreadable(status: 200, reason: error.description)
        }
    }
}

/// Something that the platform sends and never gets.
protocol CoreReadable: Sendable {
    /// Members that this version does not know are ignored: the platform's API may grow.
    init(reading json: JSON, at path: String) throws(InvalidValue)
}

extension ObjectReader {
    /// A moment; what cannot be read as one is none, for nobody's work hangs on it.
    mutating func moment(_ key: String) -> Date? {
        switch optional(key, as: JSON.self) {
        case .string(let text)?: Timestamp.parse(text)
        case .number(let milliseconds)?: Date(timeIntervalSince1970: milliseconds.double / 1000)
        default: nil
        }
    }
}
