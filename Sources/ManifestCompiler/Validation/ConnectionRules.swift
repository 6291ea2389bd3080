/// A connection has the keys of its kind; its id and secret are provision variables, its tokens install variables or
/// fields of a model; secrets are encrypted.
struct ConnectionRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for connection in input.manifest.connections where connection.knows("kind") {
            keys(connection, &found)
            switch connection.kind {
            case .oauth2: oauth(connection, input, &found)
            case .credentials: credentials(connection, input, &found)
            }
        }
        return found
    }

    private func keys(_ connection: ConnectionDeclaration, _ found: inout [Diagnostic]) {
        let isOAuth = connection.kind == .oauth2
        let needed = isOAuth ? ["authorize_url", "client_id", "client_secret"] : []
        for key in needed where connection.written[key] == nil && connection.knows(key) {
            found.append(
                Diagnostic(
                    .keyMissing, "a connection of kind \(connection.kind.rawValue) needs the key `\(key)`",
                    at: connection.span))
        }
        let foreign = isOAuth ? Self.credentialKeys : Self.oauthKeys
        for (key, span) in connection.written.sorted(by: { $0.value < $1.value }) where foreign.contains(key) {
            let kind: ConnectionDeclaration.Kind = isOAuth ? .credentials : .oauth2
            found.append(
                Diagnostic(.keyMisplaced, "`\(key)` is a key of connections of kind \(kind.rawValue)", at: span))
        }
    }

    private static let credentialKeys: Set<String> = ["fields", "check"]
    private static let oauthKeys: Set<String> = [
        "authorize_url", "token_url", "revoke_url", "client_id", "client_secret", "scopes", "pkce", "parameters", "store",
        "refresh",
    ]

    // MARK: OAuth

    private func oauth(_ connection: ConnectionDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]) {
        for reference in [connection.clientID, connection.clientSecret] { provision(reference, input.manifest, &found) }
        for url in [connection.authorizeURL, connection.tokenURL, connection.revokeURL].compactMap(\.self) {
            for case .variable(let reference) in url.parts {
                provision(reference, input.manifest, &found)
                visible(reference, input.manifest, &found)
            }
        }
        for parameter in connection.parameters where Self.ownParameters.contains(parameter.name) {
            found.append(
                Diagnostic(
                    .keyConflict, "`\(parameter.name)` is made for each login, and cannot be a parameter of your own",
                    at: parameter.span, help: ["remove it"]))
        }
        if let secret = input.manifest.environment.provision[connection.clientSecret.handle],
            secret.knows("visibility"), secret.visibility != .encrypted
        {
            found.append(
                Diagnostic(
                    .connectionSecret, "the client secret is kept in `\(secret.handle)`, which is not encrypted",
                    at: connection.clientSecret.span, notes: [.init("declared here", at: secret.span)]))
        }
        for stored in connection.store { check(stored, input, &found) }
        accounts(connection, input, &found)
        if connection.refresh != nil, let span = connection.written["refresh"], connection.knows("store"),
            !connection.allowsSeveral, !connection.store.contains(where: { $0.part == .expiresAt })
        {
            found.append(
                Diagnostic(
                    .connectionStore, "nobody knows when to refresh: `store` keeps no `expires_at`", at: span))
        }
    }

    /// Parameters of the authorize URL that the runtime makes itself, some of them signed (RFC 6749, RFC 7636).
    private static let ownParameters: Set<String> = [
        "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
    ]

    /// Addresses are kept in histories and logs, where a secret would stay.
    private func visible(_ reference: Reference, _ manifest: Manifest, _ found: inout [Diagnostic]) {
        guard let variable = manifest.environmentVariable(reference.handle), variable.visibility == .encrypted,
            variable.knows("visibility")
        else { return }
        found.append(
            Diagnostic(
                .envScope, "`\(variable.handle)` is encrypted, and this address would show it", at: reference.span,
                notes: [.init("declared here", at: variable.span)]))
    }

    /// Several accounts are rows of a model, which knows each by its identity.
    private func accounts(_ connection: ConnectionDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]) {
        guard connection.knows("multiple", "store_in", "store") else { return }
        func report(_ message: String, _ key: String, notes: [Diagnostic.Note] = []) {
            found.append(
                Diagnostic(
                    .connectionAccounts, message, at: connection.written[key] ?? connection.span, notes: notes))
        }
        if connection.allowsSeveral, connection.accountModel == nil {
            report("several accounts need `store_in`: a model with one row for each", "multiple")
        }
        if !connection.allowsSeveral, connection.accountModel != nil {
            report("`store_in` goes with `multiple: true`", "store_in")
        }
        if connection.allowsSeveral, !connection.store.isEmpty {
            report("tokens of several accounts are kept by `store_in`; `store` does not fit", "store")
        }
        guard let model = connection.accountModel.flatMap({ input.manifest.models[$0.handle] }),
            model.knows("fields", "identity", "singleton")
        else { return }
        let declared = [Diagnostic.Note("declared here", at: model.span)]
        if model.isSingleton || model.identity.count != 1 {
            report(
                "`\(model.handle)` keeps one row for each account and needs an `identity` of one field: the account's id",
                "store_in", notes: declared)
        }
        if model.fields["access_token"]?.visibility != .encrypted {
            report("`\(model.handle)` needs a field `access_token` that is ENCRYPTED", "store_in", notes: declared)
        }
    }

    private func provision(_ reference: Reference, _ manifest: Manifest, _ found: inout [Diagnostic]) {
        guard let variable = manifest.environment.install[reference.handle] else { return }
        found.append(
            Diagnostic(
                .envScope, "`\(reference.handle)` is an install variable; a connection needs a provision one here",
                at: reference.span, notes: [.init("declared here", at: variable.span)]))
    }

    private func check(
        _ stored: ConnectionDeclaration.StoredValue, _ input: RuleInput, _ found: inout [Diagnostic]
    ) {
        let reference = stored.variable
        if let variable = input.manifest.environment.provision[reference.handle] {
            found.append(
                Diagnostic(
                    .envScope, "`\(reference.handle)` is a provision variable; tokens belong to an installation",
                    at: reference.span, notes: [.init("declared here", at: variable.span)]))
        }
        guard let variable = input.manifest.environment.install[reference.handle] else { return }
        let isSecret = [.accessToken, .refreshToken, .idToken].contains(stored.part)
        if isSecret, variable.knows("visibility"), variable.visibility != .encrypted {
            found.append(
                Diagnostic(
                    .connectionSecret,
                    "`\(stored.part.rawValue)` is kept in `\(variable.handle)`, which is not encrypted",
                    at: reference.span, notes: [.init("declared here", at: variable.span)]))
        }
        let wanted: ScalarType = stored.part == .expiresAt ? .datetime : .string
        if variable.type != .scalar(wanted), !variable.type.isUnknown {
            found.append(
                Diagnostic(
                    .connectionStore,
                    "`\(stored.part.rawValue)` is \(wanted.rawValue), and "
                        + "`\(variable.handle)` is \(variable.type.spelling)",
                    at: reference.span, notes: [.init("declared here", at: variable.span)]))
        }
    }

    // MARK: Credentials

    private func credentials(_ connection: ConnectionDeclaration, _ input: RuleInput, _ found: inout [Diagnostic]) {
        let environment = input.manifest.environment
        for reference in connection.credentials?.fields ?? [] {
            if let variable = environment.provision[reference.handle] {
                found.append(
                    Diagnostic(
                        .envScope, "`\(reference.handle)` is a provision variable; credentials belong to an installation",
                        at: reference.span, notes: [.init("declared here", at: variable.span)]))
            } else if let variable = environment.install[reference.handle], variable.source != .user,
                variable.knows("source")
            {
                found.append(
                    Diagnostic(
                        .envScope, "`\(reference.handle)` is never asked of a user: its source is \(variable.source.rawValue)",
                        at: reference.span, notes: [.init("declared here", at: variable.span)]))
            }
        }
        let asks = environment.install.contains { $0.source == .user && $0.storingConnections.isEmpty }
        if connection.credentials?.fields.isEmpty == true, connection.written["fields"] == nil, !asks,
            !input.brokenSections.contains("env")
        {
            found.append(
                Diagnostic(
                    .connectionAccounts, "`\(connection.handle)` consists of nothing: no install variable is the user's",
                    at: connection.span))
        }
    }
}
