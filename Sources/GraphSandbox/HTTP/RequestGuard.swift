import HTTPTypes
import Hummingbird

/// Turns away requests that a foreign web page could have made.
///
/// The sandbox has no passwords, so a page from elsewhere must not be able to reach it: neither under a name of its own
/// (DNS rebinding: the `Host` must be one of ours) nor by posting a form across sites (the `Origin` must be ours).
struct RequestGuard: Sendable {
    private let hosts: Set<String>

    init(configuration: SandboxConfiguration) {
        hosts = Set(([configuration.hostname] + configuration.allowedHosts).map { $0.lowercased() })
    }

    /// The refusal, or `nil` when the request may go on.
    func refusal(of request: Request) -> String? {
        guard let authority = request.head.authority, let name = Self.name(in: authority) else {
            return "The request has no usable Host header."
        }
        guard WebAddress.isLoopback(name) || hosts.contains(name) else {
            return "This sandbox does not answer under the name \(name)."
        }
        guard request.method != .get, request.method != .head else { return nil }
        if let origin = request.headers[.origin], origin != "http://\(authority)", origin != "https://\(authority)" {
            return "A form of another site cannot be sent to this sandbox."
        }
        if let site = request.headers.value("Sec-Fetch-Site"), site != "same-origin", site != "none" {
            return "A form of another site cannot be sent to this sandbox."
        }
        return nil
    }

    /// The host of `localhost:4000` or `[::1]:4000`, lowercase.
    private static func name(in authority: String) -> String? {
        let text = authority.lowercased()
        if text.hasPrefix("[") {
            return text.firstIndex(of: "]").map { String(text[text.index(after: text.startIndex)..<$0]) }
        }
        let name = text.prefix { $0 != ":" }
        return name.isEmpty ? nil : String(name)
    }
}
