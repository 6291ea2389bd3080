public import IntegrationKit

/// A tool that the platform calls by the clock.
public struct CoreSchedule: Hashable, Sendable, Identifiable, CoreReadable {
    public let id: String
    public let tool: String
    /// As crontab(5) reads it.
    public let schedule: String
    /// IANA name.
    public let timeZone: String?
    public let isEnabled: Bool
    public let inputs: JSONObject
    public let cursorKey: String?
    public let label: String?

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = reader.required("id", as: String.self)
        let tool = reader.required("toolName", as: String.self)
        let schedule = reader.required("schedule", as: String.self)
        timeZone = reader.optional("timezone", as: String.self)
        isEnabled = reader.optional("enabled", as: Bool.self) ?? true
        inputs = reader.optional("inputs", as: JSONObject.self) ?? [:]
        cursorKey = reader.optional("cursorKey", as: String.self)
        label = reader.optional("label", as: String.self)
        guard let id, let tool, let schedule else { throw reader.failure() }
        (self.id, self.tool, self.schedule) = (id, tool, schedule)
    }
}

extension CoreAccess {
    /// `cron.subscribe`. Made twice, the tool runs twice each time.
    public func subscribe(
        _ tool: String, schedule: String, timeZone: String? = nil, inputs: JSONObject = [:], cursorKey: String? = nil,
        label: String? = nil
    ) async throws(CoreFailure) -> CoreSchedule {
        var parameters: JSONObject = ["toolName": .string(tool), "schedule": .string(schedule)]
        parameters["timezone"] = timeZone?.json
        if !inputs.isEmpty { parameters["inputs"] = .object(inputs) }
        parameters["cursorKey"] = cursorKey?.json
        parameters["label"] = label?.json
        return try await call("cron.subscribe", parameters, .once).value()
    }

    /// `cron.unsubscribe`. - Returns: false when there was none.
    @discardableResult
    public func unsubscribe(_ id: String) async throws(CoreFailure) -> Bool {
        try await call("cron.unsubscribe", ["subscriptionId": .string(id)], .repeatable).member("deleted")
    }

    /// `cron.list`.
    public func schedules(of tool: String? = nil) async throws(CoreFailure) -> [CoreSchedule] {
        var parameters = JSONObject()
        parameters["toolName"] = tool?.json
        return try await call("cron.list", parameters, .repeatable).list()
    }
}
