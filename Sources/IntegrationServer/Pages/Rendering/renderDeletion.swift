package import Storage

/// What a person sees who asked a provider to have their data deleted here.
package func renderDeletion(_ duty: Duty, product: String, clock: WorkplaceClock) -> String {
    let asked = "Your request was received on \(clock.dateAndTime(duty.requestedAt)) UTC."
    let view: PlainView
    if let finished = duty.finishedAt {
        let what =
            duty.parts == 0
            ? "Nothing was kept here that was connected with your account, so there was nothing to delete."
            : "On \(clock.dateAndTime(finished)) UTC everything was deleted that \(product) kept through your connection: "
                + "access to your accounts, conversations with their messages, and personal details."
        view = PlainView(
            title: "Your data is deleted", icon: "check", tone: "success",
            paragraphs: [asked, what, "What is left is this code and these times, so that this page can show them."],
            reference: "Confirmation code \(duty.code)")
    } else {
        view = PlainView(
            title: "Your data is being deleted", icon: "clock",
            paragraphs: [
                asked,
                "\(product) deletes what was kept through your connection: access to your accounts, conversations with "
                    + "their messages, and personal details. This goes on by itself, whatever happens meanwhile.",
                "Load this page again to see whether it is done. You need not do anything.",
            ], reference: "Confirmation code \(duty.code)")
    }
    return view.render()
}
