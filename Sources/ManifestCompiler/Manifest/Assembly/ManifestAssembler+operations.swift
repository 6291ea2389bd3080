extension ManifestAssembler {
    mutating func limit(_ entry: DecodedEntry) -> LimitDeclaration {
        let block = block(entry, .limit)
        let bucket = block.block("bucket").flatMap { bucket -> LimitDeclaration.Bucket? in
            guard let size = bucket.integer("size"), let refill = bucket.integer("refill"),
                let every = bucket.duration("every")
            else { return nil }
            return LimitDeclaration.Bucket(size: size, refill: refill, every: every)
        }
        for (key, other) in [("rate", "bucket"), ("mutex", "concurrent")] {
            guard let span = block.keySpan(key), block[other] != nil else { continue }
            diagnostics.report(.keyConflict, "`\(key)` and `\(other)` exclude one another", at: span)
        }
        return LimitDeclaration(
            heading: heading(entry), scope: block.word("scope") ?? .installation,
            concurrent: block.integer("concurrent"), rate: block.string("rate").flatMap { Rate($0) },
            minimumGap: block.duration("min_gap"), bucket: bucket, isMutex: block.boolean("mutex") ?? false,
            hasKey: block.boolean("key") ?? false, suppresses: block.references("suppresses"),
            wait: block.duration("wait"), retry: retry(block))
    }

    func limitUse(_ block: DecodedBlock) -> LimitUse? {
        block.reference("limit").map { limit in
            LimitUse(limit: limit, keys: block.references("key"), calls: block.integer("calls") ?? 1, span: block.span)
        }
    }

    func schedule(_ entry: DecodedEntry) -> ScheduleDeclaration {
        let block = block(entry, .schedule)
        let zone = block.string("timezone") ?? "UTC"
        return ScheduleDeclaration(
            heading: heading(entry), tool: block.reference("tool") ?? Reference("", at: entry.key.span),
            cron: block.string("cron") ?? "", cronSpan: block.text("cron")?.span ?? entry.key.span,
            zone: zone == "WORKPLACE" ? .workplace : .named(zone), zoneSpan: block.text("timezone")?.span,
            per: block.word("per") ?? .installation, overlap: block.word("overlap") ?? .skip)
    }

    func sequencer(_ entry: DecodedEntry) -> SequencerDeclaration {
        let block = block(entry, .sequencer)
        return SequencerDeclaration(
            heading: heading(entry), scope: block.word("scope") ?? .installation,
            lock: block.duration("lock") ?? ManifestDuration(milliseconds: 60_000),
            watermark: block.duration("watermark") ?? ManifestDuration(milliseconds: 7 * 86_400_000))
    }

    mutating func batchOperation(_ entry: DecodedEntry) -> BatchOperationDeclaration {
        let block = block(entry, .batchOperation)
        let cascade = block.list("cascade").blocks.compactMap { step in
            step.reference("entity").map { entity in
                BatchOperationDeclaration.Cascade(entity: entity, wave: step.word("wave") ?? .page, span: step.span)
            }
        }
        return BatchOperationDeclaration(
            heading: heading(entry), entity: block.reference("entity") ?? Reference("", at: entry.key.span),
            input: block["input"].map { payload($0) }, state: block["state"].map { payload($0) },
            pageSize: block.integer("page_size") ?? 50, concurrent: block.integer("concurrent") ?? 1,
            paging: block.word("paging") ?? .cursor, cascade: cascade, timeout: block.duration("timeout"))
    }

    /// `retry:`, or the short `retries:`.
    mutating func retry(_ block: DecodedBlock) -> RetryPolicy? {
        if block["retries"] != nil, block["retry"] != nil, let span = block.keySpan("retries") {
            diagnostics.report(.keyConflict, "`retries` is short for `retry`; only one of them is written", at: span)
        }
        if let retry = block.block("retry") { return policy(retry) }
        return block.integer("retries").map { retries in
            RetryPolicy(attempts: retries + 1, span: block["retries"]?.span ?? block.span)
        }
    }

    func policy(_ retry: DecodedBlock) -> RetryPolicy {
        var policy = RetryPolicy(attempts: retry.integer("attempts") ?? 1, span: retry.span)
        policy.delay = retry.duration("delay") ?? policy.delay
        policy.backoff = retry.string("backoff").flatMap { RetryPolicy.Backoff($0) } ?? policy.backoff
        policy.maximumDelay = retry.duration("max_delay") ?? policy.maximumDelay
        return policy
    }

    mutating func toolRule(_ block: DecodedBlock) -> ToolRule? {
        let kinds = ["any_of", "exactly_one_of", "all_or_none", "at_most_one_of", "when"]
        let present = kinds.filter { block[$0] != nil }
        guard let kind = present.first else {
            if block.doubtful.isDisjoint(with: kinds) {
                diagnostics.report(
                    .keyMissing, "a rule needs one of the keys \(kinds.joined(separator: ", "))", at: block.span.lowerBound)
            }
            return nil
        }
        for other in present.dropFirst() {
            diagnostics.report(
                .keyConflict, "a rule has one kind: `\(other)` does not go with `\(kind)`",
                at: block.keySpan(other) ?? block.span)
        }
        if kind == "when", block["require"] == nil, !block.doubtful.contains("require") {
            diagnostics.report(.keyMissing, "a rule with `when` needs the key `require`", at: block.span.lowerBound)
        } else if kind != "when", let span = block.keySpan("require") {
            diagnostics.report(.keyConflict, "`require` goes with `when`, not with `\(kind)`", at: span)
        }
        guard let made = self.kind(kind, block) else { return nil }
        return ToolRule(kind: made, message: block.string("message") ?? "", span: block.span)
    }

    private func kind(_ name: String, _ block: DecodedBlock) -> ToolRule.Kind? {
        let inputs = block.references(name)
        return switch name {
        case "any_of": .anyOf(inputs)
        case "exactly_one_of": .exactlyOneOf(inputs)
        case "all_or_none": .allOrNone(inputs)
        case "at_most_one_of": .atMostOneOf(inputs)
        default: block.template("when").map { .when($0, require: block.references("require")) }
        }
    }
}
