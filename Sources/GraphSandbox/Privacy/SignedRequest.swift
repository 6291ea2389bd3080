#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Cryptography

/// Meta's `signed_request`: who removed the app, and when, signed with the app secret over the encoded payload.
struct SignedRequest: Sendable {
    let text: String

    init(userID: String, issuedAt: Date, appSecret: String) {
        let payload: WireJSON = [
            "algorithm": "HMAC-SHA256", "issued_at": .integer(Int64(issuedAt.timeIntervalSince1970)),
            "user_id": .string(userID),
        ]
        let encoded = Base64URL.encode(Array(payload.wireText().utf8))
        let signature = HMAC.sha256(Array(encoded.utf8), key: Array(appSecret.utf8))
        text = "\(Base64URL.encode(signature)).\(encoded)"
    }
}
