internal import Cryptography
internal import IntegrationKit
internal import Storage

/// Seals everything anew that another key than the current one has sealed, so that an old key can go. Servers may run
/// meanwhile: what they write in the same moment stays as they wrote it, under the current key.
struct Resealing<I: Integration>: Sendable {
    let store: any Store
    let sealer: Sealer

    struct Result: Hashable, Sendable {
        /// Sealed anew.
        var renewed = 0
        /// That were under the current key already, or have just been written.
        var current = 0
        /// That none of the keys opens.
        var unopened = 0
    }

    func run() async throws(StorageError) -> Result {
        var result = Result()
        let encrypted = I.models.map { model in (model: model, fields: model.fields.filter(\.isEncrypted).map(\.handle)) }
        for installation in try await store.installations() {
            for (name, envelope) in try await store.environment(of: installation.id) {
                try await renew(.variable(name), envelope, installation.id, &result) { () throws(SealingError) in
                    try sealer.resealed(envelope, variable: name, of: installation.id)
                }
            }
            for (model, fields) in encrypted where !fields.isEmpty {
                try await renew(fields, of: model, in: installation.id, &result)
            }
        }
        return result
    }

    private func renew(
        _ fields: [String], of model: ModelDescriptor, in installation: InstallationID, _ result: inout Result
    ) async throws(StorageError) {
        var last = ""
        while true {
            let query = RecordQuery(
                conditions: [.init(field: "id", operator: .greater, value: .string(last))], order: [.init(field: "id")],
                limit: RecordQuery.maximumLimit)
            let records = try await store.records(of: model, in: installation, matching: query)
            for record in records {
                for field in fields {
                    guard let text = record.values[field]?.stringValue else { continue }
                    try await renew(
                        .field(field, model: model.handle, id: record.id), Array(text.utf8), installation, &result
                    ) { () throws(SealingError) in
                        try sealer.resealed(text, field: field, of: model.handle, record: record.id, in: installation)
                    }
                }
            }
            guard records.count == RecordQuery.maximumLimit, let end = records.last else { return }
            last = end.id
        }
    }

    /// - Parameter reseal: Gives nil for what is under the current key.
    private func renew(
        _ place: SealedPlace, _ old: [UInt8], _ installation: InstallationID, _ result: inout Result,
        _ reseal: () throws(SealingError) -> [UInt8]?
    ) async throws(StorageError) {
        let new: [UInt8]?
        do {
            new = try reseal()
        } catch {
            result.unopened += 1
            return
        }
        if let new, try await store.replaceSealed(place, old, with: new, in: installation) {
            result.renewed += 1
        } else {
            result.current += 1
        }
    }
}
