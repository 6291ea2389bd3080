import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import IntegrationServer

@Suite("Connections", .timeLimit(.minutes(10)))
struct ConnectionTests {
    @Test("one that is accepted and never handled, as by a server that stops at that moment, is closed and harms nobody")
    func unhandled() async throws {
        let connections = LoopBoundConnections(base: HTTP1Channel(responder: { _, _, _ in }))
        let logger = Logger(label: "test")
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup).bind(
            host: "127.0.0.1", port: 0
        ) { channel in
            connections.setup(channel: channel, logger: logger)
        }
        let http = RawHTTP(port: try #require(listener.channel.localAddress?.port))
        try await listener.executeThenClose { accepted in
            let answer = Task { try await http.send("GET", "/") }
            for try await _ in accepted { break }
            await #expect(throws: RawHTTP.Failure.self) { _ = try await answer.value }
        }
    }
}
