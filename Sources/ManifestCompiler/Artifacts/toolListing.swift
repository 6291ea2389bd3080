/// `tools.json`: the tools as MCP's `tools/list` gives them, on one page, in the newest revision's form, which is one
/// of the older revisions as well.
func toolListing(_ context: GenerationContext) -> JSONTree {
    .object([
        .init("resultType", .string("complete")),
        .init("tools", .array(context.manifest.tools.map { tool in entry(for: tool, context) })),
        .init("ttlMs", .integer(0)), .init("cacheScope", .string("private")),
    ])
}

private func entry(for tool: ToolDeclaration, _ context: GenerationContext) -> JSONTree {
    let label = context.names.label(tool)
    var members: [JSONTree.Member] = [
        .init("name", .string(tool.wireName)), .init("title", .string(label)),
        .init("description", .string(tool.description ?? label)),
        .init("inputSchema", SchemaTranslator.input(of: tool, context)),
    ]
    if let output = SchemaTranslator.output(of: tool, context) { members.append(.init("outputSchema", output)) }
    let annotations = tool.annotations
    let hints: [(String, Bool?)] = [
        ("readOnlyHint", annotations.readOnly), ("destructiveHint", annotations.destructive),
        ("idempotentHint", annotations.idempotent), ("openWorldHint", annotations.openWorld),
    ]
    let said = hints.compactMap { name, value in value.map { JSONTree.Member(name, .boolean($0)) } }
    if !said.isEmpty { members.append(.init("annotations", .object(said))) }
    return .object(members)
}
