package import IntegrationKit

/// A page outside a workplace: one message, at most one thing to do.
struct PlainView: Sendable {
    struct Button: Sendable {
        let label: String
        let href: String?
        let isLink: Bool
        /// Sent instead of following ``href``.
        let post: Post?
        let testID: String

        init(label: String, href: String, testID: String) {
            (self.label, self.href, isLink, post, self.testID) = (label, href, true, nil, testID)
        }

        init(label: String, post: Post, testID: String) {
            (self.label, href, isLink, self.post, self.testID) = (label, nil, false, post, testID)
        }
    }

    struct Post: Sendable {
        let action: String
        let fields: [Field]
    }

    struct Field: Sendable {
        let name: String
        let value: String
    }

    let title: String
    let icon: Markup
    /// Part of a class: `plain`, `error`, `success`.
    let tone: String
    let paragraphs: [String]
    let command: String?
    let button: Button?
    let reference: String?
    /// Follows the button's address by itself.
    let leavesTo: String?
    let stylesheet = StaticAsset.stylesheet.path
    let script = StaticAsset.script.path
    let favicon = StaticAsset.icon.path

    init(
        title: String, icon: String, tone: String = "plain", paragraphs: [String], command: String? = nil,
        button: Button? = nil, reference: String? = nil, leavesTo: String? = nil
    ) {
        self.title = title
        self.icon = Icons.svg(icon)
        self.tone = tone
        self.paragraphs = paragraphs
        self.command = command
        self.button = button
        self.reference = reference
        self.leavesTo = leavesTo
    }

    func render() -> String { Templates.render("plain", self).html }
}

/// What people see when a request could not be served.
///
/// - Parameters:
///   - status: The HTTP status, shown small.
///   - title: What happened, in a few words.
///   - message: What to do.
///   - reference: To quote to whoever runs this; also in the log.
package func renderErrorPage(status: Int, title: String, message: String, reference: String?) -> String {
    PlainView(
        title: title, icon: status == 404 ? "help" : "alert", tone: status >= 500 ? "error" : "plain",
        paragraphs: [message],
        reference: [reference.map { "Reference \($0)" }, "Error \(status)"].compactMap { $0 }.joined(separator: " · ")
    ).render()
}

/// What a one-time link shows. Only its button signs in: a program that looks at links before people do must not use
/// it up.
package func renderSignInPage(
    workplace: String, product: String, action: String, fields: [(name: String, value: String)]
) -> String {
    PlainView(
        title: "Sign in to \(workplace)", icon: "key",
        paragraphs: ["This link signs you in to \(workplace) in \(product), in this browser. It works once."],
        button: PlainView.Button(
            label: "Sign in",
            post: PlainView.Post(
                action: action, fields: fields.map { PlainView.Field(name: $0.name, value: $0.value) }),
            testID: "login-confirm")
    ).render()
}

/// Why somebody is not signed in, and how they get in.
package enum SignInProblem: Hashable, Sendable {
    /// There was no link, or the session is over.
    case needed
    /// The link is not one of ours, has been used or is too old; it is not told which.
    case invalidLink
}

/// - Parameters:
///   - command: What makes a new link.
///   - isOwnMachine: Whoever sees the page is taken for the one who runs the server, and can type the command.
package func renderSignInProblem(_ problem: SignInProblem, command: String, isOwnMachine: Bool) -> String {
    let how =
        isOwnMachine
        ? "Make a new sign-in link on the machine that runs this, and open it in this browser:"
        : "Ask whoever runs this for a new sign-in link and open it in this browser. This makes one, on the server:"
    return switch problem {
    case .needed:
        PlainView(
            title: "Please sign in", icon: "lock",
            paragraphs: ["This page belongs to a workplace, and you are not signed in to it, or no longer.", how],
            command: command
        ).render()
    case .invalidLink:
        PlainView(
            title: "This link does not work any more", icon: "link",
            paragraphs: [
                "A sign-in link works once and only for a short time. This one was used, is too old, or is incomplete.",
                how,
            ],
            command: command
        ).render()
    }
}

/// Leads to another site, by itself or by its link: a form must not redirect there, since the pages' content security
/// policy holds forms to this site.
package func renderLeavePage(to url: String, host: String) -> String {
    PlainView(
        title: "Taking you to \(host)", icon: "external",
        paragraphs: ["If nothing happens, use the button."],
        button: PlainView.Button(label: "Continue to \(host)", href: url, testID: "continue"), leavesTo: url
    ).render()
}

/// Asks before an action is done, where there is no script for a dialog.
struct ConfirmView: Sendable {
    let title: String
    let text: String?
    let label: String
    let style: String
    let action: String
    let post: ActionView.Post
    let cancelHref: String
}

package func renderConfirmation(
    _ action: PageAction, frame: PageFrame, address: PageAddress, page handle: String
) -> String? {
    let view = ActionView(action, index: 0, frame: frame, address: address)
    guard let confirm = view.confirm else { return nil }
    let content = Templates.render(
        "confirm",
        ConfirmView(
            title: confirm.title, text: confirm.text, label: confirm.label, style: confirm.style,
            action: confirm.action, post: confirm.post,
            cancelHref: address.plain.text))
    return Templates.render(
        "shell",
        ShellView(frame, title: confirm.title, place: .page(handle: handle), address: address, content: content)
    ).html
}
