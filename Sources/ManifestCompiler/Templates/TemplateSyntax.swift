/// A template, parsed: text, values, `{% if %}` and `{% for %}`.
indirect enum TemplateNode: Sendable, Hashable {
    case text(String)
    case output(TemplateExpression)
    case conditional([Branch], otherwise: [TemplateNode])
    case loop(variable: String, list: TemplatePath, body: [TemplateNode])

    struct Branch: Sendable, Hashable {
        var condition: TemplateCondition
        var body: [TemplateNode]
    }
}

/// `connection.status`.
struct TemplatePath: Sendable, Hashable {
    struct Segment: Sendable, Hashable {
        var name: String
        var range: Range<Int>
    }

    /// Never empty.
    var segments: [Segment]

    var range: Range<Int> {
        guard let first = segments.first, let last = segments.last else { return 0..<0 }
        return first.range.lowerBound..<last.range.upperBound
    }

    var text: String { segments.map(\.name).joined(separator: ".") }
}

indirect enum TemplateExpression: Sendable, Hashable {
    case path(TemplatePath)
    case literal(TemplateLiteral, Range<Int>)
    case filtered(TemplateExpression, TemplateFilterCall)

    var range: Range<Int> {
        switch self {
        case .path(let path): path.range
        case .literal(_, let range): range
        case .filtered(let base, let call): base.range.lowerBound..<call.range.upperBound
        }
    }
}

enum TemplateLiteral: Sendable, Hashable {
    case text(String)
    case integer(String)
    case decimal(String)
    case boolean(Bool)
    case none
    case blank
}

struct TemplateFilterCall: Sendable, Hashable {
    var name: String
    var range: Range<Int>
    var arguments: [TemplateExpression]
}

indirect enum TemplateCondition: Sendable, Hashable {
    enum Comparison: String, Sendable, Hashable {
        case equal = "==", notEqual = "!=", less = "<", greater = ">", lessOrEqual = "<=", greaterOrEqual = ">="
        case contains
    }

    case truth(TemplateExpression)
    case comparison(TemplateExpression, Comparison, TemplateExpression)
    case and(TemplateCondition, TemplateCondition)
    case or(TemplateCondition, TemplateCondition)
}
