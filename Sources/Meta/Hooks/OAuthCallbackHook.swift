import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension OAuthCallbackHook: OAuthCallbackHandler {
    /// Makes the token long-lived, finds the WhatsApp Business Account that was granted, has Meta send us its webhooks,
    /// and notes the connection.
    static func connected(_ grant: OAuthGrant, in context: Context) async throws -> OAuthGrant {
        let connecting = Connecting(graph: context.services.graph(context.environment.provision))
        let (granted, account) = try await connecting.finish(GraphToken(grant.accessToken))
        guard let account else {
            try await context.models.metaConnection.set(
                .init(status: .error, error: ToolFailure.noWhatsAppAccount.message))
            try await context.session.commit()
            throw ToolFailure.noWhatsAppAccount
        }
        try await context.models.metaConnection.set(.init(
            wabaID: account.waba.id, businessName: account.business?.name ?? account.waba.name, status: .connected,
            businessID: account.business?.id, connectedAt: Date()))

        var better = grant
        better.accessToken = granted.token.secret
        better.expiresAt = granted.lifetime.map { Date(timeIntervalSinceNow: Double($0.components.seconds)) }
        return better
    }
}

/// What has to be done at Meta when somebody connects.
private struct Connecting {
    struct Account {
        /// nil for an account that was shared without the business that owns it.
        let business: Business?
        let waba: WhatsAppBusinessAccount
    }

    let graph: GraphClient

    func finish(_ short: GraphToken) async throws(ToolFailure) -> (GrantedToken, Account?) {
        do throws(GraphFailure) {
            let long = try await graph.extend(short)
            let account = try await account(with: long.token)
            if let account { try await graph.subscribe(toWhatsAppAccount: account.waba.id, with: long.token) }
            return (long, account)
        } catch {
            throw ToolFailure(error)
        }
    }

    /// The account that the person picked in the dialog. When the grant covers all that the person has: the first one
    /// of all their businesses that has a phone number, or else the first one.
    private func account(with token: GraphToken) async throws(GraphFailure) -> Account? {
        let picked = try await graph.debugToken(token).targets(of: "whatsapp_business_management")
        var candidates: [Account] = []
        for business in try await graph.businesses(with: token) {
            for waba in try await graph.whatsAppAccounts(of: business.id, with: token) {
                candidates.append(Account(business: business, waba: waba))
            }
        }
        if let picked {
            guard let id = picked.first else { return nil }
            if let account = candidates.first(where: { picked.contains($0.waba.id) }) { return account }
            return Account(business: nil, waba: try await graph.whatsAppAccount(id, with: token))
        }
        for account in candidates where try await !graph.phoneNumbers(of: account.waba.id, with: token).isEmpty {
            return account
        }
        return candidates.first
    }
}
