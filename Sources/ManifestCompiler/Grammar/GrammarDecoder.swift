/// Checks a tree of nodes against the grammar and gives it shape.
///
/// Everything that the table of keys can know is reported here, all at once; what comes back has only known
/// keys with values of the right shape, and ``Decoded/invalid(_:)`` where something was reported.
struct GrammarDecoder {
    private let sources: [String: SourceText]
    private(set) var diagnostics = DiagnosticCollector()
    /// Which warnings are meant so, and where.
    private(set) var acceptances: [Acceptance] = []

    init(sources: [String: SourceText]) { self.sources = sources }

    /// Decodes a whole file.
    mutating func root(_ node: Node) -> DecodedBlock? {
        guard let mapping = node.mapping, let rule = Grammar.blocks[.manifest] else {
            diagnostics.report(.valueShape, "a manifest is a map of keys to values", at: node.span)
            return nil
        }
        return block(mapping, rule, node.span, anchor: node.span.lowerBound)
    }

    // MARK: Blocks

    private mutating func block(
        _ mapping: Mapping, _ rule: BlockRule, _ span: SourceSpan, anchor: SourceSpan
    ) -> DecodedBlock {
        var result = DecodedBlock(name: rule.name, span: span)
        result.values.reserveCapacity(mapping.entries.count)
        var excused: Set<String> = []
        var hasListWithoutBrackets = false
        lazy var present = Set(mapping.entries.map(\.key.text))
        for (index, entry) in mapping.entries.enumerated() {
            let name = entry.key.text
            if name.hasPrefix("x-") {
                result.extensions.append(ManifestValue.Entry(key: name, value: ManifestValue(entry.value)))
            } else if let key = rule.key(name) {
                hasListWithoutBrackets = key.value.isList && listWithoutBrackets(mapping, index)
                if hasListWithoutBrackets {
                    result.doubtful.insert(name)
                    result.values.append((name, entry.key.span, .invalid(entry.value.span)))
                    continue
                }
                let value = self.value(entry, key.value, in: rule)
                result.values.append((name, entry.key.span, value))
                if value.isDoubtful || entry.key.isRepeated { result.doubtful.insert(name) }
                if case .list(.reference(.warning)) = key.value { accept(value, on: span, from: anchor) }
            } else if let others = rule.others {
                if case .template = others, let mapping = entry.value.mapping, !mapping.isChoice {
                    diagnostics.report(
                        .valueShape, "`\(name)` takes \(others.wish), not a map", at: entry.value.span,
                        help: ["\(rule.title) is \(rule.documentation.sentencePart)"])
                    continue
                }
                result.others.append(DecodedEntry(key: entry.key, value: self.value(entry, others, in: rule)))
            } else if isCutOff(mapping, index) {
                if !hasListWithoutBrackets { commaInProse(mapping, index) }
            } else if rule.holdsFields, present.isDisjoint(with: ["fields", "one_of"]), !rule.isMeant(name) {
                if excused.insert("fields").inserted { looseField(entry, rule) }
            } else {
                excused.formUnion(unknown(entry, rule, present))
            }
        }
        for key in excused where result[key] == nil { result.doubtful.insert(key) }
        for key in rule.requiredKeys where !excused.contains(key) && result[key] == nil {
            result.doubtful.insert(key)
            diagnostics.report(
                .keyMissing, "\(rule.title) needs the key `\(key)`", at: anchor,
                help: rule.key(key).map { [$0.wish] } ?? [])
        }
        return result
    }

    private mutating func accept(_ codes: Decoded, on span: SourceSpan, from anchor: SourceSpan) {
        guard case .list(let codes, _) = codes else { return }
        // A thing that an alias stands for is written elsewhere than its handle.
        let start = anchor.isInFile(of: span) ? min(anchor.start, span.start) : span.start
        let thing = span.moved(from: start, to: span.end)
        for case .text(let code) in codes {
            acceptances.append(Acceptance(code: code.text, span: code.span, thing: thing))
        }
    }

    /// Reports a key that is not known here; returns the keys that may be missing because of it.
    private mutating func unknown(_ entry: Mapping.Entry, _ rule: BlockRule, _ present: Set<String>) -> [String] {
        let name = entry.key.text
        if let place = rule.misplaced[name] {
            diagnostics.report(
                .keyMisplaced, "`\(name)` is a key of \(place), not of \(rule.title)", at: entry.key.span,
                help: name == "required" ? ["here a type T must be given, and 'T?' may be left out"] : [])
            return []
        }
        let candidates = rule.keys.map(\.name).filter { !present.contains($0) }
        guard let meant = Suggestion.nearest(to: name, among: candidates) ?? Repairs.key(name, among: candidates) else {
            let inner = rule.innerKeys(meantBy: name).map { "`\($0)`" }.joined(separator: ", ")
            diagnostics.report(
                .keyUnknown, "\(rule.title) has no key `\(name)`", at: entry.key.span,
                help: [inner.isEmpty ? "its keys are \(rule.listOfKeys)" : "further in there is \(inner)"])
            return []
        }
        diagnostics.report(
            .keyUnknown, "\(rule.title) has no key `\(name)`; did you mean `\(meant)`?", at: entry.key.span,
            fixIts: [.init("replace with `\(meant)`", replacing: entry.key.span, with: meant)])
        return [meant]
    }

    /// Ruling 121: `{ description: Hello, world }` has a key `world` without a value.
    private func isCutOff(_ mapping: Mapping, _ index: Int) -> Bool {
        guard mapping.isFlow, index > 0, mapping.entries[index].value.scalar?.isMissing == true else { return false }
        // A sentence of more commas is none.
        let previous = mapping.entries[max(0, index - 32)..<index].last { $0.value.scalar?.isMissing != true }
        return previous?.value.scalar?.style == .plain
    }

    /// Says once, at the first of the keys that are no keys, what has been cut off.
    private mutating func commaInProse(_ mapping: Mapping, _ index: Int) {
        let previous = mapping.entries[index - 1]
        guard previous.value.scalar?.isMissing == false else { return }
        let rest = mapping.entries[index...].prefix { $0.value.scalar?.isMissing == true }
        let entry = mapping.entries[index]
        let help = "quote the text of `\(previous.key.text)`"
        var whole = previous.value.span
        whole.end = max(whole.end, rest.last?.key.span.end ?? whole.end)
        let fixIt = sources[whole.file]?.text(whole).map {
            Diagnostic.FixIt(help, replacing: whole, with: YAMLText.quoted($0))
        }
        diagnostics.report(
            .valueComma, "a comma ends the text before it, so `\(entry.key.text)` is read as a key without a value",
            at: entry.key.span, help: fixIt == nil ? [help] : [], fixIts: fixIt.map { [$0] } ?? [])
    }

    /// `{ options: A, B }`: what should be a list has lost its brackets, and reads as keys without values.
    private mutating func listWithoutBrackets(_ mapping: Mapping, _ index: Int) -> Bool {
        let entry = mapping.entries[index]
        let rest = mapping.entries[(index + 1)...].prefix { $0.value.scalar?.isMissing == true }
        guard mapping.isFlow, entry.value.scalar?.style == .plain, let last = rest.last else { return false }
        var whole = entry.value.span
        whole.end = last.key.span.end
        let fixIt = sources[whole.file]?.text(whole).map {
            Diagnostic.FixIt("write a list: `[\($0)]`", replacing: whole, with: "[\($0)]")
        }
        diagnostics.report(
            .valueComma, "`\(entry.key.text)` takes a list, and a list has brackets", at: entry.value.span,
            fixIts: fixIt.map { [$0] } ?? [])
        return true
    }

    /// Said once of a thing whose fields stand where its keys should.
    private mutating func looseField(_ entry: Mapping.Entry, _ rule: BlockRule) {
        diagnostics.report(
            .keyUnknown, "\(rule.title) has no key `\(entry.key.text)`", at: entry.key.span,
            help: ["if it is a field, write `fields:` above it and indent the fields"])
    }

    // MARK: Values

    private mutating func value(_ entry: Mapping.Entry, _ rule: ValueRule, in block: BlockRule) -> Decoded {
        if case .map(let form, _) = rule, block.name == .manifest, form != .free,
            entry.value.mapping?.entries.isEmpty == true
        {
            diagnostics.report(
                .valueEmpty, "nothing is declared under `\(entry.key.text)`", at: entry.key.span,
                help: ["remove the key"])
            return .invalid(entry.key.span)
        }
        return value(entry.value, rule, key: entry.key)
    }

    private mutating func value(_ node: Node, _ rule: ValueRule, key: Mapping.Key) -> Decoded {
        if node.scalar?.isUnresolved == true { return .invalid(node.span) }
        if let scalar = node.scalar, scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.text) {
            diagnostics.report(
                .valueEmpty, "`\(key.text)` has no value", at: scalar.isMissing ? key.span : node.span,
                help: ["remove the key, or give it a value"])
            return .invalid(node.span)
        }
        if rule.takesTemplates, let mapping = node.mapping, mapping.isChoice { return choice(mapping, node.span, key) }
        switch rule {
        case .anything: return .anything(node)
        case .type: return type(node, key)
        case .list(let rule):
            guard let items = node.sequence else { return wrongShape(node, rule: .list(rule), key) }
            return .list(items.map { value($0, rule, key: key) }, node.span)
        case .oneOrMany(let rule):
            guard let items = node.sequence else { return value(node, rule, key: key) }
            return .list(items.map { value($0, rule, key: key) }, node.span)
        case .map(let form, let rule):
            guard let mapping = node.mapping else { return wrongShape(node, rule: .map(form, rule), key) }
            return map(mapping, form, rule, node.span)
        case .block(let name):
            guard let mapping = node.mapping, let blockRule = Grammar.blocks[name] else {
                return wrongShape(node, rule: rule, key)
            }
            let anchor =
                node.span.contains(key.span) || key.span.end <= node.span.start ? key.span : node.span.lowerBound
            return .block(block(mapping, blockRule, node.span, anchor: anchor))
        case .shapes(let text, let list, let map):
            let chosen =
                switch node.content {
                case .scalar: text
                case .sequence: list
                case .mapping: map
                }
            guard let chosen else { return wrongShape(node, rule: rule, key) }
            return value(node, chosen, key: key)
        case .byKey(let alternatives, let otherwise):
            guard let mapping = node.mapping else { return wrongShape(node, rule: otherwise, key) }
            let chosen = alternatives.first { alternative in
                mapping.entries.contains {
                    $0.key.text == alternative.key && (!alternative.needsMap || $0.value.mapping != nil)
                }
            }
            let inner = Mapping.Key(text: key.text, style: key.style, span: listItemAnchor(node, key))
            return value(node, chosen?.rule ?? otherwise, key: inner)
        case .oneOf(let kinds): return oneOf(node, kinds, key)
        default: return scalarValue(node, rule, key)
        }
    }

    /// Items of a list are reported at their own start, other values at their key.
    private func listItemAnchor(_ node: Node, _ key: Mapping.Key) -> SourceSpan {
        key.span.end <= node.span.start && key.span.end.line == node.span.start.line ? key.span : node.span.lowerBound
    }

    private mutating func map(_ mapping: Mapping, _ form: KeyForm, _ rule: ValueRule, _ span: SourceSpan) -> Decoded {
        var entries: [DecodedEntry] = []
        entries.reserveCapacity(mapping.entries.count)
        for (index, entry) in mapping.entries.enumerated() {
            let name = entry.key.text
            if form != .free, name.hasPrefix("x-") { continue }
            if isCutOff(mapping, index) {
                commaInProse(mapping, index)
                continue
            }
            switch form {
            case .handle where !TextForm.isHandle(name): invalidHandle(entry.key, name.snakeCased, TextForm.handle.wish)
            case .variable where !TextForm.isVariable(name):
                invalidHandle(
                    entry.key, name.snakeCased.uppercased(),
                    "variables are upper-case letters, digits and `_`, and begin with a letter")
            case .dotted where !TextForm.isDotted(name):
                invalidHandle(entry.key, name.dottedCased, TextForm.dottedName.wish)
            default: break
            }
            entries.append(DecodedEntry(key: entry.key, value: value(entry.value, rule, key: entry.key)))
        }
        return .map(entries, span)
    }

    private mutating func invalidHandle(_ key: Mapping.Key, _ better: String, _ wish: String) {
        let isBetter = TextForm.isDotted(better.lowercased())
        diagnostics.report(
            .handleInvalid, "`\(key.text)` is not a handle: \(wish)", at: key.span,
            fixIts: isBetter ? [.init("replace with `\(better)`", replacing: key.span, with: better)] : [])
    }

    private mutating func oneOf(_ node: Node, _ kinds: [KeyedRule], _ key: Mapping.Key) -> Decoded {
        let names = kinds.map(\.key).joined(separator: ", ")
        let entries = node.mapping?.entries.filter { !$0.key.text.hasPrefix("x-") } ?? []
        guard entries.count == 1 else {
            let chosen = entries.filter { entry in kinds.contains { $0.key == entry.key.text } }
            let extra = entries.first { $0.key.text != chosen.first?.key.text }
            let help =
                if chosen.count == 1, let extra { "write `\(extra.key.text)` inside `\(chosen[0].key.text)`" } else {
                    "the kinds are \(names)"
                }
            diagnostics.report(
                .valueShape, "this is a map with exactly one key, which says what it is",
                at: extra?.key.span ?? node.span, help: [help])
            return .invalid(node.span)
        }
        let entry = entries[0]
        guard let kind = kinds.first(where: { $0.key == entry.key.text }) else {
            let meant = Suggestion.nearest(to: entry.key.text, among: kinds.map(\.key))
            diagnostics.report(
                .keyUnknown, "there is no `\(entry.key.text)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""),
                at: entry.key.span, help: meant == nil ? ["the kinds are \(names)"] : [],
                fixIts: meant.map { [.init("replace with `\($0)`", replacing: entry.key.span, with: $0)] } ?? [])
            return .invalid(node.span)
        }
        return .map([DecodedEntry(key: entry.key, value: value(entry.value, kind.rule, key: entry.key))], node.span)
    }

    private mutating func type(_ node: Node, _ key: Mapping.Key) -> Decoded {
        let parser = TypeParser(sources: sources)
        do throws(TypeParser.Problem) {
            return .type(try parser.parse(node))
        } catch {
            var fixIts: [Diagnostic.FixIt] = []
            if let text = sources[node.span.file]?.text(node.span),
                let better = Repairs.type(node.scalar?.text ?? text)
            {
                fixIts.append(.init("replace with `\(better)`", replacing: node.span, with: better))
            }
            diagnostics.report(error.code, error.message, at: error.span, help: error.help, fixIts: fixIts)
            return .invalid(node.span)
        }
    }

    private func template(_ node: Node, _ kind: TemplateSource.Kind) -> TemplateSource? {
        guard let scalar = node.scalar, let source = sources[node.span.file] else { return nil }
        return TemplateMapping(source: source).template(scalar, node.span, kind: kind)
    }

    /// Ruling 25: `choose` stands wherever a text with templates may.
    private mutating func choice(_ mapping: Mapping, _ span: SourceSpan, _ key: Mapping.Key) -> Decoded {
        guard let rule = Grammar.blocks[.choose] else { return .invalid(span) }
        let block = block(mapping, rule, span, anchor: span.lowerBound)
        return TemplateChoice.template(block).map(Decoded.template) ?? .invalid(span)
    }

    private mutating func wrongShape(_ node: Node, rule: ValueRule, _ key: Mapping.Key) -> Decoded {
        let found =
            switch node.content {
            case .scalar: "a text"
            case .sequence: "a list"
            case .mapping: "a map"
            }
        var fixIts: [Diagnostic.FixIt] = []
        if case .list = rule, node.scalar?.style == .plain, let text = sources[node.span.file]?.text(node.span),
            !text.utf8.contains(where: { ",[]{}".utf8.contains($0) })
        {
            fixIts.append(.init("write a list: `[\(text)]`", replacing: node.span, with: "[\(text)]"))
        }
        var help = rule.outline(of: key.text).map { ["write `\($0)`"] } ?? []
        if case .map(let form, _) = rule, form != .free, node.sequence != nil {
            help = ["give each thing a handle as its key, and write no `-`"]
        }
        diagnostics.report(
            .valueShape, "`\(key.text)` takes \(rule.wish), not \(found)", at: node.span, help: help, fixIts: fixIts)
        return .invalid(node.span)
    }

    // MARK: Scalars

    private mutating func scalarValue(_ node: Node, _ rule: ValueRule, _ key: Mapping.Key) -> Decoded {
        guard let scalar = node.scalar else { return wrongShape(node, rule: rule, key) }
        let text = DecodedText(text: scalar.text, span: node.span)
        switch rule {
        case .template, .url: return template(node, .template).map(Decoded.template) ?? .invalid(node.span)
        case .condition: return template(node, .condition).map(Decoded.template) ?? .invalid(node.span)
        case .path: return template(node, .path).map(Decoded.template) ?? .invalid(node.span)
        case .boolean: return boolean(scalar, node.span, key)
        case .integer(let range): return integer(scalar, range, node.span, key)
        case .duration:
            guard let value = ManifestDuration(scalar.text) else {
                return malformed(
                    node, key, "a duration", "write a whole number and ms, s, m, h or d: 30s",
                    Repairs.duration(scalar.text))
            }
            return .duration(value, node.span)
        case .size:
            guard let value = ByteCount(scalar.text) else {
                return malformed(
                    node, key, "a size", "write a whole number and KB, MB or GB: 3MB", Repairs.size(scalar.text))
            }
            return .size(value, node.span)
        case .form(let form):
            guard form.matches(scalar.text) else {
                return malformed(node, key, form.noun, form.wish, Repairs.text(scalar.text, form))
            }
            if let doubt = form.doubt(about: scalar.text, at: node.span) { diagnostics.report(doubt) }
            return .text(text)
        case .words(let words): return word(text, words, key)
        default: return .text(text)
        }
    }

    private mutating func boolean(_ scalar: Scalar, _ span: SourceSpan, _ key: Mapping.Key) -> Decoded {
        if scalar.style == .plain, scalar.text == "true" { return .boolean(true, span) }
        if scalar.style == .plain, scalar.text == "false" { return .boolean(false, span) }
        let meant = Repairs.boolean(scalar.text)
        diagnostics.report(
            .valueBoolean, "`\(key.text)` takes true or false, not \(Self.words(scalar))", at: span,
            fixIts: meant.map { [.init("replace with `\($0)`", replacing: span, with: $0)] } ?? [])
        return .invalid(span)
    }

    /// The value as it is said; what is right but for its quotes has them named.
    private static func words(_ scalar: Scalar) -> String {
        scalar.style == .plain ? "`\(scalar.text)`" : "the quoted text `\(scalar.text)`"
    }

    private mutating func integer(
        _ scalar: Scalar, _ range: ClosedRange<Int64>, _ span: SourceSpan, _ key: Mapping.Key
    ) -> Decoded {
        guard scalar.style == .plain, case .integer(let value) = ManifestValue(plain: scalar.text) else {
            let meant = Repairs.integer(scalar.text).flatMap { text in
                Int64(text).flatMap { range.contains($0) ? text : nil }
            }
            diagnostics.report(
                .valueNumber, "`\(key.text)` takes a whole number, not \(Self.words(scalar))", at: span,
                fixIts: meant.map { [.init("replace with `\($0)`", replacing: span, with: $0)] } ?? [])
            return .invalid(span)
        }
        guard range.contains(value) else {
            diagnostics.report(
                .valueRange, "`\(key.text)` is from \(range.lowerBound) to \(range.upperBound), not \(value)", at: span)
            return .invalid(span)
        }
        return .integer(value, span)
    }

    private mutating func word(_ text: DecodedText, _ words: [String], _ key: Mapping.Key) -> Decoded {
        if words.contains(text.text) { return .text(text) }
        let meant =
            Suggestion.nearest(to: text.text, among: words) ?? Repairs.word(text.text, among: words)
            ?? Repairs.boolean(text.text).flatMap { words.contains($0) ? $0 : nil }
        diagnostics.report(
            .valueWord, "`\(key.text)` cannot be `\(text.text)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""),
            at: text.span, help: ["it is one of \(words.joined(separator: ", "))"],
            fixIts: meant.map { [.init("replace with `\($0)`", replacing: text.span, with: $0)] } ?? [])
        return .invalid(text.span)
    }

    private mutating func malformed(
        _ node: Node, _ key: Mapping.Key, _ what: String, _ wish: String, _ better: String?
    ) -> Decoded {
        diagnostics.report(
            .valueForm, "`\(node.scalar?.text ?? "")` is not \(what)", at: node.span, help: [wish],
            fixIts: better.map { [.init("replace with `\($0)`", replacing: node.span, with: $0)] } ?? [])
        return .invalid(node.span)
    }
}

extension String {
    /// As handles joined by dots would be written: `Calendar.EventCreated` is `calendar.event_created`.
    var dottedCased: String {
        split(separator: ".", omittingEmptySubsequences: false).map { String($0).snakeCased }.joined(separator: ".")
    }

    /// As a handle would be written: `SendWhatsApp` and `send-whats-app` are `send_whats_app`.
    var snakeCased: String {
        var result = ""
        var wasLower = false
        for scalar in unicodeScalars {
            if scalar.properties.isUppercase, wasLower { result += "_" }
            wasLower = scalar.properties.isLowercase || scalar.properties.numericType != nil
            result += scalar == "-" || scalar == " " || scalar == "." ? "_" : scalar.properties.lowercaseMapping
        }
        return result
    }
}
