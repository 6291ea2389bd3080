#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEndpoint {
    /// `GET /debug_token?input_token=…` with the app's token: what a token is and may do, also of one that is dead.
    func debugToken(_ request: GraphRequest, caller: GraphCaller) throws(GraphError) -> GraphReply {
        guard request.method == "GET" else { throw .unsupported(request.method, id: "debug_token") }
        guard case .app = caller else { throw .developerTokenRequired }
        guard let input = request.text("input_token") else { throw .missingParameter("input_token") }
        if input == "\(configuration.appID)|\(configuration.appSecret)" {
            return GraphReply([
                "data": [
                    "app_id": .string(configuration.appID), "type": "APP",
                    "application": .string(configuration.appName),
                    "is_valid": true, "scopes": [],
                ]
            ])
        }
        let configuration = configuration
        let directory = directory
        return sandbox.read { world, now in
            do throws(GraphError) {
                _ = try GraphCaller(token: input, world: world, now: now, configuration: configuration)
                guard let token = world.tokens[input] else { throw .tokenUnparsable }
                return GraphReply(["data": Self.facts(of: token, isValid: true, configuration, directory)])
            } catch {
                var members: [WireJSON.Member] = [
                    .init(
                        key: "error",
                        value: .object(dropping: [
                            "code": .integer(Int64(error.code)), "message": .string(error.message),
                            "subcode": error.subcode.map { .integer(Int64($0)) },
                        ]))
                ]
                if let token = world.tokens[input] {
                    members += Self.facts(of: token, isValid: false, configuration, directory).members ?? []
                } else {
                    members += [
                        .init(key: "is_valid", value: false), .init(key: "scopes", value: []),
                    ]
                }
                return GraphReply(["data": .object(members)])
            }
        }
    }

    private static func facts(
        of token: AccessToken, isValid: Bool, _ configuration: SandboxConfiguration,
        _ directory: Directory
    ) -> WireJSON {
        func seconds(_ date: Date) -> WireJSON { .integer(Int64(date.timeIntervalSince1970)) }
        return .object(dropping: [
            "app_id": .string(configuration.appID),
            "type": .string(token.type),
            "application": .string(configuration.appName),
            "data_access_expires_at": token.isSystemUser == true ? 0 : seconds(token.dataAccessExpiresAt),
            "expires_at": token.isEverlasting ? 0 : seconds(token.expiresAt),
            "is_valid": .bool(isValid),
            "issued_at": token.isLongLived ? seconds(token.issuedAt) : nil,
            "scopes": .array(token.grant.scopes.map { .string($0.rawValue) }),
            "granular_scopes": .array(token.grant.scopes.compactMap { granular($0, token.grant, directory) }),
            "profile_id": token.pageID.map { .string($0) },
            "user_id": .string(token.grant.userID),
        ])
    }

    /// A scope with the ids that it is limited to; without `target_ids` it covers everything that the person has.
    private static func granular(_ scope: Scope, _ grant: Grant, _ directory: Directory) -> WireJSON? {
        let targets: [String]?
        switch scope {
        case .whatsAppBusinessManagement, .whatsAppBusinessMessaging: targets = grant.accountIDs
        case .businessManagement:
            targets = grant.accountIDs.map { granted in
                directory.businesses.filter { business in
                    business.isVisibleToUser
                        && !Set(business.ownedAccountIDs + business.clientAccountIDs).isDisjoint(with: granted)
                }.map(\.id)
            }
        case .publicProfile, .email: return nil
        case .pagesShowList, .pagesMessaging, .pagesManageMetadata, .pagesReadEngagement, .pagesUtilityMessaging:
            targets = grant.pageIDs
        case .instagramBasic, .instagramManageMessages, .instagramManageComments:
            targets = grant.pageIDs.map { granted in granted.compactMap { directory.page($0)?.instagram?.id } }
        case .whatsAppBusinessManageEvents: targets = nil
        }
        return .object(dropping: [
            "scope": .string(scope.rawValue),
            "target_ids": targets.map { .array($0.map { .string($0) }) },
        ])
    }
}
