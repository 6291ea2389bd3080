#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import Hummingbird
internal import IntegrationKit
internal import Logging
internal import OutboundHTTP

/// `/install`: tries what the user has typed in, runs the integration's own hook, and says where a provider that is
/// connected by OAuth asks for consent.
struct InstallDoor<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>

    func answer(_ body: JSONObject) async throws -> Response {
        let connection = I.connections.first
        guard I.hooks.install != nil || connection != nil || !I.hooks.credentialChecks.isEmpty else {
            return DoorResponse.json(["error": "Install handler not configured"], status: 404)
        }
        let envelope = try Envelope(body)
        let installation = try envelope.requiredInstallation()
        let core = try await linked.core(for: envelope, endpoint: "install", .some)
        do {
            var answer: JSONObject = ["env": [:]]
            let environment: I.Environment? = I.hooks.install == nil && I.hooks.credentialChecks.isEmpty
                ? nil : try await Self.environment(core)
            if let environment { try await checkCredentials(environment, core, envelope) }
            if let hook = I.hooks.install, let environment {
                let (result, ids) = try await core.unit(of: installation) { session in
                    let context = HookContext<I>(
                        environment: environment, services: core.services, log: linked.log(for: envelope), session: session)
                    return try await withDeadline(hook.timeout) { try await hook.run(context) }
                }
                switch result {
                case .ready(let values): answer["env"] = .object(ids.apply(to: values.environmentTexts))
                case .redirect(let url): answer["redirect"] = .string(ids.apply(to: url))
                }
            }
            if answer["redirect"] == nil, let connection {
                answer["redirect"] = .string(try dialog(connection, installation, envelope, core))
            }
            return DoorResponse.json(.object(answer))
        } catch let refusal as Refusal {
            return refusal.response
        } catch let error as any InstallRefusal {
            return Refusal(.configuration, error.message, field: error.fieldName).response
        } catch let failure as ToolFailure {
            return Refusal(failure).response
        } catch is DeadlinePassed {
            return Refusal(.connection, "\(I.descriptor.name) took too long to answer.").response
        }
    }

    /// - Throws: ``Refusal`` about the first variable that is missing or malformed, with all of them in words.
    private static func environment(_ core: RuntimeCore<I>) async throws -> I.Environment {
        let provision = try core.provision()
        var reader = EnvironmentReader(core.variables)
        do {
            return I.Environment(provision: provision, install: try I.Environment.Install(from: &reader))
        } catch {
            let words = error.problems.map { "\($0.variable.label) \($0.message)" }.joined(separator: "; ") + "."
            throw Refusal(.missingField, words, field: error.problems.first?.variable.name)
        }
    }

    private func checkCredentials(
        _ environment: I.Environment, _ core: RuntimeCore<I>, _ envelope: Envelope
    ) async throws {
        for (_, check) in I.hooks.credentialChecks.sorted(by: { $0.key < $1.key }) {
            let context = CredentialCheckContext<I>(
                provision: environment.provision, services: core.services, log: linked.log(for: envelope))
            do {
                try await withDeadline(check.timeout) { try await check.run(environment.install, context) }
            } catch let error as any InstallRefusal {
                throw Refusal(.authentication, error.message, field: error.fieldName)
            }
        }
    }

    /// - Throws: ``MalformedCall`` when the call does not say which address of the platform the provider is to come back to.
    private func dialog(
        _ connection: ConnectionDescriptor, _ installation: Installation, _ envelope: Envelope, _ core: RuntimeCore<I>
    ) throws -> String {
        guard let app = envelope.context.app, let handle = app.handle, let version = app.versionHandle else {
            throw MalformedCall("context.app must have handle and versionHandle")
        }
        let state = PlatformOAuthState(
            installation: installation, app: (id: app.id, versionID: app.versionID), connection: connection.handle,
            nonce: SecureRandom.bytes(16), expiresAt: core.now.addingTimeInterval(OAuthState.lifetime.timeInterval),
            redirectURI: "\(linked.settings.apiURL)/api/callbacks/oauth/\(FormURLEncoding.component(handle))/\(FormURLEncoding.component(version))")
        return try linked.runtime.connections.answering(core).dialogURL(
            connection, state: state.text(key: linked.runtime.access.stateKey), nonce: state.nonce,
            redirectURI: state.redirectURI)
    }

    /// Why the installation cannot begin, as the platform shows it beside the form.
    private struct Refusal: Error {
        enum Code: String {
            case missingField = "MISSING_REQUIRED_FIELD", authentication = "AUTHENTICATION_FAILED"
            case configuration = "INVALID_CONFIGURATION", connection = "CONNECTION_FAILED"
        }

        let code: Code
        let message: String
        let field: String?

        init(_ code: Code, _ message: String, field: String? = nil) {
            self.code = code
            self.message = message
            self.field = field
        }

        init(_ failure: ToolFailure) {
            switch failure.code {
            case .unavailable, .timedOut, .rateLimited: self.init(.connection, failure.text, field: failure.field)
            case .authExpired, .permissionDenied, .rejected: self.init(.authentication, failure.text, field: failure.field)
            default: self.init(.configuration, failure.text, field: failure.field)
            }
        }

        var response: Response {
            var error: JSONObject = ["code": .string(code.rawValue), "message": .string(message)]
            error["field"] = field.map(JSON.string)
            return DoorResponse.json(["error": .object(error)], status: 400)
        }
    }
}

extension [String: String?] {
    /// Variables as the platform keeps them: an empty text is none.
    var environmentTexts: JSONObject {
        var texts = JSONObject()
        for (name, value) in sorted(by: { $0.key < $1.key }) { texts[name] = .string(value ?? "") }
        return texts
    }
}
