#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
package import Logging

/// Writes one line an entry to standard error, as text for people or as JSON for machines, without secrets: see
/// ``Redaction``.
package struct LineLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let format: ServerSettings.LogFormat
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Where a line goes; standard error unless given.
    package init(
        level: Logger.Level, format: ServerSettings.LogFormat,
        write: @escaping @Sendable (String) -> Void = LineLogHandler.toStandardError
    ) {
        logLevel = level
        self.format = format
        self.write = write
    }

    package static func logger(_ settings: ServerSettings) -> Logger {
        Logger(label: "integration") { _ in LineLogHandler(level: settings.logLevel, format: settings.logFormat) }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        for (key, value) in event.metadata ?? [:] { all[key] = value }
        let members = all.sorted { $0.key < $1.key }.map { ($0.key, Redaction.redacted("\($0.value)")) }
        let message = Redaction.redacted("\(event.message)")
        write(format == .json ? json(event.level, message, members) : text(event.level, message, members))
    }

    private func json(_ level: Logger.Level, _ message: String, _ members: [(String, String)]) -> String {
        var object: JSONObject = [
            "time": .string(Timestamp.text(Date())), "level": .string(level.rawValue), "message": .string(message),
        ]
        for (key, value) in members { object[key] = .string(value) }
        return JSON.object(object).serialized() + "\n"
    }

    private func text(_ level: Logger.Level, _ message: String, _ members: [(String, String)]) -> String {
        let time = Timestamp.text(Date()).dropFirst(11).prefix(8)
        let tail = members.map { " \($0.0)=\($0.1)" }.joined()
        // A line stays one line, whatever is in it.
        let line = "\(time) \(level.rawValue) \(message)\(tail)"
        return String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })) + "\n"
    }

    package static let toStandardError: @Sendable (String) -> Void = { Terminal.error($0) }
}
