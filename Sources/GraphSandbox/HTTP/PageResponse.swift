import HTTPTypes
import Hummingbird

/// Responses for people: pages, redirects and plain refusals, all with the same security headers.
enum PageResponse {
    /// A page.
    ///
    /// - Parameter formTarget: Another origin that a form of the page may end at (the login's redirect); browsers
    ///   apply the policy to redirects after a form, too.
    static func html(_ page: HTML, status: HTTPResponse.Status = .ok, formTarget: String? = nil) -> Response {
        var headers = securityHeaders(formTarget: formTarget)
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: page.text)))
    }

    /// "See other": after a form, or to a canonical address.
    static func redirect(to location: String, formTarget: String? = nil) -> Response {
        var headers = securityHeaders(formTarget: formTarget)
        headers[.location] = location
        headers[.cacheControl] = "no-store"
        return Response(status: .seeOther, headers: headers)
    }

    /// A refusal in one sentence.
    static func text(_ sentence: String, status: HTTPResponse.Status) -> Response {
        var headers = securityHeaders()
        headers[.contentType] = "text/plain; charset=utf-8"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: sentence + "\n")))
    }

    /// A file of the library's resources. Revalidated by its tag, so that a rebuilt sandbox shows its new looks.
    static func asset(_ bytes: [UInt8], type: String, tag: String, request: Request) -> Response {
        var headers = securityHeaders()
        headers[.contentType] = type
        headers[.cacheControl] = "no-cache"
        headers[.eTag] = tag
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Nothing from elsewhere, nothing inline, no frames.
    static func securityHeaders(formTarget: String? = nil) -> HTTPFields {
        var headers = HTTPFields()
        let forms = formTarget.map { "'self' \($0)" } ?? "'self'"
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; "
            + "connect-src 'self'; form-action \(forms); base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        headers.set("Referrer-Policy", "same-origin")
        return headers
    }
}

extension HTTPFields {
    /// Sets a header that has no name of its own in the library. A name that is no header name sets nothing.
    mutating func set(_ name: String, _ value: String) {
        guard let name = HTTPField.Name(name) else { return }
        self[name] = value
    }

    /// The value of a header that has no name of its own in the library.
    func value(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { self[$0] }
    }
}
