extension Grammar {
    static let channelBlocks = [
        BlockRule(
            .channel, "a channel", "A way in which people are talked to.",
            keys: headingKeys(icon: true) + [
                KeyRule(
                    "identifier", .block(.channelIdentifier), "The field that identifies a channel.", required: true,
                    examples: ["{ field: phone, type: STRING, format: phone }"]),
                KeyRule(
                    "fields", .map(.handle, .shapes(text: .type, list: .type, map: .block(.channelField))),
                    "More fields of a channel."),
                KeyRule("capabilities", .block(.capabilities), "What can be done over it.", required: true),
            ]),
        BlockRule(
            .capabilities, "`capabilities`", "What can be done over a channel.",
            keys: [
                KeyRule("messaging", .block(.messaging), "Messages."),
                .unimplemented("voice", "Calls."),
                .unimplemented("video", "Video calls."),
            ]),
        BlockRule(
            .messaging, "`messaging`", "How messages are sent and received.",
            keys: [
                KeyRule("send", .reference(.tool), "A tool that takes `message.send` and returns `message.sent`."),
                KeyRule("receive", .reference(.webhook), "A webhook whose Swift payload produces messages."),
                KeyRule("label", .prose, "What people read."),
                KeyRule("icon", .form(.icon), "A Lucide icon's name."),
                .unimplemented("send_batch", "How many messages are sent at once."),
            ]),
        BlockRule(
            .hooks, "`hooks`", "Handlers for moments in an installation's life.",
            keys: [
                KeyRule("install", .block(.hook), "After the built-in start of an installation."),
                KeyRule("oauth_callback", .block(.hook), "After the built-in token exchange."),
                KeyRule("provision", .block(.hook), "When an app version starts."),
                KeyRule("uninstall", .block(.hook), "When an installation ends."),
                KeyRule("setup_revalidate", .block(.hook), "When setup steps are looked at again."),
            ]),
        BlockRule(
            .hook, "a hook", "A handler to write.",
            keys: [
                KeyRule("timeout", .duration, "How long it may take.", examples: ["60s"]),
                KeyRule("description", .prose, "What it does."),
                .unimplemented("retries", "How often it is repeated after a failure."),
            ]),
    ]
}
