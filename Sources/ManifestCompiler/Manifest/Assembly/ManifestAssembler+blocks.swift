extension ManifestAssembler {
    mutating func block(_ value: Decoded, in manifest: Manifest) -> Block? {
        guard case .map(let entries, _) = value, let entry = entries.first else { return nil }
        guard case .block(let block) = entry.value else { return shortBlock(entry) }
        let heading = blockHeading(block, entry.key.span, entry.span)
        switch block.name {
        case .card:
            let values = block.list("fields").compactMap { displayedValue($0) }
            let settings = block.list("fields").blocks.compactMap { setting($0, in: manifest) }
            return .card(
                CardBlock(
                    heading: heading, fields: values, settings: settings, actions: actions(block, in: manifest)))
        case .form:
            return .form(form(block, in: manifest, heading: heading))
        case .list:
            guard let from = block.template("from"), let item = block.block("item"), let label = item.template("label")
            else { return nil }
            return .list(
                ListBlock(
                    heading: heading, from: from, empty: empty(block["empty"]),
                    item: ListBlock.Item(
                        label: label, description: item.template("description"), badge: item.template("badge"),
                        link: link(item.block("link")), actions: actions(item, in: manifest))))
        case .recordBlock:
            guard let of = block.reference("of") else { return nil }
            return .record(
                RecordBlock(
                    heading: heading, of: of, fields: block.references("fields"), edit: block.references("edit"),
                    empty: empty(block["empty"]), actions: actions(block, in: manifest)))
        case .alert:
            return .alert(alert(block, heading))
        case .conversation:
            guard let channel = block.reference("channel") else { return nil }
            return .conversation(
                ConversationBlock(heading: heading, channel: channel, contact: block.template("contact")))
        case .table:
            guard let from = block.template("from") else { return nil }
            return .table(
                TableBlock(
                    heading: heading, from: from, columns: block.list("columns").compactMap { displayedValue($0) },
                    empty: empty(block["empty"]), link: link(block.block("link")),
                    actions: actions(block, in: manifest)))
        case .markdown: return block.template("text").map { .markdown(MarkdownBlock(heading: heading, text: $0)) }
        case .panel: return panel(block, heading)
        case .modelMapper:
            return block.reference("model").map { .modelMapper(ModelMapperBlock(heading: heading, model: $0)) }
        default: return nil
        }
    }

    /// A block that is not written as a map of its keys.
    private func shortBlock(_ entry: DecodedEntry) -> Block? {
        let heading = BlockHeading(span: entry.key.span, body: entry.span)
        switch entry.value {
        case .template(let text): return .markdown(MarkdownBlock(heading: heading, text: text))
        case .text(let text):
            return .modelMapper(ModelMapperBlock(heading: heading, model: Reference(text.text, at: text.span)))
        case .map(let entries, _):
            let values = entries.compactMap { entry -> ManifestValue.Entry? in
                guard case .anything(let node) = entry.value else { return nil }
                return ManifestValue.Entry(key: entry.key.text, value: ManifestValue(node))
            }
            return .raw(RawBlock(heading: heading, value: .map(values)))
        default: return nil
        }
    }

    private func panel(_ block: DecodedBlock, _ heading: BlockHeading) -> Block? {
        guard let kind: PanelBlock.Kind = block.word("kind") else { return nil }
        let shared: Set<String> = ["kind", "title", "description", "when"]
        return .panel(
            PanelBlock(
                heading: heading, kind: kind, operation: block.reference("operation"),
                entity: block.reference("entity"), events: block.references("events"),
                workflow: block.reference("workflow"), label: block.string("label"), icon: block.string("icon"),
                keys: block.values.filter { !shared.contains($0.key) }.map { Reference($0.key, at: $0.keySpan) }))
    }

    /// The row of `- setting: { … }`.
    private mutating func setting(_ entry: DecodedBlock, in manifest: Manifest) -> SettingRow? {
        guard entry.name == .settingEntry, let block = entry.block("setting"), let label = block.template("label"),
            let action = block.block("action").flatMap({ action($0, in: manifest) })
        else { return nil }
        return SettingRow(
            label: label, description: block.template("description"), condition: block.template("when"),
            action: action, span: entry.keySpan("setting") ?? entry.span)
    }

    private func blockHeading(_ block: DecodedBlock, _ span: SourceSpan, _ body: SourceSpan) -> BlockHeading {
        BlockHeading(
            title: block.template("title"), description: block.template("description"),
            condition: block.template("when"), span: span, body: body)
    }

    private func alert(_ block: DecodedBlock, _ heading: BlockHeading) -> AlertBlock {
        AlertBlock(
            heading: heading, icon: block.string("icon"), variant: block.word("variant") ?? .info)
    }

    private func empty(_ value: Decoded?) -> EmptyState? {
        switch value {
        case .template(let title)?: EmptyState(title: title)
        case .block(let block)?:
            block.template("title").map { EmptyState(title: $0, description: block.template("description")) }
        default: nil
        }
    }

    private func displayedValue(_ value: Decoded) -> DisplayedValue? {
        switch value {
        case .template(let path): DisplayedValue(path: path)
        case .block(let block):
            block.template("show").map {
                DisplayedValue(
                    path: $0, label: block.string("label"), style: block.word("as"), empty: empty(block["empty"]))
            }
        default: nil
        }
    }

    mutating func form(_ block: DecodedBlock, in manifest: Manifest, heading: BlockHeading? = nil) -> FormBlock {
        let submit = block.block("submit")
        let tool = submit?.reference("tool") ?? Reference("", at: block.span)
        let with = inputValues(submit?.map("with") ?? [])
        var entries: [FormEntry] = []
        if block["fields"] != nil {
            entries = block.list("fields").compactMap { formEntry($0, in: manifest) }
        } else if let declared = manifest.tools[tool.handle] {
            // Ruling 100: no `fields` means all inputs that are not in `with`.
            let given = Set(with.map(\.input.handle))
            entries = manifest.inputFields(of: declared).filter { !given.contains($0.handle) }.map {
                .field(FormField(input: Reference($0.handle, at: tool.span), span: tool.span))
            }
        }
        return FormBlock(
            heading: heading ?? blockHeading(block, block.span.lowerBound, block.span),
            isModal: block.boolean("modal") ?? false,
            tool: tool, submitLabel: submit?.string("label"), with: with, then: outcome(submit?["then"]),
            of: block.reference("of"), entries: entries)
    }

    private mutating func formEntry(_ value: Decoded, in manifest: Manifest) -> FormEntry? {
        switch value {
        case .text(let text):
            return .field(FormField(input: Reference(text.text, at: text.span), span: text.span))
        case .block(let block) where block.name == .formAlert:
            return block.block("alert").map { alert in
                .alert(self.alert(alert, blockHeading(alert, block.keySpan("alert") ?? block.span, block.span)))
            }
        case .block(let block) where block.name == .settingEntry:
            return setting(block, in: manifest).map { .setting($0) }
        case .block(let block):
            guard let input = block.reference("input") else { return nil }
            let choices = block.template("from").flatMap { from in
                block.reference("value").map {
                    FormField.Choices(from: from, value: $0, option: block.template("option"))
                }
            }
            return .field(
                FormField(
                    input: input, label: block.string("label"), help: block.string("description"),
                    placeholder: block.string("placeholder"), component: block.word("as"), choices: choices,
                    initial: block.node("initial").map(writtenValue), visible: block.template("visible"),
                    enabled: block.template("enabled"), change: change(block["on_change"]), span: block.span))
        default: return nil
        }
    }

    private func change(_ value: Decoded?) -> FieldChange? {
        switch value {
        case .text(let text)?:
            FieldChange(tool: Reference(text.text, at: text.span), inputs: [], span: text.span)
        case .block(let block)?:
            block.reference("tool").map {
                FieldChange(tool: $0, inputs: inputValues(block.map("with")), span: block.span)
            }
        default: nil
        }
    }
}
