import ManifestCompiler
import Testing

/// Mistakes that were made in the platform's public integrations, each as an author of ours would make it.
///
/// Three were made in code. That an install hook returns undeclared variables and that a tool reads an input which its
/// contract does not have is caught where code is, by the generated types (`CompiledHandlerTests`); the manifest's part
/// of the second is here. A client where a token was meant is between an author's own types, of which nothing is
/// generated. That a provider knows none of the fields that `spec` of a subscription names cannot be caught: `spec` is in
/// the provider's words, which change without us, and the handler of subscriptions hears its answer.
@Suite("Mistakes that were really made")
struct RealMistakesTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: String
        var workflow = ""
        /// What is said, without places.
        let says: [String]
    }

    private static let channel = """
        channels:
          phone:
            identifier: { field: phone, type: STRING, format: phone }
            capabilities: {}

        """

    static let mistakes: [Mistake] = [
        Mistake(
            testDescription: "phone: voice is sent by a tool that does not exist",
            body: channel.replacing("{}", with: "{ voice: { send: make_call } }"),
            says: ["error: tool `make_call` is not declared [reference.unknown]"]),
        Mistake(
            testDescription: "phone: a workflow's input is a channel that has another handle",
            body: channel + "workflows: { send: { file: send.yml } }\n",
            workflow: """
                handle: send
                name: Send
                inputs: { channel: { type: '@app/channels/sms' } }
                steps: { send: { service: channel, cmd: send, inputs: { channel: '{{ inputs.channel }}' } } }
                """,
            says: ["error: channel `sms` is not declared [reference.unknown]"]),
        Mistake(
            testDescription: "phone: a template reads a field that has another handle",
            body: """
                models:
                  compliance_record: { singleton: true, fields: { rejection_reason: STRING } }
                pages:
                  compliance:
                    path: /
                    navigation: true
                    context: { record: { model: compliance_record } }
                    blocks: [{ card: { title: '{{ record.reject_reason }}' } }]
                """,
            says: [
                "error: model `compliance_record` has no field `reject_reason`; did you mean `rejection_reason`?"
                    + " [template.path.unknown]"
            ]),
        Mistake(
            testDescription: "phone: a variable that is read and never declared",
            body: "outgoing_domains: ['{NGROK_DEVELOPER_URL}']\n",
            says: ["error: variable `NGROK_DEVELOPER_URL` is not declared [reference.unknown]"]),
        Mistake(
            testDescription: "realestate: a component in two spellings, with and without `props`",
            body: """
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks:
                      - Alert: { title: Hello }
                      - alert: { props: { title: Hello } }
                """,
            says: [
                "error: there is no `Alert`; did you mean `alert`? [key.unknown]",
                "error: an alert has no key `props` [key.unknown]",
            ]),
        Mistake(
            testDescription: "realestate and google: a comparison behind a filter with two arguments",
            body: "workflows: { send: { file: send.yml } }\n",
            workflow: """
                handle: send
                name: Send
                inputs: { data: { type: object } }
                steps:
                  send: { if: '{{ inputs.data.status | replace: "a", "b" == "x" }}', service: channel, cmd: send }
                """,
            says: ["warning: behind a filter with arguments this is taken for one of them [workflow.condition]"]),
        Mistake(
            testDescription: "petbooqz: a variable that is required, and optional by its description",
            body: """
                env:
                  install:
                    API_NAME: { required: true, description: 'Optional, for clinics that have one' }
                """,
            says: ["warning: `API_NAME` is required, and its description says that it is optional [env.description]"]),
        Mistake(
            testDescription: "petbooqz: agents in the place of variables",
            body: "env: { provision: { agents: { booking: { label: Booking } } } }\n",
            says: [
                "error: `agents` is not a handle: variables are upper-case letters, digits and `_`, and begin with a"
                    + " letter [handle.invalid]",
                "error: a provision variable has no key `booking` [key.unknown]",
            ]),
        Mistake(
            testDescription: "realestate: the events of a panel under another name",
            body: """
                events: { enquiry.created: { payload: { id: STRING } } }
                workflows: { sync: { file: send.yml } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ panel: { kind: EVENT_WIRING, items: [{ name: enquiry.created }], workflow: sync } }]
                """,
            workflow: "handle: sync\nname: Sync\nsteps: { send: { service: channel, cmd: send } }\n",
            says: ["error: a panel has no key `items` [key.unknown]"]),
        Mistake(
            testDescription: "meta: an input that the contract does not have",
            body: """
                limits: { sending: { rate: 80/s, key: true } }
                tools:
                  send: { input: message.send, output: message.sent, limits: [{ limit: sending, key: group.id }] }
                """,
            says: ["error: tool `send` has no input `group` [reference.unknown]"]),
        Mistake(
            testDescription: "meta: a signature over JSON that is written anew, a state of one's own, a secret in an address",
            body: """
                env: { provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } } }
                outgoing_domains: [graph.example]
                connections:
                  meta:
                    kind: OAUTH2
                    authorize_url: https://graph.example/dialog
                    token_url: 'https://graph.example/token?client_secret={APP_SECRET}'
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    parameters: { state: login }
                webhooks:
                  receive: { signature: { style: HMAC_SHA256, header: X-Sig, secret: APP_SECRET, over: '{json}' } }
                """,
            says: [
                "error: `APP_SECRET` is encrypted, and this address would show it [env.scope]",
                "error: `state` is made for each login, and cannot be a parameter of your own [key.conflict]",
                "error: `over` does not contain `{body}`, so anybody can change the body [webhook.signature]",
                "error: `over` knows no `{json}` [webhook.signature]",
            ]),
    ]

    @Test("each is found where it was made", arguments: mistakes)
    func found(_ mistake: Mistake) {
        let files = [source(mistake.body), SourceFile(path: "send.yml", text: mistake.workflow)]
        let diagnostics = ManifestCompiler.compile(files).diagnostics.filter { $0.code.name != "runtime.unsupported" }
        let lines = PlainDiagnosticPrinter().print(diagnostics).split(separator: "\n").compactMap { line -> String? in
            guard let range = line.firstRange(of: #/: (error|warning): /#) else { return nil }
            return String(line[range].dropFirst(2)) + line[range.upperBound...]
        }
        #expect(lines == mistake.says)
    }
}
