extension JSONParser {
    mutating func parseNumber() throws(Failure) -> JSONNumber {
        let start = position
        position = try scanNumber()
        return JSONNumber(
            checked: String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self))
    }

    /// Where the number that starts at `position` ends.
    func scanNumber() throws(Failure) -> Int {
        var end = position
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
        let integer = end
        end = endOfDigits(from: integer)
        guard end > integer else { throw invalidNumber(at: end) }
        guard end == integer + 1 || bytes[integer] != UInt8(ascii: "0") else {
            throw Failure(reason: .invalidNumber, offset: integer)
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            let fraction = end + 1
            end = endOfDigits(from: fraction)
            guard end > fraction else { throw invalidNumber(at: end) }
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            var exponent = end + 1
            if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
                exponent += 1
            }
            end = endOfDigits(from: exponent)
            guard end > exponent else { throw invalidNumber(at: end) }
        }
        return end
    }

    private func endOfDigits(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] &- UInt8(ascii: "0") <= 9 { end += 1 }
        return end
    }

    private func invalidNumber(at offset: Int) -> Failure {
        Failure(reason: offset < bytes.count ? .invalidNumber : .unexpectedEnd, offset: offset)
    }
}
