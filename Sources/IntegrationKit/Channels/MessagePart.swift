/// What a message has besides its text, as a conversation shows it.
public enum MessagePart: Hashable, Sendable {
    case file(MessageFile)
    case place(MessagePlace)
    case link(MessageLink)
    /// What the recipient can press, by title.
    case choices([String])
}

/// A file of a message. One that stays with the provider is fetched by the hook `media` when somebody looks; one that was
/// sent from here is the platform's own.
public struct MessageFile: Hashable, Sendable {
    /// How it is shown.
    public enum Kind: String, Hashable, Sendable, CaseIterable { case image, audio, video, document, sticker }

    public let kind: Kind
    /// The platform's own file, if it is one.
    public let stored: FileID?
    /// By which the provider knows the file.
    public let id: String?
    /// Where the provider offers it; may be good for a short while only.
    public let url: String?
    public let mimeType: String?
    public let name: String?
    /// SHA-256 of the file, in the provider's writing: hex or Base64.
    public let digest: String?

    public init(
        kind: Kind, stored: FileID? = nil, id: String? = nil, url: String? = nil, mimeType: String? = nil,
        name: String? = nil, digest: String? = nil
    ) {
        self.kind = kind
        self.stored = stored
        self.id = id
        self.url = url
        self.mimeType = mimeType
        self.name = name
        self.digest = digest
    }

    /// Whether there is anything that it could be fetched by.
    public var isFetchable: Bool { stored != nil || id != nil || url != nil }
}

/// A place on earth.
public struct MessagePlace: Hashable, Sendable {
    /// In degrees.
    public let latitude: Double
    public let longitude: Double
    public let name: String?
    public let address: String?

    public init(latitude: Double, longitude: Double, name: String? = nil, address: String? = nil) {
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
        self.address = address
    }
}

/// An address that the message points at.
public struct MessageLink: Hashable, Sendable {
    public let url: String
    public let title: String?

    public init(url: String, title: String? = nil) {
        self.url = url
        self.title = title
    }
}

// MARK: JSON, as stores keep it

extension MessagePart: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        let object = try TaggedObject(json, at: path, discriminator: "type")
        switch object.tag {
        case "file": self = .file(try MessageFile(json: object.payload, at: path))
        case "place": self = .place(try MessagePlace(json: object.payload, at: path))
        case "link": self = .link(try MessageLink(json: object.payload, at: path))
        case "choices":
            var reader = ObjectReader(object.payload, at: path, unknownKeys: .ignore)
            guard let titles = reader.required("titles", as: [String].self) else { throw reader.failure() }
            self = .choices(titles)
        default: throw object.unknownTag(among: ["file", "place", "link", "choices"])
        }
    }

    public var json: JSON {
        switch self {
        case .file(let file): TaggedObject.json("file", "type", file.json)
        case .place(let place): TaggedObject.json("place", "type", place.json)
        case .link(let link): TaggedObject.json("link", "type", link.json)
        case .choices(let titles): TaggedObject.json("choices", "type", ["titles": titles.json])
        }
    }
}

extension MessageFile: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let kind = reader.required("kind", as: String.self).flatMap(Kind.init)
        stored = reader.optional("stored", as: String.self).map { FileID($0) }
        id = reader.optional("id", as: String.self)
        url = reader.optional("url", as: String.self)
        mimeType = reader.optional("mime_type", as: String.self)
        name = reader.optional("name", as: String.self)
        digest = reader.optional("digest", as: String.self)
        guard let kind else { throw reader.failure() }
        self.kind = kind
    }

    public var json: JSON {
        var object: JSONObject = ["kind": .string(kind.rawValue)]
        object["stored"] = stored?.json
        object["id"] = id?.json
        object["url"] = url?.json
        object["mime_type"] = mimeType?.json
        object["name"] = name?.json
        object["digest"] = digest?.json
        return .object(object)
    }
}

extension MessagePlace: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let latitude = reader.required("latitude", as: Double.self)
        let longitude = reader.required("longitude", as: Double.self)
        name = reader.optional("name", as: String.self)
        address = reader.optional("address", as: String.self)
        guard let latitude, let longitude else { throw reader.failure() }
        self.latitude = latitude
        self.longitude = longitude
    }

    public var json: JSON {
        var object: JSONObject = ["latitude": latitude.json, "longitude": longitude.json]
        object["name"] = name?.json
        object["address"] = address?.json
        return .object(object)
    }
}

extension MessageLink: JSONConvertible {
    public init(json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let url = reader.required("url", as: String.self)
        title = reader.optional("title", as: String.self)
        guard let url else { throw reader.failure() }
        self.url = url
    }

    public var json: JSON {
        var object: JSONObject = ["url": url.json]
        object["title"] = title?.json
        return .object(object)
    }
}
