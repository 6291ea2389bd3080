/// A field of a model or record, an input or output of a tool, or a field of a channel.
package struct FieldDeclaration: RefinedText {
    package var heading: Heading
    package var type: ValueType
    /// Where the type is written.
    package var typeSpan: SourceSpan
    package var requirement: FieldRequirement
    /// Who may write it. In types, inputs and outputs always `.app`, and without meaning.
    package var owner: FieldOwner = .app
    /// Where `owner:` is written, if it is.
    package var ownerSpan: SourceSpan?
    /// The values that are allowed; empty if any. Becomes an enum in Swift.
    package var options: [OptionDeclaration] = []
    package var format: ValueFormat?
    package var constraints = FieldConstraints()
    /// `format: url` admits `http:` too.
    package var allowsHTTP = false
    /// How `format: local_datetime` is written.
    package var localDatetimeStyle = LocalDatetimeStyle.letter
    /// For `format: date_or_datetime`: a field that says the time zone stands beside it, so that times need no offset.
    package var hasTimeZoneBeside = false
    package var normalization: Normalization?
    /// `normalize: ORIGIN` admits `http:`, and takes it where no scheme is said.
    package var allowsHTTPOrigin = false
    package var visibility: Visibility = .visible
    package var isUnique = false
    /// Kept by the app alone: never edited, not shown unless asked for.
    package var isSystem = false
    package var defaultValue: ManifestValue?
    package var defaultSpan: SourceSpan?
    /// What rows that exist get when a required field is added.
    package var backfill: ManifestValue?
    package var backfillSpan: SourceSpan?
    /// A name of the platform's bundled list of field definitions, for example `system/opt_in`.
    package var definition: String?
    /// Groups fields on a record page; a handle that needs no declaration.
    package var section: String?
    package var personalData: PersonalData = .none
    package var agent: AgentFieldHints?
    /// Where lists of records show it; empty means the platform's choice.
    package var surfaces: [FieldSurface] = []
    /// Fields of channels only; `nil` means the platform's choice.
    package var access: ChannelAccess?
    /// Scalars that are accepted and turned into text (`coerce: [INTEGER]`).
    package var coercions: [ScalarType] = []
    /// Extensions or MIME types; FILE and IMAGE only.
    package var acceptedTypes: [String] = []
    var acceptedTypeSpans: [SourceSpan] = []
    /// FILE and IMAGE only; `nil` is 10MB.
    package var maximumSize: ByteCount?
    /// A file may be given as an address or in line; inputs only.
    package var acceptsInline = false
    package var example: ManifestValue?
}

/// What is said about a text in a field or a variable: what it is, and what is done to it before it is looked at.
package protocol RefinedText: Declaration {
    var type: ValueType { get }
    var options: [OptionDeclaration] { get }
    var constraints: FieldConstraints { get }
    var format: ValueFormat? { get }
    /// `format: url` admits `http:` too.
    var allowsHTTP: Bool { get }
    var normalization: Normalization? { get }
    /// `normalize: ORIGIN` admits `http:`, and takes it where no scheme is said.
    var allowsHTTPOrigin: Bool { get }
}

extension RefinedText {
    /// The format that values are checked for: `http:` is admitted only where that is said.
    var checkedFormat: ValueFormat? {
        switch format {
        case .url where !allowsHTTP: .httpsURL
        case nil where normalization == .origin: allowsHTTPOrigin ? .url : .httpsURL
        default: format
        }
    }
}

extension FieldDeclaration {
    /// What a field of the type `x.y` is: this, with what is said beside the type.
    func refined(by field: FieldDeclaration) -> FieldDeclaration {
        var result = self
        result.format = field.format ?? format
        result.allowsHTTP = allowsHTTP || field.allowsHTTP
        result.allowsHTTPOrigin = allowsHTTPOrigin || field.allowsHTTPOrigin
        if field.localDatetimeStyle != .letter { result.localDatetimeStyle = field.localDatetimeStyle }
        result.normalization = field.normalization ?? normalization
        if !field.coercions.isEmpty { result.coercions = field.coercions }
        if !field.acceptedTypes.isEmpty { result.acceptedTypes = field.acceptedTypes }
        result.maximumSize = field.maximumSize ?? maximumSize
        result.acceptsInline = field.acceptsInline
        result.constraints.pattern = field.constraints.pattern ?? constraints.pattern
        result.constraints.minimum = field.constraints.minimum ?? constraints.minimum
        result.constraints.maximum = field.constraints.maximum ?? constraints.maximum
        result.constraints.minimumLength = field.constraints.minimumLength ?? constraints.minimumLength
        result.constraints.maximumLength = field.constraints.maximumLength ?? constraints.maximumLength
        return result
    }
}

/// Whether a value must be there.
package enum FieldRequirement: Sendable, Hashable {
    case optional
    case required
    /// Must be given when an instance is created; `required: ON_CREATE`.
    case requiredOnCreate
}

/// Who may write a field.
package enum FieldOwner: String, Sendable, Hashable, CaseIterable {
    /// The integration's handlers.
    case app = "APP"
    /// The people of the workplace.
    case workplace = "WORKPLACE"
    case both = "BOTH"
}

/// Whether a value may be read outside of the process.
package enum Visibility: String, Sendable, Hashable, CaseIterable {
    case visible = "VISIBLE"
    /// Encrypted at rest; never on pages, in logs or in a model's readable form.
    case encrypted = "ENCRYPTED"
}

/// What kind of personal data a field holds. Drives redaction, export, retention and deletion.
package enum PersonalData: String, Sendable, Hashable, CaseIterable {
    case none = "NONE"
    case contact = "CONTACT"
    case content = "CONTENT"
    case identifier = "IDENTIFIER"
}

/// Where lists of records show a field.
package enum FieldSurface: String, Sendable, Hashable, CaseIterable {
    case data = "DATA"
    case list = "LIST"
    case filters = "FILTERS"
}

/// `agent: { description, mutability }`.
package struct AgentFieldHints: Sendable, Hashable {
    package enum Mutability: String, Sendable, Hashable, CaseIterable {
        case always = "ALWAYS"
        case restricted = "RESTRICTED"
        case createOnly = "CREATE_ONLY"
        case immutable = "IMMUTABLE"
    }

    package var description: String?
    package var mutability: Mutability?
}

/// One allowed value of a field.
package struct OptionDeclaration: Sendable, Hashable {
    /// The value itself; kept exactly, never case-folded.
    package var value: String
    package var span: SourceSpan
    package var label: String?
    package var description: String?
    /// One of `gray red orange yellow green blue purple pink`.
    package var color: String?
    /// The name of the Swift case, where the usual one will not do.
    package var swiftName: String?
}

/// Bounds of a value. For a list, the items ones bound the list and all others bound each element.
package struct FieldConstraints: Sendable, Hashable {
    /// ECMA-262; anchored only if written.
    package var pattern: String?
    /// Inclusive; a value of the field's type.
    package var minimum: ManifestValue?
    /// Inclusive; a value of the field's type.
    package var maximum: ManifestValue?
    /// In Unicode scalars.
    package var minimumLength: Int?
    /// In Unicode scalars.
    package var maximumLength: Int?
    package var minimumItems: Int?
    package var maximumItems: Int?
    package var hasUniqueItems = false
}

/// What stands between the date and the time of a `local_datetime` where it is written.
package enum LocalDatetimeStyle: String, Sendable, Hashable, CaseIterable {
    case letter = "T"
    case space = "SPACE"
}

/// What is done to text before it is checked.
package enum Normalization: String, Sendable, Hashable, CaseIterable {
    case trim = "TRIM"
    case lower = "LOWER"
    case origin = "ORIGIN"
    case e164 = "E164"
    case digits = "DIGITS"
}

/// Refinements of STRING that are checked at every edge.
package enum ValueFormat: String, Sendable, Hashable, CaseIterable {
    /// E.164.
    case phone
    case email
    /// `http:` or `https:` only.
    case url
    case httpsURL = "https_url"
    case uuid
    /// ISO 3166-1 alpha-2.
    case country
    /// ISO 4217.
    case currency
    case language
    case timezone
    case hostname
    case ip
    case slug
    case color
    case json
    case cron
    case semver
    case localDatetime = "local_datetime"
    case dateOrDatetime = "date_or_datetime"
}
