@testable import ManifestCompiler

/// Makes manifests out of the grammar: values of the right shape for every key, and values of the wrong one.
///
/// What references name and which types fit is not looked at; the grammar does not know it either.
struct GrammarSample {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A manifest whose shape is right.
    mutating func manifest() -> ManifestValue { block(.manifest, depth: 0) }

    // MARK: Right values

    private mutating func block(_ name: BlockName, depth: Int) -> ManifestValue {
        guard let rule = Grammar.blocks[name] else { return .map([]) }
        var entries: [ManifestValue.Entry] = []
        for key in rule.keys {
            guard key.isRequired || (depth < 9 && Int.random(in: 0..<(depth + 2), using: &random) == 0) else { continue }
            entries.append(.init(key: key.name, value: value(key.value, depth: depth + 1)))
        }
        if let others = rule.others { entries.append(.init(key: "id", value: value(others, depth: depth + 1))) }
        if Bool.random(using: &random) { entries.append(.init(key: "x-note", value: .list([.integer(1)]))) }
        return .map(entries)
    }

    private mutating func value(_ rule: ValueRule, depth: Int) -> ManifestValue {
        switch rule {
        case .text, .prose, .template, .condition: pick([.text("some text"), .integer(404), .boolean(true), .decimal("1.50")])
        case .path, .url, .reference: .text("some_name")
        case .anything: pick([.text("a"), .decimal("2.5"), .list([]), .map([.init(key: "k", value: .boolean(false))])])
        case .boolean: .boolean(Bool.random(using: &random))
        case .integer(let range): pick([.integer(range.lowerBound), .integer(range.upperBound)])
        case .duration: pick([.text("30s"), .text("500ms"), .text("7d")])
        case .size: pick([.text("3MB"), .text("64KB")])
        case .form(let form): pick(Self.examples(of: form).map { .text($0) })
        case .words(let words): word(pick(words))
        case .type: type(pick([.text, .list, .map]))
        case .list(let rule): list(of: rule, depth: depth)
        case .oneOrMany(let rule):
            Bool.random(using: &random) ? value(rule, depth: depth) : list(of: rule, depth: depth)
        case .map(let form, let rule): map(form, rule, depth: depth)
        case .block(let name): block(name, depth: depth)
        case .shapes(let text, let list, let map): shaped(text, list, map, depth: depth)
        case .byKey(let kinds, let otherwise): keyed(kinds, otherwise, depth: depth)
        case .oneOf(let kinds):
            .map([pick(kinds)].map { .init(key: $0.key, value: value($0.rule, depth: depth + 1)) })
        }
    }

    private mutating func list(of rule: ValueRule, depth: Int) -> ManifestValue {
        let count = depth > 9 ? 0 : Int.random(in: 0...2, using: &random)
        return .list((0..<count).map { _ in value(rule, depth: depth + 1) })
    }

    private mutating func map(_ form: KeyForm, _ rule: ValueRule, depth: Int) -> ManifestValue {
        let keys =
            switch form {
            case .handle: ["a", "b_2"]
            case .variable: ["A", "B_2"]
            case .dotted: ["a", "a.b_2"]
            case .free: ["a b", "404"]
            }
        // A section needs something in it.
        let count = depth > 9 ? 1 : Int.random(in: 1...2, using: &random)
        return .map(keys.prefix(count).map { .init(key: $0, value: value(rule, depth: depth + 1)) })
    }

    private enum Shape: CaseIterable { case text, list, map }

    private mutating func shaped(
        _ text: ValueRule?, _ list: ValueRule?, _ map: ValueRule?, depth: Int
    ) -> ManifestValue {
        let rules = [(Shape.text, text), (.list, list), (.map, map)].compactMap { shape, rule in rule.map { (shape, $0) } }
        let (shape, rule) = pick(rules)
        switch rule {
        case .type: return type(shape)
        case .anything: return .text("anything")
        default: return value(rule, depth: depth)
        }
    }

    private mutating func keyed(_ kinds: [KeyedRule], _ otherwise: ValueRule, depth: Int) -> ManifestValue {
        guard let kind = kinds.randomElement(using: &random), Bool.random(using: &random),
            case .map(var entries) = value(kind.rule, depth: depth)
        else { return value(otherwise, depth: depth) }
        if !entries.contains(where: { $0.key == kind.key }), case .block(let name) = kind.rule,
            let key = Grammar.blocks[name]?.key(kind.key)
        {
            entries.append(.init(key: kind.key, value: value(key.value, depth: depth + 1)))
        }
        return .map(entries)
    }

    private mutating func type(_ shape: Shape) -> ManifestValue {
        switch shape {
        case .text: pick([.text("STRING"), .text("STRING?"), .text("[model.field]?"), .text("{ STRING: [a_b] }")])
        case .list: .list([.text("STRING")])
        case .map: .map([.init(key: "STRING", value: pick([.text("INTEGER"), .list([.text("busy")])]))])
        }
    }

    private func word(_ word: String) -> ManifestValue {
        ["true", "false"].contains(word) ? .boolean(word == "true") : .text(word)
    }

    private static func examples(of form: TextForm) -> [String] {
        switch form {
        case .handle: ["a", "a_b2"]
        case .variable: ["A", "META_APP_ID2"]
        case .version: ["1.0.0", "0.10.2-rc.1+build-5"]
        case .spelling: ["WhatsApp"]
        case .headerName: ["X-Hub-Signature-256"]
        case .payloadName: ["GraphAPI.WebhookPayload", "record"]
        case .order: ["a", "-created_at"]
        case .member: ["email_domain.addresses"]
        case .icon: ["message-square"]
        case .definition: ["phone", "system/opt_in"]
        case .swiftName: ["plus", "aB_c"]
        case .rate: ["80/s"]
        case .backoff: ["LINEAR", "30s"]
        case .inputPath, .dottedName: ["a", "channel.identifier_value"]
        case .platformName: ["a", "platform/contact"]
        case .requestSource: ["header.X-Sig", "form.token", "query.a-b", "json.a.b", "parsed.key_id"]
        case .routeSource: ["PAYLOAD", "form.To"]
        case .jsonPath: ["$", "$.events[*]", "$.a.b[*].c"]
        case .jsonMember: ["eventId", "meta.id"]
        case .filePath: ["agents/booking.md", "../a.md"]
        case .filePattern: ["pages/*.yaml", "**/*.yaml"]
        }
    }

    // MARK: Wrong values

    /// The value with one thing changed at a place that is picked; most changes break the shape, and some do not.
    mutating func changed(_ value: ManifestValue) -> ManifestValue {
        switch value {
        case .map(var entries):
            guard !entries.isEmpty, Int.random(in: 0..<4, using: &random) > 0 else {
                return changedKeys(entries)
            }
            let index = Int.random(in: 0..<entries.count, using: &random)
            entries[index].value = changed(entries[index].value)
            return .map(entries)
        case .list(var items) where !items.isEmpty && Bool.random(using: &random):
            let index = Int.random(in: 0..<items.count, using: &random)
            items[index] = changed(items[index])
            return .list(items)
        case .list, .text, .integer, .decimal, .boolean: return other(than: value)
        }
    }

    private mutating func changedKeys(_ entries: [ManifestValue.Entry]) -> ManifestValue {
        var entries = entries
        switch Int.random(in: 0..<4, using: &random) {
        case 0: entries.append(.init(key: "unheard_of", value: .text("x")))
        case 1: entries.append(.init(key: "Not-A-Handle", value: .text("x")))
        case 2 where !entries.isEmpty: entries.remove(at: Int.random(in: 0..<entries.count, using: &random))
        default: return other(than: .map(entries))
        }
        return .map(entries)
    }

    /// Another value. A number or a boolean never comes instead of what is none: where a text of a form is wanted the
    /// language looks at the spelling alone, and to a reader of JSON `true` is no handle.
    private mutating func other(than value: ManifestValue) -> ManifestValue {
        var others: [ManifestValue] = [.text("Some words, 1 2"), .list([.text("a"), .text("b")]), .map([]), .text("")]
        switch value {
        case .integer, .decimal, .boolean: others += [.integer(-7), .decimal("0.5"), .boolean(true)]
        case .text, .list, .map: break
        }
        return pick(others)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }
}
