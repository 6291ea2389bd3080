import IntegrationKit
import Testing

@Suite("Reading JSON")
struct JSONParsingTests {
    @Test(
        "every kind of value is read",
        arguments: [
            ("null", JSON.null), ("true", true), ("false", false), ("\"\"", ""), ("[]", []), ("{}", [:]),
            (" \t\r\n[ 1 , -2.5e+3 , \"a\" ] ", [.number(1), .number(JSONNumber(text: "-2.5e+3") ?? 0), "a"]),
            (#"{"a":{"b":[null]}}"#, ["a": ["b": [nil]]]),
            (#""\"\\\/\b\f\n\r\t\u0041\u00e9\uD83D\uDE00""#, "\"\\/\u{8}\u{C}\n\r\tAé😀"),
            ("\"héllo wörld, 日本語 😀\"", "héllo wörld, 日本語 😀"),
            (#""\u0000""#, "\u{0}"),
        ] as [(String, JSON)])
    func values(text: String, expected: JSON) throws {
        #expect(try JSON.parse(text) == expected)
    }

    @Test(
        "what is not JSON is refused with the reason and the place",
        arguments: [
            ("", .empty, 0), ("  ", .empty, 2), ("\u{FEFF}1", .byteOrderMark, 0),
            ("[1,]", .unexpectedByte(UInt8(ascii: "]"), expected: "a value"), 3),
            ("{\"a\":1,}", .unexpectedByte(UInt8(ascii: "}"), expected: "a key in double quotes"), 7),
            ("{\"a\" 1}", .unexpectedByte(UInt8(ascii: "1"), expected: "':'"), 5),
            ("{\"a\":1 \"b\":2}", .unexpectedByte(UInt8(ascii: "\""), expected: "',' or '}'"), 7),
            ("{a:1}", .unexpectedByte(UInt8(ascii: "a"), expected: "a key in double quotes"), 1),
            ("[1 2]", .unexpectedByte(UInt8(ascii: "2"), expected: "',' or ']'"), 3),
            ("'a'", .unexpectedByte(UInt8(ascii: "'"), expected: "a value"), 0),
            ("nul", .unexpectedEnd, 3), ("nulL", .unexpectedByte(UInt8(ascii: "n"), expected: "a value"), 0),
            ("NaN", .unexpectedByte(UInt8(ascii: "N"), expected: "a value"), 0),
            ("1 1", .trailingText, 2), ("{}}", .trailingText, 2), ("[", .unexpectedEnd, 1),
            ("{\"a\":", .unexpectedEnd, 5),
            ("\"a", .unexpectedEnd, 2), ("\"a\\", .unexpectedEnd, 3), ("\"\\u12", .unexpectedEnd, 5),
            ("01", .invalidNumber, 0), ("-", .unexpectedEnd, 1), ("-a", .invalidNumber, 1), ("1.", .unexpectedEnd, 2),
            ("[1.]", .invalidNumber, 3), ("[1e]", .invalidNumber, 3), ("[1e+]", .invalidNumber, 4),
            ("+1", .unexpectedByte(UInt8(ascii: "+"), expected: "a value"), 0),
            (".5", .unexpectedByte(UInt8(ascii: "."), expected: "a value"), 0),
            ("\"a\nb\"", .controlCharacter(10), 2), ("\"abcdefghi\u{1f}\"", .controlCharacter(31), 10),
            ("\"\\x\"", .invalidEscape, 1), ("\"\\u12G4\"", .invalidEscape, 1),
            ("\"\\uD83D\"", .loneSurrogate, 1), ("\"\\uD83Dx\"", .loneSurrogate, 1), ("\"\\uDE00\"", .loneSurrogate, 1),
            ("\"\\uD83D\\u0041\"", .loneSurrogate, 1), ("\"\\uD83D\\n\"", .loneSurrogate, 1),
            ("{\"a\":1,\"b\":2,\"a\":3}", .duplicateKey("a"), 13),
            ("{\"a\":1,\"\\u0061\":3}", .duplicateKey("a"), 7),
        ] as [(String, JSONSyntaxError.Reason, Int)])
    func refused(text: String, reason: JSONSyntaxError.Reason, offset: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse(text) }
        #expect(error?.reason == reason)
        #expect(error?.offset == offset)
    }

    @Test(
        "bytes that are not UTF-8 are refused at the first of them",
        arguments: [
            [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF], [0x80], [0xBF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
            [0xE2, 0x28, 0xA1],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        for prefix in ["", "é", "plain text before "] {
            for suffix in ["", "\\n", "plain text after"] {
                let text = Array("\"\(prefix)".utf8) + bytes + Array("\(suffix)\"".utf8)
                let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse(text) }
                #expect(error?.reason == .invalidUTF8)
                #expect(error?.offset == 1 + prefix.utf8.count)
            }
        }
        #expect(throws: JSONSyntaxError.self) { try JSON.parse(bytes) }
    }

    @Test("the first and last characters of every UTF-8 length are read")
    func boundariesOfUTF8() throws {
        for value in [0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF] {
            let scalar = try #require(UnicodeScalar(UInt32(value)))
            #expect(try JSON.parse("\"\(scalar)\"") == .string(String(scalar)))
        }
    }

    @Test("an error tells line and column in characters")
    func place() {
        let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse("{\n  \"é😀\": ?\n}") }
        #expect(error?.line == 2)
        #expect(error?.column == 9)
        #expect(error?.description == "line 2, column 9 (byte 14): expected a value, found '?'")
    }

    @Test("nesting is limited, exactly")
    func depth() throws {
        let nested = { (levels: Int) in
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(throws: Never.self) { try JSON.parse(nested(64)) }
        let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse(nested(65)) }
        #expect(error?.reason == .tooDeep(maximum: 64))
        #expect(error?.offset == 64)
        #expect(throws: Never.self) { try JSON.parse("1", maximumDepth: 0) }
        #expect(throws: JSONSyntaxError.self) { try JSON.parse("[]", maximumDepth: 0) }
        let objects = String(repeating: "{\"a\":", count: 65) + "1" + String(repeating: "}", count: 65)
        #expect(throws: JSONSyntaxError.self) { try JSON.parse(objects) }
    }

    @Test("a million opening brackets end in an error, whatever depth is asked for")
    func hostileDepth() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse(bytes, maximumDepth: .max) }
        #expect(error?.reason == .tooDeep(maximum: 512))
    }

    @Test("the last of two equal keys counts when that is asked for, in the first one's place")
    func keepLast() throws {
        let value = try JSON.parse(#"{"a":1,"b":2,"a":3}"#, duplicateKeys: .keepLast)
        #expect(value.serialized() == #"{"a":3,"b":2}"#)
    }

    @Test("a hundred thousand keys are read, and a repeated one among them is found", .timeLimit(.minutes(10)))
    func manyKeys() throws {
        let members = (0..<100_000).map { "\"k\($0)\":\($0)" }
        let value = try JSON.parse("{" + members.joined(separator: ",") + "}")
        #expect(value["k99999"]?.int64Value == 99_999)
        let error = #expect(throws: JSONSyntaxError.self) {
            try JSON.parse("{" + (members + ["\"k5\":0"]).joined(separator: ",") + "}")
        }
        #expect(error?.reason == .duplicateKey("k5"))
    }
}
