#if canImport(FoundationNetworking)
import FoundationNetworking
#endif
import Foundation

/// Calls the app's callback URLs as Meta does. Full Foundation, because `URLSession` lives there.
///
/// Never follows a redirect and gives up when an answer takes too long.
struct CallbackClient: Sendable {
    /// What a callback answered.
    struct Answer: Sendable {
        var status: Int
        var body: String
    }

    /// There was no answer; `reason` is one of a few plain words.
    struct NoAnswer: Error {
        var reason: String
    }

    private let session: URLSession
    private let patience: Duration

    /// - Parameter patience: How long an answer may take; Meta waits 5 seconds for a 200.
    init(patience: Duration = .seconds(5)) {
        self.patience = patience
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.timeoutIntervalForRequest = 10
        session = URLSession(configuration: configuration, delegate: RedirectRefusal(), delegateQueue: nil)
    }

    /// Ends every call and the session's own thread.
    func shutDown() {
        session.invalidateAndCancel()
    }

    /// Delivers one webhook with both signatures, unless it shall be signed otherwise.
    func post(
        _ body: [UInt8], to url: String, appSecret: String, signing: WebhookHabits.Signature = .valid
    ) async throws(NoAnswer) -> Answer {
        guard let target = URL(string: url) else { throw NoAnswer(reason: "not a URL") }
        let secret = signing == .otherSecret ? "the secret of another app" : appSecret
        let signature = WebhookSignature(of: signing == .wrong ? body + [0x20] : body, appSecret: secret)
        var request = URLRequest(url: target)
        request.httpMethod = "POST"
        request.httpBody = Data(body)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("facebookexternalua", forHTTPHeaderField: "User-Agent")
        if signing != .missing, signing != .sha1Only {
            request.setValue(signature.sha256, forHTTPHeaderField: "X-Hub-Signature-256")
        }
        if signing != .missing { request.setValue(signature.sha1, forHTTPHeaderField: "X-Hub-Signature") }
        return try await perform(request)
    }

    /// Posts a form, which carries its own signature.
    func post(form: FormFields, to url: String) async throws(NoAnswer) -> Answer {
        guard let target = URL(string: url) else { throw NoAnswer(reason: "not a URL") }
        var request = URLRequest(url: target)
        request.httpMethod = "POST"
        request.httpBody = Data(form.encoded.utf8)
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.setValue("facebookexternalua", forHTTPHeaderField: "User-Agent")
        return try await perform(request)
    }

    /// Asks a callback to prove that it knows the verify token.
    func verify(_ url: String, challenge: String, verifyToken: String) async throws(NoAnswer) -> Answer {
        let query = FormFields([
            ("hub.mode", "subscribe"), ("hub.challenge", challenge), ("hub.verify_token", verifyToken),
        ])
        let separator = url.contains("?") ? "&" : "?"
        guard let target = URL(string: url + separator + query.encoded) else { throw NoAnswer(reason: "not a URL") }
        var request = URLRequest(url: target)
        request.setValue("facebookplatform/1.0 (+http://developers.facebook.com)", forHTTPHeaderField: "User-Agent")
        return try await perform(request)
    }

    private func perform(_ request: URLRequest) async throws(NoAnswer) -> Answer {
        do {
            return try await withThrowingTaskGroup(of: Answer.self) { group in
                group.addTask {
                    let (status, body) = try await HTTPExchange().perform(request, session: session)
                    return Answer(status: status, body: String(decoding: body.prefix(4096), as: UTF8.self))
                }
                group.addTask {
                    try await Task.sleep(for: patience)
                    throw NoAnswer(reason: "no answer in time")
                }
                defer { group.cancelAll() }
                guard let answer = try await group.next() else { throw NoAnswer(reason: "cancelled") }
                return answer
            }
        } catch let error as NoAnswer {
            throw error
        } catch {
            throw NoAnswer(reason: Self.reason(error))
        }
    }

    /// Why a request failed, in a few plain words.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? URLError else { return "cancelled" }
        return switch error.code {
        case .cannotConnectToHost: "connection refused"
        case .cannotFindHost, .dnsLookupFailed: "host not found"
        case .timedOut: "no answer in time"
        case .networkConnectionLost: "connection closed without an answer"
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot:
            "certificate not trusted"
        case .cancelled: "cancelled"
        default: "network error \(error.code.rawValue)"
        }
    }
}

/// Answers a redirect with the redirect itself: a webhook receiver must answer under its own URL.
private final class RedirectRefusal: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
