/// A channel sends with a tool of the message contract and receives with a webhook whose payload is Swift.
struct ChannelContracts: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for channel in input.manifest.channels {
            if channel.fields[channel.identifier.handle] != nil, let field = channel.fields[channel.identifier.handle] {
                found.append(
                    Diagnostic(
                        .channelField, "`\(field.handle)` is the identifier; it must not be in `fields` again",
                        at: field.span, notes: [.init("declared here", at: channel.identifier.span)]))
            }
            if channel.identifier.defaultValue != nil {
                found.append(
                    Diagnostic(.channelField, "an identifier has no default", at: channel.identifier.span))
            }
            guard let messaging = channel.messaging else { continue }
            if messaging.send == nil, messaging.receive == nil, input.isRead(messaging.span) {
                found.append(
                    Diagnostic(
                        .channelContract, "`messaging` needs `send`, `receive` or both", at: messaging.span.lowerBound))
            }
            if let send = messaging.send, let tool = input.manifest.tools[send.handle] {
                check(tool, send, &found)
            }
            if let receive = messaging.receive, let webhook = input.manifest.webhooks[receive.handle],
                webhook.knows("payload")
            {
                guard case .swiftType = webhook.payload else {
                    found.append(
                        Diagnostic(
                            .channelContract,
                            "webhook `\(webhook.handle)` cannot produce messages: its `payload` is no Swift type",
                            at: receive.span, notes: [.init("declared here", at: webhook.span)]))
                    continue
                }
            }
        }
        return found
    }

    private func check(_ tool: ToolDeclaration, _ reference: Reference, _ found: inout [Diagnostic]) {
        for (key, payload, contract, verb) in [
            ("input", tool.input, "message.send", "take"), ("output", tool.output, "message.sent", "return"),
        ] where tool.knows(key) && !isContract(payload, contract) {
            found.append(
                Diagnostic(
                    .channelContract,
                    "a channel sends with a tool that \(verb)s `\(contract)`, and `\(tool.handle)` does not",
                    at: reference.span, notes: [.init("declared here", at: payload?.span ?? tool.span)]))
        }
    }

    private func isContract(_ payload: PayloadDeclaration?, _ contract: String) -> Bool {
        switch payload?.shape {
        case .type(.record(contract), isOptional: false): true
        case .type(let type, _): type.isUnknown
        case .extends(let base, _): base.handle == contract
        default: false
        }
    }
}
