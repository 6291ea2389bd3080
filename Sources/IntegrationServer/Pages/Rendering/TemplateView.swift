package import IntegrationKit

/// The templates of a channel that somebody chooses from, and what is filled in.
package struct TemplateChoice: Sendable {
    package let offers: [TemplateOffer]
    package let chosen: TemplateOffer?
    package var input = FormInput()
    /// Why they cannot be listed, or the chosen one could not be sent.
    package var failure: ToolFailure?

    package init(offers: [TemplateOffer], chosen: TemplateOffer? = nil, failure: ToolFailure? = nil) {
        self.offers = offers
        self.chosen = chosen
        self.failure = failure
    }

    /// What a variable's input is called.
    static func field(_ variable: String) -> String { "value." + variable }

    func value(of variable: TemplateOffer.Variable) -> String { input.values[Self.field(variable.name)]?.first ?? "" }
}

/// A template is chosen, filled in, looked at and sent.
struct TemplateView: Sendable {
    struct Offer: Sendable {
        let id: String
        let label: String
        let isChosen: Bool
    }

    let action: String
    let csrf: String
    let formKey: String
    let cancelHref: String
    let offers: [Offer]
    let isEmpty: Bool
    let failure: AlertView?
    let hasChosen: Bool
    let chosenID: String
    let fields: [FieldView]
    let hasFields: Bool
    /// As it will read.
    let preview: String
    /// As it was approved, for the script that fills it in.
    let source: String
    let closeIcon = Icons.svg("x")
    let sendIcon = Icons.svg("send")

    init(_ choice: TemplateChoice, action: String, frame: PageFrame) {
        self.action = action
        csrf = frame.csrfToken
        formKey = frame.formKey
        cancelHref = action
        offers = choice.offers.map { offer in
            Offer(
                id: offer.id, label: offer.language.map { "\(offer.name) (\($0))" } ?? offer.name,
                isChosen: offer.id == choice.chosen?.id)
        }
        isEmpty = offers.isEmpty && choice.failure == nil
        failure = choice.failure.map { AlertView($0) }
        hasChosen = choice.chosen != nil
        chosenID = choice.chosen?.id ?? ""
        let variables = choice.chosen?.variables ?? []
        let firstError = variables.first { choice.input.errors[TemplateChoice.field($0.name)] != nil }
        fields = variables.map { variable in
            FieldView(
                FormField(
                    name: TemplateChoice.field(variable.name), label: variable.label,
                    placeholder: variable.example.map { "For example \($0)" }, isRequired: true, component: .input(.text)),
                prefix: "template", input: choice.input, isFocused: variable.name == firstError?.name, clock: frame.clock)
        }
        hasFields = !fields.isEmpty
        let values = Dictionary(
            variables.map { ($0.name, choice.value(of: $0)) }, uniquingKeysWith: { first, _ in first })
        preview = choice.chosen?.text(filledWith: values) ?? ""
        source = choice.chosen?.text ?? ""
    }
}
