import Foundation
import IntegrationKit
import Testing

/// Laws that hold for every input, tried on many random ones. The generator is seeded, so a failure repeats.
@Suite("JSON on random input", .timeLimit(.minutes(10)))
struct JSONPropertyTests {
    @Test("what is written is read back as the same value", arguments: 0..<20)
    func roundTrip(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<100 {
            let value = random.value(depth: 5)
            #expect(try JSON.parse(value.bytes()) == value)
            #expect(try JSON.parse(value.bytes(pretty: true)) == value)
            #expect(try JSON.parse(value.serialized()).bytes() == value.bytes())
        }
    }

    @Test("damaged text never crashes, and is taken or refused as Foundation does", arguments: 0..<20)
    func mutations(seed: UInt64) throws {
        var random = RandomJSON(seed: seed &+ 1000)
        for _ in 0..<400 {
            var bytes = random.value(depth: 4).bytes(pretty: random.chance(2))
            for _ in 0..<random.below(4) { random.damage(&bytes) }
            compareWithFoundation(bytes)
        }
    }

    @Test("random bytes never crash")
    func noise() {
        var random = RandomJSON(seed: 7)
        let alphabet = Array("{}[]\",:\\u0123456789abcdefDd+-.eE tfn\n".utf8) + [0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<random.below(24)).map { _ in alphabet[random.below(alphabet.count)] }
            compareWithFoundation(bytes)
        }
    }

    /// Both must agree, but for what the two are documented to see differently.
    private func compareWithFoundation(_ bytes: [UInt8]) {
        let ours = Result { () throws(JSONSyntaxError) in try JSON.parse(bytes, duplicateKeys: .keepLast) }
        // Foundation guesses UTF-16 and UTF-32 from zero bytes and byte order marks, takes NUL for the end, and limits
        // numbers to what its types hold.
        if bytes.contains(0) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF])
        {
            return
        }
        let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
        switch ours {
        case .success(let value):
            if !theirs { #expect(hasNumberBeyondDouble(value), "only we take \(shown(bytes))") }
        case .failure(let error):
            #expect(!theirs, "only Foundation takes \(shown(bytes)): \(error)")
            #expect(error.offset <= bytes.count)
        }
    }

    private func hasNumberBeyondDouble(_ value: JSON) -> Bool {
        switch value {
        case .number(let number): !number.double.isFinite
        case .array(let elements): elements.contains(where: hasNumberBeyondDouble)
        case .object(let object): object.contains { hasNumberBeyondDouble($0.value) }
        default: false
        }
    }

    private func shown(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).debugDescription
    }
}

/// Makes random values and damages text, the same for the same seed (SplitMix64).
struct RandomJSON {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// True once in `times`.
    mutating func chance(_ times: Int) -> Bool { below(times) == 0 }

    mutating func value(depth: Int) -> JSON {
        switch below(depth > 0 ? 8 : 5) {
        case 0: return .null
        case 1: return .bool(chance(2))
        case 2: return .number(JSONNumber(Int64(bitPattern: next() >> UInt64(below(64)))))
        case 3: return JSONNumber(Double(bitPattern: next())).map(JSON.number) ?? 0
        case 4: return .string(text())
        case 5: return .array((0..<below(5)).map { _ in value(depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<below(chance(8) ? 30 : 5) { object[text()] = value(depth: depth - 1) }
            return .object(object)
        }
    }

    mutating func text() -> String {
        let pieces = [
            "a", "Z", "\"", "\\", "/", "\n", "\u{1}", "é", "e\u{301}", "日本", "😀", "plain text ", "\u{FFFF}", "0",
        ]
        return (0..<below(12)).map { _ in pieces[below(pieces.count)] }.joined()
    }

    mutating func damage(_ bytes: inout [UInt8]) {
        let alphabet = Array("{}[]\",:\\u019-.eE tfn\n".utf8) + [0x1F, 0x80, 0xBF, 0xC3, 0xED, 0xF4, 0xFF]
        let place = below(bytes.count + 1)
        switch below(4) {
        case 0 where place < bytes.count: bytes.remove(at: place)
        case 1 where place < bytes.count: bytes[place] = alphabet[below(alphabet.count)]
        case 2: bytes.removeSubrange(place...)
        default: bytes.insert(alphabet[below(alphabet.count)], at: place)
        }
    }
}
