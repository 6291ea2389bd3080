import GraphAPI
import IntegrationKit
import OutboundHTTP

/// What the integration makes once: one HTTP client, with its pool of connections, for all calls to Meta.
struct MetaServices: IntegrationServices {
    private static let graphOrigin = GraphClient.defaultBaseURL

    /// The sandbox stands in for Meta by these settings only.
    static let originOverrides = [
        OriginOverride(setting: "META_GRAPH_URL", origin: graphOrigin),
        OriginOverride(setting: "META_DIALOG_URL", origin: "https://www.facebook.com"),
    ]

    /// Shorter than any tool's timeout, so that the call to Meta ends first and says whether the request had left.
    private static let deadline: Duration = .seconds(8)

    private let http: HTTPClient
    /// For files whose address somebody gave: any public host, and no private one.
    private let outside: HTTPClient
    private let baseURL: String
    private let usage = GraphUsage()

    init(settings: ServiceSettings) async throws {
        baseURL = settings.origin(Self.graphOrigin)
        let standIns = settings.origins.values.reduce(HostPolicy.anyPublicHost) { $0.allowing(loopbackOrigin: $1) }
        outside = HTTPClient(HTTPClientConfiguration(hosts: standIns))
        http = HTTPClient(allowing: settings.descriptor.outgoingDomains, standIns: settings.origins.values) { call in
            settings.observe(ProviderCall(
                host: call.host, endpoint: call.endpoint, outcome: call.outcome, took: call.took))
        }
    }

    func shutdown() async {
        await http.shutdown()
        await outside.shutdown()
    }

    /// Files of other people's servers.
    var files: OutsideFiles { OutsideFiles(http: outside) }

    /// The Graph API as this app.
    func graph(_ environment: Meta.Environment.Provision) -> GraphClient {
        GraphClient(
            http: http, baseURL: baseURL, version: environment.graphAPIVersion,
            appID: environment.metaAppID, appSecret: environment.metaAppSecret, deadline: Self.deadline, usage: usage)
    }
}

extension Meta {
    typealias Services = MetaServices
}
