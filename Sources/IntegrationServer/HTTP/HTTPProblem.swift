package import HTTPTypes
internal import Hummingbird
package import IntegrationKit

/// An answer other than success, in words. Browsers get it as a page, programs as problem details (RFC 9457).
package struct HTTPProblem: Error, Sendable {
    package let status: HTTPResponse.Status
    package let title: String
    package let detail: String
    package var headers: HTTPFields
    /// Further members of the problem details.
    package let members: JSONObject
    /// The rest of the request is not worth waiting for.
    package let closesConnection: Bool

    package init(
        _ status: HTTPResponse.Status, title: String? = nil, _ detail: String = "", headers: HTTPFields = [:],
        members: JSONObject = [:], closesConnection: Bool = false
    ) {
        self.status = status
        self.title = title ?? Self.title(of: status)
        self.detail = detail.isEmpty ? Self.detail(of: status) : detail
        self.headers = headers
        self.members = members
        self.closesConnection = closesConnection
    }

    private static func title(of status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: "There is nothing here"
        case .methodNotAllowed: "This address does not take this method"
        case .forbidden: "This is not allowed"
        case .unauthorized: "Credentials are needed"
        default: status.reasonPhrase.isEmpty ? "Error \(status.code)" : status.reasonPhrase
        }
    }

    private static func detail(of status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: "The address may be mistyped, or what was here is gone."
        case .forbidden: "Go back, load the page again and try once more."
        default: ""
        }
    }

    /// `application/problem+json`.
    func json(reference: String) -> String {
        var object: JSONObject = [
            "type": "about:blank", "title": .string(title), "status": .number(JSONNumber(status.code)),
        ]
        if !detail.isEmpty { object["detail"] = .string(detail) }
        object["reference"] = .string(reference)
        for (key, value) in members { object[key] = value }
        return JSON.object(object).serialized()
    }
}
