package import Hummingbird
internal import NIOCore

/// What belongs to one request beside the request itself.
package struct AppRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Address of the client, without its port: the peer of the connection, or whom a trusted proxy heard (see
    /// ``TrustedProxies``). For counting attempts only.
    package var peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Identifies the request in logs and on error pages.
    package var requestID: String { id }
}
