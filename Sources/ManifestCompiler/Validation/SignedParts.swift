/// What a signature names of a request must be there before anything is believed: nothing of a JSON body.
struct SignedParts {
    let webhook: WebhookDeclaration

    private var signature: WebhookSignature { webhook.signature }

    func check(_ found: inout [Diagnostic]) {
        let sources = [
            ("from", signature.source), ("timestamp", signature.timestamp), ("nonce", signature.nonce),
            ("key_id", signature.keyID),
        ]
        for (key, source) in sources {
            guard let source, let span = signature.written[key] ?? signature.written["header"] else { continue }
            if key == "from", source.kind == .parsed {
                found.append(Diagnostic(.webhookSignature, "`from` says what `parse` splits", at: span))
            } else {
                check(source, at: span, &found)
            }
        }
        guard signature.style.signsMessage else { return }
        message(&found)
        split(&found)
        for (key, source) in [("tolerance", signature.timestamp), ("nonce", signature.nonce)] {
            guard signature.tolerance != nil, let span = signature.written[key], let source, source.kind != .json,
                !isSigned(source)
            else { continue }
            found.append(
                Diagnostic(
                    .webhookSignature,
                    "`\(key)` protects nothing: `\(source.text)` is not signed, so anybody can write another there",
                    at: span, help: ["name it in `over`, as the provider's documentation does"]))
        }
    }

    /// Whether the signature covers what stands at this place of the request.
    private func isSigned(_ source: RequestSource) -> Bool {
        let signed = signature.message?.names.map(\.handle) ?? ["body"]
        return signed.contains { name in
            switch name {
            case "timestamp": source == signature.timestamp
            case "body": source.kind == .form
            case "url": source.kind == .query
            default: RequestSource(name).map { covers($0, source) } ?? false
            }
        }
    }

    private func covers(_ signed: RequestSource, _ source: RequestSource) -> Bool {
        guard signed.kind == source.kind else { return false }
        return source.kind == .header ? signed.name.lowercased() == source.name.lowercased() : signed.name == source.name
    }

    private func check(_ source: RequestSource, at span: SourceSpan, _ found: inout [Diagnostic]) {
        switch source.kind {
        case .json:
            found.append(
                Diagnostic(
                    .webhookSignature, "nothing of a JSON body is read before it is verified", at: span,
                    help: ["name a header, a form field or a query parameter"]))
        case .form where webhook.body != .form && webhook.body != .multipart && webhook.knows("body"):
            found.append(
                Diagnostic(.webhookSignature, "`\(source.text)` needs `body: FORM` or `body: MULTIPART`", at: span))
        case .parsed where signature.split == nil:
            found.append(
                Diagnostic(.webhookSignature, "`\(source.text)` needs `parse`, which splits the value", at: span))
        case .parsed:
            guard let split = signature.split, split.text != "PAIRS",
                !split.names.contains(where: { $0.handle == source.name })
            else { return }
            found.append(
                Diagnostic(
                    .webhookSignature, "`parse` has no part `{\(source.name)}`", at: span,
                    notes: [.init("it is written here", at: split.span)]))
        case .header, .form, .query: break
        }
    }

    /// `over` may name the whole body, parts of the request, and the time of signing.
    private func message(_ found: inout [Diagnostic]) {
        guard let message = signature.message else { return }
        let words = ["body", "url", "path", "method", "timestamp"]
        for name in message.names {
            if name.handle == "timestamp", signature.timestamp == nil,
                signature.split?.names.contains(where: { $0.handle == "timestamp" }) != true, signature.split?.text != "PAIRS"
            {
                found.append(
                    Diagnostic(
                        .webhookSignature, "`{timestamp}` needs `timestamp`: where the time of signing is",
                        at: name.span))
            }
            guard !words.contains(name.handle) else { continue }
            if let source = RequestSource(name.handle) {
                check(source, at: name.span, &found)
            } else {
                let meant = Suggestion.nearest(to: name.handle, among: words)
                found.append(
                    Diagnostic(
                        .webhookSignature,
                        "`over` knows no `{\(name.handle)}`" + (meant.map { "; did you mean `{\($0)}`?" } ?? ""),
                        at: name.span,
                        help: ["it knows {body} {url} {path} {method} {timestamp} {header.NAME} {form.NAME} {query.NAME}"],
                        fixIts: meant.map { [.init("replace with `\($0)`", replacing: name.span, with: $0)] } ?? []))
            }
        }
        if !message.names.contains(where: { $0.handle == "body" || $0.handle.hasPrefix("form.") }) {
            found.append(
                Diagnostic(
                    .webhookSignature, "`over` does not contain `{body}`, so anybody can change the body",
                    at: message.span))
        }
    }

    private func split(_ found: inout [Diagnostic]) {
        guard let split = signature.split, split.text != "PAIRS" else { return }
        if split.names.filter({ $0.handle == "signature" }).count != 1 {
            found.append(
                Diagnostic(
                    .webhookSignature, "`parse` needs `{signature}` once, or is PAIRS", at: split.span,
                    help: ["for example 't={timestamp},v1={signature}'; `{skip}` is any text"]))
        }
        for (part, next) in zip(split.parts, split.parts.dropFirst()) {
            guard case .name = part, case .name(let second) = next else { continue }
            found.append(
                Diagnostic(.webhookSignature, "nothing tells `{\(second.handle)}` from what stands before it", at: second.span))
        }
    }
}
