package import Cryptography
package import IntegrationKit

/// Seals what the manifest calls encrypted. Every envelope is bound to its place: one that is moved to another row,
/// column or tenant does not open.
package struct Sealer: Sendable {
    private let keys: SealingKeys

    package init(keys: SealingKeys) { self.keys = keys }

    // MARK: Variables

    package func seal(
        _ value: String, variable: String, of installation: InstallationID
    ) throws(SealingError) -> [UInt8] {
        try keys.seal(Array(value.utf8), boundTo: Self.place("env", installation.rawValue, variable))
    }

    package func open(
        _ envelope: [UInt8], variable: String, of installation: InstallationID
    ) throws(SealingError) -> String {
        let bytes = try keys.open(envelope, boundTo: Self.place("env", installation.rawValue, variable))
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Fields

    /// The stored form of a field's value: the Base64 text of the envelope of its JSON text.
    package func seal(
        _ value: JSON, field: String, of model: String, record: String, in installation: InstallationID
    ) throws(SealingError) -> JSON {
        let place = Self.place("field", installation.rawValue, model, record, field)
        return .string(Base64.encode(try keys.seal(value.bytes(), boundTo: place)))
    }

    package func open(
        _ stored: JSON, field: String, of model: String, record: String, in installation: InstallationID
    ) throws(SealingError) -> JSON {
        guard let envelope = stored.stringValue.flatMap({ Base64.decode($0) }) else { throw .notAnEnvelope }
        let place = Self.place("field", installation.rawValue, model, record, field)
        let bytes = try keys.open(envelope, boundTo: place)
        guard let value = try? JSON.parse(bytes) else { throw .notAnEnvelope }
        return value
    }

    // MARK: Rotation

    /// The variable's envelope under the current key; nil when it is already.
    package func resealed(
        _ envelope: [UInt8], variable: String, of installation: InstallationID
    ) throws(SealingError) -> [UInt8]? {
        guard keys.needsResealing(envelope) else { return nil }
        return try seal(try open(envelope, variable: variable, of: installation), variable: variable, of: installation)
    }

    /// The stored text of the field under the current key; nil when it is already.
    package func resealed(
        _ text: String, field: String, of model: String, record: String, in installation: InstallationID
    ) throws(SealingError) -> [UInt8]? {
        guard let envelope = Base64.decode(text) else { throw .notAnEnvelope }
        guard keys.needsResealing(envelope) else { return nil }
        let value = try open(.string(text), field: field, of: model, record: record, in: installation)
        let sealed = try seal(value, field: field, of: model, record: record, in: installation)
        return sealed.stringValue.map { Array($0.utf8) }
    }

    /// The parts with their lengths, so that no two lists of parts are the same bytes.
    private static func place(_ parts: String...) -> [UInt8] {
        parts.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
    }
}
