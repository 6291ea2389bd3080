#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import IntegrationKit
internal import Logging
internal import Storage

/// Hands the files of a message to the provider before the message leaves. Nothing of this is seen by its recipient: a
/// process that dies meanwhile leaves a message that another one sends, and a file that was handed over is not again.
struct AttachmentHandover<I: Integration>: Sendable {
    let core: RuntimeCore<I>
    private let runner: ToolRunner<I>
    private let entries: [String: ToolEntry<I>]

    /// How long a claim holds from one sign of life to the next.
    private static var lease: Duration { .seconds(30) }
    private static var heartbeat: Duration { .seconds(5) }

    enum Outcome: Sendable {
        /// The message can leave, with these arguments for its tool.
        case ready(JSON)
        /// It cannot, and nothing has left.
        case failed(ToolFailure)
        /// Another process has it.
        case lost
    }

    init(core: RuntimeCore<I>) {
        self.core = core
        runner = ToolRunner(core: core)
        entries = Dictionary(I.tools.map { ($0.descriptor.handle, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func prepare(_ claim: OutboxClaim, _ log: Logger) async -> Outcome {
        let attachments = claim.arguments["message"]?["attachments"]?.arrayValue ?? []
        guard attachments.contains(where: { $0["fileId"]?.stringValue != nil }) else { return .ready(claim.arguments) }
        let handle = claim.arguments["channel"]?["handle"]?.stringValue
        let upload = I.channels.first { $0.handle == handle }?.messaging?.attachments?.uploadTool
        var handed = attachments
        do throws(Interruption) {
            for (index, attachment) in attachments.enumerated() {
                guard let id = attachment["fileId"]?.stringValue, attachment["reference"]?.stringValue == nil,
                    let tool = upload.flatMap({ entries[$0] })
                else { continue }
                handed[index] = attachment.setting("reference", .string(try await handOver(id, claim, tool, log)))
                let arguments = claim.arguments.settingAttachments(handed)
                guard await keep(claim, arguments: arguments) else { throw .lost }
            }
        } catch {
            switch error {
            case .failure(let failure): return .failed(failure)
            case .lost: return .lost
            }
        }
        // Of all others the provider gets an address, which is good for a while from now on.
        let linked = handed.map { attachment -> JSON in
            guard let id = attachment["fileId"]?.stringValue else { return attachment }
            let name = attachment["filename"]?.stringValue ?? "file"
            let link = core.files.link(to: FileID(id), name: name, in: claim.installation.id)
            return attachment.setting("url", .string(link.url))
        }
        return .ready(claim.arguments.settingAttachments(linked))
    }

    private enum Interruption: Error {
        case failure(ToolFailure)
        case lost
    }

    /// - Returns: by which the provider knows the file.
    private func handOver(
        _ file: String, _ claim: OutboxClaim, _ tool: ToolEntry<I>, _ log: Logger
    ) async throws(Interruption) -> String {
        guard await keep(claim, arguments: nil) else { throw .lost }
        let arguments: JSON = ["channel": claim.arguments["channel"] ?? .null, "file": .string(file)]
        let invocation = Invocation(id: core.ids.make("inv", at: core.now), trigger: .channel)
        let run = await withTaskGroup(of: ToolRun?.self) { group in
            group.addTask { await runner.run(tool, arguments, claim.installation, invocation, log) }
            group.addTask {
                while (try? await Task.sleep(for: Self.heartbeat)) != nil {
                    guard await keep(claim, arguments: nil) else { return nil }
                }
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        switch run {
        case nil: throw .lost
        case .done(let output)?:
            guard let reference = output?["reference"]?.stringValue else {
                throw .failure(ToolFailure(.internal, "The tool '\(tool.descriptor.handle)' gave no reference of the file."))
            }
            return reference
        // A file that the provider has and that no message names is nothing that anybody sees.
        case .mayHaveHappened(let failure)?:
            throw .failure(ToolFailure(.unavailable, failure.message, advice: failure.advice, retry: .after(.seconds(2))))
        case .nothingHappened(let failure)?: throw .failure(failure)
        }
    }

    /// - Returns: whether the message is still ours.
    private func keep(_ claim: OutboxClaim, arguments: JSON?) async -> Bool {
        do {
            return try await core.store.keepClaim(
                claim.id, claim: claim.number, arguments: arguments, of: claim.installation.id,
                leaseUntil: core.now.addingTimeInterval(Self.lease.timeInterval))
        } catch {
            core.log.warning("a message whose files are handed over waits for the store",
                metadata: ["message": "\(claim.id)", "error": "\(error)"])
            return false
        }
    }
}

extension JSON {
    fileprivate func setting(_ key: String, _ value: JSON) -> JSON {
        guard var object = objectValue else { return self }
        object[key] = value
        return .object(object)
    }

    /// The arguments of a send with other attachments.
    fileprivate func settingAttachments(_ attachments: [JSON]) -> JSON {
        guard let message = self["message"] else { return self }
        return setting("message", message.setting("attachments", .array(attachments)))
    }
}
