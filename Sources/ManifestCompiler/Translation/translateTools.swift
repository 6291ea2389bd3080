extension GenerationContext {
    /// `Tools.swift`: an enum a tool, with its input, output and description.
    func translateTools() -> SwiftFile {
        file(manifest.tools.concurrentMap(translateTool).flatMap(\.self))
    }

    /// Where the hand-written half of a tool, webhook or hook belongs.
    func handlerPath(_ folder: String, _ name: String) -> String {
        "Sources/\(names.integration)/\(folder)/\(name).swift"
    }

    private func translateTool(_ tool: ToolDeclaration) -> [SwiftDeclaration] {
        let name = names.tool(tool.handle)
        let path = "tools.\(tool.handle)"
        var members: [SwiftDeclaration] = [.alias(name: "Owner", type: names.integration)]
        var extensions: [SwiftDeclaration] = []
        for (payload, isInput) in [(tool.input, true), (tool.output, false)] {
            let translated = translatePayload(payload, of: tool, isInput: isInput)
            members.append(translated.member)
            extensions += translated.extensions
        }
        members.append(.property(SwiftProperty(isStatic: true, name: "descriptor", value: descriptor(of: tool))))
        members.append(schema("inputSchema", SchemaTranslator.input(of: tool, self)))
        if let output = SchemaTranslator.output(of: tool, self) { members.append(schema("outputSchema", output)) }
        var documentation = Self.documentation(of: tool, path: path)
        documentation.append("Handler: `\(handlerPath("Tools", name))`")
        let type = SwiftTypeDeclaration(
            documentation: documentation, keyword: .enum, name: name, conformances: ["Tool"], members: members)
        return [.type(type)] + extensions
    }

    // MARK: Payloads

    private func translatePayload(
        _ payload: PayloadDeclaration?, of tool: ToolDeclaration, isInput: Bool
    ) -> (member: SwiftDeclaration, extensions: [SwiftDeclaration]) {
        let name = isInput ? "Input" : "Output"
        if payload == nil, !isInput { return (.alias(name: name, type: "NoOutput"), []) }
        let hasRules = isInput && !tool.rules.isEmpty
        switch payload?.shape {
        // Rules are the tool's: they make its input a type of its own.
        case .type where hasRules: return record(payload.flatMap { manifest.fields(of: $0) } ?? Declarations())
        case .type(let type, let isOptional)?:
            return (.alias(name: name, type: swiftType(type) + (isOptional ? "?" : "")), [])
        case .fields(let fields)?: return record(fields)
        case .extends?: return record(payload.flatMap { manifest.fields(of: $0) } ?? Declarations())
        case nil: return record(Declarations())
        }

        func record(_ fields: Declarations<FieldDeclaration>) -> (SwiftDeclaration, [SwiftDeclaration]) {
            let path = "tools.\(tool.handle).\(isInput ? "input" : "output")"
            var templates = TemplateCompiler(self)
            let nested = translateNestedRecord(
                RecordBlueprint(
                    documentation: [Self.remark(path)], name: name,
                    conformance: isInput ? "JSONConvertible" : "ObjectOutput", fields: fields.map(blueprint),
                    path: path, isStrict: isInput, isOpen: payload.map(manifest.isOpen) ?? false,
                    keepsNulls: payload?.keepsNulls ?? false, rules: isInput ? rules(of: tool, &templates) : []),
                in: names.tool(tool.handle))
            return (nested.member, [nested.extension])
        }
    }

    // MARK: Description

    private func descriptor(of tool: ToolDeclaration) -> SwiftExpression {
        let head: [SwiftArgument] = [
            SwiftArgument("handle", .string(tool.wireName)),
            SwiftArgument("label", .string(names.label(tool))),
            SwiftArgument("description", .string(tool.description ?? names.label(tool))),
            SwiftArgument("inputSchema", .code("inputSchema")),
            SwiftArgument("outputSchema", tool.output == nil ? .none : .code("outputSchema")),
            SwiftArgument("annotations", annotations(of: tool)),
            SwiftArgument("timeout", duration(tool.timeout, default: 30_000)),
            SwiftArgument("triggers", .array(triggers(of: tool))),
        ]
        return .call("ToolDescriptor", head + conduct(of: tool))
    }

    /// What most tools do not say: scope, repeats, limits and hints.
    private func conduct(of tool: ToolDeclaration) -> [SwiftArgument] {
        var arguments: [SwiftArgument] = []
        if tool.scope == .appVersion { arguments.append(SwiftArgument("scope", .code(".appVersion"))) }
        if let retry = tool.retry { arguments.append(SwiftArgument("retry", policy(retry))) }
        if !tool.limits.isEmpty {
            arguments.append(SwiftArgument("limits", .array(tool.limits.map { use($0, of: tool) })))
        }
        if !tool.requiredVariables.isEmpty {
            let names = tool.requiredVariables.map { SwiftExpression.string($0.handle) }
            arguments.append(SwiftArgument("requiredVariables", .array(names)))
        }
        if let calls = tool.maximumCallsPerRun {
            arguments.append(SwiftArgument("maximumCallsPerRun", .integer(calls)))
        }
        if let handoff = tool.handoff { arguments.append(SwiftArgument("handoff", .code(".\(handoff)"))) }
        return arguments
    }

    private func annotations(of tool: ToolDeclaration) -> SwiftExpression {
        let annotations = tool.annotations
        let arguments: [(String, Bool?)] = [
            ("isReadOnly", annotations.readOnly), ("isDestructive", annotations.destructive),
            ("isIdempotent", annotations.idempotent), ("isOpenWorld", annotations.openWorld),
        ]
        return .call(
            "ToolDescriptor.Annotations",
            arguments.compactMap { label, value in value.map { SwiftArgument(label, .boolean($0)) } })
    }

    private func triggers(of tool: ToolDeclaration) -> [SwiftExpression] {
        let isSender = manifest.channels.contains { $0.tools.contains { $0.handle == tool.handle } }
        return tool.effectiveTriggers.map { .code(".\($0)") } + (isSender ? [.code(".channel")] : [])
    }

    func duration(_ duration: ManifestDuration?, default milliseconds: Int64) -> SwiftExpression {
        let milliseconds = duration?.milliseconds ?? milliseconds
        return .code(
            milliseconds.isMultiple(of: 1_000) ? ".seconds(\(milliseconds / 1_000))" : ".milliseconds(\(milliseconds))")
    }

    private func schema(_ name: String, _ schema: JSONTree) -> SwiftDeclaration {
        .property(SwiftProperty(isPrivate: true, isStatic: true, name: name, value: .rawText(schema.literalLines)))
    }
}
