#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// One instance of a model of the manifest, as a typed value. Every conformance is generated.
///
/// Ownership is in the types: what a handler may write is ``AppFields``, which has no WORKPLACE field, and what the
/// workplace may write is ``WorkplaceFields``, which has no APP field.
public protocol Model: Sendable, Identifiable where ID == Identifier<Self> {
    /// The fields that handlers write.
    associatedtype AppFields: FieldSet
    /// The fields that the workplace writes.
    associatedtype WorkplaceFields: FieldSet
    /// The handles of the fields, for queries.
    associatedtype Field: ModelField

    static var descriptor: ModelDescriptor { get }

    var id: ID { get }
    var createdAt: Date { get }
    var updatedAt: Date { get }
    /// When the app last wrote the instance; a change by the workplace moves ``updatedAt`` only.
    var refreshedAt: Date { get }
    /// The APP fields as they are now, to be changed and written back.
    var appFields: AppFields { get }

    /// - Throws: when a stored value does not fit its field's type, which only a foreign writer can have caused.
    init(record: Record) throws(InvalidValue)
}

/// A model with `identity`: its instances can be upserted.
public protocol IdentifiedModel: Model {}

/// A model with `singleton: true`: at most one instance in an installation.
public protocol SingletonModel: Model {}

/// The fields of one owner. A missing value is written as "no value".
public protocol FieldSet: Sendable {
    /// By field handle; `null` for a field without a value.
    var values: JSONObject { get }
}

/// The fields of one model as an enum. `id`, `createdAt`, `updatedAt` and `refreshedAt` are among them.
public protocol ModelField: Hashable, Sendable {
    /// As in the manifest: `created_at`.
    var handle: String { get }
}

// Written once, so that the compiler need not make them for each model.
extension ModelField {
    public static func == (left: Self, right: Self) -> Bool { left.handle == right.handle }

    public func hash(into hasher: inout Hasher) { hasher.combine(handle) }
}

/// Text with a closed list of options that survives values which it does not know: a store may have been written by an
/// older or a newer manifest.
public protocol OptionValue: RawRepresentable<String>, JSONConvertible, FieldValue, Hashable, CaseIterable {
    /// The case of a value that the manifest does not list.
    static func unknown(_ value: String) -> Self
    /// Never fails: an unlisted value becomes the `unknown` case.
    init(rawValue: String)
    /// What people read.
    var label: String { get }
    var color: OptionDescriptor.Color? { get }
}

// Written once, so that the compiler need not make them for each enum.
extension OptionValue {
    public init(rawValue: String) {
        self = Self.allCases.first { $0.rawValue == rawValue } ?? .unknown(rawValue)
    }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    public init(json: JSON, at path: String) throws(InvalidValue) {
        self.init(rawValue: try String(json: json, at: path))
    }

    public var json: JSON { .string(rawValue) }

    /// None, unless the manifest gives one to an option.
    public var color: OptionDescriptor.Color? { nil }

    /// The options as the manifest lists them.
    public static var descriptors: [OptionDescriptor] {
        allCases.map { OptionDescriptor($0.rawValue, label: $0.label, color: $0.color) }
    }
}
