import Cryptography
import Foundation
import IntegrationKit
import NIOCore
import SkedyulAPI
import Testing

@testable import IntegrationServer

/// The platform's forms, as values: shapes are compared to the letter, for the platform reads them.
@Suite("The platform's doors")
struct LinkedDoorTests {
    private static func tool(
        _ properties: String = "", output: Bool = true, limits: [LimitUse] = [], isIdempotent: Bool = false
    ) -> ToolDescriptor {
        ToolDescriptor(
            handle: "sync_leads", label: "Sync leads", description: "Syncs", inputSchema: #"{"type":"object","properties":{\#(properties)}}"#,
            outputSchema: output ? #"{"type":"object"}"# : nil, annotations: .init(isIdempotent: isIdempotent),
            timeout: .seconds(10), triggers: [.agent], limits: limits)
    }

    private static func parse(_ text: String) throws -> JSON { try JSON.parse(text) }

    // MARK: Arguments

    @Test("the platform's form is known by any of its words")
    func platformForm() throws {
        let call = try ToolArguments(
            try Self.parse(#"{"inputs":{"a":1},"env":{"TOKEN":"x","N":1,"NONE":null},"estimate":true,"else":1}"#), of: Self.tool())
        #expect(call.inputs == ["a": 1])
        #expect(call.isEstimate)
        #expect(call.envelope.env == ["TOKEN": "x", "N": "1"])
    }

    @Test("arguments without its words are the tool's own")
    func plainForm() throws {
        let call = try ToolArguments(try Self.parse(#"{"city":"York"}"#), of: Self.tool())
        #expect(call.inputs == ["city": "York"])
        #expect(call.envelope.env.isEmpty)
    }

    @Test("a tool's own input of such a name is not misread, and the platform still is")
    func ownNames() throws {
        let tool = Self.tool(#""env":{"type":"object"},"context":{"type":"string"}"#)
        let own = try ToolArguments(try Self.parse(#"{"env":{"stage":"test"},"context":"morning"}"#), of: tool)
        #expect(own.inputs == ["env": ["stage": "test"], "context": "morning"])
        let platform = try ToolArguments(
            try Self.parse(#"{"inputs":{"env":{"stage":"test"}},"context":{"app":{"id":"a","versionId":"v"}}}"#), of: tool)
        #expect(platform.inputs == ["env": ["stage": "test"]])
        #expect(platform.envelope.context.linkedApp == LinkedApp(id: "a", versionID: "v"))
    }

    @Test("what is no envelope is refused with the place", arguments: [
        (#"{"env":[]}"#, "env must be an object"), (#"{"env":{"A":{}}}"#, "env must hold texts only"),
        (#"{"context":{"app":{"id":"a"}}}"#, "context.app.versionId is required"),
        (#"{"context":{"appInstallationId":7}}"#, "context.appInstallationId must be a text"),
        (#"{"context":{"appInstallationId":"a\u0000b"}}"#, "context.appInstallationId must be a text of 1 to 255 bytes"),
        (#"{"estimate":"yes","inputs":{}}"#, "estimate must be true or false"), (#"{"inputs":[]}"#, "inputs must be an object"),
    ])
    func malformed(arguments: String, message: String) throws {
        let json = try Self.parse(arguments)
        #expect(throws: MalformedCall(message)) { try ToolArguments(json, of: Self.tool()) }
    }

    @Test("every trigger of the protocol has its own here")
    func triggers() {
        let words = [
            "provision", "developer_page_action", "developer_form_submit", "field_change", "page_action", "form_submit",
            "workflow", "agent", "page_context", "cron",
        ]
        #expect(words.map { Trigger(platform: $0) } == [
            .provision, .developer, .developer, .fieldChange, .action, .form, .workflow, .agent, .pageContext, .schedule,
        ])
        #expect(Trigger(platform: "something_new") == nil)
    }

    // MARK: Answers

    @Test("a result has its text, its structure and its price")
    func success() {
        #expect(JSON.object(PlatformAnswer.result(of: ["n": 1], for: Self.tool())).serialized()
            == #"{"content":[{"type":"text","text":"{\"n\":1}"}],"structuredContent":{"n":1},"billing":{"credits":0}}"#)
        #expect(JSON.object(PlatformAnswer.result(of: nil, for: Self.tool())).serialized()
            == #"{"content":[{"type":"text","text":"null"}],"structuredContent":{},"billing":{"credits":0}}"#)
        #expect(JSON.object(PlatformAnswer.result(of: nil, for: Self.tool(output: false))).serialized()
            == #"{"content":[{"type":"text","text":"null"}],"billing":{"credits":0}}"#)
    }

    @Test("a failure keeps code, category, field, details and when to try again")
    func failure() throws {
        let failure = ToolFailure(
            .rateLimited, "Slow down.", field: "message", advice: "Wait.", retry: .after(.seconds(2)), providerReference: "131056")
        let result = PlatformAnswer.result(of: failure, for: Self.tool(output: false))
        #expect(result["structuredContent"]?.serialized() == #"{"error":{"code":"RATE_LIMITED","message":"Slow down. Wait.","#
            + #""category":"external","field":"message","details":{"providerReference":"131056","advice":"Wait."}},"#
            + #""retry":{"allowed":true,"afterMs":2000}}"#)
        #expect(result["isError"] == true)
        #expect(PlatformAnswer.result(of: failure, for: Self.tool())["structuredContent"] == nil)
    }

    @Test("codes are the platform's", arguments: [
        (ToolFailure.Code.invalidInput, "VALIDATION_ERROR", "validation", false), (.authExpired, "APP_AUTH_INVALID", "auth", false),
        (.notConnected, "AUTH_INVALID", "auth", false), (.rejected, "EXTERNAL_SERVICE_ERROR", "external", false),
        (.unavailable, "EXTERNAL_SERVICE_ERROR", "external", true), (.timedOut, "TIMEOUT", "timeout", false),
        (.unknownOutcome, "UNKNOWN_OUTCOME", "internal", false), (.internal, "INTERNAL_ERROR", "internal", false),
    ])
    func codes(code: ToolFailure.Code, word: String, category: String, mayRetry: Bool) {
        let error = PlatformAnswer.error(ToolFailure(code, "x"))
        #expect(error["code"] == .string(word) && error["category"] == .string(category))
        #expect(PlatformAnswer.retry(ToolFailure(code, "x")) == ["allowed": .bool(mayRetry)])
    }

    @Test("a tool is listed with what the platform plans by")
    func listing() throws {
        let queue = LimitDescriptor(handle: "per_number", label: "x", scope: .global, isMutex: true, wait: .seconds(1))
        let tool = Self.tool(limits: [LimitUse(queue, key: ["channel", "identifierValue"])], isIdempotent: true)
        #expect(try PlatformAnswer.listing(of: tool).serialized()
            == #"{"name":"sync_leads","displayName":"Sync leads","description":"Syncs","inputSchema":{"type":"object","properties":{}},"#
            + #""outputSchema":{"type":"object"},"timeout":10000,"retries":1,"#
            + #""queueTouchPoints":[{"queue":"per_number","estimatedCalls":1,"subKeyFromArg":"channel.identifierValue","mutexOnly":true}],"#
            + #""config":{"timeout":10000,"retries":1,"completionHints":{"idempotent":true},"#
            + #""queueTouchPoints":[{"queue":"per_number","estimatedCalls":1,"subKeyFromArg":"channel.identifierValue","mutexOnly":true}]}}"#)
    }

    // MARK: Requests that are handed on

    @Test("the address's own query counts, with its order and repetitions")
    func forwarded() throws {
        let request = try ForwardedRequest(
            try #require(try Self.parse(
                #"{"method":"post","url":"https://x/y?b=2&a=1&b=3","headers":{"content-type":"text/plain"},"query":{"b":"2"},"body":"é"}"#
            ).objectValue))
        #expect(request.method == "POST" && request.path == "/y")
        #expect(request.query.values(of: "b") == ["2", "3"])
        #expect(request.body.readableBytes == 2)
    }

    @Test("a body that was read already is refused: its signature could not be checked")
    func parsedBody() throws {
        let object = try #require(try Self.parse(#"{"method":"POST","url":"https://x","body":{"a":1}}"#).objectValue)
        #expect(throws: MalformedCall("request.body must be the text that was received")) { try ForwardedRequest(object) }
    }

    // MARK: Who may call

    @Test("each secret opens the doors, and nothing else does")
    func callers() throws {
        let one = String(repeating: "a", count: 32), two = String(repeating: "b", count: 40)
        let callers = try #require(PlatformCallers(secrets: "\(one), \(two)"))
        #expect(callers.admits(bearer: one) && callers.admits(bearer: two))
        for bearer in [nil, "", "a", one + "a", String(one.dropLast()), "\(one), \(two)"] { #expect(!callers.admits(bearer: bearer)) }
        #expect(PlatformCallers(secrets: "short") == nil)
        #expect(PlatformCallers(secrets: "\(one),short") == nil)
        #expect(PlatformCallers(secrets: " , ") == nil)
    }

    @Test("a state of the platform's sign-in holds only as it was made, and is none of a browser's")
    func state() throws {
        let key = Array("key".utf8)
        let installation = Installation(
            id: InstallationID("ain_1"), workplace: Workplace(handle: "w", name: "w", timeZone: "UTC"))
        let made = PlatformOAuthState(
            installation: installation, app: (id: "a", versionID: "v"), connection: "meta", nonce: [1, 2],
            expiresAt: Date(timeIntervalSince1970: 1_800_000_000), redirectURI: "https://p/api/callbacks/oauth/meta/v1")
        let text = made.text(key: key)
        let read = try #require(PlatformOAuthState(text: text, key: key))
        #expect(read.installation == installation && read.redirectURI == made.redirectURI && read.nonce == [1, 2])
        #expect(PlatformOAuthState(text: text + "x", key: key) == nil)
        #expect(PlatformOAuthState(text: text, key: Array("other".utf8)) == nil)
        let browsers = OAuthState(
            installation: installation.id, connection: "meta", nonce: [1], expiresAt: made.expiresAt, sessionBinding: [],
            returnPath: nil)
        #expect(PlatformOAuthState(text: browsers.text(key: key), key: key) == nil)
        #expect(throws: OAuthState.Flaw.forged) { try OAuthState(text: text, key: key, now: Date()) }
    }

    // MARK: Settings

    @Test("everything that is wrong with the settings of linked mode is told at once")
    func settings() {
        let error = #expect(throws: InvalidSettings.self) {
            try SettingsReader.readLinked(
                environment: ["PLATFORM": "linked", "SKEDYUL_API_URL": "http://x.example", "MCP_ENV": "{", "MCP_MAX_REQUESTS": "0"],
                flags: .init(mode: .production), overrides: [], provision: Courier.Environment.Provision.self)
        }
        let text = "\(String(describing: error))"
        for name in ["SKEDYUL_API_URL", "SKEDYUL_API_TOKEN", "PLATFORM_SECRET", "MCP_ENV", "MCP_MAX_REQUESTS", "INTEGRATION_SECRET_KEYS"] {
            #expect(text.contains(name))
        }
        #expect(!text.contains("PUBLIC_URL") && !text.contains("APP_SECRET"))
    }

    @Test("what a build baked in lies over the environment, the later over the earlier")
    func baked() throws {
        let settings = try SettingsReader.readLinked(
            environment: [
                "PLATFORM": "linked", "SKEDYUL_NODE_URL": "https://app.example.test/", "SKEDYUL_API_TOKEN": "sk_app_x",
                "PLATFORM_SECRET": "none", "HOST": "127.0.0.1", "INTEGRATION_SECRET_KEYS": try SealingKey.generate(id: "k").exportText(),
                "A": "process", "B": "process", "MCP_ENV_JSON": #"{"A":"json","B":"json"}"#, "MCP_ENV": #"{"B":"env"}"#,
            ], flags: .init(mode: .production), overrides: [], provision: Courier.Environment.Provision.self)
        #expect(settings.environment["A"] == "json" && settings.environment["B"] == "env")
        #expect(settings.linked?.apiURL == "https://app.example.test")
    }
}
