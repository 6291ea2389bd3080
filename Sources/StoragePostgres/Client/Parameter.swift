import StorageSQL

/// A value as it is sent: text, whose type the server infers from where it stands, but for bytes and moments, whose
/// binary form is shorter and has no rules of writing.
struct Parameter {
    /// With a NUL at the end when it is text; nil for NULL.
    private let bytes: [UInt8]?
    private let isBinary: Bool

    init(_ value: SQLValue) {
        switch value {
        case .null: (bytes, isBinary) = (nil, false)
        case .integer(let integer): (bytes, isBinary) = (Array("\(integer)".utf8) + [0], false)
        case .real(let number): (bytes, isBinary) = (Array("\(number)".utf8) + [0], false)
        case .text(let text): (bytes, isBinary) = (Array(text.utf8) + [0], false)
        case .bytes(let content): (bytes, isBinary) = (content, true)
        case .moment(let microseconds):
            // Since 2000; the first and the last possible ones are PostgreSQL's infinities.
            let (shifted, overflows) = microseconds.subtractingReportingOverflow(Self.epoch)
            let sent = overflows ? Int64.min : microseconds == .max ? .max : shifted
            (bytes, isBinary) = (withUnsafeBytes(of: sent.bigEndian) { Array($0) }, true)
        }
    }

    /// Microseconds from 1970 to 2000.
    static let epoch: Int64 = 946_684_800_000_000

    static func withPointers<T>(
        _ parameters: [Parameter], _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> T
    ) -> T {
        // One piece of memory for all, so that there is one closure and not one a value.
        var memory: [UInt8] = []
        memory.reserveCapacity(parameters.reduce(1) { $0 + ($1.bytes?.count ?? 0) })
        var offsets: [Int?] = []
        for parameter in parameters {
            offsets.append(parameter.bytes == nil ? nil : memory.count)
            memory += parameter.bytes ?? []
        }
        // An empty array has no address, and an empty value has to have one.
        memory.append(0)
        return memory.withUnsafeBytes { buffer in
            let pointers = offsets.map { offset in
                offset.flatMap { buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return body(
                pointers, parameters.map { Int32(clamping: $0.bytes?.count ?? 0) }, parameters.map { $0.isBinary ? 1 : 0 })
        }
    }
}
