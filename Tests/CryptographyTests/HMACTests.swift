import Cryptography
import Testing

@Suite("HMAC")
struct HMACTests {
    /// RFC 4231, section 4: key, data, SHA-256, SHA-512 (the fifth case is about truncation and left out).
    static let vectors: [(key: [UInt8], data: [UInt8], sha256: String, sha512: String)] = [
        (
            .init(repeating: 0x0b, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                + "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
        ),
        (
            .init(repeating: 0xaa, count: 20), .init(repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
            "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
                + "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb"
        ),
        (
            .init(1...25), .init(repeating: 0xcd, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
            "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db"
                + "a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd"
        ),
        (
            .init(repeating: 0xaa, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                + "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598"
        ),
    ]

    @Test("gives the codes of RFC 4231", arguments: vectors.indices)
    func rfc4231(index: Int) {
        let vector = Self.vectors[index]
        #expect(Hex.encode(HMAC.sha256(vector.data, key: vector.key)) == vector.sha256)
        #expect(Hex.encode(HMAC.sha512(vector.data, key: vector.key)) == vector.sha512)
    }

    @Test("gives the SHA-1 code of RFC 2202, case 2")
    func rfc2202() {
        let code = HMAC.sha1(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(Hex.encode(code) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
    }

    @Test("takes an empty key and an empty message")
    func empty() {
        #expect(
            Hex.encode(HMAC.sha256([], key: []))
                == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
        #expect(Hex.encode(HMAC.sha1([], key: [])) == "fbdb1d1b18aa6c08324b7d64b71fb76370690e1d")
    }

    @Test("hashes borrowed memory as it hashes an array")
    func borrowed() {
        let message: [UInt8] = Array("borrowed".utf8)
        let key: [UInt8] = Array("key".utf8)
        message.withUnsafeBytes { raw in
            #expect(HMAC.sha256(raw, key: key) == HMAC.sha256(message, key: key))
            #expect(HMAC.sha1(raw, key: key) == HMAC.sha1(message, key: key))
            #expect(HMAC.sha512(raw, key: key) == HMAC.sha512(message, key: key))
        }
    }

    @Test("gives the same code on many threads at once")
    func concurrent() async {
        let message = [UInt8](repeating: 7, count: 1024)
        let expected = HMAC.sha256(message, key: [1, 2, 3])
        let agreed = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask { (0..<500).allSatisfy { _ in HMAC.sha256(message, key: [1, 2, 3]) == expected } }
            }
            return await group.allSatisfy { $0 }
        }
        #expect(agreed)
    }

    /// Signatures over the exact bytes that Meta sends, with `sandbox-app-secret` as the app's secret.
    @Test(
        "signs webhook bodies and tokens as Meta does",
        arguments: [
            (#"{"object":"page","entry":[]}"#, "8d55f6f9eab7c06d94b3142a053d586100c7fba65ad79bc0241c7bd9147a18d6"),
            (#"{"t":"Zoë/é"}"#, "961c947b877d3e62cdffb662fd02e55dcf2c2982df3b3314329c64f18874f293"),
            (#"{"t":"Zo\u00eb\/\u00e9"}"#, "97f9e52f299152e530a482ddee40bff61ae2eb0458b212bed1015f4793d14e03"),
            ("EAAsandboxtoken123", "be29bc63e0ebea721744644d9362a47ace5d330dcdcb062e3e589f12d42f6527"),
        ])
    func meta(body: String, signature: String) {
        #expect(Hex.encode(HMAC.sha256(Array(body.utf8), key: Array("sandbox-app-secret".utf8))) == signature)
    }

    @Test("gives the legacy SHA-1 signature of a webhook body")
    func metaLegacy() {
        let body = Array(#"{"object":"page","entry":[]}"#.utf8)
        let code = HMAC.sha1(body, key: Array("sandbox-app-secret".utf8))
        #expect(Hex.encode(code) == "c1b71df9db6e48b95590a2da57e337b6ea55faae")
    }

    @Test("signs the encoded payload of a signed_request")
    func signedRequest() throws {
        let request =
            "cjJhY7AXwapZ-qrSJUhAcOUuDTNWRLkQc0Ta2qb0SII."
            + "eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5NTM0MTYwMCwidXNlcl9pZCI6IjEwMjIwMDAwMDAwMDAwNzc3In0"
        let parts = request.split(separator: ".")
        let signature = try #require(Base64URL.decode(parts[0]))
        let expected = HMAC.sha256(Array(parts[1].utf8), key: Array("sandbox-app-secret".utf8))
        #expect(ConstantTime.equals(signature, expected))
        let payload = try #require(Base64URL.decode(parts[1]))
        #expect(
            String(decoding: payload, as: UTF8.self)
                == #"{"algorithm":"HMAC-SHA256","issued_at":1795341600,"user_id":"10220000000000777"}"#)
    }
}
