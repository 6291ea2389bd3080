/// A connection's id and secret are provision variables, its tokens install variables; secrets are encrypted.
struct ConnectionRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for connection in input.manifest.connections {
            for reference in [connection.clientID, connection.clientSecret] {
                provision(reference, input.manifest, &found)
            }
            for url in [connection.authorizeURL, connection.tokenURL].compactMap(\.self) {
                for case .variable(let reference) in url.parts { provision(reference, input.manifest, &found) }
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
        }
        return found
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
}
