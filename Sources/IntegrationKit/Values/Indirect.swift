/// Keeps a value elsewhere, so that a record can have a field of its own type: `@Indirect var parent: Folder?`.
@propertyWrapper
public struct Indirect<Value: Sendable>: Sendable {
    /// Exactly one value; an array keeps its elements out of line and copies them on write.
    private var storage: [Value]

    public init(wrappedValue: Value) { storage = [wrappedValue] }

    public var wrappedValue: Value {
        get { storage[0] }
        set { storage[0] = newValue }
    }
}
