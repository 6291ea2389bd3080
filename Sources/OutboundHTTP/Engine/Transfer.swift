import CCurl

/// One transfer while it runs: the receiving half of libcurl's callbacks. Lives on the engine's thread.
final class Transfer {
    let job: Job
    let handle: EasyHandle
    /// What libcurl keeps by reference and only this object frees.
    private(set) var headerList: UnsafeMutablePointer<curl_slist>?
    let errorText: UnsafeMutablePointer<CChar>

    /// Why a callback made libcurl stop; more exact than libcurl's own code.
    private var stopped: HTTPFailure.Kind?
    private var stopMessage = ""
    /// How often libcurl was about to send the request.
    private var sendings = 0
    private var refusedAddress = false

    private var content: ContentReader?

    private var status = 0
    private var version = HTTPResponse.Version.http1_1
    private var headers = HTTPHeaders()
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var bodySize = 0

    /// Largest header section of a response, interim ones included.
    static let headerLimit = 256 * 1024

    init(job: Job, handle: EasyHandle) {
        self.job = job
        self.handle = handle
        content = job.request.body.map { ContentReader($0, wake: job.wake) }
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// Adds a header line to those that the request will carry.
    ///
    /// - Returns: `false` when there is no memory.
    func appendHeader(line: String) -> Bool {
        guard let list = curl_slist_append(headerList, line) else { return false }
        headerList = list
        return true
    }

    /// How far the request got, as far as can be known for sure.
    var delivery: HTTPFailure.Delivery {
        if status >= 200 { return .answered(status: status) }
        return sendings > 0 ? .outcomeUnknown : .notSent
    }

    // MARK: What libcurl asks and tells

    /// Before each time the request is sent over a connection.
    ///
    /// libcurl sends a request again by itself when a kept connection breaks before the first byte of an answer. The
    /// peer may have carried it out by then, so only an idempotent request is let through a second time.
    func mayBeSent() -> Bool {
        guard sendings == 0 || job.request.method.isIdempotent else {
            stopped = .connectionLost
            stopMessage = "the connection to \(job.url.host) broke before an answer came"
            return false
        }
        sendings += 1
        return true
    }

    /// Whether a connection to this address is within what the policy said.
    func mayConnect(to address: NetworkAddress?) -> Bool {
        let allowed =
            switch job.verdict {
            case .publicAddresses: address?.isPublic ?? false
            case .loopbackAddresses: address?.isLoopback ?? false
            case .refused: false
            }
        if !allowed { refusedAddress = true }
        return allowed
    }

    func receive(headerLine bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= Self.headerLimit else {
            stopped = .responseTooLarge
            stopMessage = "the response header of \(job.url.host) exceeds \(Self.headerLimit) bytes"
            return false
        }
        switch HeaderLine(bytes) {
        case .status(let version, let status):
            // A new answer: the one before was interim.
            self.version = version
            self.status = status
            headers = HTTPHeaders()
        case .field(let name, let value):
            headers.append(HTTPHeader(name, value))
        case .end:
            break
        }
        return true
    }

    enum Reception { case taken, full, stopped }

    func receive(body bytes: UnsafeRawBufferPointer) -> Reception {
        guard bodySize + bytes.count <= job.request.responseLimit else {
            stopped = .responseTooLarge
            stopMessage = "the response of \(job.url.host) exceeds \(job.request.responseLimit) bytes"
            return .stopped
        }
        if let pipe = job.pipe {
            pipe.begin((status, headers))
            guard pipe.offer(bytes) else { return .full }
        } else {
            body.append(contentsOf: bytes)
        }
        bodySize += bytes.count
        return .taken
    }

    /// What comes next of the request's body.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> ContentReader.Reading {
        let reading = content?.read(into: buffer) ?? .end
        if case .failed(let reason) = reading {
            stopped = .invalidRequest
            stopMessage = reason
        }
        return reading
    }

    /// Begins the request's body anew, or goes on elsewhere in it.
    func rewind(to place: Int) -> Bool { content?.seek(to: place) ?? (place == 0) }

    // MARK: The end

    /// What the end of the transfer means, given libcurl's code for it.
    func outcome(_ code: CURLcode) -> Result<HTTPResponse, HTTPFailure> {
        if let stopped { return .failure(HTTPFailure(stopped, delivery, stopMessage)) }
        guard code == CURLE_OK else { return .failure(failure(code)) }
        guard status >= 200 else {
            return .failure(HTTPFailure(.malformedResponse, delivery, "\(job.url.host) sent no final answer"))
        }
        job.pipe?.begin((status, headers))
        return .success(
            HTTPResponse(
                status: status, headers: headers, body: body, version: version,
                usedKeptConnection: shim_easy_get_long(handle.raw, CURLINFO_NUM_CONNECTS) == 0,
                duration: .microseconds(shim_easy_get_size(handle.raw, CURLINFO_TOTAL_TIME_T))))
    }

    private func failure(_ code: CURLcode) -> HTTPFailure {
        let host = job.url.host
        if refusedAddress, code == CURLE_COULDNT_CONNECT {
            let rule = job.verdict == .loopbackAddresses ? "not a loopback address" : "not a public address"
            return HTTPFailure(.refusedByPolicy, .notSent, "\(host) leads to an address that is \(rule)")
        }
        let detail = errorText.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: errorText)
        return HTTPFailure(HTTPFailure.Kind(code), delivery, "\(host): \(detail)")
    }
}

@available(*, unavailable)
extension Transfer: Sendable {}

extension HTTPFailure.Kind {
    /// Every code that an HTTP transfer can end with (libcurl-errors(3)); all others are a broken connection.
    init(_ code: CURLcode) {
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .cannotResolve
            case CURLE_COULDNT_CONNECT, CURLE_PROXY, CURLE_INTERFACE_FAILED: .cannotConnect
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
                CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_NOTFOUND,
                CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED,
                CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
                .tls
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .malformedResponse
            case CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT: .invalidRequest
            case CURLE_FILESIZE_EXCEEDED: .responseTooLarge
            case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: .outOfResources
            default: .connectionLost
            }
    }
}
