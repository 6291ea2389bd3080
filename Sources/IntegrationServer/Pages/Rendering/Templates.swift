import Mustache

/// The templates of the pages, parsed once. They are the `.mustache` files of `Resources`, by name.
///
/// In templates every name begins with a dot (`{{.label}}`): without it a missing value would be looked for in the
/// surrounding objects, and a list's entry without a description would show its list's.
enum Templates {
    static let library: MustacheLibrary = {
        MustacheContentTypes.register(ScalarHTMLEscaping(), named: ScalarHTMLEscaping.name)
        var library = MustacheLibrary()
        for (name, bytes) in sources {
            do {
                let text = String(decoding: bytes, as: UTF8.self)
                try library.register("{{% CONTENT_TYPE: \(ScalarHTMLEscaping.name)}}\n" + text, named: name)
            } catch {
                // The templates are part of the program, and a test parses them all.
                assertionFailure("template \(name): \(error)")
            }
        }
        return library
    }()

    static let sources: [(name: String, text: [UInt8])] = [
        ("action", PackageResources.action_mustache),
        ("alert", PackageResources.alert_mustache),
        ("audit", PackageResources.audit_mustache),
        ("card", PackageResources.card_mustache),
        ("composer", PackageResources.composer_mustache),
        ("composer-template", PackageResources.composer_template_mustache),
        ("confirm", PackageResources.confirm_mustache),
        ("conversation", PackageResources.conversation_mustache),
        ("conversations", PackageResources.conversations_mustache),
        ("field", PackageResources.field_mustache),
        ("figures", PackageResources.figures_mustache),
        ("form", PackageResources.form_mustache),
        ("letter", PackageResources.letter_mustache),
        ("list", PackageResources.list_mustache),
        ("markdown", PackageResources.markdown_mustache),
        ("message-part", PackageResources.message_part_mustache),
        ("messages", PackageResources.messages_mustache),
        ("navigation", PackageResources.navigation_mustache),
        ("operator-login", PackageResources.operator_login_mustache),
        ("overview", PackageResources.overview_mustache),
        ("page", PackageResources.page_mustache),
        ("plain", PackageResources.plain_mustache),
        ("record", PackageResources.record_mustache),
        ("review", PackageResources.review_mustache),
        ("settle", PackageResources.settle_mustache),
        ("shell", PackageResources.shell_mustache),
        ("table", PackageResources.table_mustache),
        ("threads", PackageResources.threads_mustache),
        ("value", PackageResources.value_mustache),
    ]

    /// Whether the template is well-formed.
    static func isParsed(_ name: String) -> Bool { library.getTemplate(named: name) != nil }

    /// - Returns: HTML.
    static func render(_ name: String, _ view: some Sendable) -> Markup {
        Markup(html: library.render(view, withTemplate: name) ?? "")
    }
}
