import IntegrationKit

/// A labelled value that is only shown.
struct FactView: Sendable {
    let label: String
    let value: ValueView
    let testID: String

    init(_ field: DisplayField, clock: WorkplaceClock) {
        label = field.label
        value = ValueView(field.value, empty: field.empty, clock: clock)
        testID = "field-\(Slug.make(field.label))"
    }
}

struct CardView: Sendable {
    let title: String?
    let text: String?
    let fields: [FactView]
    let hasFields: Bool
    let actions: [ActionView]
    let hasActions: Bool

    init(_ block: CardBlock, frame: PageFrame, address: PageAddress) {
        title = block.title
        text = block.description
        fields = block.fields.map { FactView($0, clock: frame.clock) }
        hasFields = !fields.isEmpty
        actions = block.actions.enumerated().map { ActionView($1, index: $0, frame: frame, address: address) }
        hasActions = !actions.isEmpty
    }
}
