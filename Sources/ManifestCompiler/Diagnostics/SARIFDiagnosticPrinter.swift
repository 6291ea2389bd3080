/// Prints diagnostics in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning.
///
/// The rules are those that have been broken; regions count columns in Unicode scalars from 1, as places do everywhere
/// else, and say so with `columnKind`.
package struct SARIFDiagnosticPrinter: Sendable {
    package init() {}

    package func print(_ diagnostics: [Diagnostic]) -> String {
        var indices: [String: Int] = [:]
        var rules: [JSONTree] = []
        for diagnostic in diagnostics where indices[diagnostic.code.name] == nil {
            indices[diagnostic.code.name] = rules.count
            rules.append(rule(diagnostic.code))
        }
        let driver: JSONTree = .object([
            .init("name", .string("integration")), .init("rules", .array(rules)),
        ])
        let run: JSONTree = .object([
            .init("tool", .object([.init("driver", driver)])),
            .init("columnKind", .string("unicodeCodePoints")),
            .init("results", .array(diagnostics.map { result($0, rule: indices[$0.code.name] ?? 0) })),
        ])
        let log: JSONTree = .object([
            .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            .init("version", .string("2.1.0")), .init("runs", .array([run])),
        ])
        return log.prettyText
    }

    private func rule(_ code: DiagnosticCode) -> JSONTree {
        let text = code.explanation.map { "\($0.why)\n\n\($0.mend)" } ?? code.summary
        return .object([
            .init("id", .string(code.name)),
            .init("shortDescription", message(code.summary)),
            .init("help", message(text)),
            .init("defaultConfiguration", .object([.init("level", .string(code.severity.rawValue))])),
        ])
    }

    private func result(_ diagnostic: Diagnostic, rule: Int) -> JSONTree {
        let text = ([diagnostic.message] + diagnostic.help).joined(separator: "\n")
        var members: [JSONTree.Member] = [
            .init("ruleId", .string(diagnostic.code.name)), .init("ruleIndex", .integer(rule)),
            .init("level", .string(diagnostic.severity.rawValue)), .init("message", message(text)),
            .init("locations", .array([.object([.init("physicalLocation", location(diagnostic.span))])])),
        ]
        let notes = diagnostic.notes.enumerated().map { index, note in
            JSONTree.object([
                .init("id", .integer(index)), .init("message", message(note.message)),
                .init("physicalLocation", location(note.span ?? diagnostic.span)),
            ])
        }
        if !notes.isEmpty { members.append(.init("relatedLocations", .array(notes))) }
        if !diagnostic.fixIts.isEmpty { members.append(.init("fixes", .array(diagnostic.fixIts.map(fix)))) }
        return .object(members)
    }

    private func fix(_ fixIt: Diagnostic.FixIt) -> JSONTree {
        let replacement: JSONTree = .object([
            .init("deletedRegion", region(fixIt.span)), .init("insertedContent", message(fixIt.replacement)),
        ])
        let change: JSONTree = .object([
            .init("artifactLocation", artifact(fixIt.span.file)), .init("replacements", .array([replacement])),
        ])
        return .object([
            .init("description", message(fixIt.title)), .init("artifactChanges", .array([change])),
        ])
    }

    private func message(_ text: String) -> JSONTree { .object([.init("text", .string(text))]) }

    private func location(_ span: SourceSpan) -> JSONTree {
        .object([.init("artifactLocation", artifact(span.file)), .init("region", region(span))])
    }

    private func region(_ span: SourceSpan) -> JSONTree {
        .object([
            .init("startLine", .integer(span.start.line)), .init("startColumn", .integer(span.start.column)),
            .init("endLine", .integer(span.end.line)), .init("endColumn", .integer(span.end.column)),
        ])
    }

    /// A path as a reference of RFC 3986.
    private func artifact(_ path: String) -> JSONTree {
        let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        var uri = ""
        for byte in path.utf8 {
            if kept.contains(byte) {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return .object([.init("uri", .string(uri))])
    }
}
