import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `doctor` looks at at Meta.
extension Meta {
    static let doctor = DoctorChecks<Meta>(app: DoctorAtMeta.app, installation: DoctorAtMeta.installation)
}

private enum DoctorAtMeta {
    private static let soon: TimeInterval = 7 * 24 * 3600

    /// Whether Meta is reachable, takes the app's credentials and sends its webhooks here.
    @Sendable static func app(_ context: ProvisionContext<Meta>) async throws -> [Finding] {
        let subscriptions: [AppSubscription]
        do throws(GraphFailure) {
            subscriptions = try await context.services.graph(context.environment).appSubscriptions()
        } catch {
            let failure = ToolFailure(error)
            return [Finding(.problem, "Graph API", failure.message, advice: failure.advice ?? "Check META_APP_ID and META_APP_SECRET.")]
        }
        let reached = Finding(.ok, "Graph API", "Meta answers and takes the app's credentials.")
        let address = context.webhookURLs[ReceiveWhatsApp.descriptor.handle]
        let ours = subscriptions.first { $0.object == "whatsapp_business_account" }
        let webhook =
            switch ours {
            case nil:
                Finding(.problem, "Webhook subscription", "Meta sends this app no WhatsApp webhooks.",
                    advice: "Start the server at its public address: it subscribes by itself.")
            case let one? where !one.isActive || !one.fields.contains("messages"):
                Finding(.problem, "Webhook subscription", "The subscription is not active, or lacks the field messages.",
                    advice: "Restart the server, or turn it on in the app's dashboard under Webhooks.")
            case let one? where one.callbackURL != address:
                Finding(.problem, "Webhook subscription", "Meta sends the webhooks to another address.",
                    advice: "Check PUBLIC_URL, then restart the server: it subscribes anew.")
            case _?: Finding(.ok, "Webhook subscription", "Meta sends WhatsApp webhooks to this server.")
            }
        return [reached, webhook]
    }

    /// Whether the workplace's token is valid, for how long, and whether its account sends webhooks.
    @Sendable static func installation(_ context: HookContext<Meta>) async throws -> [Finding] {
        guard let secret = context.environment.install.metaAccessToken else {
            return [
                Finding(.warning, "Token", "Nobody has connected this workplace to Meta.", advice: "Connect it on the Account page.")
            ]
        }
        let graph = context.services.graph(context.environment.provision)
        let token = GraphToken(secret)
        do throws(GraphFailure) {
            let inspection = try await graph.debugToken(token)
            var findings = [Self.token(inspection)]
            guard inspection.isValid, let account = try await account(context) else { return findings }
            let apps = try await graph.subscribedApps(ofWhatsAppAccount: account, with: token)
            findings.append(
                apps.contains(graph.appID)
                    ? Finding(.ok, "WhatsApp account", "It sends its webhooks to this app.")
                    : Finding(.problem, "WhatsApp account", "It does not send its webhooks to this app.",
                        advice: "Connect Meta again on the Account page: that subscribes the app."))
            return findings
        } catch {
            let failure = ToolFailure(error)
            return [Finding(.problem, "Graph API", failure.message, advice: failure.advice)]
        }
    }

    private static func account(_ context: HookContext<Meta>) async throws(GraphFailure) -> String? {
        (try? await context.models.metaConnection.get())?.wabaID
    }

    private static func token(_ inspection: TokenInspection) -> Finding {
        let again = "Connect Meta again on the Account page."
        guard inspection.isValid else {
            return Finding(.problem, "Token", "Meta no longer takes the token.", advice: again)
        }
        let needed = ["whatsapp_business_management", "whatsapp_business_messaging"]
        let missing = needed.filter { inspection.targets(of: $0) == [] }
        guard missing.isEmpty else {
            return Finding(.problem, "Token", "The token lacks the permission \(missing.joined(separator: ", ")).",
                advice: again + " Leave all permissions ticked.")
        }
        let ends = [inspection.expiresAt, inspection.dataAccessExpiresAt].compactMap { $0 }.min()
        guard let ends else { return Finding(.ok, "Token", "The token is valid and does not expire.") }
        let date = Timestamp.text(ends).prefix(10)
        return ends.timeIntervalSinceNow < soon
            ? Finding(.warning, "Token", "The token is valid until \(date) only.", advice: again)
            : Finding(.ok, "Token", "The token is valid until \(date).")
    }
}
