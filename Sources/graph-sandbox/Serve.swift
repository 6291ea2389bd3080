import ArgumentParser
import Foundation
import GraphSandbox
import Logging

/// `graph-sandbox serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the sandbox until Ctrl-C.",
        discussion: """
            App id and secret must be those that your integration is given. Give the secret in the environment, as \
            META_APP_SECRET: arguments can be read by everybody on this machine. Nothing leaves this machine but \
            webhooks, to the callback that your integration subscribes with, and requests for media that your \
            integration sends by link.
            """)

    @Option(help: "App id: the client_id of the login dialog. Any digits will do.")
    var appID: String

    @Option(help: "App secret: signs webhooks and checks appsecret_proof. Default: META_APP_SECRET")
    var appSecret: String?

    @Option(help: "Name of the app on the consent page.")
    var appName = "Sandbox Desk"

    @Option(help: "Port to listen on; 0 takes a free one.")
    var port = 4000

    @Option(
        help: ArgumentHelp(
            "Address to listen on.",
            discussion: "The sandbox has no passwords: anything but loopback lets others in your network use it."))
    var hostname = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "File that keeps messages, tokens and subscriptions between runs.",
            discussion: "Without it everything is forgotten at the end.", valueName: "file"))
    var state: String?

    @Option(help: "How many times faster than life messages are delivered and webhooks retried.")
    var speed = 1.0

    @Flag(help: "Refuse API calls without appsecret_proof, as the app setting \"Require app secret\" does.")
    var requireAppsecretProof = false

    @Option(
        help: ArgumentHelp(
            "A redirect URI, or the beginning of one, to allow beside loopback. May be repeated.", valueName: "url"))
    var redirectPrefix: [String] = []

    @Option(
        help: ArgumentHelp(
            "A host name, beside loopback's, under which to answer (a container's or a tunnel's). May be repeated.",
            valueName: "name"))
    var allowHost: [String] = []

    @Flag(help: "Let numbers send as much and as fast as they like, without Meta's limits.")
    var noRateLimits = false

    @Option(
        help: ArgumentHelp(
            "File that gets every Graph call with its answer, one JSON object a line, without tokens.",
            valueName: "file"))
    var exchangeLog: String?

    @Flag(name: .shortAndLong, help: "Say every Graph call that was answered with an error.")
    var verbose = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port is between 0 and 65535.") }
        guard speed > 0, speed.isFinite else { throw ValidationError("--speed is greater than 0.") }
        guard !appID.isEmpty, appID.allSatisfy(\.isNumber) else { throw ValidationError("--app-id is digits.") }
        _ = try secret()
    }

    private func secret() throws -> String {
        let secret = appSecret ?? ProcessInfo.processInfo.environment["META_APP_SECRET"] ?? ""
        guard !secret.isEmpty else {
            throw ValidationError("The app secret is missing: set META_APP_SECRET, or give --app-secret.")
        }
        return secret
    }

    func run() async throws {
        var logger = Logger(label: "graph-sandbox") { label in StreamLogHandler.standardError(label: label) }
        logger.logLevel = verbose ? .info : .warning
        let server: SandboxServer
        do {
            server = try await SandboxServer.start(
                SandboxConfiguration(
                    appID: appID, appSecret: try secret(), appName: appName, hostname: hostname, port: port,
                    stateFile: state, speed: speed, requiresAppSecretProof: requireAppsecretProof,
                    redirectPrefixes: redirectPrefix, allowedHosts: allowHost, enforcesRateLimits: !noRateLimits,
                    exchangeLog: exchangeLog),
                logger: logger)
        } catch {
            FileHandle.standardError.write(Data("graph-sandbox: \(error)\n".utf8))
            throw ExitCode.failure
        }
        // Not print: its buffer would keep the addresses back when the output is a pipe.
        FileHandle.standardOutput.write(
            Data(
                """
                Graph API and login dialog   \(server.url)
                Phone                        \(server.url)/

                """.utf8))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await waitForStopSignal() }
            group.addTask { try? await server.waitUntilStopped() }
            await group.next()
            group.cancelAll()
        }
        await server.stop()
    }
}
