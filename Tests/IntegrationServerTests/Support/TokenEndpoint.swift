import Foundation
import Hummingbird
import IntegrationKit
import Logging
import NIOCore
import Synchronization

@testable import IntegrationServer

/// A provider's token endpoint that answers as a test says and remembers what it was asked.
final class TokenEndpoint: Sendable {
    struct Asked: Sendable {
        let path: String
        let query: String
        let fields: RawQuery
    }

    let asked = Mutex<[Asked]>([])
    let answer = Mutex<(status: Int, body: String)>((200, #"{"access_token":"granted","expires_in":3600}"#))

    /// Runs it on a free port of this machine.
    static func run(_ test: @escaping @Sendable (TokenEndpoint, _ origin: String) async throws -> Void) async throws {
        let endpoint = TokenEndpoint()
        let router = Router()
        for path in ["/v1/token", "/v1/revoke"] as [RouterPath] {
            router.post(path) { request, _ in
                let body = try await request.body.collect(upTo: 1 << 16)
                endpoint.asked.withLock {
                    $0.append(Asked(path: request.uri.path, query: request.uri.query ?? "", fields: RawQuery(String(buffer: body))))
                }
                let answer = endpoint.answer.withLock { $0 }
                return Response(
                    status: .init(code: answer.status), headers: [.contentType: "application/json"],
                    body: .init(byteBuffer: ByteBuffer(string: answer.body)))
            }
        }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var log = Logger(label: "endpoint")
        log.logLevel = .critical
        let application = Application(
            responder: router.buildResponder(),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: log)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await application.run() }
            defer { group.cancelAll() }
            guard let bound = await ports.first(where: { _ in true }) else { return }
            try await test(endpoint, "http://127.0.0.1:\(bound)")
        }
    }
}
