package import IntegrationKit

/// What a browser sent for a form, and what is wrong with it: so that a form that was refused comes back as it was
/// typed.
package struct FormInput: Sendable {
    /// By field name; several for lists.
    package var values: [String: [String]]
    /// Files among the values, by their ids.
    package var files: [String: KeptFileView] = [:]
    /// By field name, sentences.
    package var errors: [String: String]
    /// What is wrong with the whole.
    package var failure: ToolFailure?

    package init(
        values: [String: [String]] = [:], files: [String: KeptFileView] = [:], errors: [String: String] = [:],
        failure: ToolFailure? = nil
    ) {
        self.values = values
        self.files = files
        self.errors = errors
        self.failure = failure
    }
}

/// What is open or was refused on a page: at most one form or one field of a record.
package enum PageState: Sendable {
    case plain
    /// `?form=` in the address, or a form that was refused.
    case form(id: String, FormInput?)
    /// `?edit=` in the address, or an edit that was refused.
    case edit(field: String, FormInput?)

    func form(_ id: String) -> (isOpen: Bool, input: FormInput?) {
        if case .form(id, let input) = self { (true, input) } else { (false, nil) }
    }

    func edit(_ field: String) -> (isOpen: Bool, input: FormInput?) {
        if case .edit(field, let input) = self { (true, input) } else { (false, nil) }
    }
}
