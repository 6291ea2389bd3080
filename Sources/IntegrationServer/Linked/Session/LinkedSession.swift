package import IntegrationKit
internal import Logging
internal import SkedyulAPI

/// A unit of work on the Skedyul platform: reads see its own writes, and ``finish()`` sends them.
///
/// The platform has no transactions, so writes are kept back until the end, and then sent in an order in which a crash
/// between two of them does no harm: what is done again gives the same, and what tells others comes last. What is made
/// new has an id of ours until then; ``settledIDs`` knows the platform's.
package actor LinkedSession: PlatformSession {
    package nonisolated let installation: Installation
    package nonisolated let services: PlatformServices

    nonisolated let platform: LinkedPlatform
    nonisolated let call: LinkedCall
    nonisolated let access: CoreAccess
    nonisolated let links: ModelLinks
    nonisolated let log: Logger

    var pending: [LinkedWrite] = []
    var overlays: [String: RecordOverlay] = [:]
    var openedChannels: [ChannelRecord] = []
    var closedChannels: Set<ChannelID> = []
    var ids = SettledIDs(prefix: SettledIDs.provisionalPrefix)
    /// What upserts have learned of their models.
    var upserted: [String: UpsertedModel] = [:]
    /// Messages that are to be passed on.
    var claimedMessages: Set<ReceivedMessage> = []
    /// Addresses that were registered for the handler.
    var registrations: [String] = []
    private var isFinished = false
    private var sending: Task<Result<Void, PlatformFailure>, Never>?

    init(platform: LinkedPlatform, call: LinkedCall, access: CoreAccess) {
        self.platform = platform
        self.call = call
        self.access = access
        installation = call.installation
        links = ModelLinks(platform.models)
        var log = platform.log
        log[metadataKey: "installation"] = "\(call.installation.id)"
        self.log = log
        let service = LinkedServices(access: access, call: call, ids: platform.ids)
        services = PlatformServices(
            sequences: service, files: service, calls: service, ai: service, reports: service)
    }

    // MARK: The unit of work

    /// Sends what has come together so far. The session goes on.
    package func commit() async throws(PlatformFailure) {
        try requireOpen()
        try await send()
    }

    /// Sends what is left. The session is over.
    ///
    /// - Throws: ``PlatformFailure``; ``PlatformFailure/unfinished(reason:)`` when a part of it is done, or may be.
    package func finish() async throws(PlatformFailure) {
        try requireOpen()
        isFinished = true
        do throws(PlatformFailure) {
            try await send()
        } catch {
            await forgetMessages()
            throw error
        }
    }

    /// For a handler that failed: drops what it wrote, and gives back the addresses that it registered. The session is
    /// over.
    package func abandon() async {
        isFinished = true
        pending = []
        overlays = [:]
        await forgetMessages()
        for id in registrations {
            do throws(CoreFailure) {
                try await access.deleteWebhook(id)
            } catch {
                log.warning("an address that is not needed stays", metadata: ["webhook": "\(id)", "error": "\(error)"])
            }
        }
        registrations = []
    }

    /// The ids that the platform gave to what was made here, which had none before ``finish()``.
    var settledIDs: SettledIDs { ids }

    /// In a task of its own, one after the other: what has begun to be sent is sent to its end, also when whoever waits
    /// for it gives up. Every call has its deadline.
    private func send() async throws(PlatformFailure) {
        let sending = Task { [before = self.sending] in
            _ = await before?.value
            return await self.sendPending()
        }
        self.sending = sending
        try await sending.value.get()
    }

    private func forgetMessages() async {
        let claimed = claimedMessages
        claimedMessages = []
        for message in claimed { await platform.received.forget(message, in: installation.id) }
    }

    // MARK: For its extensions

    /// Adds a write to the unit of work.
    func stage(_ write: LinkedWrite) { pending.append(write) }

    /// An id that is good until the platform has given one.
    func provisionalID() -> String { platform.ids.make(SettledIDs.provisionalPrefix, at: platform.clock()) }

    /// A handler that keeps its session after it has returned must not write into nothing.
    func requireOpen() throws(PlatformFailure) {
        if isFinished { throw .unavailable(reason: "the call that this session belongs to is over") }
    }

    /// Calls the platform and gives its failure the handler's words.
    nonisolated func asking<Value: Sendable>(
        about what: String, id: String = "", _ purpose: CorePurpose,
        _ work: (CoreAccess) async throws(CoreFailure) -> Value
    ) async throws(PlatformFailure) -> Value {
        do throws(CoreFailure) {
            return try await work(access)
        } catch {
            if error.isAuthorizationFailure {
                log.warning("the platform does not take the token of this call", metadata: ["error": "\(error)"])
                platform.tokens.forget(access.token)
            }
            throw PlatformFailure(error, about: what, id: id, purpose)
        }
    }
}
