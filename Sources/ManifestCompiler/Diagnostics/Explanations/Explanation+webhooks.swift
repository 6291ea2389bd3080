extension Explanation {
    /// Webhooks, subscriptions, channels and hooks.
    static let webhooks: [Explanation] = [
        Explanation(
            .webhookUnsigned,
            why: "Anybody who finds out the address can send.",
            mend: "Check a signature, or accept the warning if the provider has none."),
        Explanation(
            .webhookSignature,
            why: "Each style needs to know where the signature is and which secret made it.",
            mend: "Add the key that the message names."),
        Explanation(
            .webhookSecret,
            why: "The secret must be encrypted, and be there before there is an installation if the webhook is the "
                + "app's.",
            mend: "Use an ENCRYPTED variable; for level APP one of `provision`."),
        Explanation(
            .webhookMethods,
            why: "A HUB challenge is a GET request.",
            mend: "Add GET to `methods`."),
        Explanation(
            .webhookRoute,
            why: "An APP webhook has one address for all installations, so the delivery must say whose it is.",
            mend: "Add `route`, with a channel and where its identifier is."),
        Explanation(
            .channelContract,
            why: "The platform sends with `message.send` and wants `message.sent` back.",
            mend: "Give the tool that input and output."),
        Explanation(
            .channelField,
            why: "`identifier` declares the field already.",
            mend: "Remove it from `fields`."),
        Explanation(
            .hookIdle,
            why: "The hook would be written and never called.",
            mend: "Remove it, or declare what would call it."),
        Explanation(
            .webhookMode,
            why: "What a webhook is asked to do must go with how it answers: a WEBHOOK is answered at once, a CALLBACK by its handler.",
            mend: "Remove the key, or change `mode`, `level` or `body`."),
        Explanation(
            .subscriptionLevel,
            why: "A subscription is made where its webhook is registered: once for the app, or for each installation.",
            mend: "Change `level` of the webhook, or remove `per` and `store`."),
    ]
}
