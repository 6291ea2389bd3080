/// Reads one file into a tree of nodes.
///
/// Everything that YAML itself can do wrong is reported here, so that what comes after sees only maps with
/// distinct text keys, lists and texts. Never crashes, whatever the bytes.
package enum SyntaxParser {
    /// What a file may have at most.
    package struct Limits: Sendable {
        /// Bytes of one file.
        package var bytes = 32 << 20
        /// Bytes of all files together.
        package var totalBytes = 64 << 20
        /// Block and flow collections inside one another.
        package var nesting = 64
        /// Nodes after aliases are expanded.
        package var nodes = 5_000_000
        /// Nodes after aliases, as a multiple of those written.
        package var expansion = 10
        /// This many nodes after aliases are always allowed.
        package var freeNodes = 100_000

        package init() {}
    }

    /// What came of reading a file.
    package struct Result: Sendable {
        /// The tree of the file's one document; `nil` when the file is too broken to have one.
        package var root: Node?
        package var diagnostics: [Diagnostic]
        /// How many nodes the tree has, aliases expanded.
        package var nodes = 0
        /// Where aliases stand for what.
        package var uses: [AnchorUse] = []
    }

    package static func parse(_ file: SourceFile, limits: Limits = Limits()) -> Result {
        guard file.bytes.count <= limits.bytes else {
            let start = SourceSpan(file: file.path, start: .start, end: .start)
            let message = "the file has \(file.bytes.count) bytes; at most \(limits.bytes) are read"
            return Result(diagnostics: [Diagnostic(.yamlTooLarge, message, at: start)])
        }
        let source = SourceText(file)
        let encoding = EncodingCheck(source: source).diagnostics()
        guard encoding.isEmpty else { return Result(diagnostics: encoding) }
        return source.file.bytes[source.markLength...].withUnsafeBufferPointer { bytes in
            guard let reader = YAMLEventReader(bytes, of: source) else {
                let message = "not enough memory to read the file"
                return Result(diagnostics: [Diagnostic(.yamlTooLarge, message, at: source.span(ofBytes: 0..<0))])
            }
            var composer = NodeComposer(reader, source: source, limits: limits)
            return composer.compose()
        }
    }
}
