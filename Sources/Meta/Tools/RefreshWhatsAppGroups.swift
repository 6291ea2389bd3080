import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RefreshWhatsAppGroups: ToolHandler {
    /// About how many groups Meta is asked by one call of the tool, and about how many at a time: a number may have
    /// thousands, and each of them is a call.
    private static let most = 100, atOnce = 8

    /// A group, and the number that made it.
    private typealias Listed = (group: WhatsAppGroup, number: WhatsAppPhoneNumber)

    /// What the workplace owns stays. A group that Meta no longer lists is gone. What was read is kept whatever happens
    /// afterwards, so that the next call goes on from there.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        _ = try await context.connection
        var listed: [Listed] = []
        for number in try await context.models.whatsAppPhoneNumber.all() {
            listed += try await list(number, context).map { ($0, number) }
        }
        try await context.session.commit()
        listed.sort { ($0.group.readAt ?? .distantPast) < ($1.group.readAt ?? .distantPast) }
        let next = listed.prefix(most)
        for start in stride(from: 0, to: next.count, by: atOnce) {
            let part = Array(next[start..<min(start + atOnce, next.count)])
            for (index, node) in try await nodes(of: part, context).enumerated() {
                if let node {
                    try await context.groups.write(node, of: part[index].number)
                } else {
                    try await context.groups.end(part[index].group)
                }
            }
            try await context.session.commit()
        }
        return Output(read: next.count, left: listed.count - next.count)
    }

    /// The groups that a number has at Meta, each with a record.
    private static func list(_ number: WhatsAppPhoneNumber, _ context: Context) async throws -> [WhatsAppGroup] {
        let nodes = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.groups(of: number.phoneNumberID, with: token)
        }
        let ids = Set(nodes.map(\.id))
        for group in try await context.groups.of(number.phoneNumberID) where group.status != .deleted {
            if let id = group.groupID, !ids.contains(id) { try await context.groups.end(group) }
        }
        var groups: [WhatsAppGroup] = []
        for node in nodes { groups.append(try await context.groups.write(node, of: number)) }
        return groups
    }

    /// What Meta says of each group, in their order; nil for one that has gone meanwhile.
    private static func nodes(of part: [Listed], _ context: Context) async throws -> [WhatsAppGroupNode?] {
        let graph = try context.graph
        return try await withThrowingTaskGroup(of: (Int, WhatsAppGroupNode?).self) { tasks in
            for (index, id) in part.map(\.group.groupID).enumerated() {
                guard let id else { continue }
                tasks.addTask {
                    let node = try await graph.call { client, token throws(GraphFailure) -> WhatsAppGroupNode? in
                        do throws(GraphFailure) {
                            return try await client.group(id, with: token)
                        } catch {
                            guard error.isAboutUnknownGroup else { throw error }
                            return nil
                        }
                    }
                    return (index, node)
                }
            }
            var nodes = [WhatsAppGroupNode?](repeating: nil, count: part.count)
            for try await (index, node) in tasks { nodes[index] = node }
            return nodes
        }
    }
}
