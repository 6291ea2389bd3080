public import IntegrationKit

/// Reads of instances: one table a model. Writes go through ``Store/commit(_:in:)``.
public protocol InstanceStore: Sendable {
    /// Encrypted fields come as the Base64 text of their sealed envelope.
    func records(
        of model: ModelDescriptor, in installation: InstallationID, matching query: RecordQuery
    ) async throws(StorageError) -> [Record]
    /// Ignores the query's limit and offset.
    func count(
        of model: ModelDescriptor, in installation: InstallationID, matching query: RecordQuery
    ) async throws(StorageError) -> Int
}
