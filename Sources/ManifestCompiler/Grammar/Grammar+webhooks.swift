extension Grammar {
    static let webhookBlocks = [
        BlockRule(
            .webhook, "a webhook", "What a provider sends.",
            keys: headingKeys(wire: false) + [
                KeyRule(
                    "methods", .list(.words(WebhookDeclaration.Method.allCases.map(\.rawValue))),
                    "The methods that are answered.", default: "[POST]"),
                KeyRule(
                    "mode", .words(WebhookDeclaration.Mode.allCases.map(\.rawValue)),
                    "WEBHOOK is kept durably and answered at once; CALLBACK is answered by the handler.",
                    default: "WEBHOOK"),
                KeyRule("challenge", .block(.challenge), "How the provider asks whether the address is ours."),
                KeyRule(
                    "signature", .block(.signature), "How a request is proven to be the provider's.", required: true),
                KeyRule(
                    "level", .words(WebhookDeclaration.Level.allCases.map(\.rawValue)),
                    "What one registration covers: the app, an installation, or one action of a handler.",
                    default: "INSTALLATION"),
                KeyRule("route", .block(.route), "How an event of an APP webhook finds its installation."),
                KeyRule(
                    "registration",
                    .map(.handle, .shapes(text: .type, list: .type, map: .block(.registrationField))),
                    "Data that is given when it is registered and comes back with each request.",
                    examples: ["{ call_session_id: STRING }"]),
                KeyRule("expires", .duration, "When a registration ends by itself.", examples: ["24h"]),
                KeyRule(
                    "payload", .form(.payloadName), "The Swift type or the record that decodes it.",
                    default: "the request as it came", examples: ["GraphAPI.WebhookPayload"]),
                KeyRule(
                    "body", .words(WebhookDeclaration.BodyKind.allCases.map(\.rawValue)), "What the body is.",
                    default: "JSON"),
                KeyRule("max_body", .size, "The largest body.", default: "1MB", examples: ["3MB"]),
                KeyRule(
                    "events", .form(.jsonPath), "The path of the items of a batch; each is an event.",
                    examples: ["'$.events[*]'"]),
                KeyRule(
                    "dedupe", .form(.jsonMember), "What makes two events the same, inside an event.",
                    default: "all of it", examples: ["eventId"]),
                KeyRule(
                    "order_by", .form(.jsonMember), "Events with the same value are handled in order.",
                    default: "no order", examples: ["ownerId"]),
                KeyRule(
                    "retry", .block(.webhookRetry), "How an event is repeated whose handler failed.",
                    examples: ["{ attempts: 8, backoff: EXPONENTIAL }"]),
                KeyRule(
                    "timeout", .duration, "How long the handler may take for one event.", default: "30s, of a CALLBACK 10s"),
                KeyRule("answer", .block(.fixedAnswer), "What is answered; of a CALLBACK, unless the handler says it."),
                KeyRule("on_failure", .block(.fixedAnswer), "What is answered when a CALLBACK's handler fails."),
                KeyRule("on_refused", .block(.fixedAnswer), "What is answered to a bad signature.", default: "403"),
                KeyRule(
                    "ignore", .list(.map(.free, .text)), "Requests that are answered, counted and dropped.",
                    examples: ["[{ header.X-Goog-Resource-State: sync }]"]),
                KeyRule("store", .boolean, "Whether the events of a CALLBACK are kept.", default: "false"),
                KeyRule(
                    "compliance", .words(WebhookDeclaration.Compliance.allCases.map(\.rawValue)),
                    "Which duty towards the provider it fulfils; of a CALLBACK the runtime does its part in every installation."),
                KeyRule(
                    "lifecycle", .list(.words(WebhookDeclaration.Moment.allCases.map(\.rawValue))),
                    "Moments that its handler is told of, to register it at the provider or take it back.",
                    examples: ["[CHANNEL_CREATED, CHANNEL_DELETED]"]),
            ]),
        BlockRule(
            .challenge, "`challenge`", "How the provider asks whether the address is ours.",
            keys: [
                KeyRule(
                    "style", .words(WebhookChallenge.Style.allCases.map(\.rawValue)),
                    "HUB answers `hub.challenge`; UNSIGNED answers a request without a signature.", required: true),
                KeyRule(
                    "token", .reference(.variable),
                    "The variable, or `registration.NAME`, with the token that the provider must know; of HUB."),
                KeyRule("status", .integer(200...299), "The status that UNSIGNED answers.", default: "200"),
                KeyRule("content_type", .text, "The content type of `body`.", default: "application/json"),
                KeyRule("body", .text, "The body that UNSIGNED answers.", default: "nothing"),
            ]),
        BlockRule(
            .signature, "`signature`", "How a request is proven to be the provider's, over the raw body.",
            keys: [
                KeyRule(
                    "style", .words(WebhookSignature.Style.allCases.map(\.rawValue)),
                    "How it is signed; NONE must be written out.", required: true),
                KeyRule(
                    "header", .form(.headerName), "The header with the signature.", examples: ["X-Hub-Signature-256"]),
                KeyRule(
                    "from", .form(.requestSource), "Where the signature is, if not in a header.",
                    examples: ["form.signature", "query.sig"]),
                KeyRule("prefix", .text, "What stands before the signature.", examples: ["'sha256='"]),
                KeyRule(
                    "encoding", .words(WebhookSignature.Encoding.allCases.map(\.rawValue)), "How it is written.",
                    default: "HEX"),
                KeyRule(
                    "secret", .oneOrMany(.reference(.variable)),
                    "The encrypted variable, or `registration.NAME`, with the secret; several during a rotation, the "
                        + "newest first."),
                KeyRule(
                    "over", .url, "What is signed, if not the body alone.", default: "'{body}'",
                    examples: ["'{timestamp}.{body}'"]),
                KeyRule(
                    "parse", .url, "How a value with several parts is split: its parts between marks, or PAIRS.",
                    examples: ["'t={timestamp},v1={signature}'", "PAIRS"]),
                KeyRule(
                    "timestamp", .form(.requestSource), "Where the time of signing is.",
                    examples: ["header.X-Timestamp", "form.timestamp"]),
                KeyRule("tolerance", .duration, "How old a signature may be; needs `timestamp`.", examples: ["5m"]),
                KeyRule(
                    "nonce", .form(.requestSource), "What may come only once within twice the tolerance.",
                    examples: ["form.token"]),
                KeyRule(
                    "algorithm", .words(WebhookSignature.PublicKeyAlgorithm.allCases.map(\.rawValue)),
                    "The algorithm of PUBLIC_KEY."),
                KeyRule(
                    "key_id", .form(.requestSource), "Where the name of the public key is.",
                    examples: ["header.X-Key-Id", "parsed.key_id"]),
                KeyRule("keys", .block(.publicKeys), "How long public keys of the handler `keys` are remembered."),
            ]),
        BlockRule(
            .publicKeys, "`keys`", "How long public keys are remembered; a handler gives them.",
            keys: [
                KeyRule("cache", .duration, "How long they are remembered.", default: "12h"),
                KeyRule("refetch_on_miss", .boolean, "Whether an unknown key is asked for.", default: "true"),
                KeyRule("min_interval", .duration, "How often at the most.", default: "1m"),
            ]),
        BlockRule(
            .route, "`route`", "How an event of an APP webhook finds its installation.",
            keys: [
                KeyRule(
                    "channel", .reference(.channel), "The channel whose identifier an event names.", required: true),
                KeyRule(
                    "by", .form(.routeSource), "Who says which: the Swift payload, or a place in the request.",
                    required: true, examples: ["PAYLOAD", "form.To", "json.recipient"]),
            ]),
        BlockRule(
            .fixedAnswer, "an answer", "What is answered, the same each time.",
            keys: [
                KeyRule("status", .integer(200...599), "The status.", default: "200"),
                KeyRule("content_type", .text, "The content type of `body`.", examples: ["application/xml"]),
                KeyRule("body", .text, "The body.", default: "nothing", examples: ["'<Response/>'"]),
            ]),
        BlockRule(
            .webhookRetry, "`retry`", "How an event is repeated whose handler failed.",
            keys: retryPolicyKeys + [
                KeyRule(
                    "dead_letter", .boolean, "Whether an event that failed for good is kept for people to look at.",
                    default: "true")
            ]),
        BlockRule(
            .subscription, "a subscription", "What the provider is to send, as the state that is wanted.",
            misplaced: ["object": "`spec`", "fields": "`spec`", "level": "the webhook"],
            keys: headingKeys(wire: false) + [
                KeyRule("webhook", .reference(.webhook), "The webhook that it is sent to.", required: true),
                KeyRule(
                    "spec", .anything, "What the provider's interface calls for, with templates over `env` and `record`.",
                    required: true,
                    examples: ["{ object: whatsapp_business_account, fields: [messages] }"]),
                KeyRule("per", .reference(.model), "One for each instance of this model, called `record` in `spec`."),
                KeyRule(
                    "store", .text, "The install variable, or the field of `per`'s model, that keeps the provider's id."),
                KeyRule("renew", .block(.renewal), "For subscriptions that the provider ends by itself."),
            ]),
        BlockRule(
            .renewal, "`renew`", "When a subscription that ends by itself is made again.",
            keys: [KeyRule("before", .duration, "How long before its end.", required: true, examples: ["24h"])]),
    ]
}
