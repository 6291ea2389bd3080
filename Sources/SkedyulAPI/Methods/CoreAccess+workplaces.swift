#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// A workplace as the platform has it.
public struct CoreWorkplace: Hashable, Sendable, Identifiable, CoreReadable {
    public let id: String
    public let name: String
    public let createdAt: Date?
    public let metadata: JSONObject

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = reader.required("id", as: String.self)
        let name = reader.required("name", as: String.self)
        createdAt = reader.moment("createdAt")
        metadata = reader.optional("metadata", as: JSONObject.self) ?? [:]
        guard let id, let name else { throw reader.failure() }
        self.id = id
        self.name = name
    }
}

extension CoreAccess {
    /// `workplace.list`.
    public func workplaces(matching filter: CoreFilter = CoreFilter(), limit: Int? = nil) async throws(CoreFailure) -> [CoreWorkplace] {
        try await call("workplace.list", filter.parameters(limit: limit), .repeatable).list()
    }

    /// `workplace.get`.
    public func workplace(_ id: String) async throws(CoreFailure) -> CoreWorkplace? {
        try await call("workplace.get", ["id": .string(id)], .repeatable).optional()
    }
}
