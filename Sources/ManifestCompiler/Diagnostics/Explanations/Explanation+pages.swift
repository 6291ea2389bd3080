extension Explanation {
    /// Pages, forms and navigation.
    static let pages: [Explanation] = [
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
            wrong: """
                models: { visit: { page: visit, fields: { number: STRING } } }
                pages:
                  visit: { path: /visit, navigation: true, blocks: [] }
                """,
            right: """
                models: { visit: { page: visit, fields: { number: STRING } } }
                pages:
                  visit: { path: '/visits/[id]', blocks: [] }
                """),
        Explanation(
            .contextMode,
            why: "Of a model with many instances a page must say how many it reads.",
            mend: "Say FIRST, MANY or COUNT.",
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit } }, blocks: [] }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit, mode: MANY } }, blocks: [] }
                """),
        Explanation(
            .contextFirst,
            why: "Which of many is the first would be chance.",
            mend: "Give an `order`, or a `where` on the id, the identity or a unique field.",
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { last: { model: visit, mode: FIRST } }, blocks: [] }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
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
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { form: { model: visit, mode: MANY } }, blocks: [] }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
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
            wrong: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { open: { model: visit, mode: MANY, where: { state: OPN } } }
                    blocks: []
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { open: { model: visit, mode: MANY, where: { state: OPEN } } }
                    blocks: []
                """),
        Explanation(
            .formInputMissing,
            why: "A form that lacks a required input could never be sent.",
            mend: "Ask for it in `fields`, give it in `with`, or make the input optional.",
            wrong: """
                tools: { add: { input: { number: STRING, name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [name] } }] }
                """,
            right: """
                tools: { add: { input: { number: STRING, name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [number, name] } }] }
                """),
        Explanation(
            .formInputTwice,
            why: "Nobody knows which of the two counts.",
            mend: "Remove it from `fields`, or from `with`.",
            wrong: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add, with: { name: A } }, fields: [name] } }] }
                """,
            right: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [name] } }] }
                """),
        Explanation(
            .formComponent,
            why: "A component asks for values of certain types.",
            mend: "Remove `as`, or use one that fits.",
            wrong: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [{ input: name, as: number }] } }]
                """,
            right: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [{ input: name, as: textarea }] } }]
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
            .recordContext,
            why: "A record block shows one instance.",
            mend: "Use a context name of mode FIRST.",
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { visits: { model: visit, mode: MANY } }
                    blocks: [{ record: { of: visits, fields: [number] } }]
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { last: { model: visit, mode: FIRST, order: -created_at } }
                    blocks: [{ record: { of: last, fields: [number] } }]
                """),
    ]
}
