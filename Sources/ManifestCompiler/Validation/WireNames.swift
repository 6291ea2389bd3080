/// A name on the wire is a text that can be written there, and unique in its record.
struct WireNames: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for type in input.manifest.types {
            check(type.fields, "type `\(type.handle)`", &found)
            check(type.cases, "union `\(type.handle)`", &found)
        }
        for model in input.manifest.models { check(model.fields, "model `\(model.handle)`", &found) }
        for tool in input.manifest.tools {
            for payload in [tool.input, tool.output].compactMap(\.self) {
                if let fields = input.manifest.fields(of: payload) { check(fields, "tool `\(tool.handle)`", &found) }
            }
        }
        for operation in input.manifest.batchOperations {
            for payload in [operation.input, operation.state].compactMap(\.self) {
                if let fields = input.manifest.fields(of: payload) {
                    check(fields, "batch operation `\(operation.handle)`", &found)
                }
            }
        }
        check(input.manifest.tools, "the manifest", &found)
        check(input.manifest.limits, "the manifest", &found)
        check(input.manifest.schedules, "the manifest", &found)
        check(input.manifest.batchOperations, "the manifest", &found)
        check(input.manifest.sequencers, "the manifest", &found)
        return found
    }

    static func isWritable(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    private func check(_ things: Declarations<some Declaration>, _ owner: String, _ found: inout [Diagnostic]) {
        guard things.contains(where: { $0.heading.wireOverride != nil }) else { return }
        var first: [String: SourceSpan] = [:]
        for thing in things {
            if let name = thing.heading.wireOverride, !Self.isWritable(name), let span = thing.heading.wireSpan,
                !found.contains(where: { $0.span == span })
            {
                found.append(
                    Diagnostic(.wireInvalid, "a wire name is a text without control characters, and not empty", at: span))
            }
            if let earlier = first[thing.wireName] {
                found.append(
                    Diagnostic(
                        .wireDuplicate, "\(owner) has two things with the wire name `\(thing.wireName)`",
                        at: thing.span,
                        notes: [.init("the other is here", at: earlier)]))
            } else {
                first[thing.wireName] = thing.span
            }
        }
    }
}
