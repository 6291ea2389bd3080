import HTTPTypes
import Hummingbird
import IntegrationKit
import Storage

/// `/app/{workplace}/removal`: asks whether the integration is to be removed from the workplace, and removes it.
struct RemovalRoute<I: Integration>: Sendable {
    let pages: WorkplaceRoutes<I>

    func ask(_ visit: Visit) async throws -> Response {
        let frame = try await pages.frame(visit)
        return pages.page(renderRemoval(frame, address: visit.address, action: visit.base + "/removal", cancel: visit.base), visit)
    }

    /// Ends in a page outside the workplace, which is gone.
    func remove(_ visit: Visit, _ form: SentForm) async throws -> Response {
        guard form["_confirmed"] == "1" else { return .seeOther(visit.base + "/removal") }
        let left: String?
        do throws(StorageError) {
            left = try await Uninstaller(runtime: pages.runtime)
                .remove(visit.installation, actor: "workplace \(visit.workplace.handle)")
        } catch {
            pages.runtime.log.error("a workplace could not be removed", metadata: ["error": "\(error)"])
            throw HTTPProblem(
                .serviceUnavailable, title: "It could not be removed just now",
                "Some of it may be removed already. Try again in a moment.", headers: [.retryAfter: "2"])
        }
        return .html(renderRemoved(workplace: visit.workplace.name, product: I.descriptor.name, left: left))
    }
}
