import IntegrationKit
import Testing

@Suite("Bounds on values")
struct ValueCheckTests {
    @Test(
        "a bound holds, or says what was expected",
        arguments: [
            (.minimumLength(2), "é😀", nil), (.minimumLength(3), "é😀", "must have at least 3 characters (has 2)"),
            (.minimumLength(1), "", "must have at least 1 character (has 0)"),
            (.maximumLength(2), "é😀", nil), (.maximumLength(1), "é😀", "must be at most 1 character (has 2)"),
            (.maximumLength(80), .string(String(repeating: "x", count: 93)), "must be at most 80 characters (has 93)"),
            (.minimum(1), 1, nil), (.minimum(1), 0.5, "must be at least 1"), (.maximum(1.5), 2, "must be at most 1.5"),
            (.maximum(9), "9223372036854775807", "must be at most 9"),
            (.minimumItems(1), [], "must have at least 1 item (has 0)"),
            (.maximumItems(1), [1, 2], "must have at most 1 item (has 2)"),
            (.uniqueItems, [1, 2], nil),
            (.uniqueItems, [1, ["a": 1], ["a": 1]], "must not have the same item twice (item 3)"),
            (.options(["A", "B"]), "B", nil),
            (.options(["A", "B", "C"]), "X", "must be one of A, B or C; did you mean A?"),
            (.options(["ALPHA", "BETA"]), "GAMMA9", "must be one of ALPHA or BETA"),
            (.pattern(#"^v\d+\.\d+$"#), "v21.0", nil), (.pattern(#"\d"#), "a1b", nil),
            (.pattern(#"^v\d+$"#), "x", #"must match the pattern ^v\d+$"#),
            (.pattern(#"^\d$"#), "٣", #"must match the pattern ^\d$"#),
            (.pattern("^a$"), "a\n", "must match the pattern ^a$"),
            (.pattern("^.$"), "😀", nil), (.pattern("^[a-z]{1,3}$"), "abc", nil),
            (.pattern("("), "x", "cannot be checked: the pattern ( that is declared for it is not valid"),
            (.minimumLength(5), 1, nil), (.format(.phone), 1, nil),
        ] as [(ValueCheck, JSON, String?)])
    func bounds(check: ValueCheck, value: JSON, expected: String?) {
        #expect(check.problem(of: value) == expected)
    }

    @Test("bounds of elements are told with the element's place")
    func elements() {
        var object = ObjectReader(["to": ["+15551234567", "x"]], unknownKeys: .reject)
        let numbers = object.required("to", as: [String].self, [.each([.format(.phone)])])
        #expect(numbers == nil)
        #expect(object.failure().problems.map(\.path) == ["to[1]"])
    }

    @Test("a text too long to be matched safely is refused")
    func longText() {
        let long = JSON.string(String(repeating: "a", count: 70_000))
        #expect(
            ValueCheck.pattern("^a+$").problem(of: long)
                == "must be at most 65536 bytes, for it must match the pattern ^a+$")
    }

    @Test("patterns are matched from many tasks at once", .timeLimit(.minutes(10)))
    func concurrency() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask { ValueCheck.pattern("^n\(number % 7)$").problem(of: .string("n\(number % 7)")) == nil }
            }
            for await isFine in group { #expect(isFine) }
        }
    }
}
