import Synchronization

/// Regular expressions that were compiled once. Patterns come from manifests, so they are few.
final class PatternCache: Sendable {
    static let shared = PatternCache()

    /// Texts longer than this many bytes are refused unread: matching may take more than linear time.
    static let maximumTextSize = 64 * 1024
    private static let maximumPatterns = 1024

    private let patterns = Mutex<[String: CompiledPattern?]>([:])

    /// What is wrong with `text`, nil when `pattern` is found in it.
    func problem(of text: String, pattern: String) -> String? {
        guard let compiled = compiled(pattern) else {
            return "cannot be checked: the pattern \(pattern) that is declared for it is not valid"
        }
        guard text.utf8.count <= Self.maximumTextSize else {
            return "must be at most \(Self.maximumTextSize) bytes, for it must match the pattern \(pattern)"
        }
        return compiled.isFound(in: text) ? nil : "must match the pattern \(pattern)"
    }

    private func compiled(_ pattern: String) -> CompiledPattern? {
        patterns.withLock { patterns in
            if let known = patterns[pattern] { return known }
            let compiled = CompiledPattern(pattern)
            if patterns.count >= Self.maximumPatterns { patterns.removeAll() }
            patterns[pattern] = .some(compiled)
            return compiled
        }
    }
}

/// One compiled pattern. `Regex` is not `Sendable`, so it stays behind a lock of its own.
private final class CompiledPattern: Sendable {
    private let regex: Mutex<Regex<AnyRegexOutput>>

    /// nil when `pattern` is no regular expression.
    init?(_ pattern: String) {
        // As in ECMA-262: `\d`, `\w` and `\s` mean ASCII, and one "character" is one Unicode scalar.
        guard let regex = try? Regex(pattern) else { return nil }
        self.regex = Mutex(
            regex.matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters())
    }

    func isFound(in text: String) -> Bool {
        regex.withLock { regex in (try? regex.firstMatch(in: text)) != nil }
    }
}
