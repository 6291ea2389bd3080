extension GenerationContext {
    /// A tagged union: an enum with a payload a case, which survives tags that it does not know where it is read
    /// leniently, and the extension that reads and writes it.
    func translateUnion(_ union: RecordDeclaration) -> [SwiftDeclaration] {
        let name = names.record(union.handle)
        let path = "types.\(union.handle)"
        var members: [SwiftDeclaration] = union.cases.map { entry in
            .enumCase(
                SwiftEnumCase(
                    documentation: Self.documentation(of: entry, path: "\(path).one_of.\(entry.handle)"),
                    name: names.unionCase(entry.handle), payload: entry.payload.map { [names.record($0.handle)] } ?? []))
        }
        members.append(
            .enumCase(
                SwiftEnumCase(
                    documentation: ["A case that the manifest does not list, with what stands beside its tag."],
                    name: "unknown", payload: ["tag: String", "JSONObject"])))
        let type = SwiftTypeDeclaration(
            documentation: Self.documentation(of: union, path: path), isIndirect: usage.isRecursive(union, manifest),
            keyword: .enum, name: name, conformances: ["Sendable"], members: members)
        let conformance = usage.wholeOutputs.contains(union.handle) ? "ObjectOutput" : "JSONConvertible"
        let conversion = SwiftTypeDeclaration(
            keyword: .extension, name: name, conformances: [conformance],
            members: [.function(reader(union)), .property(writer(union))])
        return [.type(type), .type(conversion)]
    }

    private func reader(_ union: RecordDeclaration) -> SwiftFunction {
        let isStrict = usage.inputs.contains(union.handle)
        var cases = union.cases.map { entry in
            let name = SwiftExpression.code(".\(names.unionCase(entry.handle))")
            let value: SwiftExpression
            if let payload = entry.payload {
                let record = SwiftExpression.call(
                    names.record(payload.handle),
                    [SwiftArgument("json", .code("object.payload")), SwiftArgument("at", .code("path"))])
                value = .call(name, [SwiftArgument(nil, .prefix("try", record))])
            } else {
                value = isStrict ? .prefix("try", .call("object.alone", [SwiftArgument(nil, name)])) : name
            }
            return SwiftStatement.SwitchCase(
                pattern: "case \(SwiftLiteral.literal(entry.wireName))", value: .infix(.code("self"), "=", value))
        }
        let tags = SwiftExpression.array(union.cases.map { .string($0.wireName) })
        let unknown: SwiftExpression =
            isStrict
            ? .prefix("throw", .call("object.unknownTag", [SwiftArgument("among", tags)]))
            : .infix(.code("self"), "=", .code(".unknown(tag: object.tag, object.members)"))
        cases.append(.init(pattern: "default", value: unknown))
        let object = SwiftExpression.call(
            "TaggedObject",
            [
                SwiftArgument(nil, .code("json")), SwiftArgument("at", .code("path")),
                SwiftArgument("discriminator", .string(union.discriminator)),
            ])
        return SwiftFunction(
            name: "init",
            parameters: [
                .init(label: "json", name: "json", type: "JSON"), .init(label: "at", name: "path", type: "String"),
            ],
            effects: ["throws(InvalidValue)"],
            body: [.constant("object", .prefix("try", object)), .switch(.code("object.tag"), cases)])
    }

    private func writer(_ union: RecordDeclaration) -> SwiftProperty {
        let key = SwiftExpression.string(union.discriminator)
        func object(_ tag: SwiftExpression, _ members: SwiftExpression?) -> SwiftExpression {
            let rest = members.map { [SwiftArgument(nil, $0)] } ?? []
            return .call("TaggedObject.json", [SwiftArgument(nil, tag), SwiftArgument(nil, key)] + rest)
        }
        var cases = union.cases.map { entry in
            let name = names.unionCase(entry.handle)
            return SwiftStatement.SwitchCase(
                pattern: entry.payload == nil ? "case .\(name)" : "case .\(name)(let payload)",
                value: object(.string(entry.wireName), entry.payload == nil ? nil : .code("payload.json")))
        }
        cases.append(
            .init(pattern: "case .unknown(let tag, let members)", value: object(.code("tag"), .code("members.json"))))
        return SwiftProperty(name: "json", type: "JSON", getter: [.switch(.code("self"), cases)])
    }
}

extension RecordUsage {
    /// Whether a union leads back to itself without a list or map between: an enum cannot hold itself in place.
    func isRecursive(_ union: RecordDeclaration, _ manifest: Manifest) -> Bool {
        var reached: Set<String> = []
        var next = union.cases.compactMap { $0.payload?.handle }
        while let handle = next.popLast() {
            if handle == union.handle { return true }
            guard reached.insert(handle).inserted, let record = manifest.record(handle) else { continue }
            next += record.cases.compactMap { $0.payload?.handle }
            for field in record.fields {
                if case .record(let target) = manifest.resolved(field.type) { next.append(target) }
            }
        }
        return false
    }
}
