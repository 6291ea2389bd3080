extension WireJSON {
    /// The bytes that Meta would put on the wire: no white space, every character outside ASCII as lowercase `\uXXXX`
    /// (surrogate pairs above the basic plane) and `/` as `\/`.
    ///
    /// Webhook signatures are computed over exactly these bytes, so this spelling is part of the protocol.
    ///
    /// - Parameter isEscaped: `false` leaves letters outside ASCII and slashes as they are, as a proxy might.
    func wireText(isEscaped: Bool = true) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(512)
        write(to: &out, isEscaped)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8], _ isEscaped: Bool) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): out.append(contentsOf: String(value).utf8)
        case .double(let value): out.append(contentsOf: Self.spelling(of: value).utf8)
        case .string(let value): Self.write(value, to: &out, isEscaped)
        case .array(let values):
            out.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                value.write(to: &out, isEscaped)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &out, isEscaped)
                out.append(UInt8(ascii: ":"))
                member.value.write(to: &out, isEscaped)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    /// Whole numbers without a fraction; JSON has no spelling for infinities, which therefore become `null`.
    private static func spelling(of value: Double) -> String {
        guard value.isFinite else { return "null" }
        if value == value.rounded(), abs(value) < 9_007_199_254_740_992 { return String(Int64(value)) }
        return String(value)
    }

    private static func write(_ text: String, to out: inout [UInt8], _ isEscaped: Bool) {
        out.append(UInt8(ascii: "\""))
        defer { out.append(UInt8(ascii: "\"")) }
        guard isEscaped else {
            for byte in text.utf8 {
                switch byte {
                case 0x22, 0x5C: out.append(contentsOf: [0x5C, byte])
                case 0..<0x20: appendEscape(of: UInt16(byte), to: &out)
                default: out.append(byte)
                }
            }
            return
        }
        for unit in text.utf16 {
            switch unit {
            case 0x22: out.append(contentsOf: #"\""#.utf8)
            case 0x5C: out.append(contentsOf: #"\\"#.utf8)
            case 0x2F: out.append(contentsOf: #"\/"#.utf8)
            case 0x08: out.append(contentsOf: #"\b"#.utf8)
            case 0x0C: out.append(contentsOf: #"\f"#.utf8)
            case 0x0A: out.append(contentsOf: #"\n"#.utf8)
            case 0x0D: out.append(contentsOf: #"\r"#.utf8)
            case 0x09: out.append(contentsOf: #"\t"#.utf8)
            case 0x20...0x7E: out.append(UInt8(unit))
            default: appendEscape(of: unit, to: &out)
            }
        }
    }

    private static func appendEscape(of unit: UInt16, to out: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        out.append(contentsOf: #"\u"#.utf8)
        for shift in stride(from: 12, through: 0, by: -4) {
            out.append(digits[Int((unit >> UInt16(shift)) & 0xF)])
        }
    }
}
