/// Writes JSON as UTF-8.
struct JSONWriter {
    private(set) var bytes: ContiguousArray<UInt8> = []
    private var indentation = 0

    private static let spaces = ContiguousArray(repeating: UInt8(ascii: " "), count: 64)

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Without white space.
    mutating func compact(_ tree: JSONTree) { write(tree, comma: ",") }

    /// Indented by two spaces, short arrays of scalars on one line.
    mutating func pretty(_ tree: JSONTree) {
        switch tree {
        case .array(let elements) where !elements.isEmpty:
            if row(elements) { return }
            enclosed("[", elements, "]") { writer, element in writer.pretty(element) }
        case .object(let members) where !members.isEmpty:
            enclosed("{", members, "}") { writer, member in
                writer.quoted(member.key)
                writer.append(": ")
                writer.pretty(member.value)
            }
        default: write(tree, comma: ", ")
        }
    }

    mutating func lineEnd() { bytes.append(UInt8(ascii: "\n")) }

    /// A string with its quotes.
    mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        let hasHiddenMarks = text.utf8.contains { $0 >= 0x80 } && text.unicodeScalars.contains(where: \.isHidden)
        if hasHiddenMarks {
            for scalar in text.unicodeScalars { visible(scalar) }
            bytes.append(UInt8(ascii: "\""))
            return
        }
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() {
                guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A scalar as it is, or what JSON has for one that nobody would see.
    private mutating func visible(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { escape(byte) } else { bytes.append(byte) }
        } else if scalar.isHidden {
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            }
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        default: append((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
        }
    }

    private mutating func write(_ tree: JSONTree, comma: StaticString) {
        switch tree {
        case .null: append("null")
        case .boolean(let value): append(value ? "true" : "false")
        case .number(let number): bytes.append(contentsOf: number.utf8)
        case .string(let string): quoted(string)
        case .array(let elements):
            append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { append(comma) }
                write(element, comma: ",")
            }
            append("]")
        case .object(let members):
            append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { append(comma) }
                quoted(member.key)
                append(":")
                write(member.value, comma: ",")
            }
            append("}")
        }
    }

    /// Writes an array of scalars in one line; nothing if it is none, or too long for that.
    private mutating func row(_ elements: [JSONTree]) -> Bool {
        /// In bytes, without white space.
        let longest = 80
        // Each takes a byte and a comma, so that longer ones need not be measured.
        guard elements.count <= longest / 2, elements.allSatisfy(\.isScalar) else { return false }
        let start = bytes.count
        write(.array(elements), comma: ", ")
        guard bytes.count - start - (elements.count - 1) > longest else { return true }
        bytes.removeLast(bytes.count - start)
        return false
    }

    /// The elements one a line.
    private mutating func enclosed<Element>(
        _ open: StaticString, _ elements: [Element], _ close: StaticString, write: (inout JSONWriter, Element) -> Void
    ) {
        append(open)
        indentation += 2
        for (index, element) in elements.enumerated() {
            if index > 0 { append(",") }
            newLine()
            write(&self, element)
        }
        indentation -= 2
        newLine()
        append(close)
    }

    private mutating func newLine() {
        lineEnd()
        var left = indentation
        while left > 0 {
            bytes.append(contentsOf: Self.spaces[..<min(left, Self.spaces.count)])
            left -= Self.spaces.count
        }
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension JSONTree {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .object: false
        case .null, .boolean, .number, .string: true
        }
    }
}
