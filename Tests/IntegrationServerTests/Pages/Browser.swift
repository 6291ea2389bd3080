import Foundation
import IntegrationKit
import Testing

@testable import IntegrationServer

/// A browser without a script: a cookie, forms, no redirects followed.
struct Browser: Sendable {
    let server: TestServer
    let base: String
    let cookie: String
    let csrf: String

    init(_ server: TestServer, _ workplace: String) async throws {
        self.server = server
        base = "/app/\(workplace)"
        (cookie, csrf) = try await server.browser(workplace)
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> RawHTTP.Answer {
        try await server.http.send(
            "GET", path, headers: ["Cookie": cookie, "Accept": "text/html"].merging(headers) { $1 })
    }

    /// - Parameter key: Of the drawing of the page; a new one unless given.
    func post(
        _ path: String, _ fields: [(name: String, value: String)], csrf: String? = nil, key: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> RawHTTP.Answer {
        let key = key ?? UUID().uuidString.lowercased().replacing("-", with: "")
        let all = [(name: "_csrf", value: csrf ?? self.csrf), (name: "_key", value: key)] + fields
        let body = all.map { "\(PageAddress.encode($0.name))=\(PageAddress.encode($0.value))" }.joined(separator: "&")
        let own = ["Cookie": cookie, "Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded"]
        return try await server.http.send("POST", path, headers: own.merging(headers) { $1 }, body: Array(body.utf8))
    }

    /// What the first form of an answer that has a key would send: its fields, and the key.
    static func form(in answer: RawHTTP.Answer, fields: [String]) throws -> (key: String, fields: [(name: String, value: String)]) {
        let key = try #require(answer.text.firstMatch(of: /name="_key" value="([^"]*)"/)?.1)
        let filled = try fields.map { name in
            let area = try Regex<(Substring, Substring)>("<textarea[^>]* name=\"\(name)\"[^>]*>\n([^<]*)</textarea>")
            let input = try Regex<(Substring, Substring)>("<input[^>]* name=\"\(name)\"[^>]* value=\"([^\"]*)\"")
            let option = try Regex<(Substring, Substring)>(
                "<select[^>]* name=\"\(name)\"[^>]*>[^/]*<option value=\"([^\"]*)\" selected")
            let found = [area, input, option].lazy.compactMap { answer.text.firstMatch(of: $0)?.1 }.first
            return (name: name, value: String(try #require(found, "the form has no field '\(name)'")))
        }
        return (String(key), filled)
    }

    /// The same browser with the cookies of an answer.
    func with(_ answer: RawHTTP.Answer) -> Browser {
        let cookies = answer.values("Set-Cookie").compactMap { $0.split(separator: ";").first.map { String($0) } }
        return Browser(server: server, base: base, cookie: ([cookie] + cookies).joined(separator: "; "), csrf: csrf)
    }

    private init(server: TestServer, base: String, cookie: String, csrf: String) {
        (self.server, self.base, self.cookie, self.csrf) = (server, base, cookie, csrf)
    }
}
