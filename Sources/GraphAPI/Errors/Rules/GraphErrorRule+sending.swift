/// Sending over WhatsApp.
///
/// Sources: Meta's error references for the Graph API, WhatsApp, Messenger and Instagram, as of 2026.
extension GraphErrorRule {
    static let sending: [GraphErrorRule] = [
        GraphErrorRule(
            130472, subcode: nil, "User's number is part of an experiment", .undeliverable, .recipient, .never,
            meaning: "Marketing message withheld by a Meta experiment.",
            action: "Reach this person another way; Meta withholds marketing messages from them."),
        GraphErrorRule(
            131000, subcode: nil, "Something went wrong", .temporary, .provider, .after(.seconds(5)),
            meaning: "Unknown failure.",
            action: "Try again a few times."),
        GraphErrorRule(
            131005, subcode: nil, "Access denied", .permission, .setup, .never,
            meaning: "Permission not granted or revoked.",
            action: "Connect again and grant the permission to send."),
        GraphErrorRule(
            131008, subcode: nil, "Required parameter is missing", .invalidRequest, .caller, .never,
            meaning: "A mandatory field is absent; details names it.",
            action: "Give the field that the details name."),
        GraphErrorRule(
            131009, subcode: nil, "Parameter value is not valid", .invalidRequest, .caller, .never,
            meaning: "A field value is wrong; details names it.",
            action: "Correct the field that the details name."),
        GraphErrorRule(
            131016, subcode: nil, "Service unavailable", .temporary, .provider, .after(.seconds(5)),
            meaning: "A dependency is temporarily down.",
            action: "Try again later."),
        GraphErrorRule(
            131021, subcode: nil, "Recipient cannot be sender", .invalidRequest, .caller, .never,
            meaning: "To equals the business number.",
            action: "Send to another number than the business's own."),
        GraphErrorRule(
            131026, subcode: nil, "Message Undeliverable", .undeliverable, .recipient, .never,
            meaning: "Recipient not on WhatsApp, old client, or has not accepted terms.",
            action: "Reach this person another way; they are not on WhatsApp, or their app is too old."),
        GraphErrorRule(
            131030, subcode: nil, "Recipient phone number not in allowed list", .setup, .setup, .never,
            meaning: "Test number may only message numbers listed in the app dashboard.",
            action: "Add the recipient to the test number's list in the app's dashboard."),
        GraphErrorRule(
            131037, subcode: nil, "Display name approval needed", .account, .account, .never,
            meaning: "Meta-provided 555 number without approved display name.",
            action: "Get the number's display name approved in WhatsApp Manager."),
        GraphErrorRule(
            131042, subcode: nil, "Business eligibility payment issue", .account, .account, .never,
            meaning: "Billing problem on the WABA.",
            action: "Settle the payment method of the WhatsApp account in Business Manager."),
        GraphErrorRule(
            131044, subcode: nil, "Payment issue (calling)", .account, .account, .never,
            meaning: "Billing problem for calls.",
            action: "Settle the payment method of the WhatsApp account in Business Manager."),
        GraphErrorRule(
            131045, subcode: nil, "Incorrect certificate", .registration, .setup, .never,
            meaning: "Phone number registration/certificate problem.",
            action: "Register the number again."),
        GraphErrorRule(
            131047, subcode: nil, "Re-engagement message", .windowClosed, .caller, .never,
            meaning: "Customer service window closed (over 24 h since the user's last message).",
            action: "Send an approved template; the person last wrote more than 24 hours ago."),
        GraphErrorRule(
            131049, subcode: nil, "Meta chose not to deliver", .undeliverable, .recipient, .after(.seconds(86400)),
            meaning: "Marketing frequency cap for this user.",
            action: "Wait at least a day before the next marketing message to this person."),
        GraphErrorRule(
            131050, subcode: nil, "User stopped marketing messages", .undeliverable, .recipient, .never,
            meaning: "Recipient opted out of this business's marketing.",
            action: "Send this person no more marketing messages; they opted out."),
        GraphErrorRule(
            131051, subcode: nil, "Unsupported message type", .unsupported, .caller, .never,
            meaning: "Type not supported (also used inside inbound unsupported messages).",
            action: "Send a type of message that the Cloud API knows."),
        GraphErrorRule(
            131052, subcode: nil, "Media download error", .media, .provider, .never,
            meaning: "Inbound media could not be fetched by Meta.",
            action: "Ask the person to send the file again; WhatsApp could not fetch it."),
        GraphErrorRule(
            131053, subcode: nil, "Media upload error", .media, .caller, .never,
            meaning: "Outbound media rejected (type, size, link fetch).",
            action: "Check the file's type, size and link."),
        GraphErrorRule(
            131055, subcode: nil, "Method not allowed", .invalidRequest, .caller, .never,
            meaning: "Marketing endpoint used for a non-marketing message.",
            action: "Send this through the messages endpoint; the other one is for marketing."),
        GraphErrorRule(
            131057, subcode: nil, "Account in maintenance mode", .temporary, .provider, .after(.seconds(60)),
            meaning: "Throughput upgrade or migration in progress (usually about a minute).",
            action: "Try again in a few minutes; the number's throughput is being changed."),
        GraphErrorRule(
            131059, subcode: nil, "Invalid cursor", .invalidRequest, .caller, .never,
            meaning: "Paging cursor expired or corrupt.",
            action: "List from the first page again."),
        GraphErrorRule(
            131062, subcode: nil, "BSUID recipient not supported", .invalidRequest, .caller, .never,
            meaning: "Authentication template addressed to a business-scoped user id; only phone numbers allowed.",
            action: "Send authentication templates to a phone number."),
        GraphErrorRule(
            131063, subcode: nil, "Marketing templates disabled on Cloud API", .invalidRequest, .setup, .never,
            meaning: "WABA must send marketing templates through the marketing endpoint.",
            action: "Send marketing templates through the marketing endpoint."),
        GraphErrorRule(
            134100, subcode: nil, "Only marketing messages supported", .invalidRequest, .caller, .never,
            meaning: "Marketing endpoint got a non-marketing template.",
            action: "Send this template through the messages endpoint."),
        GraphErrorRule(
            134101, subcode: nil, "Template is still syncing", .template, .provider, .after(.seconds(60)),
            meaning: "New template not yet synced for marketing endpoint.",
            action: "Try again in a minute; the template is new."),
        GraphErrorRule(
            134102, subcode: nil, "Template unavailable for use", .template, .account, .never,
            meaning: "Template sync failed or WABA not eligible.",
            action: "Choose another template; this one could not be prepared."),
        GraphErrorRule(
            134011, subcode: nil, "Payments terms not accepted", .account, .account, .never,
            meaning: "WhatsApp payments terms pending.",
            action: "Accept the terms of WhatsApp payments."),
        GraphErrorRule(
            135000, subcode: nil, "Generic user error", .invalidRequest, .caller, .never,
            meaning: "Unspecified problem with the request parameters.",
            action: "Check the request's parameters."),
        GraphErrorRule(
            137000, subcode: nil, "Recipient identity key mismatch", .undeliverable, .recipient, .never,
            meaning: "Recipient_identity_key_hash is not the current one.",
            action: "Confirm who the recipient is; their identity key has changed."),
    ]
}
