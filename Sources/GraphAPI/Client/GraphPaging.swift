import IntegrationKit

extension GraphClient {
    /// All elements of an edge, page by page.
    ///
    /// Follows the cursor, not the address of the next page: `paging.next` is Meta's text, and a token must not go
    /// where a text points. The list ends where `next` is missing, not where a page is short: filtered pages are.
    ///
    /// - Parameters:
    ///   - limit: Elements a page; 100 is what most edges allow.
    ///   - most: Reading ends with this many elements; nil for all of them.
    ///   - list: The member of `data` that is the list, for the edges whose `data` is an object.
    /// - Throws: ``GraphFailure/unreadable(status:reason:)`` when an element cannot be read, when a cursor comes a
    ///   second time, or after 100 pages: an edge that never ends is not a list.
    func all<Element: Sendable>(
        _ path: String, _ parameters: Parameters = [], limit: Int = 100, atMost most: Int? = nil, list: String? = nil,
        with token: GraphToken, _ read: (JSON) throws(InvalidValue) -> Element
    ) async throws(GraphFailure) -> [Element] {
        var elements: [Element] = []
        var cursor: String?
        var seen: Set<String> = []
        for _ in 0..<Self.maximumPages {
            var query = parameters + [(name: "limit", value: String(limit))]
            if let cursor { query.append((name: "after", value: cursor)) }
            let page = try await get(path, query, with: token)
            guard let data = (list.flatMap { page["data"]?[$0] } ?? page["data"])?.arrayValue else {
                throw .unreadable(status: 200, reason: "a list without data")
            }
            // Null stands for an element that the token may not see.
            for element in data where !element.isNull { elements.append(try decode(element, read)) }
            if let most, elements.count >= most { return Array(elements.prefix(most)) }
            guard let paging = page["paging"], paging["next"]?.stringValue != nil else { return elements }
            guard let after = paging["cursors"]?["after"]?.stringValue, seen.insert(after).inserted else {
                throw .unreadable(status: 200, reason: "a list whose next page has no cursor of its own")
            }
            cursor = after
        }
        throw .unreadable(status: 200, reason: "a list of more than \(Self.maximumPages) pages")
    }

    private static var maximumPages: Int { 100 }

    /// Reads a successful answer.
    func decode<Value>(
        _ json: JSON, _ read: (JSON) throws(InvalidValue) -> Value
    ) throws(GraphFailure) -> Value {
        do throws(InvalidValue) {
            return try read(json)
        } catch {
            throw .unreadable(status: 200, reason: error.description)
        }
    }

    /// For edges that answer `{"success": true}`; `success: false` was refused before.
    func confirm(_ json: JSON) throws(GraphFailure) {
        guard json["success"]?.boolValue == true else {
            throw .unreadable(status: 200, reason: "success is not confirmed")
        }
    }
}
