import Cryptography
import Foundation
import HTTPTypes
import Hummingbird
import IntegrationKit
import Testing

@testable import IntegrationServer

extension ReceivedRequest {
    /// A request that came to `https://example.com`.
    static func post(
        _ headers: [String: String] = [:], _ body: String = "", path: String = "/hook",
        kind: WebhookDescriptor.Body = .json, method: HTTPRequest.Method = .post
    ) -> ReceivedRequest {
        var fields = HTTPFields()
        for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
        let head = HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: fields)
        return ReceivedRequest(
            Request(head: head, body: .init(buffer: .init())), body: .init(string: body), kind: kind,
            publicURL: "https://example.com")
    }
}

extension SignatureCheck {
    func admits(
        _ request: ReceivedRequest, secrets: [[UInt8]] = [], keys: [WebhookKey] = [], at seconds: Double = 17
    ) -> Bool {
        let now = Date(timeIntervalSince1970: seconds)
        return if case .admitted = verdict(request, secrets: secrets, keys: keys, now: now) { true } else { false }
    }
}

@Suite("Signatures of providers")
struct SignatureTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    // MARK: Vectors that the providers publish

    @Test("Twilio's own example verifies, and with anything changed it does not")
    func twilio() {
        let check = SignatureCheck(signature: .init(.twilio, secrets: ["TOKEN"]))
        let form = "Digits=1234&To=%2B18005551212&From=%2B14158675309&Caller=%2B14158675309&CallSid=CA1234567890ABCDE"
        let signed = ["X-Twilio-Signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8="]
        func admits(_ form: String, path: String = "/myapp.php?foo=1&bar=2", kind: WebhookDescriptor.Body = .form) -> Bool {
            var head = HTTPFields()
            head[HTTPField.Name("X-Twilio-Signature")!] = signed["X-Twilio-Signature"]
            let request = ReceivedRequest(
                Request(
                    head: .init(method: .post, scheme: nil, authority: nil, path: path, headerFields: head),
                    body: .init(buffer: .init())),
                body: .init(string: form), kind: kind, publicURL: "https://mycompany.com")
            return check.admits(request, secrets: [bytes("12345")])
        }
        #expect(admits(form))
        #expect(!admits(form + "&More=1"))
        #expect(!admits(form.replacing("1234&", with: "1235&")))
        #expect(!admits(form, path: "/myapp.php?foo=1&bar=3"))
        #expect(!admits(form, kind: .multipart))
        #expect(!admits(form, kind: .json))
    }

    @Test("a body of Twilio's that is no form is covered by the digest in the address, or not taken")
    func twilioDigest() {
        let check = SignatureCheck(signature: .init(.twilio, secrets: ["TOKEN"]))
        let body = #"{"a":1}"#
        func request(_ path: String, _ body: String) -> ReceivedRequest {
            let code = HMAC.sha1(bytes("https://example.com" + path), key: bytes("12345"))
            return .post(["X-Twilio-Signature": Base64.encode(code)], body, path: path)
        }
        let digest = Hex.encode(SHA256.hash(bytes(body)))
        #expect(check.admits(request("/hook?bodySHA256=\(digest)", body), secrets: [bytes("12345")]))
        #expect(!check.admits(request("/hook?bodySHA256=\(digest)", body + " "), secrets: [bytes("12345")]))
        #expect(!check.admits(request("/hook", body), secrets: [bytes("12345")]))
        #expect(check.admits(request("/hook", ""), secrets: [bytes("12345")]))
    }

    @Test("the example of Standard Webhooks verifies within its time")
    func standardWebhooks() {
        let check = SignatureCheck(signature: .init(.standardWebhooks, secrets: ["S"]))
        let secret = bytes("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        var headers = [
            "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
            "webhook-signature": "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        ]
        let body = #"{"test": 2432232314}"#
        #expect(check.admits(.post(headers, body), secrets: [secret], at: 1_614_265_330))
        #expect(check.admits(.post(headers, body), secrets: [secret], at: 1_614_265_630))
        #expect(!check.admits(.post(headers, body), secrets: [secret], at: 1_614_265_631))
        #expect(!check.admits(.post(headers, body), secrets: [secret], at: 1_614_265_029))
        headers["webhook-id"] = "msg_other"
        #expect(!check.admits(.post(headers, body), secrets: [secret], at: 1_614_265_330))
    }

    @Test("Meta's signed request verifies once in a form, and never twice")
    func signedRequest() {
        let check = SignatureCheck(signature: .init(.signedRequest, secrets: ["S"]))
        let good = "vlXgu64BQGFSQrY0ZcJBZASMvYvTHu9GQ0YM9rjPSso.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsIjAiOiJwYXlsb2FkIn0"
        let other = good.replacing("In0", with: "Ins")
        func admits(_ form: String) -> Bool { check.admits(.post([:], form, kind: .form), secrets: [bytes("secret")]) }
        #expect(admits("signed_request=\(good)"))
        #expect(!admits("signed_request=\(other)"))
        #expect(!admits("signed_request=\(good)&signed_request=\(other)"))
        #expect(!admits("signed_request=\(good.prefix(43))"))
        #expect(!admits(""))
        func signed(_ payload: String) -> String {
            let encoded = Base64URL.encode(bytes(payload))
            return "signed_request=\(Base64URL.encode(HMAC.sha256(bytes(encoded), key: bytes("secret")))).\(encoded)"
        }
        #expect(admits(signed(#"{"algorithm":"hmac-sha256"}"#)))
        for payload in [#"{"algorithm":"AES-256-CBC HMAC-SHA256"}"#, #"{"algorithm":"none"}"#, "{}", "[]", "no JSON"] {
            #expect(!admits(signed(payload)), "\(payload)")
        }
    }

    @Test("Slack's example, which signs a version, the time and the body")
    func overTimestamp() {
        let check = SignatureCheck(
            signature: .init(
                .hmac(.sha256), from: .header("X-Slack-Signature"), prefix: "v0=",
                over: [.text("v0:"), .timestamp, .text(":"), .body], timestamp: .header("X-Slack-Request-Timestamp"),
                tolerance: .seconds(300), secrets: ["S"]))
        let body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
        let secret = bytes("8f742231b10e8888abcd99yyyzzz85a5")
        var headers = [
            "X-Slack-Signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            "X-Slack-Request-Timestamp": "1531420618",
        ]
        #expect(check.admits(.post(headers, body), secrets: [secret], at: 1_531_420_618))
        #expect(!check.admits(.post(headers, body), secrets: [secret], at: 1_531_430_618))
        headers["X-Slack-Request-Timestamp"] = "1531420619"
        #expect(!check.admits(.post(headers, body), secrets: [secret], at: 1_531_420_618))
        headers["X-Slack-Request-Timestamp"] = nil
        #expect(!check.admits(.post(headers, body), secrets: [secret], at: 1_531_420_618))
    }

    // MARK: Public keys

    private static let ed25519 = Base64.encode(
        Hex.decode("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") ?? [])

    @Test("RFC 8032's second example, and not by another key or for another body")
    func ed25519() {
        let check = SignatureCheck(signature: .init(.publicKey(.init(.ed25519)), from: .header("X-Sig")))
        let code = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        let keys = [WebhookKey(text: "no key"), WebhookKey(text: Self.ed25519)]
        #expect(check.admits(.post(["X-Sig": code], "r"), keys: keys))
        #expect(!check.admits(.post(["X-Sig": code], "s"), keys: keys))
        #expect(!check.admits(.post(["X-Sig": String(code.dropLast(2)) + "01"], "r"), keys: keys))
        #expect(!check.admits(.post(["X-Sig": ""], "r"), keys: keys))
        #expect(!check.admits(.post(["X-Sig": code], "r"), keys: []))
    }

    @Test("keys in PEM verify what OpenSSL signed, in their own algorithm only")
    func keysInPEM() {
        let ecdsa = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEN3QDHcoQUREMCD9uAXk1ceojOnly
            8/+vWLJuI70LfvuVGtBJFQm0lPyKuiJrQkyjyPDcY05hgFdNK4y4/VMMcA==
            -----END PUBLIC KEY-----
            """
        let ecdsaCode = "MEUCIQCBNEozPKYo3EH1HoEzFUNV0kDy4XUtE5gGut5vbT0G2wIgWJsIx1JTNv09lXIi+zo3WaUJUz3Tf5Pch+VbxjrK65k="
        let rsa = """
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA9ui/QnEy8BTydyQTBAtz
            Wx07ggH0T7nyL6rjTI1k4PmRlSdGHC9bwpx2pgKcNN4nreR9dUXYQEVGUAoqg1dm
            SyoVFHcqxF29mI+xnWCth76Zl7hIKGxygi/ErP11jo6KHALsVBHDNVxdIrn432No
            3Axd4q1zj1o8lqkee+0f3rFfz/443XLRgflYlIziRFb1dcQZu+7qzrHbrUI5cGmk
            3WHzeWLzu45vrkCdHAvr0OiPUe1uVmNmXcvEpIr9zvrs111IYLuRl/mGjWlCtNDX
            Y9TR4CFYRDCFkh0ISj/z7sMDFRB4QTqZfa9W2FxwPQsm2gDeg7bhbM3GAW2agk1U
            EQIDAQAB
            """
        let rsaCode = "DkRmyd+mUI5iYqEi4pFy+/su7l3b+hZrYDoc12QO5xT2zQ9QH+PVeGlnrH7tZNEFfC5N3k4RcAZshvtNDN08JQ6wnjAH"
            + "MIWiGRhhBMFGOLgBO3CFO2veqf/bKFHn6sXj5pGKK2xkyf5oyrXn+W2ckN7n+eZIREPDRhn2P/euVcHe2Jz6rxVVVecJVQ9f7CQWYAb7"
            + "WNSqAm/5jPeB3YLJAl22VD4y/22EWlZzI814ZfFfczXLNTCk5lhNiSLeyBXLlHKW4ATSkI6uMl3c8Qif3LhFQYTOax1aKaTjW93IKq8m"
            + "R5I8gdmrKGhiFo0EcAhaa+MFvz4TRcXrZdOr1Og/7Q=="
        func check(_ algorithm: WebhookSignature.PublicKeys.Algorithm) -> SignatureCheck {
            SignatureCheck(
                signature: .init(
                    .publicKey(.init(algorithm, keyID: .parsed("key_id"))), from: .header("X-Sig"), encoding: .base64,
                    over: [.timestamp, .text("."), .body],
                    split: .parts([.text("s:"), .name("key_id"), .text(":"), .name("timestamp"), .text(":"), .name("signature")]),
                    timestamp: .parsed("timestamp"), tolerance: .seconds(60)))
        }
        let byECDSA = ReceivedRequest.post(["X-Sig": "s:k1:17:\(ecdsaCode)"], "hello")
        let byRSA = ReceivedRequest.post(["X-Sig": "s:k1:17:\(rsaCode)"], "hello")
        #expect(check(.ecdsaSHA256).keyID(in: byECDSA) == "k1")
        #expect(check(.ecdsaSHA256).admits(byECDSA, keys: [WebhookKey(text: ecdsa)]))
        #expect(check(.rsaSHA256).admits(byRSA, keys: [WebhookKey(text: rsa)]))
        #expect(!check(.rsaSHA256).admits(byECDSA, keys: [WebhookKey(text: ecdsa)]))
        #expect(!check(.ecdsaSHA256).admits(byRSA, keys: [WebhookKey(text: ecdsa)]))
        #expect(!check(.ecdsaSHA256).admits(byECDSA, keys: [WebhookKey(text: ecdsa)], at: 78))
        let later = ReceivedRequest.post(["X-Sig": "s:k1:18:\(ecdsaCode)"], "hello")
        #expect(!check(.ecdsaSHA256).admits(later, keys: [WebhookKey(text: ecdsa)]))
    }

    // MARK: The rest

    @Test("pairs hold several signatures during a rotation")
    func pairs() {
        let check = SignatureCheck(
            signature: .init(
                .hmac(.sha512), from: .header("X-Sig"), over: [.timestamp, .text("."), .body], split: .pairs,
                timestamp: .parsed("t"), tolerance: .seconds(60), secrets: ["S"]))
        let code = Hex.encode(HMAC.sha512(bytes("17.hello"), key: bytes("new")))
        #expect(check.admits(.post(["X-Sig": "t=17,v1=00,v1=\(code)"], "hello"), secrets: [bytes("old"), bytes("new")]))
        #expect(!check.admits(.post(["X-Sig": "t=18,v1=\(code)"], "hello"), secrets: [bytes("new")]))
        #expect(!check.admits(.post(["X-Sig": "t=17,other=\(code)"], "hello"), secrets: [bytes("new")]))
    }

    @Test("what is signed counts once: a second one beside it is refused")
    func doubles() {
        let check = SignatureCheck(
            signature: .init(
                .hmac(.sha1), from: .query("sig"), encoding: .base64URL,
                over: [.method, .text(" "), .path, .value(.form("to")), .value(.header("X-Kind"))], secrets: ["S"]))
        let code = Base64URL.encode(HMAC.sha1(bytes("POST /hookannenew"), key: bytes("s")))
        func admits(_ query: String, _ form: String) -> Bool {
            check.admits(
                .post(["X-Kind": "new"], form, path: "/hook?\(query)", kind: .form), secrets: [bytes("s")])
        }
        #expect(admits("sig=\(code)", "to=anne"))
        #expect(!admits("sig=\(code)", "to=anne&to=bob"))
        #expect(!admits("sig=\(code)&sig=\(code)", "to=anne"))
        #expect(!admits("", "to=anne"))
    }

    @Test("tokens are the whole of what is sent, and no secret admits nobody")
    func tokens() {
        let token = SignatureCheck(signature: .init(.token, from: .header("X-Token"), secrets: ["S"]))
        let bearer = SignatureCheck(signature: .init(.bearer, secrets: ["S"]))
        let basic = SignatureCheck(signature: .init(.basic, secrets: ["S"]))
        let secret = bytes("user:pass")
        #expect(token.admits(.post(["X-Token": "user:pass"]), secrets: [secret]))
        #expect(!token.admits(.post(["X-Token": "user:pas"]), secrets: [secret]))
        #expect(bearer.admits(.post(["Authorization": "bearer user:pass"]), secrets: [bytes("old"), secret]))
        #expect(!bearer.admits(.post(["Authorization": "user:pass"]), secrets: [secret]))
        #expect(basic.admits(.post(["Authorization": "Basic dXNlcjpwYXNz"]), secrets: [secret]))
        #expect(!basic.admits(.post(["Authorization": "Basic dXNlcjpwYXN0"]), secrets: [secret]))
        for check in [token, bearer, basic] {
            let empty = ["X-Token": "", "Authorization": "Bearer "]
            #expect(!check.admits(.post(empty), secrets: []))
            #expect(!check.admits(.post(empty), secrets: [[]]))
            #expect(!check.admits(.post(), secrets: [secret]))
        }
    }

    @Test("fields of a multipart form, without its files")
    func multipart() {
        let body = "--b\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\nanne\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"to\"\r\n\r\nto\r\n--b--\r\n"
        let headers = ["Content-Type": "multipart/form-data; boundary=b"]
        let request = ReceivedRequest.post(headers, body, kind: .multipart)
        #expect(request.form.map(\.name) == ["to"])
        #expect(request.value(at: .form("to")) == "anne")
        #expect(ReceivedRequest.post(headers, String(body.dropLast(6)), kind: .multipart).form.isEmpty)
    }
}
