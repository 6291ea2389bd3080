/// A JSON object of which one member, the tag, says which case of a union it is. Generated unions are read and written
/// with it.
public struct TaggedObject: Sendable {
    /// Which case it is.
    public let tag: String
    /// All members but the tag.
    public let members: JSONObject
    private let path: String
    private let discriminator: String

    /// - Parameter discriminator: The key of the tag.
    /// - Throws: what is wrong when it is no object, or has no tag.
    public init(_ json: JSON, at path: String, discriminator: String) throws(InvalidValue) {
        var object = ObjectReader(json, at: path, unknownKeys: .ignore)
        guard let tag = object.required(discriminator, as: String.self) else { throw object.failure() }
        self.tag = tag
        self.path = path
        self.discriminator = discriminator
        members = object.rest()
    }

    /// The members as the value that a case's record is read from.
    public var payload: JSON { .object(members) }

    /// `value`, which stands for a case without members, if there are none.
    public func alone<Union>(_ value: Union) throws(InvalidValue) -> Union {
        let reader = ObjectReader(payload, at: path, unknownKeys: .reject)
        guard members.isEmpty else { throw reader.failure() }
        return value
    }

    /// What is wrong with a tag that is none of these.
    public func unknownTag(among tags: [String]) -> InvalidValue {
        InvalidValue(at: memberPath(path, discriminator), optionsMessage(tag, options: tags))
    }

    /// The object with the tag as its first member.
    public static func json(_ tag: String, _ discriminator: String, _ members: JSON = .object([:])) -> JSON {
        var object: JSONObject = [discriminator: .string(tag)]
        object.fill(from: members.objectValue ?? [:])
        return .object(object)
    }
}

extension JSONObject {
    /// Appends the members of another object whose keys are not there yet.
    public mutating func fill(from other: JSONObject) {
        for (key, value) in other where self[key] == nil { self[key] = value }
    }
}
