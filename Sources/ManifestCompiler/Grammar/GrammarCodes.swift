extension DiagnosticCode {
    static let grammarCodes = [
        languageVersion, keyUnknown, keyMisplaced, keyMissing, keyConflict, valueShape,
        valueWord, valueBoolean, valueNumber, valueEmpty, valueForm, valueRange, valueComma, handleInvalid, typeSyntax,
        typeOptionality, iconUnknown, definitionUnknown, platformUnknown,
    ]

    static let languageVersion = DiagnosticCode("language.version", "The manifest is in another language version.")
    static let keyUnknown = DiagnosticCode("key.unknown", "A key is not one of those that belong here.")
    static let keyMisplaced = DiagnosticCode("key.misplaced", "A key of the language stands where it has no meaning.")
    static let keyMissing = DiagnosticCode("key.missing", "A key that must be there is not.")
    static let keyConflict = DiagnosticCode("key.conflict", "Keys exclude one another.")
    static let valueShape = DiagnosticCode("value.shape", "A text, a list or a map stands where another is wanted.")
    static let valueWord = DiagnosticCode("value.word", "A word is not one of the fixed words.")
    static let valueBoolean = DiagnosticCode("value.boolean", "Only `true` and `false` are booleans.")
    static let valueNumber = DiagnosticCode("value.number", "A value is not a plain number.")
    static let valueEmpty = DiagnosticCode("value.empty", "A key has no value.")
    static let valueForm = DiagnosticCode("value.form", "A text does not have the form that is wanted.")
    static let valueRange = DiagnosticCode("value.range", "A number is too small or too large.")
    static let valueComma = DiagnosticCode("value.comma", "A comma ends an unquoted text in a flow map.")
    static let iconUnknown = DiagnosticCode(warning: "icon.unknown", "An icon is none of Lucide's.")
    static let definitionUnknown = DiagnosticCode(
        warning: "definition.unknown", "A definition is none that the platform is known to have.")
    static let platformUnknown = DiagnosticCode(
        warning: "platform.unknown", "A name under `platform/` is none that the platform is known to have.")
    static let handleInvalid = DiagnosticCode("handle.invalid", "A handle has characters that handles do not have.")
    static let typeSyntax = DiagnosticCode("type.syntax", "A type is not written as types are.")
    static let typeOptionality = DiagnosticCode("type.optionality", "`?` and `required` stand where the other belongs.")
}
