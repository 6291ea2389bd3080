/// Authentication, permissions and limits of the Graph API as a whole.
///
/// Sources: Meta's error references for the Graph API, WhatsApp, Messenger and Instagram, as of 2026.
extension GraphErrorRule {
    static let core: [GraphErrorRule] = [
        GraphErrorRule(
            0, subcode: nil, "AuthException", .authentication, .setup, .never,
            meaning: "Caller could not be authenticated (token dead or app access cut off by the user).",
            action: "Ask somebody to connect again; the token is dead or the app was cut off."),
        GraphErrorRule(
            1, subcode: nil, "API Unknown", .temporary, .provider, .after(.seconds(5)),
            meaning: "Malformed request or an unspecified server fault; graph docs treat it as possibly transient.",
            action: "Try again a few times; if it stays, look at the request's form."),
        GraphErrorRule(
            2, subcode: nil, "API Service", .temporary, .provider, .after(.seconds(5)),
            meaning: "Short outage or overload on Meta's side.",
            action: "Try again later; Meta has a short outage."),
        GraphErrorRule(
            3, subcode: nil, "API Method", .permission, .setup, .never,
            meaning: "App lacks the capability or permission for this call.",
            action: "Give the app the capability or permission that this call needs."),
        GraphErrorRule(
            4, subcode: nil, "API Too Many Calls", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "App-level hourly call budget used up.",
            action: "Stop all calls of the app until its hourly budget recovers."),
        GraphErrorRule(
            4, subcode: 1504022, "Too many calls (app, user level)", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "App-wide throttle variant seen with a subcode.",
            action: "Stop all calls of the app until its hourly budget recovers."),
        GraphErrorRule(
            4, subcode: 1504039, "Too many calls (app, other)", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "App-wide throttle variant seen with a subcode.",
            action: "Stop all calls of the app until its hourly budget recovers."),
        GraphErrorRule(
            10, subcode: nil, "Permission Denied", .permission, .setup, .never,
            meaning: "Permission missing, removed, or endpoint not allowed for this app.",
            action: "Grant the missing permission when connecting again, or let the app use this endpoint."),
        GraphErrorRule(
            17, subcode: nil, "User request limit reached", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Per-user or per-account call budget exhausted.",
            action: "Stop the calls with this token until its budget recovers."),
        GraphErrorRule(
            17, subcode: 2446079, "Ad account call limit", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Business-use-case limit variant on ad accounts.",
            action: "Stop the calls for this account until its budget recovers."),
        GraphErrorRule(
            32, subcode: nil, "Page request limit reached", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Calls made with a page token exceeded the page budget.",
            action: "Stop the calls for this page until its budget recovers."),
        GraphErrorRule(
            33, subcode: nil, "Parameter value is not valid (deleted number)", .notFound, .account, .never,
            meaning: "Business phone number no longer exists.",
            action: "Remove the number here; it no longer exists at WhatsApp."),
        GraphErrorRule(
            100, subcode: nil, "Invalid parameter", .invalidRequest, .caller, .never,
            meaning: "Unknown, misspelt, missing or too long parameter.",
            action: "Correct the parameter that the details name."),
        GraphErrorRule(
            100, subcode: 33, "Object missing or not visible", .notFound, .caller, .never,
            meaning: "Object id does not exist, is not visible to this token, or does not support the operation.",
            action: "Check the id, and that the connected account may see the object."),
        GraphErrorRule(
            102, subcode: nil, "API Session", .authentication, .setup, .never,
            meaning: "Login session or token expired, revoked or invalid.",
            action: "Ask somebody to connect again; the session is over."),
        GraphErrorRule(
            104, subcode: nil, "Access token required", .authentication, .setup, .never,
            meaning: "Call made with no usable token, or appsecret_proof missing/invalid.",
            action: "Check the app's id and secret; the call had no usable token or proof."),
        GraphErrorRule(
            190, subcode: nil, "Access token has expired", .authentication, .setup, .never,
            meaning: "Token expired or no longer valid.",
            action: "Ask somebody to connect again; the token is no longer valid."),
        GraphErrorRule(
            190, subcode: 458, "App not installed", .authentication, .setup, .never,
            meaning: "User removed the app; token is dead.",
            action: "Ask somebody to connect again; the app was removed from the account."),
        GraphErrorRule(
            190, subcode: 459, "User checkpointed", .authentication, .setup, .never,
            meaning: "User must resolve a security check on facebook.com.",
            action: "Ask the person who connected to pass the security check on facebook.com, then to connect again."),
        GraphErrorRule(
            190, subcode: 460, "Password changed", .authentication, .setup, .never,
            meaning: "User changed password so the session ended.",
            action: "Ask somebody to connect again; the password was changed."),
        GraphErrorRule(
            190, subcode: 463, "Expired", .authentication, .setup, .never,
            meaning: "Token or session passed its expiry.",
            action: "Ask somebody to connect again; the token has expired."),
        GraphErrorRule(
            190, subcode: 464, "Unconfirmed user", .authentication, .setup, .never,
            meaning: "User account needs confirmation.",
            action: "Ask the person who connected to confirm the Facebook account, then to connect again."),
        GraphErrorRule(
            190, subcode: 467, "Invalid access token", .authentication, .setup, .never,
            meaning: "Token was revoked or malformed.",
            action: "Ask somebody to connect again; the token was revoked."),
        GraphErrorRule(
            190, subcode: 492, "Invalid session", .authentication, .setup, .never,
            meaning: "User behind a page token lost the required page role.",
            action: "Ask an administrator of the page to connect again; the person who connected lost the role."),
        GraphErrorRule(
            200, subcode: nil, "API Permission", .permission, .setup, .never,
            upTo: 299,
            meaning: "Missing permission for the requested object.",
            action: "Grant the missing permission when connecting again."),
        GraphErrorRule(
            341, subcode: nil, "Application limit reached", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Temporary app-wide limit.",
            action: "Slow all calls of the app down and try again later."),
        GraphErrorRule(
            368, subcode: nil, "Temporarily blocked for policy violations", .policy, .account, .never,
            meaning: "Account or action blocked because of policy.",
            action: "Stop sending and look at the account's quality page; Meta has blocked the action."),
        GraphErrorRule(
            506, subcode: nil, "Duplicate post", .duplicate, .caller, .never,
            meaning: "Same post sent twice in a row.",
            action: "Do not send the same post twice in a row."),
        GraphErrorRule(
            613, subcode: nil, "Custom rate limit", .rateLimited, .setup, .after(.seconds(60)),
            meaning: "Calls to this endpoint exceeded a specific limit.",
            action: "Slow the calls to this endpoint down and try again later."),
        GraphErrorRule(
            613, subcode: 1996, "Inconsistent request volume", .rateLimited, .setup, .after(.seconds(60)),
            meaning: "Traffic pattern considered abnormal.",
            action: "Spread the calls more evenly over time."),
        GraphErrorRule(
            803, subcode: nil, "Object alias unknown", .notFound, .caller, .never,
            meaning: "An id or alias in the path cannot be resolved.",
            action: "Check the id in the path."),
        GraphErrorRule(
            1609005, subcode: nil, "Link error", .media, .caller, .never,
            meaning: "A URL could not be scraped.",
            action: "Check that the link can be reached from the internet."),
        GraphErrorRule(
            2500, subcode: nil, "Graph query parse error", .invalidRequest, .caller, .never,
            meaning: "Path or fields expression could not be parsed or token missing on /me.",
            action: "Correct the path or the list of fields."),
        GraphErrorRule(
            80000, subcode: nil, "Ads insights BUC limit", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Business-use-case throttle.",
            action: "Wait as long as the usage header says."),
        GraphErrorRule(
            80001, subcode: nil, "Pages BUC limit", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Page or system-user token over the pages business-use-case budget.",
            action: "Stop the calls for this page as long as the usage header says."),
        GraphErrorRule(
            80002, subcode: nil, "Instagram BUC limit", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Instagram business-use-case budget exhausted.",
            action: "Stop the calls for this Instagram account as long as the usage header says."),
        GraphErrorRule(
            80006, subcode: nil, "Messenger BUC limit", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Messenger business-use-case budget exhausted.",
            action: "Stop the calls for this page as long as the usage header says."),
        GraphErrorRule(
            80007, subcode: nil, "Rate limit issues (WABA)", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "WhatsApp Business Account reached its management call budget.",
            action: "Stop the management calls of this WhatsApp account as long as the usage header says."),
        GraphErrorRule(
            80008, subcode: nil, "WhatsApp business management BUC limit", .rateLimited, .setup, .after(.seconds(300)),
            meaning: "Graph docs number for the same WABA management throttle.",
            action: "Stop the management calls of this WhatsApp account as long as the usage header says."),
    ]
}
