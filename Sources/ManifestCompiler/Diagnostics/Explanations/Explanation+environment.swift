extension Explanation {
    /// Variables, connections and the hosts that are called.
    static let environment: [Explanation] = [
        Explanation(
            .envDescription,
            why: "The description is what is shown when the variable is missing.",
            mend: "Add a `description`.",
            wrong: """
                env: { provision: { REGION: { required: true } } }
                """,
            right: """
                env: { provision: { REGION: { required: true, description: 'Where the servers are' } } }
                """),
        Explanation(
            .envVisibility,
            why: "A variable whose last word is SECRET, TOKEN, PASSWORD or KEY is probably a secret, and secrets "
                + "must not be visible by accident.",
            mend: "Say which it is.",
            wrong: """
                env: { provision: { APP_SECRET: STRING } }
                """,
            right: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                """),
        Explanation(
            .domainInvalid,
            why: "An entry is a host, optionally with a port; `*.` stands for one or more labels before it.",
            mend: "Remove the scheme and the path.",
            wrong: """
                outgoing_domains: ['https://graph.facebook.com/v1']
                """,
            right: """
                outgoing_domains: [graph.facebook.com]
                """),
        Explanation(
            .envScope,
            why: "Provision variables are one for all, install variables one for each installation; what belongs to "
                + "an installation cannot be kept for all.",
            mend: "Use a variable of the other scope.",
            given: """
                outgoing_domains: [api.example.com]
                """,
            wrong: """
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: APP_SECRET }
                """,
            right: """
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """),
        Explanation(
            .connectionSecret,
            why: "A visible variable is shown and logged.",
            mend: "Make the variable ENCRYPTED.",
            given: """
                outgoing_domains: [api.example.com]
                """,
            wrong: """
                env:
                  provision: { APP_ID: STRING, APP_PLAIN: STRING }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_PLAIN
                    store: { access_token: ACCESS_TOKEN }
                """,
            right: """
                env:
                  provision: { APP_ID: STRING, APP_PLAIN: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_PLAIN
                    store: { access_token: ACCESS_TOKEN }
                """),
        Explanation(
            .connectionStore,
            why: "What a provider returns has a type: tokens are texts, `expires_at` is a DATETIME.",
            mend: "Give the variable that type.",
            given: """
                outgoing_domains: [api.example.com]
                """,
            wrong: """
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED }, EXPIRES: STRING }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN, expires_at: EXPIRES }
                """,
            right: """
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED }, EXPIRES: DATETIME }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN, expires_at: EXPIRES }
                """),
        Explanation(
            .urlInvalid,
            why: "Secrets travel there, so only https will do.",
            mend: "Write https://host/path; `{NAME}` stands for a variable.",
            given: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                """,
            wrong: """
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: http://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """,
            right: """
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """),
        Explanation(
            .domainMissing,
            why: "Nothing can be called that is not in `outgoing_domains`: guard and documentation in one.",
            mend: "Add the host there.",
            wrong: """
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """,
            right: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """),
        Explanation(
            .connectionAccounts,
            why: "With several accounts each has a row of its own for its tokens; with one the tokens are install variables.",
            mend: "Say `store_in` with `multiple: true`, and `store` without.",
            given: """
                env:
                  provision: { CLIENT_ID: STRING, CLIENT_SECRET: { visibility: ENCRYPTED } }
                outgoing_domains: [clinic.example]
                models:
                  account: { identity: number, fields: { number: STRING, access_token: { type: STRING, visibility: ENCRYPTED } } }
                """,
            wrong: """
                connections:
                  clinic:
                    kind: OAUTH2
                    authorize_url: https://clinic.example/authorize
                    token_url: https://clinic.example/token
                    client_id: CLIENT_ID
                    client_secret: CLIENT_SECRET
                    multiple: true
                """,
            right: """
                connections:
                  clinic:
                    kind: OAUTH2
                    authorize_url: https://clinic.example/authorize
                    token_url: https://clinic.example/token
                    client_id: CLIENT_ID
                    client_secret: CLIENT_SECRET
                    multiple: true
                    store_in: account
                """),
    ]
}
