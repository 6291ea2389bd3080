internal import IntegrationKit
internal import ServiceLifecycle
internal import Storage

/// Hands on what the other processes on the store have done.
struct HintReader<I: Integration>: Service {
    let core: RuntimeCore<I>

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await hint in core.store.hints {
                switch hint {
                case .work: core.work.raise()
                case .sends: core.work.raiseSends()
                case .tenant: core.work.tenantChanged()
                case .conversation(let id, let installation): core.changes.hear(.conversation(id), installation: installation)
                case .connection(let installation): core.changes.hear(.connection, installation: installation)
                case .records(let installation): core.changes.hear(.records, installation: installation)
                }
            }
        }
    }
}
