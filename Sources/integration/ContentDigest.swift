/// Tells contents apart: 64 bits, so that one change in 10^19 is missed. It is no protection from somebody who wants
/// two contents to have the same one.
struct ContentDigest: Hashable, Codable {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    init() {}

    init(of bytes: [UInt8]) { add(bytes) }

    /// Adds a part; where it ends counts.
    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            let whole = buffer.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            var rest: UInt64 = 0
            for byte in buffer[whole...] { rest = rest << 8 | UInt64(byte) }
            mix(rest)
            mix(UInt64(buffer.count))
        }
    }

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    /// Each step is reversible, so that parts that differ in one word never give the same.
    private mutating func mix(_ word: UInt64) {
        state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
    }

    init(from decoder: any Decoder) throws { state = try decoder.singleValueContainer().decode(UInt64.self) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(state)
    }
}
