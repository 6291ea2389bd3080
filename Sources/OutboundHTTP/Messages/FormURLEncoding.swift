/// Names and values as `application/x-www-form-urlencoded`, for bodies and for the query of a URL.
public enum FormURLEncoding {
    /// `name=value` pairs joined by `&`, in the given order. All bytes but `A–Z a–z 0–9 - . _ ~` are percent-encoded, a
    /// space as `%20`, which is right in a query as well as in a body.
    public static func encode(_ pairs: some Sequence<(name: String, value: String)>) -> String {
        pairs.map { "\(component($0.name))=\(component($0.value))" }.joined(separator: "&")
    }

    /// One component percent-encoded: a path segment or one side of a pair.
    public static func component(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(byte)
            default:
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
