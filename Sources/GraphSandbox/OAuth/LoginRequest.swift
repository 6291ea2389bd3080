/// A login dialog request that was found in order: who asks for what, and where the answer goes.
struct LoginRequest: Sendable {
    var clientID: String
    var redirectURI: String
    /// Returned unchanged; `nil` when there was none.
    var state: String?
    /// What is asked for, in the order asked; always with `public_profile`.
    var scopes: [Scope]
    /// Scopes that no login knows; shown, never granted.
    var unknownScopes: [String]
    /// The login configuration that decides about scopes in place of `scope`; its code becomes a business token.
    var configID: String?

    /// Why the dialog cannot be shown. Nothing is redirected then: the redirect URI cannot be trusted.
    struct Problem: Error {
        var title: String
        var detail: String
    }

    /// Checks the dialog's parameters.
    init(_ query: FormFields, configuration: SandboxConfiguration) throws(Problem) {
        guard let clientID = query["client_id"], !clientID.isEmpty else {
            throw Problem(title: "Missing client_id", detail: "The login link does not say which app asks.")
        }
        guard clientID == configuration.appID else {
            throw Problem(
                title: "Invalid app ID",
                detail: """
                    The login link names app \(clientID); this sandbox knows app \(configuration.appID). Start the \
                    sandbox with the same --app-id as your integration.
                    """)
        }
        guard let redirectURI = query["redirect_uri"], !redirectURI.isEmpty else {
            throw Problem(
                title: "Missing redirect_uri", detail: "The login link does not say where to return to afterwards.")
        }
        guard let address = WebAddress(redirectURI) else {
            throw Problem(
                title: "URL blocked",
                detail: "The redirect URI \(redirectURI) is not an absolute http or https address.")
        }
        let isConfigured = configuration.redirectPrefixes.contains { redirectURI.hasPrefix($0) }
        guard address.isLoopback || isConfigured else {
            throw Problem(
                title: "URL blocked",
                detail: """
                    The redirect URI \(redirectURI) is not on the list of allowed addresses: on this machine, or \
                    beginning with one given by --redirect-prefix.
                    """)
        }
        let responseType = query["response_type"] ?? "code"
        guard responseType == "code" else {
            throw Problem(
                title: "Unsupported response_type",
                detail: "This sandbox answers with a code; the login link asks for \(responseType).")
        }
        configID = query["config_id"].flatMap { $0.isEmpty ? nil : $0 }
        self.clientID = clientID
        self.redirectURI = redirectURI
        state = query["state"]
        var scopes: [Scope] = [.publicProfile]
        var unknown: [String] = []
        let configured = Scope.allCases.map(\.rawValue).joined(separator: ",")
        let names = (configID == nil ? query["scope"] ?? "" : configured).split { $0 == "," || $0 == " " }.map(
            String.init)
        for name in names {
            if let scope = Scope(rawValue: name) {
                if !scopes.contains(scope) { scopes.append(scope) }
            } else if !unknown.contains(name) {
                unknown.append(name)
            }
        }
        self.scopes = scopes
        unknownScopes = unknown
    }

    /// Where the person goes with a code.
    func granted(code: String) -> String {
        redirect([("code", code)])
    }

    /// Where the person goes after pressing Cancel.
    var denied: String {
        redirect([
            ("error", "access_denied"), ("error_code", "200"), ("error_description", "Permissions error"),
            ("error_reason", "user_denied"),
        ])
    }

    /// The dialog's query again, for the form of the consent page.
    var fields: [(name: String, value: String)] {
        var fields = [
            ("client_id", clientID), ("redirect_uri", redirectURI),
            ("scope", (scopes.map(\.rawValue) + unknownScopes).joined(separator: ",")),
        ]
        if let state { fields.append(("state", state)) }
        if let configID { fields.append(("config_id", configID)) }
        return fields
    }

    /// Adds the answer to the redirect URI's own query; spaces are written `+`, as Meta writes them.
    private func redirect(_ answer: [(name: String, value: String)]) -> String {
        let pairs = answer + (state.map { [("state", $0)] } ?? [])
        let query = FormFields(pairs).encoded.replacing("%20", with: "+")
        let halves = redirectURI.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        return halves[0] + (halves[0].contains("?") ? "&" : "?") + query
    }
}
