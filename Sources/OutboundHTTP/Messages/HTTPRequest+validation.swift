extension HTTPRequest {
    /// Refuses what could not be sent as meant, above all line breaks that would smuggle in further headers.
    ///
    /// - Throws: ``HTTPFailure/Kind/invalidRequest``; the message never repeats a header's value.
    func validate() throws(HTTPFailure) {
        func refuse(_ message: String) -> HTTPFailure { HTTPFailure(.invalidRequest, .notSent, message) }
        guard method.rawValue.isToken else { throw refuse("the method is not an HTTP token") }
        for header in headers {
            guard header.name.isToken else { throw refuse("a header's name is not an HTTP token") }
            guard header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw refuse("the value of the header \(header.name) has a line break or control character")
            }
        }
        guard deadline > .zero, connectTimeout > .zero else { throw refuse("the deadline must be in the future") }
        guard responseLimit >= 0 else { throw refuse("the response limit is negative") }
        if case .followed(let maximum) = redirects, maximum < 0 { throw refuse("the number of redirects is negative") }
        if method == .head || method == .get, body != nil { throw refuse("a \(method.rawValue) request has no body") }
    }
}

extension String {
    /// A `token` of RFC 9110, section 5.6.2.
    fileprivate var isToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
