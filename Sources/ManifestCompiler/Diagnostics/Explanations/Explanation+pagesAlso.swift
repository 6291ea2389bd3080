extension Explanation {
    /// More of the same.
    static let pagesAlso: [Explanation] = [
        Explanation(
            .recordEdit,
            why: "What the app owns, the app writes; people edit fields of owner WORKPLACE or BOTH.",
            mend: "Remove the field from `edit`, or change its owner.",
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number], edit: [number] } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: { type: STRING, owner: WORKPLACE } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number], edit: [number] } }]
                """),
        Explanation(
            .fieldEncrypted,
            why: "An encrypted field is a secret, and a page is read by everybody in the workplace.",
            mend: "Remove it from the page.",
            wrong: """
                models: { account: { singleton: true, fields: { note: { type: STRING, visibility: ENCRYPTED }, number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [note] } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { note: { type: STRING, visibility: ENCRYPTED }, number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number] } }]
                """),
        Explanation(
            .navigationPage,
            why: "A page with a parameter needs to know which, and a page stands in the navigation once.",
            mend: "Take it out of the navigation, and link it from a list.",
            wrong: """
                pages: { home: { path: /, blocks: [] }, visit: { path: '/visits/[id]', blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home, visit] }] }
                """,
            right: """
                pages: { home: { path: /, blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home] }] }
                """),
        Explanation(
            .actionEffect,
            why: "A button does one thing.",
            mend: "Keep one of `tool`, `connect`, `link`, `url`, `form`.",
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open }] } }] } }
                """,
            right: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open, url: 'https://a.example' }] } }] } }
                """),
        Explanation(
            .linkInvalid,
            why: "A link leads to a path of this integration or to an https address.",
            mend: "Write one of them.",
            wrong: """
                pages: { home: { path: /, blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home, { label: Docs, link: 'http://a.example' }] }] }
                """,
            right: """
                pages: { home: { path: /, blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home, { label: Docs, link: 'https://a.example' }] }] }
                """),
    ]
}
