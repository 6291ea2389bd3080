extension DiagnosticCode {
    static let eventPrefix = DiagnosticCode(
        "event.prefix", "An event has the name of a group of events, which Swift cannot tell apart.")
    static let capabilityPrefix = DiagnosticCode(
        "capability.prefix", "A capability has the name of a group of capabilities.")
}

/// Finds the dotted names for which there is no place in Swift: one that is the beginning of another, and two of one
/// spelling (rulings 92 and 113).
func checkDottedNames(_ manifest: Manifest, _ names: SwiftNames) -> [Diagnostic] {
    var events = DottedScope(kind: "event", prefixCode: .eventPrefix, names: names, endsInType: true)
    for event in manifest.events { events.declare(event.handle, at: event.span) }
    var capabilities = DottedScope(kind: "capability", prefixCode: .capabilityPrefix, names: names, endsInType: false)
    for capability in manifest.capabilities { capabilities.declare(capability.handle, at: capability.span) }
    return events.diagnostics + capabilities.diagnostics + hidden(manifest, names)
}

/// Types of payloads that are not seen from where the payload stands, because something there has the same name.
private func hidden(_ manifest: Manifest, _ names: SwiftNames) -> [Diagnostic] {
    var members: [String: Set<String>] = [:]
    for event in manifest.events {
        var outer = ""
        for segment in event.segments {
            members[outer, default: []].insert(names.namespace(segment))
            outer += segment + "."
        }
    }
    let entities = Set(manifest.entities.map { names.namespace($0.handle) })
    var found: [Diagnostic] = []
    func check(_ fields: Declarations<FieldDeclaration>, _ taken: Set<String>, _ place: String) {
        for field in fields {
            let type: String
            switch manifest.resolved(field.type).core {
            case .record(let handle): type = names.record(handle)
            case .model(let handle), .modelID(let handle): type = names.model(handle)
            default: continue
            }
            guard let first = type.split(separator: ".").first, taken.contains(String(first)) else { continue }
            found.append(
                Diagnostic(
                    .nameClash, "`\(first)` in Swift is \(place) here, not the type of `\(field.handle)`",
                    at: field.typeSpan, help: ["choose another handle for one of them"]))
        }
    }
    for event in manifest.events {
        let outer = event.segments.dropLast().map { $0 + "." }.joined()
        check(event.payload, members[outer] ?? [], "a name beside the event")
    }
    for entity in manifest.entities { check(entity.fields, entities, "an entity") }
    return found
}

extension ValueType {
    /// What lists and maps are of.
    fileprivate var core: ValueType {
        switch self {
        case .list(let element), .map(let element): element.core
        default: self
        }
    }
}

/// The names of one kind that are joined by dots, as the tree of Swift's namespaces.
private struct DottedScope {
    let kind: String
    let prefixCode: DiagnosticCode
    let names: SwiftNames
    /// Whether the last part names a type, as all before it do, and no constant.
    let endsInType: Bool
    /// What is declared under a path in Swift.
    private var declared: [String: (handle: String, span: SourceSpan)] = [:]
    /// The first thing below a path in Swift, and the path as it was written.
    private var groups: [String: (handle: String, span: SourceSpan, written: String)] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(kind: String, prefixCode: DiagnosticCode, names: SwiftNames, endsInType: Bool) {
        self.kind = kind
        self.prefixCode = prefixCode
        self.names = names
        self.endsInType = endsInType
    }

    mutating func declare(_ handle: String, at span: SourceSpan) {
        let segments = handle.split(separator: ".").map(String.init)
        var path = ""
        var written = ""
        for segment in segments.dropLast() {
            let name = names.namespace(segment)
            guard isFree(name, handle, span) else { return }
            path += "." + name
            written += (written.isEmpty ? "" : ".") + segment
            if let shorter = declared[path] {
                prefix(shorter.handle, of: handle, at: span, shorter.handle, shorter.span)
                return
            }
            if let group = groups[path], group.written != written {
                clash(handle, span, "\(kind) `\(group.handle)`", group.span, String(path.dropFirst()))
                return
            }
            if groups[path] == nil { groups[path] = (handle, span, written) }
        }
        let last = names.namespace(segments.last ?? "")
        guard !endsInType || isFree(last, handle, span) else { return }
        path += "." + last
        if let longer = groups[path] {
            prefix(handle, of: longer.handle, at: span, longer.handle, longer.span)
        } else if let first = declared[path] {
            clash(handle, span, "\(kind) `\(first.handle)`", first.span, String(path.dropFirst()))
        } else {
            declared[path] = (handle, span)
        }
    }

    private mutating func isFree(_ name: String, _ handle: String, _ span: SourceSpan) -> Bool {
        guard ReservedNames.nestedTypes.contains(name) else { return true }
        diagnostics.append(
            Diagnostic(
                .nameReserved, "\(kind) `\(handle)` would need the name `\(name)` in Swift, and that name is taken",
                at: span))
        return false
    }

    private mutating func prefix(
        _ shorter: String, of longer: String, at span: SourceSpan, _ other: String, _ otherSpan: SourceSpan
    ) {
        diagnostics.append(
            Diagnostic(
                prefixCode, "\(kind) `\(shorter)` has the name under which \(kind) `\(longer)` stands", at: span,
                notes: [.init("\(kind) `\(other)` is declared here", at: otherSpan)],
                help: ["give `\(shorter)` a name of its own, for example `\(shorter).done`"]))
    }

    private mutating func clash(
        _ handle: String, _ span: SourceSpan, _ other: String, _ otherSpan: SourceSpan, _ name: String
    ) {
        diagnostics.append(
            Diagnostic(
                .nameClash, "\(kind) `\(handle)` and \(other) are both called `\(name)` in Swift", at: span,
                notes: [.init("\(other) is declared here", at: otherSpan)],
                help: ["choose another name for one of them"]))
    }
}
