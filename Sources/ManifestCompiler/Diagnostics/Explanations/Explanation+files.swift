extension Explanation {
    /// The text of the files: YAML, encodings, and files that others name.
    static let files: [Explanation] = [
        Explanation(
            .fileMissing,
            why: "Files are read when the manifest is compiled.",
            mend: "Write the path relative to the file that names it.",
            wrong: """
                include: [pages.yaml]
                """,
            right: """
                description: All in one file.
                """),
        Explanation(
            .fileForbidden,
            why: "A manifest names files of its package only, by relative paths.",
            mend: "Move the file into the package.",
            wrong: """
                include: [../other/pages.yaml]
                """,
            right: """
                description: All in one file.
                """),
        Explanation(
            .yamlEncoding,
            why: "A manifest is UTF-8 text, so that every tool reads the same. Control characters and single "
                + "carriage returns are invisible and counted differently.",
            mend: "Save the file as UTF-8 with LF or CRLF line ends and remove the character.",
            wrong: """
                description: "a\u{FEFF}b"
                """,
            right: """
                description: ab
                """),
        Explanation(
            .yamlTooDeep,
            why: "Nesting is bounded, so that no file can exhaust the compiler.",
            mend: "Give inner records names of their own under `types:`.",
            wrong: """
                x-value: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
                """,
            right: """
                x-value: [[[[1]]]]
                """),
        Explanation(
            .yamlTooManyNodes,
            why: "Aliases of aliases can make a small file very large.",
            mend: "Use fewer aliases, or write the values out.",
            wrong: """
                x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
                x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
                x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
                x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
                x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
                x-f: [*e, *e, *e]
                """,
            right: """
                x-a: &a [1, 1, 1]
                x-b: [*a, *a, *a]
                """),
        Explanation(
            .yamlEmpty,
            why: "A manifest says at least the version of the language, a handle, a name and a version.",
            mend: "Begin with these four keys.",
            wrong: """
                # nothing yet
                """,
            right: """
                description: A manifest with the four keys above it.
                """),
        Explanation(
            .yamlDocuments,
            why: "A manifest is one document; nobody would read a second.",
            mend: "Remove the `---`, or move what follows into a file of its own and name it under `include:`.",
            wrong: """
                description: One
                ---
                description: Two
                """,
            right: """
                description: One
                """),
        Explanation(
            .yamlTab,
            why: "YAML indents with spaces only.",
            mend: "Replace the tab by spaces.",
            wrong: """
                tools:
                	look:
                		description: Look it up
                """,
            right: """
                tools:
                  look:
                    description: Look it up
                """),
        Explanation(
            .yamlIndentation,
            why: "The indentation says what belongs to what, so each line stands exactly below its neighbours.",
            mend: "Indent the line as far as those that it belongs to.",
            wrong: """
                tools:
                  look:
                    description: Look it up
                   timeout: 5s
                """,
            right: """
                tools:
                  look:
                    description: Look it up
                    timeout: 5s
                """),
        Explanation(
            .yamlQuote,
            why: "A quote that is not closed swallows what follows, and double quotes know only YAML's escapes.",
            mend: "Close the quote, or use single quotes, which take a backslash as it is.",
            wrong: #"""
                description: "a \d"
                """#,
            right: #"""
                description: 'a \d'
                """#),
        Explanation(
            .yamlBracket,
            why: "Inside `[ ]` and `{ }` a comma parts values, and a bracket or colon has a meaning.",
            mend: "Close the bracket, or put the text in quotes.",
            wrong: """
                tools: { look: { input: { tags: [STRING]? } } }
                """,
            right: """
                tools: { look: { input: { tags: '[STRING]?' } } }
                """),
        Explanation(
            .yamlCharacter,
            why: "YAML keeps some characters for itself; an unquoted text cannot begin with one.",
            mend: "Put the text in quotes.",
            wrong: """
                description: @home visits
                """,
            right: """
                description: '@home visits'
                """),
        Explanation(
            .yamlColon,
            why: "A colon followed by a space ends a key, in an unquoted text too.",
            mend: "Put the text in quotes.",
            wrong: """
                description: Note: only weekdays
                """,
            right: """
                description: 'Note: only weekdays'
                """),
        Explanation(
            .yamlSyntax,
            why: "Every line is `key: value`, a list's `- item`, or goes on with the value above.",
            mend: "Write the colon, or indent the line.",
            wrong: """
                tools
                  look: {}
                description: x
                """,
            right: """
                tools:
                  look: { description: Look it up }
                """),
        Explanation(
            .yamlTag,
            why: "The grammar of manifests says what a value is; a tag could only contradict it.",
            mend: "Remove the tag.",
            wrong: """
                description: !!str text
                """,
            right: """
                description: text
                """),
        Explanation(
            .yamlAlias,
            why: "An alias stands for the value of an anchor above it in the same file.",
            mend: "Write the anchor's name as it is declared.",
            given: """
                x-scopes: &scopes [read, write]
                """,
            wrong: """
                x-more: *scope
                """,
            right: """
                x-more: *scopes
                """),
        Explanation(
            .yamlMerge,
            why: "`<<` takes the keys of maps into this one.",
            mend: "Give it a map, or a list of maps, usually aliases.",
            wrong: """
                x-common: { <<: text }
                """,
            right: """
                x-base: &base { a: 1 }
                x-common: { <<: *base, b: 2 }
                """),
        Explanation(
            .keyNotText,
            why: "Keys are names.",
            mend: "Write a text as the key; a list of cases is written out, one by one.",
            wrong: """
                x-map: { [a, b]: 1 }
                """,
            right: """
                x-map: { a: 1, b: 1 }
                """),
        Explanation(
            .keyDuplicate,
            why: "Of two entries with one key YAML tools take either, silently.",
            mend: "Remove one, or give it another handle.",
            wrong: """
                models:
                  patient: { fields: { number: STRING } }
                  patient: { fields: { name: STRING } }
                """,
            right: """
                models:
                  patient: { fields: { number: STRING, name: STRING } }
                """),
        Explanation(
            .yamlTooLarge,
            why: "A manifest is read whole, and one of this size was made by a program that went wrong.",
            mend: "Split it with `include`, or look at what wrote it."),
        Explanation(
            .fileUnreadable,
            why: "What a prompt or an included file says must be known when the integration is built, as UTF-8 text.",
            mend: "Give the file its rights back, or save it as UTF-8."),
        Explanation(
            .includeKey,
            why: "What the integration is called and which language it is written in is said once, where everybody looks for it.",
            mend: "Move the key to the manifest itself.",
            given: """
                # integration.yaml
                include: [models.yaml]
                """,
            wrong: """
                # models.yaml
                version: 1.0.0
                models: { patient: { fields: { number: STRING } } }
                """,
            right: """
                # models.yaml
                models: { patient: { fields: { number: STRING } } }
                """),
    ]
}
