extension GenerationContext {
    /// `Webhooks.swift`: an enum a webhook and a subscription.
    func translateWebhooks() -> SwiftFile {
        let modules = manifest.webhooks.compactMap(\.payloadModule)
        return file(
            manifest.webhooks.flatMap(translateWebhook) + manifest.subscriptions.map { .type(translateSubscription($0)) },
            importing: Array(Set(modules)).sorted())
    }

    private func translateWebhook(_ webhook: WebhookDeclaration) -> [SwiftDeclaration] {
        let name = names.webhook(webhook.handle)
        var documentation = Self.documentation(of: webhook, path: "webhooks.\(webhook.handle)")
        documentation.append("Handler: `\(handlerPath("Webhooks", name))`")
        var members: [SwiftDeclaration] = [.alias(name: "Owner", type: names.integration)]
        members += webhook.mode == .callback ? callback(webhook) : payload(webhook)
        members.append(
            .property(SwiftProperty(isStatic: true, name: "descriptor", value: descriptor(of: webhook))))
        let registration = registration(webhook, in: name)
        members += registration?.members ?? []
        let type = SwiftTypeDeclaration(
            documentation: documentation, keyword: .enum, name: name,
            conformances: [webhook.mode == .callback ? "Callback" : "Webhook"], members: members)
        return [.type(type)] + (registration?.extensions ?? [])
    }

    // MARK: What a handler gets

    /// Of a webhook that is kept: how its deliveries become events.
    private func payload(_ webhook: WebhookDeclaration) -> [SwiftDeclaration] {
        switch webhook.payload {
        case .swiftType(let type, _):
            if case .request(let source)? = webhook.route?.source {
                [.type(routedPayload(webhook, body: type, channel: source))]
            } else {
                [.alias(name: "Payload", type: type)]
            }
        case .request where webhook.batch == nil && webhook.route == nil:
            [.alias(name: "Payload", type: "WholeRequest")]
        case .request, .record: [.type(requestPayload(webhook))]
        }
    }

    /// Of a Swift payload whose channel stands elsewhere in the request.
    private func routedPayload(
        _ webhook: WebhookDeclaration, body: String, channel: RequestSource
    ) -> SwiftTypeDeclaration {
        let isReceived = manifest.channels.contains { $0.messaging?.receive?.handle == webhook.handle }
        return SwiftTypeDeclaration(
            documentation: ["What the request's body says, and the channel that the rest of the request names."],
            keyword: .enum, name: "Payload", conformances: ["RoutedPayload"] + (isReceived ? ["ProducesMessages"] : []),
            members: [
                .alias(name: "Event", type: "\(body).Event"),
                .alias(name: "Body", type: body),
                .property(SwiftProperty(isStatic: true, name: "channel", type: "RequestValue", value: value(channel))),
            ])
    }

    private func requestPayload(_ webhook: WebhookDeclaration) -> SwiftTypeDeclaration {
        let event = eventType(webhook)
        return SwiftTypeDeclaration(
            documentation: ["How the events of a request are found."], keyword: .enum, name: "Payload",
            conformances: ["RequestPayload"],
            members: [
                .alias(name: "Event", type: event),
                .property(SwiftProperty(isStatic: true, name: "batch", value: batch(webhook))),
                .function(
                    SwiftFunction(
                        isStatic: true, name: "event",
                        parameters: [
                            .init(label: "in", name: "request", type: "WebhookRequest"),
                            .init(label: "content", name: "content", type: "JSON"),
                        ], effects: ["throws(InvalidValue)"], result: event,
                        body: [.expression(event == "WebhookRequest" ? .code("request") : read("content", event))])),
            ])
    }

    /// Of a callback: how its request is read.
    private func callback(_ webhook: WebhookDeclaration) -> [SwiftDeclaration] {
        let event = eventType(webhook)
        let value: SwiftExpression
        switch webhook.payload {
        case .request: value = .code("request")
        case .record:
            value = .prefix(
                "try",
                .call(
                    event,
                    [
                        SwiftArgument("json", .code("request.content()")), SwiftArgument("at", .string("")),
                    ]))
        case .swiftType(let type, _):
            value = .prefix("try", .call("\(type).event", [SwiftArgument("from", .code("request.content()"))]))
        }
        return [
            .function(
                SwiftFunction(
                    isStatic: true, name: "event",
                    parameters: [.init(label: "in", name: "request", type: "WebhookRequest")],
                    effects: ["throws(InvalidValue)"], result: event, body: [.expression(value)]))
        ]
    }

    private func eventType(_ webhook: WebhookDeclaration) -> String {
        switch webhook.payload {
        case .request: "WebhookRequest"
        case .record(let record): names.record(record.handle)
        case .swiftType(let type, _): "\(type).Event"
        }
    }

    private func read(_ value: String, _ type: String) -> SwiftExpression {
        .prefix("try", .call(type, [SwiftArgument("json", .code(value)), SwiftArgument("at", .string(""))]))
    }

    private func batch(_ webhook: WebhookDeclaration) -> SwiftExpression {
        func keys(_ keys: [String]) -> SwiftExpression { .array(keys.map { .string($0) }) }
        var arguments: [SwiftArgument] = []
        if let path = webhook.batch?.events {
            if path.hasItems {
                arguments.append(SwiftArgument("list", keys(path.listKeys)))
                if !path.itemKeys.isEmpty { arguments.append(SwiftArgument("item", keys(path.itemKeys))) }
            } else {
                arguments.append(SwiftArgument("item", keys(path.listKeys)))
            }
        }
        if let identity = webhook.batch?.identity { arguments.append(SwiftArgument("identity", keys(identity))) }
        if let order = webhook.batch?.order { arguments.append(SwiftArgument("order", keys(order))) }
        if case .request(let source)? = webhook.route?.source {
            arguments.append(SwiftArgument("channel", value(source)))
        }
        arguments.append(SwiftArgument("kind", .string(webhook.handle)))
        return .call("EventBatch", arguments)
    }

    // MARK: Registrations

    /// The typed data of a registration, and for level ACTION the function that makes one.
    private func registration(
        _ webhook: WebhookDeclaration, in name: String
    ) -> (members: [SwiftDeclaration], extensions: [SwiftDeclaration])? {
        guard webhook.level == .action || !webhook.registration.isEmpty else { return nil }
        let path = "webhooks.\(webhook.handle).registration"
        let record = RecordBlueprint(
            documentation: ["What is given when it is registered, and comes back with each request.", Self.remark(path)],
            name: "Registration", conformance: "JSONConvertible", fields: webhook.registration.map(blueprint),
            path: path, isStrict: false, keepsNulls: false)
        let nested = translateNestedRecord(record, in: name)
        guard webhook.level == .action else { return ([nested.member], [nested.extension]) }
        let secrets = webhook.registration.filter { $0.visibility == .encrypted }.map {
            SwiftExpression.string($0.wireName)
        }
        var request = [
            SwiftArgument("webhook", .string(webhook.handle)), SwiftArgument("data", .code("data")),
        ]
        if !secrets.isEmpty { request.append(SwiftArgument("secrets", .array(secrets))) }
        request.append(SwiftArgument("lifetime", .code("lifetime")))
        let function = SwiftFunction(
            documentation: [
                "Makes an address of its own for one action. It is answered until its lifetime is over.",
                "Throws `PlatformFailure` when the platform cannot register it.",
            ], isStatic: true, name: "register",
            parameters: [
                .init(label: "_", name: "registration", type: "Registration"),
                .init(
                    label: "for", name: "lifetime", type: "Duration?",
                    defaultValue: webhook.expiry.map { duration($0, default: 0) } ?? SwiftExpression.none),
                .init(label: "in", name: "session", type: "any PlatformSession"),
            ], effects: ["async", "throws(PlatformFailure)"], result: "WebhookAddress",
            body: [
                .guard(
                    [.code("case .object(let data) = registration.json")],
                    else: [.throw(.code(".invalid(InvalidValue(at: \"\", \"is not an object\"))"))]),
                .return(.prefix("try await", .call("session.register", [SwiftArgument(nil, .call("WebhookRegistrationRequest", request))]))),
            ])
        return ([nested.member, .function(function)], [nested.extension])
    }

    // MARK: Subscriptions

    private func translateSubscription(_ subscription: SubscriptionDeclaration) -> SwiftTypeDeclaration {
        let name = names.subscription(subscription.handle)
        var documentation = Self.documentation(of: subscription, path: "subscriptions.\(subscription.handle)")
        documentation.append("Handler: `\(handlerPath("Subscriptions", name))`")
        var arguments = [
            SwiftArgument("handle", .string(subscription.handle)),
            SwiftArgument("label", .string(names.label(subscription))),
            SwiftArgument("webhook", .string(subscription.webhook.handle)),
            SwiftArgument("spec", .string(JSONTree(subscription.spec).compactText)),
        ]
        if let model = subscription.model { arguments.append(SwiftArgument("model", .string(model.handle))) }
        if let store = subscription.store { arguments.append(SwiftArgument("store", .string(store.handle))) }
        if let lead = subscription.renewalLead {
            arguments.append(SwiftArgument("renewalLead", duration(lead, default: 0)))
        }
        return SwiftTypeDeclaration(
            documentation: documentation, keyword: .enum, name: name, conformances: ["Subscription"],
            members: [
                .alias(name: "Owner", type: names.integration),
                .property(
                    SwiftProperty(
                        isStatic: true, name: "descriptor", value: .call("SubscriptionDescriptor", arguments))),
            ])
    }
}
