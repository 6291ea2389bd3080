/// Who may write a field. Reading is open to both sides.
public enum FieldOwner: String, Hashable, Sendable {
    /// The integration's handlers.
    case app = "APP"
    /// The workplace's people, through pages, forms and the REST API.
    case workplace = "WORKPLACE"
    case both = "BOTH"

    /// Whether `writer` may write a field that `self` owns.
    public func admits(_ writer: FieldOwner) -> Bool {
        self == .both || self == writer
    }
}

/// The facts about a model that storage, pages, REST and documentation need. Generated from `models.<handle>`.
public struct ModelDescriptor: Sendable {
    /// Whose instances a model has.
    public enum Extent: String, Hashable, Sendable {
        /// Each installation its own.
        case installation = "INSTALLATION"
        /// All installations of an app version the same. They read them; what runs for the version writes them.
        case appVersion = "APP_VERSION"
    }

    public let handle: String
    public let label: String
    public let labelPlural: String
    public let description: String
    /// At most one instance in an installation.
    public let isSingleton: Bool
    /// Handles of the fields that together are unique in an installation and that upserts match on; empty without one.
    public let identity: [String]
    /// Further sets of fields that are unique together.
    public let uniqueTogether: [[String]]
    /// Whose instances they are.
    public let extent: Extent
    /// What must be there before an instance can be created.
    public let requirements: [RequirementDescriptor]
    /// The declared fields, then the references of relationships.
    public let fields: [FieldDescriptor]

    public init(
        handle: String, label: String, labelPlural: String, description: String = "", isSingleton: Bool = false,
        identity: [String] = [], uniqueTogether: [[String]] = [], extent: Extent = .installation,
        requirements: [RequirementDescriptor] = [], fields: [FieldDescriptor]
    ) {
        self.handle = handle
        self.label = label
        self.labelPlural = labelPlural
        self.description = description
        self.isSingleton = isSingleton
        self.identity = identity
        self.uniqueTogether = uniqueTogether
        self.extent = extent
        self.requirements = requirements
        self.fields = fields
    }

    public func field(_ handle: String) -> FieldDescriptor? {
        fields.first { $0.handle == handle }
    }
}

/// An instance that must be there before one of the model can be created. Generated from `requires:`.
public struct RequirementDescriptor: Hashable, Sendable {
    /// Handle of the model.
    public let model: String
    /// All must hold for one instance of it.
    public let conditions: [RecordQuery.Condition]

    public init(model: String, conditions: [RecordQuery.Condition] = []) {
        self.model = model
        self.conditions = conditions
    }
}

/// What a field says about a person. Generated from `pii`.
public enum PersonalData: String, Hashable, Sendable {
    /// How they are reached.
    case contact = "CONTACT"
    /// What they wrote or are.
    case content = "CONTENT"
    /// Who they are to somebody else.
    case identifier = "IDENTIFIER"
}

/// The facts about one field. Generated from `models.<handle>.fields.<handle>`.
public struct FieldDescriptor: Sendable {
    public enum Scalar: String, Hashable, Sendable {
        case string = "STRING", longString = "LONG_STRING", integer = "INTEGER", number = "NUMBER", decimal = "DECIMAL"
        case boolean = "BOOLEAN", date = "DATE", dateTime = "DATETIME", time = "TIME", file = "FILE", image = "IMAGE"
        case object = "OBJECT"
    }

    public let handle: String
    public let label: String
    public let description: String
    public let scalar: Scalar
    public let isList: Bool
    public let owner: FieldOwner
    public let isRequired: Bool
    public let isUnique: Bool
    /// Stored sealed; never shown, searched, exported or logged.
    public let isEncrypted: Bool
    /// Deleted when a person wants their data deleted, as encrypted values are; nil: it says nothing about a person.
    public let personalData: PersonalData?
    public let options: [OptionDescriptor]
    /// What is done to a value before it is checked and kept.
    public let preparations: [TextPreparation]
    public let checks: [ValueCheck]
    /// For a reference to an instance of another model.
    public let reference: ReferenceDescriptor?
    /// What an instance gets that is created without a value.
    public let defaultValue: JSON?

    public init(
        handle: String, label: String, description: String = "", scalar: Scalar, isList: Bool = false,
        owner: FieldOwner, isRequired: Bool = false, isUnique: Bool = false, isEncrypted: Bool = false,
        personalData: PersonalData? = nil, options: [OptionDescriptor] = [], preparations: [TextPreparation] = [], checks: [ValueCheck] = [],
        reference: ReferenceDescriptor? = nil, defaultValue: JSON? = nil
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.scalar = scalar
        self.isList = isList
        self.owner = owner
        self.isRequired = isRequired
        self.isUnique = isUnique
        self.isEncrypted = isEncrypted
        self.personalData = personalData
        self.options = options
        self.preparations = preparations
        self.checks = checks
        self.reference = reference
        self.defaultValue = defaultValue
    }
}

/// The other end of a reference. Generated from `relationships.<handle>`.
public struct ReferenceDescriptor: Hashable, Sendable {
    /// What becomes of the instances that refer to one that is deleted.
    public enum DeleteAction: String, Hashable, Sendable {
        /// The other cannot be deleted while there are any.
        case restrict = "RESTRICT"
        /// They are deleted too.
        case cascade = "CASCADE"
        /// They lose the reference.
        case setNull = "SET_NULL"
        /// Nothing: the reference leads nowhere from then on.
        case none = "NONE"
    }

    /// Handle of the model that is referred to.
    public let model: String
    public let onDelete: DeleteAction

    public init(to model: String, onDelete: DeleteAction) {
        self.model = model
        self.onDelete = onDelete
    }
}

/// One value that a field with options may have.
public struct OptionDescriptor: Hashable, Sendable {
    /// The nine colours that a manifest may name.
    public enum Color: String, Hashable, Sendable, CaseIterable {
        case gray, red, orange, yellow, green, blue, purple, pink
    }

    /// The raw value, byte for byte as it is stored.
    public let value: String
    public let label: String
    public let color: Color?

    public init(_ value: String, label: String, color: Color? = nil) {
        self.value = value
        self.label = label
        self.color = color
    }
}
