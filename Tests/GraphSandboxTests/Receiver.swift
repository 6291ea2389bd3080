import Cryptography
import Foundation
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// The app's end of a webhook: a small server that keeps what it gets and can be told what to answer.
final class Receiver: Sendable {
    static let verifyToken = "verify-me"
    /// An "answer" that is never given: the receiver keeps the connection open.
    static let never = 0

    /// One POST as it came.
    struct Event: @unchecked Sendable {
        // `json` holds JSONSerialization's immutable values; nothing writes to them.
        let body: [UInt8]
        let json: Any
        let signature256: String
        let signature1: String
        let isSignatureRight: Bool

        var text: String { String(decoding: body, as: UTF8.self) }
        private var value: [String: Any] {
            let entry = ((json as? [String: Any])?["entry"] as? [[String: Any]])?.first
            return ((entry?["changes"] as? [[String: Any]])?.first?["value"] as? [String: Any]) ?? [:]
        }
        /// The first event of Messenger or Instagram.
        var messaging: [String: Any]? {
            let entry = ((json as? [String: Any])?["entry"] as? [[String: Any]])?.first
            return (entry?["messaging"] as? [[String: Any]])?.first
        }
        var entries: [[String: Any]] { (json as? [String: Any])?["entry"] as? [[String: Any]] ?? [] }
        var field: String? { (entries.first?["changes"] as? [[String: Any]])?.first?["field"] as? String }
        var changeValue: [String: Any] { value }
        var message: [String: Any]? { (value["messages"] as? [[String: Any]])?.first }
        var status: [String: Any]? { (value["statuses"] as? [[String: Any]])?.first }
        var contact: [String: Any]? { (value["contacts"] as? [[String: Any]])?.first }
        var statusName: String? { status?["status"] as? String }
    }

    private struct State {
        var events: [Event] = []
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var answers: [Int] = []
        var verifications = 0
    }

    private let state = Mutex(State())
    private let port: Mutex<Int> = Mutex(0)

    var url: String { "http://127.0.0.1:\(port.withLock { $0 })/hook" }
    var events: [Event] { state.withLock { $0.events } }

    /// Runs a receiver around `body`.
    ///
    /// - Parameter answers: HTTP statuses of the first POSTs; all further ones get 200.
    static func run<Result: Sendable>(
        answers: [Int] = [], _ body: @Sendable @escaping (Receiver) async throws -> Result
    ) async throws -> Result {
        let receiver = Receiver()
        receiver.state.withLock { $0.answers = answers }
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "receiver")
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                try await receiver.respond(to: request)
            },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                listening.yield(channel.localAddress?.port ?? 0)
                listening.finish()
            }, logger: logger)
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                try? await application.run()
                return nil
            }
            for await port in ports { receiver.port.withLock { $0 = port } }
            group.addTask { try await body(receiver) }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw CancellationError()
        }
    }

    /// Returns when at least `count` POSTs have come, or throws when the test ran out of time.
    func wait(for count: Int) async throws {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if state.events.count >= count || Task.isCancelled { return true }
                    state.waiters.append((count, continuation))
                    return false
                }
                if isThere { continuation.resume() }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in waiting { waiter.continuation.resume() }
        }
        try Task.checkCancellation()
    }

    private func respond(to request: Request) async throws -> Response {
        if request.method == .get {
            state.withLock { $0.verifications += 1 }
            let query = request.uri.queryParameters
            guard query["hub.mode"] == "subscribe", query["hub.verify_token"].map(String.init) == Self.verifyToken
            else {
                return Response(status: .forbidden)
            }
            let challenge = String(query["hub.challenge"] ?? "")
            return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: challenge)))
        }
        var body: [UInt8] = []
        for try await part in request.body { body.append(contentsOf: part.readableBytesView) }
        func header(_ name: String) -> String { request.headers.first { $0.name.canonicalName == name }?.value ?? "" }
        let key = Array(SandboxHarness.secret.utf8)
        let event = Event(
            body: body, json: (try? JSONSerialization.jsonObject(with: Data(body))) ?? [String: Any](),
            signature256: header("x-hub-signature-256"), signature1: header("x-hub-signature"),
            isSignatureRight: header("x-hub-signature-256") == "sha256=" + Hex.encode(HMAC.sha256(body, key: key))
                && header("x-hub-signature") == "sha1=" + Hex.encode(HMAC.sha1(body, key: key)))
        let (answer, ready) = state.withLock { state in
            state.events.append(event)
            let answer = state.answers.isEmpty ? 200 : state.answers.removeFirst()
            let ready = state.waiters.filter { $0.count <= state.events.count }
            state.waiters.removeAll { $0.count <= state.events.count }
            return (answer, ready)
        }
        for waiter in ready { waiter.continuation.resume() }
        if answer == Self.never {
            // Ends when the receiver is cancelled at the end of the test.
            for await _ in AsyncStream<Void>.makeStream().stream {}
            return Response(status: .serviceUnavailable)
        }
        return Response(status: .init(code: answer))
    }
}
