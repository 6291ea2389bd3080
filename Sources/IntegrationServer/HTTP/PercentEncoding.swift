/// `%XX` in addresses and forms (RFC 3986 section 2.1).
enum PercentEncoding {
    /// The bytes that the text stands for.
    ///
    /// - Parameter plusIsSpace: As in queries and forms; in paths a plus is a plus.
    /// - Returns: `isWellFormed` is false when a `%` is not followed by two hexadecimal digits; it is kept as it is.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> (bytes: [UInt8], isWellFormed: Bool) {
        var bytes: [UInt8] = []
        var isWellFormed = true
        var input = ArraySlice(Array(text.utf8))
        while let byte = input.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard input.count >= 2, let high = digit(input[input.startIndex]),
                    let low = digit(input[input.startIndex + 1])
                else {
                    isWellFormed = false
                    bytes.append(byte)
                    continue
                }
                bytes.append(high << 4 | low)
                input = input.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return (bytes, isWellFormed)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
