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

    static let actionForm = DiagnosticCode(
        "action.form", "An action cannot open a form; a modal form has its own button.")

    static let templateCodes = [
        templateSyntax, templatePathUnknown, templateType, templateOptionUnknown, templateFilter, templateConstant,
        templateOptional, actionForm,
    ]
}
