#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import OutboundHTTP

/// Whether the world reaches this server, and whether its clock is the world's.
struct OutsideChecks: Sendable {
    let settings: ServerSettings

    /// Signatures and states bear minutes; more than this is noticed by providers.
    private static let largestSkew: TimeInterval = 30

    func findings() async -> [Finding] {
        guard let url = settings.publicURL else {
            return [
                Finding(.warning, "Public address", "There is none: no provider elsewhere reaches this server.",
                    advice: "Set PUBLIC_URL, or give --tunnel-url to 'dev serve'.")
            ]
        }
        let hosts = HostPolicy.hosts(HostName.withoutPort(WebAddress.authority(of: url) ?? ""))
        let client = HTTPClient(HTTPClientConfiguration(
            hosts: HostPolicy.isLoopbackOrigin(url) ? HostPolicy.none.allowing(loopbackOrigin: url) : hosts))
        let found = await look(at: url, with: client)
        await client.shutdown()
        return found
    }

    private func look(at url: String, with client: HTTPClient) async -> [Finding] {
        let response: HTTPResponse
        let sentAt = Date()
        do throws(HTTPFailure) {
            response = try await client.execute(HTTPRequest(.get, "\(url)/health", deadline: .seconds(10)))
        } catch {
            return [
                Finding(.problem, "Public address", "\(url) does not answer: \(error.message).",
                    advice: "Start the server, and check the DNS name, the certificate and the proxy before it.")
            ]
        }
        let isOurs = (try? JSON.parse(response.body))?["status"]?.stringValue == "ok"
        guard response.status == 200, isOurs else {
            return [
                Finding(.problem, "Public address", "\(url)/health is answered \(response.status) by something else.",
                    advice: "Check PUBLIC_URL, and that the proxy leads all paths here.")
            ]
        }
        let reached = Finding(.ok, "Public address", "\(url) leads to a server of ours.")
        return [reached, clock(response.headers["Date"].flatMap(Self.date), sentAt)].compactMap { $0 }
    }

    private func clock(_ theirs: Date?, _ ours: Date) -> Finding? {
        guard let theirs else { return nil }
        let skew = abs(theirs.timeIntervalSince(ours))
        return skew < Self.largestSkew
            ? Finding(.ok, "Clock", "It is the same here and behind the public address.")
            : Finding(.problem, "Clock", "It differs by \(FigureText.seconds(skew)) from the one behind the public address.",
                advice: "Set the clock of both machines by NTP.")
    }

    /// As RFC 9110 section 5.6.7 writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func date(_ text: String) -> Date? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split(separator: " ")
        guard parts.count == 6, let month = months.firstIndex(of: String(parts[2])) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return Timestamp.parse("\(parts[3])-\(two(month + 1))-\(parts[1])T\(parts[4])Z")
    }
}
