/// One problem in a value that came from outside.
public struct ValueProblem: Hashable, Sendable {
    /// Where: the names on the wire from the outermost value inwards, for example `message.content` or `items[2].id`.
    /// Empty when the outermost value itself is meant.
    public var path: String
    /// What, so that it reads on after the path: `is required`.
    public var message: String

    /// A problem at `path`; see the properties for their wording.
    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }
}

extension ValueProblem: CustomStringConvertible {
    /// For example `items[2].id is required`.
    public var description: String {
        (path.isEmpty ? "the value" : path) + " " + message
    }
}

/// All problems that were found in one value; thrown by every generated decoder.
public struct InvalidValue: Error, Hashable, Sendable {
    /// At most this many problems are collected of one value: enough for a person, too few to be an attack.
    public static let maximumProblems = 50

    /// In the order in which they were found; never empty.
    public let problems: [ValueProblem]

    /// - Parameter problems: At least one; of more than ``maximumProblems`` the first ones are kept.
    public init(_ problems: [ValueProblem]) {
        self.problems =
            problems.isEmpty
            ? [ValueProblem(path: "", message: "is not valid")]
            : Array(problems.prefix(Self.maximumProblems))
    }

    /// One problem.
    public init(at path: String, _ message: String) {
        problems = [ValueProblem(path: path, message: message)]
    }
}

extension InvalidValue: CustomStringConvertible {
    /// For example `to is required; items[2].id must be text, not a number`.
    public var description: String {
        problems.map(\.description).joined(separator: "; ")
    }
}

/// The path of the member `key` of the value at `path`.
///
/// Keys that would make the path hard to read are quoted: `labels["a b"]`.
func memberPath(_ path: String, _ key: String) -> String {
    let isPlain = !key.isEmpty && key.utf8.count <= 128 && key.utf8.allSatisfy(isPlainInPath)
    if isPlain { return path.isEmpty ? key : "\(path).\(key)" }
    let shown =
        key.unicodeScalars.count <= 64 ? key : String(String.UnicodeScalarView(key.unicodeScalars.prefix(64))) + "…"
    return "\(path)[\(JSON.string(shown).serialized())]"
}

private func isPlainInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"):
        true
    default: false
    }
}
