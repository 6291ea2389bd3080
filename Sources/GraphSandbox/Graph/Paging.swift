import Cryptography

/// Cursor paging: `data`, `paging.cursors`, and `next`/`previous` only where there is more.
struct Paging: Sendable {
    var limit: Int
    var after: String?
    var before: String?
    /// Address of the list without any paging parameter, for example `http://127.0.0.1:4000/v25.0/me/businesses`;
    /// `nil` for nested lists, which then have no links.
    var listURL: String?
    /// Parameters that links repeat, already in order.
    var repeated: [(name: String, value: String)]

    /// Page length when none is asked for, and the longest that Meta gives.
    static let defaultLimit = 25
    static let maximumLimit = 100

    /// Reads `limit`, `after` and `before` of a call.
    init(_ request: GraphRequest, maximum: Int = maximumLimit) throws(GraphError) {
        limit = Self.defaultLimit
        if let text = request.text("limit") {
            guard let value = Int(text), value > 0 else {
                throw .invalidParameter("Param limit must be a positive integer.")
            }
            limit = min(value, maximum)
        }
        after = request.text("after")
        before = request.text("before")
        let version = request.version.map { "/v\($0).0" } ?? ""
        listURL = request.baseURL + version + "/" + request.path.joined(separator: "/")
        repeated = []
        if request.tokenWasInQuery, let token = request.accessToken { repeated.append(("access_token", token)) }
        if let fields = request.text("fields") { repeated.append(("fields", fields)) }
    }

    /// Paging of a list inside a node: `phone_numbers.limit(2){id}`.
    init(nested item: FieldSelection.Item) {
        limit = min(item.arguments["limit"].flatMap { Int($0) } ?? Self.defaultLimit, Self.maximumLimit)
        after = item.arguments["after"]
        before = item.arguments["before"]
        repeated = []
    }

    /// The page of `rows` that this asks for; rows are told apart by `id`.
    func page<Row>(
        of rows: [Row], id: (Row) -> String, render: (Row) throws(GraphError) -> WireJSON
    ) throws(GraphError) -> WireJSON {
        var start = 0
        if let after {
            start = try position(after, in: rows, id: id) + 1
        } else if let before {
            start = max(try position(before, in: rows, id: id) - limit, 0)
        }
        let end = min(start + limit, rows.count)
        guard start < end else { return ["data": []] }
        var data: [WireJSON] = []
        for row in rows[start..<end] { data.append(try render(row)) }
        let first = Self.cursor(id(rows[start]))
        let last = Self.cursor(id(rows[end - 1]))
        var paging: [WireJSON.Member] = [
            .init(key: "cursors", value: ["before": .string(first), "after": .string(last)])
        ]
        if end < rows.count, let link = link("after", last) { paging.append(.init(key: "next", value: link)) }
        if start > 0, let link = link("before", first) { paging.append(.init(key: "previous", value: link)) }
        return ["data": .array(data), "paging": .object(paging)]
    }

    private func link(_ direction: String, _ cursor: String) -> WireJSON? {
        guard let listURL else { return nil }
        let query = FormFields(repeated + [("limit", String(limit)), (direction, cursor)])
        return .string(listURL + "?" + query.encoded)
    }

    private func position<Row>(_ cursor: String, in rows: [Row], id: (Row) -> String) throws(GraphError) -> Int {
        guard cursor.hasPrefix("QVFI"), let bytes = Base64URL.decode(String(cursor.dropFirst(4))),
            let index = rows.firstIndex(where: { id($0) == String(decoding: bytes, as: UTF8.self) })
        else { throw .invalidCursor }
        return index
    }

    private static func cursor(_ id: String) -> String {
        "QVFI" + Base64URL.encode(Array(id.utf8))
    }
}
