// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

/// WhatsApp, Messenger and Instagram for Skedyul through the Meta Graph API.
///
/// What the integration makes at start is the author's: `extension Meta { typealias Services = … }`.
enum Meta: Integration {
    static let descriptor = IntegrationDescriptor(
        handle: "meta",
        name: "Meta",
        version: "1.0.0",
        description: "WhatsApp, Messenger and Instagram for Skedyul through the Meta Graph API.",
        outgoingDomains: ["graph.facebook.com", "www.facebook.com", "*.fbcdn.net", "lookaside.fbsbx.com"])

    static let connections: [ConnectionDescriptor] = [
        ConnectionDescriptor(
            handle: "meta",
            label: "Meta",
            authorizeURL: "https://www.facebook.com/{GRAPH_API_VERSION}/dialog/oauth",
            tokenURL: "https://graph.facebook.com/{GRAPH_API_VERSION}/oauth/access_token",
            clientID: "META_APP_ID",
            clientSecret: "META_APP_SECRET",
            scopes: [
                "whatsapp_business_messaging",
                "whatsapp_business_management",
                "business_management",
                "pages_messaging",
                "instagram_basic",
                "instagram_manage_messages",
            ],
            usesPKCE: false,
            parameters: [(name: "response_type", value: "code")],
            store: ConnectionDescriptor.Store(
                accessToken: "META_ACCESS_TOKEN", expiresAt: "META_ACCESS_TOKEN_EXPIRES_AT")),
    ]

    static let models: [ModelDescriptor] = [
        MetaConnection.descriptor, WhatsAppPhoneNumber.descriptor, FacebookPage.descriptor, InstagramAccount.descriptor,
    ]

    /// Each needs its handler in the file beside it.
    static let tools: [ToolEntry<Meta>] = [
        ToolEntry(SendWhatsApp.self),  // Sources/Meta/Tools/SendWhatsApp.swift
        ToolEntry(FetchRegisteredWABusinessNumbers.self),  // Sources/Meta/Tools/FetchRegisteredWABusinessNumbers.swift
        ToolEntry(AddWhatsAppNumber.self),  // Sources/Meta/Tools/AddWhatsAppNumber.swift
    ]

    /// Each needs its handler in the file beside it.
    static let webhooks: [WebhookEntry<Meta>] = [
        WebhookEntry(ReceiveWhatsApp.self),  // Sources/Meta/Webhooks/ReceiveWhatsApp.swift
    ]

    static let channels: [ChannelDescriptor] = [Channels.whatsAppDescriptor]

    /// Each needs a handler in `Sources/Meta/Hooks`.
    static var hooks: Hooks<Meta> {
        var hooks = Hooks<Meta>()
        hooks.register(oauthCallback: OAuthCallbackHook.self, timeout: .seconds(60))
        hooks.register(provision: ProvisionHook.self, timeout: .seconds(300))
        return hooks
    }

    static let pages: [PageEntry<Meta>] = [
        PageEntry(Pages.AccountPage.self),
        PageEntry(Pages.WhatsAppNumbersPage.self),
        PageEntry(Pages.WhatsAppNumberPage.self),
    ]

    static let navigation: [NavigationSection] = [
        NavigationSection(
            title: "Meta",
            items: [
                NavigationSection.Item(label: "Account", icon: "settings", link: Routes.account(), page: "account"),
                NavigationSection.Item(
                    label: "WhatsApp Numbers", icon: "phone", link: Routes.whatsAppNumbers(), page: "whatsapp_numbers"),
            ]),
    ]
}
