import Cryptography
import Foundation
import Testing

@testable import GraphSandbox

@Suite("Bytes on the wire")
struct WireTests {
    @Test("non-ASCII becomes lowercase escapes and slashes are escaped")
    func escaping() {
        let value: WireJSON = ["t": "Zoë/é"]
        #expect(value.wireText() == #"{"t":"Zo\u00eb\/\u00e9"}"#)
        let emoji: WireJSON = ["e": "🥞", "c": "\u{1}\n\"\\"]
        #expect(emoji.wireText() == #"{"e":"\ud83e\udd5e","c":"\u0001\n\"\\"}"#)
    }

    @Test(
        "signatures equal Meta's published construction",
        arguments: [
            (#"{"object":"page","entry":[]}"#, "8d55f6f9eab7c06d94b3142a053d586100c7fba65ad79bc0241c7bd9147a18d6"),
            (#"{"t":"Zo\u00eb\/\u00e9"}"#, "97f9e52f299152e530a482ddee40bff61ae2eb0458b212bed1015f4793d14e03"),
        ])
    func signatures(body: String, sha256: String) {
        #expect(WebhookSignature(of: Array(body.utf8), appSecret: "sandbox-app-secret").sha256 == "sha256=" + sha256)
    }

    @Test("the old signature is SHA-1")
    func oldSignature() {
        let signature = WebhookSignature(
            of: Array(#"{"object":"page","entry":[]}"#.utf8), appSecret: "sandbox-app-secret")
        #expect(signature.sha1 == "sha1=c1b71df9db6e48b95590a2da57e337b6ea55faae")
    }

    @Test("an inbound text webhook has exactly Meta's bytes and signature")
    func inboundBytes() throws {
        let directory = Directory.northwind
        let payload = WebhookPayload.inboundMessage(
            id: "wamid.HQQYDBd7fLBoZ0mv6zmBfilP4E0aS1mihB7STcAnyg==",
            content: .text("Smörgås 🥞 50% <b>?</b> https://kök.example/meny"), replyTo: nil,
            at: Date(timeIntervalSince1970: 1_795_341_600), from: directory.person("46700000917"),
            waID: "46700000917", to: try #require(directory.number("615520938471206")))
        let body = Array(payload.wireText().utf8)
        #expect(body.count == 582)
        #expect(
            WebhookSignature(of: body, appSecret: "sandbox-app-secret").sha256
                == "sha256=d9ea252d572b057691fda5920b3c79af675d2e9e176ccb28296b462f310e081c")
    }

    @Test("appsecret_proof is the HMAC of the token")
    func proof() {
        let proof = "be29bc63e0ebea721744644d9362a47ace5d330dcdcb062e3e589f12d42f6527"
        #expect(AppSecretProof.isValid(proof, token: "EAAsandboxtoken123", appSecret: "sandbox-app-secret"))
        #expect(!AppSecretProof.isValid(proof, token: "EAAsandboxtoken124", appSecret: "sandbox-app-secret"))
    }

    @Test("forms keep odd names, repeated names and escapes")
    func forms() {
        let form = FormFields(parsing: "hub.mode=subscribe&a=1+2%2B%C3%A9&a=%zz&empty")
        #expect(form["hub.mode"] == "subscribe")
        #expect(form.all("a") == ["1 2+é", "%zz"])
        #expect(form["empty"] == "")
        #expect(FormFields(parsing: form.encoded).all("a") == ["1 2+é", "%zz"])
    }

    @Test("field selections nest and take arguments")
    func fieldSelection() throws {
        let selection = try #require(FieldSelection(parsing: "id, name,phones.limit(2){id,status{a}}"))
        #expect(selection.items.map(\.name) == ["id", "name", "phones"])
        #expect(selection.items[2].arguments == ["limit": "2"])
        #expect(selection.items[2].nested?.items.last?.nested?.items.map(\.name) == ["a"])
        for broken in ["", "a,", "a{b", "a}b", "a.limit(", "a b(", "{a}"] {
            #expect(FieldSelection(parsing: broken) == nil, "\(broken)")
        }
    }

    @Test("interpolated text cannot become markup")
    func html() {
        let name = #"<script>"'&"#
        let page: HTML = "<p title=\"\(name)\">\(name)</p>"
        #expect(page.text == "<p title=\"&lt;script&gt;&quot;&#39;&amp;\">&lt;script&gt;&quot;&#39;&amp;</p>")
    }
}
