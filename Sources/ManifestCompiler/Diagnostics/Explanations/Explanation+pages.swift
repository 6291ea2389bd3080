extension Explanation {
    /// Pages, their context and the ways to them.
    static let pages: [Explanation] = [
        Explanation(
            .pageGroup,
            why: "A tab opens with the parameters of the page beside it.",
            mend: "Give the pages of a group the same path parameters.",
            wrong: """
                pages: { a: { path: /a, group: all, navigation: true, blocks: [] }, b: { path: '/b/[id]', group: all, blocks: [] } }
                """,
            right: """
                pages: { a: { path: /a, group: all, navigation: true, blocks: [] }, b: { path: /b, group: all, blocks: [] } }
                """),
        Explanation(
            .pagePath,
            why: "Addresses are lower case, absolute and plain, so that they can be typed and compared.",
            mend: "Write /words/[parameter].",
            wrong: """
                pages: { visits: { path: visits/, navigation: true, blocks: [] } }
                """,
            right: """
                pages: { visits: { path: /visits, navigation: true, blocks: [] } }
                """),
        Explanation(
            .routeDuplicate,
            why: "One address shows one page.",
            mend: "Give one of them another path.",
            wrong: """
                pages:
                  a: { path: /visits, navigation: true, blocks: [] }
                  b: { path: /visits, navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  a: { path: /visits, navigation: true, blocks: [] }
                  b: { path: /patients, navigation: true, blocks: [] }
                """),
        Explanation(
            .routeShadowed,
            why: "The literal path wins, so an instance with that id cannot be reached.",
            mend: "Choose another path, or accept the warning.",
            wrong: """
                pages:
                  one: { path: '/visits/[id]', accept: [page.unlinked], blocks: [] }
                  new: { path: /visits/new, navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  one: { path: '/visits/[id]', accept: [page.unlinked], blocks: [] }
                  new: { path: /new-visit, navigation: true, blocks: [] }
                """),
        Explanation(
            .pageDefault,
            why: "One page is the first.",
            mend: "Remove `default` from the other.",
            wrong: """
                pages:
                  a: { path: /a, default: true, navigation: true, blocks: [] }
                  b: { path: /b, default: true, navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  a: { path: /a, default: true, navigation: true, blocks: [] }
                  b: { path: /b, navigation: true, blocks: [] }
                """),
        Explanation(
            .pageUnlinked,
            why: "Nobody would find the page.",
            mend: "Say `navigation: true`, link it, or accept the warning.",
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, navigation: true, blocks: [] }
                """),
        Explanation(
            .pageParameter,
            why: "The page of a model is opened with an instance's id.",
            mend: "Give its path exactly one parameter.",
            given: """
                models: { visit: { page: visit, fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  visit: { path: /visit, navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  visit: { path: '/visits/[id]', blocks: [] }
                """),
        Explanation(
            .contextMode,
            why: "Of a model with many instances a page must say how many it reads.",
            mend: "Say FIRST, MANY or COUNT.",
            given: """
                models: { visit: { fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit } }, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit, mode: MANY } }, blocks: [] }
                """),
        Explanation(
            .contextFirst,
            why: "Which of many is the first would be chance.",
            mend: "Give an `order`, or a `where` on the id, the identity or a unique field.",
            given: """
                models: { visit: { fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home: { path: /, navigation: true, context: { last: { model: visit, mode: FIRST } }, blocks: [] }
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { last: { model: visit, mode: FIRST, order: -created_at } }
                    blocks: []
                """),
        Explanation(
            .contextReserved,
            why: "Templates have these names already.",
            mend: "Choose another name.",
            given: """
                models: { visit: { fields: { number: STRING } } }
                """,
            wrong: """
                pages:
                  home: { path: /, navigation: true, context: { form: { model: visit, mode: MANY } }, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit, mode: MANY } }, blocks: [] }
                """),
        Explanation(
            .contextTool,
            why: "Looking at a page must change nothing.",
            mend: "Say `annotations: { read_only: true }` if the tool only reads; else call it with a form.",
            wrong: """
                tools: { list: { output: [STRING] } }
                pages:
                  home: { path: /, navigation: true, context: { all: { tool: list } }, blocks: [] }
                """,
            right: """
                tools: { list: { annotations: { read_only: true }, output: [STRING] } }
                pages:
                  home: { path: /, navigation: true, context: { all: { tool: list } }, blocks: [] }
                """),
        Explanation(
            .queryField,
            why: "Encrypted fields and objects cannot be compared in the store, and a value must be one that the "
                + "field can have.",
            mend: "Ask for another field or value.",
            given: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                """,
            wrong: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { open: { model: visit, mode: MANY, where: { state: OPN } } }
                    blocks: []
                """,
            right: """
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { open: { model: visit, mode: MANY, where: { state: OPEN } } }
                    blocks: []
                """),
        Explanation(
            .linkParameter,
            why: "A link must know the whole address.",
            mend: "Give every parameter of the page's path, and no other.",
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open, link: { page: visit } }] } }] }
                  visit: { path: '/visits/[id]', blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open, link: { page: visit, id: '1' } }] } }] }
                  visit: { path: '/visits/[id]', blocks: [] }
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
            .linkInvalid,
            why: "A link leads to a path of this integration or to an https address.",
            mend: "Write one of them.",
            given: """
                pages: { home: { path: /, blocks: [] } }
                """,
            wrong: """
                navigation: { sections: [{ title: Clinic, items: [home, { label: Docs, link: 'http://a.example' }] }] }
                """,
            right: """
                navigation: { sections: [{ title: Clinic, items: [home, { label: Docs, link: 'https://a.example' }] }] }
                """),
    ]
}
