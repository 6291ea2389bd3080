import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension OAuthCallbackHook: OAuthCallbackHandler {
    /// Makes the token long-lived, finds the WhatsApp Business Account that was granted, has Meta send us its webhooks,
    /// and notes the connection. What the workplace owns, its numbers and their names, stays.
    static func connected(_ grant: OAuthGrant, in context: Context) async throws -> OAuthGrant {
        let before = try await context.models.metaConnection.get()
        let connecting = Connecting(graph: context.services.graph(context.environment.provision))
        let result = try await connecting.finish(GraphToken(grant.accessToken), accountBefore: before?.wabaID)
        guard let account = result.account else {
            try await context.models.metaConnection.set(
                .init(status: .error, error: ToolFailure.noWhatsAppAccount.message))
            try await context.session.commit()
            throw ToolFailure.noWhatsAppAccount
        }
        let missing = Permissions.missing(in: result.inspection)
        let expiresAt = result.inspection.expiresAt ?? result.token.lifetime.map {
            Date(timeIntervalSinceNow: Double($0.components.seconds))
        }
        try await context.models.metaConnection.set(.init(
            wabaID: account.waba.id, businessName: account.business?.name ?? account.waba.name, status: .connected,
            businessID: account.business?.id, connectedAt: Date(), userID: result.inspection.userID,
            missingScopes: missing.isEmpty ? nil : missing.joined(separator: ", "), tokenExpiresAt: expiresAt,
            dataAccessExpiresAt: result.inspection.dataAccessExpiresAt))
        try await context.channels.whatsAppAccount.open(
            identifier: account.waba.id, name: account.waba.name ?? account.waba.id)
        try await refresh(result, of: account.waba.id, in: context)

        var better = grant
        better.accessToken = result.token.token.secret
        better.expiresAt = expiresAt
        better.accountID = result.inspection.userID
        return better
    }

    /// What Meta owns of what the workplace has is brought up to date. Numbers whose account was taken away can be written
    /// from again.
    private static func refresh(_ result: Connecting.Result, of wabaID: String, in context: Context) async throws {
        for known in try await context.models.whatsAppPhoneNumber.all() {
            guard let number = result.numbers.first(where: { $0.id == known.phoneNumberID }) else { continue }
            let record = try await context.models.whatsAppPhoneNumber.upsert(number.fields(of: wabaID))
            try await context.channels.whatsApp.open(
                identifier: record.phone, name: record.name ?? number.verifiedName ?? record.phone)
        }
        for known in try await context.models.facebookPage.all() {
            guard let page = result.pages.first(where: { $0.id == known.pageID }), let token = page.token else { continue }
            try await context.models.facebookPage.update(known.id) { fields in
                fields.accessToken = token.secret
                fields.name = page.name ?? fields.name
                fields.notice = nil
            }
        }
    }
}

/// What has to be done at Meta when somebody connects.
private struct Connecting {
    struct Result {
        let token: GrantedToken
        let inspection: TokenInspection
        let account: AccountDirectory.Account?
        let numbers: [WhatsAppPhoneNumberNode]
        let pages: [FacebookPageNode]
    }

    let graph: GraphClient

    func finish(_ short: GraphToken, accountBefore: String?) async throws(ToolFailure) -> Result {
        do throws(GraphFailure) {
            let (long, inspection) = try await lasting(short)
            let directory = AccountDirectory(graph, long.token)
            // Which account it is, Meta says of the token: what a browser says about a signup proves nothing.
            let accounts = try await directory.accounts(of: inspection)
            guard let account = try await directory.best(accounts, before: accountBefore) else {
                return Result(token: long, inspection: inspection, account: nil, numbers: [], pages: [])
            }
            try await graph.subscribe(toWhatsAppAccount: account.waba.id, with: long.token)
            let numbers = try await graph.phoneNumbers(of: account.waba.id, with: long.token)
            // Pages are of other products: a person who did not allow them is connected all the same.
            let mayListPages = inspection.targets(of: "pages_show_list")?.isEmpty != true
            let pages = mayListPages ? try await graph.pages(with: long.token) : []
            return Result(token: long, inspection: inspection, account: account, numbers: numbers, pages: pages)
        } catch {
            throw ToolFailure(error)
        }
    }

    /// A business's token, which Embedded Signup gives, lasts as long as its configuration says; a person's is made to.
    private func lasting(_ token: GraphToken) async throws(GraphFailure) -> (GrantedToken, TokenInspection) {
        let given = try await graph.debugToken(token)
        if given.isOfBusiness { return (GrantedToken(token: token), given) }
        let long = try await graph.extend(token)
        return (long, try await graph.debugToken(long.token))
    }
}
