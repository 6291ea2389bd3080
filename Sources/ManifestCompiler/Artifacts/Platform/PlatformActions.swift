/// The blocks and buttons of a page in the platform's config. Buttons have handles there; here they are counted.
struct PlatformActions {
    let config: PlatformConfig
    /// What the page's templates see.
    private let scope: TemplateScope
    /// Inside of a list, the templates of its rows.
    private(set) var liquid: LiquidExport
    private var count = 0

    init(config: PlatformConfig, page: PageDeclaration) {
        self.config = config
        self.scope = config.context.scope(of: page)
        self.liquid = LiquidExport(config.context, in: scope)
    }

    mutating func actions(_ actions: [ActionDeclaration]) -> [JSONTree] { actions.map { action($0) } }

    mutating func action(_ action: ActionDeclaration) -> JSONTree {
        count += 1
        var object = ExportedObject()
        object.set("handle", "action_\(count)")
        object.set("label", liquid.template(action.label))
        switch action.effect {
        case .tool(let tool, let inputs):
            object.set("handler", config.toolName(tool))
            object.set("x-inputs", self.inputs(inputs, of: tool))
        case .connect(let connection, let account):
            object.set("x-connect", connection.handle)
            object.set("x-account", account.map(liquid.template))
        case .page(let link): object.set("href", config.address(of: link, liquid))
        case .url(let address): object.set("href", liquid.template(address))
        case .form(let form): object.set("x-modalForm", self.form(form))
        }
        object.set("icon", action.icon)
        object.set("variant", action.variant.platformWord)
        object.set("disabled", action.enabled.map(liquid.negation))
        object.set("hidden", action.condition.map(liquid.negation))
        if let confirmation = action.confirmation {
            var question = ExportedObject()
            question.set("title", liquid.template(confirmation.title))
            question.set("description", confirmation.description.map(liquid.template))
            object.set("x-confirm", question)
        }
        return object.json
    }

    private func inputs(_ values: [InputValue], of tool: Reference) -> ExportedObject {
        let fields = config.manifest.tools[tool.handle].map(config.manifest.inputFields)
        return config.inputs(values, liquid) { fields?[$0]?.wireName ?? $0 }
    }

    // MARK: Blocks

    mutating func block(_ block: Block, _ index: Int) -> JSONTree {
        switch block {
        case .card(let card):
            let values = card.fields.enumerated().map { display($1, row: $0) }
            let settings = card.settings.enumerated().map { setting($1, row: values.count + $0) }
            let fields = values + settings
            return self.card(card.heading, index, fields: fields, actions: actions(card.actions))
        case .form(let form): return self.formCard(form, index)
        case .list(let list): return self.card(list.heading, index, fields: [rows(of: list)], actions: [])
        case .record(let record):
            let fields = record.fields.enumerated().map { self.field($1, of: record, row: $0) }
            return self.card(record.heading, index, fields: fields, actions: actions(record.actions))
        case .alert(let alert): return self.card(nil, index, fields: [component(alert, row: 0)], actions: [])
        case .conversation(let conversation):
            let card = self.card(conversation.heading, index, fields: [], actions: [])
            return card.setting("x-conversation", self.conversation(conversation))
        case .table(let table): return self.card(table.heading, index, fields: [rows(of: table)], actions: [])
        case .markdown(let markdown):
            var heading = markdown.heading
            heading.description = markdown.text
            return self.card(heading, index, fields: [], actions: [])
        case .panel(let panel): return self.card(panel.heading, index, fields: [component(panel)], actions: [])
        case .modelMapper(let mapper): return self.mapper(mapper)
        case .raw(let raw): return JSONTree(raw.value)
        }
    }

    private func card(
        _ heading: BlockHeading?, _ index: Int, fields: [JSONTree], actions: [JSONTree]
    ) -> JSONTree {
        var object = ExportedObject()
        object.set("type", "card")
        var header = ExportedObject()
        // The platform's header has a title in any case.
        let title = heading?.title.map { liquid.template($0.text) } ?? (heading?.description == nil ? nil : "")
        let condition = heading?.condition
        header.set("title", title.map { shown($0, if: condition) })
        header.set("description", heading?.description.map { shown(liquid.template($0.text), if: condition) })
        object.set("header", header)
        var form = ExportedObject()
        form.set("id", "block_\(index + 1)")
        form.set("fields", .array(fields.map { hidden($0, unless: condition) }))
        form.set("layout", Self.layout(of: fields))
        form.set("actions", list: actions.map { hidden($0, unless: condition) })
        object.set("form", form)
        return object.json
    }

    // The platform hides no cards: what stands in one is hidden piece by piece.

    private func shown(_ text: String, if condition: TemplateSource?) -> JSONTree {
        condition.map { liquid.printing(text, otherwise: "", $0) } ?? .string(text)
    }

    private func hidden(_ part: JSONTree, unless condition: TemplateSource?) -> JSONTree {
        guard let condition else { return part }
        let own = if case .string(let text)? = part["hidden"] { text } else { "false" }
        return part.setting("hidden", liquid.printing(own, otherwise: "true", condition))
    }

    private func conversation(_ block: ConversationBlock) -> JSONTree {
        var object = ExportedObject()
        object.set("channel", config.manifest.channels[block.channel.handle]?.wireName ?? block.channel.handle)
        object.set("contact", block.contact.map { liquid.template("{{ \($0.text) }}") })
        return object.json
    }

    /// One field a row.
    private static func layout(of fields: [JSONTree]) -> JSONTree {
        let rows = fields.compactMap { $0["id"] }.map { id -> JSONTree in
            ["columns": [["field": id, "colSpan": 12]]]
        }
        return ["type": "form", "rows": .array(rows)]
    }

    // MARK: What is shown

    private func display(_ value: DisplayedValue, row: Int) -> JSONTree {
        var component = PlatformComponent("input", id: "value_\(row + 1)", row: row)
        component.set("label", value.label ?? config.context.label(ofPath: value.path, in: scope))
        component.set("value", self.value(value.path, empty: value.empty))
        component.set("disabled", if: true)
        return component.json
    }

    private func value(_ path: TemplateSource, empty: EmptyState?) -> JSONTree {
        let text = liquid.template("{{ \(path.text) }}")
        guard let empty else { return .string(text) }
        return .string(liquid.template("{% if \(path.text) == blank %}\(empty.title.text){% else %}\(text){% endif %}"))
    }

    private func field(_ field: Reference, of record: RecordBlock, row: Int) -> JSONTree {
        let isEdited = record.edit.contains { $0.handle == field.handle }
        var component = PlatformComponent("input", id: field.handle, row: row)
        let path = "\(record.of.handle).\(field.handle)"
        component.set("label", config.context.label(ofPath: .synthetic(path, at: field.span), in: scope))
        component.set("value", liquid.template("{{ \(path) }}"))
        component.set("disabled", if: !isEdited)
        return component.json
    }

    /// What is written with the templates of a list's rows.
    mutating func inside<Written>(_ path: TemplateSource, write: (inout PlatformActions) -> Written) -> Written {
        let outer = liquid
        liquid = outer.inside(path)
        defer { liquid = outer }
        return write(&self)
    }

    /// A list of tiles over what the page's context has.
    private mutating func rows(of list: ListBlock) -> JSONTree {
        let tile = inside(list.from) { row in
            var tile = ExportedObject()
            tile.set("label", row.liquid.template(list.item.label))
            tile.set("description", list.item.description.map(row.liquid.template))
            tile.set("badge", list.item.badge.map(row.liquid.template))
            tile.set("href", list.item.link.map { row.config.address(of: $0, row.liquid) })
            tile.set("actions", list: row.actions(list.item.actions))
            return tile
        }
        var component = PlatformComponent("list", id: "rows", row: 0)
        component.set("iterable", liquid.template("{{ \(list.from.text) }}"))
        component.set("itemTemplate", ["component": "ActionTile", "span": 12, "props": tile.json])
        component.set("emptyMessage", list.empty.map { liquid.template($0.title) })
        return component.json
    }

    private func component(_ alert: AlertBlock, row: Int) -> JSONTree {
        var component = PlatformComponent("alert", id: "alert_\(row + 1)", row: row)
        component.set("title", alert.heading.title.map(liquid.template))
        component.set("description", alert.heading.description.map(liquid.template))
        component.set("icon", alert.icon)
        component.set("variant", alert.variant.platformWord)
        component.set("hidden", alert.heading.condition.map(liquid.negation))
        return component.json
    }

    // MARK: Forms

    /// A form that is modal stands behind a button.
    private mutating func formCard(_ form: FormBlock, _ index: Int) -> JSONTree {
        guard form.isModal else {
            let fields = self.fields(of: form)
            return card(form.heading, index, fields: fields, actions: [submission(of: form)])
        }
        var component = PlatformComponent("fieldsetting", id: "form_\(index + 1)", row: 0)
        component.set("label", form.heading.title.map(liquid.template))
        component.set("button", ["label": form.heading.title.map(liquid.template) ?? submitLabel(of: form)])
        component.set("modalForm", self.form(form))
        component.set("hidden", form.heading.condition.map(liquid.negation))
        return card(nil, index, fields: [component.json], actions: [])
    }

    private mutating func form(_ form: FormBlock) -> JSONTree {
        let fields = self.fields(of: form)
        return [
            "fields": .array(fields), "layout": Self.layout(of: fields), "actions": [submission(of: form)],
        ]
    }

    private mutating func submission(of form: FormBlock) -> JSONTree {
        count += 1
        var object = ExportedObject()
        object.set("handle", "action_\(count)")
        object.set("label", submitLabel(of: form))
        object.set("handler", config.toolName(form.tool))
        object.set("x-inputs", inputs(form.with, of: form.tool))
        object.set("variant", "primary")
        return object.json
    }

    private func submitLabel(of form: FormBlock) -> JSONTree {
        .string(form.submitLabel ?? config.manifest.tools[form.tool.handle].map(config.label) ?? form.tool.handle)
    }

    private mutating func fields(of form: FormBlock) -> [JSONTree] {
        let inputs = config.manifest.tools[form.tool.handle].map(config.manifest.inputFields) ?? Declarations()
        let entries = form.entries.isEmpty ? form.asked(inputs).map(FormEntry.field) : form.entries
        return entries.enumerated().compactMap { row, entry -> JSONTree? in
            switch entry {
            case .alert(let alert): component(alert, row: row)
            case .field(let field): inputs[field.input.handle].map { component(field, $0, form, row: row) }
            case .setting(let setting): self.setting(setting, row: row)
            }
        }
    }

    private func prefilling(_ input: FieldDeclaration, from record: Reference) -> FieldDeclaration? {
        guard case .value(let value)? = scope.entry(record.handle, config.context) else { return nil }
        return config.context.prefilling(input, from: value.type)
    }

    private func component(_ field: FormField, _ input: FieldDeclaration, _ form: FormBlock, row: Int) -> JSONTree {
        let source = config.manifest.origin(of: input).field
        let kind = PlatformComponent.kind(of: field, source, isList: input.type.isList || source.type.isList)
        var component = PlatformComponent(kind.component, id: input.wireName, row: row)
        component.set("inputType", kind.inputType)
        component.set("label", field.label ?? config.label(input))
        component.set("helpText", field.help ?? input.description)
        component.set("placeholder", field.placeholder)
        component.set("required", if: input.requirement != .optional && input.defaultValue == nil)
        component.set("multiple", if: kind.isMultiple)
        if let choices = field.choices {
            component.set("iterable", liquid.template("{{ \(choices.from.text) }}"))
            let choice = liquid.inside(choices.from)
            let value = choice.output(choices.value.handle, of: "item")
            let option = choices.option.map { choice.template($0.text) } ?? value
            component.set("itemTemplate", ["value": .string(value), "label": .string(option)])
        } else if !source.options.isEmpty {
            component.set(
                "items",
                list: source.options.map { option in
                    ["label": .string(config.context.names.label(option)), "value": .string(option.value)]
                })
        }
        let initial =
            field.initial.map { config.json($0, liquid) }
            ?? form.of.flatMap { record in
                prefilling(input, from: record).map { .string(liquid.output($0.handle, of: record.handle)) }
            }
        component.set("value", initial ?? input.defaultValue.map { JSONTree($0) })
        component.set("hidden", field.visible.map(liquid.negation))
        component.set("disabled", field.enabled.map(liquid.negation))
        component.set("handler", field.change.map { config.toolName($0.tool) })
        return component.json
    }
}
