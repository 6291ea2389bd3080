#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import SkedyulAPI

/// What the platform offers beyond instances and messages, for one call. It is done at once, and is no part of the unit
/// of work.
struct LinkedServices: Sendable {
    let access: CoreAccess
    let call: LinkedCall
    let ids: IDMaker

    private func asking<Value>(
        about what: String, id: String = "", _ purpose: CorePurpose,
        _ work: () async throws(CoreFailure) -> Value
    ) async throws -> Value {
        do throws(CoreFailure) {
            return try await work()
        } catch {
            throw ToolFailure(error, about: what, id: id, purpose)
        }
    }
}

extension LinkedServices: FileService {
    func file(_ id: String) async throws -> PlatformFile {
        let file = try await asking(about: "file", id: id, .reading) { () async throws(CoreFailure) in
            try await access.file(id)
        }
        guard let file else { throw ToolFailure.notFound("file", id) }
        return PlatformFile(id: file.id, name: file.name, type: file.mimeType, size: file.size)
    }

    func link(to id: String) async throws -> PlatformFileLink {
        let link = try await asking(about: "file", id: id, .reading) { () async throws(CoreFailure) in
            try await access.link(toFile: id)
        }
        return PlatformFileLink(url: link.url, expiresAt: link.expiresAt ?? Date().addingTimeInterval(3600))
    }

    func upload(_ content: [UInt8], name: String, type: String) async throws -> String {
        try await asking(about: "file", .writing) { () async throws(CoreFailure) in
            try await access.upload(content, name: name, mimeType: type)
        }
    }
}

extension LinkedServices: CallService {
    func start(_ call: NewCall) async throws -> CallSession {
        try await asking(about: "call", .writing) { () async throws(CoreFailure) in try await access.startCall(call) }
    }

    func append(_ part: TranscriptPart, to session: String) async throws {
        try await asking(about: "call", id: session, .writing) { () async throws(CoreFailure) in
            try await access.append(part, toCall: session)
        }
    }

    func end(_ session: String, _ end: CallEnd) async throws {
        try await asking(about: "call", id: session, .writing) { () async throws(CoreFailure) in
            try await access.endCall(session, end)
        }
    }

    func summary(of session: String) async throws -> String? {
        try await asking(about: "call", id: session, .reading) { () async throws(CoreFailure) in
            try await access.summary(ofCall: session)
        }
    }
}

extension LinkedServices: AIService {
    func object(_ request: AIRequest) async throws -> JSON {
        try await asking(about: "language model", .writing) { () async throws(CoreFailure) in
            try await access.generateObject(request)
        }
    }
}

extension LinkedServices: ReportService {
    func generate(_ template: String, arguments: JSONObject) async throws -> Report {
        try await asking(about: "report", id: template, .reading) { () async throws(CoreFailure) in
            try await access.report(template, arguments: arguments)
        }
    }
}

extension LinkedServices: SequenceService {
    func allow(
        _ key: String, at time: Date, holding lease: SequenceLease?, of sequencer: SequencerDescriptor,
        for installation: InstallationID
    ) async throws -> SequenceAnswer {
        let name = LinkedKeys.sequence(key, of: sequencer, installation: installation, app: call.app)
        return try await asking(about: "sequencer", id: sequencer.handle, .reading) { () async throws(CoreFailure) in
            try await access.allow(name, at: time, holding: lease?.id, watermark: sequencer.watermark)
        }
    }

    func acquire(
        _ key: String, at time: Date?, of sequencer: SequencerDescriptor, for installation: InstallationID
    ) async throws -> SequenceLease? {
        let lease = SequenceLease(
            id: ids.make("lease", at: Date()),
            sequence: LinkedKeys.sequence(key, of: sequencer, installation: installation, app: call.app))
        let isHeld = try await asking(about: "sequencer", id: sequencer.handle, .reading) { () async throws(CoreFailure) in
            try await access.acquireSequence(
                lease.sequence, as: lease.id, at: time, lock: sequencer.lock, watermark: sequencer.watermark)
        }
        return isHeld ? lease : nil
    }

    func release(_ lease: SequenceLease) async throws {
        try await asking(about: "sequencer", .writing) { () async throws(CoreFailure) in
            try await access.releaseSequence(lease.sequence, lease: lease.id)
        }
    }
}
