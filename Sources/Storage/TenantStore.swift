#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Workplaces, their installations and what belongs to an installation as a whole.
public protocol TenantStore: Sendable {
    /// Creates the workplace or changes its name and time zone.
    func putWorkplace(_ workplace: Workplace) async throws(StorageError)
    func workplaces() async throws(StorageError) -> [Workplace]
    func workplace(_ handle: String) async throws(StorageError) -> Workplace?

    /// Creates the installation of this workplace, or gives the one that it has.
    func install(in workplace: String, id: InstallationID, now: Date) async throws(StorageError) -> Installation
    func installation(_ id: InstallationID) async throws(StorageError) -> Installation?
    func installation(ofWorkplace handle: String) async throws(StorageError) -> Installation?
    func installations() async throws(StorageError) -> [Installation]
    /// Removes the installation with everything that belongs to it. - Returns: false when there was none.
    func uninstall(_ id: InstallationID) async throws(StorageError) -> Bool

    /// Removes a workplace in which nothing is installed, with all that opens it. Nothing happens when there is none.
    func removeWorkplace(_ handle: String) async throws(StorageError)

    /// Sealed values by variable name.
    func environment(of installation: InstallationID) async throws(StorageError) -> [String: [UInt8]]

    // MARK: Channels

    /// The open ones, by name.
    func channels(of installation: InstallationID, handle: String?) async throws(StorageError) -> [ChannelRecord]
    /// Open or closed.
    func channel(_ id: ChannelID, of installation: InstallationID) async throws(StorageError) -> ChannelRecord?
    /// Open or closed.
    func channel(
        handle: String, identifier: String, of installation: InstallationID
    ) async throws(StorageError) -> ChannelRecord?
    /// Where events for this identifier go: to the channels that are open. Several workplaces may have connected the same number. The only read that
    /// is not inside one installation: the front door of APP webhooks needs it.
    func routes(channel handle: String, identifier: String) async throws(StorageError) -> [ChannelRoute]

    // MARK: Webhook registrations

    /// Creates the registration unless its id is there.
    func putRegistration(_ registration: WebhookRegistration) async throws(StorageError)
    func registration(_ id: String) async throws(StorageError) -> WebhookRegistration?
    func registrations(webhook: String) async throws(StorageError) -> [WebhookRegistration]
}

public struct ChannelRoute: Hashable, Sendable {
    public let installation: InstallationID
    public let channel: ChannelRecord

    public init(installation: InstallationID, channel: ChannelRecord) {
        self.installation = installation
        self.channel = channel
    }
}

/// An address at which a provider reaches us.
public struct WebhookRegistration: Hashable, Sendable, Identifiable {
    /// Unguessable, part of the address: `whkr_…`.
    public let id: String
    /// Handle of the webhook.
    public let webhook: String
    /// nil for level APP.
    public let installation: InstallationID?
    public let createdAt: Date

    public init(id: String, webhook: String, installation: InstallationID?, createdAt: Date) {
        self.id = id
        self.webhook = webhook
        self.installation = installation
        self.createdAt = createdAt
    }
}
