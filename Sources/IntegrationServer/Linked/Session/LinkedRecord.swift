#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import SkedyulAPI

extension Record {
    /// An instance of the platform's, its values in the form in which they are compared. One that does not fit its field
    /// stays as it came: who reads it is told.
    ///
    /// The platform need not say when an instance was written. Then it is as old as can be, so that whoever asks whether
    /// it is fresh looks for himself.
    init(_ instance: CoreInstance, of model: ModelDescriptor) {
        let created = instance.createdAt ?? Date(timeIntervalSince1970: 0)
        var values = JSONObject()
        for field in model.fields {
            if field.isEncrypted {
                let text = instance.variables?.expose()[field.variable]
                if let text, !text.isEmpty { values[field.handle] = field.value(ofVariable: text) }
            } else if let value = instance.values[field.handle], !value.isNull {
                values[field.handle] = (try? field.canonical(value)) ?? value
            }
        }
        self.init(id: instance.id, values: values, createdAt: created, updatedAt: instance.updatedAt ?? created)
    }
}

extension ModelDescriptor {
    var hasSecrets: Bool { fields.contains(where: \.isEncrypted) }

    /// The values that travel as fields.
    func open(_ values: JSONObject) -> JSONObject {
        JSONObject(values.filter { field($0.key)?.isEncrypted != true })
    }

    /// All variables of an instance with these values; nil when none of `written` is one. An empty text stands for no
    /// value, for leaving a variable out may leave it alone.
    func secrets(of values: JSONObject, written: JSONObject) -> Secret<[String: String]>? {
        let encrypted = fields.filter(\.isEncrypted)
        guard encrypted.contains(where: { written[$0.handle] != nil }) else { return nil }
        return Secret(
            encrypted.reduce(into: [:]) { variables, field in
                let value = values[field.handle] ?? .null
                if !value.isNull || written[field.handle] != nil { variables[field.variable] = field.variable(of: value) }
            })
    }
}

extension FieldDescriptor {
    /// As the platform's config names the variable that an encrypted field is there.
    fileprivate var variable: String { handle.uppercased() }

    fileprivate func variable(of value: JSON) -> String {
        value.isNull ? "" : value.stringValue ?? value.serialized()
    }

    fileprivate func value(ofVariable text: String) -> JSON {
        let value: JSON = isList || ![.string, .longString].contains(scalar) ? (try? JSON.parse(text)) ?? .string(text) : .string(text)
        return (try? canonical(value)) ?? (try? canonical(.string(text))) ?? value
    }
}
