/// No two pages answer one address; where a literal and a parameter overlap, the literal wins, with a warning.
struct Routes: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var shapes: [[String?]: PageDeclaration] = [:]
        for page in input.manifest.pages where !page.path.text.isEmpty && input.knowsPath(of: page) {
            let shape = Self.shape(page.path)
            if let other = shapes[shape] {
                found.append(
                    Diagnostic(
                        .routeDuplicate, "page `\(page.handle)` has the same address as `\(other.handle)`",
                        at: page.path.span, notes: [.init("the other is here", at: other.path.span)]))
            } else {
                shapes[shape] = page
            }
        }
        for (shape, page) in shapes where shape.contains(where: { $0 != nil }) {
            // A path with fewer parameters that this one's parameters would match.
            for mask in Self.generalisations(of: shape) {
                guard let general = shapes[mask] else { continue }
                found.append(
                    Diagnostic(
                        .routeShadowed, "`\(page.path.text)` takes addresses that `\(general.path.text)` would match",
                        at: page.path.span, notes: [.init("the other is here", at: general.path.span)]))
            }
        }
        return found
    }

    /// `nil` stands for a parameter.
    private static func shape(_ path: PagePath) -> [String?] {
        path.segments.map { if case .literal(let text) = $0 { text } else { nil } }
    }

    /// The shapes with more parameters; paths are short, and long ones are cut at eight literals.
    private static func generalisations(of shape: [String?]) -> [[String?]] {
        let literals = shape.indices.filter { shape[$0] != nil }.suffix(8)
        return (1..<(1 << literals.count)).map { mask in
            var general = shape
            for (bit, index) in literals.enumerated() where mask & (1 << bit) != 0 { general[index] = nil }
            return general
        }
    }
}
