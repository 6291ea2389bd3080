import Foundation
import ManifestCompiler

/// Standard output and standard error.
enum Console {
    static func output(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func error(_ text: String, terminator: String = "\n") {
        guard !text.isEmpty else { return }
        FileHandle.standardError.write(Data((text + terminator).utf8))
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
