/// The nodes of the seeded world, as one caller sees them.
struct GraphNodes: Sendable {
    let directory: Directory
    let caller: GraphCaller
    let configuration: SandboxConfiguration
    /// What the app is subscribed to, for fields that report it.
    let appSubscription: AppSubscription?
    let accountSubscriptions: [String: AccountSubscription]
    /// Callbacks of single numbers, by phone number id.
    let numberCallbacks: [String: String]
    /// Tokens of the Pages that the caller may manage, by Page id.
    let pageTokens: [String: String]

    // MARK: People and businesses

    func user() -> GraphNode {
        let user = directory.user
        return GraphNode(type: "User", id: user.id, defaults: ["name", "id"]) { item throws(GraphError) in
            switch item.name {
            case "name": return .value(.string(user.name))
            case "first_name": return .value(.string(user.name.split(separator: " ").first.map(String.init) ?? ""))
            case "last_name": return .value(.string(user.name.split(separator: " ").last.map(String.init) ?? ""))
            case "email": return .absent
            case "accounts": return .value(try pages(Paging(nested: item), item.nested))
            case "businesses": return .value(try businesses(Paging(nested: item), item.nested))
            default: return .unknown
            }
        }
    }

    func businesses(_ paging: Paging, _ selection: FieldSelection?) throws(GraphError) -> WireJSON {
        try caller.require(.businessManagement)
        let rows = directory.businesses.filter { caller.canSee(business: $0, directory: directory) }
        return try paging.page(of: rows, id: \.id) { row throws(GraphError) in
            try business(row).render(selection)
        }
    }

    func business(_ business: Business) -> GraphNode {
        GraphNode(type: "Business", id: business.id, defaults: ["id", "name"]) { item throws(GraphError) in
            switch item.name {
            case "name": return .value(.string(business.name))
            case "verification_status": return .value("verified")
            case "timezone_id": return .value(58)
            case "link": return .value(.string("https://www.facebook.com/\(business.id)"))
            case "primary_page", "profile_picture_uri", "vertical", "created_time", "updated_time": return .absent
            case "owned_whatsapp_business_accounts":
                return .value(try accounts(business.ownedAccountIDs, Paging(nested: item), item.nested))
            case "client_whatsapp_business_accounts":
                return .value(try accounts(business.clientAccountIDs, Paging(nested: item), item.nested))
            default: return .unknown
            }
        }
    }

    // MARK: WhatsApp

    func accounts(_ ids: [String], _ paging: Paging, _ selection: FieldSelection?) throws(GraphError) -> WireJSON {
        try caller.require(anyOf: .whatsAppBusinessManagement, .businessManagement)
        let rows = ids.filter { caller.canSee(account: $0, directory: directory) }.compactMap(directory.account)
        return try paging.page(of: rows, id: \.id) { row throws(GraphError) in
            try account(row).render(selection)
        }
    }

    func account(_ account: WhatsAppBusinessAccount) -> GraphNode {
        GraphNode(
            type: "WhatsAppBusinessAccount", id: account.id,
            defaults: ["id", "name", "currency", "timezone_id", "message_template_namespace"]
        ) { item throws(GraphError) in
            let owner = directory.business(account.ownerBusinessID)
            switch item.name {
            case "name": return .value(.string(account.name))
            case "status": return .value("ACTIVE")
            case "currency": return .value(.string(account.currency))
            case "timezone_id": return .value(.string(account.timezoneID))
            case "country": return .value(.string(account.country))
            case "message_template_namespace": return .value(.string(account.templateNamespace))
            case "account_review_status": return .value("APPROVED")
            case "business_verification_status": return .value("verified")
            case "ownership_type":
                return .value(owner?.isVisibleToUser == true ? "SELF" : "CLIENT_OWNED")
            case "owner_business_info":
                guard let owner else { return .absent }
                return .value(["name": .string(owner.name), "id": .string(owner.id)])
            case "is_enabled_for_insights", "disable_marketing_messages_on_cloud_api": return .value(false)
            case "marketing_messages_onboarding_status": return .absent
            case "marketing_messages_lite_api_status": return .value("INELIGIBLE")
            case "on_behalf_of_business_info", "primary_funding_id", "primary_business_location", "analytics":
                return .absent
            case "health_status": return .value(health(of: nil, account: account))
            case "phone_numbers": return .value(try numbers(of: account.id, Paging(nested: item), item.nested))
            case "subscribed_apps": return .value(subscribedApps(account: account.id))
            default: return .unknown
            }
        }
    }

    func numbers(of accountID: String, _ paging: Paging, _ selection: FieldSelection?) throws(GraphError) -> WireJSON {
        try paging.page(of: directory.numbers(ofAccount: accountID), id: \.id) { row throws(GraphError) in
            try number(row).render(selection)
        }
    }

    func number(_ number: BusinessNumber) -> GraphNode {
        GraphNode(
            type: "WhatsAppBusinessPhoneNumber", id: number.id,
            defaults: [
                "verified_name", "code_verification_status", "display_phone_number", "quality_rating",
                "platform_type", "throughput", "webhook_configuration", "id",
            ]
        ) { item throws(GraphError) in
            let isConnected = number.status == "CONNECTED"
            switch item.name {
            case "display_phone_number": return .value(.string(number.displayPhoneNumber))
            case "verified_name": return .value(.string(number.verifiedName))
            case "quality_rating": return .value(.string(number.qualityRating))
            case "quality_score": return .value(["score": .string(number.qualityRating)])
            case "code_verification_status": return .value(.string(number.codeVerificationStatus))
            case "name_status": return .value(.string(number.nameStatus))
            case "new_name_status":
                return .value(number.newDisplayName == nil ? "NONE" : "PENDING_REVIEW")
            case "new_display_name": return number.newDisplayName.map { .value(.string($0)) } ?? .absent
            case "status": return .value(.string(number.status))
            case "account_mode": return .value("LIVE")
            case "platform_type": return .value(isConnected ? "CLOUD_API" : "NOT_APPLICABLE")
            case "throughput": return .value(["level": .string(number.throughputLevel)])
            case "whatsapp_business_manager_messaging_limit": return .value(.string(number.messagingLimit))
            // Deprecated: versions from v24 on leave it out.
            case "messaging_limit_tier": return .absent
            case "is_official_business_account", "is_on_biz_app", "is_preverified_number": return .value(false)
            case "is_pin_enabled": return .value(.bool(number.isPINEnabled ?? isConnected))
            case "last_onboarded_time":
                return isConnected ? .value("2026-03-02T09:14:37+0000") : .absent
            case "search_visibility": return .value("NON_VISIBLE")
            case "webhook_configuration": return webhookConfiguration(of: number)
            case "conversational_automation":
                return .value([
                    "enable_welcome_message": false, "prompts": [], "commands": [], "id": .string(number.id),
                ])
            case "health_status":
                return .value(health(of: number, account: directory.account(number.accountID)))
            case "country_code":
                return directory.account(number.accountID).map { .value(.string($0.country)) } ?? .absent
            case "certificate", "new_certificate", "username", "country_dial_code",
                "host_platform", "unified_cert_status", "eligibility_for_api_business_global_search":
                return .absent
            default: return .unknown
            }
        }
    }

    /// `data` of `/{waba}/subscribed_apps`.
    func subscribedApps(account id: String) -> WireJSON {
        guard let subscription = accountSubscriptions[id] else { return ["data": []] }
        return [
            "data": [
                .object(dropping: [
                    "whatsapp_business_api_data": [
                        "id": .string(configuration.appID), "name": .string(configuration.appName),
                        "link": .string("https://www.facebook.com/games/?app_id=\(configuration.appID)"),
                    ],
                    "override_callback_uri": subscription.overrideCallbackURI.map { .string($0) },
                ])
            ]
        ]
    }

    private func webhookConfiguration(of number: BusinessNumber) -> GraphNode.Field {
        let override = accountSubscriptions[number.accountID]?.overrideCallbackURI
        let own = numberCallbacks[number.id]
        guard own != nil || override != nil || appSubscription != nil else { return .absent }
        return .value(
            .object(dropping: [
                "phone_number": own.map { .string($0) },
                "whatsapp_business_account": override.map { .string($0) },
                "application": appSubscription.map { .string($0.callbackURL) },
            ]))
    }

    private func health(of number: BusinessNumber?, account: WhatsAppBusinessAccount?) -> WireJSON {
        let canSend = number.map { $0.status == "CONNECTED" } ?? true
        var entities: [WireJSON] = []
        func entity(_ type: String, _ id: String, _ canSend: Bool) -> WireJSON {
            [
                "entity_type": .string(type), "id": .string(id),
                "can_send_message": canSend ? "AVAILABLE" : "BLOCKED",
            ]
        }
        if let number { entities.append(entity("PHONE_NUMBER", number.id, canSend)) }
        if let account {
            entities.append(entity("WABA", account.id, true))
            entities.append(entity("BUSINESS", account.ownerBusinessID, true))
        }
        entities.append(entity("APP", configuration.appID, true))
        return ["can_send_message": canSend ? "AVAILABLE" : "BLOCKED", "entities": .array(entities)]
    }
}
