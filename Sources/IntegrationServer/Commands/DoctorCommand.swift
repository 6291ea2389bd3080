internal import ArgumentParser
internal import IntegrationKit

/// `doctor`: is everything there, and if not, what to do.
struct DoctorCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor", abstract: "Check everything that the server needs, and say how to mend what is wrong.",
            discussion: """
                Looks at the settings, the database with its schema and keys, the queues, the public address, the clock, \
                and at what \(I.descriptor.name) says of the app and of each connected workplace. Changes nothing.

                Exit code 0: no problem. 1: a problem. Warnings are none.

                \(SettingsHelp.whichStore)
                """)
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "text or json.")
    var format = Format.text
    @OptionGroup var data: DataOptions

    func run() async throws {
        let all = await Doctor<I>(flags: CommandSession<I>.flags(data)).examine()
        let problems = all.filter { $0.finding.status == .problem }.count
        switch format {
        case .json:
            let report: JSON = ["ok": .bool(problems == 0), "checks": .array(all.map(\.json))]
            Terminal.print(report.serialized(pretty: true))
        case .text:
            for one in all { Terminal.print(Self.text(one)) }
        }
        guard problems > 0 else { return }
        throw CommandFailure(problems == 1 ? "There is a problem." : "There are \(problems) problems.")
    }

    private static func text(_ one: Examined) -> String {
        let finding = one.finding
        let mark = finding.status.rawValue
        let place = one.workplace.map { " (\($0))" } ?? ""
        let head = mark + String(repeating: " ", count: max(1, 9 - mark.count)) + "\(finding.subject)\(place): "
        let message = Redaction.redacted(finding.message).replacing("\n", with: "\n         ")
        return head + message + (finding.advice.map { "\n         → \($0)" } ?? "")
    }
}
