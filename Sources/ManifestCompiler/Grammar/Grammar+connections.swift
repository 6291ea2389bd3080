extension Grammar {
    static let connectionBlocks = [
        BlockRule(
            .connection, "a connection", "How an installation is joined to an account at the provider.",
            keys: headingKeys(icon: true, wire: false) + [
                KeyRule(
                    "kind", .words(["OAUTH2"], unimplemented: ["CREDENTIALS"]), "How it is joined.", required: true),
                KeyRule(
                    "authorize_url", .url, "Where the user is sent; `{NAME}` is an environment variable.",
                    required: true,
                    examples: ["'https://www.facebook.com/{GRAPH_API_VERSION}/dialog/oauth'"]),
                KeyRule("token_url", .url, "Where the code is exchanged for a token; without it, a handler does that."),
                KeyRule(
                    "client_id", .reference(.variable), "The provision variable with the client id.", required: true),
                KeyRule(
                    "client_secret", .reference(.variable), "The encrypted provision variable with the client secret.",
                    required: true),
                KeyRule("scopes", .list(.text), "The permissions that are asked for, in order."),
                KeyRule("pkce", .boolean, "Whether RFC 7636 is used.", default: "false"),
                KeyRule("parameters", .map(.free, .text), "More query parameters of the authorize URL."),
                KeyRule("store", .block(.connectionStore), "Which install variables keep the token answer."),
                .unimplemented("revoke_url", "Where a token is given back."),
                .unimplemented("refresh", "When tokens are renewed."),
                .unimplemented("fields", "The variables that credentials consist of."),
                .unimplemented("check", "A handler that tries credentials."),
                .unimplemented("multiple", "Several accounts in one installation."),
                .unimplemented("store_in", "The model that keeps one row for each account."),
            ]),
        BlockRule(
            .connectionStore, "`store`", "Install variables for the parts of the token answer.",
            keys: [
                KeyRule("access_token", .reference(.variable), "The access token."),
                KeyRule("refresh_token", .reference(.variable), "The refresh token."),
                KeyRule("expires_at", .reference(.variable), "When the access token expires; a DATETIME."),
                KeyRule("scope", .reference(.variable), "The scopes that were granted."),
                KeyRule("id_token", .reference(.variable), "The OpenID Connect id token."),
                KeyRule("account_id", .reference(.variable), "The provider's account id."),
            ]),
        BlockRule(
            .outgoingDomain, "an outgoing domain", "A host that may be called.",
            keys: [
                KeyRule(
                    "host", .text, "A host with an optional port, `*.` before it for subdomains, or `{VARIABLE}`.",
                    required: true),
                KeyRule("private", .boolean, "Whether private addresses are allowed.", default: "false").unimplemented,
                KeyRule("http", .boolean, "Whether unencrypted HTTP is allowed.", default: "false").unimplemented,
            ]),
    ]
}
