import ManifestCompiler
import Testing

/// Mistakes that were made in the platform's public integrations, each as an author of ours would make it.
///
/// Five were made in code, and are caught where code is: an install hook that returns undeclared variables, a tool that
/// reads an input which its contract has not, and a client where a token was meant do not compile against the generated
/// types; the signature is always taken over the bytes as they came, and the state of OAuth is signed, by the runtime.
/// That a provider knows none of the fields that `spec` of a subscription names is the provider's to say: `spec` is its
/// words, and the handler of subscriptions hears it.
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
