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
            found += conversation(messaging, input)
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
            (messaging.attachments?.upload, "a channel hands files over", "message.upload", "message.uploaded"),
            (messaging.react, "a channel reacts", "message.react", nil),
            (messaging.templates?.list, "a channel lists templates", "message.template_list", "message.template_offer"),
        ] as [(Reference?, String, String, String?)]
        for (reference, what, input, output) in uses {
            guard let reference, let tool = manifest.tools[reference.handle] else { continue }
            // Of what a list tool returns there are several.
            let returnsList = output == "message.template_offer"
            for (key, payload, contract, verb) in [
                ("input", tool.input, input, "takes"), ("output", tool.output, output, "returns"),
            ] {
                guard let contract, tool.knows(key) else { continue }
                let isOfMany = returnsList && key == "output"
                guard !(isOfMany ? isList(payload, of: contract) : isContract(payload, contract)) else { continue }
                let help =
                    isOfMany
                    ? "write `\(key): [\(contract)]` there"
                    : "write `\(key): \(contract)` there, or `extends: \(contract)` and further fields"
                found.append(
                    Diagnostic(
                        .channelContract,
                        "\(what) with a tool that \(verb) \(isOfMany ? "a list of " : "")`\(contract)`, and "
                            + "`\(tool.handle)` does not",
                        at: reference.span, notes: [.init("declared here", at: payload?.span ?? tool.span)], help: [help]))
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

    private func isList(_ payload: PayloadDeclaration?, of contract: String) -> Bool {
        switch payload?.shape {
        case .type(.list(.record(contract)), isOptional: false): true
        case .type(let type, _): type.isUnknown
        default: false
        }
    }

    // MARK: What people may do in a conversation

    /// What goes through the send tool must be inputs of it.
    private func conversation(_ messaging: MessagingCapability, _ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for kind in messaging.attachments?.kinds ?? [] {
            for accepted in kind.accepted
            where !FileFields.isExtension(accepted.handle) && !FileFields.isMediaType(accepted.handle) {
                found.append(
                    Diagnostic(
                        .acceptInvalid, "`\(accepted.handle)` is neither a file extension nor a MIME type",
                        at: accepted.span, help: ["write pdf, application/pdf or image/*"]))
            }
        }
        let late = messaging.window?.late
        if let window = messaging.window, let late, late.length <= window.length {
            found.append(
                Diagnostic(.channelContract, "`late` ends before the window does", at: late.span.lowerBound))
        }
        let uses = [messaging.reply, messaging.templates?.input].compactMap(\.self) + (late?.inputs.map(\.name) ?? [])
        guard let send = messaging.send else {
            let first = uses.first?.span ?? messaging.attachments?.span
            if let first, input.isRead(messaging.span) {
                found.append(
                    Diagnostic(.channelContract, "what people send goes through `send`, and there is none", at: first))
            }
            return found
        }
        guard let tool = input.manifest.tools[send.handle], tool.knows("input") else { return found }
        let inputs = input.manifest.inputFields(of: tool)
        for use in uses where inputs[use.handle] == nil {
            let nearest = Suggestion.nearest(to: use.handle, among: inputs.map(\.handle))
            found.append(
                Diagnostic(
                    .channelContract, "tool `\(tool.handle)` has no input `\(use.handle)`", at: use.span,
                    notes: [.init("declared here", at: tool.span)],
                    fixIts: nearest.map { [.init("replace with `\($0)`", replacing: use.span, with: $0)] } ?? []))
        }
        func requireType(_ use: Reference?, _ words: String, _ isRight: (ValueType) -> Bool) {
            guard let use, let field = inputs[use.handle] else { return }
            let type = input.manifest.resolved(field.type)
            guard !type.isUnknown, !isRight(type) else { return }
            found.append(
                Diagnostic(
                    .channelContract, "the input `\(field.handle)` is \(field.type.spelling), and \(words)",
                    at: use.span, notes: [.init("declared here", at: field.span)]))
        }
        requireType(messaging.reply, "the id of a message is STRING") { $0.scalar == .string }
        requireType(messaging.templates?.input, "templates are sent as message.template_use") {
            $0 == .record("message.template_use")
        }
        for entry in late?.inputs ?? [] {
            guard let field = inputs[entry.name.handle], !field.options.isEmpty, case .text(let word) = entry.value,
                !field.options.contains(where: { $0.value == word })
            else { continue }
            found.append(
                Diagnostic(
                    .channelContract, "`\(word)` is none of the options of `\(field.handle)`", at: entry.name.span,
                    notes: [.init("declared here", at: field.span)]))
        }
        return found
    }
}
