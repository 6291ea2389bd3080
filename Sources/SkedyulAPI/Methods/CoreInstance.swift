#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// An instance of a model as the platform has it.
public struct CoreInstance: Hashable, Sendable, Identifiable, CoreReadable {
    public let id: String
    /// The tenant; nil where the platform does not say.
    public let appInstallationID: String?
    public let modelID: String?
    public let label: String?
    /// By field handle.
    public let values: JSONObject
    /// The instance's own variables, by name; nil when they were not asked for.
    public let variables: Secret<[String: String]>?
    /// The platform need not tell times; nil then.
    public let createdAt: Date?
    public let updatedAt: Date?
    /// What `instance.upsertMany` did.
    public let isNew: Bool?

    /// Members of the answer that are no fields.
    private static let others: Set<String> = ["id", "appInstallationId", "env", "_meta", "mode", "createdAt", "updatedAt"]

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = reader.required("id", as: String.self)
        appInstallationID = reader.optional("appInstallationId", as: String.self)
        let meta = reader.optional("_meta", as: JSONObject.self) ?? [:]
        modelID = meta["modelId"]?.stringValue
        label = meta["label"]?.stringValue
        variables = reader.optional("env", as: JSONObject.self).map { env in
            Secret(env.reduce(into: [:]) { $0[$1.key] = $1.value.stringValue })
        }
        var times = ObjectReader(.object(meta), unknownKeys: .ignore)
        createdAt = reader.moment("createdAt") ?? times.moment("createdAt")
        updatedAt = reader.moment("updatedAt") ?? times.moment("updatedAt")
        isNew = reader.optional("mode", as: String.self).map { $0 == "created" }
        guard let id else { throw reader.failure() }
        self.id = id
        values = JSONObject((json.objectValue ?? [:]).filter { !Self.others.contains($0.key) && !$0.value.isNull })
    }
}

/// What is written to an instance.
public struct CoreDraft: Hashable, Sendable {
    /// By field handle; `null` clears.
    public var values: JSONObject
    /// The instance's own variables, by name; nil leaves them alone.
    public var variables: Secret<[String: String]>?

    public init(values: JSONObject, variables: Secret<[String: String]>? = nil) {
        self.values = values
        self.variables = variables
    }

    func parameters(_ others: JSONObject) -> JSONObject {
        var parameters = others
        parameters["data"] = .object(values)
        parameters["env"] = variables?.expose().json
        return parameters
    }

    func item(_ others: JSONObject = [:]) -> JSON { .object(parameters(others)) }
}

/// One page of a list.
public struct CorePage<Element: Sendable>: Sendable {
    public let elements: [Element]
    public let hasMore: Bool
    /// How many there are on all pages, if the platform says so.
    public let total: Int?
}

/// What became of many writes that were made in one call.
public struct CoreBatch: Sendable {
    /// Why one of them was not made.
    public struct Problem: Hashable, Sendable, CoreReadable {
        /// Of the item among those that were given, from 0.
        public let index: Int
        public let message: String

        init(reading json: JSON, at path: String) throws(InvalidValue) {
            var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
            let index = reader.required("index", as: Int.self)
            message = json["error"]?.stringValue ?? json["error"]?["message"]?.stringValue ?? "no reason is given"
            guard let index else { throw reader.failure() }
            self.index = index
        }
    }

    /// Those that were made, in the order of what was given.
    public let instances: [CoreInstance]
    public let problems: [Problem]

    init(_ answer: CoreAnswer, key: String) throws(CoreFailure) {
        instances = try answer.list(key)
        problems = try answer.list("errors")
    }

    /// The instances beside the items that they were made of.
    ///
    /// - Returns: nil when it cannot be told which is which.
    public func matched(to count: Int) -> [CoreInstance?]? {
        let refused = Set(problems.map(\.index))
        guard refused.allSatisfy((0..<count).contains), instances.count == count - refused.count else { return nil }
        var rest = instances[...]
        return (0..<count).map { refused.contains($0) ? nil : rest.popFirst() }
    }
}
