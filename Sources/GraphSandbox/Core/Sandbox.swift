#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Cryptography
import Synchronization

/// The live sandbox: the one copy of the ``World`` behind a lock, its clock, and the bells that ring when it changes.
///
/// Every change goes through ``write(_:)``, which makes it visible, wakes the webhook pump, the saver and open pages.
final class Sandbox: Sendable {
    let configuration: SandboxConfiguration
    let rules: Rules
    let time: any SandboxTime
    /// Rung at every change, for the pump that sends webhooks.
    let pumpAlarm = Alarm()
    /// Rung at every change, for the keeper that saves the state.
    let keeperAlarm = Alarm()
    let changes = ChangeFeed()
    let mediaStore: MediaStore
    let faults = FaultPlan()
    let sendLimits: SendLimits
    /// Calls of the last hour, and what a test says that they are.
    let meter = UsageMeter()
    let errors = ErrorCatalog.documented

    private struct Live {
        var world: World
        /// Grows with every change.
        var revision: UInt64 = 0
        /// How many phones show each chat right now.
        var openChats: [ChatID: Int] = [:]
        /// Callbacks that have a webhook on the way.
        var inFlight: Set<String> = []
    }

    private let live: Mutex<Live>

    init(configuration: SandboxConfiguration, world: World, time: any SandboxTime) {
        self.configuration = configuration
        self.time = time
        rules = Rules(
            directory: configuration.directory, appID: configuration.appID, speed: max(configuration.speed, 0.001),
            addresses: MediaAddresses(appSecret: configuration.appSecret))
        mediaStore = MediaStore(stateFile: configuration.stateFile)
        sendLimits = SendLimits(isOn: configuration.enforcesRateLimits)
        live = Mutex(Live(world: world))
    }

    /// The directory as it is now. Not to be asked for within ``read(_:)`` or ``write(_:)``.
    var directory: Directory { read { world, _ in world.current(configuration.directory) } }

    /// Looks at the world. `body` gets the sandbox's time.
    func read<Result: Sendable>(_ body: (borrowing World, Date) throws -> Result) rethrows -> Result {
        try live.withLock { live in
            try body(live.world, time.now().addingTimeInterval(live.world.clockOffset))
        }
    }

    /// Changes the world. A `body` that throws has changed nothing.
    @discardableResult
    func write<Result: Sendable>(_ body: (inout World, Date) throws -> Result) rethrows -> Result {
        let result = try live.withLock { live in
            var world = live.world
            let result = try body(&world, time.now().addingTimeInterval(world.clockOffset))
            live.world = world
            live.revision += 1
            return result
        }
        announce()
        return result
    }

    private func announce() {
        pumpAlarm.ring()
        keeperAlarm.ring()
        changes.announce()
    }

    /// The world and its revision, to be saved.
    func snapshot() -> (world: World, revision: UInt64) {
        live.withLock { ($0.world, $0.revision) }
    }

    /// Grows with every change.
    var revision: UInt64 { live.withLock { $0.revision } }
}

// MARK: What only lives as long as the process

extension Sandbox {
    /// Says that a phone shows `chat`, which reads what is there and what arrives until ``close(_:)``.
    func open(_ chat: ChatID) {
        live.withLock { $0.openChats[chat, default: 0] += 1 }
        readIfNeeded(chat)
    }

    /// Ends one ``open(_:)``.
    func close(_ chat: ChatID) {
        live.withLock { live in
            let left = (live.openChats[chat] ?? 1) - 1
            live.openChats[chat] = left > 0 ? left : nil
        }
    }

    /// The person looks at `chat` now. Changes nothing when everything was read.
    func readIfNeeded(_ chat: ChatID) {
        guard read({ world, _ in (world.conversations[chat]?.unreadCount ?? 0) > 0 }) else { return }
        write { world, now in world.personReads(chat, at: now, rules: rules) }
    }

    /// One turn of the pump: lets due statuses happen and hands out the webhooks to send now, marking their callbacks
    /// as busy until ``attempted(_:status:problem:)``.
    ///
    /// - Returns: What to send, and the machine's time of the next turn, if one is foreseen.
    func takeDue() -> (send: [World.Outgoing], next: Date?) {
        var changed = false
        let result = live.withLock { live in
            let now = time.now().addingTimeInterval(live.world.clockOffset)
            let waiting = live.world.outbox.count
            live.world.dropUndeliverable(at: now)
            changed = live.world.outbox.count != waiting
            changed = live.world.advance(to: now, openChats: Set(live.openChats.keys), rules: rules) || changed
            if changed { live.revision += 1 }
            let send = live.world.due(at: now, inFlight: live.inFlight)
            live.inFlight.formUnion(send.map(\.url))
            let next = live.world.nextDue(inFlight: live.inFlight)?.addingTimeInterval(-live.world.clockOffset)
            return (send, next)
        }
        if changed {
            keeperAlarm.ring()
            changes.announce()
        }
        return result
    }

    /// Notes the outcome of one POST that ``takeDue()`` handed out.
    func attempted(_ outgoing: World.Outgoing, status: Int?, problem: String?) {
        live.withLock { live in
            let now = time.now().addingTimeInterval(live.world.clockOffset)
            live.inFlight.remove(outgoing.url)
            for delivery in outgoing.deliveries {
                live.world.attempted(
                    delivery.id, url: outgoing.url, .init(at: now, status: status, problem: problem), rules: rules)
            }
            live.revision += 1
        }
        announce()
    }
}

// MARK: New ids

extension Sandbox {
    /// A message id of a product. WhatsApp's is `wamid.` and standard base64, so with `=`, `+` and `/`.
    static func newMessageID(_ product: Product = .whatsApp) -> String {
        switch product {
        case .whatsApp:
            "wamid."
                + Data(Array("\u{1D}\u{04}\u{18}\u{0C}".utf8) + SecureRandom.bytes(27)).base64EncodedString()
        case .messenger: "m_" + Base64URL.encode(SecureRandom.bytes(63))
        case .instagram: "aWdfZAG1faXRlbTo" + Base64URL.encode(SecureRandom.bytes(63)) + "ZD"
        }
    }

    /// An id of media, a template, a number or an attachment: sixteen digits.
    static func newObjectID() -> String {
        let number = SecureRandom.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return String(1_000_000_000_000_000 + number % 8_000_000_000_000_000)
    }

    /// The name of a resumable upload.
    static func newUploadID() -> String { Base64URL.encode(SecureRandom.bytes(24)) }

    /// A code that is sent by SMS: six digits.
    static func newVerificationCode() -> String {
        let number = SecureRandom.bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return String(100_000 + number % 900_000)
    }

    /// A user access token: `EAA` and letters and digits.
    static func newTokenValue() -> String {
        "EAA" + Base64URL.encode(SecureRandom.bytes(96)).filter { $0 != "-" && $0 != "_" }
    }

    /// An authorization code: `AQ` and base64url.
    static func newCodeValue() -> String {
        "AQ" + Base64URL.encode(SecureRandom.bytes(72))
    }
}
