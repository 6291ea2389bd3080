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
        if account == nil { context.log.notice("the connected Meta account has no WhatsApp Business Account") }
        try await context.models.metaConnection.set(.init(
            wabaID: account?.waba.id, businessName: account?.business.name ?? account?.waba.name,
            status: account == nil ? .error : .connected, businessID: account?.business.id,
            error: account == nil ? ToolFailure.noWhatsAppAccount.description : nil, connectedAt: Date()))

        var better = grant
        better.accessToken = granted.token.secret
        better.expiresAt = granted.lifetime.map { Date(timeIntervalSinceNow: Double($0.components.seconds)) }
        return better
    }
}

/// What has to be done at Meta when somebody connects.
private struct Connecting {
    struct Account {
        let business: Business
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

    /// The account that the person picked in the dialog, or else the first one of all their businesses that has a phone
    /// number, or else the first one.
    private func account(with token: GraphToken) async throws(GraphFailure) -> Account? {
        let picked = try await graph.debugToken(token).targets(of: "whatsapp_business_management")
        var candidates: [Account] = []
        for business in try await graph.businesses(with: token) {
            for waba in try await graph.whatsAppAccounts(of: business.id, with: token) {
                let account = Account(business: business, waba: waba)
                if let picked {
                    if picked.contains(waba.id) { return account }
                } else if try await !graph.phoneNumbers(of: waba.id, with: token).isEmpty {
                    return account
                }
                candidates.append(account)
            }
        }
        return candidates.first
    }
}
