public import IntegrationKit

extension CoreAccess {
    /// `event.create`: tells the workplace's workflows. Made twice, they are told twice.
    ///
    /// - Parameter name: Without the app: the platform calls it `app.{handle}.{name}`.
    /// - Returns: the event's id; nil when nobody has subscribed to it.
    @discardableResult
    public func createEvent(_ name: String, payload: JSON) async throws(CoreFailure) -> String? {
        let answer = try await call("event.create", ["name": .string(name), "payload": payload], .once)
        return answer.data["emitted"]?.boolValue == false ? nil : answer.data["eventId"]?.stringValue
    }

    /// `resource.link`: links a channel, or the installation, with an instance of the workplace's model.
    ///
    /// - Returns: the instance's id.
    public func linkResource(
        _ handle: String, to model: String, channel: String? = nil, fields: JSONObject = [:]
    ) async throws(CoreFailure) -> String {
        var parameters: JSONObject = ["handle": .string(handle), "targetModelId": .string(model)]
        parameters["channelId"] = channel?.json
        if !fields.isEmpty { parameters["fieldMappings"] = .object(fields) }
        return try await call("resource.link", parameters, .once).member("instanceId")
    }

    /// `batch.start`: has the platform run a batch operation of the manifest.
    ///
    /// - Parameter entity: Handle of what it brings.
    /// - Returns: the job's id.
    /// - Throws: ``CoreFailure/refused(_:)`` with ``CoreRefusal/isConflict`` when it is running already.
    public func startBatch(
        _ operation: String, entity: String, input: JSON? = nil, label: String? = nil, pageSize: Int? = nil
    ) async throws(CoreFailure) -> String {
        var parameters: JSONObject = ["operationHandle": .string(operation), "entityHandle": .string(entity)]
        parameters["input"] = input
        parameters["label"] = label?.json
        parameters["pageSize"] = pageSize?.json
        return try await call("batch.start", parameters, .once).member("batchJobId")
    }
}
