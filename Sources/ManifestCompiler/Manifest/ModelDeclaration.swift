/// An entry of `models:`: a kind of record that is kept for each installation.
package struct ModelDeclaration: Declaration {
    package enum Scope: String, Sendable, Hashable, CaseIterable {
        /// The app's own.
        case `internal` = "INTERNAL"
        /// Mapped by the user to a model that they have; the app adds its own fields to it.
        case shared = "SHARED"
    }

    /// Whose instances a model has.
    package enum Extent: String, Sendable, Hashable, CaseIterable {
        /// Each installation its own.
        case installation = "INSTALLATION"
        /// All installations of an app version the same: they read them, and what runs for the version writes them.
        case appVersion = "APP_VERSION"
    }

    package var heading: Heading
    package var labelPlural: String?
    /// How one instance is called, over its own fields.
    package var title: TemplateSource?
    package var scope: Scope
    /// The natural key inside an installation: unique, and what upserts match on. Empty if there is none.
    package var identity: [Reference]
    /// At most one instance an installation.
    package var isSingleton: Bool
    /// In the order written, without the implicit ones.
    package var fields: Declarations<FieldDeclaration>
    /// The to-one sides of ``Manifest/relationships`` that this model's instances keep, as fields with the type of
    /// the other model's id.
    package var references = Declarations<FieldDeclaration>()
    package var section: String?
    /// The page of one instance, with exactly one path parameter.
    package var page: Reference?
    package var uniqueTogether: [[Reference]]
    package var extent: Extent = .installation
    /// What must be there before an instance can be created.
    package var requirements: [ModelRequirement] = []
}

/// An entry of a model's `requires:`.
package struct ModelRequirement: Sendable, Hashable {
    package var model: Reference
    /// Conditions with values that are written out; templates have no meaning here.
    package var filters: [ModelQuery.Filter]
    package var span: SourceSpan
}

extension ModelDeclaration {
    /// The handles of the fields that every model has: `id`, `created_at`, `updated_at`, and `refreshed_at` for when the
    /// app last wrote it.
    package static let implicitHandles = ["id", "created_at", "updated_at", "refreshed_at"]

    /// `id` (this model's id type), `created_at`, `updated_at` and `refreshed_at` (DATETIME); read-only.
    package var implicitFields: [FieldDeclaration] {
        Self.implicitHandles.map { handle in
            var heading = Heading(handle: handle, span: span)
            heading.description =
                switch handle {
                case "id": "Identifies the instance."
                case "created_at": "When the instance was created."
                case "refreshed_at": "When the app last wrote the instance."
                default: "When the instance was last changed."
                }
            return FieldDeclaration(
                heading: heading, type: handle == "id" ? .modelID(self.handle) : .scalar(.datetime), typeSpan: span,
                requirement: .required, isSystem: true)
        }
    }

    /// A declared field, a reference or an implicit field.
    package func field(_ handle: String) -> FieldDeclaration? {
        fields[handle] ?? references[handle]
            ?? (Self.implicitHandles.contains(handle) ? implicitFields.first { $0.handle == handle } : nil)
    }

    /// The declared fields, then the references of relationships.
    package var storedFields: [FieldDeclaration] {
        references.isEmpty ? fields.inOrder : fields.inOrder + references.inOrder
    }

    /// What the model is when it is read as a type: `id`, the declared fields that are not encrypted, the references
    /// and the times.
    package var readableFields: [FieldDeclaration] {
        let implicit = implicitFields
        return [implicit[0]] + storedFields.filter { $0.visibility == .visible } + implicit[1...]
    }

    /// Whether the fields of the identity are there, so that a field that is not among them is none of it.
    var knowsIdentity: Bool { knows("identity") && identity.allSatisfy { field($0.handle) != nil } }

    /// Whether a field belongs to the natural key; such a field is required, owned by the app and immutable.
    package func isIdentity(_ field: FieldDeclaration) -> Bool { identity.contains { $0.handle == field.handle } }
}

extension FieldDeclaration {
    /// Whether reading an instance always gives a value: the field is required or has a default.
    package var isAlwaysPresent: Bool { requirement != .optional || defaultValue != nil }
}
