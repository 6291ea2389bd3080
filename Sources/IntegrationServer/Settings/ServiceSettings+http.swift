public import IntegrationKit
public import OutboundHTTP

extension ServiceSettings {
    /// A client for everything that the integration calls: it may go to the manifest's `outgoing_domains`, and to the
    /// loopback servers that stand in for providers while it is being worked on. Whoever makes it shuts it down.
    public func makeHTTPClient() -> HTTPClient {
        let hosts = origins.values.reduce(HostPolicy.hosts(descriptor.outgoingDomains)) {
            $0.allowing(loopbackOrigin: $1)
        }
        return HTTPClient(HTTPClientConfiguration(hosts: hosts))
    }
}
