import ManifestCompiler

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output and standard error.
enum Console {
    static func output(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func error(_ text: String, terminator: String = "\n") {
        guard !text.isEmpty else { return }
        write(text + terminator, to: STDERR_FILENO)
    }

    /// Nobody is told when a stream is closed: there is nowhere to say it.
    private static func write(_ text: String, to descriptor: Int32) {
        _ = descriptor.write(text)
    }

    /// Colours for a terminal; none if the environment has NO_COLOR (no-color.org).
    static func paint(_ text: String, _ style: TerminalDiagnosticPrinter.Style) -> String {
        guard ProcessInfo.processInfo.environment["NO_COLOR"] == nil else { return text }
        let code =
            switch style {
            case .error: "1;31"
            case .warning: "1;33"
            case .note: "1;36"
            case .help: "1;32"
            case .gutter: "34"
            case .message: "1"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
