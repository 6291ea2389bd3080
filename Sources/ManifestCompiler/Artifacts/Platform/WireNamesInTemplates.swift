/// What the paths of templates are called in the platform's data.
struct WireNamesInTemplates {
    let context: GenerationContext
    var scope: TemplateScope
    /// Inside of a list its fields stand bare in the language, and behind `item` on the platform.
    private var isInsideList = false
    /// The variables of the loops around, innermost last.
    private var loops: [(name: Substring, type: TemplateType)] = []

    init(context: GenerationContext, scope: TemplateScope) {
        self.context = context
        self.scope = scope
    }

    /// The path with every field's name on the wire; words that are no paths stay as they are.
    func renamed(_ path: Substring) -> String {
        if path == "path" || path.hasPrefix("path."), loops.allSatisfy({ $0.name != "path" }) {
            return "path_params" + path.dropFirst(4)
        }
        return resolved(path).name
    }

    /// Knows the variable of `for x in path` from there to `endfor`.
    ///
    /// - Parameter words: Those of the tag that has been passed.
    mutating func follow(_ words: [Substring]) {
        if words.count >= 4, words[0] == "for", words[2] == "in" {
            loops.append((words[1], element(of: words[3])))
        } else if words.first == "endfor" {
            _ = loops.popLast()
        }
    }

    /// The names inside of a list of what the path leads to: `item`, and its fields bare.
    func inside(_ path: String) -> WireNamesInTemplates {
        var inner = self
        inner.isInsideList = true
        inner.scope = context.scope(inside: scope, of: TypedExpression(.code("item"), element(of: path[...])))
        return inner
    }

    private func element(of path: Substring) -> TemplateType {
        if case .list(let element) = resolved(path).type { element } else { .unknown }
    }

    private func resolved(_ path: Substring) -> (name: String, type: TemplateType) {
        var parts = path.split(separator: ".", omittingEmptySubsequences: false)[...]
        guard let root = parts.popFirst() else { return (String(path), .unknown) }
        let field = scope.field(String(root))
        var names = [field?.wireName ?? String(root)]
        if field != nil, isInsideList, loops.allSatisfy({ $0.name != root }) { names.insert("item", at: 0) }
        var type = TemplateType.unknown
        if let loop = loops.last(where: { $0.name == root }) {
            type = loop.type
        } else {
            switch scope.entry(String(root), context) {
            case .value(let value)?: type = value.type
            case .namespace(let members)?:
                guard let part = parts.popFirst() else { break }
                names.append(String(part))
                type = members[String(part)]?.type ?? .unknown
            case .texts?, .capabilities?, .unknown?, nil: break
            }
        }
        for part in parts {
            switch type {
            case .list(let element):
                names.append(String(part))
                type = element
            case .id(let model): type = add(part, of: .model(model), to: &names)
            default: type = add(part, of: type, to: &names)
            }
        }
        return (names.joined(separator: "."), type)
    }

    private func add(_ part: Substring, of type: TemplateType, to names: inout [String]) -> TemplateType {
        let field = context.fields(of: type).first { $0.handle == part }
        names.append(field?.wireName ?? String(part))
        return field.map(context.templateType) ?? .unknown
    }
}
