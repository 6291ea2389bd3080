extension Grammar {
    static let webhookBlocks = [
        BlockRule(
            .webhook, "a webhook", "What a provider sends.",
            keys: headingKeys(wire: false) + [
                KeyRule(
                    "methods", .list(.words(["GET", "POST", "PUT"])), "The methods that are answered.",
                    default: "[POST]"),
                KeyRule(
                    "mode", .words(["WEBHOOK"], unimplemented: ["CALLBACK"]),
                    "WEBHOOK is kept durably and answered at once; CALLBACK is answered by the handler.",
                    default: "WEBHOOK"),
                KeyRule("challenge", .block(.challenge), "How the provider asks whether the address is ours."),
                KeyRule(
                    "signature", .block(.signature), "How a request is proven to be the provider's.", required: true),
                KeyRule(
                    "level", .words(["APP", "INSTALLATION"], unimplemented: ["ACTION"]),
                    "What one registration covers.",
                    default: "INSTALLATION"),
                KeyRule("route", .block(.route), "How an event of an APP webhook finds its installation."),
                KeyRule(
                    "payload", .form(.payloadName), "The Swift type or the record that decodes it.",
                    examples: ["GraphAPI.WebhookPayload"]),
                KeyRule(
                    "body", .words(["JSON", "RAW"], unimplemented: ["FORM", "MULTIPART"]), "What the body is.",
                    default: "JSON"),
                KeyRule("max_body", .size, "The largest body.", default: "1MB", examples: ["3MB"]),
                KeyRule("timeout", .duration, "How long the handler may take for one event."),
                .unimplemented("registration", "Data given when it is registered."),
                .unimplemented("expires", "When a registration ends."),
                .unimplemented("events", "The path of the items of a batch."),
                .unimplemented("dedupe", "What makes two events the same."),
                .unimplemented("order_by", "What events are ordered by."),
                .unimplemented("retry", "How a failed event is repeated."),
                .unimplemented("answer", "What is answered."),
                .unimplemented("on_failure", "What is answered when a handler fails."),
                .unimplemented("on_refused", "What is answered to a bad signature."),
                .unimplemented("ignore", "What is answered and dropped."),
                .unimplemented("store", "Whether a CALLBACK event is kept."),
                .unimplemented("compliance", "Which duty it fulfils."),
                .unimplemented("lifecycle", "Moments at which a handler registers it."),
            ]),
        BlockRule(
            .challenge, "`challenge`", "How the provider asks whether the address is ours.",
            keys: [
                KeyRule(
                    "style", .words(["HUB"], unimplemented: ["UNSIGNED"]), "HUB answers `hub.challenge`.",
                    required: true),
                KeyRule(
                    "token", .reference(.variable), "The variable with the token that the provider must know.",
                    required: true),
            ]),
        BlockRule(
            .signature, "`signature`", "How a request is proven to be the provider's, over the raw body.",
            keys: [
                KeyRule(
                    "style",
                    .words(
                        WebhookSignature.Style.allCases.map(\.rawValue),
                        unimplemented: [
                            "SIGNED_REQUEST", "STANDARD_WEBHOOKS", "TWILIO", "PUBLIC_KEY", "BEARER", "BASIC",
                        ]),
                    "How it is signed; NONE must be written out.", required: true),
                KeyRule(
                    "header", .form(.headerName), "The header with the signature.", examples: ["X-Hub-Signature-256"]),
                KeyRule("prefix", .text, "What stands before the signature in the header.", examples: ["'sha256='"]),
                KeyRule(
                    "encoding", .words(WebhookSignature.Encoding.allCases.map(\.rawValue)), "How it is written.",
                    default: "HEX"),
                KeyRule(
                    "secret", .oneOrMany(.reference(.variable)),
                    "The encrypted variable with the secret; several during a rotation, the newest first."),
                .unimplemented("from", "Where the signature is, if not in a header."),
                .unimplemented("over", "What is signed, if not the body alone."),
                .unimplemented("parse", "How a header with several values is split."),
                .unimplemented("timestamp", "Where the time of signing is."),
                .unimplemented("tolerance", "How old a signature may be."),
                .unimplemented("nonce", "What may come only once."),
                .unimplemented("algorithm", "The algorithm of a public key."),
                .unimplemented("key_id", "Where the public key's name is."),
                .unimplemented("keys", "How public keys are fetched."),
            ]),
        BlockRule(
            .route, "`route`", "How an event of an APP webhook finds its installation.",
            keys: [
                KeyRule(
                    "channel", .reference(.channel), "The channel whose identifier an event names.", required: true),
                KeyRule("by", .words(["PAYLOAD"]), "Who says which: the Swift payload.", required: true),
            ]),
    ]
}
