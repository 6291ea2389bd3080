#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import IntegrationKit

/// How Meta spells common things.
extension JSON {
    /// An id: text, or the exact digits of a number. Ids exceed what a `Double` can hold.
    var idText: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let number): number.int64 == nil ? nil : number.text
        default: nil
        }
    }

    /// Seconds since 1970, as a number or as text; nil for zero, which means never, and for anything else.
    var unixTime: Date? {
        let seconds = int64Value ?? stringValue.flatMap(Int64.init)
        // Beyond the year 9999 it is no time that anybody meant.
        guard let seconds, seconds > 0, seconds < 253_402_300_800 else { return nil }
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// Text that is not empty.
    var filledText: String? {
        stringValue.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `debug_token` says `subcode` where envelopes say `error_subcode`.
    func withSubcode() -> JSON {
        guard var object = objectValue, object["error_subcode"] == nil, let subcode = object["subcode"] else {
            return self
        }
        object["error_subcode"] = subcode
        return .object(object)
    }
}
