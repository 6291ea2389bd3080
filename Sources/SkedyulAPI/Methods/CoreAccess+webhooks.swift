#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// An address of the platform's at which a webhook of the integration is reached.
public struct CoreWebhook: Hashable, Sendable, Identifiable, CoreReadable {
    /// `whkr_…`.
    public let id: String
    public let url: String
    /// nil: never by itself.
    public let expiresAt: Date?
    /// Of the webhook in the manifest; nil in the answer of its creation.
    public let name: String?
    /// Comes back with every request, as its `registration`.
    public let context: JSONObject

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = reader.required("id", as: String.self)
        let url = reader.required("url", as: String.self)
        expiresAt = reader.moment("expiresAt")
        name = reader.optional("name", as: String.self)
        context = reader.optional("context", as: JSONObject.self) ?? [:]
        guard let id, let url else { throw reader.failure() }
        self.id = id
        self.url = url
    }
}

extension CoreAccess {
    /// `webhook.create`. Made twice, there are two addresses.
    public func createWebhook(
        _ name: String, context: JSONObject = [:], lifetime: Duration? = nil
    ) async throws(CoreFailure) -> CoreWebhook {
        var parameters: JSONObject = ["name": .string(name)]
        if !context.isEmpty { parameters["context"] = .object(context) }
        parameters["expiresIn"] = lifetime.map { Int($0.components.seconds).json }
        return try await call("webhook.create", parameters, .once).value()
    }

    /// `webhook.list`.
    public func webhooks(named name: String? = nil) async throws(CoreFailure) -> [CoreWebhook] {
        var parameters = JSONObject()
        parameters["name"] = name?.json
        return try await call("webhook.list", parameters, .repeatable).list()
    }

    /// `webhook.delete`. - Returns: false when there was none.
    @discardableResult
    public func deleteWebhook(_ id: String) async throws(CoreFailure) -> Bool {
        do throws(CoreFailure) {
            return try await call("webhook.delete", ["id": .string(id)], .repeatable).member("deleted")
        } catch {
            if case .refused(let refusal) = error, refusal.isNotFound { return false }
            throw error
        }
    }

    /// `webhook.deleteByName`. - Returns: how many there were.
    @discardableResult
    public func deleteWebhooks(
        named name: String, matching filter: CoreFilter = CoreFilter()
    ) async throws(CoreFailure) -> Int {
        var parameters = filter.parameters()
        parameters["name"] = .string(name)
        return try await call("webhook.deleteByName", parameters, .repeatable).member("count")
    }
}
