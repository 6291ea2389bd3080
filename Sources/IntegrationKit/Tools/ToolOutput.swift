/// What a tool returns: an object as itself, a list as `{"items": […]}`, a scalar as `{"value": …}`, nothing as nothing.
public protocol ToolOutput: Sendable {
    /// The structured content, always an object, or nil for a tool that returns nothing.
    var structured: JSONObject? { get }
    /// Reads what ``structured`` wrote.
    init(structured: JSONObject?) throws(InvalidValue)
}

/// The output of a tool that returns nothing.
public struct NoOutput: ToolOutput {
    public init() {}
    public init(structured: JSONObject?) throws(InvalidValue) {}
    public var structured: JSONObject? { nil }
}

/// Gives ``ToolOutput`` to generated records, which are objects already.
public protocol ObjectOutput: ToolOutput, JSONConvertible {}

extension ObjectOutput {
    public init(structured: JSONObject?) throws(InvalidValue) {
        try self.init(json: structured.map(JSON.object) ?? .null, at: "")
    }

    public var structured: JSONObject? { json.objectValue }
}

/// Gives ``ToolOutput`` to what is no object of declared fields: it is the member `value` of one.
public protocol ScalarOutput: ToolOutput, JSONConvertible {}

extension ScalarOutput {
    public init(structured: JSONObject?) throws(InvalidValue) {
        try self.init(json: structured?["value"] ?? .null, at: "value")
    }

    public var structured: JSONObject? { ["value": json] }
}

extension String: ScalarOutput {}
extension Int: ScalarOutput {}
extension Double: ScalarOutput {}
extension Bool: ScalarOutput {}
extension JSONObject: ScalarOutput {}
extension Identifier: ToolOutput, ScalarOutput {}
extension Dictionary: ToolOutput, ScalarOutput where Key == String, Value: JSONConvertible {}

extension Array: ToolOutput where Element: JSONConvertible {
    public init(structured: JSONObject?) throws(InvalidValue) {
        try self.init(json: structured?["items"] ?? .null, at: "items")
    }

    public var structured: JSONObject? { ["items": json] }
}

/// An optional output is the member `items` of an object if it is a list, else the member `value`; without a value the
/// object is empty.
extension Optional: ToolOutput where Wrapped: JSONConvertible {
    public init(structured: JSONObject?) throws(InvalidValue) {
        let key = Self.key
        guard let value = structured?[key], !value.isNull else {
            self = nil
            return
        }
        self = try Wrapped(json: value, at: key)
    }

    public var structured: JSONObject? {
        guard let self else { return [:] }
        return [Self.key: self.json]
    }

    private static var key: String { Wrapped.self is any ListValue.Type ? "items" : "value" }
}

/// Marks lists, for generic code that has to tell them apart.
private protocol ListValue {}
extension Array: ListValue {}
