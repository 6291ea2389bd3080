extension GenerationContext {
    /// `Meta.Limits`: a value a limit; `nil` without any.
    func translateLimits() -> SwiftDeclaration? {
        guard !manifest.limits.isEmpty else { return nil }
        let members = manifest.limits.map { limit in
            SwiftDeclaration.property(
                SwiftProperty(
                    documentation: Self.documentation(of: limit, path: "limits.\(limit.handle)"), isStatic: true,
                    name: names.member(limit.handle), value: descriptor(of: limit)))
        }
        return .type(
            SwiftTypeDeclaration(
                documentation: ["How much of something may be used in what time."], keyword: .enum, name: "Limits",
                members: members))
    }

    private func descriptor(of limit: LimitDeclaration) -> SwiftExpression {
        var arguments = [
            SwiftArgument("handle", .string(limit.wireName)), SwiftArgument("label", .string(names.label(limit))),
            SwiftArgument("scope", .code(".\(limit.scope)")),
        ]
        if let count = limit.concurrent { arguments.append(SwiftArgument("concurrent", .integer(count))) }
        if let rate = limit.rate {
            let parts = [SwiftArgument("count", .integer(rate.count)), SwiftArgument("per", duration(rate.per))]
            arguments.append(SwiftArgument("rate", .call("LimitDescriptor.Rate", parts)))
        }
        if let gap = limit.minimumGap { arguments.append(SwiftArgument("minimumGap", duration(gap))) }
        if let bucket = limit.bucket {
            let parts = [
                SwiftArgument("size", .integer(bucket.size)), SwiftArgument("refill", .integer(bucket.refill)),
                SwiftArgument("every", duration(bucket.every)),
            ]
            arguments.append(SwiftArgument("bucket", .call("LimitDescriptor.Bucket", parts)))
        }
        if limit.isMutex { arguments.append(SwiftArgument("isMutex", .boolean(true))) }
        if limit.hasKey { arguments.append(SwiftArgument("hasKey", .boolean(true))) }
        if !limit.suppresses.isEmpty {
            let names = limit.suppresses.compactMap { manifest.limits[$0.handle]?.wireName }
            arguments.append(SwiftArgument("suppresses", .array(names.map { .string($0) })))
        }
        arguments.append(SwiftArgument("wait", duration(limit.wait, default: 120_000)))
        if let retry = limit.retry { arguments.append(SwiftArgument("retry", policy(retry))) }
        return .call("LimitDescriptor", arguments)
    }

    /// `LimitUse(Meta.Limits.graphAPI, key: ["channel", "identifierValue"])`.
    func use(_ use: LimitUse, of tool: ToolDeclaration) -> SwiftExpression {
        let limit = "\(names.integration).Limits.\(names.member(use.limit.handle))"
        var arguments = [SwiftArgument(nil, .code(limit))]
        let paths = use.keyPaths.map { path in
            SwiftExpression.array(wirePath(path, from: tool).map { .string($0) })
        }
        if paths.count > 1 {
            arguments.append(SwiftArgument("keys", .array(paths)))
        } else if let path = paths.first {
            arguments.append(SwiftArgument("key", path))
        }
        if use.calls != 1 { arguments.append(SwiftArgument("calls", .integer(use.calls))) }
        return .call("LimitUse", arguments)
    }

    /// The names on the wire of a path of handles.
    private func wirePath(_ handles: [String], from tool: ToolDeclaration) -> [String] {
        var fields = manifest.inputFields(of: tool)
        return handles.map { handle in
            guard let field = fields[handle] else { return handle }
            fields = manifest.fields(of: field.type) ?? Declarations()
            return field.wireName
        }
    }

    /// `RetryPolicy(attempts: 3, delay: .seconds(2))`: what is not the default.
    func policy(_ retry: RetryPolicy) -> SwiftExpression {
        let usual = RetryPolicy(attempts: retry.attempts, span: retry.span)
        var arguments = [SwiftArgument("attempts", .integer(retry.attempts))]
        if retry.delay != usual.delay { arguments.append(SwiftArgument("delay", duration(retry.delay))) }
        switch retry.backoff {
        case .exponential: break
        case .linear: arguments.append(SwiftArgument("backoff", .code(".linear")))
        case .fixed(let wait): arguments.append(SwiftArgument("backoff", .call(".fixed", [SwiftArgument(nil, duration(wait))])))
        }
        if retry.maximumDelay != usual.maximumDelay {
            arguments.append(SwiftArgument("maximumDelay", duration(retry.maximumDelay)))
        }
        return .call("RetryPolicy", arguments)
    }

    func duration(_ duration: ManifestDuration) -> SwiftExpression {
        self.duration(duration, default: duration.milliseconds)
    }
}
