#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a field of a model can be in Swift: a value, a list, a secret, or an optional one of these.
///
/// Generated models read all their fields in one call and write them in one, which is much less for the compiler than
/// a call for each.
public protocol FieldValue: Sendable {
    /// - Parameter stored: nil where the record says nothing of the field.
    /// - Throws: what is wrong; its path is the field's handle.
    init(stored: JSON?, of field: FieldDescriptor) throws(InvalidValue)

    /// As it is stored; `null` where there is no value. Secrets in the clear: whoever stores them seals them.
    var stored: JSON { get }
}

extension FieldValue where Self: JSONConvertible {
    /// A value that is always there: without one, the field's default.
    public init(stored: JSON?, of field: FieldDescriptor) throws(InvalidValue) {
        if let defaultValue = field.defaultValue, stored?.isNull ?? true {
            self = try Self(json: defaultValue, at: field.handle)
        } else if let stored {
            self = try Self(json: stored, at: field.handle)
        } else {
            throw InvalidValue(at: field.handle, "is required")
        }
    }

    public var stored: JSON { json }
}

extension String: FieldValue {}
extension Int: FieldValue {}
extension Double: FieldValue {}
extension Bool: FieldValue {}
extension Decimal: FieldValue {}
extension Date: FieldValue {}
extension LocalDateTime: FieldValue {}
extension DateOrDateTime: FieldValue {}
extension FileReference: FieldValue {}
extension JSONObject: FieldValue {}
extension Identifier: FieldValue {}
extension Array: FieldValue where Element: JSONConvertible {}

extension Secret: FieldValue where Wrapped: FieldValue {
    public init(stored: JSON?, of field: FieldDescriptor) throws(InvalidValue) {
        self.init(try Wrapped(stored: stored, of: field))
    }

    public var stored: JSON { expose().stored }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    public init(stored: JSON?, of field: FieldDescriptor) throws(InvalidValue) {
        if let stored, !stored.isNull { self = try Wrapped(stored: stored, of: field) } else { self = nil }
    }

    public var stored: JSON { self?.stored ?? .null }
}

extension Record {
    /// The values of the model's fields, in their order there.
    ///
    /// - Throws: every problem of all fields.
    public func fields<M: Model, each Value: FieldValue>(
        of model: M.Type
    ) throws(InvalidValue) -> (repeat each Value) {
        var fields = M.descriptor.fields.makeIterator()
        do {
            return (repeat try read((each Value).self, fields.next()))
        } catch {
            var problems: [ValueProblem] = []
            var fields = M.descriptor.fields.makeIterator()
            repeat problems += self.problems((each Value).self, fields.next())
            throw InvalidValue(Array(problems.prefix(InvalidValue.maximumProblems)))
        }
    }

    private func read<Value: FieldValue>(
        _ type: Value.Type, _ field: FieldDescriptor?
    ) throws(InvalidValue) -> Value {
        guard let field else { throw InvalidValue(at: "", "has more fields than its model") }
        return try Value(stored: values[field.handle], of: field)
    }

    private func problems<Value: FieldValue>(_ type: Value.Type, _ field: FieldDescriptor?) -> [ValueProblem] {
        do {
            _ = try read(type, field)
            return []
        } catch {
            return error.problems
        }
    }
}

extension Model {
    /// Values by the handles of the fields that an owner may write, given in the order of those fields.
    public static func values<each Value: FieldValue>(of owner: FieldOwner, _ value: repeat each Value) -> JSONObject {
        var result = JSONObject()
        var fields = descriptor.fields.lazy.filter { $0.owner.admits(owner) }.makeIterator()
        func add(_ value: some FieldValue) {
            if let field = fields.next() { result[field.handle] = value.stored }
        }
        repeat add(each value)
        return result
    }
}
