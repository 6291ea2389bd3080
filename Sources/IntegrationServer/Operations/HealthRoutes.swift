internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit

/// `GET /health`: the process answers. `GET /ready`: it should be given work.
struct HealthRoutes: Sendable {
    let health: Health

    func add(to router: Router<AppRequestContext>) {
        router.get("/health") { _, _ in Self.answer(.ok, "ok") }
        router.get("/ready") { _, _ in Self.answer(to: await health.readiness()) }
    }

    static func answer(to readiness: Health.Readiness) -> Response {
        switch readiness {
        case .ready: answer(.ok, "ready")
        case .draining: answer(.serviceUnavailable, "draining")
        case .storeUnreachable: answer(.serviceUnavailable, "the store cannot be reached")
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ word: String) -> Response {
        let body: JSON = ["status": .string(word)]
        return Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: body.serialized())))
    }
}
