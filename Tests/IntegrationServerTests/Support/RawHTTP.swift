import Foundation
import Glibc

/// Speaks HTTP/1.1 byte by byte, so that tests can send what no client would. One request a connection.
struct RawHTTP: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: [(name: String, value: String)]
        let body: [UInt8]

        subscript(name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
        func values(_ name: String) -> [String] { headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value) }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Failure: Error, CustomStringConvertible { let description: String }

    let port: Int

    func send(
        _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8] = [], host: String? = nil
    ) async throws -> Answer {
        var all = headers
        all["Host"] = host ?? "127.0.0.1:\(port)"
        all["Connection"] = "close"
        if !body.isEmpty || method != "GET" { all["Content-Length"] = all["Content-Length"] ?? "\(body.count)" }
        let head = "\(method) \(path) HTTP/1.1\r\n" + all.map { "\($0.key): \($0.value)\r\n" }.joined() + "\r\n"
        return try await exchange(Array(head.utf8) + body)
    }

    /// Sends the bytes and reads until the server closes.
    func exchange(_ bytes: [UInt8], halfClose: Bool = false) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: a blocked one of the shared pool would hold up the store, which uses them too.
            Thread.detachNewThread { [port] in
                continuation.resume(with: Result { try Self.exchange(bytes, port: port, halfClose: halfClose) })
            }
        }
    }

    private static func exchange(_ bytes: [UInt8], port: Int, halfClose: Bool) throws -> Answer {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "socket: \(errno)") }
        defer { close(descriptor) }
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(description: "connect: \(errno)") }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            // The server may answer and close before it has read everything.
            if count <= 0 { break }
            sent += count
        }
        if halfClose { shutdown(descriptor, Int32(SHUT_WR)) }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            received += buffer[..<count]
            if isComplete(received) { break }
        }
        return try parse(received)
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard bytes.count >= 4 else { return nil }
        return (0...(bytes.count - 4)).first { bytes[$0] == 13 && Array(bytes[$0..<($0 + 4)]) == mark }
    }

    private static func isComplete(_ bytes: [UInt8]) -> Bool {
        guard let answer = try? parse(bytes), let length = answer["content-length"].flatMap(Int.init) else { return false }
        return answer.body.count >= length
    }

    private static func parse(_ bytes: [UInt8]) throws -> Answer {
        guard let end = headEnd(bytes) else { throw Failure(description: "no answer: \(String(decoding: bytes, as: UTF8.self))") }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { throw Failure(description: "no status: \(lines[0])") }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        return Answer(status: status, headers: headers, body: Array(bytes[(end + 4)...]))
    }
}
