import Foundation
import Testing

@testable import GraphSandbox

@Suite("Removing the app")
struct PrivacyTests {
    @Test("a signed request is the documented one, byte for byte")
    func vector() {
        let request = SignedRequest(
            userID: "10220000000000777", issuedAt: Date(timeIntervalSince1970: 1_795_341_600),
            appSecret: "sandbox-app-secret")
        #expect(
            request.text
                == "cjJhY7AXwapZ-qrSJUhAcOUuDTNWRLkQc0Ta2qb0SII.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5NTM0MTYwMCwidXNlcl9pZCI6IjEwMjIwMDAwMDAwMDAwNzc3In0"
        )
    }
}
