// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

extension Meta {
    /// The ways in which an installation talks to people.
    struct Channels: SessionView {
        /// Communication channel for WhatsApp messaging.
        ///
        /// Manifest: `channels.whatsapp`
        let whatsApp: Channel

        init(session: any PlatformSession) {
            self.whatsApp = Channel(Self.whatsAppDescriptor, session: session)
        }

        static let whatsAppDescriptor = ChannelDescriptor(
            handle: "whatsapp",
            label: "WhatsApp",
            description: "Communication channel for WhatsApp messaging.",
            icon: "message-square",
            identifierField: "phone",
            identifierLabel: "Phone",
            identifierChecks: [.format(.phone)],
            messaging: .init(sendTool: "send_whatsapp", receiveWebhook: "receive_whatsapp"))
    }
}
