/// A limit limits something, suppresses no circle, and is used with a key exactly if it has one.
struct LimitRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for limit in input.manifest.limits { check(limit, &found) }
        cycles(input, &found)
        for tool in input.manifest.tools {
            for use in tool.limits where input.isSound(use.span) { check(use, of: tool, input, &found) }
        }
        unused(input, &found)
        return found
    }

    private func check(_ limit: LimitDeclaration, _ found: inout [Diagnostic]) {
        let keys = ["concurrent", "rate", "min_gap", "bucket", "mutex"]
        if limit.concurrent == nil, limit.rate == nil, limit.minimumGap == nil, limit.bucket == nil, !limit.isMutex,
            keys.allSatisfy({ limit.knows($0) })
        {
            found.append(
                Diagnostic(
                    .limitEmpty, "limit `\(limit.handle)` limits nothing", at: limit.span,
                    help: ["say at least one of \(keys.joined(separator: ", "))"]))
        }
        if limit.bucket?.every.milliseconds == 0 || limit.minimumGap?.milliseconds == 0 {
            found.append(
                Diagnostic(
                    .limitEmpty, "a time of limit `\(limit.handle)` is zero, which limits nothing", at: limit.span))
        }
    }

    private func cycles(_ input: RuleInput, _ found: inout [Diagnostic]) {
        let limits = input.manifest.limits
        for circle in CircleSearch.circles(limits.handles, edges: { limits[$0]?.suppresses ?? [] }) {
            found.append(
                Diagnostic(
                    .limitCycle, "`\(circle.edge.handle)` would suppress itself", at: circle.edge.span,
                    notes: [.init("the circle is \(circle.words)")]))
        }
    }

    // MARK: Uses

    private func check(
        _ use: LimitUse, of tool: ToolDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        guard let limit = input.manifest.limits[use.limit.handle], limit.knows("key") else { return }
        guard let key = use.keys.first else {
            if limit.hasKey {
                found.append(
                    Diagnostic(
                        .limitKey, "limit `\(limit.handle)` has keys, and this use does not say which",
                        at: use.limit.span, notes: [.init("declared here", at: limit.span)],
                        help: ["name an input: `key: channel.identifier_value`"]))
            }
            return
        }
        guard limit.hasKey else {
            found.append(
                Diagnostic(
                    .limitKey, "limit `\(limit.handle)` has no keys", at: key.span,
                    notes: [.init("declared here", at: limit.span)], help: ["say `key: true` on the limit"]))
            return
        }
        guard input.manifest.knowsInputs(of: tool) else { return }
        for (path, key) in zip(use.keyPaths, use.keys) {
            follow(path, at: key.span, from: tool, input.manifest, &found)
        }
    }

    /// Goes along the handles of a key to a value that can be one.
    private func follow(
        _ path: [String], at span: SourceSpan, from tool: ToolDeclaration, _ manifest: Manifest,
        _ found: inout [Diagnostic]
    ) {
        var fields = manifest.inputFields(of: tool)
        var offset = 0
        var owner = "tool `\(tool.handle)` has no input"
        for (index, handle) in path.enumerated() {
            guard let field = fields[handle] else {
                let place = span.part(offset, handle.utf8.count)
                found.append(.unknownReference("\(owner) `\(handle)`", handle, fields.handles, at: place))
                return
            }
            let type = manifest.resolved(field.type)
            guard !type.isUnknown else { return }
            if index < path.count - 1 {
                guard case .record(let record) = type, let next = manifest.record(record) else {
                    found.append(
                        Diagnostic(.limitKey, "`\(handle)` is \(type.spelling), which has no fields", at: span))
                    return
                }
                guard next.knows("fields") else { return }
                fields = next.fields
                owner = "type `\(record)` has no field"
                offset += handle.utf8.count + 1
            } else if !type.canBeKey {
                found.append(Diagnostic(.limitKey, "a key cannot be of type \(type.spelling)", at: span))
            }
        }
    }

    private func unused(_ input: RuleInput, _ found: inout [Diagnostic]) {
        guard !input.brokenSections.contains("tools"), input.manifest.tools.allSatisfy({ input.isSound($0.heading.body) })
        else { return }
        let used = Set(input.manifest.tools.flatMap(\.limits).map(\.limit.handle))
        for limit in input.manifest.limits where !used.contains(limit.handle) {
            found.append(
                Diagnostic(.limitUnused, "no tool counts against limit `\(limit.handle)`", at: limit.span))
        }
    }
}

extension ValueType {
    /// Whether values of the type are short texts or whole numbers, which keep keys apart.
    fileprivate var canBeKey: Bool {
        switch self {
        case .scalar(let scalar): [.string, .integer, .date, .datetime, .boolean].contains(scalar)
        case .modelID: true
        default: false
        }
    }
}
