/// The codes of problems in templates, conditions and paths.
extension DiagnosticCode {
    static let templateSyntax = DiagnosticCode("template.syntax", "A template or condition cannot be read.")
    static let templatePathUnknown = DiagnosticCode(
        "template.path.unknown", "A path names nothing that is in scope, or a field that is not declared.")
    static let templateType = DiagnosticCode("template.type", "A value has a type that does not fit where it stands.")
    static let templateOptionUnknown = DiagnosticCode(
        "template.option.unknown", "A field with options is compared with a text that is none of them.")
    static let templateFilter = DiagnosticCode(
        "template.filter", "A filter does not exist, or does not fit what it is applied to.")
    static let templateConstant = DiagnosticCode(
        "template.constant", "A condition is always true, because its value is always there.")
    static let templateOptional = DiagnosticCode(
        warning: "template.optional", "A value that may be missing stands where its absence would be seen.")

    static let templatePrecedence = DiagnosticCode(
        warning: "template.precedence", "Liquid reads `and` and `or` from right to left; here `and` binds stronger.")
    static let templateTruth = DiagnosticCode(
        warning: "template.truth", "An empty text is true; what is meant is probably a comparison with blank.")
    static let templateShadowed = DiagnosticCode(
        warning: "template.shadowed", "A field of an element hides a name that the whole page has.")
    static let templateSize = DiagnosticCode(
        warning: "template.size", "`size` counts what was loaded, which has a limit; mode COUNT counts all.")
    static let templateBare = DiagnosticCode(
        warning: "template.bare", "A text is just the path of a value, which is not put there without braces.")
    static let chooseIncomplete = DiagnosticCode("choose.incomplete", "A `choose` says nothing for an option.")

    static let templateCodes = [
        templateSyntax, templatePathUnknown, templateType, templateOptionUnknown, templateFilter, templateConstant,
        templateOptional, templatePrecedence, templateTruth, templateShadowed, templateSize, templateBare,
        chooseIncomplete,
    ]
}
