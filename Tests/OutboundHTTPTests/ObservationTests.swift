import Testing

@testable import OutboundHTTP

@Suite("What metrics hear of requests")
struct ObservationTests {
    @Test("an address without what differs from call to call", arguments: [
        ("https://graph.facebook.com/v25.0/1234567890/messages?appsecret_proof=x", "/v25.0/{id}/messages"),
        ("https://graph.facebook.com/v25.0/oauth/access_token", "/v25.0/oauth/access_token"),
        ("https://api.telegram.org/bot123:AAEsecret/sendMessage", "/{id}/sendMessage"),
        ("https://example.com", "/"), ("https://example.com/#top", "/"), ("https://example.com/me/", "/me/"),
        ("https://example.com/files/c0ffee", "/files/{id}"), ("https://example.com/version/v1.2.3", "/version/v1.2.3"),
        ("https://example.com/" + String(repeating: "secret", count: 10), "/{id}"),
    ])
    func template(url: String, template: String) {
        #expect(HTTPObservation.template(of: url) == template)
    }
}
