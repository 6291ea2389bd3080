public import IntegrationKit

/// A step of the integration's setup, and how far it is.
public struct CoreSetupStep: Hashable, Sendable, Identifiable, CoreReadable {
    public enum Status: String, Hashable, Sendable, CaseIterable, JSONConvertible {
        case pending = "PENDING", ready = "READY", skipped = "SKIPPED", invalidated = "INVALIDATED", blocked = "BLOCKED"
    }

    public let id: String
    public let handle: String
    /// `APP`, `CRM`, `REALTIME` or `ENV`; the set is open.
    public let kind: String
    public let status: Status
    public let label: String
    public let description: String?
    /// Handles of the steps before it.
    public let requires: [String]
    public let config: JSONObject
    public let metadata: JSONObject

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = reader.required("id", as: String.self)
        let handle = reader.required("handle", as: String.self)
        let status = reader.required("status", as: Status.self)
        kind = reader.optional("kind", as: String.self) ?? "APP"
        label = reader.optional("label", as: String.self) ?? handle ?? ""
        description = reader.optional("description", as: String.self)
        requires = reader.optional("requires", as: [String].self) ?? []
        config = reader.optional("config", as: JSONObject.self) ?? [:]
        metadata = reader.optional("metadata", as: JSONObject.self) ?? [:]
        guard let id, let handle, let status else { throw reader.failure() }
        (self.id, self.handle, self.status) = (id, handle, status)
    }
}

extension CoreAccess {
    /// `setup.list`.
    public func setupSteps() async throws(CoreFailure) -> [CoreSetupStep] {
        try await call("setup.list", [:], .repeatable).list("steps")
    }

    /// `setup.get`.
    public func setupStep(_ handle: String) async throws(CoreFailure) -> CoreSetupStep? {
        try await call("setup.get", ["handle": .string(handle)], .repeatable).optional()
    }

    /// `setup.complete`.
    public func completeSetupStep(_ handle: String, metadata: JSONObject = [:]) async throws(CoreFailure) {
        try await move("setup.complete", handle, metadata)
    }

    /// `setup.skip`.
    public func skipSetupStep(_ handle: String, metadata: JSONObject = [:]) async throws(CoreFailure) {
        try await move("setup.skip", handle, metadata)
    }

    /// `setup.invalidate`.
    public func invalidateSetupStep(
        _ handle: String, reason: String? = nil, metadata: JSONObject = [:]
    ) async throws(CoreFailure) {
        try await move("setup.invalidate", handle, metadata, reason: reason)
    }

    /// `setup.reconcile`: completes the steps whose conditions hold. - Returns: how many.
    @discardableResult
    public func reconcileSetup() async throws(CoreFailure) -> Int {
        try await call("setup.reconcile", [:], .repeatable).member("completed")
    }

    /// `setup.capabilities`: those that the installation has.
    public func capabilities() async throws(CoreFailure) -> Set<Capability> {
        let answer = try await call("setup.capabilities", [:], .repeatable)
        let names = (answer.data["capabilities"]?.objectValue ?? [:]).filter { $0.value == true }.map(\.key)
        return Set(names.map { Capability($0) })
    }

    private func move(
        _ method: String, _ handle: String, _ metadata: JSONObject, reason: String? = nil
    ) async throws(CoreFailure) {
        var parameters: JSONObject = ["handle": .string(handle)]
        parameters["reason"] = reason?.json
        if !metadata.isEmpty { parameters["metadata"] = .object(metadata) }
        _ = try await call(method, parameters, .repeatable)
    }
}
