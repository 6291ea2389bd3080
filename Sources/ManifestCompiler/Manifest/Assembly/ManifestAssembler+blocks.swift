extension ManifestAssembler {
    mutating func block(_ value: Decoded, in manifest: Manifest) -> Block? {
        guard case .map(let entries, _) = value, let entry = entries.first, case .block(let block) = entry.value else {
            return nil
        }
        let heading = blockHeading(block, entry.key.span, entry.span)
        switch block.name {
        case .card:
            let values = block.list("fields").compactMap { displayedValue($0) }
            return .card(CardBlock(heading: heading, fields: values, actions: actions(block, in: manifest)))
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
        default: return nil
        }
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
            entries = block.list("fields").compactMap { formEntry($0) }
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

    private func formEntry(_ value: Decoded) -> FormEntry? {
        switch value {
        case .text(let text):
            return .field(FormField(input: Reference(text.text, at: text.span), span: text.span))
        case .block(let block) where block.name == .formAlert:
            return block.block("alert").map { alert in
                .alert(self.alert(alert, blockHeading(alert, block.keySpan("alert") ?? block.span, block.span)))
            }
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
                    initial: block.node("initial").map { inputValue($0) }, visible: block.template("visible"),
                    enabled: block.template("enabled"), span: block.span))
        default: return nil
        }
    }
}
