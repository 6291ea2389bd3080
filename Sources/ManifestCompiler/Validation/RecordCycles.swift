/// A record may contain itself only through a list, a map or an optional; and `owner.field` types must end.
///
/// A circle is reported once, depth first in document order, at the field that closes it.
struct RecordCycles: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var search = Search(manifest: input.manifest)
        let records = input.manifest.declaredRecords
        for record in records { search.visit(record) }
        for record in records { for field in record.fields { search.follow(field, of: record.handle) } }
        for model in input.manifest.models { for field in model.fields { search.follow(field, of: model.handle) } }
        return search.found
    }

    private struct Search {
        let manifest: Manifest
        var found: [Diagnostic] = []
        private var done: Set<String> = []
        private var stack: [(record: String, field: FieldDeclaration?)] = []
        private var followed: Set<FieldPath> = []

        init(manifest: Manifest) { self.manifest = manifest }

        mutating func visit(_ record: RecordDeclaration) {
            guard !done.contains(record.handle) else { return }
            stack.append((record.handle, nil))
            for field in record.fields where field.requirement != .optional {
                guard case .record(let next) = field.type, let target = manifest.record(next) else { continue }
                stack[stack.count - 1].field = field
                if let start = stack.firstIndex(where: { $0.record == next }) {
                    report(from: start, closing: field, next)
                } else if stack.count < 1_000 {
                    visit(target)
                }
            }
            stack.removeLast()
            done.insert(record.handle)
        }

        private mutating func report(from start: Int, closing field: FieldDeclaration, _ next: String) {
            let circle = (stack[start...].map(\.record) + [next]).map { "`\($0)`" }.joined(separator: " → ")
            found.append(
                Diagnostic(
                    .typeCycle, "`\(next)` would contain itself without end", at: field.typeSpan,
                    notes: [.init("the circle is \(circle)")],
                    help: ["make the field optional, or a list"]))
        }

        /// Follows the `owner.field` types that begin at a field.
        mutating func follow(_ field: FieldDeclaration, of owner: String) {
            guard case .field = field.type.element else { return }
            let first = FieldPath(owner: owner, field: field.handle)
            guard !followed.contains(first) else { return }
            var trail: [FieldPath] = []
            var current = field
            var path = first
            while true {
                if let start = trail.firstIndex(of: path) {
                    let steps = (trail[start...] + [path]).map { "`\($0.owner).\($0.field)`" }
                    let circle = steps.joined(separator: " → ")
                    found.append(
                        Diagnostic(
                            .typeCycle, "the type of `\(field.handle)` is itself", at: current.typeSpan,
                            notes: [.init("the circle is \(circle)")]))
                    break
                }
                guard !followed.contains(path) else { break }
                trail.append(path)
                guard case .field(let next) = current.type.element, let target = manifest.field(at: next) else { break }
                path = next
                current = target
            }
            followed.formUnion(trail)
        }
    }
}
