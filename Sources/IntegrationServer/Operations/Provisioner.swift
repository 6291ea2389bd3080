#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Brings about, once the server is reachable, what the provider must know of it: registrations of the app's webhooks,
/// then the integration's provision hook, again and again until it succeeds.
struct Provisioner<I: Integration>: Service {
    private let core: RuntimeCore<I>
    private let webhooks: WebhookRegistry<I>
    private let started: AsyncStream<Void>
    private let start: AsyncStream<Void>.Continuation

    private static var backoff: Backoff { Backoff(base: .seconds(2), maximum: .seconds(300)) }

    init(core: RuntimeCore<I>, webhooks: WebhookRegistry<I>) {
        self.core = core
        self.webhooks = webhooks
        (started, start) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// The server is listening.
    func begin() {
        start.yield()
        start.finish()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in started { await provisionUntilDone() }
            // A service that ends while others are being shut down counts as failed: end in turn.
            try? await gracefulShutdown()
        }
    }

    private func provisionUntilDone() async {
        var attempt = 0
        while !Task.isCancelled {
            do {
                try await provision()
                return
            } catch {
                let delay = Self.backoff.delay(attempt: attempt)
                attempt += 1
                if Task.isCancelled { return }
                let next = "It is tried again in \(Int(delay.timeInterval.rounded(.up))) s."
                core.log.error("\(I.descriptor.name) is not set up at the provider yet: \(Self.words(for: error)) \(next)")
                try? await Task.sleep(for: delay)
            }
        }
    }

    private func provision() async throws {
        let urls = try await webhooks.registerApp()
        guard let hook = I.hooks.provision else { return }
        let context = ProvisionContext<I>(
            environment: try core.provision(), services: core.services, webhookURLs: urls, log: core.log)
        try await withDeadline(hook.timeout) { try await hook.run(context) }
        core.log.info("\(I.descriptor.name) is set up at the provider")
    }

    private static func words(for error: any Error) -> String {
        switch error {
        case let failure as ToolFailure: failure.text
        case is DeadlinePassed: "the provider took too long."
        default: String("\(error)".prefix(400)) + "."
        }
    }
}
