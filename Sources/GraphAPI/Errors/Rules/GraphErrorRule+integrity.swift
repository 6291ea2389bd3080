/// Integrity and throughput of WhatsApp.
///
/// Sources: Meta's error references for the Graph API, WhatsApp, Messenger and Instagram, as of 2026.
extension GraphErrorRule {
    static let integrity: [GraphErrorRule] = [
        GraphErrorRule(
            130497, subcode: nil, "Restricted from messaging users in this country", .policy, .account, .never,
            meaning: "Business may not message users of that country.",
            action: "Do not write to people in this country; the business may not."),
        GraphErrorRule(
            131031, subcode: nil, "Account has been locked", .policy, .account, .never,
            meaning: "WABA restricted/disabled or submitted data (such as the PIN) did not match.",
            action: "Stop sending and look at the account's status in WhatsApp Manager; or the PIN given did not match."
        ),
        GraphErrorRule(
            130429, subcode: nil, "Rate limit hit", .rateLimited, .caller, .after(.seconds(2)),
            meaning: "Number passed its messages-per-second throughput.",
            action: "Send from this number more slowly."),
        GraphErrorRule(
            130429, subcode: 2494055, "Rate limit hit (legacy subcode)", .rateLimited, .caller, .after(.seconds(2)),
            meaning: "Same with the old subcode shown in Meta's sample.",
            action: "Send from this number more slowly."),
        GraphErrorRule(
            131048, subcode: nil, "Spam rate limit hit", .rateLimited, .account, .after(.seconds(10800)),
            meaning: "Sending limited because too many messages were blocked or reported.",
            action: "Stop bulk messages from this number for some hours; too many were blocked or reported."),
        GraphErrorRule(
            131056, subcode: nil, "Pair rate limit hit", .rateLimited, .caller, .after(.seconds(4)),
            meaning: "Too many messages from this number to this recipient in a short time.",
            action: "Wait before writing to this person again; others can be written to."),
        GraphErrorRule(
            131064, subcode: nil, "Messaging limit from template classification",
            .rateLimited, .account, .after(.seconds(86400)),
            meaning: "Messaging limit reached in connection with template category evaluation.",
            action: "Wait until the messaging limit's 24 hours have passed."),
        GraphErrorRule(
            133016, subcode: nil, "Register/deregister rate limit", .rateLimited, .caller, .after(.seconds(259200)),
            meaning: "More than 10 attempts in 72 hours for the number.",
            action: "Wait up to 72 hours before registering this number again."),
    ]
}
