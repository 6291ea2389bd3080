/// URLs are https, and what is called is in `outgoing_domains`.
struct OutgoingURLs: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for connection in input.manifest.connections where !connection.authorizeURL.text.isEmpty {
            _ = host(connection.authorizeURL, &found)
            // The browser follows the authorize URL; only the token URL is called from here.
            for (url, what) in [(connection.tokenURL, "fetched"), (connection.revokeURL, "given back")] {
                guard let url, let name = host(url, &found), !name.isEmpty else { continue }
                let domains = input.manifest.outgoingDomains
                guard !input.brokenSections.contains("outgoing_domains"), !domains.contains(where: { $0.allows(name) })
                else { continue }
                found.append(
                    Diagnostic(
                        .domainMissing, "`\(name)` is not in `outgoing_domains`, so the token cannot be \(what)",
                        at: url.span,
                        help: ["add \(name) to `outgoing_domains`"]))
            }
        }
        for domain in input.manifest.outgoingDomains {
            guard case .variable(let reference) = domain.pattern,
                let variable = input.manifest.environmentVariable(reference.handle),
                variable.knows("format", "normalize"),
                variable.format != .url, variable.format != .httpsURL, variable.normalization != .origin
            else { continue }
            found.append(
                Diagnostic(
                    .domainInvalid,
                    "`\(variable.handle)` is not a URL: it needs `format: url` to be an outgoing domain",
                    at: reference.span, notes: [.init("declared here", at: variable.span)]))
        }
        return found
    }

    /// The host of an https URL; empty if a variable gives it, `nil` if the URL is none.
    private func host(_ url: URLTemplate, _ found: inout [Diagnostic]) -> String? {
        guard case .text(let head)? = url.parts.first else {
            if case .variable? = url.parts.first { return "" }
            return nil
        }
        let rest = head.dropFirst("https://".count)
        let name = rest.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
        let isHost = OutgoingDomain.isHost(String(name)) || (name.isEmpty && head == "https://" && url.parts.count > 1)
        guard head.hasPrefix("https://"), isHost, !url.text.contains(" "), !url.text.contains("#"), !hasLooseBrace(url)
        else {
            found.append(
                Diagnostic(
                    .urlInvalid, "`\(url.text)` is not an https URL", at: url.span,
                    help: ["write https://host/path; `{NAME}` stands for a variable"],
                    fixIts: Diagnostic.FixIt.https(url.text, at: url.span)))
            return nil
        }
        return String(name)
    }

    private func hasLooseBrace(_ url: URLTemplate) -> Bool {
        url.parts.contains { part in
            if case .text(let text) = part { text.contains("{") || text.contains("}") } else { false }
        }
    }
}

extension Diagnostic.FixIt {
    /// The same address with https, if it has http.
    static func https(_ address: String, at span: SourceSpan) -> [Diagnostic.FixIt] {
        guard address.hasPrefix("http://") else { return [] }
        let better = "https://" + address.dropFirst("http://".count)
        let written = better.contains("{") ? YAMLText.quoted(better) : better
        return [.init("replace with `\(better)`", replacing: span, with: written)]
    }
}
