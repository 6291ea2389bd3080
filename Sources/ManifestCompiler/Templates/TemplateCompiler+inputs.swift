/// Whether what is written for an input fits it.
extension TemplateCompiler {
    /// Types the templates in a value and reports those that are surely none of what the input takes; in a list each
    /// element by itself.
    ///
    /// - Parameter declared: Where the input is declared; `nil` if it is not, or not in the manifest.
    mutating func check(
        _ value: WrittenValue, as wanted: TemplateType, _ code: DiagnosticCode, input: String, declared: SourceSpan?,
        in scope: TemplateScope
    ) {
        switch (value, wanted) {
        case (.literal, _): break
        case (.template(let source), _):
            guard let type = self.value(source, in: scope, for: .data)?.type, !wanted.accepts(type) else { return }
            report(wanted, type.words, code, input, declared, at: source.span)
        case (.list(let elements, _), .list(let element)):
            for value in elements { check(value, as: element, code, input: input, declared: declared, in: scope) }
        case (.list, .opaque), (.list, .unknown), (.map, .opaque), (.map, .unknown), (.map, .record):
            // What stands at their keys is read by the tool.
            for source in value.templates { _ = self.value(source, in: scope, for: .data) }
        case (.list(_, let span), _): report(wanted, "a list", code, input, declared, at: span)
        case (.map(_, let span), _): report(wanted, "a map", code, input, declared, at: span)
        }
    }

    private mutating func report(
        _ wanted: TemplateType, _ words: String, _ code: DiagnosticCode, _ input: String, _ declared: SourceSpan?,
        at span: SourceSpan
    ) {
        report(
            code, "input `\(input)` takes \(wanted.words), not \(words)", at: span,
            notes: declared.map { [.init("declared here", at: $0)] } ?? [])
    }
}

extension TemplateType {
    /// Whether a value of the other type may be given to an input of this one. What is text in JSON is read by the
    /// input, which says what is wrong with it.
    fileprivate func accepts(_ other: TemplateType) -> Bool {
        switch (self, other) {
        case (.opaque, _), (_, .opaque): true
        case (.list(let element), .list(let otherElement)): element.accepts(otherElement)
        default: isComparable(with: other) || (isText && other.isText) || (isNumber && other.isNumber)
        }
    }

    private var isText: Bool {
        switch self {
        case .text, .options, .id, .dateTime, .day, .timeOfDay: true
        default: false
        }
    }

    private var isNumber: Bool { [.integer, .number, .decimal].contains(self) }
}
