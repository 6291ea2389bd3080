extension ManifestAssembler {
    mutating func webhook(_ entry: DecodedEntry) -> WebhookDeclaration {
        let block = block(entry, .webhook)
        var payload = WebhookPayload.request
        if let name = block.text("payload") {
            payload =
                TextForm.isHandle(name.text)
                ? .record(Reference(name.text, at: name.span)) : .swiftType(name.text, at: name.span)
        }
        var webhook = WebhookDeclaration(
            heading: heading(entry), methods: block["methods"] == nil ? [.post] : block.words("methods"),
            mode: block.word("mode") ?? .webhook, challenge: block.block("challenge").map(challenge),
            signature: signature(block.block("signature"), entry.key.span), level: block.word("level") ?? .installation,
            route: block.block("route").flatMap(route), payload: payload, body: block.word("body") ?? .json)
        webhook.registration = fields(block.map("registration"), .value)
        webhook.expiry = block.duration("expires")
        webhook.maximumBody = block.size("max_body")
        webhook.batch = batch(block)
        webhook.retry = block.block("retry").map { retry in
            WebhookRetry(policy: policy(retry), keepsDeadLetters: retry.boolean("dead_letter") ?? true)
        }
        webhook.timeout = block.duration("timeout")
        webhook.answer = block.block("answer").map(answer)
        webhook.answerOnFailure = block.block("on_failure").map(answer)
        webhook.answerOnRefusal = block.block("on_refused").map(answer)
        for item in block.list("ignore") {
            if let request = ignoredRequest(item) { webhook.ignored.append(request) }
        }
        webhook.storesCallbacks = block.boolean("store") ?? false
        webhook.compliance = block.word("compliance")
        webhook.moments = block.words("lifecycle")
        return webhook
    }

    private func challenge(_ block: DecodedBlock) -> WebhookChallenge {
        WebhookChallenge(
            style: block.word("style") ?? .hub, token: block.reference("token").map(SecretReference.init),
            answer: answer(block), span: block.span)
    }

    private func answer(_ block: DecodedBlock) -> FixedAnswer {
        FixedAnswer(
            status: block.integer("status"), contentType: block.string("content_type"), body: block.string("body"),
            span: block.span)
    }

    private func route(_ block: DecodedBlock) -> WebhookRoute? {
        guard let channel = block.reference("channel"), let by = block.text("by") else { return nil }
        return WebhookRoute(
            channel: channel, source: RequestSource(by.text).map(WebhookRoute.Source.request) ?? .payload,
            sourceSpan: by.span)
    }

    private func signature(_ block: DecodedBlock?, _ missing: SourceSpan) -> WebhookSignature {
        guard let block else {
            return WebhookSignature(style: .none, prefix: "", encoding: .hex, secrets: [], span: missing)
        }
        var keys = WebhookSignature.PublicKeys()
        if let written = block.block("keys") {
            keys.cache = written.duration("cache") ?? keys.cache
            keys.refetchesOnMiss = written.boolean("refetch_on_miss") ?? keys.refetchesOnMiss
            keys.minimumInterval = written.duration("min_interval") ?? keys.minimumInterval
        }
        return WebhookSignature(
            style: block.word("style") ?? .none,
            source: block.string("header").map { RequestSource(.header, $0) } ?? source(block, "from"),
            prefix: block.string("prefix") ?? "", encoding: block.word("encoding") ?? .hex,
            secrets: block.references("secret").map(SecretReference.init), message: template(block, "over"),
            split: template(block, "parse"), timestamp: source(block, "timestamp"),
            tolerance: block.duration("tolerance"), nonce: source(block, "nonce"), algorithm: block.word("algorithm"),
            keyID: source(block, "key_id"), keys: keys, span: block.span,
            written: Dictionary(block.values.map { ($0.key, $0.keySpan) }) { first, _ in first })
    }

    private func source(_ block: DecodedBlock, _ key: String) -> RequestSource? {
        block.string(key).flatMap(RequestSource.init)
    }

    private func template(_ block: DecodedBlock, _ key: String) -> SignedTemplate? {
        block.template(key).map { SignedTemplate(parts: pieces(of: $0), text: $0.text, span: $0.span) }
    }

    private func batch(_ block: DecodedBlock) -> EventBatch? {
        guard let span = ["events", "dedupe", "order_by"].compactMap(block.keySpan).min() else { return nil }
        func keys(_ key: String) -> [String]? { block.string(key)?.split(separator: ".").map(String.init) }
        return EventBatch(
            events: block.string("events").flatMap(JSONPath.init), identity: keys("dedupe"), order: keys("order_by"),
            span: span)
    }

    private mutating func ignoredRequest(_ item: Decoded) -> IgnoredRequest? {
        guard case .map(let entries, let span) = item else { return nil }
        var conditions: [IgnoredRequest.Condition] = []
        for entry in entries {
            guard case .text(let value) = entry.value else { continue }
            guard let source = RequestSource(entry.key.text), source.kind != .parsed else {
                diagnostics.report(
                    .valueForm, "`\(entry.key.text)` is not a \(TextForm.requestSource.rawValue)", at: entry.key.span,
                    help: ["write header.NAME, form.NAME, query.NAME or json.KEY"])
                continue
            }
            conditions.append(.init(source: source, value: value.text))
        }
        return IgnoredRequest(conditions: conditions, span: span)
    }

    mutating func subscription(_ entry: DecodedEntry) -> SubscriptionDeclaration {
        let block = block(entry, .subscription)
        let nowhere = Reference("", at: entry.key.span)
        let spec = block.node("spec")
        return SubscriptionDeclaration(
            heading: heading(entry), webhook: block.reference("webhook") ?? nowhere,
            spec: spec.map { ManifestValue($0) } ?? .map([]), specSpan: spec?.span ?? entry.key.span,
            templates: spec.map(templates) ?? [], model: block.reference("per"), store: block.reference("store"),
            renewalLead: block.block("renew")?.duration("before"))
    }

    /// The templates among the texts of a value, in order.
    private func templates(in node: Node) -> [TemplateSource] {
        switch node.content {
        case .scalar: template(node).map { [$0] } ?? []
        case .sequence(let items, _): items.flatMap(templates)
        case .mapping(let mapping): mapping.entries.flatMap { templates(in: $0.value) }
        }
    }
}
