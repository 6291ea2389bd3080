/// The members of a JSON object in the order in which they were written or first set.
///
/// Equal objects have the same members, in whatever order: RFC 8259 gives the order no meaning. Keys are compared as
/// Swift compares strings, by canonical equivalence: a composed and a decomposed `é` are one key.
///
/// Up to twelve members are searched one by one, which is faster than hashing; past that an index is kept.
public struct JSONObject: Sendable {
    /// One member.
    struct Member: Sendable {
        let key: String
        var value: JSON
    }

    /// Above this many members an index is kept.
    static let linearSearchLimit = 12

    var members: [Member]
    /// Where each key is in `members`; nil while there are few.
    private var positions: [String: Int]?

    /// An object with no members.
    public init() {
        members = []
    }

    /// The members in their order. A key that comes twice keeps its first place and its last value.
    public init(_ members: some Sequence<(key: String, value: JSON)>) {
        self.init()
        for (key, value) in members { self[key] = value }
    }

    /// How many members there are.
    public var count: Int { members.count }

    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }

    /// The keys in order.
    public var keys: [String] {
        members.map(\.key)
    }

    /// The values in the order of the keys.
    public var values: [JSON] {
        members.map(\.value)
    }

    /// The value of `key`, nil when there is none. Setting a new key appends it, setting a known one keeps its place,
    /// and setting nil removes the member (to say JSON `null`, set `JSON.null`).
    public subscript(key: String) -> JSON? {
        get {
            position(of: key).map { members[$0].value }
        }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): members[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    /// Appends a member, unless the key is there already.
    ///
    /// - Returns: Whether the key was new.
    @inline(__always)
    mutating func insert(_ key: String, _ value: JSON) -> Bool {
        guard position(of: key) == nil else { return false }
        append(key, value)
        return true
    }

    @inline(__always)
    private func position(of key: String) -> Int? {
        if let positions { return positions[key] }
        for position in members.indices where members[position].key == key { return position }
        return nil
    }

    @inline(__always)
    private mutating func append(_ key: String, _ value: JSON) {
        members.append(Member(key: key, value: value))
        if members.count > Self.linearSearchLimit { index(lastKey: key) }
    }

    @inline(never)
    private mutating func index(lastKey: String) {
        if positions == nil {
            rebuildIndex()
        } else {
            positions?[lastKey] = members.count - 1
        }
    }

    private mutating func remove(at position: Int) {
        members.remove(at: position)
        rebuildIndex()
    }

    private mutating func rebuildIndex() {
        guard members.count > Self.linearSearchLimit else {
            positions = nil
            return
        }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(members.count * 2)
        for (position, member) in members.enumerated() { positions[member.key] = position }
        self.positions = positions
    }
}

extension JSONObject: Sequence {
    /// Goes through the members in order.
    public struct Iterator: IteratorProtocol, Sendable {
        fileprivate var members: IndexingIterator<[Member]>

        public mutating func next() -> (key: String, value: JSON)? {
            members.next().map { ($0.key, $0.value) }
        }
    }

    public func makeIterator() -> Iterator {
        Iterator(members: members.makeIterator())
    }

    public var underestimatedCount: Int { members.count }
}

extension JSONObject: Hashable {
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        for (position, member) in left.members.enumerated() {
            if right.members[position].key == member.key {
                guard right.members[position].value == member.value else { return false }
            } else {
                guard right[member.key] == member.value else { return false }
            }
        }
        return true
    }

    public func hash(into hasher: inout Hasher) {
        // A sum, for the order of the members must not matter.
        var sum = 0
        for member in members {
            var memberHasher = Hasher()
            memberHasher.combine(member.key)
            memberHasher.combine(member.value)
            sum &+= memberHasher.finalize()
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// A key that is written twice keeps its first place and its last value.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self.init()
        for (key, value) in elements { self[key] = value }
    }
}

extension JSONObject: CustomStringConvertible {
    /// The compact JSON text.
    public var description: String { JSON.object(self).serialized() }
}
