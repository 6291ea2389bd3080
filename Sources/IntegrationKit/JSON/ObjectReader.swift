/// Reads the members of one JSON object, collecting every problem instead of stopping at the first.
///
/// ```swift
/// var object = ObjectReader(json, at: path, unknownKeys: .reject)
/// let id = object.required("phone_number_id", as: String.self)
/// let name = object.optional("name", as: String.self, [.maximumLength(80)])
/// guard let id, object.isComplete() else { throw object.failure() }
/// ```
public struct ObjectReader {
    /// What to do with members that nobody asked for.
    public enum UnknownKeys: Sendable {
        /// Each is a problem: for inputs, where an unknown name is a mistake of the caller.
        case reject
        /// They are ignored: for what others send, which may grow at any time.
        case ignore
    }

    private let object: JSONObject?
    private let path: String
    private let unknownKeys: UnknownKeys
    private var known: [String] = []
    private var problems: [ValueProblem] = []

    /// - Parameters:
    ///   - json: The value to read. If it is no object, that is the one problem, and every member reads as nil.
    ///   - path: Where it stands, see ``ValueProblem/path``.
    ///   - unknownKeys: What to do with members that nobody asks for before ``isComplete()`` or ``failure()``.
    public init(_ json: JSON, at path: String = "", unknownKeys: UnknownKeys) {
        self.path = path
        self.unknownKeys = unknownKeys
        object = json.objectValue
        if object == nil {
            problems = InvalidValue.wrongKind("an object", json, at: path).problems
        }
    }

    /// A member that must be there. nil when there is a problem with it, which is then recorded.
    ///
    /// - Parameters:
    ///   - preparations: What is done to the value before it is read, in order.
    ///   - checks: What the value must pass then.
    public mutating func required<T: JSONConvertible>(
        _ key: String, as type: T.Type = T.self, preparing preparations: [TextPreparation] = [],
        _ checks: [ValueCheck] = []
    ) -> T? {
        known.append(key)
        guard let object else { return nil }
        guard let value = object[key] else {
            problem(key, "is required")
            return nil
        }
        return read(value, key, preparations, checks)
    }

    /// A member that may be missing or `null`, which both read as nil. A value with a problem reads as nil too, and
    /// the problem is recorded.
    public mutating func optional<T: JSONConvertible>(
        _ key: String, as type: T.Type = T.self, preparing preparations: [TextPreparation] = [],
        _ checks: [ValueCheck] = []
    ) -> T? {
        known.append(key)
        guard let value = object?[key], !value.isNull else { return nil }
        return read(value, key, preparations, checks)
    }

    /// A member that may be missing or `null`, which both read as `defaultValue`; so does a value with a problem,
    /// which is recorded.
    public mutating func defaulted<T: JSONConvertible>(
        _ key: String, as type: T.Type = T.self, default defaultValue: T,
        preparing preparations: [TextPreparation] = [], _ checks: [ValueCheck] = []
    ) -> T {
        optional(key, as: type, preparing: preparations, checks) ?? defaultValue
    }

    /// A member that may be missing, which reads as `defaultValue`, or `null`, which reads as nil.
    public mutating func nullable<T: JSONConvertible>(
        _ key: String, as type: T.Type = T.self, default defaultValue: T,
        preparing preparations: [TextPreparation] = [], _ checks: [ValueCheck] = []
    ) -> T? {
        guard let object, object[key] == nil else {
            return optional(key, as: type, preparing: preparations, checks)
        }
        known.append(key)
        return defaultValue
    }

    /// The members that nobody has asked for, in their order; read them after all others.
    public func rest() -> JSONObject {
        JSONObject((object ?? [:]).filter { !known.contains($0.key) })
    }

    /// The member as it came; asking for it does not count as knowing it.
    func member(_ key: String) -> JSON? { object?[key] }

    /// Records a problem with the member `key`.
    public mutating func problem(_ key: String, _ message: String) {
        guard problems.count < InvalidValue.maximumProblems else { return }
        problems.append(ValueProblem(path: memberPath(path, key), message: message))
    }

    /// Whether nothing is wrong and, with ``UnknownKeys/reject``, every member was asked for. Ask after the last
    /// member was read.
    public mutating func isComplete() -> Bool {
        problems.isEmpty && firstUnknownKey == nil
    }

    /// Every problem, unknown keys last; to be thrown when ``isComplete()`` or a required member says so.
    public func failure() -> InvalidValue {
        InvalidValue(problems + unknownKeyProblems())
    }

    private mutating func read<T: JSONConvertible>(
        _ given: JSON, _ key: String, _ preparations: [TextPreparation], _ checks: [ValueCheck]
    ) -> T? {
        let value = preparations.reduce(given) { $1.prepared($0) }
        let valuePath = memberPath(path, key)
        let result: T
        do {
            result = try T(json: value, at: valuePath)
        } catch {
            problems += error.problems.prefix(InvalidValue.maximumProblems - problems.count)
            return nil
        }
        guard !checks.isEmpty else { return result }
        let found = checks.flatMap { $0.problems(of: value, at: valuePath) }
        problems += found.prefix(InvalidValue.maximumProblems - problems.count)
        return found.isEmpty ? result : nil
    }

    private var firstUnknownKey: String? {
        guard unknownKeys == .reject, let object else { return nil }
        return object.members.first { !known.contains($0.key) }?.key
    }

    private func unknownKeyProblems() -> [ValueProblem] {
        guard unknownKeys == .reject, let object else { return [] }
        var unknown: [ValueProblem] = []
        for (key, _) in object where !known.contains(key) {
            if problems.count + unknown.count >= InvalidValue.maximumProblems { break }
            let suggestion = nearest(to: key, among: known).map { "; did you mean \($0)?" } ?? ""
            unknown.append(ValueProblem(path: memberPath(path, key), message: "is not known here" + suggestion))
        }
        return unknown
    }
}
