/// A part of a page.
package indirect enum Block: Sendable, Hashable {
    case card(CardBlock)
    case form(FormBlock)
    case list(ListBlock)
    case record(RecordBlock)
    case alert(AlertBlock)
    case conversation(ConversationBlock)
    case table(TableBlock)
    case markdown(MarkdownBlock)
    case panel(PanelBlock)
    case modelMapper(ModelMapperBlock)
    case raw(RawBlock)
}

/// What every block can say.
package struct BlockHeading: Sendable, Hashable {
    package var title: TemplateSource?
    package var description: TemplateSource?
    /// `when:`; the block is not drawn if it is false.
    package var condition: TemplateSource?
    /// Where the block's kind is written.
    package var span: SourceSpan
    /// All of the block, for asking whether it could be read.
    var body: SourceSpan
}

/// Values with labels, and actions.
package struct CardBlock: Sendable, Hashable {
    package var heading: BlockHeading
    package var fields: [DisplayedValue]
    /// Rows with buttons, behind the values.
    package var settings: [SettingRow] = []
    package var actions: [ActionDeclaration]
}

/// A row that says how something is set, and a button that changes it.
package struct SettingRow: Sendable, Hashable {
    package var label: TemplateSource
    package var description: TemplateSource?
    package var condition: TemplateSource?
    package var action: ActionDeclaration
    package var span: SourceSpan
}

/// `{ show, label, as, empty }`.
package struct DisplayedValue: Sendable, Hashable {
    package enum Style: String, Sendable, Hashable, CaseIterable {
        case text, badge, chips, link, image, code
    }

    /// A path; Templates checks that it exists and can be shown.
    package var path: TemplateSource
    package var label: String?
    package var style: Style?
    package var empty: EmptyState?
}

/// What stands where there is nothing: a text, or a title with a description.
package struct EmptyState: Sendable, Hashable {
    package var title: TemplateSource
    package var description: TemplateSource?
}

/// Inputs for a tool.
package struct FormBlock: Sendable, Hashable {
    package var heading: BlockHeading
    /// Opened by a button instead of standing on the page.
    package var isModal: Bool
    package var tool: Reference
    /// Label of the submit button; `nil` takes the tool's.
    package var submitLabel: String?
    /// Inputs that are not asked: resolved on the server from the page's context, never taken from the browser.
    package var with: [InputValue]
    package var then: Outcome?
    /// The context record that first values come from.
    package var of: Reference?
    package var entries: [FormEntry]
}

package enum FormEntry: Sendable, Hashable {
    case field(FormField)
    case alert(AlertBlock)
    case setting(SettingRow)
}

/// One input of a form.
package struct FormField: Sendable, Hashable {
    package enum Component: String, Sendable, Hashable, CaseIterable {
        case input, textarea, select, combobox, multiselect, `switch`, number, lines, file, date, time, datetime
    }

    /// The choices of a select that come from a list: `from`, `value`, `option`.
    package struct Choices: Sendable, Hashable {
        /// Path to a list of records.
        package var from: TemplateSource
        /// The field of the record that is the input's value.
        package var value: Reference
        /// What a choice is called, over the record's fields.
        package var option: TemplateSource?
    }

    package var input: Reference
    package var label: String?
    package var help: String?
    package var placeholder: String?
    /// `nil` takes the default of the input's type.
    package var component: Component?
    package var choices: Choices?
    package var initial: WrittenValue?
    package var visible: TemplateSource?
    package var enabled: TemplateSource?
    /// The tool that is called when it changes.
    package var change: FieldChange?
    package var span: SourceSpan
}

/// `on_change` of a field: a tool, and its inputs besides the field's own.
package struct FieldChange: Sendable, Hashable {
    package var tool: Reference
    package var inputs: [InputValue]
    package var span: SourceSpan
}

/// Rows of a list of records.
package struct ListBlock: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        package var label: TemplateSource
        package var description: TemplateSource?
        package var badge: TemplateSource?
        package var link: PageLink?
        package var actions: [ActionDeclaration]
    }

    package var heading: BlockHeading
    /// Path to a list; its elements' fields are in scope bare and as `item`.
    package var from: TemplateSource
    package var empty: EmptyState?
    package var item: Item
}

/// One instance of a model with its fields, some of which can be edited.
package struct RecordBlock: Sendable, Hashable {
    package var heading: BlockHeading
    /// A context name of mode FIRST.
    package var of: Reference
    package var fields: [Reference]
    /// A part of `fields`: owned by WORKPLACE or BOTH.
    package var edit: [Reference]
    package var empty: EmptyState?
    package var actions: [ActionDeclaration]
}

package struct AlertBlock: Sendable, Hashable {
    package enum Variant: String, Sendable, Hashable, CaseIterable {
        case info = "INFO"
        case success = "SUCCESS"
        case warning = "WARNING"
        case destructive = "DESTRUCTIVE"
    }

    package var heading: BlockHeading
    package var icon: String?
    package var variant: Variant
}

/// The messages of a channel.
package struct ConversationBlock: Sendable, Hashable {
    package var heading: BlockHeading
    package var channel: Reference
    package var contact: TemplateSource?
}

/// Rows of a list, with a column for each value.
package struct TableBlock: Sendable, Hashable {
    package var heading: BlockHeading
    /// Path to a list; its elements' fields are in scope bare and as `item`.
    package var from: TemplateSource
    package var columns: [DisplayedValue]
    package var empty: EmptyState?
    package var link: PageLink?
    package var actions: [ActionDeclaration]
}

/// Text in CommonMark without HTML.
package struct MarkdownBlock: Sendable, Hashable {
    package var heading: BlockHeading
    package var text: TemplateSource
}

/// A panel that the platform draws.
package struct PanelBlock: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case installSetup = "INSTALL_SETUP"
        case batchOperation = "BATCH_OPERATION"
        case entityMap = "ENTITY_MAP"
        case eventWiring = "EVENT_WIRING"
        case crmStatus = "CRM_STATUS"
    }

    package var heading: BlockHeading
    package var kind: Kind
    package var operation: Reference?
    package var entity: Reference?
    package var events: [Reference]
    package var workflow: Reference?
    package var label: String?
    package var icon: String?
    /// The keys that are there besides what every block can say, with their places.
    var keys: [Reference]
}

/// Where a user says which of their models a SHARED one is.
package struct ModelMapperBlock: Sendable, Hashable {
    package var heading: BlockHeading
    package var model: Reference
}

/// A block of the platform, carried through as it is.
package struct RawBlock: Sendable, Hashable {
    package var heading: BlockHeading
    package var value: ManifestValue
}

/// A button.
package struct ActionDeclaration: Sendable, Hashable {
    package enum Variant: String, Sendable, Hashable, CaseIterable {
        case primary = "PRIMARY"
        case secondary = "SECONDARY"
        case outline = "OUTLINE"
        case destructive = "DESTRUCTIVE"
    }

    package indirect enum Effect: Sendable, Hashable {
        case tool(Reference, inputs: [InputValue])
        /// Starts the connection's consent.
        /// `id` names the account that is connected again.
        case connect(Reference, id: TemplateSource?)
        case page(PageLink)
        /// https only.
        case url(TemplateSource)
        case form(FormBlock)
    }

    package struct Confirmation: Sendable, Hashable {
        package var title: TemplateSource
        package var description: TemplateSource?
    }

    package var label: TemplateSource
    package var icon: String?
    package var variant: Variant
    package var condition: TemplateSource?
    package var enabled: TemplateSource?
    package var confirmation: Confirmation?
    package var effect: Effect
    package var then: Outcome?
    package var span: SourceSpan
}

/// What happens after a tool has succeeded.
package enum Outcome: Sendable, Hashable {
    /// Templates see `result`.
    case page(PageLink)
    case refresh
    case url(TemplateSource)
}
