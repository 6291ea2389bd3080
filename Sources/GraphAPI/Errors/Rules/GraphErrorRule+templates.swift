/// Templates of WhatsApp.
///
/// Sources: Meta's error references for the Graph API, WhatsApp, Messenger and Instagram, as of 2026.
extension GraphErrorRule {
    static let templates: [GraphErrorRule] = [
        GraphErrorRule(
            132000, subcode: nil, "Template Param Count Mismatch", .template, .caller, .never,
            meaning: "Number of variables sent differs from the template.",
            action: "Give as many variables as the template has."),
        GraphErrorRule(
            132001, subcode: nil, "Template does not exist", .template, .caller, .never,
            meaning: "No approved template with that name and language.",
            action: "Choose an approved template of this name and language."),
        GraphErrorRule(
            132005, subcode: nil, "Template Hydrated Text Too Long", .template, .caller, .never,
            meaning: "Text too long after filling variables.",
            action: "Shorten the variables."),
        GraphErrorRule(
            132007, subcode: nil, "Template Format Character Policy Violated", .template, .account, .never,
            meaning: "Template content breaks policy.",
            action: "Edit the template; its content breaks a policy."),
        GraphErrorRule(
            132008, subcode: nil, "Template Parameter Value Invalid", .template, .caller, .never,
            meaning: "A variable value is not acceptable.",
            action: "Correct the variable that the details name."),
        GraphErrorRule(
            132012, subcode: nil, "Template Parameter Format Mismatch", .template, .caller, .never,
            meaning: "Variable type or format differs from the template.",
            action: "Give the variable in the type that the template has."),
        GraphErrorRule(
            132015, subcode: nil, "Template is Paused", .template, .account, .never,
            meaning: "Paused for low quality.",
            action: "Edit the template or wait until it is no longer paused."),
        GraphErrorRule(
            132016, subcode: nil, "Template is Disabled", .template, .account, .never,
            meaning: "Permanently disabled after repeated pauses.",
            action: "Create a new template; this one is disabled for good."),
        GraphErrorRule(
            132068, subcode: nil, "Flow is blocked", .template, .account, .never,
            meaning: "Flow state blocked.",
            action: "Mend the flow in WhatsApp Manager."),
        GraphErrorRule(
            132069, subcode: nil, "Flow is throttled", .rateLimited, .account, .after(.seconds(3600)),
            meaning: "Throttled flow already used 10 times this hour.",
            action: "Wait an hour and look at the flow's health."),
        GraphErrorRule(
            2388019, subcode: nil, "Message template limit exceeded", .template, .account, .never,
            meaning: "WABA template count cap reached (250 in this source).",
            action: "Delete templates that are not used."),
        GraphErrorRule(
            2388040, subcode: nil, "Template character limit exceeded", .template, .caller, .never,
            meaning: "A template field is too long.",
            action: "Shorten the field that the details name."),
        GraphErrorRule(
            2388047, subcode: nil, "Header format incorrect", .template, .caller, .never,
            meaning: "Header formatting rejected.",
            action: "Correct the template's header."),
        GraphErrorRule(
            2388072, subcode: nil, "Body format incorrect", .template, .caller, .never,
            meaning: "Body formatting rejected.",
            action: "Correct the template's body."),
        GraphErrorRule(
            2388073, subcode: nil, "Footer format incorrect", .template, .caller, .never,
            meaning: "Footer formatting rejected.",
            action: "Correct the template's footer."),
        GraphErrorRule(
            2388293, subcode: nil, "Too many variables for length", .template, .caller, .never,
            meaning: "Variables to words ratio too high.",
            action: "Use fewer variables or more words."),
        GraphErrorRule(
            2388299, subcode: nil, "Leading or trailing variable", .template, .caller, .never,
            meaning: "Variable at start or end of body.",
            action: "Put text before the first and behind the last variable."),
        GraphErrorRule(
            100, subcode: 2388023, "Template language is being deleted", .template, .provider, .after(.seconds(60)),
            meaning: "Same name+language was deleted recently.",
            action: "Try again in a few minutes, or choose another name."),
        GraphErrorRule(
            100, subcode: 2388024, "Template content already exists in this language", .duplicate, .caller, .never,
            meaning: "Duplicate name + language.",
            action: "Choose another name or language."),
        GraphErrorRule(
            200005, subcode: nil, "Template insights unavailable", .unsupported, .account, .never,
            meaning: "Insights not available for the WABA.",
            action: "Insights are not offered for this account."),
        GraphErrorRule(
            200006, subcode: nil, "Cannot disable template insights", .unsupported, .caller, .never,
            meaning: "Insights cannot be switched off.",
            action: "Leave insights switched on."),
        GraphErrorRule(
            200007, subcode: nil, "Template insights not enabled", .setup, .setup, .never,
            meaning: "Insights must be enabled first.",
            action: "Switch template insights on first."),
    ]
}
