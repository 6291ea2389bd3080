import Testing

@testable import ManifestCompiler

@Suite("Templates")
struct TemplateTests {
    /// A page with one card, whose title or condition is the template of a test.
    private func sections(title: String = "x", when: String? = nil) -> String {
        """
        models:
          order:
            fields:
              code:  { type: STRING, required: true }
              name:  STRING
              state: { type: STRING, options: [NEW, DONE] }
              count: { type: INTEGER, required: true }
              done:  BOOLEAN
              paid:  { type: BOOLEAN, default: false }
              tags:  [STRING]
              token: { type: STRING, visibility: ENCRYPTED }
              seen:  { type: DATETIME, required: true }
        pages:
          order:
            path: /orders/[id]
            context:
              order: { model: order, mode: FIRST, where: { id: '{{ path.id }}' } }
              orders: { model: order, mode: MANY }
            blocks:
              - card:
                  title: "\(title)"
                  \(when.map { "when: \($0)" } ?? "description: y")
                  fields: [{ show: order.code }]
        """
    }

    private func title(_ template: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
        let text = try Snippet.swift("Pages.swift", of: sections(title: template), location)
        let card = try declaration("private static func cardBlock", in: text, location)
        let start = try #require(card.firstRange(of: "title: ")?.upperBound, sourceLocation: location)
        let end = try #require(card.firstRange(of: "description: \"y\"")?.lowerBound, sourceLocation: location)
        return String(card[start..<end].drop { $0 == " " }.trimmingSuffix { $0 == " " || $0 == "\n" || $0 == "," })
    }

    private func condition(_ condition: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
        let text = try Snippet.swift("Pages.swift", of: sections(when: condition), location)
        let line = try #require(text.split(separator: "\n").first { $0.contains(" if ") }, sourceLocation: location)
        return String(line.trimmingPrefix { $0 == " " }.dropFirst(3).dropLast(2))
    }

    private func problems(_ template: String) -> [String] {
        Snippet.problems(in: sections(title: template)).filter { $0.contains("[template.") }
    }

    private func problems(condition: String) -> [String] {
        Snippet.problems(in: sections(when: condition)).filter { $0.contains("[template.") }
    }

    @Test(
        "values become what a person would write",
        arguments: [
            ("Order {{ order.code }}", #""Order \(order.code)""#),
            ("{{ order.code }}", "order.code"),
            ("{{ order.name | default: '–' }}", #"order.name ?? "–""#),
            ("{{ order.name | default: order.code }}!", #""\(order.name ?? order.code)!""#),
            ("{{ order.code | upcase }}", "order.code.uppercased()"),
            ("{{ order.name | downcase }}", "order.name?.lowercased()"),
            ("{{ order.state | default: '-' }}", #"order.state?.label ?? "-""#),
            ("{{ order.count }} of {{ orders.size }}", #""\(order.count) of \(orders.count)""#),
            ("{{ order.count | plus: 1 }}.", #""\(order.count + 1).""#),
            ("{% if order.paid %}paid{% else %}open{% endif %}", #"order.paid ? "paid" : "open""#),
            ("A {% if order.name %}{{ order.name }}{% endif %}", #""A \(order.name != nil ? order.name ?? "" : "")""#),
            ("{% for o in orders %}{{ o.code }} {% endfor %}", #"orders.map { o in "\(o.code) " }.joined()"#),
            (
                "{{ order.seen | date: '%d %b' }}",
                #"order.seen.text(format: "%d %b", in: request.installation.workplace.timeZone)"#
            ),
            ("a {%- if order.paid -%} b {%- endif %}", #""a\(order.paid ? "b" : "")""#),
        ])
    func lowering(template: String, swift: String) throws {
        #expect(try title(template) == swift)
    }

    @Test(
        "conditions become conditions",
        arguments: [
            (#"order.state == "NEW""#, "order.state == .new"),
            (#"order.state != 'DONE' and order.count > 3"#, "order.state != .done && order.count > 3"),
            ("order.paid", "order.paid"),
            ("order.done", "order.done == true"),
            ("order.name", "order.name != nil"),
            ("order.name == blank", #"(order.name ?? "").allSatisfy(\.isWhitespace)"#),
            ("order.tags != blank", "!(order.tags ?? []).isEmpty"),
            ("order.name == nil or order.paid", "order.name == nil || order.paid"),
            (#"order.tags contains "x""#, #"order.tags?.contains("x") == true"#),
            (#"query.tab == "all""#, #"request.query["tab"] == "all""#),
        ])
    func conditions(condition: String, swift: String) throws {
        #expect(try self.condition(condition) == swift)
    }

    @Test("an unknown path is reported at the segment that is unknown")
    func unknownPath() {
        let column = 19
        #expect(
            problems("A {{ order.cod }}") == [
                "21:\(column + 11): model `order` has no field `cod`; did you mean `code`? [template.path.unknown]"
            ])
        #expect(
            problems("{{ ordr.code }}") == [
                "21:\(column + 3): `ordr` is not known here; did you mean `order`? [template.path.unknown]"
            ])
    }

    @Test(
        "what does not fit is reported where it stands",
        arguments: [
            ("{{ order }}", "21:19: a whole `order` cannot be written as text [template.type]"),
            ("{{ orders.code }}", "21:29: a path cannot go through a list: `code` is of its elements [template.type]"),
            ("{{ order.token }}", "21:28: `token` is encrypted and cannot be used in templates [template.type]"),
            ("{{ order.code | upcas }}", "21:35: there is no filter `upcas`; did you mean `upcase`? [template.filter]"),
            ("{{ order.count | upcase }}", "21:36: `upcase` does not fit a whole number [template.filter]"),
            ("{{ order.code", "21:19: this `{{` is not closed [template.syntax]"),
            ("{% if order.paid %}x", "21:19: this `if` has no `{% endif %}` [template.syntax]"),
            ("{{ order.code order.name }}", "21:33: this is not expected here [template.syntax]"),
            (
                "A {{ order.name }}",
                "21:24: `order.name` may be missing, and the text around it stays [template.optional]"
            ),
        ])
    func invalid(template: String, problem: String) {
        #expect(problems(template) == [problem])
    }

    @Test(
        "wrong conditions are reported where they stand",
        arguments: [
            (
                #"order.state == "NEWW""#,
                "22:32: `NEWW` is not an option of `state`; did you mean `NEW`? [template.option.unknown]"
            ),
            ("order.count == \"x\"", "22:32: a whole number cannot be compared with a text [template.type]"),
            ("order.code", "22:17: a text that is always there is always true [template.constant]"),
            ("not order.paid", "22:17: there is no `not`; compare with `!= true` [template.syntax]"),
            ("(order.paid)", "22:17: a path or a value is expected here [template.syntax]"),
        ])
    func invalidCondition(condition: String, problem: String) {
        #expect(problems(condition: condition) == [problem])
    }

    @Test("an enclosing if shows that an optional value is there")
    func proof() {
        #expect(problems("{% if order.name != blank %}Hello {{ order.name }}{% endif %}").isEmpty)
        #expect(problems("{% if order.paid %}Hello {{ order.name }}{% endif %}").count == 1)
    }

    @Test("the title of a model is checked too")
    func modelTitle() {
        let problems = Snippet.problems(in: "models: { order: { title: '{{ nam }}', fields: { name: STRING } } }")
        #expect(problems == ["1:31: `nam` is not known here; did you mean `name`? [template.path.unknown]"])
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var result = self
        while let last = result.last, predicate(last) { result.removeLast() }
        return result
    }
}
