import IntegrationKit
import OutboundHTTP

extension GraphClient {
    typealias Parameters = [(name: String, value: String)]

    /// Reads a node or an edge.
    ///
    /// - Parameter path: Below the version, percent-encoded: see ``node(_:)``.
    func get(_ path: String, _ parameters: Parameters = [], with token: GraphToken?) async throws(GraphFailure) -> JSON
    {
        try await call(.get, path, query: parameters, with: token)
    }

    /// Posts parameters as a form, which every edge takes.
    func post(
        _ path: String, form parameters: Parameters, with token: GraphToken?
    ) async throws(GraphFailure) -> JSON {
        let body = Array(FormURLEncoding.encode(parameters + proofParameter(of: token)).utf8)
        return try await send(
            .post, path, type: "application/x-www-form-urlencoded", content: HTTPContent(body), with: token)
    }

    /// Posts a JSON body; the proof goes into the query.
    func post(_ path: String, json: JSON, with token: GraphToken) async throws(GraphFailure) -> JSON {
        try await call(.post, path, query: [], type: "application/json", content: HTTPContent(json.bytes()), with: token)
    }

    /// Posts a body of any type; the proof goes into the query.
    func post(
        _ path: String, content: HTTPContent, type: String, deadline: Duration, with token: GraphToken
    ) async throws(GraphFailure) -> JSON {
        try await call(.post, path, query: [], type: type, content: content, deadline: deadline, with: token)
    }

    /// Sends a file's bytes into a session of a resumable upload, from its beginning.
    ///
    /// - Parameter session: As Meta named it: `upload:…`, with a query of its own.
    func upload(
        _ content: HTTPContent, into session: String, deadline: Duration, with token: GraphToken
    ) async throws(GraphFailure) -> JSON {
        let proof = FormURLEncoding.encode(proofParameter(of: token))
        guard session.hasPrefix("upload:"), !session.contains(where: { $0 == "#" || $0 == "/" || $0.isWhitespace }) else {
            throw .unreadable(status: 200, reason: "the session of the upload has no name that can be used")
        }
        var own = HTTPHeaders()
        own.append(HTTPHeader("file_offset", "0"))
        return try await send(
            .post, session + (session.contains("?") ? "&" : "?") + proof, type: "application/octet-stream", content: content,
            deadline: deadline, with: token, scheme: "OAuth", headers: own)
    }

    func delete(
        _ path: String, _ parameters: Parameters = [], with token: GraphToken
    ) async throws(GraphFailure) -> JSON {
        try await call(.delete, path, query: parameters, with: token)
    }

    /// Deletes what a JSON body names; the proof goes into the query.
    func delete(_ path: String, json: JSON, with token: GraphToken) async throws(GraphFailure) -> JSON {
        try await call(.delete, path, query: [], type: "application/json", content: HTTPContent(json.bytes()), with: token)
    }

    /// An id as one segment of a path. Ids come from Meta and from callers: whatever they hold, they stay one segment.
    func node(_ id: String) -> String {
        // A segment of dots alone would climb in the path.
        id.allSatisfy { $0 == "." } ? "%" : FormURLEncoding.component(id)
    }

    private func call(
        _ method: HTTPMethod, _ path: String, query: Parameters, type: String? = nil, content: HTTPContent? = nil,
        deadline: Duration? = nil, with token: GraphToken?
    ) async throws(GraphFailure) -> JSON {
        let text = FormURLEncoding.encode(query + proofParameter(of: token))
        return try await send(method, text.isEmpty ? path : "\(path)?\(text)", type: type, content: content, deadline: deadline, with: token)
    }

    private func proofParameter(of token: GraphToken?) -> Parameters {
        guard let token else { return [] }
        return [(name: "appsecret_proof", value: proof(of: token))]
    }

    private func send(
        _ method: HTTPMethod, _ pathAndQuery: String, type: String?, content: HTTPContent?, deadline: Duration? = nil,
        with token: GraphToken?, scheme: String = "Bearer", headers own: HTTPHeaders = []
    ) async throws(GraphFailure) -> JSON {
        let place = pathAndQuery.prefix { $0 != "?" }.split(separator: "/")
        let object = String(place.first ?? "")
        let isMessage = method == .post && place.last == "messages"
        if let rest = usage.rest(of: object, countsForApp: !isMessage) { throw .exhausted(for: rest) }
        var headers = own
        headers.append(HTTPHeader("Accept", "application/json"))
        if let type { headers.append(HTTPHeader("Content-Type", type)) }
        if let token {
            headers.append(HTTPHeader("Authorization", "\(scheme) \(token.secret.expose())", isSensitive: true))
        }
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await http.execute(
                HTTPRequest(
                    method, "\(baseURL)/\(version)/\(pathAndQuery)", headers: headers, content: content,
                    deadline: deadline ?? self.deadline))
        } catch {
            throw .transport(error)
        }
        usage.note(response.headers)
        return try GraphAnswer(response).value()
    }
}
