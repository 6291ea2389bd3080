#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Comments on posts of Pages and Instagram accounts. They stand in the chat with their writer; they open no window.
extension World {
    /// A person comments on a post: the app is told with the field `feed`, or on Instagram `comments`.
    mutating func personComments(_ comment: Comment, id: String, in chat: ChatID, at now: Date, rules: Rules) {
        append(
            Message(id: id, direction: .fromPerson, sentAt: now, content: .comment(comment), status: .sent), to: chat)
        tellOfComment(id, comment, verb: "add", in: chat, at: now, rules: rules)
    }

    /// The person's comment was changed or taken back; Instagram tells nobody of it.
    mutating func tellOfComment(
        _ id: String, _ comment: Comment, verb: String, in chat: ChatID, at now: Date, rules: Rules
    ) {
        guard let endpoint = endpoint(chat, rules: rules), let person = rules.directory.person(chat.person),
            let personID = person.scopedIDs[endpoint.id]
        else { return }
        let value: WireJSON
        switch endpoint {
        case .page:
            value = [
                "item": "comment", "verb": .string(verb),
                "from": ["id": .string(personID), "name": .string(person.name)], "comment_id": .string(id),
                "post_id": .string(comment.postID), "parent_id": .string(comment.postID),
                "message": .string(comment.text), "created_time": .integer(Int64(now.timeIntervalSince1970)),
            ]
        case .instagram:
            guard verb == "add" else { return }
            value = [
                "id": .string(id),
                "from": ["id": .string(personID), "username": .string(person.username ?? person.name)],
                "media": ["id": .string(comment.postID), "media_product_type": "FEED"], "text": .string(comment.text),
            ]
        case .number: return
        }
        let field = endpoint.product == .messenger ? "feed" : "comments"
        let payload: WireJSON = [
            "object": .string(endpoint.product.object),
            "entry": [
                [
                    "id": .string(endpoint.entryID), "time": .integer(Int64(now.timeIntervalSince1970)),
                    "changes": [["field": .string(field), "value": value]],
                ]
            ],
        ]
        tell(endpoint, payload, "comment of \(personID) (\(verb))", field: field, at: now, rules: rules)
    }

    /// Whether a comment can be answered in private at this moment.
    enum Answerability {
        case open(ChatID)
        /// It is gone, or older than seven days.
        case gone
        case answered
    }

    func answerability(ofComment id: String, at now: Date) -> Answerability {
        guard let (chat, message) = message(id), case .comment = message.content, !message.isUnsent,
            now.timeIntervalSince(message.sentAt) <= Conversation.humanAgentLength
        else { return .gone }
        let isAnswered = conversations[chat]?.messages.contains { $0.answersComment == id } == true
        return isAnswered ? .answered : .open(chat)
    }
}

extension Sandbox {
    /// An id and a post for a new comment.
    static func newComment(_ text: String, at endpoint: Endpoint) -> (id: String, comment: Comment) {
        let number = newObjectID()
        return endpoint.product == .messenger
            ? ("9981_\(number)", Comment(text: text, postID: "\(endpoint.id)_9981"))
            : (number, Comment(text: text, postID: "17900000000000456"))
    }
}
