#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Where the development server of a data folder can be reached, as it has written there: other commands print addresses
/// that lead to it. Nothing depends on it: without the file they print those of the settings.
enum RunningServer {
    private static let file = "server"

    static func note(_ url: String, in folder: String) {
        try? "\(getpid()) \(url)".write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
    }

    static func forget(in folder: String) {
        guard let (process, _) = read(folder), process == getpid() else { return }
        unlink("\(folder)/\(file)")
    }

    /// - Returns: nil when none runs.
    static func url(in folder: String) -> String? {
        guard let (process, url) = read(folder), kill(process, 0) == 0 || errno == EPERM else { return nil }
        return url
    }

    private static func read(_ folder: String) -> (process: pid_t, url: String)? {
        guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else { return nil }
        let words = text.split(separator: " ")
        guard words.count == 2, let process = pid_t(words[0]), process > 0 else { return nil }
        return (process, String(words[1]))
    }
}
