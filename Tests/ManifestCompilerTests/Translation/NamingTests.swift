import Testing

@testable import ManifestCompiler

@Suite("Swift names")
struct NamingTests {
    private let casing = WordCasing(spelling: ["WhatsApp", "WABA", "OAuth", "ID", "URL"])

    @Test(
        "handles become names with the author's spelling",
        arguments: [
            ("whatsapp_phone_number", "WhatsAppPhoneNumber", "whatsAppPhoneNumber"),
            ("waba_id", "WABAID", "wabaID"),
            ("id", "ID", "id"),
            ("ids", "IDs", "ids"),
            ("account_ids", "AccountIDs", "accountIDs"),
            ("id_token", "IDToken", "idToken"),
            ("oauth_callback", "OAuthCallback", "oAuthCallback"),
            ("message.send", "MessageSend", "messageSend"),
            ("a__b", "AB", "aB"),
            ("send_2fa", "Send2fa", "send2fa"),
            ("urls_of_page", "URLsOfPage", "urlsOfPage"),
        ])
    func handles(handle: String, upper: String, lower: String) {
        #expect(casing.upperCamel(handle) == upper)
        #expect(casing.lowerCamel(handle) == lower)
    }

    @Test(
        "options become cases",
        arguments: [
            ("CONNECTED", "connected"), ("in progress", "inProgress"), ("inProgress", "inProgress"),
            ("IN_PROGRESS", "inProgress"), ("2fa", "_2fa"), ("WHATSAPP_ID", "whatsAppID"), ("+", ""),
            ("é-mail", "éMail"),
        ])
    func options(value: String, name: String) {
        #expect(casing.optionCase(value) == name)
    }

    @Test(
        "labels are made of handles",
        arguments: [
            ("phone_number_id", "Phone number ID"), ("whatsapp_number", "WhatsApp number"), ("name", "Name"),
        ])
    func labels(handle: String, label: String) {
        #expect(casing.label(handle) == label)
    }

    @Test(
        "plurals are the usual English ones",
        arguments: [
            ("Page", "Pages"), ("Category", "Categories"), ("Day", "Days"), ("Address", "Addresses"), ("Box", "Boxes"),
        ])
    func plurals(label: String, plural: String) {
        #expect(SwiftNames.plural(label) == plural)
    }

    @Test("two handles with one name in Swift are reported at the second")
    func clash() {
        let problems = Snippet.problems(
            in: """
                models:
                  order:
                    fields:
                      a_b: STRING
                      a__b: STRING
                """)
        #expect(problems == ["5:7: field `a__b` and field `a_b` are both called `aB` in Swift [name.clash]"])
    }

    @Test("a name that generated code needs is reported")
    func reserved() {
        let problems = Snippet.problems(
            in: """
                models:
                  page: { fields: { name: STRING } }
                """)
        #expect(
            problems == ["2:3: model `page` would be called `Page` in Swift, and that name is taken [name.reserved]"])
    }

    @Test("a page may have the handle of a model")
    func pageAndModel() throws {
        let text = try Snippet.swift(
            "Pages.swift",
            of: """
                models:
                  order: { fields: { code: STRING } }
                pages:
                  order:
                    path: /orders/[id]
                    context: { order: { model: order, mode: FIRST, where: { id: '{{ path.id }}' } } }
                    blocks:
                      - record: { of: order, fields: [code] }
                """)
        #expect(text.contains("enum OrderPage: Page {"))
        #expect(text.contains("private static func recordBlock(_ order: Order) -> RecordBlock {"))
    }

    @Test("an option without a letter wants a name for Swift")
    func emptyOption() {
        let problems = Snippet.problems(
            in: """
                models:
                  order: { fields: { sign: { type: STRING, options: ['+', '-'] } } }
                """)
        #expect(problems.count == 2)
        #expect(problems.allSatisfy { $0.hasSuffix("[name.empty]") })
    }

    @Test("options with one name in Swift are reported")
    func optionClash() {
        let problems = Snippet.problems(
            in: """
                models:
                  order: { fields: { state: { type: STRING, options: [in_use, IN USE] } } }
                """)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("option `IN USE` and option `in_use` are both called `inUse`") == true)
    }
}
