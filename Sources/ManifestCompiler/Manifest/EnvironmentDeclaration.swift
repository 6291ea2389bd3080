/// `env:`.
package struct EnvironmentDeclaration: Sendable, Hashable {
    /// Set by the developer, once per app version.
    package var provision = Declarations<EnvironmentVariable>()
    /// One value per installation.
    package var install = Declarations<EnvironmentVariable>()
    /// Whether all that was written is understood; otherwise a variable that is not there may have been meant.
    package var isWhole = true
}

/// One variable of `env.provision` or `env.install`. Its handle is its upper-case name.
package struct EnvironmentVariable: RefinedText {
    package enum Scope: String, Sendable, Hashable, CaseIterable { case provision, install }

    /// Who gives the value.
    package enum Source: String, Sendable, Hashable, CaseIterable {
        case user = "USER"
        /// The result of `oauth_callback`.
        case oauth = "OAUTH"
        /// The result of `install`.
        case hook = "HOOK"
    }

    /// When a user is asked for it.
    package enum Phase: String, Sendable, Hashable, CaseIterable {
        case preInstall = "PRE_INSTALL"
        case postInstall = "POST_INSTALL"
    }

    package var heading: Heading
    package var scope: Scope
    package var type: ValueType = .scalar(.string)
    package var isRequired = false
    package var visibility: Visibility = .visible
    package var source: Source = .user
    package var phase: Phase = .preInstall
    package var defaultValue: ManifestValue?
    package var options: [OptionDeclaration] = []
    package var format: ValueFormat?
    /// `format: url` admits `http:` too.
    package var allowsHTTP = false
    package var normalization: Normalization?
    /// `normalize: ORIGIN` admits `http:`, and takes it where no scheme is said.
    package var allowsHTTPOrigin = false
    package var constraints = FieldConstraints()
    package var example: ManifestValue?
    package var placeholder: String?
    /// The connections whose `store` writes it. Such a variable is in no hook's result and never asked for.
    package var storingConnections: [String] = []
    /// Whether `visibility:` is written out.
    var saysVisibility = false
    /// Where the type is written; the handle if it is not.
    package var typeSpan: SourceSpan
    package var defaultSpan: SourceSpan?

    init(heading: Heading, scope: Scope) {
        self.heading = heading
        self.scope = scope
        self.typeSpan = heading.span
    }
}

extension EnvironmentVariable {
    /// Whether it has a value wherever the app or the installation works.
    var isAlwaysSet: Bool { isRequired || defaultValue != nil }

    /// What is said of its value as a field says it.
    var asField: FieldDeclaration {
        FieldDeclaration(
            heading: heading, type: type, typeSpan: typeSpan, requirement: isAlwaysSet ? .required : .optional,
            options: options, format: format, constraints: constraints)
    }
}
