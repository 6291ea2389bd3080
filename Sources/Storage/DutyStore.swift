#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Duties towards people that a provider passed on, until they are fulfilled in every installation that they concern.
/// Of the person nothing is kept here.
public protocol DutyStore: Sendable {
    /// Notes the duty, durably, with the installations that the account connected before ``NewDuty/until``; or gives the
    /// one that came with the same request before.
    func begin(_ duty: NewDuty) async throws(StorageError) -> Duty
    func duty(_ code: String) async throws(StorageError) -> Duty?
    /// Takes parts that are due, and holds them until `leaseUntil`; then they are free again.
    func claimDutyParts(limit: Int, now: Date, leaseUntil: Date) async throws(StorageError) -> [DutyPart]
    /// Gives a part back, or holds it longer.
    ///
    /// - Parameter failures: How often it has failed now.
    func postpone(_ part: DutyPart, until: Date, failures: Int) async throws(StorageError)
    /// Deletes a portion of what an installation holds of people's messages: deliveries, events, messages, conversations,
    /// answers of calls. ``StoreChange/erase`` deletes the rest.
    ///
    /// - Parameter limit: Rows of each kind.
    /// - Returns: whether there is more.
    func eraseSome(of installation: InstallationID, limit: Int) async throws(StorageError) -> Bool
    /// Forgets those that were fulfilled before. - Returns: how many.
    @discardableResult
    func purgeDuties(finishedBefore date: Date) async throws(StorageError) -> Int
}

public struct NewDuty: Hashable, Sendable {
    /// Unguessable: whoever knows it sees how far it is.
    public let code: String
    public let duty: ComplianceDuty
    /// Handle of the webhook that it came by.
    public let webhook: String
    /// What makes two requests the same.
    public let request: [UInt8]
    /// The person's id at the provider. It is looked up and not kept.
    public let account: String
    /// Connections that were made later are not meant.
    public let until: Date
    public let now: Date

    public init(
        code: String, duty: ComplianceDuty, webhook: String, request: [UInt8], account: String, until: Date, now: Date
    ) {
        self.code = code
        self.duty = duty
        self.webhook = webhook
        self.request = request
        self.account = account
        self.until = until
        self.now = now
    }
}

public struct Duty: Hashable, Sendable {
    public let code: String
    public let duty: ComplianceDuty
    public let requestedAt: Date
    /// nil: some of its parts are not done.
    public let finishedAt: Date?
    /// How many installations it concerned.
    public let parts: Int

    public init(code: String, duty: ComplianceDuty, requestedAt: Date, finishedAt: Date?, parts: Int) {
        self.code = code
        self.duty = duty
        self.requestedAt = requestedAt
        self.finishedAt = finishedAt
        self.parts = parts
    }
}

/// A duty in one installation.
public struct DutyPart: Hashable, Sendable {
    public let code: String
    public let duty: ComplianceDuty
    public let webhook: String
    public let installation: InstallationID
    public let requestedAt: Date
    /// How often it has failed.
    public let failures: Int

    public init(
        code: String, duty: ComplianceDuty, webhook: String, installation: InstallationID, requestedAt: Date, failures: Int
    ) {
        self.code = code
        self.duty = duty
        self.webhook = webhook
        self.installation = installation
        self.requestedAt = requestedAt
        self.failures = failures
    }
}
