internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import NIOCore

/// What the platform asks about the server itself: `/health` and `/config`; and doors of the protocol behind which this
/// kind of integration has nothing: `/core` and `/core/webhook`.
struct InformationDoors<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>
    private let configuration: [UInt8]

    init(linked: LinkedRuntime<I>) {
        self.linked = linked
        configuration = I.platformConfiguration.map { Array($0.utf8) } ?? Self.shortConfiguration().bytes()
    }

    func add(to router: Router<AppRequestContext>) {
        router.get("/health") { request, _ in DoorResponse.json(health(isPlatform: isPlatform(request))) }
        router.get("/ready") { _, _ in HealthRoutes.answer(to: await linked.runtime.health.readiness()) }
        router.get("/config") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: configuration)))
        }
        router.post("/core") { _, _ in
            DoorResponse.json(["error": "Core API service not configured"], status: 404)
        }
        router.post("/core/webhook") { _, _ in
            DoorResponse.json(["error": "Core API webhook handler not configured"], status: 404)
        }
    }

    private func isPlatform(_ request: Request) -> Bool {
        linked.settings.callers.admits(bearer: Access.bearerToken(in: request.headers))
    }

    /// Strangers are told that the process lives, and no more.
    private func health(isPlatform: Bool) -> JSON {
        guard isPlatform else { return ["status": "running", "runtime": "dedicated"] }
        let (count, last) = linked.requests.figures
        let maximum = linked.requests.maximum
        return [
            "status": "running", "requests": count.json, "maxRequests": maximum?.json ?? .null,
            "requestsRemaining": maximum.map { max(0, $0 - count).json } ?? .null,
            "lastRequestTime": last.map { .number(JSONNumber($0)) } ?? .null,
            "ttlExtendSeconds": linked.settings.extendedSeconds.json, "runtime": "dedicated",
            "tools": .array(I.tools.map { .string($0.descriptor.handle) }),
        ]
    }

    /// For integrations of which no configuration was generated.
    private static func shortConfiguration() -> JSON {
        [
            "name": .string(I.descriptor.name), "version": .string(I.descriptor.version),
            "description": .string(I.descriptor.description), "computeLayer": "dedicated",
            "tools": .array(I.tools.map { entry in
                [
                    "name": .string(entry.descriptor.handle), "description": .string(entry.descriptor.description),
                    "timeout": .number(JSONNumber(entry.descriptor.timeout.milliseconds)),
                ]
            }),
            "webhooks": .array(I.webhooks.map { PlatformAnswer.listing(of: $0) }),
        ]
    }
}
