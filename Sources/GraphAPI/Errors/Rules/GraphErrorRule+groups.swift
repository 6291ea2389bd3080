/// Groups, calls, flows, blocking and usernames of WhatsApp.
///
/// Sources: Meta's error references for the Graph API, WhatsApp, Messenger and Instagram, as of 2026.
extension GraphErrorRule {
    static let groups: [GraphErrorRule] = [
        GraphErrorRule(
            131020, subcode: nil, "Bad Group", .notFound, .caller, .never,
            meaning: "Group has a single member only.",
            action: "Wait until somebody else has joined the group."),
        GraphErrorRule(
            131041, subcode: nil, "Group unknown", .notFound, .caller, .never,
            meaning: "Group missing or business not a member.",
            action: "Check the group; it is gone, or the business is not in it."),
        GraphErrorRule(
            131201, subcode: nil, "Request partially succeeded", .partial, .caller, .never,
            meaning: "Some participants failed.",
            action: "Look at the error of each participant."),
        GraphErrorRule(
            131202, subcode: nil, "Duplicate participant", .invalidRequest, .caller, .never,
            meaning: "Same participant listed twice.",
            action: "Name each participant once."),
        GraphErrorRule(
            131203, subcode: nil, "Participant has not accepted terms", .undeliverable, .recipient, .never,
            meaning: "User cannot be added to the group.",
            action: "The person must accept WhatsApp's terms before joining."),
        GraphErrorRule(
            131204, subcode: nil, "Participant overlimit", .invalidRequest, .caller, .never,
            meaning: "Group too large.",
            action: "Name fewer participants; the group would be too large."),
        GraphErrorRule(
            131207, subcode: nil, "Group suspended", .policy, .account, .never,
            meaning: "Group broke policy.",
            action: "Stop writing to the group; it broke a policy."),
        GraphErrorRule(
            131208, subcode: nil, "Group rate limit hit", .rateLimited, .caller, .after(.seconds(60)),
            meaning: "Too many group operations from the number.",
            action: "Slow the operations on groups down."),
        GraphErrorRule(
            131209, subcode: nil, "Group picture aspect ratio", .media, .caller, .never,
            meaning: "Picture must be square.",
            action: "Use a square picture."),
        GraphErrorRule(
            131210, subcode: nil, "Group picture too small", .media, .caller, .never,
            meaning: "Picture must be larger than 192 px.",
            action: "Use a picture larger than 192 pixels."),
        GraphErrorRule(
            131211, subcode: nil, "Group create limit reached", .account, .account, .never,
            meaning: "Number has the maximum of groups.",
            action: "Delete groups that are not used."),
        GraphErrorRule(
            131212, subcode: nil, "Participant not in group", .notFound, .caller, .never,
            meaning: "Cannot remove a non-member.",
            action: "Nothing is left to do; the person is not in the group."),
        GraphErrorRule(
            131213, subcode: nil, "Join request does not exist", .notFound, .caller, .never,
            meaning: "Request id unknown.",
            action: "Nothing is left to do; the request is gone."),
        GraphErrorRule(
            131214, subcode: nil, "Group creation temporarily disabled",
            .rateLimited, .account, .after(.seconds(86400)),
            meaning: "Too many marketing messages in service windows in the last 7 days.",
            action: "Wait some days; too many marketing messages were sent in service windows."),
        GraphErrorRule(
            131215, subcode: nil, "Not eligible for groups", .unsupported, .account, .never,
            meaning: "Number may not use the groups API.",
            action: "This number may not use groups."),
        GraphErrorRule(
            138000, subcode: nil, "Calling not enabled", .unsupported, .setup, .never,
            meaning: "Calling is off for this number.",
            action: "Switch calling on for this number."),
        GraphErrorRule(
            138001, subcode: nil, "Receiver uncallable", .undeliverable, .recipient, .never,
            meaning: "Recipient cannot take calls.",
            action: "This person cannot take calls."),
        GraphErrorRule(
            138002, subcode: nil, "Concurrent calls limit", .rateLimited, .caller, .after(.seconds(60)),
            meaning: "1000 parallel calls reached.",
            action: "Wait until some calls have ended."),
        GraphErrorRule(
            138003, subcode: nil, "Duplicate call", .duplicate, .caller, .never,
            meaning: "A call with this user is already running.",
            action: "A call with this person is running already."),
        GraphErrorRule(
            138004, subcode: nil, "Connection error", .temporary, .provider, .after(.seconds(10)),
            meaning: "Call could not be connected.",
            action: "Call again later."),
        GraphErrorRule(
            138005, subcode: nil, "Call rate limit", .rateLimited, .caller, .after(.seconds(60)),
            meaning: "Too many calls started.",
            action: "Start calls more slowly."),
        GraphErrorRule(
            138006, subcode: nil, "No call permission", .undeliverable, .recipient, .never,
            meaning: "User gave no call permission.",
            action: "Ask the person for permission to call."),
        GraphErrorRule(
            138007, subcode: nil, "Connection timeout", .temporary, .recipient, .after(.seconds(60)),
            meaning: "No answer to connect in time.",
            action: "Call again later; nobody answered in time."),
        GraphErrorRule(
            138009, subcode: nil, "Permission request limit", .rateLimited, .caller, .after(.seconds(86400)),
            meaning: "Too many permission requests to this user.",
            action: "Do not ask this person for permission so often."),
        GraphErrorRule(
            138012, subcode: nil, "Daily business calls limit", .rateLimited, .caller, .after(.seconds(86400)),
            meaning: "Daily limit of business-initiated calls reached.",
            action: "Call this person again tomorrow."),
        GraphErrorRule(
            138013, subcode: nil, "Permission lookup limit", .rateLimited, .caller, .after(.seconds(60)),
            meaning: "Too many reads of call permission (613 also seen).",
            action: "Look call permissions up less often."),
        GraphErrorRule(
            138018, subcode: nil, "Calling cannot be enabled", .unsupported, .account, .never,
            meaning: "Number not eligible for calling.",
            action: "This number is not eligible for calls."),
        GraphErrorRule(
            139000, subcode: nil, "Flow blocked by integrity", .policy, .account, .never,
            meaning: "Integrity check blocked the flow operation.",
            action: "Mend the flow; an integrity check blocked it."),
        GraphErrorRule(
            139001, subcode: nil, "Flow cannot be updated", .invalidRequest, .caller, .never,
            meaning: "Flow state does not allow editing.",
            action: "The flow's state does not allow edits."),
        GraphErrorRule(
            139002, subcode: nil, "Flow cannot be published", .invalidRequest, .caller, .never,
            meaning: "Flow has errors or is in the wrong state.",
            action: "Mend the flow's errors before publishing it."),
        GraphErrorRule(
            139003, subcode: nil, "Flow cannot be deprecated", .invalidRequest, .caller, .never,
            meaning: "Wrong state.",
            action: "The flow's state does not allow this."),
        GraphErrorRule(
            139004, subcode: nil, "Flow cannot be deleted", .invalidRequest, .caller, .never,
            meaning: "Wrong state.",
            action: "The flow's state does not allow this."),
        GraphErrorRule(
            139100, subcode: nil, "Bulk blocking partially failed", .partial, .caller, .never,
            meaning: "Some users could not be blocked; see block_users.failed_users.",
            action: "Look at the error of each person."),
        GraphErrorRule(
            139101, subcode: nil, "Block list limit reached", .account, .caller, .never,
            meaning: "Block list is full (64k).",
            action: "Unblock some people first."),
        GraphErrorRule(
            139102, subcode: nil, "Block list concurrent update", .temporary, .provider, .after(.seconds(0)),
            meaning: "List changed during the update.",
            action: "Try again at once; the list was changed meanwhile."),
        GraphErrorRule(
            139103, subcode: nil, "Block user internal error", .temporary, .provider, .after(.seconds(5)),
            meaning: "Internal failure.",
            action: "Try again later."),
        GraphErrorRule(
            147001, subcode: nil, "Username not available", .invalidRequest, .caller, .never,
            meaning: "Requested business username taken, reserved or refused.",
            action: "Choose another username."),
        GraphErrorRule(
            147002, subcode: nil, "Not eligible to request username", .unsupported, .account, .never,
            meaning: "Portfolio needs a higher messaging limit first.",
            action: "Wait until the messaging limit is higher."),
        GraphErrorRule(
            147003, subcode: nil, "Facebook page not linked", .setup, .account, .never,
            meaning: "Name is used by a Page that is not linked to the number.",
            action: "Link the page that has this name to the number."),
        GraphErrorRule(
            147004, subcode: nil, "Instagram account not linked", .setup, .account, .never,
            meaning: "Name is used by an Instagram account that is not linked.",
            action: "Link the Instagram account that has this name to the number."),
        GraphErrorRule(
            147005, subcode: nil, "Username transfer required", .invalidRequest, .caller, .never,
            meaning: "Name is on another number of the same portfolio; a transfer must be asked for explicitly.",
            action: "Ask for the transfer of the name explicitly."),
    ]
}
