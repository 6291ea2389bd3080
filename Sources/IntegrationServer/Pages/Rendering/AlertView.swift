import IntegrationKit

/// A message in a frame: an alert block, a notice, a failure.
struct AlertView: Sendable {
    let title: String
    let text: String?
    let icon: Markup
    /// Part of a class: `info`, `success`, `warning`, `error`.
    let tone: String
    /// `alert` is read out at once, `status` when there is time.
    let role: String
    /// What to quote to support.
    let reference: String?

    init(_ block: AlertBlock) {
        let (tone, icon) =
            switch block.variant {
            case .info: ("info", "info")
            case .success: ("success", "circle-check")
            case .warning: ("warning", "alert")
            case .destructive: ("error", "alert-circle")
            }
        title = block.title
        text = block.description
        self.icon = Icons.svg(block.icon ?? icon)
        self.tone = tone
        role = "note"
        reference = nil
    }

    init(_ notice: Notice) {
        title = notice.title
        text = notice.text
        tone = notice.kind.rawValue
        icon =
            switch notice.kind {
            case .success: Icons.svg("circle-check")
            case .error: Icons.svg("alert-circle")
            case .info: Icons.svg("info")
            }
        role = notice.kind == .error ? "alert" : "status"
        reference = nil
    }

    /// - Parameter title: What could not be done, for people: `Could not load the numbers.` The failure's message then
    ///   stands below it.
    init(_ failure: ToolFailure, title: String? = nil) {
        let needsPerson = failure.code == .notConnected || failure.code == .authExpired
        self.title = title ?? failure.message
        text = title == nil ? failure.advice : failure.text
        tone = needsPerson || failure.code == .unknownOutcome ? "warning" : "error"
        icon = Icons.svg(needsPerson ? "link" : "alert-circle")
        role = "alert"
        reference = failure.providerReference
    }
}
