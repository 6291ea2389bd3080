package import Cryptography

/// The keys of this server, in the two forms in which they are used.
package struct SecretKeys: Sendable {
    /// Encrypt at rest.
    package let keys: SealingKeys
    /// Signs states and cookies, through keys derived from it. All processes that have the same current key agree.
    package let signingSecret: [UInt8]

    static let developmentFile = "secret-key"

    /// - Parameter text: `id:base64`, several joined by commas, the current one first.
    package init(parsing text: String) throws(SealingError) {
        var parsed: [SealingKey] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == "\n" }) where !part.trimmed.isEmpty {
            parsed.append(try SealingKey(parsing: part.trimmed))
        }
        guard let current = parsed.first else { throw .invalidKey("there is none; a key is written id:base64") }
        keys = try SealingKeys(current: current, previous: Array(parsed.dropFirst()))
        signingSecret = HMAC.sha256(Array("signing".utf8), key: Array(current.exportText().utf8))
    }

    /// The key in the data directory.
    ///
    /// - Parameter creating: Whether to make the directory and the key when there is none; nil is given otherwise.
    package static func ofDevelopment(in directory: DataDirectory, creating: Bool) throws -> SecretKeys? {
        if creating { try directory.prepare() }
        if let text = try directory.read(developmentFile) { return try SecretKeys(parsing: text) }
        guard creating else { return nil }
        let key = try SealingKey.generate(id: "dev").exportText()
        if try directory.create(developmentFile, key + "\n") { return try SecretKeys(parsing: key) }
        // Another process was quicker: its key holds.
        return try SecretKeys(parsing: try directory.read(developmentFile) ?? "")
    }
}

extension SecretKeys: CustomStringConvertible, CustomReflectable {
    /// Names the key only.
    package var description: String { "SecretKeys(\(keys.current.id))" }
    package var customMirror: Mirror { Mirror(self, children: ["current": keys.current.id]) }
}
