/// Makes a ``Manifest`` of what the grammar let through.
///
/// Names of types are looked up here, because a type is nothing before that; all other references stay handles
/// and are checked by a rule. Where something was reported, the assembler fills in the least that lets the rest
/// be checked; such a manifest is never handed out.
struct ManifestAssembler {
    let sources: [String: SourceText]
    var symbols: SymbolTable
    var diagnostics = DiagnosticCollector()
    /// Variables that connections' `store` writes, with the connections.
    var stored: [String: [String]] = [:]

    /// The manifest's files; more are opened as values name them.
    var files: OpenedFiles

    /// - Parameter symbols: What types can name before the manifest declares anything.
    init(
        sources: [String: SourceText], files: OpenedFiles = .none, symbols: SymbolTable = PredeclaredContracts.symbols
    ) {
        self.sources = sources
        self.files = files
        self.symbols = symbols
    }

    mutating func assemble(_ root: DecodedBlock) -> Manifest {
        symbols.collect(root)
        var manifest = Manifest(header: header(root))
        manifest.connections = declarations(root, "connections") { $0.connection($1) }
        manifest.environment = environment(root.block("env"))
        if root.doubtful.contains("env") { manifest.environment.isWhole = false }
        let domains = root.list("outgoing_domains")
        manifest.outgoingDomains = domains.compactMap { outgoingDomain($0) }
        if manifest.outgoingDomains.count < domains.count { symbols.brokenSections.insert("outgoing_domains") }
        manifest.types = declarations(root, "types") { $0.record($1) }
        manifest.models = declarations(root, "models") { $0.model($1) }
        manifest.relationships = declarations(root, "relationships") { $0.relationship($1) }
        manifest.models = manifest.models.withReferences(of: manifest.relationships)
        if root.doubtful.contains("relationships")
            || manifest.relationships.contains(where: { !$0.knows("from", "to", "cardinality") }) {
            manifest.models = manifest.models.doubtingFields
        }
        manifest.entities = declarations(root, "entities") { $0.entity($1) }
        manifest.events = declarations(root, "events") { $0.event($1) }
        manifest.tools = declarations(root, "tools") { $0.tool($1) }
        manifest.webhooks = declarations(root, "webhooks") { $0.webhook($1) }
        manifest.subscriptions = declarations(root, "subscriptions") { $0.subscription($1) }
        manifest.channels = declarations(root, "channels") { $0.channel($1) }
        manifest.hooks = hooks(root.block("hooks"))
        manifest.pages = declarations(root, "pages") { $0.page($1, in: manifest) }
        manifest.navigation = root.block("navigation").map { navigation($0) }
        manifest.signals = declarations(root, "signals") { $0.signal($1) }
        manifest.setup = declarations(root, "setup") { $0.setupStep($1) }
        manifest.workflows = declarations(root, "workflows") { $0.workflow($1) }
        manifest.agents = declarations(root, "agents") { $0.agent($1) }
        manifest.links = declarations(root, "links") { $0.platformLink($1) }
        manifest.limits = declarations(root, "limits") { $0.limit($1) }
        manifest.schedules = declarations(root, "schedules") { $0.schedule($1) }
        manifest.batchOperations = declarations(root, "batch_operations") { $0.batchOperation($1) }
        manifest.sequencers = declarations(root, "sequencers") { $0.sequencer($1) }
        manifest.uses = root.texts("uses").compactMap { text in
            PlatformService(rawValue: text.text).map { ServiceUse(service: $0, span: text.span) }
        }
        manifest.extensions = root.extensions
        return manifest
    }

    private mutating func header(_ root: DecodedBlock) -> ManifestHeader {
        if let version = root.integer("manifest"), version != Grammar.languageVersion, let value = root["manifest"] {
            diagnostics.report(
                .languageVersion, "this compiler knows version \(Grammar.languageVersion) of the manifest language",
                at: value.span)
        }
        let spelling = root.texts("spelling")
        return ManifestHeader(
            languageVersion: root.integer("manifest") ?? 1, handle: root.string("handle") ?? "",
            name: root.string("name") ?? "", version: root.string("version") ?? "",
            description: root.string("description"), spelling: spelling.map(\.text), span: root.span,
            handleSpan: root.text("handle")?.span ?? root.span.lowerBound, spellingSpans: spelling.map(\.span))
    }

    private mutating func declarations<Element: Declaration>(
        _ root: DecodedBlock, _ section: String, _ make: (inout Self, DecodedEntry) -> Element
    ) -> Declarations<Element> {
        var result = Declarations<Element>()
        for entry in root.map(section) { result.append(make(&self, entry)) }
        return result
    }

    // MARK: What everything has

    /// The heading of a declared thing; only the handle if its value was reported.
    func heading(_ entry: DecodedEntry) -> Heading {
        var heading = Heading(handle: entry.key.text, span: entry.key.span, body: entry.span)
        switch entry.value {
        case .block(let block): fill(&heading, block)
        case .invalid: heading.doubts = .everything
        default: break
        }
        if entry.key.isRepeated { heading.doubts = .everything }
        return heading
    }

    func fill(_ heading: inout Heading, _ block: DecodedBlock) {
        heading.label = block.string("label")
        heading.description = block.string("description")
        heading.icon = block.string("icon")
        heading.wireOverride = block.string("wire")
        heading.wireSpan = block["wire"]?.span
        heading.formerHandle = block.reference("was")
        heading.extensions = block.extensions
        heading.doubts = Doubts(block.doubtful)
        if let deprecated = block.block("deprecated") {
            heading.deprecation = Deprecation(
                since: deprecated.string("since"), use: deprecated.string("use"), reason: deprecated.string("reason"))
        }
    }

    /// An empty block for things whose value was reported.
    func block(_ entry: DecodedEntry, _ name: BlockName) -> DecodedBlock {
        if case .block(let block) = entry.value { return block }
        return DecodedBlock(name: name, span: entry.key.span)
    }

    /// The template in a text, if it has one.
    func template(_ node: Node) -> TemplateSource? {
        guard let scalar = node.scalar, scalar.text.contains("{{") || scalar.text.contains("{%"),
            let source = sources[node.span.file]
        else { return nil }
        return TemplateMapping(source: source).template(scalar, node.span, kind: .template)
    }

    func navigation(_ block: DecodedBlock) -> NavigationDeclaration {
        let sections = block.list("sections").blocks.map { section in
            let items = section.list("items").compactMap { item -> NavigationItem? in
                switch item {
                case .text(let text):
                    NavigationItem(target: .page(Reference(text.text, at: text.span)), span: text.span)
                case .block(let block): navigationItem(block)
                default: nil
                }
            }
            return NavigationSection(title: section.string("title"), items: items, span: section.span)
        }
        var groups = Declarations<PageGroup>()
        for entry in block.map("groups") {
            groups.append(PageGroup(heading: heading(entry), title: self.block(entry, .navigationGroup).template("title")))
        }
        return NavigationDeclaration(
            sections: sections, saysSections: block["sections"] != nil || block.doubtful.contains("sections"),
            groups: groups, span: block.span)
    }

    private func navigationItem(_ block: DecodedBlock) -> NavigationItem? {
        let target: NavigationItem.Target
        if let page = block.reference("page") {
            target = .page(page)
        } else if let link = block.text("link") {
            target = .link(link.text)
        } else {
            return nil
        }
        return NavigationItem(
            target: target, label: block.string("label"), icon: block.string("icon"),
            condition: block.template("when"), span: block.span)
    }
}
