import Testing

@testable import ManifestCompiler

@Suite("The Liquid of workflow files")
struct LiquidTextTests {
    private func paths(_ text: String) -> [String] {
        LiquidText(text).paths.map { path in
            path.segments.map { $0.isIndex ? "[]" : $0.name }.joined(separator: ".")
        }
    }

    @Test("finds the paths that a text reads, and nothing else")
    func reads() {
        let output = "a {{ steps.get-it.outputs[0].id | default: inputs.b, key: 1 }} b"
        #expect(paths(output) == ["steps.get-it.outputs.[].id", "inputs.b"])
        #expect(paths("{{ inputs['a b'].c }}{{ inputs[variables.x] }}") == ["inputs.a b.c", "variables.x", "inputs.[]"])
        #expect(paths("{% if a.b != blank and 'x.y' contains 3.5 %}{% endif %}") == ["a.b"])
        #expect(paths("{%- for x in y.z reversed -%}{{- x.w -}}{%- endfor -%}") == ["y.z", "x.w"])
        let unread = "{% raw %}{{ n.o }}{% endraw %}{% comment %}{{ p.q }}{%- endcomment %}"
        #expect(paths("{% assign t = u.v | upcase %}" + unread) == ["u.v"])
        #expect(paths("{{ 'it}}s' | append: \"%}\" }}") == [])
    }

    @Test("knows which names a text makes itself")
    func locals() {
        let text = LiquidText(
            "{% assign steps = 1 %}{% for input in inputs.all %}{% endfor %}{% capture c %}{% endcapture %}")
        #expect(text.locals == ["steps", "input", "c"])
        #expect(text.problems.isEmpty)
    }

    @Test("whatever the bytes, it ends, and ranges lie in the text")
    func hostile() {
        var generator = SeededGenerator(seed: 20)
        let words = [
            "{{", "}}", "{%", "%}", "-", "if", "endif", "for", "raw", "endraw", "a", ".", "[", "]", "'", "\"", "|", ":",
            " ", "=", "é", "\n", "0",
        ]
        for _ in 0..<3_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<40, using: &generator) {
                text += words.randomElement(using: &generator) ?? ""
            }
            let liquid = LiquidText(text)
            let ranges = liquid.problems.map(\.range) + liquid.paths.flatMap(\.segments).map(\.range)
            #expect(ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= text.utf8.count })
        }
        let deep = "{{ " + String(repeating: "a[", count: 20_000) + " }}"
        #expect(!LiquidText(deep).paths.isEmpty)
    }
}
