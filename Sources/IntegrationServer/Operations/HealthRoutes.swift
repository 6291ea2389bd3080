internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit

/// `GET /health`: the process answers. `GET /ready`: it should be given work.
struct HealthRoutes: Sendable {
    let health: Health

    func add(to router: Router<AppRequestContext>) {
        router.get("/health") { _, _ in Self.answer(.ok, "ok") }
        router.get("/ready") { _, _ in
            switch await health.readiness() {
            case .ready: Self.answer(.ok, "ready")
            case .draining: Self.answer(.serviceUnavailable, "draining")
            case .storeUnreachable: Self.answer(.serviceUnavailable, "the store cannot be reached")
            }
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ word: String) -> Response {
        let body: JSON = ["status": .string(word)]
        return Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: body.serialized())))
    }
}
