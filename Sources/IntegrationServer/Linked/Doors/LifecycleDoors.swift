internal import HTTPTypes
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import Storage

/// The platform's hooks: `/install`, `/uninstall`, `/provision`, `/oauth_callback` and `/setup/revalidate`. What is special
/// about an integration is done by the same handlers as in embedded mode.
struct LifecycleDoors<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>

    func add(to router: Router<AppRequestContext>) {
        let install = InstallDoor(linked: linked)
        let addresses = PlatformWebhooks(linked: linked)
        answer("/install", on: router) { try await install.answer($0) }
        answer("/oauth_callback", on: router) { try await OAuthCallbackDoor(linked: linked).answer($0) }
        answer("/uninstall", on: router) { try await uninstall($0, addresses) }
        answer("/provision", on: router) { try await provision($0, addresses) }
        answer("/setup/revalidate", on: router) { try await revalidate($0) }
    }

    private func answer(
        _ path: RouterPath, on router: Router<AppRequestContext>,
        _ hook: @escaping @Sendable (JSONObject) async throws -> Response
    ) {
        router.post(path) { request, context in
            let body = try await DoorBody.bytes(of: request, linked.runtime.settings)
            guard case .object(let object)? = try? JSON.parse(body) else {
                return DoorResponse.error(DoorResponse.parseError, "Parse error", status: 400)
            }
            linked.requestAnswered()
            do {
                return try await hook(object)
            } catch let malformed as MalformedCall {
                return DoorResponse.error(DoorResponse.invalidParams, malformed.description, status: 400)
            } catch {
                context.logger.error("a hook failed", metadata: ["hook": "\(path)", "error": "\(error)"])
                return DoorResponse.error(DoorResponse.internalError, Self.words(for: error), status: 500)
            }
        }
    }

    /// For the platform: what handlers name is told, everything else stays in the log.
    private static func words(for error: any Error) -> String {
        switch error {
        case let failure as ToolFailure: failure.text
        case let failure as PlatformFailure: ToolFailure(failure).text
        case is DeadlinePassed: "\(I.descriptor.name) took too long to answer."
        default: "The hook failed unexpectedly. The log has the details."
        }
    }

    // MARK: Hooks

    private func uninstall(_ body: JSONObject, _ addresses: PlatformWebhooks<I>) async throws -> Response {
        let envelope = try Envelope(body)
        let installation = try envelope.requiredInstallation()
        let core = try await linked.core(for: envelope, endpoint: "uninstall")
        let cleaned = await addresses.clean(of: installation, in: core, linked.log(for: envelope))
        if let kept = try await core.store.installation(installation.id) {
            if let left = try await Uninstaller(runtime: linked.runtime).answering(core).remove(kept, actor: "platform") {
                linked.log(for: envelope).warning("not all was given back at the provider", metadata: ["reason": "\(left)"])
            }
        }
        linked.mirror.forget(installation.id)
        return DoorResponse.json(["cleanedWebhookIds": .array(cleaned.map(JSON.string))])
    }

    private func provision(_ body: JSONObject, _ addresses: PlatformWebhooks<I>) async throws -> Response {
        let envelope = try Envelope(body)
        guard envelope.context.app != nil else { throw MalformedCall("context.app is required") }
        let core = try await linked.core(for: envelope, endpoint: "provision")
        let urls = try await addresses.registerApp(in: core)
        if let hook = I.hooks.provision {
            let context = ProvisionContext<I>(
                environment: try core.provision(), services: core.services, webhookURLs: urls, log: linked.log(for: envelope))
            try await withDeadline(hook.timeout) { try await hook.run(context) }
        }
        return DoorResponse.json([:])
    }

    private func revalidate(_ body: JSONObject) async throws -> Response {
        guard let hook = I.hooks.setupRevalidate else {
            return DoorResponse.json(["error": "Setup revalidate handler not configured"], status: 404)
        }
        let envelope = try Envelope(body)
        let installation = try envelope.requiredInstallation()
        let core = try await linked.core(for: envelope, endpoint: "setup.revalidate")
        let environment = try await core.environment(of: installation)
        let (state, _) = try await core.unit(of: installation) { session in
            let context = HookContext<I>(
                environment: environment, services: core.services, log: linked.log(for: envelope), session: session)
            return try await withDeadline(hook.timeout) { try await hook.run(context) }
        }
        return DoorResponse.json([
            "completed": .array(state.completed.map(JSON.string)), "invalidated": .array(state.invalidated.map(JSON.string)),
        ])
    }
}

extension Envelope {
    /// - Throws: ``MalformedCall`` when the call is not for an installation of a workplace.
    func requiredInstallation() throws(MalformedCall) -> Installation {
        guard let installation = context.installation else { throw MalformedCall("context.appInstallationId is required") }
        guard context.workplace != nil else { throw MalformedCall("context.workplace is required") }
        return installation
    }
}
