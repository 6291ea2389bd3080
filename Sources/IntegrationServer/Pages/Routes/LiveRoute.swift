import HTTPTypes
import Hummingbird
import IntegrationKit
import NIOCore
import Storage

/// `GET /app/{workplace}/live`: tells an open page what changed, as server-sent events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html). An event says what to read again, never what is in
/// it, so that one that is missed does no harm.
struct LiveRoute<I: Integration>: Sendable {
    let runtime: Runtime<I>

    /// A comment is sent when nothing happens for so long, so that nobody in between takes the line for dead.
    private static var pulse: Duration { .seconds(15) }
    /// Then the browser connects again, with its session looked at again.
    private static var lifetime: Duration { .seconds(600) }

    private enum Event: Sendable {
        case change(Change)
        case pulse
    }

    /// Changes from this call on, not only from when the body is first read, are told.
    ///
    /// - Parameter mark: See ``ChangeFeed/updates(for:since:)``.
    func answer(for installation: InstallationID, since mark: String?) -> Response {
        let updates = runtime.changes.updates(for: installation, since: mark)
        let body = ResponseBody { [runtime] writer in
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            let (events, sink) = AsyncStream.makeStream(
                of: Event.self, bufferingPolicy: .bufferingNewest(ChangeFeed.bufferSize))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await change in updates { sink.yield(.change(change)) }
                    sink.finish()
                }
                group.addTask {
                    let end = ContinuousClock.now + Self.lifetime
                    while ContinuousClock.now < end {
                        try await Task.sleep(for: Self.pulse)
                        sink.yield(.pulse)
                    }
                    sink.finish()
                }
                defer { group.cancelAll() }
                for await event in events {
                    switch event {
                    case .pulse: try await writer.write(ByteBuffer(string: ":\n\n"))
                    case .change(let change):
                        let text = try await Self.text(of: change, installation, runtime)
                        try await writer.write(ByteBuffer(string: text))
                    }
                }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .accelBuffering: "no"], body: body)
    }

    private static func text(
        of change: Change, _ installation: InstallationID, _ runtime: Runtime<I>
    ) async throws -> String {
        let event: JSONObject
        switch change {
        case .connection: event = ["kind": "connection"]
        case .records: event = ["kind": "records"]
        case .conversation(let id):
            let unread = try await WorkplaceRoutes(runtime: runtime).unread(installation)
            event = [
                "kind": "conversation", "conversation": .string(id.rawValue), "unread": .number(JSONNumber(unread)),
            ]
        }
        return "event: change\ndata: \(JSON.object(event).serialized())\n\n"
    }
}

extension HTTPField.Name {
    /// Asks proxies such as nginx not to hold the events back. Unwrapped without harm: it is a token as RFC 9110
    /// section 5.1 wants it.
    static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
}
