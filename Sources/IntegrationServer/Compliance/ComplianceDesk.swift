#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
package import IntegrationKit
package import Storage

/// Takes what providers ask for people: notes it durably, and answers.
package struct ComplianceDesk<I: Integration>: Sendable {
    private let core: RuntimeCore<I>
    private let requestKey: [UInt8]
    /// Has an element when the worker should look.
    let wakeups: AsyncStream<Void>
    private let raise: AsyncStream<Void>.Continuation

    /// Where people see how far a deletion is.
    static var deletionPath: String { "/deletion" }
    /// How far the provider's clock may be behind ours.
    private static var clockSkew: TimeInterval { 300 }

    init(core: RuntimeCore<I>) {
        self.core = core
        // Digests of ids are as good as ids to whoever can try all of them.
        requestKey = HMAC.sha256(Array("compliance".utf8), key: core.settings.signingSecret)
        (wakeups, raise) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// The worker should look.
    func wake() { raise.yield() }

    /// Notes the duty before it returns. The same request gets the same answer, however often it comes.
    ///
    /// - Returns: what the provider is answered; nil: what the manifest says.
    func take(
        _ duty: ComplianceDuty, of subject: ComplianceSubject, by webhook: String
    ) async throws(StorageError) -> WebhookResponse? {
        let request = "\(webhook)\n\(Int64(subject.issuedAt.timeIntervalSince1970))\n\(subject.account)"
        let noted = try await core.store.begin(NewDuty(
            code: SecureRandom.identifier(bytes: 15).uppercased(), duty: duty, webhook: webhook,
            request: HMAC.sha256(Array(request.utf8), key: requestKey), account: subject.account,
            until: subject.issuedAt.addingTimeInterval(Self.clockSkew), now: core.now))
        wake()
        guard duty == .dataDeletion else { return nil }
        let answer: JSON = [
            "url": .string("\(core.address.url)\(Self.deletionPath)?code=\(noted.code)"),
            "confirmation_code": .string(noted.code),
        ]
        return WebhookResponse(answer.serialized(), contentType: "application/json")
    }
}
