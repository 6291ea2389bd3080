package import IntegrationKit

/// Asks before everything of a workplace is removed.
func renderRemoval(_ frame: PageFrame, address: PageAddress, action: String, cancel: String) -> String {
    let title = "Remove \(frame.product) from \(frame.workplace.name)?"
    let content = Templates.render(
        "confirm",
        ConfirmView(
            title: title,
            text: "Conversations, connections and everything else that \(frame.product) keeps for this workplace are deleted, "
                + "and everybody is signed out. This cannot be undone.",
            label: "Remove for good", style: "destructive", action: action,
            post: ActionView.Post(action: action, csrf: frame.csrfToken, formKey: frame.formKey, key: "remove"),
            cancelHref: cancel))
    return Templates.render(
        "shell", ShellView(frame, title: title, place: .page(handle: ""), address: address, content: content)
    ).html
}

/// - Parameter left: What could not be given back at the provider.
func renderRemoved(workplace: String, product: String, left: String?) -> String {
    PlainView(
        title: "\(product) is removed from \(workplace)", icon: "check", tone: "success",
        paragraphs: ["Everything that was kept for this workplace is deleted. You can close this page."]
            + (left.map { ["Not everything could be given back at the provider: \($0) Take the app's access back there."] } ?? [])
    ).render()
}
