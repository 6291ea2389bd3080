/// Reads expressions and conditions from tokens.
struct TokenReader {
    private let tokens: [TemplateToken]
    private var position = 0

    init(_ bytes: [UInt8], _ range: Range<Int>) throws(TemplateProblem) {
        tokens = try TemplateLexer.tokens(bytes, in: range)
    }

    private var token: TemplateToken { tokens[min(position, tokens.count - 1)] }

    private mutating func takeMark(_ mark: String) -> Bool {
        guard token.kind == .mark(mark) else { return false }
        position += 1
        return true
    }

    private mutating func takeName(_ name: String) -> Bool {
        guard token.kind == .name(name) else { return false }
        position += 1
        return true
    }

    mutating func name(_ wanted: String) throws(TemplateProblem) -> TemplatePath.Segment {
        guard case .name(let name) = token.kind else {
            throw TemplateProblem(message: "\(wanted) is expected here", range: token.range)
        }
        defer { position += 1 }
        return TemplatePath.Segment(name: name, range: token.range)
    }

    mutating func expectName(_ name: String) throws(TemplateProblem) {
        guard takeName(name) else {
            throw TemplateProblem(message: "`\(name)` is expected here", range: token.range)
        }
    }

    func expectEnd() throws(TemplateProblem) {
        switch token.kind {
        case .end: return
        case .mark("("), .mark(")"):
            throw TemplateProblem(message: "there are no parentheses in templates", range: token.range)
        default: throw TemplateProblem(message: "this is not expected here", range: token.range)
        }
    }

    mutating func path() throws(TemplateProblem) -> TemplatePath {
        var segments = [try name("a path")]
        while takeMark(".") { segments.append(try name("a name behind the dot")) }
        return TemplatePath(segments: segments)
    }

    // MARK: Expressions

    /// A value with its filters.
    mutating func expression() throws(TemplateProblem) -> TemplateExpression {
        var expression = try operand()
        while takeMark("|") {
            let name = try name("the name of a filter")
            var arguments: [TemplateExpression] = []
            if takeMark(":") {
                arguments.append(try operand())
                while takeMark(",") { arguments.append(try operand()) }
            }
            expression = .filtered(
                expression, TemplateFilterCall(name: name.name, range: name.range, arguments: arguments))
        }
        return expression
    }

    private mutating func operand() throws(TemplateProblem) -> TemplateExpression {
        let token = token
        let literal: TemplateLiteral
        switch token.kind {
        case .text(let text): literal = .text(text)
        case .integer(let text): literal = .integer(text)
        case .decimal(let text): literal = .decimal(text)
        case .name("true"): literal = .boolean(true)
        case .name("false"): literal = .boolean(false)
        case .name("nil"): literal = .none
        case .name("blank"): literal = .blank
        case .name: return .path(try path())
        case .mark, .end: throw TemplateProblem(message: "a path or a value is expected here", range: token.range)
        }
        position += 1
        return .literal(literal, token.range)
    }

    // MARK: Conditions

    /// Comparisons bind strongest, then `and`, then `or`.
    mutating func condition() throws(TemplateProblem) -> TemplateCondition {
        var condition = try conjunction()
        while takeName("or") { condition = .or(condition, try conjunction()) }
        return condition
    }

    private mutating func conjunction() throws(TemplateProblem) -> TemplateCondition {
        var condition = try comparison()
        while takeName("and") { condition = .and(condition, try comparison()) }
        return condition
    }

    private mutating func comparison() throws(TemplateProblem) -> TemplateCondition {
        if case .name("not") = token.kind {
            throw TemplateProblem(message: "there is no `not`; compare with `!= true`", range: token.range)
        }
        let left = try operand()
        var comparison: TemplateCondition.Comparison?
        if case .mark(let mark) = token.kind { comparison = TemplateCondition.Comparison(rawValue: mark) }
        if case .name("contains") = token.kind { comparison = .contains }
        guard let comparison else { return .truth(left) }
        position += 1
        return .comparison(left, comparison, try operand())
    }
}
