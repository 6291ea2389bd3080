import GraphAPI
import IntegrationKit
import OutboundHTTP

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Sends texts through the client of the Graph API, so many at once, and says what that took.
///
/// usage: send-load URL APP_SECRET TOKEN PHONE_NUMBER_ID TO COUNT IN_FLIGHT
@main
enum SendLoad {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 8, let count = Int(arguments[6]), let inFlight = Int(arguments[7]) else {
            print("usage: send-load URL APP_SECRET TOKEN PHONE_NUMBER_ID TO COUNT IN_FLIGHT")
            exit(2)
        }
        let http = HTTPClient(allowing: [], standIns: [arguments[1]])
        let client = GraphClient(
            http: http, baseURL: arguments[1], appID: "4470019287365510", appSecret: Secret(arguments[2]),
            deadline: .seconds(30))
        let token = GraphToken(Secret(arguments[3]))
        func send(_ number: Int) async throws {
            _ = try await client.send(
                WhatsAppSend(
                    to: .init(address: arguments[5]), .text("Your kettle is ready to collect.", showsPreview: false),
                    callbackData: "msg_\(number)"),
                from: arguments[4], with: token)
        }
        // Connections are made and pages are touched before anything is measured.
        try await sends(inFlight, inFlight, send)
        let (began, used) = (ContinuousClock.now, cpuSeconds())
        try await sends(count, inFlight, send)
        let cpu = cpuSeconds() - used
        let wall = ContinuousClock.now - began
        let seconds = Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18
        print("\(count) \(seconds) \(cpu)")
        await http.shutdown()
    }

    /// `inFlight` tasks share the work.
    private static func sends(
        _ count: Int, _ inFlight: Int, _ send: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<inFlight {
                group.addTask {
                    for number in stride(from: task, to: count, by: inFlight) { try await send(number) }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
