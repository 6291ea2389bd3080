#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import HTTPTypes
internal import IntegrationKit
internal import Storage

/// Reads the filter of a listing from a query, a form or an object, by the names that all of them use.
struct FilterReader {
    static let inboxNames = ["subject", "state", "installation", "webhook", "kind", "older_than", "newer_than"]
    static let outboxNames = ["state", "installation", "tool", "older_than", "newer_than"]

    let now: Date
    let value: (String) -> String?

    init(now: Date, value: @escaping (String) -> String?) {
        self.now = now
        self.value = value
    }

    /// - Throws: when other names were given than those that may be.
    init(_ object: JSONObject, names: [String], now: Date) throws(HTTPProblem) {
        if let other = object.map(\.key).first(where: { !names.contains($0) }) {
            throw HTTPProblem(.unprocessableContent, "'\(other.prefix(60))' is none of: \(names.joined(separator: ", ")).")
        }
        self.init(now: now) { object[$0]?.stringValue }
    }

    func inbox() throws(HTTPProblem) -> InboxFilter {
        InboxFilter(
            try choice("subject", InboxSubject.self) ?? .events, state: try choice("state", InboxState.self),
            installation: installation, webhook: text("webhook"), kind: text("kind"),
            receivedBefore: try moment("older_than"), receivedSince: try moment("newer_than"))
    }

    func outbox() throws(HTTPProblem) -> OutboxFilter {
        OutboxFilter(
            state: try choice("state", OutboxState.self), installation: installation, tool: text("tool"),
            queuedBefore: try moment("older_than"), queuedSince: try moment("newer_than"))
    }

    private var installation: InstallationID? { text("installation").map(InstallationID.init(rawValue:)) }

    private func text(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws(HTTPProblem) -> Choice? {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw HTTPProblem(.unprocessableContent, "'\(name)' must be one of: \(known).")
        }
        return choice
    }

    private func moment(_ name: String) throws(HTTPProblem) -> Date? {
        guard let text = text(name) else { return nil }
        guard let age = Age.parse(text) else {
            throw HTTPProblem(.unprocessableContent, "'\(name)' must be \(Age.form).")
        }
        return now.addingTimeInterval(-age.timeInterval)
    }
}
