import Cryptography
package import IntegrationKit

/// A button or a link that does something.
struct ActionView: Sendable {
    /// Sent when the button is pressed.
    struct Post: Sendable {
        let action: String
        let csrf: String
        let formKey: String
        let key: String
    }

    struct Confirmation: Sendable {
        /// Of the dialog.
        let id: String
        let title: String
        let text: String?
        let label: String
        let style: String
        let action: String
        let post: Post
    }

    let label: String
    let icon: Markup?
    /// `primary`, `secondary`, `outline`, `destructive`.
    let style: String
    let isDisabled: Bool
    let testID: String
    /// Of a link.
    private(set) var href: String?
    private(set) var isLink = false
    var isExternal = false
    /// Opens the dialog with this id when there is a script; without one the link is followed.
    var opens: String?
    var post: Post?
    var confirm: Confirmation?

    init(_ action: PageAction, index: Int, frame: PageFrame, address: PageAddress) {
        let key = ActionKey(action)
        label = action.label
        style = action.variant.rawValue.lowercased()
        isDisabled = !action.isEnabled
        testID = key.testID
        var icon = Icons.svg(named: action.icon)
        let post = Post(
            action: address.plain.text, csrf: frame.csrfToken, formKey: frame.formKey, key: key.text)
        if let confirmation = action.confirmation, action.isEnabled {
            confirm = Confirmation(
                id: "confirm-\(key.text)", title: confirmation.title, text: confirmation.description,
                label: action.label, style: style, action: post.action, post: post)
            self.post = post
        } else {
            switch action.effect {
            case .link(let link) where action.isEnabled:
                href = frame.href(link)
                opens = action.openedForm.map(FormView.dialogID)
            case .url(let url) where action.isEnabled && SafeAddress.isOpenable(url):
                href = url
                isExternal = true
                icon = icon ?? Icons.svg("external")
            case .connect:
                icon = icon ?? Icons.svg("link")
                self.post = post
            case .tool: self.post = post
            case .link, .url: break
            }
        }
        self.icon = icon
        isLink = href != nil
    }

    /// Opens a modal form.
    init(opening form: FormView, style: String = "primary") {
        label = form.openLabel
        icon = Icons.svg("plus")
        self.style = style
        isDisabled = false
        testID = "open-form-\(form.id)"
        href = form.openHref
        opens = form.dialogID
        isLink = true
    }

    /// A plain link with the looks of a button.
    init(link href: String, label: String, icon: String, style: String, testID: String) {
        self.href = href
        isLink = true
        self.label = label
        self.icon = Icons.svg(icon)
        self.style = style
        isDisabled = false
        self.testID = testID
    }
}

/// Finds an action again when its button was pressed, though the page may have other blocks by then: what it does, not
/// where it stands.
package struct ActionKey: Hashable, Sendable {
    /// Letters, digits and hyphens.
    package let text: String
    let testID: String

    package init(_ action: PageAction) {
        var name: String
        var content: String
        switch action.effect {
        case .connect(let connection): (name, content) = ("connect-\(connection)", "")
        case .link(let link): (name, content) = ("link", link.path)
        case .url(let url): (name, content) = ("url", url)
        case .tool(let tool, let arguments, _): (name, content) = (tool, JSON.object(arguments).serialized())
        }
        testID = if case .connect = action.effect { name } else { "action-\(Slug.make(action.label))" }
        content = [name, action.label, content].joined(separator: "\u{0}")
        name = Slug.make(name)
        text = name + "-" + Hex.encode(SHA256.hash(Array(content.utf8)).prefix(6))
    }
}

/// Names for ids and tests: `Business name` is `business-name`.
enum Slug {
    static func make(_ text: String, joinedBy separator: String = "-") -> String {
        var slug = ""
        var isPending = false
        for scalar in text.unicodeScalars {
            let isWord = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            if isWord {
                if isPending, !slug.isEmpty { slug += separator }
                isPending = false
                slug += scalar.properties.lowercaseMapping
            } else {
                isPending = true
            }
        }
        return slug.isEmpty ? "unnamed" : slug
    }
}
