package import Hummingbird
internal import NIOCore

/// What belongs to one request beside the request itself.
package struct AppRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Address of the peer of the connection, without its port. Behind a proxy it is the proxy's: headers that claim
    /// another one are never believed.
    package let peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Identifies the request in logs and on error pages.
    package var requestID: String { id }
}
