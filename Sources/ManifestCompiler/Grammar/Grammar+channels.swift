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
                KeyRule("attachments", .block(.attachments), "Which files may go with messages."),
                KeyRule(
                    "reply", .form(.handle),
                    "The input of the send tool that takes the provider's id of the message that is answered.",
                    examples: ["reply_to"]),
                KeyRule("react", .reference(.tool), "A tool that takes `message.react`: puts an emoji on a message."),
                KeyRule(
                    "templates", .block(.channelTemplates),
                    "Texts that the provider has approved, to be sent when nothing else may be."),
                KeyRule(
                    "window", .block(.messagingWindow),
                    "The time after a counterpart's last message in which they may be answered freely.",
                    default: "no limit"),
            ]),
        BlockRule(
            .attachments, "`attachments`", "Files that go with messages, one with each.",
            keys: [
                KeyRule(
                    "kinds", .list(.block(.attachmentKind)),
                    "What the provider takes. A file is of the first kind that accepts it.", required: true,
                    examples: ["[{ kind: IMAGE, accept: [image/jpeg, image/png], max_size: 5MB, text: 1024 }]"]),
                KeyRule(
                    "upload", .reference(.tool),
                    "A tool that takes `message.upload` and returns `message.uploaded`: hands a file to the provider "
                        + "before its message is sent. Without it the provider fetches files from their address."),
            ]),
        BlockRule(
            .attachmentKind, "a kind of `attachments`", "Files of one kind.",
            keys: [
                KeyRule(
                    "kind", .words(["IMAGE", "VIDEO", "AUDIO", "DOCUMENT", "STICKER"]), "How it is shown.",
                    required: true),
                KeyRule("accept", .list(.text), "File extensions or MIME types.", default: "everything"),
                KeyRule("max_size", .size, "The largest file.", default: "10MB"),
                KeyRule(
                    "text", .integer(0...100_000),
                    "How many characters of text may go with it; a longer text is a message of its own.", default: "0"),
            ]),
        BlockRule(
            .channelTemplates, "`templates`", "How approved texts are found and sent.",
            keys: [
                KeyRule(
                    "list", .reference(.tool),
                    "A tool that takes `message.template_list` and returns a list of `message.template_offer`.",
                    required: true),
                KeyRule(
                    "input", .form(.handle), "The input of the send tool that takes `message.template_use`.",
                    required: true),
            ]),
        BlockRule(
            .messagingWindow, "`window`", "How long a counterpart may be answered freely.",
            keys: [
                KeyRule("length", .duration, "From their last message on.", required: true, examples: ["24h"]),
                KeyRule("late", .block(.lateAnswer), "What may still be sent afterwards, besides templates."),
            ]),
        BlockRule(
            .lateAnswer, "`late`", "An answer that the provider takes after the window, for a reason.",
            keys: [
                KeyRule("length", .duration, "From their last message on.", required: true, examples: ["7d"]),
                KeyRule(
                    "with", .map(.free, .anything), "Inputs of the send tool that say the reason.", required: true,
                    examples: ["{ reason: HUMAN_AGENT }"]),
                KeyRule(
                    "label", .prose, "What people read about it.", required: true,
                    examples: ["Answer as a person"]),
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
