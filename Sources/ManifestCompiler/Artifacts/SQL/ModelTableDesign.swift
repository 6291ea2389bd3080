/// How a model is kept in a database: one table with one column a field, whatever the dialect.
///
/// The stores make their tables from the generated descriptors; a test proves that both come to the same.
struct ModelTableDesign {
    /// How the values of a column are written.
    enum Storage {
        case text, date, time, integer, real, boolean, datetime, decimal
        /// Lists and objects.
        case json
        /// A sealed envelope as text.
        case sealed
    }

    struct Column {
        let handle: String
        let storage: Storage
        /// Whether every row has a value.
        let isRequired: Bool
        /// What rows get that are there when the column is added.
        let defaultValue: ManifestValue?
        let description: String?
        /// The model that it refers to, and what becomes of a row whose target is deleted.
        let reference: (model: String, onDelete: RelationshipDeclaration.DeleteAction)?
        let isUnique: Bool
    }

    let name: String
    let description: String
    let columns: [Column]
    /// Sets of columns that are unique together within an installation; the empty set allows one row only.
    let uniqueSets: [[String]]

    /// The columns that every table has, before those of the fields.
    static let systemColumns = ["installation_id", "id", "created_at", "updated_at", "refreshed_at"]

    static func name(of model: String) -> String { "model_" + model }

    init(_ model: ModelDeclaration, _ context: GenerationContext) {
        name = Self.name(of: model.handle)
        description = model.description ?? context.names.label(model)
        columns = model.storedFields.map { Column($0, in: model, context.manifest) }
        var sets = model.storedFields.filter(\.isUnique).map { [$0.handle] }
        if !model.identity.isEmpty { sets.append(model.identity.map(\.handle)) }
        sets += model.uniqueTogether.map { $0.map(\.handle) }
        if model.isSingleton { sets.append([]) }
        uniqueSets = sets.uniqued()
    }

    /// The columns whose rows are looked for by what they refer to, and that no unique index finds.
    var referenceColumns: [Column] { columns.filter { $0.reference != nil && !$0.isUnique } }

    func uniqueIndexName(_ columns: [String]) -> String { ([name, "unique"] + columns).joined(separator: "$") }

    func referenceIndexName(_ column: String) -> String { "\(name)$reference$\(column)" }
}

extension ModelTableDesign.Column {
    fileprivate init(_ field: FieldDeclaration, in model: ModelDeclaration, _ manifest: Manifest) {
        let source = manifest.origin(of: field).field
        handle = field.handle
        isRequired = field.requirement != .optional || field.defaultValue != nil || model.isIdentity(field)
        defaultValue = field.visibility == .encrypted ? nil : field.defaultValue
        description = field.description
        isUnique = field.isUnique
        storage =
            if field.visibility == .encrypted {
                .sealed
            } else if field.type.isList || source.type.isList {
                .json
            } else {
                Self.storage(of: source.type.element.scalar ?? .string)
            }
        let relationship =
            model.references[field.handle] == nil
            ? nil
            : manifest.relationships.first {
                $0.holder?.model.handle == model.handle && $0.holder?.member.handle == field.handle
            }
        reference = relationship.flatMap { relationship in
            relationship.target.map { ($0.model.handle, relationship.deleteAction) }
        }
    }

    private static func storage(of scalar: ScalarType) -> ModelTableDesign.Storage {
        switch scalar {
        case .string, .longString, .file, .image: .text
        case .date: .date
        case .time: .time
        case .integer: .integer
        case .number: .real
        case .decimal: .decimal
        case .boolean: .boolean
        case .datetime: .datetime
        case .object: .json
        }
    }
}

/// What both dialects write alike.
enum SQLText {
    static func identifier(_ name: String) -> String { quoted(name, by: "\"") }

    static func literal(_ text: String) -> String { quoted(text, by: "'") }

    /// Whether a reader would not see it, or would see its neighbours elsewhere: it is written as an escape.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool { scalar.isHidden && scalar != "\n" }

    /// Quotes inside are doubled, whatever stands behind them.
    private static func quoted(_ text: String, by quote: Unicode.Scalar) -> String {
        guard text.unicodeScalars.contains(quote) else { return "\(quote)\(text)\(quote)" }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if scalar == quote { result.append(quote) }
        }
        return "\(quote)\(String(result))\(quote)"
    }

    /// Prose as comments.
    static func comment(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { "-- \(String($0).withoutHiddenMarks)\n" }.joined()
    }

    /// The comment at the top of a file.
    static func heading(_ context: GenerationContext, dialect: String) -> String {
        comment(
            """
            Generated from \(context.manifestName) by `integration generate`. Do not edit.
            The tables of the models of \(context.manifest.header.name) in \(dialect).
            """)
    }
}
