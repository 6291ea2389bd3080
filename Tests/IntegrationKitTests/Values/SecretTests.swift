import IntegrationKit
import Testing

@Suite("Secrets")
struct SecretTests {
    private struct Connection {
        var name = "main"
        var token = Secret("hunter2-token")
        var tokens = [Secret("hunter2-token")]
    }

    @Test("a secret shows itself nowhere by accident")
    func hidden() {
        let connection = Connection()
        var dumped = ""
        dump(connection, to: &dumped)
        dump(connection.token, to: &dumped)
        let shown = [
            "\(connection.token)", String(describing: connection), String(reflecting: connection), dumped,
            "\(Optional(connection.token) as Any)", connection.token.debugDescription,
            Mirror(reflecting: connection.token).children.map { "\($0.value)" }.joined(),
        ]
        for text in shown { #expect(!text.contains("hunter2")) }
        #expect("\(connection.token)" == "<secret>")
    }

    @Test("only exposing it gives it away")
    func exposed() {
        let token = Secret("abc")
        #expect(token.expose() == "abc")
        #expect(token.map { "Bearer " + $0 }.expose() == "Bearer abc")
        #expect(token == Secret("abc"))
        #expect(Set([token, Secret("abc"), Secret("x")]).count == 2)
    }
}
