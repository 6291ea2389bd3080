import IntegrationKit
import Testing

@testable import IntegrationServer

@Suite("Markdown")
struct MarkdownTests {
    @Test(
        "is drawn as CommonMark says",
        arguments: [
            ("# A *b*\n\ntext\nmore", "<h3>A <em>b</em></h3><p>text\nmore</p>"),
            ("a **b** __c__ _d_ *e f*", "<p>a <strong>b</strong> <strong>c</strong> <em>d</em> <em>e f</em></p>"),
            ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
            ("snake_case_name 2 * 3 * 4", "<p>snake_case_name 2 * 3 * 4</p>"),
            ("`a <b> *c*` ``d ` e``", "<p><code>a &lt;b&gt; *c*</code> <code>d ` e</code></p>"),
            ("- a\n- b\n  more\n- c", "<ul><li>a</li><li>b\nmore</li><li>c</li></ul>"),
            ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
            ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
            ("- a\n  - b\n\ntext", "<ul><li>a<ul><li>b</li></ul></li></ul><p>text</p>"),
            ("> a\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
            ("```swift\nlet a = 1 < 2\n```\nb", "<pre><code>let a = 1 &lt; 2\n</code></pre><p>b</p>"),
            ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"), ("a  \nb\\\nc", "<p>a<br>b<br>c</p>"),
            ("\\*a\\* 1\\. \\\\", "<p>*a* 1. \\</p>"), ("*a", "<p>*a</p>"), ("**", "<p>**</p>"), ("", ""),
            (
                "[a *b*](https://x.example/?a=1&b=2)",
                "<p><a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener noreferrer\" target=\"_blank\">a <em>b</em></a></p>"
            ),
            ("[here](/app/x)", "<p><a href=\"/app/x\">here</a></p>"),
            (
                "<https://x.example> ![pic](https://x.example/p.png)",
                "<p><a href=\"https://x.example\" rel=\"noopener noreferrer\" target=\"_blank\">https://x.example</a> "
                    + "<a href=\"https://x.example/p.png\" rel=\"noopener noreferrer\" target=\"_blank\">pic</a></p>"
            ),
        ])
    func rendering(_ text: String, _ html: String) {
        #expect(Markdown.html(text).html == html)
    }

    @Test(
        "never is anything but the text's own words",
        arguments: [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "<javascript:alert(1)>",
            "[x](data:text/html,<script>)", "[x](//evil.example)", "![x](\"onload=alert(1))", "[x](https://a\"onclick=b)",
            "[<b>](https://x.example)", "`<b>`", "```\n<b>\n```", "# <b>", "> <b>", "1. <b>", "**<b>**", "&lt;b&gt; &#60;b&#62;",
            "[x](java\nscript:alert(1))", "<https://x.example/\"><b>",
        ])
    func hostile(_ text: String) throws {
        let html = Markdown.html(text).html
        let known = #/<\/?(p|strong|em|code|pre|blockquote|ul|ol|li|hr|br|h[3-6])( start="\d+")?>|<a href="(https?://|mailto:|tel:|/)[^"<>]*"( rel="noopener noreferrer" target="_blank")?>|<\/a>/#
        let rest = html.replacing(known, with: "")
        #expect(!rest.contains("<") && !rest.contains(">") && !rest.contains("\""), "\(html)")
    }

    @Test("costs what its length is, however it is nested", .timeLimit(.minutes(10)))
    func bounded() {
        for unit in ["*", "**", "_a", "[", "![", "`", "> ", "- ", "<", "[a](", "***a", "``a`", "1. "] {
            let html = Markdown.html(String(repeating: unit, count: 20_000)).html
            #expect(html.utf8.count < 2_000_000)
        }
        #expect(Markdown.html(String(repeating: "> - ", count: 1_000) + "x").html.contains("x"))
    }

    @Test("stands in a panel with its title")
    func block() {
        let html = Sample.page([.markdown(MarkdownBlock(title: "Rules & <more>", text: "Be **kind**."))])
        #expect(html.contains("<h2>Rules &amp; &lt;more&gt;</h2>"))
        #expect(html.contains("<p>Be <strong>kind</strong>.</p>"))
    }
}
