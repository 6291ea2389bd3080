import IntegrationKit
import Testing

@Suite("Reading objects")
struct ObjectReaderTests {
    /// Written as the generator writes decoders.
    struct Message: JSONConvertible, Equatable {
        var to: String
        var text: String?
        var attempts: Int
        var items: [Item]

        struct Item: JSONConvertible, Equatable {
            var id: String

            init(json: JSON, at path: String) throws(InvalidValue) {
                var object = ObjectReader(json, at: path, unknownKeys: .reject)
                let id = object.required("id", as: String.self)
                guard let id, object.isComplete() else { throw object.failure() }
                self.id = id
            }

            var json: JSON { ["id": id.json] }
        }

        init(json: JSON, at path: String) throws(InvalidValue) {
            var object = ObjectReader(json, at: path, unknownKeys: .reject)
            let to = object.required("to", as: String.self, [.format(.phone)])
            let text = object.optional("text", as: String.self, [.maximumLength(5)])
            let attempts = object.defaulted("attempts", as: Int.self, default: 3, [.minimum(1)])
            let items = object.defaulted("items", as: [Item].self, default: [], [.maximumItems(2)])
            guard let to, object.isComplete() else { throw object.failure() }
            self.to = to
            self.text = text
            self.attempts = attempts
            self.items = items
        }

        var json: JSON {
            ["to": to.json, "text": text?.json ?? .null, "attempts": attempts.json, "items": items.json]
        }
    }

    private func problems(_ text: String, at path: String = "") throws -> [String] {
        let json = try JSON.parse(text)
        do {
            _ = try Message(json: json, at: path)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test("a complete object is read, with defaults and nulls, and written back")
    func complete() throws {
        let message = try Message(json: JSON.parse(#"{"to":"+15551234567","text":null,"items":[{"id":"a"}]}"#), at: "")
        #expect(message.text == nil)
        #expect(message.attempts == 3)
        #expect(message.items.map(\.id) == ["a"])
        #expect(try Message(json: message.json, at: "") == message)
    }

    @Test("every problem is told at once, with its path")
    func allProblems() throws {
        let found = try problems(
            #"{"text":"too long","attempts":0,"items":[{"id":"a"},{"id":7},{}],"itmes":1,"zzz":2}"#, at: "message")
        #expect(
            found == [
                "message.to is required",
                "message.text must be at most 5 characters (has 8)",
                "message.attempts must be at least 1",
                "message.items[1].id must be text, not a number",
                "message.items[2].id is required",
                "message.itmes is not known here; did you mean items?",
                "message.zzz is not known here",
            ])
    }

    @Test("formats and counts are checked where they stand")
    func checks() throws {
        #expect(
            try problems(#"{"to":"555","items":[{"id":"a"},{"id":"b"},{"id":"c"}]}"#) == [
                "to must be a phone number in E.164 form, for example +15551234567",
                "items must have at most 2 items (has 3)",
            ])
    }

    @Test("a required member that is null has the wrong kind")
    func requiredNull() throws {
        #expect(try problems(#"{"to":null}"#) == ["to must be text, not null"])
    }

    @Test("what is no object is one problem", arguments: ["[]", "1", "null", "\"x\""])
    func noObject(text: String) throws {
        let found = try problems(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("the value must be an object, not ") == true)
    }

    @Test("unknown members are ignored when others may send more")
    func ignoring() {
        var object = ObjectReader(["a": 1, "b": 2], unknownKeys: .ignore)
        let value = object.required("a", as: Int.self)
        let isComplete = object.isComplete()
        #expect(value == 1)
        #expect(isComplete)
    }

    @Test("a value of any kind may be asked for, also null")
    func anyValue() {
        var object = ObjectReader(["a": nil, "b": ["c": 1]], unknownKeys: .reject)
        let null = object.required("a", as: JSON.self)
        let inner = object.required("b", as: JSONObject.self)
        let isComplete = object.isComplete()
        #expect(null == JSON.null)
        #expect(inner?["c"]?.int64Value == 1)
        #expect(isComplete)
    }

    @Test("the number of problems is limited, whatever is sent")
    func limit() {
        let hostile = JSON.array((0..<10_000).map { _ in 1 })
        let error = #expect(throws: InvalidValue.self) { try [String](json: hostile, at: "list") }
        #expect(error?.problems.count == InvalidValue.maximumProblems)
        var object = ObjectReader(
            .object(JSONObject((0..<10_000).map { (key: "k\($0)", value: JSON.null) })), unknownKeys: .reject)
        let isComplete = object.isComplete()
        #expect(!isComplete)
        #expect(object.failure().problems.count == InvalidValue.maximumProblems)
    }

    @Test("keys that would be hard to read in a path are quoted and cut")
    func strangeKeys() {
        var object = ObjectReader(["a b\n": 1, "": 2], at: "labels", unknownKeys: .reject)
        let isComplete = object.isComplete()
        #expect(!isComplete)
        #expect(object.failure().problems.map(\.path) == [#"labels["a b\n"]"#, #"labels[""]"#])
    }

    @Test(
        "whole numbers are 64 bits wide and travel as text from 2^53 on",
        arguments: [
            (Int.max, "\"9223372036854775807\""), (.min, "\"-9223372036854775808\""),
            (1 << 53, "\"9007199254740992\""), ((1 << 53) - 1, "9007199254740991"), (-5, "-5"), (0, "0"),
        ] as [(Int, String)])
    func wideIntegers(value: Int, text: String) throws {
        #expect(value.json.serialized() == text)
        #expect(try Int(json: JSON.parse(text), at: "") == value)
        #expect(try Int(json: JSON.parse("\(value)"), at: "") == value)
    }

    @Test(
        "what is no whole number is refused in words",
        arguments: [
            ("1.5", "must be a whole number, not 1.5"), ("\"5\"", "must be a whole number, not text"),
            ("\"09007199254740993\"", "must be a whole number, not text"),
            ("true", "must be a whole number, not true or false"),
            ("9223372036854775808", "is too large for a whole number of 64 bits"),
        ])
    func notWhole(text: String, message: String) throws {
        let json = try JSON.parse(text)
        let error = #expect(throws: InvalidValue.self) { try Int(json: json, at: "n") }
        #expect(error?.problems == [ValueProblem(path: "n", message: message)])
    }

    @Test("numbers beyond Double, and kinds that do not fit, are refused")
    func scalars() throws {
        let huge = try JSON.parse("1e400")
        #expect(throws: InvalidValue.self) { try Double(json: huge, at: "") }
        #expect(try Double(json: 2, at: "") == 2)
        #expect(throws: InvalidValue.self) { try Bool(json: "true", at: "") }
        #expect(throws: InvalidValue.self) { try [String: Int](json: ["a": "x"], at: "") }
        #expect(try [String: Int](json: ["a": 1], at: "") == ["a": 1])
    }

    enum Quality: String, JSONConvertible, CaseIterable { case green = "GREEN", yellow = "YELLOW", red = "RED" }

    @Test("an enumeration of texts is read exactly, with a hint when it is nearly right")
    func enumerations() throws {
        #expect(try Quality(json: "RED", at: "") == .red)
        let near = #expect(throws: InvalidValue.self) { try Quality(json: "green", at: "q") }
        #expect(near?.description == "q must be one of GREEN, YELLOW or RED; did you mean GREEN?")
        let far = #expect(throws: InvalidValue.self) { try Quality(json: "unknown", at: "q") }
        #expect(far?.description == "q must be one of GREEN, YELLOW or RED")
    }
}
