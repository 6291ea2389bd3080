/// A manifest that has passed every check: all references resolve, all rules hold.
///
/// Everything keeps the order in which the author wrote it; that order is the order of what is generated.
package struct Manifest: Sendable, Hashable {
    package var header: ManifestHeader
    package var environment = EnvironmentDeclaration()
    package var connections = Declarations<ConnectionDeclaration>()
    package var outgoingDomains: [OutgoingDomain] = []
    /// The author's records. Predeclared ones are in ``contracts``.
    package var types = Declarations<RecordDeclaration>()
    package var models = Declarations<ModelDeclaration>()
    package var relationships = Declarations<RelationshipDeclaration>()
    package var tools = Declarations<ToolDeclaration>()
    package var webhooks = Declarations<WebhookDeclaration>()
    package var subscriptions = Declarations<SubscriptionDeclaration>()
    package var channels = Declarations<ChannelDeclaration>()
    package var hooks = Declarations<HookDeclaration>()
    package var pages = Declarations<PageDeclaration>()
    /// `nil` if the manifest has no `navigation:`; ``navigationSections`` is what is drawn.
    package var navigation: NavigationDeclaration?
    package var entities = Declarations<EntityDeclaration>()
    package var events = Declarations<EventDeclaration>()
    package var signals = Declarations<SignalDeclaration>()
    package var setup = Declarations<SetupStepDeclaration>()
    package var workflows = Declarations<WorkflowDeclaration>()
    package var agents = Declarations<AgentDeclaration>()
    package var links = Declarations<PlatformLinkDeclaration>()
    package var limits = Declarations<LimitDeclaration>()
    package var schedules = Declarations<ScheduleDeclaration>()
    package var batchOperations = Declarations<BatchOperationDeclaration>()
    package var sequencers = Declarations<SequencerDeclaration>()
    package var uses: [ServiceUse] = []
    /// `x-…` keys at the top level.
    package var extensions: [ManifestValue.Entry] = []
}

/// The keys at the top of the file.
package struct ManifestHeader: Sendable, Hashable {
    /// Version of the manifest language; 1.
    package var languageVersion: Int
    package var handle: String
    package var name: String
    /// `x.y.z`.
    package var version: String
    package var description: String?
    /// How words of handles are cased in Swift: `WhatsApp`, `WABA`.
    package var spelling: [String]
    /// The main file, from its first to its last character.
    package var span: SourceSpan
    /// Where `handle` is written.
    package var handleSpan: SourceSpan
    /// Where each entry of `spelling` is written, in its order.
    package var spellingSpans: [SourceSpan] = []
}
