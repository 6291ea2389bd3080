import Foundation
import Synchronization

/// An HTTP/1.1 server on a loopback port, one thread a connection, whose answers a test scripts.
///
/// It knows just enough HTTP to read requests with a `Content-Length`, and can misbehave in ways that a real server
/// library would not let it.
final class ScriptedServer: Sendable {
    struct Request: Sendable {
        let method: String
        /// Path and query as they stand in the request line.
        let target: String
        /// Names in lower case.
        let headers: [(name: String, value: String)]
        let body: [UInt8]
        /// Which connection carried it, counted from 1.
        let connection: Int

        var path: String { String(target.prefix { $0 != "?" }) }
        var text: String { String(decoding: body, as: UTF8.self) }

        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    enum Action: Sendable {
        /// A whole answer with a `Content-Length`; the connection is kept.
        case answer(Int, headers: [String] = [], body: [UInt8] = [])
        /// These bytes, whatever they are, then the end of the connection.
        case raw(String)
        /// Resets the connection.
        case reset
        /// Says nothing until the server stops or the client hangs up.
        case silence
        /// Sends headers and part of a body, then nothing more.
        case stall
        /// A whole answer, then the end of the connection without having said so.
        case answerAndHangUp(Int)

        static func text(_ text: String, status: Int = 200, headers: [String] = []) -> Action {
            .answer(status, headers: headers, body: Array(text.utf8))
        }
    }

    let port: Int
    var origin: String { "http://127.0.0.1:\(port)" }

    private let listener: Int32
    private let respond: @Sendable (Request) -> Action
    private let log = Mutex<(requests: [Request], sockets: [Int32], accepted: Int, hangUps: Int)>(([], [], 0, 0))
    /// One element for each request that was read whole.
    let arrivals: AsyncStream<Request>
    private let arrived: AsyncStream<Request>.Continuation
    /// One element for each connection that the client closed while the server was silent.
    let hangUps: AsyncStream<Int>
    private let hungUp: AsyncStream<Int>.Continuation
    /// One element for each connection that the server has closed.
    let closings: AsyncStream<Int>
    private let closed: AsyncStream<Int>.Continuation

    var requests: [Request] { log.withLock { $0.requests } }
    var connections: Int { log.withLock { $0.accepted } }

    init(_ respond: @escaping @Sendable (Request) -> Action) throws {
        self.respond = respond
        (arrivals, arrived) = AsyncStream.makeStream()
        (hangUps, hungUp) = AsyncStream.makeStream()
        (closings, closed) = AsyncStream.makeStream()
        #if canImport(Darwin)
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #else
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listener
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 256) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in acceptLoop() }.start()
    }

    /// Ends the listener and all connections. Each socket is closed by the thread that uses it, so that its number
    /// cannot be another socket's while somebody still means this one.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        log.withLock { log in for socket in log.sockets { shutdown(socket, Int32(SHUT_RDWR)) } }
        arrived.finish()
        hungUp.finish()
        closed.finish()
    }

    private func acceptLoop() {
        while true {
            let socket = accept(listener, nil, nil)
            guard socket >= 0 else {
                close(listener)
                return
            }
            let number = log.withLock { log in
                log.sockets.append(socket)
                log.accepted += 1
                return log.accepted
            }
            Thread { [self] in serve(socket, number) }.start()
        }
    }

    private func serve(_ socket: Int32, _ number: Int) {
        defer {
            log.withLock { log in log.sockets.removeAll { $0 == socket } }
            close(socket)
            closed.yield(number)
        }
        var reader = RequestReader(socket: socket)
        while let request = reader.next(connection: number) {
            log.withLock { $0.requests.append(request) }
            arrived.yield(request)
            switch respond(request) {
            case .answer(let status, let headers, let body):
                let isHead = request.method == "HEAD"
                send(socket, Self.head(status, headers, length: body.count) + (isHead ? [] : body))
            case .raw(let text):
                send(socket, Array(text.utf8))
                return
            case .answerAndHangUp(let status):
                send(socket, Self.head(status, [], length: 0))
                return
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
                return
            case .silence:
                reader.waitForEnd()
                hungUp.yield(number)
                return
            case .stall:
                send(socket, Self.head(200, [], length: 100) + Array("begin".utf8))
                reader.waitForEnd()
                hungUp.yield(number)
                return
            }
        }
    }

    private static func head(_ status: Int, _ headers: [String], length: Int) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) Scripted", "Content-Length: \(length)"] + headers + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func send(_ socket: Int32, _ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                #if canImport(Darwin)
                    Foundation.send(socket, $0.baseAddress, $0.count, 0)
                #else
                    Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                #endif
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}

/// Reads requests off a blocking socket.
private struct RequestReader {
    let socket: Int32
    private var buffer: [UInt8] = []

    init(socket: Int32) { self.socket = socket }

    mutating func next(connection: Int) -> ScriptedServer.Request? {
        var headEnd: Int?
        while headEnd == nil {
            headEnd = buffer.indices.first { buffer[$0...].starts(with: "\r\n\r\n".utf8) }
            if headEnd == nil, !fill() { return nil }
        }
        guard let headEnd else { return nil }
        let lines = String(decoding: buffer[..<headEnd], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (line[..<colon].lowercased(), value)
        }
        let length = headers.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
        let bodyStart = headEnd + 4
        while buffer.count < bodyStart + length { guard fill() else { return nil } }
        let body = Array(buffer[bodyStart..<(bodyStart + length)])
        buffer.removeFirst(bodyStart + length)
        return ScriptedServer.Request(
            method: String(words[0]), target: String(words[1]), headers: headers, body: body, connection: connection)
    }

    mutating func waitForEnd() { while fill() {} }

    private mutating func fill() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        buffer += chunk[..<count]
        return true
    }
}

/// Runs a test against a server that stops with it.
func withServer<Result: Sendable>(
    _ respond: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Action,
    _ body: (ScriptedServer) async throws -> Result
) async throws -> Result {
    let server = try ScriptedServer(respond)
    defer { server.stop() }
    return try await body(server)
}
