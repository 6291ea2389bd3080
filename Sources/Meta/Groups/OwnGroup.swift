import GraphAPI
import IntegrationKit

/// A group of this workplace that exists at Meta.
struct OwnGroup {
    let record: WhatsAppGroup
    /// Meta's id.
    let id: String
}

extension ToolContext<Meta> {
    /// The group, if this workplace knows it: ids come from callers.
    ///
    /// - Throws: ``ToolFailure`` when it is not here, and when there is nothing at Meta yet, or no longer.
    func ownGroup(_ id: WhatsAppGroup.ID) async throws -> OwnGroup {
        _ = try await connection
        guard let record = try await models.whatsAppGroup.find(id) else {
            throw ToolFailure.notFound("WhatsApp group", id.rawValue, field: "id")
        }
        switch record.status {
        case .deleted: throw ToolFailure(.rejected, "The group is deleted.", field: "id", advice: "Make another one.")
        case .failed: throw ToolFailure(.rejected, "The group could not be made.", field: "id", advice: "Make another one.")
        case .creating, .active, .suspended, .unknown: break
        }
        guard let groupID = record.groupID else {
            throw ToolFailure(
                .unavailable, "WhatsApp is still making the group.", field: "id", advice: "Try again in a moment.",
                retry: .after(.seconds(5)))
        }
        return OwnGroup(record: record, id: groupID)
    }

    /// What is known of the workplace's groups.
    var groups: GroupBook { GroupBook(models: models) }

    /// A wish of before that was not fulfilled is forgotten with the next one.
    func clearNotice(of group: OwnGroup) async throws {
        try await models.whatsAppGroup.update(group.record.id) { $0.notice = nil }
    }

    /// Calls Meta about a group. One that Meta no longer knows is noted as gone before the call fails.
    func call<Result>(
        about group: OwnGroup, isSend: Bool = false,
        _ body: (GraphClient, GraphToken) async throws(GraphFailure) -> Result
    ) async throws -> Result {
        var isGone = false
        do {
            return try await graph.call(isSend: isSend) { client, token throws(GraphFailure) in
                do throws(GraphFailure) {
                    return try await body(client, token)
                } catch {
                    isGone = error.isAboutUnknownGroup
                    throw error
                }
            }
        } catch {
            if isGone {
                try await groups.end(group.record)
                try await session.commit()
            }
            throw error
        }
    }
}

extension GraphFailure {
    /// Whether Meta knows no such group, or the business is not in it.
    var isAboutUnknownGroup: Bool {
        if case .refused(let refusal) = self { refusal.code == 131_041 } else { false }
    }
}
