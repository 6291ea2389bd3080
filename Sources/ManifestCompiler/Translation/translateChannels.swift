extension GenerationContext {
    /// `Channels.swift`: the channels of a session, as `context.channels`.
    func translateChannels() -> SwiftFile {
        var members: [SwiftDeclaration] = manifest.channels.map { channel in
            .property(
                SwiftProperty(
                    documentation: Self.documentation(of: channel, path: "channels.\(channel.handle)"),
                    name: names.member(channel.handle), type: kind(of: channel)))
        }
        members.append(
            .function(
                sessionInitializer(
                    manifest.channels.map { channel in
                        let name = names.member(channel.handle)
                        var arguments = [SwiftArgument(nil, .code("Self.\(name)Descriptor"))]
                        if let tool = channel.messaging?.send {
                            arguments.append(SwiftArgument("sendingWith", .code("\(names.tool(tool.handle)).self")))
                        }
                        arguments.append(SwiftArgument("session", .code("session")))
                        let kind = channel.messaging?.send == nil ? "Channel" : "SendingChannel"
                        return .assignment(.member(.code("self"), name), .call(.code(kind), arguments))
                    })))
        members += manifest.channels.map { channel in
            .property(
                SwiftProperty(
                    isStatic: true, name: names.member(channel.handle) + "Descriptor",
                    value: descriptor(of: channel)))
        }
        let channels = SwiftTypeDeclaration(
            documentation: ["The ways in which an installation talks to people."], keyword: .struct, name: "Channels",
            conformances: ["SessionView"], members: members)
        return file([.type(extensionOfIntegration([.type(channels)]))])
    }

    private func kind(of channel: ChannelDeclaration) -> String {
        channel.messaging?.send.map { "SendingChannel<\(names.tool($0.handle))>" } ?? "Channel"
    }

    private func descriptor(of channel: ChannelDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(channel.handle)),
            SwiftArgument("label", .string(names.label(channel))),
        ]
        if let text = channel.description { arguments.append(SwiftArgument("description", .string(text))) }
        if let icon = channel.heading.icon { arguments.append(SwiftArgument("icon", .string(icon))) }
        arguments += [
            SwiftArgument("identifierField", .string(channel.identifier.handle)),
            SwiftArgument("identifierLabel", .string(names.label(channel.identifier))),
        ]
        let preparations = textPreparations(of: channel.identifier)
        if !preparations.isEmpty {
            arguments.append(SwiftArgument("identifierPreparations", .array(preparations)))
        }
        arguments += [
            SwiftArgument("identifierChecks", .array(checks(ofText: channel.identifier))),
            SwiftArgument("messaging", channel.messaging.map(translate) ?? .none),
        ]
        for (label, call) in [("voice", channel.voice), ("video", channel.video)] {
            if let call { arguments.append(SwiftArgument(label, translate(call))) }
        }
        if !channel.fields.isEmpty {
            arguments.append(SwiftArgument("fields", .array(channel.fields.map(translate))))
        }
        return .call("ChannelDescriptor", arguments)
    }

    private func translate(_ messaging: MessagingCapability) -> SwiftExpression {
        var arguments = [
            SwiftArgument("sendTool", wireName(messaging.send)),
            SwiftArgument("receiveWebhook", .optionalString(messaging.receive?.handle)),
        ]
        if let batch = messaging.batch {
            let parts = [
                SwiftArgument("sendTool", wireName(batch.send)), SwiftArgument("statusTool", wireName(batch.status)),
                SwiftArgument("maximum", .integer(batch.maximum)),
            ]
            arguments.append(SwiftArgument("batch", .call(".init", parts)))
        }
        if let attachments = messaging.attachments {
            var parts = [SwiftArgument("kinds", .array(attachments.kinds.map(translate)))]
            if attachments.upload != nil { parts.append(SwiftArgument("uploadTool", wireName(attachments.upload))) }
            arguments.append(SwiftArgument("attachments", .call(".init", parts)))
        }
        let inputs = messaging.send.flatMap { manifest.tools[$0.handle] }.map(manifest.inputFields)
        func inputName(_ input: Reference) -> String { inputs?[input.handle]?.wireName ?? input.handle }
        if let reply = messaging.reply {
            arguments.append(SwiftArgument("replyInput", .string(inputName(reply))))
        }
        if messaging.react != nil { arguments.append(SwiftArgument("reactTool", wireName(messaging.react))) }
        if let templates = messaging.templates {
            let parts = [
                SwiftArgument("listTool", wireName(templates.list)),
                SwiftArgument("input", .string(inputName(templates.input))),
            ]
            arguments.append(SwiftArgument("templates", .call(".init", parts)))
        }
        if let window = messaging.window {
            var parts = [SwiftArgument("length", duration(window.length))]
            if let late = window.late {
                let values = ManifestValue.map(
                    late.inputs.map { .init(key: inputName($0.name), value: $0.value) })
                let more = [
                    SwiftArgument("length", duration(late.length)), SwiftArgument("arguments", json(values)),
                    SwiftArgument("label", .string(late.label)),
                ]
                parts.append(SwiftArgument("late", .call(".init", more)))
            }
            arguments.append(SwiftArgument("window", .call(".init", parts)))
        }
        return .call(".init", arguments)
    }

    private func translate(_ kind: AttachmentsDeclaration.Kind) -> SwiftExpression {
        var rule: [SwiftArgument] = []
        if !kind.accepted.isEmpty {
            rule.append(SwiftArgument("accepted", .array(kind.accepted.map { .string($0.handle) })))
        }
        rule.append(
            SwiftArgument("maximumSize", .integer(kind.maximumSize?.bytes ?? FieldDeclaration.usualMaximumSize)))
        var arguments = [
            SwiftArgument(nil, .code(".\(kind.kind.lowercased())")), SwiftArgument(nil, .call("FileRule", rule)),
        ]
        if kind.maximumText > 0 { arguments.append(SwiftArgument("maximumText", .integer(kind.maximumText))) }
        return .call(".init", arguments)
    }

    private func translate(_ call: CallCapability) -> SwiftExpression {
        var arguments: [SwiftArgument] = []
        if let label = call.label { arguments.append(SwiftArgument("label", .string(label))) }
        if let icon = call.icon { arguments.append(SwiftArgument("icon", .string(icon))) }
        arguments += [
            SwiftArgument("sendTool", wireName(call.send)),
            SwiftArgument("receiveWebhook", .optionalString(call.receive?.handle)),
        ]
        return .call(".init", arguments)
    }

    private func translate(_ field: FieldDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(field.wireName)), SwiftArgument("label", .string(names.label(field))),
        ]
        if let definition = field.definition { arguments.append(SwiftArgument("definition", .string(definition))) }
        if let access = field.access { arguments.append(SwiftArgument("access", .code(".\(access)"))) }
        if !field.surfaces.isEmpty {
            arguments.append(SwiftArgument("surfaces", .array(field.surfaces.map { .code(".\($0)") })))
        }
        if let value = field.defaultValue { arguments.append(SwiftArgument("defaultValue", json(value))) }
        return .call(".init", arguments)
    }

    private func wireName(_ tool: Reference?) -> SwiftExpression {
        .optionalString(tool.flatMap { manifest.tools[$0.handle]?.wireName })
    }
}
