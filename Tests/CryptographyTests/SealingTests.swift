@testable import Cryptography
import Testing

@Suite("Sealing")
struct SealingTests {
    static let place = Array("connection/access_token/42".utf8)

    @Test("opens what it sealed, for every small length")
    func roundTrip() throws {
        let keys = try SealingKeys(current: .generate(id: "a"))
        for length in 0..<70 {
            let plaintext = SecureRandom.bytes(length)
            let envelope = try keys.seal(plaintext, boundTo: Self.place)
            #expect(try keys.open(envelope, boundTo: Self.place) == plaintext)
            #expect(envelope.count == 2 + 1 + 12 + length + 16)
        }
    }

    @Test("gives another envelope every time")
    func freshNonces() throws {
        let keys = try SealingKeys(current: .generate(id: "a"))
        let envelopes = try (0..<100).map { _ in try keys.seal([1, 2, 3], boundTo: []) }
        #expect(Set(envelopes).count == 100)
    }

    @Test("does not open in another place")
    func bound() throws {
        let keys = try SealingKeys(current: .generate(id: "a"))
        let envelope = try keys.seal([1, 2, 3], boundTo: Self.place)
        for other in [[], Array("connection/access_token/43".utf8), Self.place + [0]] {
            #expect(throws: SealingError.notAuthentic) { try keys.open(envelope, boundTo: other) }
        }
    }

    @Test("notices every flipped bit and every cut")
    func tampering() throws {
        let keys = try SealingKeys(current: .generate(id: "key"))
        let envelope = try keys.seal(Array("secret".utf8), boundTo: Self.place)
        for index in envelope.indices {
            for bit in 0..<8 {
                var changed = envelope
                changed[index] ^= 1 << bit
                #expect(throws: SealingError.self) { try keys.open(changed, boundTo: Self.place) }
            }
        }
        for length in 0..<envelope.count {
            #expect(throws: SealingError.self) { try keys.open(Array(envelope.prefix(length)), boundTo: Self.place) }
        }
        #expect(throws: SealingError.self) { try keys.open(envelope + [0], boundTo: Self.place) }
    }

    @Test("an envelope cannot be passed off as another key's, even when the keys are equal")
    func keyIDIsAuthenticated() throws {
        let material = SecureRandom.bytes(32)
        let keys = try SealingKeys(
            current: SealingKey(id: "a", bytes: material), previous: [SealingKey(id: "b", bytes: material)])
        var envelope = try keys.seal([1], boundTo: [])
        envelope[2] = UInt8(ascii: "b")
        #expect(throws: SealingError.notAuthentic) { try keys.open(envelope, boundTo: []) }
    }

    @Test("rotation: old envelopes open, ask to be resealed, and fail once the old key is gone")
    func rotation() throws {
        let old = try SealingKey.generate(id: "2026-10")
        let new = try SealingKey.generate(id: "2026-11")
        let envelope = try SealingKeys(current: old).seal([9], boundTo: Self.place)

        let rotating = try SealingKeys(current: new, previous: [old])
        #expect(rotating.needsResealing(envelope))
        let resealed = try rotating.seal(rotating.open(envelope, boundTo: Self.place), boundTo: Self.place)
        #expect(!rotating.needsResealing(resealed))

        let rotated = try SealingKeys(current: new)
        #expect(try rotated.open(resealed, boundTo: Self.place) == [9])
        #expect(throws: SealingError.unknownKey(id: "2026-10")) { try rotated.open(envelope, boundTo: Self.place) }
        #expect(rotated.needsResealing([]))
    }

    @Test("refuses two keys of one name")
    func duplicates() throws {
        let key = try SealingKey.generate(id: "a")
        #expect(throws: SealingError.duplicateKey(id: "a")) { try SealingKeys(current: key, previous: [key]) }
        let other = try SealingKey.generate(id: "b")
        #expect(throws: SealingError.duplicateKey(id: "b")) {
            try SealingKeys(current: key, previous: [other, other])
        }
    }

    @Test("a key survives its spelling")
    func keyText() throws {
        let key = try SealingKey.generate(id: "2026-11.a_b")
        let again = try SealingKey(parsing: key.exportText())
        #expect(again.id == key.id)
        let envelope = try SealingKeys(current: key).seal([5], boundTo: [])
        #expect(try SealingKeys(current: again).open(envelope, boundTo: []) == [5])
    }

    @Test(
        "refuses a key that is not one, without repeating it",
        arguments: [
            "", "nocolon", ":AAAA", "id:", "id:AAAA", "id with space:AAAA", "id:not base64",
            "id:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWZm",
            "abcdefghijabcdefghijabcdefghijabc:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        ])
    func badKeys(text: String) {
        let error = #expect(throws: SealingError.self) { try SealingKey(parsing: text) }
        #expect(error?.description.contains("MDEy") == false)
        #expect(error?.description.contains("AAAA") == false)
    }

    @Test("printing a key shows its name only")
    func redacted() throws {
        let key = try SealingKey(id: "shown", bytes: Array(repeating: 0x41, count: 32))
        var dumped = ""
        dump(key, to: &dumped)
        let keys = try SealingKeys(current: key)
        dump(keys, to: &dumped)
        for text in ["\(key)", String(reflecting: key), "\(keys)", dumped] {
            #expect(text.contains("shown"))
            #expect(!text.contains("65") && !text.contains("QUFB"))
        }
    }

    /// McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)", appendix B: test cases 14 and 16, as used by
    /// NIST.
    @Test("encrypts NIST's examples of AES-256-GCM")
    func nist() throws {
        let zero = try AES256GCM.seal(
            [UInt8](repeating: 0, count: 16), key: .init(repeating: 0, count: 32),
            nonce: .init(repeating: 0, count: 12),
            associatedData: [])
        #expect(Hex.encode(zero.ciphertext) == "cea7403d4d606b6e074ec5d3baf39d18")
        #expect(Hex.encode(zero.tag) == "d0d1c8a799996bf0265b98b5d48ab919")

        let key = try #require(Hex.decode("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"))
        let nonce = try #require(Hex.decode("cafebabefacedbaddecaf888"))
        let plaintext = try #require(
            Hex.decode(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                    + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"))
        let associated = try #require(Hex.decode("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
        let sealed = try AES256GCM.seal(plaintext, key: key, nonce: nonce, associatedData: associated)
        #expect(
            Hex.encode(sealed.ciphertext)
                == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662")
        #expect(Hex.encode(sealed.tag) == "76fc6ece0f4e1768cddf8853bb2d551b")
        let opened = try AES256GCM.open(
            sealed.ciphertext, tag: sealed.tag, key: key, nonce: nonce, associatedData: associated)
        #expect(opened == plaintext)
    }
}
