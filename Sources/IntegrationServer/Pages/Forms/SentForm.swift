import Cryptography
import HTTPTypes
import Hummingbird
import IntegrationKit
import Storage

/// A file of a form.
struct SentFile: Hashable, Sendable {
    let file: StoredFile
    /// The first bytes, by which it is seen what it is.
    let start: [UInt8]

    /// What is wrong with it by a rule, as a sentence.
    func problem(by rule: FileRule) -> String? {
        if file.size > rule.maximumSize {
            return "\(file.name) has \(FileSize.text(file.size)); at most \(FileSize.text(rule.maximumSize)) are taken."
        }
        return rule.problem(name: file.name, mimeType: file.mimeType, size: file.size, start: start).map {
            "\(file.name) \($0)."
        }
    }
}

/// The fields of a form that was sent, and its files.
struct SentForm: Sendable {
    /// What was sent of a field: of a file its id.
    typealias Pair = (name: String, value: String)

    /// In the order in which they came.
    let pairs: [Pair]
    /// The files among the values, which are kept: those that came just now, and earlier ones that are named again.
    let files: [String: SentFile]
    /// Why files were not taken, by their field.
    let refusals: [String: String]

    init(pairs: [Pair], files: [String: SentFile] = [:], refusals: [String: String] = [:]) {
        self.pairs = pairs
        self.files = files
        self.refusals = refusals
    }

    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of this name, in order.
    func values(of name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The files of a field, in order.
    func files(of name: String) -> [SentFile] { values(of: name).compactMap { files[$0] } }

    /// What the runtime itself puts into its forms, beside the fields.
    private static let own: Set<String> = ["_csrf", "_key", "_form", "_record", "_field", "_action", "_confirmed", "_draw"]

    /// Names of fields that are not the runtime's own, each once, in order.
    var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { !Self.own.contains($0) && seen.insert($0).inserted }
    }

    /// - Throws: ``HTTPProblem`` 403 naming the field when one was sent that is not among these: nothing of what
    ///   somebody sends is dropped without a word.
    func requireOnly(_ known: [String]) throws(HTTPProblem) {
        guard let other = names.first(where: { !known.contains($0) }) else { return }
        throw HTTPProblem(
            .forbidden, title: "'\(other.prefix(100))' is not a field of this form",
            "Nothing was done. Load the page again and send its form as it is.")
    }

    // MARK: Once

    /// Names one drawing of a page. A form that comes back after a failure keeps it, so that sending it again cannot do
    /// a second time what may have been done. nil when the browser sent none that could be ours.
    var key: String? {
        guard let key = self["_key"], (8...64).contains(key.utf8.count),
            key.utf8.allSatisfy({
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
            })
        else { return nil }
        return key
    }

    /// Of one drawing of the page, one thing on it and what was filled in: sent twice, it has one effect. Filled in
    /// differently it is something else.
    func idempotencyKey(for thing: String) -> String? {
        guard let key else { return nil }
        let filled = pairs.filter { !Self.own.contains($0.name) }.map { pair -> JSON in
            // The same file that comes again has another id.
            let value = files[pair.value].map { Hex.encode($0.file.digest) } ?? pair.value.replacing("\r\n", with: "\n")
            return [.string(pair.name), .string(value)]
        }
        let digest = Hex.encode(Array(SHA256.hash(JSON.array(filled).bytes()).prefix(16)))
        return "page-\(key)-\(thing.prefix(80))-\(digest)"
    }
}
