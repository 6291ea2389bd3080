#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Cryptography
import HTTPTypes
import Hummingbird

/// Graph answers on the wire: JSON in Meta's spelling and the headers that Meta sends.
struct GraphResponse: Sendable {
    let configuration: SandboxConfiguration
    let meter: UsageMeter

    /// - Parameter version: The version of the path, or `nil` for a call without one.
    /// - Parameters:
    ///   - isSend: Sends have limits of their own and use nothing of the app's budget.
    ///   - fault: What shall be odd about the spelling of an error.
    func make(
        _ result: Result<GraphReply, GraphError>, version: Int?, isSend: Bool = false, at now: Date, fault: Fault? = nil
    ) -> (response: Response, status: Int, body: WireJSON) {
        let trace = "A" + Base64URL.encode(SecureRandom.bytes(17))
        let status: Int
        let body: WireJSON
        var headers = HTTPFields()
        switch result {
        case .success(let reply):
            status = reply.status
            body = reply.body
            if let object = reply.budgetObject { setBudget(of: object, in: &headers, at: now) }
        case .failure(let error):
            status = error.status
            body = Self.body(of: error, trace: fault?.hasNoTrace == true ? nil : trace, fault)
            if error.code == 190 || error.code == 104 {
                headers[.wwwAuthenticate] =
                    "OAuth \"Facebook Platform\" \"invalid_token\" \"\(error.message.filter { $0 != "\"" })\""
            }
        }
        headers[.contentType] = "application/json; charset=UTF-8"
        headers[.cacheControl] = "private, no-cache, no-store, must-revalidate"
        headers.set("Pragma", "no-cache")
        headers.set("facebook-api-version", "v\(version ?? configuration.graphVersion).0")
        headers.set("x-fb-request-id", trace)
        headers.set("x-fb-trace-id", trace)
        headers.set("x-fb-rev", "1031337000")
        let used = meter.count("app", at: now, adds: !isSend)
        headers.set("x-app-usage", #"{"call_count":\#(used),"total_time":\#(used),"total_cputime":\#(used)}"#)
        let response = Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: body.wireText())))
        return (response, status, body)
    }

    private static func body(of error: GraphError, trace: String?, _ fault: Fault?) -> WireJSON {
        let body = error.body(trace: trace)
        guard fault?.hasTextualData == true, var members = body["error"]?.members else { return body }
        members.removeAll { $0.key == "error_data" }
        members.append(.init(key: "error_data", value: .string(error.details ?? "A plain text.")))
        return ["error": .object(members)]
    }

    /// A page of HTML, as a proxy before Meta answers when Meta does not.
    static func html(status: Int) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(
                byteBuffer: ByteBuffer(string: "<!doctype html><title>Sorry</title><p>Something went wrong.</p>\n")))
    }

    private func setBudget(of object: String, in headers: inout HTTPFields, at now: Date) {
        let used = meter.count(object, at: now)
        let isPage = configuration.directory.page(object) != nil
        let usage: WireJSON = [
            "type": isPage ? "pages" : "whatsapp_business_management", "call_count": .integer(Int64(used)),
            "total_cputime": 0,
            "total_time": 0, "estimated_time_to_regain_access": used >= 100 ? 12 : 0,
        ]
        headers.set(
            "x-business-use-case-usage", WireJSON.object([.init(key: object, value: [usage])]).wireText())
    }
}
