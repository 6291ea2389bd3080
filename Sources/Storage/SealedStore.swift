public import IntegrationKit

/// Sealed values, which the store cannot read, exchanged for the same ones under another key.
public protocol SealedStore: Sendable {
    /// Replaces a sealed value unless it has changed meanwhile. - Returns: false when it has.
    func replaceSealed(
        _ place: SealedPlace, _ old: [UInt8], with new: [UInt8], in installation: InstallationID
    ) async throws(StorageError) -> Bool
}

/// Where a sealed value is in an installation.
public enum SealedPlace: Hashable, Sendable {
    /// By the variable's name.
    case variable(String)
    /// The bytes are those of the Base64 text that the field holds.
    case field(String, model: String, id: String)
}
