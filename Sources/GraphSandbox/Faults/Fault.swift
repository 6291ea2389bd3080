import Synchronization

/// Something that goes wrong because a test asked for it.
struct Fault: Sendable {
    enum Effect: Sendable {
        /// The call answers with this error and does nothing else.
        case error(code: Int, subcode: Int?)
        /// The call is carried out and answers with this error nevertheless, as when a fault of Meta's comes after the work.
        case errorAfter(code: Int, subcode: Int?)
        /// The message is accepted, and fails later by a status.
        case failure(code: Int)
        /// The connection is cut before anything was done.
        case disconnectBefore
        /// The call is carried out, and the connection is cut in place of the answer.
        case disconnectAfter
        /// A page of HTML with this status, as a proxy before Meta answers.
        case html(status: Int)
        /// Nothing but the delay.
        case none
    }

    var effect: Effect
    /// Seconds before the call is looked at; not divided by the sandbox's speed.
    var delay: Double = 0
    /// Only calls with this method; `nil` for all.
    var method: String?
    /// Only calls whose path after the version ends with this, for example `/messages`; `nil` for all.
    var path: String?
    /// Only sends to this recipient as it is spelled in `to` or `recipient.id`; `nil` for all.
    var recipient: String?
    /// How often; `nil` until it is taken back.
    var times: Int?
    /// `error_data` is a plain text, as on some edges.
    var hasTextualData = false
    /// The error has no `fbtrace_id`.
    var hasNoTrace = false
}

/// The faults that were asked for, oldest first. They are gone with the process.
final class FaultPlan: Sendable {
    private let faults = Mutex([(id: Int, fault: Fault)]())
    private let nextID = Atomic<Int>(1)

    var all: [(id: Int, fault: Fault)] { faults.withLock { $0 } }

    /// Adds a fault and gives its number.
    func add(_ fault: Fault) -> Int {
        let id = nextID.wrappingAdd(1, ordering: .relaxed).oldValue
        faults.withLock { $0.append((id, fault)) }
        return id
    }

    func removeAll() { faults.withLock { $0.removeAll() } }

    func remove(_ id: Int) { faults.withLock { $0.removeAll { $0.id == id } } }

    /// The fault for a call, used up by it when it is the last of its times.
    func take(for request: GraphRequest) -> Fault? {
        let path = "/" + request.path.joined(separator: "/")
        let recipient = request.text("to") ?? request.json("recipient")?["id"]?.scalarText
        return faults.withLock { faults in
            guard
                let index = faults.firstIndex(where: { entry in
                    let fault = entry.fault
                    return (fault.method ?? request.method) == request.method && path.hasSuffix(fault.path ?? "")
                        && (fault.recipient == nil || fault.recipient == recipient)
                })
            else { return nil }
            let fault = faults[index].fault
            if let times = fault.times {
                if times <= 1 { faults.remove(at: index) } else { faults[index].fault.times = times - 1 }
            }
            return fault
        }
    }
}

extension Fault {
    /// What the headers of a single call ask for: `X-Sandbox-Fault: 131056` or `100/2018001` or `131047;async` or
    /// `131000;after` or `html;502`, `X-Sandbox-Latency-Ms: 250`, `X-Sandbox-Disconnect: before` or `after`.
    init?(fault: String?, latency: String?, disconnect: String?) {
        guard fault != nil || latency != nil || disconnect != nil else { return nil }
        self.init(effect: .none, delay: (latency.flatMap(Double.init) ?? 0) / 1000)
        if let disconnect {
            effect = disconnect == "before" ? .disconnectBefore : .disconnectAfter
        } else if let fault {
            let halves = fault.split(separator: ";").map { $0.trimmingSpaces() }
            let codes = (halves.first ?? "").split(separator: "/").map(String.init)
            if codes.first == "html" {
                effect = .html(status: halves.dropFirst().first.flatMap { Int($0) } ?? 502)
            } else if let code = codes.first.flatMap({ Int($0) }) {
                let subcode = codes.dropFirst().first.flatMap { Int($0) }
                effect = halves.contains("async") ? .failure(code: code)
                    : halves.contains("after") ? .errorAfter(code: code, subcode: subcode) : .error(code: code, subcode: subcode)
            }
        }
    }
}
