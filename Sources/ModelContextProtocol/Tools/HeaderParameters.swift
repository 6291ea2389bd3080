import IntegrationKit

/// The arguments of a tool that clients of 2026-07-28 repeat in `Mcp-Param-…` headers, because its input schema marks
/// them with `x-mcp-header` (server/tools, "x-mcp-header").
struct HeaderParameters: Sendable {
    private struct Parameter {
        /// The names of properties from the root of the arguments.
        let path: [String]
        /// What follows `Mcp-Param-`.
        let token: String
    }

    private var parameters: [Parameter] = []

    /// Finds the marks in a schema.
    ///
    /// - Throws: A sentence about a mark that the specification forbids; clients drop such tools from the list.
    init(schema: JSON) throws(Invalid) {
        try collect(schema, path: [], isReachable: true)
        for (index, parameter) in parameters.enumerated()
        where parameters[..<index].contains(where: { equalsIgnoringCase($0.token, parameter.token) }) {
            throw Invalid(message: "x-mcp-header \(parameter.token) is used twice in its input schema")
        }
    }

    struct Invalid: Error {
        let message: String
    }

    /// Keywords whose values are data, not schemas.
    private static let dataKeywords: Set<String> = ["default", "examples", "const", "enum", "x-mcp-header"]

    private mutating func collect(_ json: JSON, path: [String], isReachable: Bool) throws(Invalid) {
        switch json {
        case .array(let elements):
            for element in elements { try collect(element, path: path, isReachable: false) }
        case .object(let schema):
            if let mark = schema["x-mcp-header"] { try add(mark, schema, path: path, isReachable: isReachable) }
            for (key, value) in schema where !Self.dataKeywords.contains(key) {
                if key == "properties", case .object(let properties) = value {
                    for (name, property) in properties {
                        try collect(property, path: path + [name], isReachable: isReachable)
                    }
                } else if ["$defs", "definitions", "patternProperties", "dependentSchemas"].contains(key),
                    case .object(let schemas) = value
                {
                    for (_, inner) in schemas { try collect(inner, path: path, isReachable: false) }
                } else {
                    try collect(value, path: path, isReachable: false)
                }
            }
        default: break
        }
    }

    private mutating func add(
        _ mark: JSON, _ schema: JSONObject, path: [String], isReachable: Bool
    ) throws(Invalid) {
        let place = path.joined(separator: ".")
        guard isReachable, !path.isEmpty else {
            throw Invalid(message: "x-mcp-header must stand on a property that is reached through properties only")
        }
        guard case .string(let token) = mark, !token.isEmpty, token.utf8.allSatisfy(Self.isTokenByte) else {
            throw Invalid(message: "x-mcp-header of \(place) must be a token for the name of a header")
        }
        guard let type = schema["type"]?.stringValue, ["string", "integer", "boolean"].contains(type) else {
            throw Invalid(message: "x-mcp-header of \(place) is only for strings, integers and booleans")
        }
        parameters.append(Parameter(path: path, token: token))
    }

    /// RFC 9110 section 5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }

    /// What is wrong between the headers and the arguments of a call; nil when they agree.
    func mismatch(_ head: MCPRequestHead, _ arguments: JSONObject) -> String? {
        for parameter in parameters {
            let name = MCPRequestHead.Name.parameterPrefix + parameter.token
            let values = head.values(of: name)
            let argument = parameter.path.reduce(JSON.object(arguments) as JSON?) { $0?[$1] }
            guard let argument, !argument.isNull else {
                if values.isEmpty { continue }
                return "\(name) is sent, but its argument is not"
            }
            guard values.count == 1 else { return "\(name) must be sent once, for its argument is given" }
            guard let text = HeaderText.decoded(values[0]), Self.agree(text, argument) else {
                return "\(name) does not match its argument"
            }
        }
        return nil
    }

    private static func agree(_ text: String, _ argument: JSON) -> Bool {
        switch argument {
        case .string(let value): text.utf8.elementsEqual(value.utf8)
        case .bool(let value): text == (value ? "true" : "false")
        case .number(let value):
            if let number = JSONNumber(text: text) {
                number == value || number.int64 != nil && number.int64 == value.int64
            } else {
                false
            }
        default: false
        }
    }
}
