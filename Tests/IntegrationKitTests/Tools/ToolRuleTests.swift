import IntegrationKit
import Testing

@Suite("Rules over several inputs")
struct ToolRuleTests {
    private func problems(_ rule: GivenRule, _ json: JSON) -> [String] {
        var object = ObjectReader(json, unknownKeys: .ignore)
        object.rule(rule, "Give one")
        return object.isComplete() ? [] : object.failure().problems.map(\.description)
    }

    @Test("null, an empty text and an empty list are not given")
    func given() {
        for empty: JSON in [[:], ["a": .null], ["a": ""], ["a": []]] {
            #expect(problems(.anyOf(["a", "b"]), empty) == ["a breaks a rule: Give one"])
        }
        for full: JSON in [["a": "x"], ["b": [1]], ["a": false], ["b": 0]] {
            #expect(problems(.anyOf(["a", "b"]), full) == [])
        }
    }

    @Test("each kind names the member that breaks it")
    func kinds() {
        let both: JSON = ["a": 1, "b": 2]
        #expect(problems(.exactlyOneOf(["a", "b"]), both) == ["b breaks a rule: Give one"])
        #expect(problems(.exactlyOneOf(["a", "b"]), [:]) == ["a breaks a rule: Give one"])
        #expect(problems(.exactlyOneOf(["a", "b"]), ["b": 2]) == [])
        #expect(problems(.allOrNone(["a", "b"]), ["b": 2]) == ["a breaks a rule: Give one"])
        #expect(problems(.allOrNone(["a", "b"]), both) == [])
        #expect(problems(.allOrNone(["a", "b"]), [:]) == [])
        #expect(problems(.atMostOneOf(["a", "b"]), both) == ["b breaks a rule: Give one"])
        #expect(problems(.atMostOneOf(["a", "b"]), [:]) == [])
        #expect(problems(.all(["a", "b"]), ["a": 1]) == ["b breaks a rule: Give one"])
    }
}

@Suite("What tools give and how they are repeated")
struct ToolConductTests {
    private func roundTrip<T: ToolOutput & Equatable>(_ value: T, _ structured: JSONObject) throws {
        #expect(value.structured == structured)
        #expect(try T(structured: structured) == value)
    }

    @Test("a scalar is the member value, a list the member items, and what is missing leaves the object empty")
    func outputs() throws {
        try roundTrip("x", ["value": "x"])
        try roundTrip(3, ["value": 3])
        try roundTrip(true, ["value": true])
        try roundTrip(["a": 1], ["value": ["a": 1]])
        try roundTrip(["a"], ["items": ["a"]])
        try roundTrip(Optional(3), ["value": 3])
        try roundTrip(Int?.none, [:])
        try roundTrip(Optional(["a"]), ["items": ["a"]])
        #expect(throws: InvalidValue.self) { try Int(structured: ["items": 3]) }
    }

    @Test("waits grow as the policy says, and end with the last attempt")
    func waits() {
        func waits(_ backoff: RetryPolicy.Backoff) -> [Duration?] {
            let policy = RetryPolicy(
                attempts: 5, delay: .seconds(2), backoff: backoff, maximumDelay: .seconds(10))
            return (1...5).map(policy.wait)
        }
        #expect(waits(.exponential) == [.seconds(2), .seconds(4), .seconds(8), .seconds(10), nil])
        #expect(waits(.linear) == [.seconds(2), .seconds(4), .seconds(6), .seconds(8), nil])
        #expect(waits(.fixed(.seconds(5))) == [.seconds(2), .seconds(5), .seconds(5), .seconds(5), nil])
        #expect(RetryPolicy.none.wait(afterAttempt: 1) == nil)
    }

    @Test("a use of a limit finds its key in the arguments")
    func keys() {
        let limit = LimitDescriptor(handle: "line", label: "Line", scope: .installation, hasKey: true, wait: .zero)
        let use = LimitUse(limit, key: ["channel", "identifierValue"])
        #expect(use.key(in: ["channel": ["identifierValue": "+1"]]) == "+1")
        #expect(use.key(in: ["channel": ["identifierValue": 7]]) == "7")
        #expect(use.key(in: [:]) == "")
        #expect(LimitUse(limit).key(in: ["a": 1]) == "")
    }
}
