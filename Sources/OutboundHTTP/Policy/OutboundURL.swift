import CCurl

/// A URL as libcurl itself reads it.
///
/// The policy decides on what the parser says that will connect: a second parser could be told a different story by the
/// same text.
struct OutboundURL: Hashable, Sendable {
    enum Flaw: Error, Hashable { case unreadable, schemeNotHTTP, hasCredentials, noHost }

    /// Normalised: lower-case scheme and host, numeric IPv4 hosts in dotted form. Without a fragment.
    let text: String
    /// `https` or `http`.
    let scheme: String
    /// Lower-case; an IPv6 address stands in brackets.
    let host: String
    let port: Int

    /// Scheme, host and port: `https://graph.example.com:443`.
    let origin: String

    /// Whether the host names this machine: `localhost`, a name below it, 127.0.0.0/8 or ::1.
    var isLoopbackHost: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }

    static func parse(_ text: String) -> Result<OutboundURL, Flaw> {
        read { curl_url_set($0, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER)) }
    }

    /// What a `Location` header means that came from here: absolute, or relative to this URL.
    func resolving(_ reference: String) -> Result<OutboundURL, Flaw> {
        Self.read { handle in
            let base = curl_url_set(handle, CURLUPART_URL, text, 0)
            guard base == CURLUE_OK else { return base }
            return curl_url_set(handle, CURLUPART_URL, reference, UInt32(CURLU_DISALLOW_USER))
        }
    }

    private static func read(_ fill: (OpaquePointer) -> CURLUcode) -> Result<OutboundURL, Flaw> {
        guard let handle = curl_url() else { return .failure(.unreadable) }
        defer { curl_url_cleanup(handle) }
        let filled = fill(handle)
        if filled == CURLUE_USER_NOT_ALLOWED { return .failure(.hasCredentials) }
        guard filled == CURLUE_OK else {
            return .failure(filled == CURLUE_UNSUPPORTED_SCHEME ? .schemeNotHTTP : .unreadable)
        }
        guard let spelledScheme = part(CURLUPART_SCHEME, of: handle) else { return .failure(.unreadable) }
        let scheme = spelledScheme.lowercased()
        guard scheme == "https" || scheme == "http" else { return .failure(.schemeNotHTTP) }
        guard let spelledHost = part(CURLUPART_HOST, of: handle), !spelledHost.isEmpty, spelledHost != "[]" else {
            return .failure(.noHost)
        }
        let host = spelledHost.lowercased()
        // The fragment stays here; and the host is asked for as the policy compares it.
        guard curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK,
            host == spelledHost || curl_url_set(handle, CURLUPART_HOST, host, 0) == CURLUE_OK,
            let port = part(CURLUPART_PORT, of: handle, flags: CURLU_DEFAULT_PORT).flatMap({ Int($0) }),
            let text = part(CURLUPART_URL, of: handle)
        else { return .failure(.unreadable) }
        return .success(
            OutboundURL(text: text, scheme: scheme, host: host, port: port, origin: "\(scheme)://\(host):\(port)"))
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer, flags: Int32 = 0) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &value, UInt32(flags)) == CURLUE_OK, let value else { return nil }
        defer { curl_free(value) }
        return String(validatingCString: value)
    }
}
