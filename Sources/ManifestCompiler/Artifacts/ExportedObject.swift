/// An object of an exported document in the making: members in order, and none for what is not said.
struct ExportedObject {
    private(set) var members: [JSONTree.Member] = []

    init() {}

    /// With what everything with a handle says first.
    ///
    /// - Parameter description: The key of the prose, which not all of the platform's objects have.
    init(
        _ declaration: some Declaration, key: String = "handle", label: String?, description: String = "description"
    ) {
        set(key, declaration.wireName)
        set("label", label)
        set(description, declaration.description)
    }

    mutating func set(_ key: String, _ value: JSONTree?) {
        if let value { members.append(.init(key, value)) }
    }

    mutating func set(_ key: String, _ value: String?) { set(key, value.map { JSONTree.string($0) }) }
    mutating func set(_ key: String, _ value: Int?) { set(key, value.map { JSONTree.integer($0) }) }
    mutating func set(_ key: String, _ value: ManifestDuration?) {
        set(key, value.map { JSONTree.integer($0.milliseconds) })
    }

    /// Only what is true; false is the platform's default everywhere.
    mutating func set(_ key: String, if value: Bool) {
        if value { set(key, .boolean(true)) }
    }

    /// Nothing for an empty list.
    mutating func set(_ key: String, list: [JSONTree]) {
        if !list.isEmpty { set(key, .array(list)) }
    }

    mutating func set(_ key: String, list: [String]) { set(key, list: list.map { JSONTree.string($0) }) }

    /// Nothing for an object without members.
    mutating func set(_ key: String, _ object: ExportedObject) {
        if !object.members.isEmpty { set(key, object.json) }
    }

    /// `x-` keys, as they are written.
    mutating func set(extensions: [ManifestValue.Entry]) {
        for entry in extensions { set(entry.key, JSONTree(entry.value)) }
    }

    var json: JSONTree { .object(members) }
}

extension RawRepresentable where RawValue == String {
    /// As the platform's authors write fixed words.
    var platformWord: String { rawValue.lowercased() }
}
