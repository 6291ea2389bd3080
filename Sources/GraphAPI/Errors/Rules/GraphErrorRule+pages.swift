/// Messenger and Instagram.
///
/// Sources: Meta's error references for the Graph API, WhatsApp, Messenger and Instagram, as of 2026.
extension GraphErrorRule {
    static let pages: [GraphErrorRule] = [
        GraphErrorRule(
            4, subcode: 2018022, "Page call rate", .rateLimited, .caller, .after(.seconds(60)),
            meaning: "Too many send calls for the page.",
            action: "Send for this page more slowly."),
        GraphErrorRule(
            10, subcode: 2018065, "Outside window, no tag", .windowClosed, .caller, .never,
            meaning: "Message sent outside allowed window and policy.",
            action: "Wait for the person to write, or use the human agent tag if the app may."),
        GraphErrorRule(
            10, subcode: 2018108, "App review or page permission missing", .permission, .setup, .never,
            meaning: "App lacks advanced access for this recipient.",
            action: "Get the app reviewed; until then only its testers can be written to."),
        GraphErrorRule(
            10, subcode: 2018278, "Outside allowed window", .windowClosed, .caller, .never,
            meaning: "More than 24 h since the person's last interaction (Messenger).",
            action: "Wait for the person to write, or use the human agent tag if the app may."),
        GraphErrorRule(
            10, subcode: 2534022, "Outside allowed window (Instagram)", .windowClosed, .caller, .never,
            meaning: "24 h window closed for an Instagram conversation.",
            action: "Wait for the person to write, or use the human agent tag if the app may."),
        GraphErrorRule(
            10, subcode: 1893063, "Page restricted from sending", .policy, .account, .never,
            meaning: "Page temporarily barred from sending (documented June 2026).",
            action: "Stop sending for this page; Meta has barred it for a time."),
        GraphErrorRule(
            100, subcode: 2018001, "No matching user found", .undeliverable, .recipient, .never,
            meaning: "PSID/IGSID unknown for this page.",
            action: "Check the recipient; this page does not know the person."),
        GraphErrorRule(
            100, subcode: 2018008, "Attachment fetch failed", .media, .caller, .after(.seconds(10)),
            meaning: "URL could not be fetched (TLS, size, slow server).",
            action: "Check that the link can be reached, and try once more."),
        GraphErrorRule(
            100, subcode: 2018034, "Message is empty", .invalidRequest, .caller, .never,
            meaning: "Neither text nor attachment.",
            action: "Give a text or an attachment."),
        GraphErrorRule(
            100, subcode: 2018047, "Attachment upload failure", .media, .caller, .never,
            meaning: "Declared type does not match the file.",
            action: "Name the type that the file has."),
        GraphErrorRule(
            100, subcode: 2018074, "Attachment id not owned", .media, .caller, .never,
            meaning: "Attachment id invalid or of another page.",
            action: "Upload the attachment again for this page."),
        GraphErrorRule(
            100, subcode: 2018109, "Attachment too large", .media, .caller, .never,
            meaning: "File above the limit.",
            action: "Send a smaller file."),
        GraphErrorRule(
            100, subcode: 2018218, "No profile available", .notFound, .recipient, .never,
            meaning: "User profile not available for this id.",
            action: "Go on without a profile; this person has none to show."),
        GraphErrorRule(
            100, subcode: 2018294, "Video fetch timed out or corrupt", .media, .caller, .after(.seconds(10)),
            meaning: "Video not fetched within 75 s or damaged.",
            action: "Check the video and its server, and try once more."),
        GraphErrorRule(
            100, subcode: 2534014, "Requested user not found (Instagram)", .undeliverable, .recipient, .never,
            meaning: "IGSID unknown or user unavailable.",
            action: "Check the recipient; the person cannot be found."),
        GraphErrorRule(
            100, subcode: 2534015, "Instagram send rejected", .invalidRequest, .caller, .never,
            meaning: "Seen for Instagram sends with invalid recipient or payload.",
            action: "Check the recipient and the message's form."),
        GraphErrorRule(
            100, subcode: nil, "Deprecated message tag", .invalidRequest, .caller, .never,
            whenMessageNames: "tag",
            meaning: "CONFIRMED_EVENT_UPDATE, ACCOUNT_UPDATE or POST_PURCHASE_UPDATE used after 2026-04-27.",
            action: "Use a utility template or the human agent tag."),
        GraphErrorRule(
            200, subcode: 2018027, "Not allowed to message this user", .undeliverable, .recipient, .never,
            meaning: "User opted out or account inactive for messaging.",
            action: "Reach this person another way; they opted out."),
        GraphErrorRule(
            200, subcode: 2018028, "App not live or lacks pages_messaging", .permission, .setup, .never,
            meaning: "Non-tester recipient while access is not granted.",
            action: "Finish the app's review; until then only its testers can be written to."),
        GraphErrorRule(
            200, subcode: nil, "Not reviewed for messaging this user", .permission, .setup, .never,
            whenMessageNames: "pages_messaging",
            meaning: "Recipient is no tester and pages_messaging is not approved or app not live.",
            action: "Finish the app's review; until then only its testers can be written to."),
        GraphErrorRule(
            200, subcode: 1545041, "Person not available", .undeliverable, .recipient, .never,
            meaning: "Recipient cannot be messaged (pair seen with code 200).",
            action: "Reach this person another way."),
        GraphErrorRule(
            200, subcode: 2534041, "Instagram message access disabled", .permission, .account, .never,
            meaning: "Owner switched off connected-tools access to Instagram messages.",
            action: "Ask the account's owner to allow connected tools to read messages."),
        GraphErrorRule(
            230, subcode: nil, "pages_messaging permission required", .permission, .setup, .never,
            meaning: "Permission missing.",
            action: "Connect again and grant the permission to send for the page."),
        GraphErrorRule(
            551, subcode: 1545041, "Person not available right now", .undeliverable, .recipient, .never,
            meaning: "User cannot receive (blocked page, deactivated, left).",
            action: "Reach this person another way; they cannot receive now."),
        GraphErrorRule(
            613, subcode: nil, "Send rate limited", .rateLimited, .caller, .after(.seconds(60)),
            whenMessageNames: "send",
            meaning: "Page exceeded a send limit.",
            action: "Send for this page more slowly."),
        GraphErrorRule(
            1200, subcode: nil, "Temporary send failure", .temporary, .provider, .after(.seconds(10)),
            meaning: "Transient; try again later.",
            action: "Try again later."),
        GraphErrorRule(
            1200, subcode: 1545041, "Temporary send failure (user)", .temporary, .provider, .after(.seconds(10)),
            meaning: "Transient for this recipient.",
            action: "Try again later."),
        GraphErrorRule(
            2018300, subcode: nil, "Thread controlled by another app", .temporary, .setup, .after(.seconds(300)),
            meaning: "Conversation routing gives the thread to another app (may arrive as a subcode).",
            action: "Take control of the conversation, or wait until the other app gives it back."),
        GraphErrorRule(
            2018321, subcode: nil, "Thread in automated flow", .temporary, .provider, .after(.seconds(300)),
            meaning: "Messenger runs an automatic question flow in the thread (may arrive as a subcode).",
            action: "Wait until the automatic questions in the conversation are over."),
        GraphErrorRule(
            2022, subcode: nil, "Sending temporarily blocked", .rateLimited, .account, .after(.seconds(3600)),
            meaning: "Page or app feature temporarily limited.",
            action: "Stop sending for this page for a while."),
        GraphErrorRule(
            10900, subcode: nil, "Private reply target missing", .notFound, .caller, .never,
            meaning: "Comment or post of a private reply is gone or too old.",
            action: "Drop the reply; the comment is gone or too old."),
        GraphErrorRule(
            10903, subcode: nil, "Private reply already used", .duplicate, .caller, .never,
            meaning: "Only one private reply per comment.",
            action: "Drop the reply; each comment can be answered privately once."),
    ]
}
