#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import Logging

/// What a provider granted when somebody connected.
public struct OAuthGrant: Sendable {
    public var accessToken: Secret<String>
    public var refreshToken: Secret<String>?
    /// nil: it does not expire, as far as the provider told.
    public var expiresAt: Date?
    public var accountID: String?

    public init(
        accessToken: Secret<String>, refreshToken: Secret<String>? = nil, expiresAt: Date? = nil,
        accountID: String? = nil
    ) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expiresAt = expiresAt
        self.accountID = accountID
    }
}

/// The hand-written half of `hooks.oauth_callback`.
///
/// The runtime has checked the state and exchanged the code. The handler does what is special and returns the grant to
/// store, which it may have bettered. What it writes commits together with the grant; when it throws nothing is stored
/// and the person sees the ``ToolFailure``'s message and advice.
public protocol OAuthCallbackHandler: Sendable {
    associatedtype Owner: Integration
    typealias Context = HookContext<Owner>

    static func connected(_ grant: OAuthGrant, in context: Context) async throws -> OAuthGrant
}

/// The hand-written half of `hooks.provision`: sets up, at the provider, what is there once for the whole app. It runs
/// at start and may run again at any time, so it must bring about a state rather than do a step.
public protocol ProvisionHandler: Sendable {
    associatedtype Owner: Integration
    typealias Context = ProvisionContext<Owner>

    static func provision(in context: Context) async throws
}

/// The hand-written half of `hooks.uninstall`: gives back at the provider what the installation has there, but
/// for what other workplaces use as well (``HookContext/isAccountShared``, ``PlatformChannel/isOpenElsewhere(identifier:)``).
/// Its channels are closed by then. The runtime deletes the workplace's data afterwards in
/// any case; what the handler writes is lost.
public protocol UninstallHandler: Sendable {
    associatedtype Owner: Integration
    typealias Context = HookContext<Owner>

    static func uninstall(in context: Context) async throws
}

/// Everything that a hook of one installation may use.
public struct HookContext<Owner: Integration>: SessionContext {
    public let installation: Installation
    public let environment: Owner.Environment
    public let services: Owner.Services
    public let log: Logger
    public let session: any PlatformSession
    /// Whether the person who connected this workplace has connected another one, too. Known in `hooks.uninstall` only;
    /// false in all others.
    public let isAccountShared: Bool

    public init(
        environment: Owner.Environment, services: Owner.Services, log: Logger, session: any PlatformSession,
        isAccountShared: Bool = false
    ) {
        self.isAccountShared = isAccountShared
        self.installation = session.installation
        self.environment = environment
        self.services = services
        self.log = log
        self.session = session
    }
}

/// Everything that the provision hook may use. It belongs to no installation.
public struct ProvisionContext<Owner: Integration>: Sendable {
    public let environment: Owner.Environment.Provision
    public let services: Owner.Services
    /// Public addresses of the webhooks of level APP, by handle.
    public let webhookURLs: [String: String]
    public let log: Logger

    public init(
        environment: Owner.Environment.Provision, services: Owner.Services, webhookURLs: [String: String], log: Logger
    ) {
        self.environment = environment
        self.services = services
        self.webhookURLs = webhookURLs
        self.log = log
    }
}

/// The hooks that an integration has, each with how long it may take.
public struct Hooks<Owner: Integration>: Sendable {
    public struct Timed<Function: Sendable>: Sendable {
        public let timeout: Duration
        public let run: Function
    }

    public private(set) var oauthCallback: Timed<@Sendable (OAuthGrant, HookContext<Owner>) async throws -> OAuthGrant>?
    public private(set) var provision: Timed<@Sendable (ProvisionContext<Owner>) async throws -> Void>?
    public private(set) var uninstall: Timed<@Sendable (HookContext<Owner>) async throws -> Void>?
    /// Gives the values of the hook's variables, or where the user goes on.
    public private(set) var install: Timed<@Sendable (HookContext<Owner>) async throws -> InstallResult>?
    public private(set) var media:
        Timed<@Sendable (MessageFile, ChannelRecord, HookContext<Owner>) async throws -> MediaFile>?
    public private(set) var connectionCheck: Timed<@Sendable (HookContext<Owner>) async throws -> ConnectionState>?
    public private(set) var setupRevalidate: Timed<@Sendable (HookContext<Owner>) async throws -> SetupState>?
    /// By handle of the connection.
    public private(set) var credentialChecks: [String: Timed<CredentialCheck>] = [:]

    public typealias CredentialCheck =
        @Sendable (Owner.Environment.Install, CredentialCheckContext<Owner>) async throws -> Void

    /// An ``InstallOutcome`` whose values have lost their type.
    public enum InstallResult: Sendable {
        case ready([String: String?])
        case redirect(String)
    }

    public init() {}

    public mutating func register<H: OAuthCallbackHandler>(oauthCallback: H.Type, timeout: Duration)
    where H.Owner == Owner {
        self.oauthCallback = Timed(timeout: timeout) { try await H.connected($0, in: $1) }
    }

    public mutating func register<H: ProvisionHandler>(provision: H.Type, timeout: Duration) where H.Owner == Owner {
        self.provision = Timed(timeout: timeout) { try await H.provision(in: $0) }
    }

    public mutating func register<H: InstallHandler>(install: H.Type, timeout: Duration) where H.Owner == Owner {
        self.install = Timed(timeout: timeout) { context in
            switch try await H.install(in: context) {
            case .ready(let values): .ready(values.values)
            case .redirect(let url): .redirect(url)
            }
        }
    }

    public mutating func register<H: MediaHandler>(media: H.Type, timeout: Duration) where H.Owner == Owner {
        self.media = Timed(timeout: timeout) { try await H.open($0, of: $1, in: $2) }
    }

    public mutating func register<H: ConnectionCheckHandler>(connectionCheck: H.Type, timeout: Duration)
    where H.Owner == Owner {
        self.connectionCheck = Timed(timeout: timeout) { try await H.check(in: $0) }
    }

    public mutating func register<H: SetupRevalidateHandler>(setupRevalidate: H.Type, timeout: Duration)
    where H.Owner == Owner {
        self.setupRevalidate = Timed(timeout: timeout) { try await H.revalidate(in: $0) }
    }

    public mutating func register<H: CredentialCheckHandler>(
        check: H.Type, connection: String, timeout: Duration
    ) where H.Owner == Owner {
        credentialChecks[connection] = Timed(timeout: timeout) { try await H.check($0, in: $1) }
    }

    public mutating func register<H: UninstallHandler>(uninstall: H.Type, timeout: Duration) where H.Owner == Owner {
        self.uninstall = Timed(timeout: timeout) { try await H.uninstall(in: $0) }
    }
}
