/// What of an HTTP request's head matters to MCP.
public struct MCPRequestHead: Sendable {
    /// The header lines as they came, in order; a name that was sent twice must be here twice.
    public var headers: [(name: String, value: String)]

    /// The header lines as they came.
    public init(headers: [(name: String, value: String)]) {
        self.headers = headers
    }

    /// The values of every line with this name, whatever its case, without white space around them.
    func values(of name: String) -> [Substring] {
        var values: [Substring] = []
        for header in headers where equalsIgnoringCase(header.name, name) { values.append(trimmed(header.value)) }
        return values
    }

    /// The names of this server's concern.
    enum Name {
        static let version = "MCP-Protocol-Version"
        static let method = "Mcp-Method"
        static let name = "Mcp-Name"
        static let parameterPrefix = "Mcp-Param-"
        static let contentType = "Content-Type"
        static let accept = "Accept"
        static let idempotencyKey = "Idempotency-Key"
    }
}

/// Whether two texts are equal but for the case of ASCII letters, as names of headers are compared.
func equalsIgnoringCase(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    // Runs for every header of every request, so over plain memory where there is some.
    let fast = left.utf8.withContiguousStorageIfAvailable { left in
        right.utf8.withContiguousStorageIfAvailable { right in
            left.indices.allSatisfy { equalsIgnoringCase(left[$0], right[$0]) }
        }
    }
    return (fast ?? nil) ?? zip(left.utf8, right.utf8).allSatisfy(equalsIgnoringCase)
}

private func equalsIgnoringCase(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || (left ^ right == 0x20 && (0x61...0x7A).contains(left | 0x20))
}

/// Without the spaces and tabs that HTTP allows around values (RFC 9110, "OWS").
func trimmed(_ value: some StringProtocol) -> Substring {
    var bytes = Substring(value).utf8
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return Substring(bytes)
}
