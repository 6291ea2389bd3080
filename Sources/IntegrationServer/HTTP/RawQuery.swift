/// The parameters of a query as they were sent: names may contain dots and brackets, order and repetitions are kept.
package struct RawQuery: Sendable {
    package let pairs: [(name: String, value: String)]

    /// - Parameter text: What follows the `?`, or the body of a form.
    package init(_ text: some StringProtocol) {
        pairs = text.split(separator: "&").map { pair in
            guard let equals = pair.firstIndex(of: "=") else { return (Self.decode(pair), "") }
            return (Self.decode(pair[..<equals]), Self.decode(pair[pair.index(after: equals)...]))
        }
    }

    /// The first value of this name.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of this name, in order.
    package func values(of name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// Plus is a space, `%XX` a byte; what cannot be decoded stays as it is. Bytes that are not UTF-8 become U+FFFD.
    private static func decode(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var input = ArraySlice(Array(text.utf8))
        while let byte = input.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), input.count >= 2, let high = digit(input[input.startIndex]),
                let low = digit(input[input.startIndex + 1])
            {
                bytes.append(high << 4 | low)
                input = input.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
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
