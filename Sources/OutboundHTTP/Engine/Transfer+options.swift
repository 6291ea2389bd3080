import CCurl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Transfer {
    /// Sets everything that this transfer needs on its (fresh or reset) handle.
    ///
    /// - Throws: When libcurl has no memory, or cannot use a setting such as the proxy's URL.
    func configure(_ configuration: HTTPClientConfiguration) throws(CurlError) {
        try setCallbacks()
        try setProtocol(configuration)
        try setTimes(configuration)
        try setRequest(configuration)
    }

    private func setProtocol(_ configuration: HTTPClientConfiguration) throws(CurlError) {
        try handle.set(CURLOPT_URL, job.url.text)
        try handle.set(CURLOPT_PROTOCOLS_STR, "https,http")
        try handle.set(CURLOPT_FOLLOWLOCATION, 0)
        // HTTP/2 where TLS negotiates it (ALPN); a request then waits for a started connection that it could share.
        let isTLS = job.url.scheme == "https"
        try handle.set(CURLOPT_HTTP_VERSION, isTLS ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1)
        try handle.set(CURLOPT_PIPEWAIT, isTLS ? 1 : 0)
        try handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        try handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorities = configuration.certificateAuthorities {
            try handle.set(CURLOPT_CAINFO, authorities)
            try handle.set(CURLOPT_CAPATH, nil)
        }
        // An empty proxy also stops libcurl from reading the environment's.
        try handle.set(CURLOPT_PROXY, "")
        try handle.set(CURLOPT_NOPROXY, "")
        if let proxy = configuration.proxy, job.verdict != .loopbackAddresses {
            try handle.set(CURLOPT_PROXY, proxy.url)
            try handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
            try handle.set(CURLOPT_PROXYUSERNAME, proxy.user)
            try handle.set(CURLOPT_PROXYPASSWORD, proxy.password)
        } else {
            try setSocketOpener()
        }
    }

    private func setTimes(_ configuration: HTTPClientConfiguration) throws(CurlError) {
        // The deadline itself is the engine's: libcurl would not count the wait for a free connection.
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, max(1, job.request.connectTimeout.wholeMilliseconds))
        try handle.set(CURLOPT_MAXAGE_CONN, max(1, configuration.idleLimit.wholeMilliseconds / 1000))
        try handle.set(CURLOPT_TCP_NODELAY, 1)
        try handle.set(CURLOPT_NOSIGNAL, 1)
        // Ending a transfer must not wait for its name lookup: the lookup's thread is let go instead.
        try handle.set(CURLOPT_QUICK_EXIT, 1)
    }

    private func setRequest(_ configuration: HTTPClientConfiguration) throws(CurlError) {
        let request = job.request
        switch (request.method, request.body) {
        case (.get, nil): try handle.set(CURLOPT_HTTPGET, 1)
        case (.head, nil): try handle.set(CURLOPT_NOBODY, 1)
        default:
            if let content = request.body, content.count > Self.copyLimit || content.bytes == nil {
                try handle.set(CURLOPT_POST, 1)
                try handle.set(CURLOPT_POSTFIELDSIZE_LARGE, size: content.count)
                try setReader()
            } else if let body = request.body?.bytes ?? (request.method == .post ? [] : nil) {
                // The size first: it tells libcurl how much to copy.
                try handle.set(CURLOPT_POSTFIELDSIZE_LARGE, size: body.count)
                let copied = body.withUnsafeBytes { bytes in
                    // libcurl does not write through the pointer. A null one would mean "no body".
                    let start =
                        UnsafeMutableRawPointer(mutating: bytes.baseAddress) ?? UnsafeMutableRawPointer(errorText)
                    return shim_easy_set_pointer(handle.raw, CURLOPT_COPYPOSTFIELDS, start)
                }
                try handle.check(copied, CURLOPT_COPYPOSTFIELDS)
            }
            try handle.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
        try handle.set(CURLOPT_ACCEPT_ENCODING, "")
        if request.headers["User-Agent"] == nil { try handle.set(CURLOPT_USERAGENT, configuration.userAgent) }
        // libcurl would wait a second for leave to send a large body, and name a type that nobody chose.
        var lines = ["Expect:"]
        if request.headers["Content-Type"] == nil { lines.append("Content-Type:") }
        for header in request.headers {
            lines.append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        for line in lines where !appendHeader(line: line) {
            throw CurlError(code: CURLE_OUT_OF_MEMORY, option: CURLOPT_HTTPHEADER.rawValue)
        }
        try handle.set(CURLOPT_HTTPHEADER, kept: headerList)
    }

    /// Larger bodies are read from where they are, piece by piece.
    private static let copyLimit = 64 * 1024

    private func setReader() throws(CurlError) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(CURLOPT_READDATA, kept: context)
        let reader = shim_easy_set_reader(handle.raw) { bytes, size, count, context in
            guard let transfer = Transfer.from(context) else { return 0 }
            return switch transfer.send(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) {
            case .bytes(let count): count
            case .end: 0
            case .pause: Int(CURL_READFUNC_PAUSE)
            case .failed: Int(CURL_READFUNC_ABORT)
            }
        }
        try handle.check(reader, CURLOPT_READFUNCTION)
        try handle.set(CURLOPT_SEEKDATA, kept: context)
        let seeker = shim_easy_set_seeker(handle.raw) { context, place, origin in
            guard let transfer = Transfer.from(context), origin == SEEK_SET, transfer.rewind(to: Int(place)) else {
                return CURL_SEEKFUNC_CANTSEEK
            }
            return CURL_SEEKFUNC_OK
        }
        try handle.check(seeker, CURLOPT_SEEKFUNCTION)
    }

    // MARK: Callbacks

    /// libcurl calls these on the engine's thread with the transfer itself as context. The engine holds the transfer
    /// for as long as its handle is with libcurl, so the unretained reference is always alive.
    private func setCallbacks() throws(CurlError) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(CURLOPT_PRIVATE, kept: context)
        try handle.set(CURLOPT_ERRORBUFFER, kept: errorText)
        try handle.set(CURLOPT_HEADERDATA, kept: context)
        let receiveHeader = shim_easy_set_receiver(handle.raw, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let transfer = Transfer.from(context) else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return transfer.receive(headerLine: line) ? line.count : 0
        }
        try handle.check(receiveHeader, CURLOPT_HEADERFUNCTION)
        try handle.set(CURLOPT_WRITEDATA, kept: context)
        let receiveBody = shim_easy_set_receiver(handle.raw, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let transfer = Transfer.from(context) else { return 0 }
            let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
            switch transfer.receive(body: part) {
            case .taken: return part.count
            case .full: return Int(CURL_WRITEFUNC_PAUSE)
            case .stopped: return 0
            }
        }
        try handle.check(receiveBody, CURLOPT_WRITEFUNCTION)
        try handle.set(CURLOPT_PREREQDATA, kept: context)
        let beforeRequest = shim_easy_set_before_request(handle.raw) { context, _, _, _, _ in
            guard let transfer = Transfer.from(context), transfer.mayBeSent() else { return CURL_PREREQFUNC_ABORT }
            return CURL_PREREQFUNC_OK
        }
        try handle.check(beforeRequest, CURLOPT_PREREQFUNCTION)
    }

    /// The one place that sees the addresses a name really led to, after the lookup and before the connection.
    private func setSocketOpener() throws(CurlError) {
        try handle.set(CURLOPT_OPENSOCKETDATA, kept: Unmanaged.passUnretained(self).toOpaque())
        let opener = shim_easy_set_socket_opener(handle.raw) { context, _, address in
            guard let transfer = Transfer.from(context), let address,
                transfer.mayConnect(to: NetworkAddress(shim_address(address)))
            else { return shim_bad_socket() }
            return shim_open_socket(address)
        }
        try handle.check(opener, CURLOPT_OPENSOCKETFUNCTION)
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension NetworkAddress {
    /// `nil` for a family that is neither IPv4 nor IPv6.
    init?(_ address: UnsafePointer<sockaddr>) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            let ipv4 = raw.loadUnaligned(as: sockaddr_in.self)
            self.init(bytes: withUnsafeBytes(of: ipv4.sin_addr) { Array($0) })
        case AF_INET6:
            let ipv6 = raw.loadUnaligned(as: sockaddr_in6.self)
            self.init(bytes: withUnsafeBytes(of: ipv6.sin6_addr) { Array($0) })
        default:
            return nil
        }
    }
}

extension Duration {
    /// Milliseconds rounded down; durations beyond a month count as a month.
    var wholeMilliseconds: Int {
        let seconds = Swift.min(components.seconds, 31 * 86400)
        return Int(seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
