extension GenerationContext {
    /// `Integration.swift`: the registry of everything.
    ///
    /// It names every handler's type where a conformance to the handler's protocol is required: one that is missing is
    /// a compile error that names it.
    func translateIntegration() -> SwiftFile {
        let type = SwiftTypeDeclaration(
            documentation: [
                manifest.header.description ?? manifest.header.name,
                "What the integration makes at start is the author's: "
                    + "`extension \(names.integration) { typealias Services = … }`.",
            ], keyword: .enum, name: names.integration, conformances: ["Integration"],
            members: [
                .property(SwiftProperty(isStatic: true, name: "descriptor", value: headDescriptor())),
                registry(
                    "connections", "[ConnectionDescriptor]",
                    manifest.connections.filter { $0.kind == .oauth2 }.map(connection)),
                registry(
                    "models", "[ModelDescriptor]", manifest.models.map { .code("\(names.model($0.handle)).descriptor") }
                ),
                registry(
                    "tools", "[ToolEntry<\(names.integration)>]",
                    manifest.tools.map { tool in
                        handled("ToolEntry", names.tool(tool.handle), in: "Tools", label: Self.entryLabel(of: tool))
                    },
                    documentation: "Each needs its handler in the file beside it."),
                registry(
                    "webhooks", "[WebhookEntry<\(names.integration)>]",
                    manifest.webhooks.map { .remarked(entry(of: $0), handlerPath("Webhooks", names.webhook($0.handle))) },
                    documentation: "Each needs its handler in the file beside it."),
            ] + subscriptions() + [
                registry(
                    "channels", "[ChannelDescriptor]",
                    manifest.channels.map { .code("Channels.\(names.member($0.handle))Descriptor") }),
                .property(hooks()),
                registry(
                    "pages", "[PageEntry<\(names.integration)>]",
                    manifest.pages.filter { $0.audience != .developer }.map {
                        entry("PageEntry", "Pages.\(names.page($0.handle))")
                    }),
                registry("navigation", "[NavigationSection]", manifest.navigationSections.map(section)),
            ] + operations())
        return file([.type(type)])
    }

    private func registry(
        _ name: String, _ type: String, _ elements: [SwiftExpression], documentation: String? = nil
    ) -> SwiftDeclaration {
        .property(
            SwiftProperty(
                documentation: elements.isEmpty ? [] : documentation.map { [$0] } ?? [], isStatic: true, name: name,
                type: type, value: .array(elements)))
    }

    /// Schedules and batch operations, for integrations that have them.
    private func operations() -> [SwiftDeclaration] {
        var members: [SwiftDeclaration] = []
        if !manifest.schedules.isEmpty {
            let schedules = manifest.schedules.map { SwiftExpression.code("Schedules.\(names.member($0.handle))") }
            members.append(registry("schedules", "[ScheduleDescriptor]", schedules))
        }
        if !manifest.batchOperations.isEmpty {
            members.append(
                registry(
                    "batchOperations", "[BatchOperationEntry<\(names.integration)>]",
                    manifest.batchOperations.map { operation in
                        handled("BatchOperationEntry", names.batchOperation(operation.handle), in: "BatchOperations")
                    }, documentation: "Each needs its handler in the file beside it."))
        }
        return members
    }

    /// A webhook with all that its handler has to be.
    private func entry(of webhook: WebhookDeclaration) -> SwiftExpression {
        let name = SwiftExpression.code("\(names.webhook(webhook.handle)).self")
        let arguments =
            if let duty = webhook.duty {
                [SwiftArgument(nil, .code(".\(duty)")), SwiftArgument("of", name)]
            } else {
                [SwiftArgument(webhook.mode == .callback ? "callback" : nil, name)]
            }
        var entry = SwiftExpression.call("WebhookEntry", arguments)
        if webhook.signature.style == .publicKey { entry = entry.calling("verified", [SwiftArgument("by", name)]) }
        if !webhook.moments.isEmpty {
            let moments = webhook.moments.map { SwiftExpression.code(".\($0)") }
            entry = entry.calling("told", [SwiftArgument(nil, name), SwiftArgument("of", .array(moments))])
        }
        return entry
    }

    /// Left out where there are none, as the protocol allows.
    private func subscriptions() -> [SwiftDeclaration] {
        guard !manifest.subscriptions.isEmpty else { return [] }
        return [
            registry(
                "subscriptions", "[SubscriptionEntry<\(names.integration)>]",
                manifest.subscriptions.map {
                    handled("SubscriptionEntry", names.subscription($0.handle), in: "Subscriptions")
                }, documentation: "Each needs its handler in the file beside it.")
        ]
    }

    /// The initialiser of `ToolEntry` that asks for the handlers that a tool needs.
    private static func entryLabel(of tool: ToolDeclaration) -> String? {
        switch (tool.scope, tool.hasEstimate) {
        case (.installation, false): nil
        case (.installation, true): "estimating"
        case (.appVersion, false): "app"
        case (.appVersion, true): "appEstimating"
        }
    }

    /// An entry that does not compile without its handler, with the file to write beside it.
    private func handled(_ type: String, _ name: String, in folder: String, label: String? = nil) -> SwiftExpression {
        .remarked(entry(type, name, label: label), handlerPath(folder, name))
    }

    private func entry(_ type: String, _ name: String, label: String? = nil) -> SwiftExpression {
        .call(type, [SwiftArgument(label, .code("\(name).self"))])
    }

    private func headDescriptor() -> SwiftExpression {
        let domains = manifest.outgoingDomains.map { domain -> SwiftExpression in
            let port = domain.port.map { ":\($0)" } ?? ""
            return switch domain.pattern {
            case .host(let host): .string(host + port)
            case .subdomains(let suffix): .string("*.\(suffix)\(port)")
            case .variable(let variable): .string("{\(variable.handle)}")
            }
        }
        return .call(
            "IntegrationDescriptor",
            [
                SwiftArgument("handle", .string(manifest.header.handle)),
                SwiftArgument("name", .string(manifest.header.name)),
                SwiftArgument("version", .string(manifest.header.version)),
                SwiftArgument("description", .string(manifest.header.description ?? "")),
                SwiftArgument("outgoingDomains", .array(domains)),
            ])
    }

    // MARK: Connections

    private func connection(_ connection: ConnectionDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(connection.handle)),
            SwiftArgument("label", .string(names.label(connection))),
        ]
        if let text = connection.description { arguments.append(SwiftArgument("description", .string(text))) }
        let parameters = connection.parameters.map { parameter in
            SwiftExpression.call(
                "",
                [SwiftArgument("name", .string(parameter.name)), SwiftArgument("value", .string(parameter.value))])
        }
        arguments += [
            SwiftArgument("authorizeURL", .string(connection.authorizeURL.text)),
            SwiftArgument("tokenURL", .string(connection.tokenURL?.text ?? "")),
            SwiftArgument("clientID", .string(connection.clientID.handle)),
            SwiftArgument("clientSecret", .string(connection.clientSecret.handle)),
            SwiftArgument("scopes", .array(connection.scopes.map { .string($0) })),
            SwiftArgument("usesPKCE", .boolean(connection.usesPKCE)),
            SwiftArgument("parameters", .array(parameters)),
            SwiftArgument("store", .call("ConnectionDescriptor.Store", stored(connection))),
        ]
        if let url = connection.revokeURL { arguments.append(SwiftArgument("revokeURL", .string(url.text))) }
        if let refresh = connection.refresh {
            var parts = [SwiftArgument("lead", duration(refresh.lead, default: 0))]
            if let interval = refresh.keepAlive {
                parts.append(SwiftArgument("keepAlive", duration(interval, default: 0)))
            }
            arguments.append(SwiftArgument("refresh", .call("ConnectionDescriptor.Refresh", parts)))
        }
        if let model = connection.accountModel { arguments.append(SwiftArgument("accountModel", .string(model.handle))) }
        return .call("ConnectionDescriptor", arguments)
    }

    private func stored(_ connection: ConnectionDeclaration) -> [SwiftArgument] {
        let parts: [(ConnectionDeclaration.StoredValue.Part, String)] = [
            (.accessToken, "accessToken"), (.refreshToken, "refreshToken"), (.expiresAt, "expiresAt"),
            (.accountID, "accountID"),
        ]
        return parts.compactMap { part, label in
            let variable = connection.store.first { $0.part == part }?.variable.handle
            guard variable != nil || part == .accessToken else { return nil }
            return SwiftArgument(label, .optionalString(variable))
        }
    }

    // MARK: Hooks and navigation

    private func hooks() -> SwiftProperty {
        let type = "Hooks<\(names.integration)>"
        guard !handledHooks.isEmpty || !credentialChecks.isEmpty else {
            return SwiftProperty(isStatic: true, name: "hooks", type: type, getter: [.expression(.code("\(type)()"))])
        }
        var body: [SwiftStatement] = [.variable("hooks", .code("\(type)()"))]
        for (hook, label, _) in handledHooks {
            body.append(
                .expression(
                    .call(
                        "hooks.register",
                        [
                            SwiftArgument(label, .code("\(names.hook(hook.kind)).self")),
                            SwiftArgument("timeout", timeout(of: hook)),
                        ])))
        }
        for (connection, limit) in credentialChecks {
            body.append(
                .expression(
                    .call(
                        "hooks.register",
                        [
                            SwiftArgument("check", .code("\(names.check(connection.handle)).self")),
                            SwiftArgument("connection", .string(connection.handle)),
                            SwiftArgument("timeout", duration(limit, default: 0)),
                        ])))
        }
        body.append(.return(.code("hooks")))
        return SwiftProperty(
            documentation: ["Each needs a handler in `Sources/\(names.integration)/Hooks`."], isStatic: true,
            name: "hooks", type: type, getter: body)
    }

    private func section(_ section: NavigationSection) -> SwiftExpression {
        let items = section.items.compactMap { item -> SwiftExpression? in
            guard case .page(let reference) = item.target, let page = manifest.pages[reference.handle],
                page.audience != .developer
            else { return nil }
            return .call(
                "NavigationSection.Item",
                [
                    SwiftArgument("label", .string(item.label ?? names.label(page))),
                    SwiftArgument("icon", .optionalString(item.icon ?? page.heading.icon)),
                    SwiftArgument("link", .code("Routes.\(names.route(page.handle))()")),
                    SwiftArgument("page", .string(page.handle)),
                ])
        }
        return .call(
            "NavigationSection",
            [SwiftArgument("title", .optionalString(section.title)), SwiftArgument("items", .array(items))])
    }
}
