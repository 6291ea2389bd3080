import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The comments that can still be answered in private: once, within seven days.
struct Comments {
    private let models: Meta.Models
    private let now: Date

    init(_ models: Meta.Models, now: Date = Date()) {
        self.models = models
        self.now = now
    }

    private var oldest: Date { now.addingTimeInterval(-GraphAPI.PageComment.answerable) }

    /// Keeps what an event says of a comment, and forgets what cannot be answered any more.
    func note(_ comment: GraphAPI.PageComment, on accountID: String) async throws {
        let known = try await models.pageComment.first(where: .equal(.commentID, comment.id))
        switch comment.change {
        case .added where known == nil:
            try await models.pageComment.create(.init(
                commentID: comment.id, accountID: accountID, personID: comment.personID, text: comment.text,
                commentedAt: comment.createdAt ?? now))
        case .edited: if let known { try await models.pageComment.update(known.id) { $0.text = comment.text } }
        case .removed: if let known { try await models.pageComment.delete(known.id) }
        case .added: break
        }
        for old in try await models.pageComment.page(where: .init(.commentedAt, .less, oldest), limit: 20) {
            try await models.pageComment.delete(old.id)
        }
    }

    /// The newest comment of somebody that waits for an answer.
    func waiting(of personID: String, on accountID: String) async throws -> PageComment? {
        try await models.pageComment.all(
            where: .equal(.personID, personID), .equal(.accountID, accountID), order: .descending(.commentedAt)
        ).first { $0.answeredAt == nil && $0.commentedAt > oldest }
    }

    /// - Throws: ``ToolFailure`` when it is known that Meta would refuse an answer, or that it would reach another person.
    func checkAnswerable(_ commentID: String, by personID: String, on accountID: String) async throws {
        guard let comment = try await models.pageComment.first(where: .equal(.commentID, commentID)) else { return }
        guard comment.personID == personID, comment.accountID == accountID else {
            throw ToolFailure.invalid("comment_id", "The comment is of somebody else, or on another page.")
        }
        guard comment.answeredAt == nil else {
            throw ToolFailure(
                .rejected, "The comment was answered in private already: once is all that Meta allows.",
                field: "comment_id", advice: "Wait until the person writes.")
        }
        guard comment.commentedAt > oldest else {
            throw ToolFailure(
                .rejected, "The comment is older than seven days: it cannot be answered in private any more.",
                field: "comment_id", advice: "Answer below the post.")
        }
    }

    func markAnswered(_ commentID: String) async throws {
        guard let comment = try await models.pageComment.first(where: .equal(.commentID, commentID)) else { return }
        try await models.pageComment.update(comment.id) { $0.answeredAt = now }
    }
}
