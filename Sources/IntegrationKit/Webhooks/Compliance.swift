#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What providers oblige their apps to do when a person asks them to. Generated from `webhooks.<handle>.compliance`.
public enum ComplianceDuty: String, Hashable, Sendable, CaseIterable {
    /// The person has taken the app's access back: what was granted is forgotten.
    case deauthorize = "DEAUTHORIZE"
    /// The person wants deleted what was kept through their connection.
    case dataDeletion = "DATA_DELETION"
}

/// Whom such a request is about.
public struct ComplianceSubject: Hashable, Sendable {
    /// The person's id at the provider, as ``OAuthGrant/accountID`` has it.
    public let account: String
    /// When the provider made the request: connections that were made later are none of its business. A second request
    /// of the same person and moment is the same request.
    public let issuedAt: Date

    public init(account: String, issuedAt: Date) {
        self.account = account
        self.issuedAt = issuedAt
    }

    /// From Meta's form field `signed_request`, whose signature was verified.
    ///
    /// - Throws: ``InvalidValue`` when it says neither who nor when.
    public init(signedRequest request: WebhookRequest) throws(InvalidValue) {
        guard let content = SignedRequest.content(of: request.formField(SignedRequest.field) ?? "") else {
            throw InvalidValue(at: SignedRequest.field, "is no signed request")
        }
        guard let account = content["user_id"]?.stringValue ?? content["user_id"]?.int64Value.map(String.init),
            (1...100).contains(account.utf8.count)
        else { throw InvalidValue(at: "\(SignedRequest.field).user_id", "must name a person") }
        guard let seconds = content["issued_at"]?.int64Value, (0...253_402_300_799).contains(seconds) else {
            throw InvalidValue(at: "\(SignedRequest.field).issued_at", "must be seconds since 1970")
        }
        self.init(account: account, issuedAt: Date(timeIntervalSince1970: Double(seconds)))
    }
}

/// The hand-written half of a callback with `compliance`.
///
/// The runtime notes the request durably and answers it. Then it goes through all installations that this person
/// connected, each in a unit of work of its own, until all are done, whatever fails or crashes meanwhile:
///
/// - of both duties it removes the variables that the connection stored, and renews nothing any more;
/// - for ``ComplianceDuty/dataDeletion`` it deletes channels with their conversations and messages, what providers
///   delivered, results of calls, and the values of all fields that the manifest marks with `pii` or as encrypted, an
///   instance as a whole where such a field must have a value.
public protocol ComplianceHandler: Callback {
    /// - Throws: ``InvalidValue`` when the request does not say it; then the provider is told that it is wrong.
    static func subject(of event: Event) throws -> ComplianceSubject
    /// What the integration itself has to do in one of the installations: say at the connection that it has ended, delete
    /// instances that stood for things of the person. It may come more than once, and commits together with what the
    /// runtime does; when it keeps failing, the runtime does its part without it.
    static func fulfil(in context: HookContext<Owner>) async throws
}

/// Meta's form field `signed_request`: a signature, a dot, and the Base64URL of a JSON object.
public enum SignedRequest {
    public static let field = "signed_request"

    /// What was signed; nil when it cannot be read.
    public static func content(of text: String) -> JSON? {
        guard let dot = text.firstIndex(of: ".") else { return nil }
        var encoded = text[text.index(after: dot)...].map { character -> Character in
            switch character {
            case "-": "+"
            case "_": "/"
            default: character
            }
        }
        while let last = encoded.last, last == "=" { encoded.removeLast() }
        while !encoded.count.isMultiple(of: 4) { encoded.append("=") }
        guard let bytes = Base64.decoded(String(encoded)), let content = try? JSON.parse(bytes), content.objectValue != nil
        else { return nil }
        return content
    }
}
