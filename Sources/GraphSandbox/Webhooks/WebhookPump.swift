#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Logging

/// Carries out what is due: message statuses happen, webhooks are sent, at most one a callback at a time.
///
/// All decisions are the ``World``'s; this only waits, calls and reports back.
struct WebhookPump: Sendable {
    let sandbox: Sandbox
    let client: CallbackClient
    let logger: Logger

    /// Runs until cancelled. A webhook that is on the way then stays in the outbox and is sent again by the next run.
    func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let (send, next) = sandbox.takeDue()
                for outgoing in send {
                    group.addTask { await attempt(outgoing) }
                }
                await waitForWork(until: next)
            }
            group.cancelAll()
        }
    }

    private func attempt(_ outgoing: World.Outgoing) async {
        let habits = sandbox.read { world, _ in world.webhookHabits }
        do throws(CallbackClient.NoAnswer) {
            let answer = try await client.post(
                Array(outgoing.body.utf8), to: outgoing.url, appSecret: sandbox.configuration.appSecret,
                signing: habits.signature)
            sandbox.attempted(outgoing, status: answer.status, problem: nil)
        } catch {
            if Task.isCancelled { return }
            logger.debug("webhook not delivered", metadata: ["url": "\(outgoing.url)", "reason": "\(error.reason)"])
            sandbox.attempted(outgoing, status: nil, problem: error.reason)
        }
    }

    private func waitForWork(until next: Date?) async {
        guard let next else { return await sandbox.pumpAlarm.wait() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await sandbox.pumpAlarm.wait() }
            group.addTask { try? await sandbox.time.sleep(until: next) }
            await group.next()
            group.cancelAll()
        }
    }
}
