/// What is legal in a template and is probably meant otherwise.
extension TemplateCompiler {
    /// Ruling 24: here `and` binds stronger, and Liquid reads from right to left. Both agree unless an `or` stands
    /// somewhere behind an `and`.
    mutating func reportPrecedence(_ condition: TemplateCondition) {
        guard case .or(let left, let right) = condition else { return }
        guard left.hasAnd, let range = right.range else { return reportPrecedence(left) }
        report(
            .templatePrecedence, "`and` binds stronger than `or` here, and Liquid would read this from right to left",
            at: range, help: ["put what stands before `or` behind it, which both read alike"])
    }

    /// Ruling 26: inside lists, the element's fields come first.
    mutating func reportShadowing(_ segment: TemplatePath.Segment, in scope: TemplateScope) {
        guard scope.count(of: segment.name) > 1 else { return }
        report(
            .templateShadowed, "`\(segment.name)` is the element's field here and hides what the page calls so",
            at: segment.range, help: ["write `item.\(segment.name)`, or give the page's another name"])
    }

    /// Conditions and `show` take a path as it is, so it is easily written where text stands. One word alone may well be
    /// meant as text, unless it is a field of the row that is shown.
    mutating func reportBarePath(
        _ text: String, _ source: TemplateSource, in scope: TemplateScope, for purpose: Purpose
    ) {
        var pathSource = source
        pathSource.kind = .path
        guard let path = try? TemplateParser(pathSource).path(), let first = path.segments.first,
            path.segments.count > 1 || (purpose == .shown && scope.field(first.name) != nil)
        else { return }
        var trial = self
        guard trial.resolve(path, in: scope) != nil, trial.diagnostics.count == diagnostics.count else { return }
        let braced = "'{{ \(text) }}'"
        report(
            .templateBare, "`\(text)` is taken as text, and is a path that is known here", at: source.span,
            fixIts: [Diagnostic.FixIt("replace with `\(braced)`", replacing: source.span, with: braced)])
    }

    /// Ruling 122: a list of instances is cut at its limit.
    mutating func reportSize(of value: TypedExpression, at range: Range<Int>) {
        guard case .list(.model(let model)) = value.type else { return }
        report(
            .templateSize, "this counts the instances of `\(model)` that were loaded, not all", at: range,
            help: ["add a context name with `mode: COUNT`"])
    }
}

extension TemplateCondition {
    fileprivate var hasAnd: Bool {
        switch self {
        case .and: true
        case .or(let left, let right): left.hasAnd || right.hasAnd
        case .truth, .comparison: false
        }
    }

    /// Where it stands.
    fileprivate var range: Range<Int>? {
        switch self {
        case .truth(let expression): expression.range
        case .comparison(let left, _, let right): left.range.lowerBound..<right.range.upperBound
        case .and(let left, let right), .or(let left, let right):
            left.range.flatMap { first in right.range.map { first.lowerBound..<$0.upperBound } }
        }
    }
}
