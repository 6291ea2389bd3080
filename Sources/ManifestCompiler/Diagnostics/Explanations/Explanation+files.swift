extension Explanation {
    /// The text of the files: YAML, encodings, and files that others name.
    static let files: [Explanation] = [
        Explanation(
            .fileMissing,
            why: "Files are read when the manifest is compiled.",
            mend: "Write the path relative to the file that names it."),
        Explanation(
            .fileForbidden,
            why: "A manifest names files of its package only, by relative paths.",
            mend: "Move the file into the package."),
        Explanation(
            .yamlEncoding,
            why: "A manifest is UTF-8 text, so that every tool reads the same. Control characters and single "
                + "carriage returns are invisible and counted differently.",
            mend: "Save the file as UTF-8 with LF or CRLF line ends and remove the character."),
        Explanation(
            .yamlTooDeep,
            why: "Nesting is bounded, so that no file can exhaust the compiler.",
            mend: "Give inner records names of their own under `types:`."),
        Explanation(
            .yamlTooManyNodes,
            why: "Aliases of aliases can make a small file very large.",
            mend: "Use fewer aliases, or write the values out."),
        Explanation(
            .yamlEmpty,
            why: "A manifest says at least the version of the language, a handle, a name and a version.",
            mend: "Begin with these four keys."),
        Explanation(
            .yamlDocuments,
            why: "A manifest is one document; nobody would read a second.",
            mend: "Remove the `---`, or move what follows into a file of its own and name it under `include:`."),
        Explanation(
            .yamlTab,
            why: "YAML indents with spaces only.",
            mend: "Replace the tab by spaces."),
        Explanation(
            .yamlIndentation,
            why: "The indentation says what belongs to what, so each line stands exactly below its neighbours.",
            mend: "Indent the line as far as those that it belongs to."),
        Explanation(
            .yamlQuote,
            why: "A quote that is not closed swallows what follows, and double quotes know only YAML's escapes.",
            mend: "Close the quote, or use single quotes, which take a backslash as it is."),
        Explanation(
            .yamlBracket,
            why: "Inside `[ ]` and `{ }` a comma parts values, and a bracket or colon has a meaning.",
            mend: "Close the bracket, or put the text in quotes."),
        Explanation(
            .yamlCharacter,
            why: "YAML keeps some characters for itself; an unquoted text cannot begin with one.",
            mend: "Put the text in quotes."),
        Explanation(
            .yamlColon,
            why: "A colon followed by a space ends a key, in an unquoted text too.",
            mend: "Put the text in quotes."),
        Explanation(
            .yamlSyntax,
            why: "Every line is `key: value`, a list's `- item`, or goes on with the value above.",
            mend: "Write the colon, or indent the line."),
        Explanation(
            .yamlTag,
            why: "The grammar of manifests says what a value is; a tag could only contradict it.",
            mend: "Remove the tag."),
        Explanation(
            .yamlAlias,
            why: "An alias stands for the value of an anchor above it in the same file.",
            mend: "Write the anchor's name as it is declared."),
        Explanation(
            .yamlMerge,
            why: "`<<` takes the keys of maps into this one.",
            mend: "Give it a map, or a list of maps, usually aliases."),
        Explanation(
            .keyNotText,
            why: "Keys are names.",
            mend: "Write a text as the key; a list of cases is written out, one by one."),
        Explanation(
            .keyDuplicate,
            why: "Of two entries with one key YAML tools take either, silently.",
            mend: "Remove one, or give it another handle."),
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
            mend: "Move the key to the manifest itself."),
    ]
}
