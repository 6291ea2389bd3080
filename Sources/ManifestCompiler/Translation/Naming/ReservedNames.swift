/// Names that handles cannot take, because Swift, the runtime or generated code has them.
enum ReservedNames {
    /// Types that generated files mention or declare at file scope. One of the author's under such a name would stand
    /// in their way.
    static let types: Set<String> = [
        // Swift and Foundation.
        "Any", "Array", "Bool", "Character", "Date", "Dictionary", "Double", "Duration", "Error", "Float", "Int", "Never",
        "Optional", "Protocol", "Result", "Self", "Sendable", "Set", "String", "Task", "Type", "Void",
        // IntegrationKit.
        "AgentDescriptor", "AlertBlock", "Capability", "CardBlock", "Channel", "ChannelDescriptor", "ChannelRecord", "ConnectionDescriptor",
        "ContextValue", "Conversation", "ConversationBlock", "DateOrDateTime", "DisplayField", "DisplayValue", "EnvironmentReader",
        "EnvironmentValues", "EnvironmentVariable", "FieldDescriptor", "FieldSet", "FileReference", "FileRule", "FormBlock", "FormField",
        "HookContext", "IdentifiedModel", "Identifier", "Installation", "Integration", "IntegrationDescriptor",
        "IntegrationEnvironment", "InvalidEnvironment", "InvalidValue", "JSON", "JSONConvertible", "JSONNumber",
        "JSONObject", "ListBlock", "LocalDateTime", "Model", "ModelDescriptor", "ModelField", "ModelStore", "NavigationSection",
        "NoOutput", "OAuthCallbackHandler", "ObjectOutput", "ObjectReader", "OptionDescriptor", "OptionValue", "Page",
        "PageAction", "PageBlock", "PageContent", "PageDescriptor", "PageEntry", "PageLink", "PageNotFound",
        "PageRequest", "PlatformSession", "ProvisionHandler", "Record", "RecordBlock", "Route", "Secret",
        "ReferenceDescriptor", "RelatedInstances", "RelatedLookup", "SendingChannel", "SessionView", "SingletonModel", "SubmitResult", "TaggedObject", "Timestamp", "Tool", "ToolDescriptor", "ToolEntry",
        "ToolFailure", "ToolHandler", "ToolOutput", "Trigger", "UninstallHandler", "ValueCheck", "Webhook",
        "WebhookDescriptor", "WebhookEntry", "WebhookHandler", "WebhookPayload",
        // IntegrationKit, for tools and operations.
        "AppToolContext", "AppToolHandler", "BatchContext", "BatchOperation", "BatchOperationDescriptor",
        "BatchOperationEntry", "BatchOperationHandler", "BatchPart", "BatchRequest", "BatchStart", "EmptyObject",
        "Estimate", "EstimateContext", "EstimateHandler", "LimitDescriptor", "LimitUse", "RetryPolicy",
        "ScheduleDescriptor", "Sequencer", "SequencerDescriptor", "UsesAI", "UsesCalls", "UsesFiles", "UsesReports",
        // Generated, at file scope or where the author's types are used.
        "Agents", "AppFields", "Capabilities", "Channels", "Entities", "Environment", "Events", "Field",
        "Hooks", "ID", "Input", "Limits", "Models", "Output", "Owner", "Pages", "Payload", "Readable", "Routes",
        "Schedules", "Sequencers", "WorkplaceFields",
    ]

    /// Types inside a batch operation, in the way of the author's only where there is one.
    static let batchOperationTypes: Set<String> = ["Item", "State"]

    /// Types inside a model, record, tool or page; an enum of that name is called after the field with `Value`.
    static let nestedTypes: Set<String> = [
        "Any", "AppFields", "Context", "Field", "Hook", "ID", "Input", "Output", "Owner", "Payload", "Protocol",
        "Self", "Type", "WorkplaceFields",
        "Bool", "Date", "Double", "Int", "JSON", "JSONObject", "String",
    ]

    /// Members of generated types and words that cannot be a member even in backticks; they get an underscore.
    static let members: Set<String> = [
        "appFields", "descriptor", "init", "json", "self", "structured", "values",
    ]

    /// Members of the enums of options; `none` and `some` would be taken for those of an optional value.
    static let optionMembers: Set<String> = [
        "allCases", "color", "init", "json", "label", "none", "rawValue", "self", "some", "unknown",
    ]

    /// Members of the enums of tagged unions, and those of optionals.
    static let unionMembers: Set<String> = ["init", "json", "none", "self", "some", "structured", "unknown"]

    /// What a page's code calls its own values; context names of the same spelling get an underscore.
    static let pageLocals: Set<String> = [
        "actions", "blocks", "choices", "fields", "fixed", "init", "item", "items", "request", "result", "self",
        "structured",
    ]
}
