#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WireJSON {
    /// Reads a JSON text, or gives `nil` when it is not JSON.
    ///
    /// Members of a read object are sorted by key, since nothing that the sandbox reads depends on their order.
    init?(parsing bytes: some Collection<UInt8>) {
        guard let value = try? JSONDecoder().decode(WireJSON.self, from: Data(bytes)) else { return nil }
        self = value
    }
}

extension WireJSON: Decodable {
    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: AnyKey.self) {
            let keys = object.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(
                try keys.map { Member(key: $0.stringValue, value: try object.decode(WireJSON.self, forKey: $0)) })
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var values: [WireJSON] = []
            while !list.isAtEnd { values.append(try list.decode(WireJSON.self)) }
            self = .array(values)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? single.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? single.decode(Double.self) {
            self = .double(value)
        } else {
            self = .string(try single.decode(String.self))
        }
    }
}
