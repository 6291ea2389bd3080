import CCurl

/// Sole owner of one libcurl easy handle; used by the engine's thread only.
final class EasyHandle {
    let raw: UnsafeMutableRawPointer

    init?() {
        guard let raw = curl_easy_init() else { return nil }
        self.raw = raw
    }

    deinit { curl_easy_cleanup(raw) }

    /// Forgets all options. Connections, TLS sessions and the DNS cache live in the multi handle and stay.
    func reset() { curl_easy_reset(raw) }

    func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
        try check(shim_easy_set_long(raw, option, value), option)
    }

    func set(_ option: CURLoption, size: Int) throws(CurlError) {
        try check(shim_easy_set_size(raw, option, curl_off_t(size)), option)
    }

    /// libcurl keeps a copy.
    func set(_ option: CURLoption, _ value: String?) throws(CurlError) {
        try check(shim_easy_set_string(raw, option, value), option)
    }

    /// libcurl keeps the pointer: what it points at must live as long as the transfer.
    func set(_ option: CURLoption, kept pointer: UnsafeMutableRawPointer?) throws(CurlError) {
        try check(shim_easy_set_pointer(raw, option, pointer), option)
    }

    func check(_ code: CURLcode, _ option: CURLoption) throws(CurlError) {
        guard code == CURLE_OK else { throw CurlError(code: code, option: option.rawValue) }
    }
}

@available(*, unavailable)
extension EasyHandle: Sendable {}

/// An option that libcurl did not take: out of memory, or a value that it cannot read, such as a proxy's URL.
struct CurlError: Error {
    let code: CURLcode
    let option: UInt32

    var message: String {
        "\(String(cString: curl_easy_strerror(code))) (libcurl option \(option), error \(code.rawValue))"
    }
}
