// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

extension Meta {
    /// The ways in which an installation talks to people.
    struct Channels: SessionView {
        /// Communication channel for WhatsApp messaging.
        ///
        /// Manifest: `channels.whatsapp`
        let whatsApp: SendingChannel<SendWhatsApp>

        /// Communication channel for Messenger.
        ///
        /// Manifest: `channels.messenger`
        let messenger: SendingChannel<SendMessenger>

        /// Communication channel for Instagram direct messages.
        ///
        /// Manifest: `channels.instagram`
        let instagram: SendingChannel<SendInstagram>

        /// What Meta tells about a WhatsApp account itself, its templates and limits, comes this way.
        ///
        /// Manifest: `channels.whatsapp_account`
        let whatsAppAccount: Channel

        init(session: any PlatformSession) {
            self.whatsApp = SendingChannel(Self.whatsAppDescriptor, sendingWith: SendWhatsApp.self, session: session)
            self.messenger = SendingChannel(Self.messengerDescriptor, sendingWith: SendMessenger.self, session: session)
            self.instagram = SendingChannel(Self.instagramDescriptor, sendingWith: SendInstagram.self, session: session)
            self.whatsAppAccount = Channel(Self.whatsAppAccountDescriptor, session: session)
        }

        static let whatsAppDescriptor = ChannelDescriptor(
            handle: "whatsapp",
            label: "WhatsApp",
            description: "Communication channel for WhatsApp messaging.",
            icon: "message-square",
            identifierField: "phone",
            identifierLabel: "Phone",
            identifierChecks: [.format(.phone)],
            messaging: .init(
                sendTool: "send_whatsapp",
                receiveWebhook: "receive_whatsapp",
                batch: .init(sendTool: "send_whatsapp_batch", statusTool: "get_whatsapp_batch_status", maximum: 1000),
                attachments: .init(
                    kinds: [
                        .init(
                            .image,
                            FileRule(accepted: ["image/jpeg", "image/png"], maximumSize: 5242880),
                            maximumText: 1024),
                        .init(.sticker, FileRule(accepted: ["image/webp"], maximumSize: 512000)),
                        .init(
                            .audio,
                            FileRule(
                                accepted: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
                                maximumSize: 16777216)),
                        .init(
                            .video,
                            FileRule(accepted: ["video/mp4", "video/3gpp"], maximumSize: 16777216),
                            maximumText: 1024),
                        .init(.document, FileRule(maximumSize: 104857600), maximumText: 1024),
                    ],
                    uploadTool: "upload_attachment"),
                replyInput: "reply_to",
                reactTool: "react_to_message",
                templates: .init(listTool: "list_whatsapp_template_offers", input: "template"),
                window: .init(length: .seconds(86400))))

        static let messengerDescriptor = ChannelDescriptor(
            handle: "messenger",
            label: "Messenger",
            description: "Communication channel for Messenger.",
            icon: "message-circle",
            identifierField: "page_id",
            identifierLabel: "Page",
            identifierChecks: [],
            messaging: .init(
                sendTool: "send_messenger",
                receiveWebhook: "receive_messenger",
                attachments: .init(
                    kinds: [
                        .init(.image, FileRule(accepted: ["image/*"], maximumSize: 8388608)),
                        .init(.audio, FileRule(accepted: ["audio/*"], maximumSize: 26214400)),
                        .init(.video, FileRule(accepted: ["video/*"], maximumSize: 26214400)),
                        .init(.document, FileRule(maximumSize: 26214400)),
                    ],
                    uploadTool: "upload_attachment"),
                replyInput: "reply_to",
                reactTool: "react_to_message",
                window: .init(
                    length: .seconds(86400),
                    late: .init(
                        length: .seconds(604800), arguments: ["reason": "HUMAN_AGENT"], label: "Answer as a person"))))

        static let instagramDescriptor = ChannelDescriptor(
            handle: "instagram",
            label: "Instagram",
            description: "Communication channel for Instagram direct messages.",
            icon: "message-circle",
            identifierField: "instagram_account_id",
            identifierLabel: "Account",
            identifierChecks: [],
            messaging: .init(
                sendTool: "send_instagram",
                receiveWebhook: "receive_instagram",
                attachments: .init(
                    kinds: [
                        .init(
                            .image, FileRule(accepted: ["image/png", "image/jpeg", "image/gif"], maximumSize: 8388608)),
                        .init(
                            .audio,
                            FileRule(
                                accepted: [
                                    "audio/aac", "audio/m4a", "audio/x-m4a", "audio/mp4", "audio/wav", "audio/x-wav",
                                ],
                                maximumSize: 26214400)),
                        .init(
                            .video,
                            FileRule(
                                accepted: [
                                    "video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm",
                                ],
                                maximumSize: 26214400)),
                        .init(.document, FileRule(accepted: ["application/pdf"], maximumSize: 26214400)),
                    ]),
                replyInput: "reply_to",
                reactTool: "react_to_message",
                window: .init(
                    length: .seconds(86400),
                    late: .init(
                        length: .seconds(604800), arguments: ["reason": "HUMAN_AGENT"], label: "Answer as a person"))))

        static let whatsAppAccountDescriptor = ChannelDescriptor(
            handle: "whatsapp_account",
            label: "WhatsApp account",
            description: "What Meta tells about a WhatsApp account itself, its templates and limits, comes this way.",
            icon: "briefcase",
            identifierField: "waba_id",
            identifierLabel: "Account",
            identifierChecks: [],
            messaging: .init(sendTool: nil, receiveWebhook: "receive_whatsapp"))
    }
}
