import Testing

@testable import IntegrationServer

@Suite("Trusted proxies")
struct TrustedProxiesTests {
    private let proxies = try? TrustedProxies("10.0.0.0/8, 192.168.7.9,fd00::/8, 172.16.128.0/17")

    @Test("the client is the last address that is no proxy of ours", arguments: [
        ("10.1.2.3", ["203.0.113.7"], "203.0.113.7"),
        ("::ffff:10.1.2.3", ["203.0.113.7"], "203.0.113.7"),
        ("10.1.2.3", ["198.51.100.1, 203.0.113.7, 192.168.7.9"], "203.0.113.7"),
        ("10.1.2.3", ["198.51.100.1", "203.0.113.7 ,fd00::12"], "203.0.113.7"),
        ("fd12::1", ["2001:db8::5"], "2001:db8::5"),
        ("172.16.200.1", ["203.0.113.7"], "203.0.113.7"),
    ])
    func trusted(peer: String, forwarded: [String], client: String) throws {
        #expect(try #require(proxies).client(peer: peer, forwarded: forwarded) == client)
    }

    @Test("what strangers claim is not believed", arguments: [
        ("203.0.113.7", ["10.0.0.1"]), ("172.16.1.1", ["198.51.100.1"]), ("192.168.7.8", ["198.51.100.1"]), ("", ["10.0.0.1"]),
    ])
    func strangers(peer: String, forwarded: [String]) throws {
        #expect(try #require(proxies).client(peer: peer, forwarded: forwarded) == peer)
    }

    @Test("where a proxy says nothing that can be read, it is the client itself", arguments: [
        [], [""], ["unknown"], ["203.0.113.7, _hidden"], ["203.0.113.7:1234"],
    ])
    func silent(forwarded: [String]) throws {
        #expect(try #require(proxies).client(peer: "10.1.2.3", forwarded: forwarded) == "10.1.2.3")
    }

    @Test("what is neither an address nor a network is named", arguments: ["10.0.0.0/33", "10.0.0/8", "proxy", "::1/129", "1.2.3.4/-1", "/8"])
    func unreadable(part: String) {
        #expect(throws: TrustedProxies.Unreadable(part: part)) { try TrustedProxies("127.0.0.1, \(part)") }
    }

    @Test("nobody is trusted unless it is said")
    func nobody() throws {
        #expect(try TrustedProxies("").isEmpty)
        #expect(TrustedProxies().client(peer: "127.0.0.1", forwarded: ["203.0.113.7"]) == "127.0.0.1")
    }
}
