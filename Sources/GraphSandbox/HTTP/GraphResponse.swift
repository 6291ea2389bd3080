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
    let meter = UsageMeter()

    /// - Parameter version: The version of the path, or `nil` for a call without one.
    func make(_ result: Result<GraphReply, GraphError>, version: Int?, at now: Date) -> Response {
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
            body = error.body(trace: trace)
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
        let used = meter.count("app", at: now)
        headers.set("x-app-usage", #"{"call_count":\#(used),"total_time":\#(used),"total_cputime":\#(used)}"#)
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: body.wireText())))
    }

    private func setBudget(of object: String, in headers: inout HTTPFields, at now: Date) {
        let used = meter.count(object, at: now)
        let usage: WireJSON = [
            "type": "whatsapp_business_management", "call_count": .integer(Int64(used)), "total_cputime": 0,
            "total_time": 0, "estimated_time_to_regain_access": 0,
        ]
        headers.set(
            "x-business-use-case-usage", WireJSON.object([.init(key: object, value: [usage])]).wireText())
    }
}
