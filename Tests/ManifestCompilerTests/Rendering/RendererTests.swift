import Testing

@testable import ManifestCompiler

@Suite("Rendering Swift")
struct RendererTests {
    private let renderer = SwiftRenderer()

    @Test("a call is on one line, else its arguments are, else each has its own")
    func calls() {
        func call(_ count: Int) -> SwiftExpression {
            .call(
                "function", (0..<count).map { SwiftArgument("argument\($0)", .code(String(repeating: "x", count: 10))) }
            )
        }
        #expect(renderer.render(call(2)) == "function(argument0: xxxxxxxxxx, argument1: xxxxxxxxxx)")
        #expect(renderer.render(call(5)).split(separator: "\n").count == 2)
        #expect(renderer.render(call(6)).split(separator: "\n").count == 7)
    }

    @Test("a broken list has a comma behind its last element")
    func lists() {
        let long = SwiftExpression.array((0..<8).map { .string("a long element \($0)") })
        #expect(renderer.render(SwiftExpression.array([.code("a"), .code("b")])) == "[a, b]")
        #expect(renderer.render(long).hasSuffix("\"a long element 7\",\n]"))
        #expect(renderer.render(SwiftExpression.array([.remarked(.code("a"), "why")])) == "[\n    a,  // why\n]")
    }

    @Test("operators keep their meaning")
    func precedence() {
        let sum = SwiftExpression.infix(.code("a"), "??", .code("b"))
        #expect(renderer.render(SwiftExpression.infix(sum, "==", .code("c"))) == "a ?? b == c")
        #expect(
            renderer.render(SwiftExpression.infix(.infix(.code("a"), "==", .code("c")), "??", .code("b")))
                == "(a == c) ?? b")
        #expect(renderer.render(sum.calling("count")) == "(a ?? b).count()")
        #expect(renderer.render(SwiftExpression.prefix("!", sum)) == "!(a ?? b)")
    }

    @Test(
        "text is written so that it reads back as itself",
        arguments: [
            ("plain", #""plain""#), ("a \"quote\"", ##"#"a "quote""#"##), (#"a \d"#, ##"#"a \d"#"##),
            ("two\nlines", #""two\nlines""#),
            ("\u{202E}right", #""\u{202e}right""#), ("\"# \\", ##""\"# \\""##), ("tab\tand\0", #""tab\tand\0""#),
        ])
    func literals(text: String, literal: String) {
        #expect(SwiftLiteral.literal(text) == literal)
    }

    @Test("a long text goes over several lines and stays the same")
    func longText() {
        let text = (0..<40).map { "word\($0)" }.joined(separator: " ")
        let rendered = renderer.render(SwiftExpression.string(text))
        let lines = rendered.split(separator: "\n").dropFirst().dropLast().map { line in
            String(line.drop { $0 == " " })
        }
        #expect(lines.map { $0.hasSuffix("\\") ? String($0.dropLast()) : $0 }.joined() == text)
        #expect(lines.count > 2)
    }

    @Test("a raw text is fenced so that nothing in it ends it")
    func rawText() {
        let rendered = renderer.render(SwiftExpression.rawText(["a\\#b"]))
        #expect(rendered.contains("##\"\"\""))
    }

    @Test("a document keeps its lines as they are, fenced so that nothing in it ends it")
    func document() {
        let property = SwiftProperty(name: "text", type: "String?", value: .document("{\n  \"a\": \"\\#b\"\n}\n"))
        let type = SwiftTypeDeclaration(keyword: .enum, name: "Sample", members: [.property(property)])
        #expect(
            renderer.render(.type(type)) == """
                enum Sample {
                    let text: String? = ##\"""
                {
                  "a": "\\#b"
                }
                \"""##
                }

                """)
    }

    @Test("keywords get backticks where they are declared")
    func keywords() {
        let property = SwiftProperty(isVariable: true, name: "default", type: "Int")
        #expect(renderer.render(.property(property)) == "var `default`: Int\n")
    }
}
