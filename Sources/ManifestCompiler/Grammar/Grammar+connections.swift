extension Grammar {
    static let connectionBlocks = [
        BlockRule(
            .connection, "a connection", "How an installation is joined to an account at the provider.",
            keys: headingKeys(icon: true, wire: false) + [
                KeyRule(
                    "kind", .words(ConnectionDeclaration.Kind.allCases.map(\.rawValue)),
                    "OAUTH2 asks the provider for a token; CREDENTIALS are what the user types in.", required: true),
                KeyRule(
                    "authorize_url", .url, "Where the user is sent; `{NAME}` is an environment variable. Of OAUTH2.",
                    examples: ["'https://www.facebook.com/{GRAPH_API_VERSION}/dialog/oauth'"]),
                KeyRule(
                    "token_url", .url,
                    "Where the code is exchanged for a token; without it, a handler does that. Of OAUTH2."),
                KeyRule("revoke_url", .url, "Where a token is given back when an installation ends. Of OAUTH2."),
                KeyRule(
                    "client_id", .reference(.variable), "The provision variable with the client id. Of OAUTH2."),
                KeyRule(
                    "client_secret", .reference(.variable),
                    "The encrypted provision variable with the client secret. Of OAUTH2."),
                KeyRule("scopes", .list(.text), "The permissions that are asked for, in order. Of OAUTH2."),
                KeyRule("pkce", .boolean, "Whether RFC 7636 is used. Of OAUTH2.", default: "false"),
                KeyRule("parameters", .map(.free, .text), "More query parameters of the authorize URL. Of OAUTH2."),
                KeyRule(
                    "store", .block(.connectionStore), "Which install variables keep the token answer. Of OAUTH2."),
                KeyRule("refresh", .block(.refresh), "When tokens are renewed. Of OAUTH2."),
                KeyRule(
                    "multiple", .boolean, "Whether an installation can have several accounts; needs `store_in`.",
                    default: "false"),
                KeyRule(
                    "store_in", .reference(.model),
                    "The model that keeps one row for each account, its tokens in encrypted fields."),
                KeyRule(
                    "fields", .list(.reference(.variable)), "The install variables that CREDENTIALS consist of.",
                    default: "all that the user gives"),
                KeyRule("check", .block(.credentialCheck), "A handler tries CREDENTIALS before they are kept."),
            ]),
        BlockRule(
            .connectionStore, "`store`", "Install variables for the parts of the token answer. "
                + "Of connections that keep them in the same ones, the one made last holds.",
            keys: [
                KeyRule("access_token", .reference(.variable), "The access token."),
                KeyRule("refresh_token", .reference(.variable), "The refresh token."),
                KeyRule("expires_at", .reference(.variable), "When the access token expires; a DATETIME."),
                KeyRule("scope", .reference(.variable), "The scopes that were granted."),
                KeyRule("id_token", .reference(.variable), "The OpenID Connect id token."),
                KeyRule("account_id", .reference(.variable), "The provider's account id."),
            ]),
        BlockRule(
            .refresh, "`refresh`", "When tokens are renewed; one renewal at a time, across all processes.",
            keys: [
                KeyRule("before", .duration, "How long before they expire.", default: "5m"),
                KeyRule("keep_alive", .duration, "How often they are renewed although nobody uses them."),
            ]),
        BlockRule(
            .credentialCheck, "`check`", "A handler that tries credentials; its errors land on the form's fields.",
            keys: [KeyRule("timeout", .duration, "How long it may take.", default: "30s")]),
        BlockRule(
            .outgoingDomain, "an outgoing domain", "A host that may be called.",
            keys: [
                KeyRule(
                    "host", .text, "A host with an optional port, `*.` before it for subdomains, or `{VARIABLE}`.",
                    required: true),
                KeyRule("private", .boolean, "Whether private addresses are allowed.", default: "false"),
                KeyRule("http", .boolean, "Whether unencrypted HTTP is allowed.", default: "false"),
            ]),
    ]
}
