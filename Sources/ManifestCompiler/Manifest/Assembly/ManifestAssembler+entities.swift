extension ManifestAssembler {
    mutating func entity(_ entry: DecodedEntry) -> EntityDeclaration {
        let block = block(entry, .entity)
        let heading = heading(entry)
        let relations = block.map("relations").map { entry in
            let relation = self.block(entry, .entityRelation)
            return EntityDeclaration.Relation(
                heading: self.heading(entry), target: relation.reference("to") ?? Reference("", at: entry.key.span))
        }
        return EntityDeclaration(
            heading: heading, labelPlural: block.string("label_plural"),
            record: record(heading, EntityDeclaration.typePrefix, fields(block.map("fields"), .entity)),
            context: fields(block.map("context"), .entity), relations: Declarations(relations),
            suggestion: block.block("suggest").map(suggestion))
    }

    mutating func event(_ entry: DecodedEntry) -> EventDeclaration {
        let block = block(entry, .event)
        let heading = heading(entry)
        return EventDeclaration(
            heading: heading, group: block.string("group"),
            record: record(heading, EventDeclaration.typePrefix, fields(block.map("payload"), .value)))
    }

    /// An entity or an event's payload as a record that types can name.
    private func record(
        _ heading: Heading, _ prefix: String, _ fields: Declarations<FieldDeclaration>
    ) -> RecordDeclaration {
        var heading = heading
        heading.handle = prefix + heading.handle
        if heading.doubts.concern("payload") { heading.doubts.add("fields") }
        return RecordDeclaration(heading: heading, fields: fields)
    }

    private func suggestion(_ block: DecodedBlock) -> MappingSuggestion {
        func pairs(_ entries: [DecodedEntry]) -> [MappingSuggestion.Pair] {
            entries.compactMap { entry in
                guard case .text(let target) = entry.value else { return nil }
                return .init(source: Reference(entry.key.text, at: entry.key.span), target: target.text)
            }
        }
        let aliases = block.map("aliases").compactMap { entry -> MappingSuggestion.Alias? in
            guard case .map(let options, _) = entry.value else { return nil }
            return .init(field: Reference(entry.key.text, at: entry.key.span), options: pairs(options))
        }
        return MappingSuggestion(
            model: block.string("model") ?? "", match: block.references("match"), fields: pairs(block.map("fields")),
            relations: pairs(block.map("relations")), aliases: aliases, span: block.span)
    }

    func signal(_ entry: DecodedEntry) -> SignalDeclaration {
        let block = block(entry, .signal)
        return SignalDeclaration(
            heading: heading(entry), event: block.reference("event") ?? Reference("", at: entry.key.span),
            workflow: block.reference("workflow") ?? Reference("", at: entry.key.span),
            inputs: inputValues(block.map("map")), condition: block.template("when"))
    }

    func platformLink(_ entry: DecodedEntry) -> PlatformLinkDeclaration {
        let block = block(entry, .platformLink)
        let fields = block.map("fields").compactMap { entry -> PlatformLinkDeclaration.Pair? in
            guard case .text(let field) = entry.value else { return nil }
            return .init(
                platform: Reference(entry.key.text, at: entry.key.span), channel: Reference(field.text, at: field.span))
        }
        return PlatformLinkDeclaration(
            heading: heading(entry), model: block.reference("model") ?? Reference("", at: entry.key.span),
            channel: block.reference("channel") ?? Reference("", at: entry.key.span), fields: fields)
    }
}
