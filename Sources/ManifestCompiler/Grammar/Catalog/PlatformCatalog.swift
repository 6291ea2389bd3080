/// What the platform has under names that manifests use: its models with their fields, and its agents.
///
/// The public documentation of the platform names no more than these. Another name is no error, for the platform may
/// have it by now; it is warned about.
package enum PlatformCatalog {
    /// Stands before a name that the platform supplies.
    package static let prefix = "platform/"

    /// The platform's models by name, with the handles of their fields.
    package static let models: [(name: String, fields: [String])] = [
        ("contact", ["id", "name", "first_name", "last_name", "phone", "email"])
    ]

    /// Agents that can be the parent of an integration's.
    package static let agents = ["composer"]

    /// All of them as they are written: `platform/contact`.
    package static let names: [String] = (models.map(\.name) + agents).map { prefix + $0 }

    /// The fields of `platform/contact`; `nil` if the platform has no such model, as far as is known.
    static func fields(of name: String) -> [String]? {
        models.first { prefix + $0.name == name }?.fields
    }
}

extension TextForm {
    /// The names of this form that the platform has: for completion, and for a warning about any other.
    package var catalog: [String]? {
        switch self {
        case .icon: LucideIcons.names
        case .definition: PlatformDefinitions.known.keys.sorted()
        case .platformName: PlatformCatalog.names
        default: nil
        }
    }

    /// What to say about a text of the right form that is none of the platform's names.
    func doubt(about text: String, at span: SourceSpan) -> Diagnostic? {
        let (code, what): (DiagnosticCode, String)
        switch self {
        case .icon where !LucideIcons.all.contains(text): (code, what) = (.iconUnknown, "icon of Lucide")
        case .definition where PlatformDefinitions.known[text] == nil:
            (code, what) = (.definitionUnknown, "definition that the platform is known to have")
        case .platformName where text.hasPrefix(PlatformCatalog.prefix) && !PlatformCatalog.names.contains(text):
            (code, what) = (.platformUnknown, "name that the platform is known to have")
        default: return nil
        }
        // The lists are long, and somewhere in them is always something that looks a little like it.
        let meant = Suggestion.nearest(to: text, among: catalog ?? []).flatMap { $0.first == text.first ? $0 : nil }
        return Diagnostic(
            code, "`\(text)` is no \(what)" + (meant.map { "; did you mean `\($0)`?" } ?? ""), at: span,
            help: self == .icon && meant == nil ? ["their names are those of lucide.dev/icons"] : [],
            fixIts: meant.map { [.init("replace with `\($0)`", replacing: span, with: $0)] } ?? [])
    }
}
