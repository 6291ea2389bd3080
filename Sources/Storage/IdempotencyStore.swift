#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
public import IntegrationKit

/// Calls that have one effect, however often they are made.
public protocol IdempotencyStore: Sendable {
    /// Claims the key for a call, or says what became of the call that has it.
    ///
    /// - Parameters:
    ///   - digest: Of the arguments, so that a key is not used for two different calls.
    ///   - staleBefore: A call that has been running since before this moment belongs to a process that died.
    func beginCall(
        _ key: String, tool: String, digest: [UInt8], in installation: InstallationID, now: Date, staleBefore: Date
    ) async throws(StorageError) -> IdempotentCall
    /// Gives the key of a call that was cut off to another one with the same arguments, for calls of which it is known that
    /// nothing happens before ``StoreChange/nameMessage(_:key:tool:claimedAt:)``.
    ///
    /// - Returns: false when somebody else was quicker, or it was not cut off.
    func takeOverCall(
        _ key: String, tool: String, in installation: InstallationID, now: Date, staleBefore: Date
    ) async throws(StorageError) -> Bool
    /// Keeps the call's answer, or forgets the key when the call had no effect and may be made again.
    func endCall(
        _ key: String, tool: String, in installation: InstallationID, answer: JSON?
    ) async throws(StorageError)
    /// Forgets calls that were begun before, whatever became of them: their keys are free again. - Returns: how many.
    @discardableResult
    func purgeCalls(begunBefore date: Date) async throws(StorageError) -> Int
}

public enum IdempotentCall: Hashable, Sendable {
    /// The key was free: go on.
    case begun
    /// Another call with this key is under way.
    case running
    /// Another call with this key was cut off: its outcome is not known.
    case interrupted
    /// The answer of the first call.
    case answered(JSON)
    /// The key was used with other arguments.
    case differentArguments
}
