extension DiagnosticCode {
    static let syntaxCodes = [
        yamlEncoding, yamlTooLarge, yamlTooDeep, yamlTooManyNodes, yamlEmpty, yamlDocuments, yamlTab, yamlIndentation,
        yamlQuote, yamlBracket, yamlCharacter, yamlColon, yamlSyntax, yamlTag, yamlAlias, yamlMerge, keyNotText,
        keyDuplicate, fileMissing, fileForbidden, fileUnreadable, includeKey,
    ]

    static let yamlEncoding = DiagnosticCode("yaml.encoding", "The file is not clean UTF-8 text.")
    static let yamlTooLarge = DiagnosticCode("yaml.too_large", "A file is larger than 32 MiB, or all together than 64 MiB.")
    static let yamlTooDeep = DiagnosticCode("yaml.too_deep", "Values are nested more than 64 deep.")
    static let yamlTooManyNodes = DiagnosticCode(
        "yaml.too_many_nodes", "The file has too many values, or its aliases expand to too many.")
    static let yamlEmpty = DiagnosticCode("yaml.empty", "There is nothing in the file.")
    static let yamlDocuments = DiagnosticCode("yaml.documents", "The file has more than one YAML document.")
    static let yamlTab = DiagnosticCode("yaml.tab", "A tab stands where YAML allows only spaces.")
    static let yamlIndentation = DiagnosticCode("yaml.indentation", "A line's indentation fits no line above it.")
    static let yamlQuote = DiagnosticCode("yaml.quote", "A quoted text is not closed.")
    static let yamlBracket = DiagnosticCode("yaml.bracket", "A `[` or `{` is not closed, or something breaks it.")
    static let yamlCharacter = DiagnosticCode("yaml.character", "A character cannot start a plain text.")
    static let yamlColon = DiagnosticCode("yaml.colon", "A plain text contains a colon followed by a space.")
    static let yamlSyntax = DiagnosticCode("yaml.syntax", "The file is not well-formed YAML.")
    static let yamlTag = DiagnosticCode("yaml.tag", "YAML tags are not part of the manifest language.")
    static let yamlAlias = DiagnosticCode("yaml.alias", "An alias names no anchor above it.")
    static let yamlMerge = DiagnosticCode("yaml.merge", "A merge key `<<` takes a map or a list of maps.")
    static let keyNotText = DiagnosticCode("key.not_text", "A key is not a text.")
    static let keyDuplicate = DiagnosticCode("key.duplicate", "A key stands twice in one map, or in two files.")
    static let fileMissing = DiagnosticCode("file.missing", "A file that the manifest names is not there.")
    static let fileForbidden = DiagnosticCode("file.forbidden", "A file cannot be named here.")
    static let fileUnreadable = DiagnosticCode("file.unreadable", "A file cannot be read, or is not text.")
    static let includeKey = DiagnosticCode("include.key", "An included file has a key of the manifest itself.")
}
