extension ManifestAssembler {
    mutating func tool(_ entry: DecodedEntry) -> ToolDeclaration {
        let block = block(entry, .tool)
        let hints = block.block("annotations")
        return ToolDeclaration(
            heading: heading(entry), input: block["input"].map { payload($0) },
            output: block["output"].map { payload($0) },
            timeout: block.duration("timeout"),
            annotations: ToolAnnotations(
                readOnly: hints?.boolean("read_only"), destructive: hints?.boolean("destructive"),
                idempotent: hints?.boolean("idempotent"), openWorld: hints?.boolean("open_world")),
            scope: block.word("scope") ?? .installation,
            triggers: block["triggers"] == nil ? nil : block.words("triggers"),
            rules: block.list("rules").blocks.compactMap { toolRule($0) }, retry: retry(block),
            hasEstimate: block.boolean("estimate") ?? false,
            limits: block.list("limits").blocks.compactMap { limitUse($0) },
            requiredVariables: block.references("requires_env"),
            maximumCallsPerRun: block.block("hints")?.integer("max_calls_per_run"), handoff: block.word("handoff"))
    }

    mutating func payload(_ value: Decoded) -> PayloadDeclaration {
        switch value {
        case .type(let type):
            return PayloadDeclaration(shape: .type(valueType(type.form), isOptional: type.isOptional), span: type.span)
        case .map(let entries, let span):
            return PayloadDeclaration(shape: .fields(fields(entries, .value)), span: span)
        case .block(let block):
            let added = fields(block.map("fields"), .value)
            return PayloadDeclaration(
                shape: block.reference("extends").map { .extends($0, added) } ?? .fields(added),
                keepsNulls: block.string("nulls") == "KEEP", isOpen: block.boolean("open") ?? false, span: block.span)
        default:
            return PayloadDeclaration(shape: .fields(Declarations()), span: value.span)
        }
    }

    mutating func channel(_ entry: DecodedEntry) -> ChannelDeclaration {
        let block = block(entry, .channel)
        let key: Mapping.Key
        let value: Decoded
        if let identifier = block.block("identifier"), let field = identifier.text("field") {
            key = Mapping.Key(text: field.text, style: .plain, span: field.span)
            value = .block(identifier)
        } else {
            key = Mapping.Key(text: "", style: .plain, span: entry.key.span)
            value = .invalid(entry.key.span)
        }
        var identifier = field(DecodedEntry(key: key, value: value), .channel)
        identifier.requirement = .required
        let messaging = block.block("capabilities")?.block("messaging").map { messaging in
            MessagingCapability(
                label: messaging.string("label"), icon: messaging.string("icon"), send: messaging.reference("send"),
                receive: messaging.reference("receive"), batch: batchSending(messaging.block("send_batch")),
                attachments: attachments(messaging.block("attachments")), reply: messaging.reference("reply"),
                react: messaging.reference("react"), templates: channelTemplates(messaging.block("templates")),
                window: messagingWindow(messaging.block("window")), span: messaging.span)
        }
        return ChannelDeclaration(
            heading: heading(entry), identifier: identifier, fields: fields(block.map("fields"), .channel),
            messaging: messaging, voice: call(block.block("capabilities")?.block("voice")),
            video: call(block.block("capabilities")?.block("video")))
    }

    private func batchSending(_ block: DecodedBlock?) -> BatchSending? {
        guard let block, let send = block.reference("send") else { return nil }
        return BatchSending(
            send: send, status: block.reference("status"), maximum: block.integer("max") ?? 10_000, span: block.span)
    }

    private func attachments(_ block: DecodedBlock?) -> AttachmentsDeclaration? {
        block.map { block in
            let kinds = block.list("kinds").blocks.compactMap { kind -> AttachmentsDeclaration.Kind? in
                guard let word = kind.string("kind") else { return nil }
                return AttachmentsDeclaration.Kind(
                    kind: word, accepted: kind.list("accept").references, maximumSize: kind.size("max_size"),
                    maximumText: kind.integer("text") ?? 0)
            }
            return AttachmentsDeclaration(kinds: kinds, upload: block.reference("upload"), span: block.span)
        }
    }

    private func channelTemplates(_ block: DecodedBlock?) -> ChannelTemplates? {
        guard let block, let list = block.reference("list"), let input = block.reference("input") else { return nil }
        return ChannelTemplates(list: list, input: input)
    }

    private func messagingWindow(_ block: DecodedBlock?) -> MessagingWindow? {
        guard let block, let length = block.duration("length") else { return nil }
        let late = block.block("late").flatMap { late -> MessagingWindow.Late? in
            guard let length = late.duration("length"), let label = late.string("label") else { return nil }
            let inputs = late.map("with").compactMap { entry -> MessagingWindow.Input? in
                guard case .anything(let node) = entry.value else { return nil }
                return MessagingWindow.Input(
                    name: Reference(entry.key.text, at: entry.key.span), value: ManifestValue(node))
            }
            return MessagingWindow.Late(length: length, inputs: inputs, label: label, span: late.span)
        }
        return MessagingWindow(length: length, late: late)
    }

    private func call(_ block: DecodedBlock?) -> CallCapability? {
        block.map { block in
            CallCapability(
                label: block.string("label"), icon: block.string("icon"), send: block.reference("send"),
                receive: block.reference("receive"), span: block.span)
        }
    }

    mutating func hooks(_ block: DecodedBlock?) -> Declarations<HookDeclaration> {
        var result = Declarations<HookDeclaration>()
        for (key, keySpan, value) in block?.values ?? [] {
            guard let kind = HookDeclaration.Kind(rawValue: key) else { continue }
            let entry = DecodedEntry(key: Mapping.Key(text: key, style: .plain, span: keySpan), value: value)
            let hook = self.block(entry, .hook)
            result.append(
                HookDeclaration(
                    heading: heading(entry), kind: kind, timeout: hook.duration("timeout"), retry: retry(hook)))
        }
        return result
    }
}
