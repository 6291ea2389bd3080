extension GenerationContext {
    /// `Channels.swift`: the channels of a session, as `context.channels`.
    func translateChannels() -> SwiftFile {
        var members: [SwiftDeclaration] = manifest.channels.map { channel in
            .property(
                SwiftProperty(
                    documentation: Self.documentation(of: channel, path: "channels.\(channel.handle)"),
                    name: names.member(channel.handle), type: "Channel"))
        }
        members.append(
            .function(
                sessionInitializer(
                    manifest.channels.map { channel in
                        let name = names.member(channel.handle)
                        let value = SwiftExpression.call(
                            "Channel",
                            [
                                SwiftArgument(nil, .code("Self.\(name)Descriptor")),
                                SwiftArgument("session", .code("session")),
                            ])
                        return .assignment(.member(.code("self"), name), value)
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

    private func descriptor(of channel: ChannelDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(channel.handle)),
            SwiftArgument("label", .string(names.label(channel))),
        ]
        if let text = channel.description { arguments.append(SwiftArgument("description", .string(text))) }
        if let icon = channel.heading.icon { arguments.append(SwiftArgument("icon", .string(icon))) }
        let identifier = blueprint(of: channel.identifier)
        arguments += [
            SwiftArgument("identifierField", .string(channel.identifier.handle)),
            SwiftArgument("identifierLabel", .string(names.label(channel.identifier))),
            SwiftArgument("identifierChecks", .array(checks(of: identifier, options: true))),
            SwiftArgument("messaging", channel.messaging.map(translate) ?? .none),
        ]
        return .call("ChannelDescriptor", arguments)
    }

    private func translate(_ messaging: MessagingCapability) -> SwiftExpression {
        let send = messaging.send.flatMap { manifest.tools[$0.handle]?.wireName }
        return .call(
            ".init",
            [
                SwiftArgument("sendTool", .optionalString(send)),
                SwiftArgument("receiveWebhook", .optionalString(messaging.receive?.handle)),
            ])
    }
}
