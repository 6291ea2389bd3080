/// Registration and migration of numbers, onboarding of accounts.
///
/// Sources: Meta's error references for the Graph API, WhatsApp, Messenger and Instagram, as of 2026.
extension GraphErrorRule {
    static let registration: [GraphErrorRule] = [
        GraphErrorRule(
            133000, subcode: nil, "Incomplete Deregistration", .registration, .provider, .after(.seconds(60)),
            meaning: "An earlier deregistration failed.",
            action: "Try again; an earlier deregistration did not finish."),
        GraphErrorRule(
            133004, subcode: nil, "Server Temporarily Unavailable", .temporary, .provider, .after(.seconds(30)),
            meaning: "Registration server down.",
            action: "Try again later."),
        GraphErrorRule(
            133005, subcode: nil, "Two step verification PIN Mismatch", .registration, .caller, .never,
            meaning: "Wrong PIN.",
            action: "Give the PIN that was set for this number, or reset it in WhatsApp Manager."),
        GraphErrorRule(
            133006, subcode: nil, "Phone number re-verification needed", .registration, .caller, .never,
            meaning: "Number must be verified with a code first.",
            action: "Verify the number with a code first."),
        GraphErrorRule(
            133008, subcode: nil, "Too many PIN guesses", .rateLimited, .caller, .after(.seconds(3600)),
            meaning: "PIN attempts locked; details holds the wait.",
            action: "Wait as long as the details say."),
        GraphErrorRule(
            133009, subcode: nil, "PIN guessed too fast", .rateLimited, .caller, .after(.seconds(60)),
            meaning: "Attempts too close together.",
            action: "Wait a little before the next PIN."),
        GraphErrorRule(
            133010, subcode: nil, "Phone number Not Registered", .registration, .setup, .never,
            meaning: "Number is not registered on Cloud API.",
            action: "Register the number with the Cloud API first."),
        GraphErrorRule(
            133015, subcode: nil, "Recently deleted number", .registration, .provider, .after(.seconds(300)),
            meaning: "Deletion still running.",
            action: "Try again in a few minutes; the number is still being deleted."),
        GraphErrorRule(
            136025, subcode: nil, "Code request failed", .registration, .provider, .after(.seconds(300)),
            meaning: "Verification code could not be sent or was requested too often.",
            action: "Wait before asking for another code."),
        GraphErrorRule(
            2388001, subcode: nil, "Ownership or two-step blocks migration", .registration, .account, .never,
            meaning: "Number ownership unconfirmed or two-step still on.",
            action: "Confirm who owns the number and switch its two-step verification off."),
        GraphErrorRule(
            2388012, subcode: nil, "Number already in the account", .duplicate, .caller, .never,
            meaning: "Number already present in the WABA.",
            action: "Use the number that is already in the account."),
        GraphErrorRule(
            2388091, subcode: nil, "Not eligible for registration code", .registration, .caller, .never,
            meaning: "Number is not being migrated.",
            action: "Only a number that is being migrated can ask for this code."),
        GraphErrorRule(
            2388093, subcode: nil, "Not eligible to verify code", .registration, .caller, .never,
            meaning: "Number is not being migrated.",
            action: "Only a number that is being migrated can verify this code."),
        GraphErrorRule(
            2388103, subcode: nil, "Cannot migrate phone number", .registration, .account, .never,
            meaning: "One of many migration preconditions failed; text tells which.",
            action: "Meet the condition that the message names."),
        GraphErrorRule(
            2494100, subcode: nil, "Account in maintenance mode (migration)",
            .temporary, .provider, .after(.seconds(300)),
            meaning: "Number under maintenance.",
            action: "Try again later; the number is under maintenance."),
        GraphErrorRule(
            2593079, subcode: nil, "WABA already marked for migration", .duplicate, .caller, .never,
            meaning: "Solution migration already recorded.",
            action: "Nothing is left to do; the migration is recorded."),
        GraphErrorRule(
            2593085, subcode: nil, "WABA invalid for OBO mobility", .unsupported, .account, .never,
            meaning: "WABA not eligible for ownership transfer.",
            action: "The ownership of this account cannot be transferred."),
        GraphErrorRule(
            2593107, subcode: nil, "Synchronization request limit exceeded", .duplicate, .caller, .never,
            meaning: "Contacts/history sync may be requested once each.",
            action: "Contacts and history can be asked for once only."),
        GraphErrorRule(
            2593108, subcode: nil, "Synchronization outside allowed window", .registration, .caller, .never,
            meaning: "Sync must start within 24 h of onboarding.",
            action: "Onboard the number again; history is given in the first 24 hours only."),
        GraphErrorRule(
            2593109, subcode: nil, "History sharing turned off", .unsupported, .recipient, .never,
            meaning: "Arrives inside the history webhook when the business declined sharing.",
            action: "The business chose not to share its history."),
        GraphErrorRule(
            1752041, subcode: nil, "Duplicate request (marketing onboarding)", .duplicate, .caller, .never,
            meaning: "Business was already invited by a partner.",
            action: "The business was invited already."),
        GraphErrorRule(
            2494164, subcode: nil, "Signup not found", .notFound, .caller, .never,
            meaning: "Signup entity unknown.",
            action: "Check the id of the signup."),
        GraphErrorRule(
            2494165, subcode: nil, "Signup API unavailable", .unsupported, .account, .never,
            meaning: "In-app signup not enabled for the WABA.",
            action: "In-app signup is not enabled for this account."),
        GraphErrorRule(
            2494166, subcode: nil, "Signup unknown placeholder", .invalidRequest, .caller, .never,
            meaning: "Confirmation message has an unknown placeholder.",
            action: "Remove the unknown placeholder from the confirmation."),
        GraphErrorRule(
            2494167, subcode: nil, "Signup placeholder without value", .invalidRequest, .caller, .never,
            meaning: "Promo code placeholder without a promo code.",
            action: "Give a promotion code, or remove its placeholder."),
        GraphErrorRule(
            2494168, subcode: nil, "Signup terms not accepted", .account, .account, .never,
            meaning: "Terms of service not accepted.",
            action: "Accept the terms of service first."),
        GraphErrorRule(
            2494176, subcode: nil, "Signup terms already accepted", .duplicate, .caller, .never,
            meaning: "Policy object sent although terms were accepted before.",
            action: "Leave the policy out; the terms were accepted before."),
        GraphErrorRule(
            2494177, subcode: nil, "Signup terms URL not allowed", .invalidRequest, .caller, .never,
            meaning: "Terms URL differs from the one Meta lists.",
            action: "Give the address of the terms that Meta lists."),
        GraphErrorRule(
            2494179, subcode: nil, "Signup website scheme", .invalidRequest, .caller, .never,
            meaning: "Website URL is not https.",
            action: "Give a website that begins with https."),
    ]
}
