/// Types templates, conditions and paths and turns them into Swift. It collects what is wrong instead of stopping.
struct TemplateCompiler {
    let context: GenerationContext
    private(set) var diagnostics: [Diagnostic] = []
    /// Paths that an enclosing `if` has shown to be there.
    private var proven: Set<String> = []
    var source: TemplateSource?

    init(_ context: GenerationContext) { self.context = context }

    /// What a template is for, which says how options are printed and what may be missing.
    enum Purpose: Sendable {
        /// People read it: options print their labels.
        case shown
        /// A program reads it: options print their values, and a missing one is warned about.
        case data
    }

    // MARK: Entry points

    /// The value at the end of a path.
    mutating func path(_ source: TemplateSource, in scope: TemplateScope) -> TypedExpression? {
        self.source = source
        do {
            return resolve(try TemplateParser(source).path(), in: scope)
        } catch {
            report(.templateSyntax, error.message, at: error.range)
            return nil
        }
    }

    /// A condition as a Swift expression of type `Bool`.
    mutating func condition(_ source: TemplateSource, in scope: TemplateScope) -> SwiftExpression? {
        self.source = source
        do {
            let condition = try TemplateParser(source).condition()
            reportPrecedence(condition)
            return compile(condition, in: scope)
        } catch {
            report(.templateSyntax, error.message, at: error.range)
            return nil
        }
    }

    /// A template that is one value and nothing else keeps its type, as a path does; any other is text.
    mutating func value(_ source: TemplateSource, in scope: TemplateScope, for purpose: Purpose) -> TypedExpression? {
        if source.kind == .path { return path(source, in: scope) }
        if let choice = source.choice {
            return choose(choice, in: scope, for: purpose).map { TypedExpression($0, .text) }
        }
        self.source = source
        do {
            let nodes = try TemplateParser(source).template()
            if nodes.count == 1, case .text(let text) = nodes[0] { reportBarePath(text, source, in: scope, for: purpose) }
            if nodes.count == 1, case .output(let expression) = nodes[0] { return compile(expression, in: scope) }
            return text(nodes, in: scope, for: purpose).map { TypedExpression($0, .text) }
        } catch {
            report(.templateSyntax, error.message, at: error.range)
            return nil
        }
    }

    /// A template as text: optional only if it is one value that may be missing.
    mutating func text(_ source: TemplateSource, in scope: TemplateScope, for purpose: Purpose) -> TypedExpression? {
        guard let value = value(source, in: scope, for: purpose) else { return nil }
        guard value.type.isPrintable else {
            report(.templateType, "\(value.type.words) cannot be written as text", at: 0..<source.text.utf8.count)
            return nil
        }
        return printed(value, for: purpose)
    }

    // MARK: Text

    private mutating func text(
        _ nodes: [TemplateNode], in scope: TemplateScope, for purpose: Purpose
    ) -> SwiftExpression? {
        var pieces: [SwiftExpression.Piece] = []
        var isSound = true
        for node in nodes {
            switch node {
            case .text(let text): pieces.append(.text(text))
            case .output(let expression):
                guard let value = compile(expression, in: scope) else {
                    isSound = false
                    continue
                }
                guard value.type.isPrintable else {
                    report(.templateType, "\(value.type.words) cannot be written as text", at: expression.range)
                    isSound = false
                    continue
                }
                let printed = printed(value, for: purpose)
                if printed.isOptional, !isProven(expression) {
                    report(
                        .templateOptional, "\(words(expression)) may be missing, and the text around it stays",
                        at: expression.range, help: ["say what stands there then: `{{ … | default: \"–\" }}`"])
                }
                let swift =
                    printed.isOptional ? SwiftExpression.infix(printed.swift, "??", .string("")) : printed.swift
                // What interpolation writes as it should needs no words.
                let isDirect = !value.isOptional && [.integer, .decimal, .boolean].contains(value.type)
                pieces.append(.value(isDirect ? value.swift : swift))
            case .conditional(let branches, let otherwise):
                guard let swift = conditional(branches[...], otherwise, in: scope, for: purpose) else {
                    isSound = false
                    continue
                }
                pieces.append(.value(swift))
            case .loop(let variable, let list, let body):
                guard let swift = loop(variable, list, body, in: scope, for: purpose) else {
                    isSound = false
                    continue
                }
                pieces.append(.value(swift))
            }
        }
        guard isSound else { return nil }
        if pieces.isEmpty { return .string("") }
        if pieces.count == 1, case .text(let text) = pieces[0] { return .string(text) }
        if pieces.count == 1, case .value(let value) = pieces[0] { return value }
        return .interpolation(pieces)
    }

    private mutating func conditional(
        _ branches: ArraySlice<TemplateNode.Branch>, _ otherwise: [TemplateNode], in scope: TemplateScope,
        for purpose: Purpose
    ) -> SwiftExpression? {
        guard let branch = branches.first else { return text(otherwise, in: scope, for: purpose) }
        reportPrecedence(branch.condition)
        let condition = compile(branch.condition, in: scope)
        let before = proven
        proven.formUnion(Self.paths(provenBy: branch.condition))
        let then = text(branch.body, in: scope, for: purpose)
        proven = before
        let rest = conditional(branches.dropFirst(), otherwise, in: scope, for: purpose)
        guard let condition, let then, let rest else { return nil }
        return .ternary(condition, then, rest)
    }

    private mutating func loop(
        _ variable: String, _ list: TemplatePath, _ body: [TemplateNode], in scope: TemplateScope,
        for purpose: Purpose
    ) -> SwiftExpression? {
        guard let value = resolve(list, in: scope) else { return nil }
        guard case .list(let element) = value.type else {
            report(.templateType, "`\(list.text)` is \(value.type.words), not a list", at: list.range)
            return nil
        }
        let name = context.names.local(variable)
        let inner = scope.adding(variable, .value(value.element(.code(SwiftKeywords.escaped(name)), element)))
        guard let text = text(body, in: inner, for: purpose) else { return nil }
        let elements = value.isOptional ? SwiftExpression.infix(value.swift, "??", .code("[]")) : value.swift
        let mapped = SwiftExpression.call(
            .member(elements, "map"), [], trailing: SwiftClosure(signature: name, body: [.expression(text)]))
        return mapped.calling("joined")
    }

    /// A value as Swift text.
    func printed(_ value: TypedExpression, for purpose: Purpose) -> TypedExpression {
        let member: String
        switch value.type {
        case .text, .day, .timeOfDay: return value
        case .options: member = purpose == .shown ? "label" : "rawValue"
        case .id: member = "rawValue"
        case .integer, .decimal, .boolean: member = "description"
        case .number:
            // The shortest decimal, as JSON writes it.
            return TypedExpression(
                .member(.member(value.swift, "json", isOptional: value.needsChaining), "description"), .text,
                isOptional: value.isOptional, needsChaining: false)
        case .dateTime:
            let text =
                value.isOptional
                ? value.wrapped.calling("map", [SwiftArgument(nil, .code("Timestamp.text"))])
                : SwiftExpression.call("Timestamp.text", [SwiftArgument(nil, value.swift)])
            return TypedExpression(text, .text, isOptional: value.isOptional)
        case .record, .model, .list, .opaque, .unknown: return value
        }
        return TypedExpression(
            .member(value.swift, member, isOptional: value.needsChaining), .text, isOptional: value.isOptional,
            needsChaining: false)
    }

    // MARK: Proof of presence

    private func isProven(_ expression: TemplateExpression) -> Bool {
        switch expression {
        case .path(let path): proven.contains(path.text)
        case .filtered(let base, _): isProven(base)
        case .literal: false
        }
    }

    /// Whether a template is one path that an enclosing condition has shown to be there.
    func isProven(_ source: TemplateSource) -> Bool {
        guard let nodes = try? TemplateParser(source).template(), nodes.count == 1, case .output(let value) = nodes[0]
        else { return false }
        return isProven(value)
    }

    /// Whether a value that may be missing is there where an enclosing condition holds: it was asked for itself, or
    /// something of the same record was and only the record may be missing.
    func isProven(_ value: TypedExpression, from source: TemplateSource) -> Bool {
        if !value.isOptional || isProven(source) { return true }
        guard !value.needsChaining, let nodes = try? TemplateParser(source).template(), nodes.count == 1,
            case .output(.path(let path)) = nodes[0]
        else { return false }
        return proven.contains { $0.hasPrefix(path.segments[0].name + ".") }
    }

    /// Takes a condition to hold until ``forget(_:)`` is given what this returns.
    mutating func assume(_ condition: TemplateSource?) -> Set<String> {
        let before = proven
        if let condition, let parsed = try? TemplateParser(condition).condition() {
            proven.formUnion(Self.paths(provenBy: parsed))
        }
        return before
    }

    mutating func forget(_ before: Set<String>) { proven = before }

    private static func paths(provenBy condition: TemplateCondition) -> Set<String> {
        switch condition {
        case .truth(.path(let path)): [path.text]
        case .comparison(.path(let path), .notEqual, .literal(.none, _)),
            .comparison(.path(let path), .notEqual, .literal(.blank, _)):
            [path.text]
        case .comparison(.path(let path), .equal, .literal(let literal, _)) where literal != .none && literal != .blank:
            [path.text]
        case .and(let left, let right): paths(provenBy: left).union(paths(provenBy: right))
        default: []
        }
    }

    private func words(_ expression: TemplateExpression) -> String {
        if case .path(let path) = expression { "`\(path.text)`" } else { "this" }
    }

    // MARK: Reporting

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, notes: [Diagnostic.Note] = [],
        help: [String] = [], fixIts: [Diagnostic.FixIt] = []
    ) {
        diagnostics.append(Diagnostic(code, message, at: span, notes: notes, help: help, fixIts: fixIts))
    }

    /// - Parameter range: UTF-8 offsets in the template.
    mutating func report(
        _ code: DiagnosticCode, _ message: String, at range: Range<Int>, help: [String] = [],
        replacement: String? = nil
    ) {
        guard let source else { return }
        let span = source.span(of: range)
        // Where an escape or a fold hides the place, the whole scalar is shown and cannot be replaced.
        let isExact = span != source.span
        let fixIts = replacement.flatMap { text in
            isExact ? [Diagnostic.FixIt("replace with `\(text)`", replacing: span, with: text)] : nil
        }
        diagnostics.append(Diagnostic(code, message, at: span, help: help, fixIts: fixIts ?? []))
    }
}
