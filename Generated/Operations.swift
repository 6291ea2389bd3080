// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

extension Meta {
    /// How much of something may be used in what time.
    enum Limits {
        /// Meta takes 80 messages a second from a number.
        ///
        /// Manifest: `limits.whatsapp_number`
        static let whatsAppNumber = LimitDescriptor(
            handle: "whatsapp_number",
            label: "Messages of a WhatsApp number",
            scope: .global,
            rate: LimitDescriptor.Rate(count: 80, per: .seconds(1)),
            hasKey: true,
            wait: .seconds(5))

        /// Meta takes a message every 6 seconds from a number to one person, and now and then a burst of 45.
        ///
        /// Manifest: `limits.whatsapp_pair`
        static let whatsAppPair = LimitDescriptor(
            handle: "whatsapp_pair",
            label: "Messages of a WhatsApp number to one person",
            scope: .global,
            bucket: LimitDescriptor.Bucket(size: 45, refill: 1, every: .seconds(6)),
            hasKey: true,
            wait: .seconds(2))
    }
}
