public import IntegrationKit

/// The id of a request: a text or an integer of any size, given back exactly as it came. `"1"` and `1` differ.
public struct RequestID: Hashable, Sendable {
    /// As it came.
    public let json: JSON

    /// nil for what MCP does not allow as an id: `null`, fractions, exponents, lists, objects.
    init?(_ json: JSON) {
        switch json {
        case .string: break
        case .number(let number):
            guard number.text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) else {
                return nil
            }
        default: return nil
        }
        self.json = json
    }
}
