extension Explanation {
    /// Webhooks, subscriptions, channels and hooks.
    static let webhooks: [Explanation] = [
        Explanation(
            .webhookUnsigned,
            why: "Anybody who finds out the address can send.",
            mend: "Check a signature, or accept the warning if the provider has none.",
            wrong: """
                webhooks: { receive: { payload: Clinic.Event, signature: { style: NONE } } }
                """,
            right: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """),
        Explanation(
            .webhookSignature,
            why: "Each style needs to know where the signature is and which secret made it.",
            mend: "Add the key that the message names.",
            given: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                """,
            wrong: """
                webhooks: { receive: { payload: Clinic.Event, signature: { style: HMAC_SHA256, secret: APP_SECRET } } }
                """,
            right: """
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """),
        Explanation(
            .webhookSecret,
            why: "The secret must be encrypted, and be there before there is an installation if the webhook is the "
                + "app's.",
            mend: "Use an ENCRYPTED variable; for level APP one of `provision`.",
            wrong: """
                env: { provision: { OPEN_VALUE: STRING } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: OPEN_VALUE }
                """,
            right: """
                env: { provision: { OPEN_VALUE: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: OPEN_VALUE }
                """),
        Explanation(
            .webhookMethods,
            why: "A HUB challenge is a GET request.",
            mend: "Add GET to `methods`.",
            given: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                """,
            wrong: """
                webhooks:
                  receive:
                    payload: Clinic.Event
                    methods: [POST]
                    challenge: { style: HUB, token: APP_SECRET }
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """,
            right: """
                webhooks:
                  receive:
                    payload: Clinic.Event
                    methods: [GET, POST]
                    challenge: { style: HUB, token: APP_SECRET }
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """),
        Explanation(
            .webhookRoute,
            why: "An APP webhook has one address for all installations, so the delivery must say whose it is.",
            mend: "Add `route`, with a channel and where its identifier is.",
            given: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                """,
            wrong: """
                webhooks:
                  receive:
                    level: APP
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """,
            right: """
                webhooks:
                  receive:
                    level: APP
                    payload: Clinic.Event
                    route: { channel: chat, by: PAYLOAD }
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                channels:
                  chat: { identifier: { field: phone, type: STRING }, capabilities: { messaging: { receive: receive } } }
                """),
        Explanation(
            .channelContract,
            why: "The platform sends with `message.send` and wants `message.sent` back.",
            mend: "Give the tool that input and output.",
            wrong: """
                tools: { send: { input: { text: STRING } } }
                channels:
                  chat: { identifier: { field: phone, type: STRING }, capabilities: { messaging: { send: send } } }
                """,
            right: """
                tools: { send: { input: message.send, output: message.sent } }
                channels:
                  chat: { identifier: { field: phone, type: STRING }, capabilities: { messaging: { send: send } } }
                """),
        Explanation(
            .channelField,
            why: "`identifier` declares the field already.",
            mend: "Remove it from `fields`.",
            given: """
                tools: { send: { input: message.send, output: message.sent } }
                """,
            wrong: """
                channels:
                  chat:
                    identifier: { field: phone, type: STRING }
                    fields: { phone: STRING }
                    capabilities: { messaging: { send: send } }
                """,
            right: """
                channels:
                  chat:
                    identifier: { field: phone, type: STRING }
                    capabilities: { messaging: { send: send } }
                """),
        Explanation(
            .hookIdle,
            why: "The hook would be written and never called.",
            mend: "Remove it, or declare what would call it.",
            wrong: """
                hooks: { oauth_callback: {} }
                """,
            right: """
                hooks: { provision: {} }
                """),
        Explanation(
            .webhookMode,
            why: "What a webhook is asked to do must go with how it answers: a WEBHOOK is answered at once, a CALLBACK by its handler.",
            mend: "Remove the key, or change `mode`, `level` or `body`.",
            given: """
                env: { provision: { TOKEN: { visibility: ENCRYPTED } } }
                """,
            wrong: """
                webhooks:
                  changed: { signature: { style: BEARER, secret: TOKEN }, on_failure: { status: 503 } }
                """,
            right: """
                webhooks:
                  changed: { signature: { style: BEARER, secret: TOKEN }, mode: CALLBACK, on_failure: { status: 503 } }
                """),
        Explanation(
            .subscriptionLevel,
            why: "A subscription is made where its webhook is registered: once for the app, or for each installation.",
            mend: "Change `level` of the webhook, or remove `per` and `store`.",
            given: """
                env: { provision: { TOKEN: { visibility: ENCRYPTED } } }
                models: { calendar: { fields: { name: STRING } } }
                channels: { mail: { identifier: { field: address, type: STRING }, capabilities: {} } }
                """,
            wrong: """
                webhooks:
                  changed: { level: APP, route: { channel: mail, by: header.To }, signature: { style: BEARER, secret: TOKEN } }
                subscriptions: { calendars: { webhook: changed, per: calendar, spec: {} } }
                """,
            right: """
                webhooks:
                  changed: { signature: { style: BEARER, secret: TOKEN } }
                subscriptions: { calendars: { webhook: changed, per: calendar, spec: {} } }
                """),
    ]
}
