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
            for (name, call) in [("voice", channel.voice), ("video", channel.video)] {
                guard let call, call.send == nil, call.receive == nil, input.isRead(call.span) else { continue }
                found.append(
                    Diagnostic(
                        .channelContract, "`\(name)` needs `send`, `receive` or both", at: call.span.lowerBound))
            }
            for reference in channel.tools {
                guard let tool = input.manifest.tools[reference.handle], tool.knows("scope"),
                    tool.scope == .appVersion
                else { continue }
                found.append(
                    Diagnostic(
                        .toolScope, "a channel belongs to an installation, and `\(tool.handle)` to the app version",
                        at: reference.span, notes: [.init("declared here", at: tool.span)]))
            }
            guard let messaging = channel.messaging else { continue }
            if messaging.send == nil, messaging.receive == nil, messaging.batch == nil, input.isRead(messaging.span) {
                found.append(
                    Diagnostic(
                        .channelContract, "`messaging` needs `send`, `receive` or both", at: messaging.span.lowerBound))
            }
            check(messaging, input.manifest, &found)
            if let receive = messaging.receive, let webhook = input.manifest.webhooks[receive.handle],
                webhook.knows("payload", "mode")
            {
                if webhook.mode == .callback {
                    found.append(
                        Diagnostic(
                            .channelContract,
                            "messages are kept, and a CALLBACK such as `\(webhook.handle)` keeps nothing",
                            at: receive.span, notes: [.init("declared here", at: webhook.span)]))
                    continue
                }
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

    private func check(_ messaging: MessagingCapability, _ manifest: Manifest, _ found: inout [Diagnostic]) {
        let uses = [
            (messaging.send, "a channel sends", "message.send", "message.sent"),
            (messaging.batch?.send, "a channel sends batches", "message.bulk_send", "message.bulk_sent"),
            (messaging.batch?.status, "a channel follows batches", "message.bulk_status", "message.bulk_state"),
        ]
        for (reference, what, input, output) in uses {
            guard let reference, let tool = manifest.tools[reference.handle] else { continue }
            for (key, payload, contract, verb) in [
                ("input", tool.input, input, "takes"), ("output", tool.output, output, "returns"),
            ] where tool.knows(key) && !isContract(payload, contract) {
                found.append(
                    Diagnostic(
                        .channelContract,
                        "\(what) with a tool that \(verb) `\(contract)`, and `\(tool.handle)` does not",
                        at: reference.span, notes: [.init("declared here", at: payload?.span ?? tool.span)],
                        help: ["write `\(key): \(contract)` there, or `extends: \(contract)` and further fields"]))
            }
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
