extension GenerationContext {
    /// An enum a batch operation, with its input, state and description.
    func translateBatchOperation(_ operation: BatchOperationDeclaration) -> [SwiftDeclaration] {
        let name = names.batchOperation(operation.handle)
        let path = "batch_operations.\(operation.handle)"
        var members: [SwiftDeclaration] = [.alias(name: "Owner", type: names.integration)]
        var extensions: [SwiftDeclaration] = []
        for (key, type, payload) in [("input", "Input", operation.input), ("state", "State", operation.state)] {
            guard let payload, let fields = manifest.fields(of: payload) else {
                members.append(.alias(name: type, type: "EmptyObject"))
                continue
            }
            if case .type(let record, _) = payload.shape {
                members.append(.alias(name: type, type: swiftType(record)))
                continue
            }
            let nested = translateNestedRecord(
                RecordBlueprint(
                    documentation: [Self.remark("\(path).\(key)")], name: type, conformance: "JSONConvertible",
                    fields: fields.map(blueprint), path: "\(path).\(key)",
                    isStrict: key == "input", isOpen: payload.isOpen, keepsNulls: payload.keepsNulls),
                in: name)
            members.append(nested.member)
            extensions.append(nested.extension)
        }
        members.append(.alias(name: "Item", type: itemType(of: operation)))
        members.append(.property(SwiftProperty(isStatic: true, name: "descriptor", value: descriptor(of: operation))))
        var documentation = Self.documentation(of: operation, path: path)
        documentation.append("Handler: `\(handlerPath("BatchOperations", name))`")
        let type = SwiftTypeDeclaration(
            documentation: documentation, keyword: .enum, name: name, conformances: ["BatchOperation"],
            members: members)
        return [.type(type)] + extensions
    }

    /// What a handler gives for an instance of the entity.
    private func itemType(of operation: BatchOperationDeclaration) -> String {
        // What the platform has under `platform/` has no declared fields.
        manifest.entities[operation.entity.handle].map { swiftType(.record($0.record.handle)) } ?? "JSONObject"
    }

    private func descriptor(of operation: BatchOperationDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(operation.wireName)),
            SwiftArgument("label", .string(names.label(operation))),
        ]
        if let text = operation.description { arguments.append(SwiftArgument("description", .string(text))) }
        if let icon = operation.heading.icon { arguments.append(SwiftArgument("icon", .string(icon))) }
        arguments += [
            SwiftArgument("entity", .string(operation.entity.handle)),
            SwiftArgument("pageSize", .integer(operation.pageSize)),
            SwiftArgument("concurrent", .integer(operation.concurrent)),
            SwiftArgument("paging", .code(".\(operation.paging)")),
        ]
        if !operation.cascade.isEmpty {
            let steps = operation.cascade.map { step in
                SwiftExpression.call(
                    "BatchOperationDescriptor.Cascade",
                    [
                        SwiftArgument("entity", .string(step.entity.handle)),
                        SwiftArgument("wave", .code(".\(step.wave)")),
                    ])
            }
            arguments.append(SwiftArgument("cascade", .array(steps)))
        }
        arguments.append(SwiftArgument("timeout", duration(operation.timeout, default: 60_000)))
        return .call("BatchOperationDescriptor", arguments)
    }
}
