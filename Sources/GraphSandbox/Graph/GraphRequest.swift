/// One call of the Graph API, with the parameters of query, form and JSON body merged as Meta merges them.
struct GraphRequest: Sendable {
    /// `GET`, `POST` or `DELETE`; a POST with `method=delete` counts as a DELETE.
    var method: String
    /// The version asked for, for example 25; `nil` when the path had none.
    var version: Int?
    /// Path after the version, for example `["730119284455021", "phone_numbers"]`.
    var path: [String]
    var parameters: [String: WireJSON]
    var accessToken: String?
    /// Whether the token came in the query, in which case paging links repeat it as Meta's do.
    var tokenWasInQuery: Bool
    /// The sandbox's own address as the caller knows it, for example `http://127.0.0.1:4000`.
    var baseURL: String
    /// The body said that it is JSON or a form with files, and is not.
    var hasMalformedBody: Bool
    /// Whether the parameters of the body came as JSON.
    var isJSON = false
    /// Files of a multipart form, by field.
    var files: [String: MultipartForm.File] = [:]
    /// The query alone, for edges whose body is a file.
    var queryFields: FormFields
    var rawBody: [UInt8]
    /// The message shall fail with this code after it was accepted: a fault that was asked for.
    var scriptedFailure: Int?

    /// - Parameters:
    ///   - path: Raw path, for example `/v25.0/me`.
    ///   - contentType: Value of the header, parameters and all.
    init(
        method: String, path: String, query: String, contentType: String?, body: [UInt8], authorization: String?,
        baseURL: String
    ) {
        var segments = path.split(separator: "/").map { FormFields.decode($0) }
        version = segments.first.flatMap(Self.version)
        if version != nil { segments.removeFirst() }
        self.path = segments
        self.baseURL = baseURL

        var parameters: [String: WireJSON] = [:]
        queryFields = FormFields(parsing: query)
        rawBody = body
        for (name, value) in queryFields.pairs { parameters[name] = .string(value) }
        hasMalformedBody = false
        if !body.isEmpty {
            let kind = contentType?.split(separator: ";").first.map { $0.lowercased() } ?? ""
            if kind.trimmingSpaces() == "application/json" {
                isJSON = true
                if let members = WireJSON(parsing: body)?.members {
                    for member in members { parameters[member.key] = member.value }
                } else {
                    hasMalformedBody = true
                }
            } else if kind.trimmingSpaces() == "multipart/form-data" {
                if let form = MultipartForm(parsing: body, contentType: contentType ?? "") {
                    for (name, value) in form.fields { parameters[name] = .string(value) }
                    files = form.files
                } else {
                    hasMalformedBody = true
                }
            } else if segments.first?.hasPrefix("upload:") != true {
                for (name, value) in FormFields(parsing: String(decoding: body, as: UTF8.self)).pairs {
                    parameters[name] = .string(value)
                }
            }
        }

        tokenWasInQuery = queryFields["access_token"] != nil
        accessToken = Self.bearer(authorization) ?? parameters["access_token"]?.string
        parameters["access_token"] = nil
        var method = method.uppercased()
        // A POST may stand for another method: Meta's own SDKs send reads in this way to keep parameters out of URLs.
        if method == "POST", let meant = parameters["method"]?.string?.uppercased(), ["GET", "DELETE"].contains(meant) {
            method = meant
        }
        if method == "HEAD" { method = "GET" }
        self.method = method
        self.parameters = parameters
    }

    /// Text of a parameter; numbers and booleans count as their spelling. Empty text counts as missing.
    func text(_ name: String) -> String? {
        guard let value = parameters[name]?.scalarText, !value.isEmpty else { return nil }
        return value
    }

    /// A parameter that is JSON: a value of the JSON body, or JSON text in a form or query.
    func json(_ name: String) -> WireJSON? {
        guard let value = parameters[name] else { return nil }
        if case .string(let text) = value, let parsed = WireJSON(parsing: text.utf8) { return parsed }
        return value
    }

    /// A list given as `a,b`, as a JSON array, or as a JSON array in text.
    func list(_ name: String) -> [String] {
        switch json(name) {
        case .array(let values): values.compactMap(\.scalarText)
        case .string(let text): text.split(separator: ",").map { String($0).trimmingSpaces() }
        default: []
        }
    }

    private static func version(_ segment: String) -> Int? {
        guard segment.first == "v" else { return nil }
        let parts = segment.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let major = Int(parts[0]), Int(parts[1]) != nil else { return nil }
        return major
    }

    private static func bearer(_ header: String?) -> String? {
        guard let header else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, ["bearer", "oauth"].contains(parts[0].lowercased()) else { return nil }
        return parts[1].trimmingSpaces()
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    func trimmingSpaces() -> String {
        var rest = self[...]
        while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
        return String(rest)
    }
}
