import IntegrationKit
import Testing

@testable import IntegrationServer

/// Everything that people and providers write is hostile until it is escaped.
@Suite("Escaping")
struct EscapingTests {
    /// Ends an attribute, begins an element, and hides a quote and a bracket behind combining marks, which make them
    /// other characters for a reader of characters but not for a browser.
    static let hostile =
        "\"><img src=x onerror=alert(1)>'\"\u{301}\u{20}onload=alert(2) <\u{338}script>&amp;</textarea></title>"

    private func expectHarmless(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!html.contains("<img"), sourceLocation: sourceLocation)
        #expect(!html.contains("</textarea></title>"), sourceLocation: sourceLocation)
        // Scalars, since a quote with an accent is not a quote for String.
        let scalars = Array(html.unicodeScalars)
        for index in scalars.indices.dropLast() where scalars[index + 1] == "\u{301}" || scalars[index + 1] == "\u{338}"
        {
            #expect(
                scalars[index] == ";", "an unescaped \(scalars[index]) before a combining mark",
                sourceLocation: sourceLocation)
        }
    }

    @Test("hostile texts are harmless wherever a page shows them")
    func page() {
        let evil = Self.hostile
        let field = FormField(
            name: evil, label: evil, help: evil, placeholder: evil, isRequired: true,
            component: .select([.init(value: evil, label: evil)]), initial: [evil],
            problem: ToolFailure(.rejected, evil, advice: evil, providerReference: evil))
        let area = FormField(name: "b", label: evil, isRequired: false, component: .textarea, initial: [evil])
        let line = FormField(name: "c", label: evil, isRequired: false, component: .input(.text), initial: [evil])
        let many = FormField(
            name: evil, label: evil, isRequired: false, component: .multiselect([.init(value: evil, label: evil)]))
        let action = PageAction(
            label: evil, icon: evil, effect: .tool(evil, arguments: [:], then: .refresh),
            confirmation: .init(title: evil, description: evil))
        let values: [DisplayValue] = [
            .text(evil), .badge(evil, color: .red), .chips([evil]), .code(evil),
            .link(url: "https://x/" + evil, label: evil), .image(url: evil),
        ]
        let blocks: [PageBlock] = [
            .card(
                CardBlock(
                    title: evil, description: evil,
                    fields: values.map { DisplayField(label: evil, value: $0, empty: evil) },
                    actions: [action, PageAction(label: evil, effect: .url("https://x/" + evil))])),
            .form(
                FormBlock(
                    id: evil, title: evil, description: evil, isModal: true, tool: evil, submitLabel: evil,
                    fields: [field, area, line, many])),
            .record(
                RecordBlock(
                    title: evil, description: evil, model: evil, id: evil,
                    fields: [
                        .init(display: DisplayField(label: evil, value: .text(evil)), input: line),
                        .init(display: DisplayField(label: evil, value: .text(evil))),
                    ], refreshedAt: Sample.now, actions: [action])),
            .list(
                ListBlock(
                    title: evil, description: evil,
                    items: [
                        .init(
                            label: evil, description: evil, badge: .badge(evil, color: nil),
                            link: PageLink(segments: [evil]), actions: [action])
                    ])),
            .table(
                TableBlock(
                    title: evil, description: evil,
                    rows: [
                        .init(
                            cells: values.map { DisplayField(label: evil, value: $0, empty: evil) },
                            link: PageLink(segments: [evil]), actions: [action])
                    ], empty: evil)),
            .markdown(MarkdownBlock(title: evil, text: evil)),
            .list(ListBlock(items: [], empty: evil, problem: ToolFailure(.rejected, evil))),
            .alert(AlertBlock(title: evil, description: evil, icon: evil)),
        ]
        let frame = Sample.frame(
            workplace: Workplace(handle: evil, name: evil, timeZone: evil),
            navigation: [
                NavigationSection(
                    title: evil, items: [.init(label: evil, icon: evil, link: PageLink(segments: [evil]), page: evil)])
            ],
            notice: Notice(.error, evil, evil))
        for state in [
            PageState.plain,
            .form(
                id: evil,
                FormInput(
                    values: ["c": [evil]], errors: [evil: evil, "c": evil], failure: ToolFailure(.rejected, evil))),
        ] {
            expectHarmless(
                renderPage(
                    PageContent(title: evil, blocks: blocks), handle: evil, frame: frame,
                    address: PageAddress(path: "/app", query: [(evil, evil)]), state: state))
        }
    }

    @Test("hostile texts are harmless in conversations and on plain pages")
    func others() {
        let evil = Self.hostile
        let conversation = Conversation(
            id: ConversationID(evil),
            channel: ChannelRecord(id: ChannelID(evil), handle: evil, identifier: evil, name: evil),
            address: evil, contactName: evil, lastMessageAt: Sample.now, lastInboundAt: nil, unreadCount: 1,
            preview: evil)
        let messages = [
            Sample.message(evil, .outbound, evil, status: .failed, failure: evil),
            Sample.message("2", .inbound, evil, kind: evil),
        ]
        let page = ConversationPage(
            conversation: conversation,
            messaging: .init(sendTool: "send", receiveWebhook: nil, replyInput: "reply_to", reactTool: "react"),
            messages: messages, hasOlder: true, reply: messages.first,
            input: FormInput(values: ["text": [evil]], failure: ToolFailure(.rejected, evil, advice: evil)))
        expectHarmless(renderConversation(page, frame: Sample.frame()))
        expectHarmless(renderConversations(
                ConversationsPage(conversations: [conversation], next: ConversationID(evil)), frame: Sample.frame()))
        expectHarmless(
            renderNewConversation(
                newMessageForm(channels: [conversation.channel]), frame: Sample.frame(), address: Sample.address(),
                input: nil))
        expectHarmless(renderErrorPage(status: 404, title: evil, message: evil, reference: evil))
        expectHarmless(renderSignInPage(workplace: evil, product: evil, action: evil, fields: [(evil, evil)]))
        expectHarmless(renderSignInProblem(.needed, command: evil, isOwnMachine: true))
        expectHarmless(renderLeavePage(to: evil, host: evil))
    }

    @Test("an escaped text says the same to a browser")
    func meaning() {
        #expect(
            ScalarHTMLEscaping.escape("a < b & \"c\" > 'd' é 👩🏽‍⚕️") == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39; é 👩🏽‍⚕️")
        #expect(Array(ScalarHTMLEscaping.escape("\"\u{301}").unicodeScalars) == Array("&quot;\u{301}".unicodeScalars))
    }

    @Test(
        "only addresses that a browser opens safely become links",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
            "data:text/html,x",
            "//evil.example", "/\\evil.example", "vbscript:x", "",
        ])
    func links(url: String) {
        #expect(!SafeAddress.isOpenable(url))
        #expect(!Sample.card(.link(url: url, label: "Open")).contains("class=\"text-link\""))
    }

    @Test("every template parses and writes unescaped only what is made of markup")
    func templates() throws {
        let markup: Set<String> = [
            "content", "icon", "menuIcon", "leaveIcon", "backIcon", "closeIcon", "errorIcon", "lockIcon", "emptyIcon",
            "plusIcon", "sendIcon", "picture", "failureIcon", "removalIcon", "againIcon", "",
        ]
        for (name, bytes) in Templates.sources {
            #expect(Templates.isParsed(name), "\(name)")
            let text = String(decoding: bytes, as: UTF8.self)
            for match in text.matches(of: /\{\{\{\.?([A-Za-z]*)\}\}\}/) {
                #expect(markup.contains(String(match.1)), "\(name): \(match.0)")
            }
            #expect(!text.contains("{{&"), "\(name)")
            #expect(
                !text.contains(/\ style=| onclick=|<script>|<style/), "\(name) would break the content security policy")
        }
    }
}
