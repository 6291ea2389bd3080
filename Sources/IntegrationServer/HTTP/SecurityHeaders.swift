internal import HTTPTypes
internal import Hummingbird

/// Headers that keep browsers from doing with our answers what nobody asked them to.
struct SecurityHeaders: Sendable {
    private let policy: String
    private let strictTransport: String?

    /// - Parameters:
    ///   - isSecure: Whether browsers reach us by https.
    ///   - dialogOrigins: Where forms may be redirected to: the providers' OAuth dialogs.
    init(isSecure: Bool, dialogOrigins: [String]) {
        let forms = (["'self'"] + dialogOrigins).joined(separator: " ")
        policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action \(forms); base-uri 'none'; frame-ancestors 'none'"
        strictTransport = isSecure ? "max-age=31536000" : nil
    }

    func apply(to response: inout Response) {
        response.headers[.xContentTypeOptions] = "nosniff"
        if let strictTransport { response.headers[.strictTransportSecurity] = strictTransport }
        guard response.headers[.contentType]?.hasPrefix("text/html") == true else { return }
        if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = policy }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=()"
    }
}

/// Unwrapped without harm: each is a token as RFC 9110 section 5.1 wants it.
extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
}
