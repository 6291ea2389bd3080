internal import ArgumentParser
internal import IntegrationKit
internal import Logging

/// `tools`: what the integration can do.
struct ToolsCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "tools", abstract: "List the tools with what they do.")
    }

    @Flag(help: "As JSON, with the schemas of input and output.")
    var json = false

    func run() async throws {
        let tools = I.tools.map(\.descriptor)
        if json {
            let items: [JSON] = try tools.map { tool in
                [
                    "name": .string(tool.handle), "description": .string(tool.description),
                    "inputSchema": try JSON.parse(tool.inputSchema),
                    "outputSchema": try tool.outputSchema.map { try JSON.parse($0) } ?? .null,
                ]
            }
            Terminal.print(JSON.array(items).serialized(pretty: true))
            return
        }
        let width = tools.map(\.handle.count).max() ?? 0
        for tool in tools {
            Terminal.print("\(tool.handle)\(String(repeating: " ", count: width - tool.handle.count))  \(tool.description)")
        }
    }
}

/// `invoke`: one call of a tool, as an agent would make it.
struct InvokeCommand<I: Integration>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "invoke", abstract: "Call a tool and print its result as JSON.",
            discussion: """
                Example: \(ProgramName.current) invoke \(I.tools.first?.descriptor.handle ?? "TOOL") --args '{}'

                The result goes to standard output. A failure goes to standard error as JSON, with exit code 1.

                \(SettingsHelp.whichStore)
                """)
    }

    @Argument(help: "Name of the tool; 'tools' lists them.")
    var tool: String
    @Option(help: "The arguments as a JSON object.")
    var args = "{}"
    @Option(help: "For which workplace; not needed when there is only one.")
    var workplace: String?
    @Option(help: "Calls with the same key have one effect.")
    var idempotencyKey: String?
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard I.tools.contains(where: { $0.descriptor.handle == tool }) else {
            throw ValidationError("There is no tool '\(tool)'. The tools are: "
                + I.tools.map(\.descriptor.handle).joined(separator: ", "))
        }
        do {
            guard try JSON.parse(args).objectValue != nil else { throw ValidationError("--args must be a JSON object.") }
        } catch let error as JSONSyntaxError {
            throw ValidationError("--args is not JSON: \(error)")
        }
    }

    func run() async throws {
        var (settings, provision) = try CommandSession<I>.settings(CommandSession<I>.flags(data))
        settings.logLevel = max(settings.logLevel, .warning)
        let result = try await CommandSession<I>.withStore(settings, making: .nothing) { [settings] store in
            let process = try await ServerProcess<I>.prepare(
                settings: settings, provision: provision, store: store, log: LineLogHandler.logger(settings))
            let runtime = process.runtime
            let installation = try await CommandSession<I>.installation(workplace, in: store, settings)
            let result = await runtime.tools.call(
                tool, arguments: try JSON.parse(args), in: installation,
                invocation: Invocation(
                    id: runtime.core.ids.make("inv", at: runtime.now), trigger: .developer,
                    idempotencyKey: idempotencyKey))
            await process.close()
            return result
        }
        switch result {
        case .success(let output): Terminal.print((output.map(JSON.object) ?? .null).serialized(pretty: true))
        case .failure(let failure):
            throw CommandFailure(JSON.object(failure.members).serialized(pretty: true))
        }
    }
}
