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
                KeyRule(
                    "capabilities", .block(.capabilities), "What can be done over it.", required: true,
                    examples: ["{ messaging: { send: send_whatsapp, receive: receive_whatsapp } }"]),
            ]),
        BlockRule(
            .capabilities, "`capabilities`", "What can be done over a channel.",
            keys: [
                KeyRule("messaging", .block(.messaging), "Messages."),
                KeyRule("voice", .block(.capability), "Calls."),
                KeyRule("video", .block(.capability), "Video calls."),
            ]),
        BlockRule(
            .messaging, "`messaging`", "How messages are sent and received.",
            keys: [
                KeyRule("send", .reference(.tool), "A tool that takes `message.send` and returns `message.sent`."),
                KeyRule("receive", .reference(.webhook), "A webhook whose Swift payload produces messages."),
                KeyRule("label", .prose, "What people read."),
                KeyRule("icon", .form(.icon), "A Lucide icon's name."),
                KeyRule("send_batch", .block(.batchSending), "How many messages are sent at once."),
            ]),
        BlockRule(
            .batchSending, "`send_batch`", "How many messages are sent at once, and how they fare.",
            keys: [
                KeyRule(
                    "send", .reference(.tool), "A tool that takes `message.bulk_send` and returns `message.bulk_sent`.",
                    required: true),
                KeyRule(
                    "status", .reference(.tool),
                    "A tool that takes `message.bulk_status` and returns `message.bulk_state`."),
                KeyRule("max", .integer(1...10_000), "The most messages of one batch.", default: "10000"),
            ]),
        BlockRule(
            .capability, "`voice` and `video`", "How calls are made and taken.",
            keys: [
                KeyRule("send", .reference(.tool), "A tool that makes a call."),
                KeyRule("receive", .reference(.webhook), "A webhook that takes a call."),
                KeyRule("label", .prose, "What people read."),
                KeyRule("icon", .form(.icon), "A Lucide icon's name."),
            ]),
        BlockRule(
            .hooks, "`hooks`", "Handlers for moments in an installation's life.",
            keys: [
                KeyRule("install", .block(.hook), "After the built-in start of an installation."),
                KeyRule("oauth_callback", .block(.hook), "After the built-in token exchange."),
                KeyRule("provision", .block(.hook), "When an app version starts."),
                KeyRule("uninstall", .block(.hook), "When an installation ends."),
                KeyRule("setup_revalidate", .block(.hook), "When setup steps are looked at again."),
                KeyRule(
                    "connection_check", .block(.hook),
                    "Once a day for each connection: asks the provider whether it still takes it."),
                KeyRule("media", .block(.hook), "When somebody looks at a file of a message, which the provider keeps."),
            ]),
        BlockRule(
            .hook, "a hook", "A handler to write.",
            keys: [
                KeyRule("timeout", .duration, "How long it may take.", examples: ["60s"]),
                KeyRule("description", .prose, "What it does."),
            ] + retryKeys),
    ]
}
