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
        outgoingDomains: [
            "graph.facebook.com", "www.facebook.com", "*.fbcdn.net", "*.cdninstagram.com", "lookaside.fbsbx.com",
        ])

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
                "pages_show_list",
                "pages_manage_metadata",
                "pages_read_engagement",
                "instagram_basic",
                "instagram_manage_messages",
                "instagram_manage_comments",
            ],
            usesPKCE: false,
            parameters: [(name: "response_type", value: "code"), (name: "auth_type", value: "rerequest")],
            store: ConnectionDescriptor.Store(
                accessToken: "META_ACCESS_TOKEN", expiresAt: "META_ACCESS_TOKEN_EXPIRES_AT")),
        ConnectionDescriptor(
            handle: "meta_signup",
            label: "Meta",
            authorizeURL: "https://www.facebook.com/{GRAPH_API_VERSION}/dialog/oauth?config_id={META_SIGNUP_CONFIG_ID}",
            tokenURL: "https://graph.facebook.com/{GRAPH_API_VERSION}/oauth/access_token",
            clientID: "META_APP_ID",
            clientSecret: "META_APP_SECRET",
            scopes: [],
            usesPKCE: false,
            parameters: [
                (name: "response_type", value: "code"),
                (name: "override_default_response_type", value: "true"),
                (name: "extras", value: #"{"setup":{},"featureType":"","sessionInfoVersion":"3"}"#),
            ],
            store: ConnectionDescriptor.Store(
                accessToken: "META_ACCESS_TOKEN", expiresAt: "META_ACCESS_TOKEN_EXPIRES_AT")),
    ]

    static let models: [ModelDescriptor] = [
        MetaConnection.descriptor,
        WhatsAppPhoneNumber.descriptor,
        WhatsAppGroup.descriptor,
        WhatsAppGroupParticipant.descriptor,
        FacebookPage.descriptor,
        PageComment.descriptor,
        InstagramAccount.descriptor,
        MessageBatch.descriptor,
        MessageTemplate.descriptor,
    ]

    /// Each needs its handler in the file beside it.
    static let tools: [ToolEntry<Meta>] = [
        ToolEntry(SendWhatsApp.self),  // Sources/Meta/Tools/SendWhatsApp.swift
        ToolEntry(SendWhatsAppBatch.self),  // Sources/Meta/Tools/SendWhatsAppBatch.swift
        ToolEntry(GetWhatsAppBatchStatus.self),  // Sources/Meta/Tools/GetWhatsAppBatchStatus.swift
        ToolEntry(StartWhatsAppBatch.self),  // Sources/Meta/Tools/StartWhatsAppBatch.swift
        ToolEntry(FetchMessageBatch.self),  // Sources/Meta/Tools/FetchMessageBatch.swift
        ToolEntry(ListBatchMessages.self),  // Sources/Meta/Tools/ListBatchMessages.swift
        ToolEntry(FetchRegisteredWABusinessNumbers.self),  // Sources/Meta/Tools/FetchRegisteredWABusinessNumbers.swift
        ToolEntry(AddWhatsAppNumber.self),  // Sources/Meta/Tools/AddWhatsAppNumber.swift
        ToolEntry(SendMessenger.self),  // Sources/Meta/Tools/SendMessenger.swift
        ToolEntry(SendInstagram.self),  // Sources/Meta/Tools/SendInstagram.swift
        ToolEntry(ShowPresence.self),  // Sources/Meta/Tools/ShowPresence.swift
        ToolEntry(ReactToMessage.self),  // Sources/Meta/Tools/ReactToMessage.swift
        ToolEntry(ListWhatsAppTemplateOffers.self),  // Sources/Meta/Tools/ListWhatsAppTemplateOffers.swift
        ToolEntry(UploadAttachment.self),  // Sources/Meta/Tools/UploadAttachment.swift
        ToolEntry(UploadWhatsAppMedia.self),  // Sources/Meta/Tools/UploadWhatsAppMedia.swift
        ToolEntry(FetchConnection.self),  // Sources/Meta/Tools/FetchConnection.swift
        ToolEntry(FetchWhatsAppAccounts.self),  // Sources/Meta/Tools/FetchWhatsAppAccounts.swift
        ToolEntry(ChooseWhatsAppAccount.self),  // Sources/Meta/Tools/ChooseWhatsAppAccount.swift
        ToolEntry(RefreshWhatsAppNumbers.self),  // Sources/Meta/Tools/RefreshWhatsAppNumbers.swift
        ToolEntry(RemoveWhatsAppNumber.self),  // Sources/Meta/Tools/RemoveWhatsAppNumber.swift
        ToolEntry(RequestNumberCode.self),  // Sources/Meta/Tools/RequestNumberCode.swift
        ToolEntry(VerifyNumberCode.self),  // Sources/Meta/Tools/VerifyNumberCode.swift
        ToolEntry(RegisterNumber.self),  // Sources/Meta/Tools/RegisterNumber.swift
        ToolEntry(FetchWhatsAppProfile.self),  // Sources/Meta/Tools/FetchWhatsAppProfile.swift
        ToolEntry(UpdateWhatsAppProfile.self),  // Sources/Meta/Tools/UpdateWhatsAppProfile.swift
        ToolEntry(BlockWhatsAppPerson.self),  // Sources/Meta/Tools/BlockWhatsAppPerson.swift
        ToolEntry(UnblockWhatsAppPerson.self),  // Sources/Meta/Tools/UnblockWhatsAppPerson.swift
        ToolEntry(ListBlockedWhatsAppPeople.self),  // Sources/Meta/Tools/ListBlockedWhatsAppPeople.swift
        ToolEntry(ListWhatsAppGroups.self),  // Sources/Meta/Tools/ListWhatsAppGroups.swift
        ToolEntry(CreateWhatsAppGroup.self),  // Sources/Meta/Tools/CreateWhatsAppGroup.swift
        ToolEntry(RefreshWhatsAppGroups.self),  // Sources/Meta/Tools/RefreshWhatsAppGroups.swift
        ToolEntry(RefreshWhatsAppGroup.self),  // Sources/Meta/Tools/RefreshWhatsAppGroup.swift
        ToolEntry(ChangeWhatsAppGroup.self),  // Sources/Meta/Tools/ChangeWhatsAppGroup.swift
        ToolEntry(DeleteWhatsAppGroup.self),  // Sources/Meta/Tools/DeleteWhatsAppGroup.swift
        ToolEntry(ForgetWhatsAppGroup.self),  // Sources/Meta/Tools/ForgetWhatsAppGroup.swift
        ToolEntry(FetchGroupInviteLink.self),  // Sources/Meta/Tools/FetchGroupInviteLink.swift
        ToolEntry(ResetGroupInviteLink.self),  // Sources/Meta/Tools/ResetGroupInviteLink.swift
        ToolEntry(ListGroupParticipants.self),  // Sources/Meta/Tools/ListGroupParticipants.swift
        ToolEntry(RemoveGroupParticipants.self),  // Sources/Meta/Tools/RemoveGroupParticipants.swift
        ToolEntry(ListGroupJoinRequests.self),  // Sources/Meta/Tools/ListGroupJoinRequests.swift
        ToolEntry(ApproveGroupJoinRequests.self),  // Sources/Meta/Tools/ApproveGroupJoinRequests.swift
        ToolEntry(RejectGroupJoinRequests.self),  // Sources/Meta/Tools/RejectGroupJoinRequests.swift
        ToolEntry(FetchPages.self),  // Sources/Meta/Tools/FetchPages.swift
        ToolEntry(AddFacebookPage.self),  // Sources/Meta/Tools/AddFacebookPage.swift
        ToolEntry(RemoveFacebookPage.self),  // Sources/Meta/Tools/RemoveFacebookPage.swift
        ToolEntry(FetchInstagramAccounts.self),  // Sources/Meta/Tools/FetchInstagramAccounts.swift
        ToolEntry(AddInstagramAccount.self),  // Sources/Meta/Tools/AddInstagramAccount.swift
        ToolEntry(RemoveInstagramAccount.self),  // Sources/Meta/Tools/RemoveInstagramAccount.swift
        ToolEntry(ListMessageTemplates.self),  // Sources/Meta/Tools/ListMessageTemplates.swift
        ToolEntry(CreateMessageTemplate.self),  // Sources/Meta/Tools/CreateMessageTemplate.swift
        ToolEntry(DeleteMessageTemplate.self),  // Sources/Meta/Tools/DeleteMessageTemplate.swift
        ToolEntry(PreviewMessageTemplate.self),  // Sources/Meta/Tools/PreviewMessageTemplate.swift
    ]

    /// Each needs its handler in the file beside it.
    static let webhooks: [WebhookEntry<Meta>] = [
        WebhookEntry(ReceiveWhatsApp.self),  // Sources/Meta/Webhooks/ReceiveWhatsApp.swift
        WebhookEntry(ReceiveMessenger.self),  // Sources/Meta/Webhooks/ReceiveMessenger.swift
        WebhookEntry(ReceiveInstagram.self),  // Sources/Meta/Webhooks/ReceiveInstagram.swift
        WebhookEntry(.deauthorize, of: Deauthorize.self),  // Sources/Meta/Webhooks/Deauthorize.swift
        WebhookEntry(.dataDeletion, of: DeleteData.self),  // Sources/Meta/Webhooks/DeleteData.swift
    ]

    static let channels: [ChannelDescriptor] = [
        Channels.whatsAppDescriptor,
        Channels.messengerDescriptor,
        Channels.instagramDescriptor,
        Channels.whatsAppAccountDescriptor,
    ]

    /// Each needs a handler in `Sources/Meta/Hooks`.
    static var hooks: Hooks<Meta> {
        var hooks = Hooks<Meta>()
        hooks.register(oauthCallback: OAuthCallbackHook.self, timeout: .seconds(60))
        hooks.register(provision: ProvisionHook.self, timeout: .seconds(300))
        hooks.register(uninstall: UninstallHook.self, timeout: .seconds(30))
        hooks.register(connectionCheck: ConnectionCheckHook.self, timeout: .seconds(20))
        hooks.register(media: MediaHook.self, timeout: .seconds(15))
        return hooks
    }

    static let pages: [PageEntry<Meta>] = [
        PageEntry(Pages.AccountPage.self),
        PageEntry(Pages.WhatsAppAccountsPage.self),
        PageEntry(Pages.WhatsAppNumbersPage.self),
        PageEntry(Pages.WhatsAppNumberPage.self),
        PageEntry(Pages.WhatsAppProfilePage.self),
        PageEntry(Pages.BlockedPeoplePage.self),
        PageEntry(Pages.WhatsAppGroupsPage.self),
        PageEntry(Pages.WhatsAppGroupPage.self),
        PageEntry(Pages.FacebookPagesPage.self),
        PageEntry(Pages.InstagramAccountsPage.self),
        PageEntry(Pages.MessageTemplatesPage.self),
        PageEntry(Pages.MessageBatchesPage.self),
        PageEntry(Pages.MessageBatchPage.self),
        PageEntry(Pages.MessageTemplatePage.self),
    ]

    static let navigation: [NavigationSection] = [
        NavigationSection(
            title: "Meta",
            items: [
                NavigationSection.Item(label: "Account", icon: "settings", link: Routes.account(), page: "account"),
                NavigationSection.Item(
                    label: "WhatsApp Numbers", icon: "phone", link: Routes.whatsAppNumbers(), page: "whatsapp_numbers"),
                NavigationSection.Item(
                    label: "WhatsApp Groups", icon: "users", link: Routes.whatsAppGroups(), page: "whatsapp_groups"),
                NavigationSection.Item(
                    label: "Facebook Pages",
                    icon: "message-circle",
                    link: Routes.facebookPages(),
                    page: "facebook_pages"),
                NavigationSection.Item(
                    label: "Instagram Accounts",
                    icon: "image",
                    link: Routes.instagramAccounts(),
                    page: "instagram_accounts"),
                NavigationSection.Item(
                    label: "Templates", icon: "file", link: Routes.messageTemplates(), page: "message_templates"),
                NavigationSection.Item(
                    label: "Send to many", icon: "send", link: Routes.messageBatches(), page: "message_batches"),
            ]),
    ]
}
