#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Hummingbird
public import Logging
import NIOCore
import Synchronization

/// A local Graph API with a phone to talk to.
///
/// ```swift
/// let sandbox = try await SandboxServer.start(.init(appID: "4470019287365510", appSecret: "sandbox-app-secret"))
/// // … talk to http://127.0.0.1:\(sandbox.port) …
/// try await sandbox.stop()
/// ```
///
/// Tests start one in their own process on port 0; the `graph-sandbox` executable starts one for people.
public final class SandboxServer: Sendable {
    /// The port that it listens on.
    public let port: Int
    /// The address to give to an integration as its Graph and dialog host, for example `http://127.0.0.1:4000`.
    public let url: String

    private let work: Task<Void, any Error>

    private init(port: Int, hostname: String, work: Task<Void, any Error>) {
        self.port = port
        url = "http://\(hostname.contains(":") ? "[\(hostname)]" : hostname):\(port)"
        self.work = work
    }

    /// Starts a sandbox and returns when it listens.
    ///
    /// - Parameter time: The time it lives in; tests may give one that they hold.
    /// - Throws: ``SandboxError`` when the port is taken or the state file cannot be used.
    public static func start(
        _ configuration: SandboxConfiguration, time: any SandboxTime = SystemTime(),
        logger: Logger = Logger(label: "graph-sandbox")
    ) async throws -> SandboxServer {
        let file = configuration.stateFile.map(StateFile.init)
        var world = try file?.load() ?? World(opening: configuration.directory, at: time.now())
        world.seedTemplates(of: configuration.directory)
        // Writing now shows at the start, not at the first message, that the file can be written.
        try file?.save(world)
        let sandbox = Sandbox(configuration: configuration, world: world, time: time)
        let keeper = Keeper(sandbox: sandbox, file: file, logger: logger)
        let callbacks = CallbackClient()
        let links = LinkFetcher()
        let pump = WebhookPump(sandbox: sandbox, client: callbacks, logger: logger)
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        var quiet = logger
        // The HTTP library's own remarks interest nobody here; its errors are reported below.
        quiet.logLevel = max(logger.logLevel, .critical)
        let application = Application(
            responder: try SandboxResponder(
                sandbox: sandbox, keeper: keeper, callbacks: callbacks, links: links, logger: logger),
            configuration: .init(
                address: .hostname(configuration.hostname, port: configuration.port), serverName: "GraphSandbox",
                reuseAddress: true),
            onServerRunning: { channel in
                listening.yield(channel.localAddress?.port ?? configuration.port)
                listening.finish()
            },
            logger: quiet)

        let work = Task {
            defer {
                listening.finish()
                callbacks.shutDown()
                links.shutDown()
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await application.run() }
                group.addTask { await keeper.run() }
                group.addTask { await pump.run() }
                // The first to end is the HTTP server: it failed to listen, or everything was cancelled.
                defer { group.cancelAll() }
                try await group.next()
            }
        }
        for await port in ports {
            let server = SandboxServer(port: port, hostname: configuration.hostname, work: work)
            sandbox.rules.addresses.base.set(server.url)
            return server
        }
        do {
            try await work.value
        } catch {
            throw Self.listenError(error, configuration)
        }
        throw SandboxError.cannotListen(
            hostname: configuration.hostname, port: configuration.port, reason: "the server ended at once")
    }

    /// Stops listening, ends open connections, and saves the state. Webhooks that wait are sent after the next start.
    public func stop() async {
        work.cancel()
        try? await work.value
    }

    /// Returns when the sandbox has ended: after ``stop()``, or because it failed.
    public func waitUntilStopped() async throws {
        try await withTaskCancellationHandler {
            do {
                try await work.value
            } catch is CancellationError {
                return
            }
        } onCancel: {
            work.cancel()
        }
    }

    private static func listenError(_ error: any Error, _ configuration: SandboxConfiguration) -> any Error {
        if error is SandboxError { return error }
        if let error = error as? IOError, error.errnoCode == EADDRINUSE {
            return SandboxError.portTaken(hostname: configuration.hostname, port: configuration.port)
        }
        return SandboxError.cannotListen(
            hostname: configuration.hostname, port: configuration.port, reason: "\(error)")
    }
}
