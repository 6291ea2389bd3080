/// What goes with which mode, level and body of a webhook.
struct WebhookModes: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        input.manifest.webhooks.flatMap { mode($0) + level($0) + batch($0) + answers($0) }
    }

    private func mode(_ webhook: WebhookDeclaration) -> [Diagnostic] {
        guard webhook.knows("mode") else { return [] }
        var found: [Diagnostic] = []
        func misfit(_ what: String, at span: SourceSpan, help: [String] = []) {
            found.append(Diagnostic(.webhookMode, what, at: span, help: help))
        }
        switch webhook.mode {
        case .webhook:
            if webhook.storesCallbacks, webhook.knows("store") {
                misfit("`store` is for CALLBACK; a WEBHOOK is always kept", at: webhook.span)
            }
            if let answer = webhook.answerOnFailure {
                misfit(
                    "`on_failure` is for CALLBACK; a WEBHOOK is answered before its handler runs", at: answer.span)
            }
        case .callback:
            if let retry = webhook.retry {
                misfit("a CALLBACK is not repeated: somebody waits for its answer", at: retry.policy.span)
            }
            if let batch = webhook.batch {
                misfit("a CALLBACK is one event; `events`, `dedupe` and `order_by` are for WEBHOOK", at: batch.span)
            }
            if let timeout = webhook.timeout, webhook.knows("timeout"), timeout.milliseconds > 30_000 {
                misfit(
                    "the handler of a CALLBACK may take 30s at most", at: webhook.span,
                    help: ["the provider waits; leave `timeout` out for 10s"])
            }
        }
        return found
    }

    private func level(_ webhook: WebhookDeclaration) -> [Diagnostic] {
        guard webhook.knows("level", "registration", "expires") else { return [] }
        var found: [Diagnostic] = []
        if webhook.level == .app, let field = webhook.registration.first {
            found.append(
                Diagnostic(
                    .webhookMode, "a webhook of level APP is registered once and has no `registration`", at: field.span))
        }
        if webhook.expiry != nil, webhook.level != .action {
            found.append(
                Diagnostic(
                    .webhookMode, "only registrations of level ACTION end by themselves: `expires` does not fit",
                    at: webhook.span))
        }
        return found
    }

    private func batch(_ webhook: WebhookDeclaration) -> [Diagnostic] {
        guard let batch = webhook.batch, webhook.knows("payload", "body") else { return [] }
        if case .swiftType(let type, _) = webhook.payload {
            return [
                Diagnostic(
                    .webhookMode, "`\(type)` splits a delivery itself: `events`, `dedupe` and `order_by` do not fit",
                    at: batch.span)
            ]
        }
        guard webhook.body != .json, webhook.mode == .webhook else { return [] }
        if webhook.body == .form, batch.events == nil { return [] }
        return [
            Diagnostic(.webhookMode, "events are looked for in JSON, and the body is \(webhook.body.rawValue)", at: batch.span)
        ]
    }

    /// A body that is answered needs a type, and the other way round.
    private func answers(_ webhook: WebhookDeclaration) -> [Diagnostic] {
        [webhook.answer, webhook.answerOnFailure, webhook.answerOnRefusal].compactMap(\.self).compactMap { answer in
            if answer.body != nil, answer.contentType == nil {
                Diagnostic(
                    .webhookMode, "an answer with a `body` needs its `content_type`", at: answer.span.lowerBound)
            } else {
                nil
            }
        }
    }
}
