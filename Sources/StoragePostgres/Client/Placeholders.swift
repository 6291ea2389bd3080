/// Statements say `?` where PostgreSQL wants `$1`, `$2`.
enum Placeholders {
    static func numbered(_ sql: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(sql.utf8.count + 32)
        var number = 0
        // The quote that ends the text or the name that we are in.
        var quote: UInt8?
        for byte in sql.utf8 {
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                if quote == byte { quote = nil } else if quote == nil { quote = byte }
                result.append(byte)
            case UInt8(ascii: "?") where quote == nil:
                number += 1
                result += Array("$\(number)".utf8)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
