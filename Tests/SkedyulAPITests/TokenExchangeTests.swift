import Foundation
import IntegrationKit
import Synchronization
import Testing

import SkedyulAPI

@Suite("Exchange of tokens", .timeLimit(.minutes(10)))
struct TokenExchangeTests {
    @Test("many who ask at once get one token, and each installation its own")
    func singleFlight() async throws {
        try await FakePlatform.run { platform in
            let tenants = [try await platform.install("north"), try await platform.install("south")]
            let app = try await platform.appToken
            let exchange = TokenExchange(api: platform.api())
            try await platform.fault("token.exchange", "slow", times: 2, seconds: 0.3)
            let tokens = try await withThrowingTaskGroup(of: (Int, CoreToken).self) { group in
                for number in 0..<60 {
                    group.addTask { (number % 2, try await exchange.token(for: tenants[number % 2].id, by: app)) }
                }
                return try await group.reduce(into: [[], []] as [[CoreToken]]) { $0[$1.0].append($1.1) }
            }
            #expect(Set(tokens[0]).count == 1 && Set(tokens[1]).count == 1 && tokens[0][0] != tokens[1][0])
            #expect(try await platform.calls.filter { $0 == "token.exchange" }.count == 2)
            // What comes is good for the one installation.
            let access = platform.api().access(with: tokens[1][0])
            #expect(try await access.workplaces().map(\.id) == [tenants[1].workplaceID])
        }
    }

    @Test("a token is asked for anew before it ends, and when the platform has not taken it")
    func renewal() async throws {
        try await FakePlatform.run { platform in
            let tenant = try await platform.install()
            let app = try await platform.appToken
            let now = Mutex(Date())
            let exchange = TokenExchange(api: platform.api(), clock: { now.withLock { $0 } })
            let first = try await exchange.token(for: tenant.id, by: app)
            now.withLock { $0 += 3000 }
            #expect(try await exchange.token(for: tenant.id, by: app) == first)
            now.withLock { $0 += 500 }
            let second = try await exchange.token(for: tenant.id, by: app)
            #expect(second != first)
            exchange.forget(second)
            now.withLock { $0 -= 3500 }
            #expect(try await exchange.token(for: tenant.id, by: app) != second)
        }
    }

    @Test("a failure is told to all who wait, and is not kept")
    func failure() async throws {
        try await FakePlatform.run { platform in
            let tenant = try await platform.install()
            let app = try await platform.appToken
            let exchange = TokenExchange(api: platform.api())
            try await platform.fault("token.exchange", "500", times: 3)
            await #expect(throws: CoreFailure.self) { try await exchange.token(for: tenant.id, by: app) }
            #expect(try await exchange.token(for: tenant.id, by: app).scope == .installation)
            await #expect(throws: CoreFailure.self) {
                try await exchange.token(for: InstallationID("ain_none"), by: app)
            }
        }
    }

    @Test("a token that reaches further than one installation is not taken")
    func reach() async throws {
        try await withServer({ _ in .text(#"{"success":true,"data":{"token":"sk_app_everything"}}"#) }) { server in
            let exchange = TokenExchange(api: access(at: server).api)
            let failure = await #expect(throws: CoreFailure.self) {
                try await exchange.token(for: InstallationID("a"), by: CoreToken(Secret("sk_app_1")))
            }
            #expect(!"\(failure as Any)".contains("everything"))
        }
    }
}
