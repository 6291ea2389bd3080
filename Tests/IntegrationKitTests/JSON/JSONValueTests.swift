import IntegrationKit
import Testing

@Suite("JSON values")
struct JSONValueTests {
    @Test(
        "numbers keep their exact spelling",
        arguments: ["1e400", "123456789012345678901234567890", "1.0", "-0", "1E+02"])
    func spelling(text: String) throws {
        let value = try JSON.parse("[\(text)]")
        #expect(value.serialized() == "[\(text)]")
        #expect(JSONNumber(text: text)?.text == text)
    }

    @Test(
        "only JSON's spellings of numbers are taken",
        arguments: ["", "+1", "01", "1.", ".5", "0x1", "1e", "NaN", "1 ", "٣"])
    func notNumbers(text: String) {
        #expect(JSONNumber(text: text) == nil)
    }

    @Test(
        "integers are exact or nil",
        arguments: [
            ("42", 42), ("-0", 0), ("42.0", 42), ("-7.000", -7), ("9223372036854775807", .max),
            ("-9223372036854775808", .min), ("9223372036854775808", nil), ("4e1", nil), ("0.5", nil), ("1.0e0", nil),
            ("123456789012345678901234567890.0", nil),
        ] as [(String, Int64?)])
    func integers(text: String, expected: Int64?) {
        #expect(JSONNumber(text: text)?.int64 == expected)
    }

    @Test("doubles are written as short as they read back, and never as infinity or NaN")
    func doubles() {
        #expect(JSONNumber(0.1)?.text == "0.1")
        #expect(JSONNumber(5.0)?.text == "5")
        #expect(JSONNumber(1e300)?.double == 1e300)
        #expect(JSONNumber(-Double.leastNonzeroMagnitude)?.double == -Double.leastNonzeroMagnitude)
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(text: "1e400")?.double == .infinity)
        #expect(JSON.number(JSONNumber(text: "1e400") ?? 0).doubleValue == nil)
    }

    @Test("objects keep their order, compare without it, and hash alike")
    func objects() {
        let left: JSONObject = ["b": 1, "a": 2]
        let right: JSONObject = ["a": 2, "b": 1]
        #expect(Array(left.keys) == ["b", "a"])
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 2, "b": 2])
        #expect(left != ["a": 2])
        #expect(JSON.object(left) == JSON.object(right))
    }

    @Test(
        "members are set, replaced and removed, below and above the size where an index is kept",
        arguments: [3, 12, 13, 40])
    func members(count: Int) {
        var object = JSONObject()
        for number in 0..<count { object["k\(number)"] = .number(JSONNumber(number)) }
        #expect(object.count == count)
        object["k1"] = "new"
        #expect(object["k1"] == "new")
        #expect(Array(object.keys)[1] == "k1")
        object["k0"] = nil
        object["none"] = nil
        #expect(object.count == count - 1)
        #expect(object["k0"] == nil)
        for number in 2..<count { #expect(object["k\(number)"]?.int64Value == Int64(number)) }
        object["k2"] = .some(.null)
        #expect(object["k2"] == JSON.null)
        #expect(Array(object.keys) == (1..<count).map { "k\($0)" })
        #expect(object.map(\.key) == Array(object.keys))
    }

    @Test("accessors answer nil for other kinds and for what is not there")
    func accessors() {
        let value: JSON = ["list": [1, "two"], "flag": true, "none": nil]
        #expect(value["list"]?[1]?.stringValue == "two")
        #expect(value["list"]?[2] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["list"]?["x"] == nil)
        #expect(value["flag"]?.boolValue == true)
        #expect(value["flag"]?.stringValue == nil)
        #expect(value["none"]?.isNull == true)
        #expect(value["missing"] == nil)
        #expect(value[0] == nil)
    }

    @Test("compact and pretty text")
    func text() throws {
        let value: JSON = ["a": [1, [], [:]], "b": "x"]
        #expect(value.serialized() == #"{"a":[1,[],{}],"b":"x"}"#)
        #expect(
            value.serialized(pretty: true) == """
                {
                  "a": [
                    1,
                    [],
                    {}
                  ],
                  "b": "x"
                }
                """)
        #expect(try JSON.parse(value.bytes(pretty: true)) == value)
    }

    @Test("only what must be escaped is escaped")
    func escapes() {
        let value: JSON = "/é😀\u{7F}\u{2028}<&>\" \\ \u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F} and plain text after it"
        #expect(
            value.serialized()
                == "\"/é😀\u{7F}\u{2028}<&>\\\" \\\\ \\u0000\\b\\t\\n\\u000b\\f\\r\\u001f and plain text after it\"")
    }

    @Test("text can be written behind bytes that are there already")
    func appending() {
        var bytes = Array("data: ".utf8)
        (["a": 1] as JSON).write(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"data: {"a":1}"#)
    }
}
