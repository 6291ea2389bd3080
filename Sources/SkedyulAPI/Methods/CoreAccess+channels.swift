#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
import IntegrationKit

/// A communication channel as the platform has it.
public struct CoreChannel: Hashable, Sendable, Identifiable, CoreReadable {
    public let id: String
    public let name: String
    /// Of the channel in the manifest.
    public let handle: String
    public let identifier: String
    public let workplaceID: String?
    public let appInstallationID: String?
    public let createdAt: Date?
    /// The instance that ``CoreAccess/createChannel(_:identifier:name:link:)`` linked.
    public let resourceInstanceID: String?

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = reader.required("id", as: String.self)
        let name = reader.optional("name", as: String.self)
        let handle = reader.required("handle", as: String.self)
        let identifier = reader.required("identifierValue", as: String.self)
        workplaceID = reader.optional("workplaceId", as: String.self)
        appInstallationID = reader.optional("appInstallationId", as: String.self)
        createdAt = reader.moment("createdAt")
        resourceInstanceID = reader.optional("resourceInstanceId", as: String.self)
        guard let id, let handle, let identifier else { throw reader.failure() }
        self.id = id
        self.name = name ?? identifier
        self.handle = handle
        self.identifier = identifier
    }
}

/// What a channel is linked with when it is made.
public struct CoreChannelLink: Hashable, Sendable {
    public let handle: String
    public let targetModelID: String

    public init(handle: String, targetModelID: String) {
        self.handle = handle
        self.targetModelID = targetModelID
    }
}

/// A message that came in.
public struct CoreInboundMessage: Hashable, Sendable {
    /// The counterpart's address.
    public var from: String
    public var text: String
    /// The provider's id of it.
    public var remoteID: String?
    public var title: String?
    /// The text with its markup, or the provider's own content.
    public var raw: String?
    /// Whether a new conversation begins with it.
    public var startsConversation: Bool?
    public var attachments: [CoreAttachment]
    /// The platform's id of the person, if it is known.
    public var contactID: String?

    public init(
        from: String, text: String, remoteID: String? = nil, title: String? = nil, raw: String? = nil,
        startsConversation: Bool? = nil, attachments: [CoreAttachment] = [], contactID: String? = nil
    ) {
        self.from = from
        self.text = text
        self.remoteID = remoteID
        self.title = title
        self.raw = raw
        self.startsConversation = startsConversation
        self.attachments = attachments
        self.contactID = contactID
    }
}

/// A file of the platform's that goes with a message.
public struct CoreAttachment: Hashable, Sendable {
    /// `fl_…`.
    public let fileID: String
    public let name: String
    public let mimeType: String
    /// In bytes.
    public let size: Int

    public init(fileID: String, name: String, mimeType: String, size: Int) {
        self.fileID = fileID
        self.name = name
        self.mimeType = mimeType
        self.size = size
    }

    var json: JSON {
        ["fileId": .string(fileID), "name": .string(name), "mimeType": .string(mimeType), "size": size.json]
    }
}

extension CoreAccess {
    /// `communicationChannel.create`. Made twice it is there twice, or refused.
    public func createChannel(
        _ handle: String, identifier: String, name: String, link: CoreChannelLink? = nil
    ) async throws(CoreFailure) -> CoreChannel {
        var parameters: JSONObject = [
            "handle": .string(handle), "name": .string(name), "identifierValue": .string(identifier),
        ]
        parameters["link"] = link.map { ["handle": .string($0.handle), "targetModelId": .string($0.targetModelID)] }
        return try await call("communicationChannel.create", parameters, .once).value()
    }

    /// `communicationChannel.list`.
    public func channels(
        matching filter: CoreFilter = CoreFilter(), limit: Int? = nil
    ) async throws(CoreFailure) -> [CoreChannel] {
        try await call("communicationChannel.list", filter.parameters(limit: limit), .repeatable).list()
    }

    /// `communicationChannel.get`.
    public func channel(_ id: String) async throws(CoreFailure) -> CoreChannel? {
        try await call("communicationChannel.get", ["id": .string(id)], .repeatable).optional()
    }

    /// `communicationChannel.update`.
    public func renameChannel(_ id: String, to name: String) async throws(CoreFailure) -> CoreChannel {
        try await call(
            "communicationChannel.update", ["communicationChannelId": .string(id), "name": .string(name)], .repeatable
        ).value()
    }

    /// `communicationChannel.remove`: its variables, fields and subscriptions go, its messages stay.
    public func removeChannel(_ id: String) async throws(CoreFailure) {
        _ = try await call("communicationChannel.remove", ["communicationChannelId": .string(id)], .repeatable)
    }

    /// `communicationChannel.receiveMessage`. Nothing says that the platform knows a ``CoreInboundMessage/remoteID``
    /// again: who calls sees to it that each message is given once.
    ///
    /// - Returns: the platform's id of the message.
    public func receive(_ message: CoreInboundMessage, on channel: String) async throws(CoreFailure) -> String {
        var content: JSONObject = ["message": .string(message.text)]
        content["remoteId"] = message.remoteID?.json
        content["title"] = message.title?.json
        content["contentRaw"] = message.raw?.json
        content["newChat"] = message.startsConversation?.json
        if !message.attachments.isEmpty { content["attachments"] = .array(message.attachments.map(\.json)) }
        var contact: JSONObject = ["identifierValue": .string(message.from)]
        contact["id"] = message.contactID?.json
        var parameters: JSONObject = [
            "communicationChannelId": .string(channel), "from": .string(message.from), "message": .object(content),
            "contact": .object(contact),
        ]
        parameters["remoteId"] = message.remoteID?.json
        return try await call("communicationChannel.receiveMessage", parameters, .once).member("messageId")
    }

    /// `communicationChannel.attachFilesToMessage`.
    public func attach(_ files: [CoreAttachment], to message: String) async throws(CoreFailure) {
        _ = try await call(
            "communicationChannel.attachFilesToMessage",
            ["messageId": .string(message), "attachments": .array(files.map(\.json))], .once)
    }
}
