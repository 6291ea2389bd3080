#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import IntegrationKit
internal import Logging
internal import Storage

/// Which messages were passed on, as the store keeps what became of calls: for as long as those, and gone with the
/// installation.
final class StoredReceipts: ReceivedMessages {
    private let store: any Store
    private let clock: @Sendable () -> Date
    private let log: Logger

    /// Stands where calls have their tool's name, which has no space.
    private static let purpose = "received message"
    /// In seconds, longer than units of work take that pass messages on. A claim that is older belongs to a process that
    /// died. Whether it passed the message on is not known then; twice is better than never.
    private static let longestClaim: TimeInterval = 120

    init(store: any Store, log: Logger, clock: @escaping @Sendable () -> Date) {
        self.store = store
        self.log = log
        self.clock = clock
    }

    func claim(_ message: ReceivedMessage, in installation: InstallationID) async throws(PlatformFailure) -> Bool {
        let now = clock()
        let stale = now.addingTimeInterval(-Self.longestClaim)
        let key = Self.key(of: message)
        do throws(StorageError) {
            switch try await store.beginCall(
                key, tool: Self.purpose, digest: [], in: installation, now: now, staleBefore: stale)
            {
            case .begun: return true
            case .answered, .differentArguments: return false
            case .running: break
            case .interrupted:
                if try await store.takeOverCall(key, tool: Self.purpose, in: installation, now: now, staleBefore: stale) {
                    return true
                }
            }
        } catch {
            throw PlatformFailure(error)
        }
        throw .unavailable(reason: "the message is being passed on at this moment")
    }

    func keep(_ message: ReceivedMessage, in installation: InstallationID) async { await end(message, true, in: installation) }
    func forget(_ message: ReceivedMessage, in installation: InstallationID) async { await end(message, nil, in: installation) }

    private func end(_ message: ReceivedMessage, _ answer: JSON?, in installation: InstallationID) async {
        do throws(StorageError) {
            try await store.endCall(Self.key(of: message), tool: Self.purpose, in: installation, answer: answer)
        } catch {
            log.warning(
                "what became of a message that came in could not be noted",
                metadata: ["installation": "\(installation)", "error": "\(error)"])
        }
    }

    /// Of one length, whatever the provider's ids are like.
    private static func key(of message: ReceivedMessage) -> String {
        let channel = message.channel.rawValue
        return Hex.encode(SHA256.hash(Array("\(channel.utf8.count):\(channel)\(message.remoteID)".utf8)))
    }
}
