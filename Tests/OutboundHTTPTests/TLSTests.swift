import Foundation
import OutboundHTTP
import Testing

/// Needs the `openssl` program; HTTP/2 besides needs `node`, the only other server of it at hand.
@Suite("TLS", .timeLimit(.minutes(10)), .enabled(if: LocalProcess.exists("openssl")))
struct TLSTests {
    /// A folder with `cert.pem` and `key.pem` for `localhost`, signed by itself.
    func certificateFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = try LocalProcess.run(
            [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out",
                "cert.pem",
            ], in: folder)
        try #require(made)
        return folder
    }

    func withTLSServer(_ body: (_ port: String, _ authority: String) async throws -> Void) async throws {
        let folder = try certificateFolder()
        let server = try LocalProcess(
            ["openssl", "s_server", "-www", "-accept", "127.0.0.1:0", "-cert", "cert.pem", "-key", "key.pem"], in: folder)
        defer { server.stop() }
        let port = try #require(await server.line(after: "ACCEPT 127.0.0.1:"))
        try await body(port, folder.appending(path: "cert.pem").path)
    }

    func client(_ origin: String, authority: String?) -> HTTPClient {
        HTTPClient(
            HTTPClientConfiguration(
                hosts: .none.allowing(loopbackOrigin: origin), certificateAuthorities: authority))
    }

    func failureOf(_ client: HTTPClient, _ url: String) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await client.execute(HTTPRequest(.post, url, body: [1]))
            return nil
        } catch {
            return error
        }
    }

    @Test("a trusted certificate of the right name is taken")
    func trusted() async throws {
        try await withTLSServer { port, authority in
            let origin = "https://localhost:\(port)"
            let response = try await client(origin, authority: authority).execute(HTTPRequest(.get, "\(origin)/"))
            #expect(response.status == 200)
        }
    }

    @Test("a certificate that nobody trusts is refused before anything is sent")
    func untrusted() async throws {
        try await withTLSServer { port, _ in
            let origin = "https://localhost:\(port)"
            let failure = await failureOf(client(origin, authority: nil), origin)
            #expect(failure?.kind == .tls)
            #expect(failure?.delivery == .notSent)
            #expect(failure?.isSafeToRetry == false)
        }
    }

    @Test("a trusted certificate of another name is refused")
    func wrongName() async throws {
        try await withTLSServer { port, authority in
            let origin = "https://127.0.0.1:\(port)"
            let failure = await failureOf(client(origin, authority: authority), origin)
            #expect(failure?.kind == .tls)
            #expect(failure?.delivery == .notSent)
        }
    }

    @Test("a handshake that nobody answers ends with the connect timeout, not sent")
    func noHandshake() async throws {
        try await withServer({ _ in .text("ok") }) { server in
            let origin = "https://127.0.0.1:\(server.port)"
            let client = client(origin, authority: nil)
            let request = HTTPRequest(.post, origin, body: [1], connectTimeout: .milliseconds(200))
            let failure = await #expect(throws: HTTPFailure.self) { try await client.execute(request) }
            #expect(failure?.kind == .timedOut)
            #expect(failure?.delivery == .notSent)
        }
    }

    /// Answers with what it got; `/reset` ends the stream instead, `/hang` says nothing.
    static let http2Server = """
        const fs = require('fs'), http2 = require('http2')
        let sessions = 0
        const server = http2.createSecureServer({ key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') })
        server.on('session', () => sessions++)
        server.on('stream', (stream, headers) => {
          stream.on('error', () => {})
          if (headers[':path'] === '/reset') return stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR)
          if (headers[':path'] === '/hang') return
          const parts = []
          stream.on('data', part => parts.push(part))
          stream.on('end', () => {
            stream.respond({ ':status': 200, 'x-sessions': String(sessions) })
            stream.end(Buffer.concat(parts))
          })
        })
        server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port))
        """

    @Test("64 requests at a time share few HTTP/2 connections", .enabled(if: LocalProcess.exists("node")))
    func http2() async throws {
        let folder = try certificateFolder()
        try Self.http2Server.write(to: folder.appending(path: "server.js"), atomically: true, encoding: .utf8)
        let server = try LocalProcess(["node", "server.js"], in: folder)
        defer { server.stop() }
        let port = try #require(await server.line(after: "port "))
        let origin = "https://localhost:\(port)"
        let client = client(origin, authority: folder.appending(path: "cert.pem").path)

        let sessions = try await withThrowingTaskGroup(of: Int.self) { group in
            var most = 0
            for number in 0..<640 {
                if number >= 64 { most = max(most, try await group.next() ?? 0) }
                group.addTask {
                    let body = Array("number \(number)".utf8)
                    let response = try await client.execute(HTTPRequest(.post, "\(origin)/echo", body: body))
                    #expect(response.version == .http2)
                    #expect(response.body == body)
                    return Int(response.headers["x-sessions"] ?? "") ?? 0
                }
            }
            for try await count in group { most = max(most, count) }
            return most
        }
        #expect(sessions <= 2)

        let reset = await failureOf(client, "\(origin)/reset")
        #expect(reset?.kind == .connectionLost)
        #expect(reset?.isOutcomeUnknown == true)
        // One stream that hangs and is given up does not end the others' connection.
        let hanging = Task {
            try await client.execute(HTTPRequest(.post, "\(origin)/hang", body: [1], deadline: .milliseconds(200)))
        }
        let failure = await #expect(throws: HTTPFailure.self) { try await hanging.value }
        #expect(failure?.kind == .timedOut)
        let after = try await client.execute(HTTPRequest(.post, "\(origin)/echo", body: [2]))
        #expect(after.body == [2])
        #expect(after.usedKeptConnection)
        await client.shutdown()
    }
}
