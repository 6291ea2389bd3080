import IntegrationKit
import OutboundHTTP

/// Takes an answer of the Graph API apart: its value, or the error that it is.
struct GraphAnswer {
    private let response: HTTPResponse

    init(_ response: HTTPResponse) { self.response = response }

    /// - Throws: ``GraphFailure/refused(_:)`` for an error envelope, whatever the status: Meta tells to branch on the
    ///   code. ``GraphFailure/unreadable(status:reason:)`` for anything that is not the JSON of a success.
    func value() throws(GraphFailure) -> JSON {
        let json: JSON
        do throws(JSONSyntaxError) {
            json = try JSON.parse(response.body, duplicateKeys: .keepLast)
        } catch {
            throw .unreadable(status: response.status, reason: "it is not JSON")
        }
        if let envelope = json["error"], !envelope.isNull {
            throw .refused(
                GraphError(envelope, httpStatus: response.status, requestedWait: requestedWait, answer: json))
        }
        guard response.isSuccess else {
            throw .unreadable(status: response.status, reason: "it holds no error that Meta defines")
        }
        if json["success"]?.boolValue == false {
            throw .unreadable(status: response.status, reason: "Meta says that it was not successful, without a reason")
        }
        return json
    }

    /// How long the headers ask to wait: `Retry-After` in seconds, or the longest `estimated_time_to_regain_access`, in
    /// minutes, of `X-Business-Use-Case-Usage` (Meta, "Rate limits").
    private var requestedWait: Duration? {
        if let seconds = response.headers["Retry-After"].flatMap({ Int($0) }), (0...604_800).contains(seconds) {
            return .seconds(seconds)
        }
        guard let text = response.headers["X-Business-Use-Case-Usage"],
            let usage = try? JSON.parse(text, duplicateKeys: .keepLast)
        else { return nil }
        let minutes = (usage.objectValue ?? [:]).flatMap { $0.value.arrayValue ?? [] }
            .compactMap { $0["estimated_time_to_regain_access"]?.doubleValue }.max()
        guard let minutes, minutes > 0 else { return nil }
        return .seconds(min(minutes * 60, 604_800))
    }
}
