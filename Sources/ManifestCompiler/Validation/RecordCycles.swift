/// A record may contain itself only through a list, a map, an optional or a union with another case; and `owner.field`
/// types must end.
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
        /// Of which there is a value that ends.
        private let finite: Set<String>
        private var done: Set<String> = []
        private var stack: [String] = []
        private var followed: Set<FieldPath> = []

        init(manifest: Manifest) {
            self.manifest = manifest
            finite = Self.finiteTypes(of: manifest)
        }

        mutating func visit(_ record: RecordDeclaration) {
            guard !done.contains(record.handle), !finite.contains(record.handle) else { return }
            stack.append(record.handle)
            for (next, span) in Self.parts(of: record) where !finite.contains(next) {
                guard let target = manifest.record(next) else { continue }
                if let start = stack.firstIndex(of: next) {
                    report(from: start, at: span, next)
                } else if stack.count < 1_000 {
                    visit(target)
                }
            }
            stack.removeLast()
            done.insert(record.handle)
        }

        /// What a value of a type has in it: each of them in a record, one of them in a union.
        private static func parts(of record: RecordDeclaration) -> [(handle: String, span: SourceSpan)] {
            let fields = record.fields.compactMap { field -> (String, SourceSpan)? in
                guard field.requirement != .optional, case .record(let next) = field.type else { return nil }
                return (next, field.typeSpan)
            }
            return fields + record.cases.compactMap(\.payload).map { ($0.handle, $0.span) }
        }

        private static func finiteTypes(of manifest: Manifest) -> Set<String> {
            let records = manifest.declaredRecords
            let declared = Set(records.map(\.handle))
            var finite: Set<String> = []
            var isGrowing = true
            while isGrowing {
                isGrowing = false
                for type in records where !finite.contains(type.handle) {
                    let ends = parts(of: type).map { !declared.contains($0.handle) || finite.contains($0.handle) }
                    let isEmptyCase = type.cases.contains { $0.payload == nil }
                    guard type.isUnion ? isEmptyCase || ends.contains(true) : ends.allSatisfy(\.self) else { continue }
                    finite.insert(type.handle)
                    isGrowing = true
                }
            }
            return finite
        }

        private mutating func report(from start: Int, at span: SourceSpan, _ next: String) {
            let circle = (stack[start...] + [next]).map { "`\($0)`" }.joined(separator: " → ")
            found.append(
                Diagnostic(
                    .typeCycle, "`\(next)` would contain itself without end", at: span,
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
