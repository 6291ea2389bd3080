/// Runs every rule over a manifest.
enum Validator {
    /// References first: what other rules find through a reference that leads nowhere would be no news.
    static func check(_ manifest: Manifest, brokenSections: Set<String>, into collector: inout DiagnosticCollector) {
        let unread = ErrorMap(collector.errorSpans)
        let references = RuleInput(
            manifest: manifest, brokenSections: brokenSections, unread: unread, errors: unread)
        for rule in firstRules { collector.report(rule.check(references)) }
        let input = RuleInput(
            manifest: manifest, brokenSections: brokenSections, unread: unread,
            errors: ErrorMap(collector.errorSpans),
            fields: PlacedField.all(in: manifest))
        for found in rules.concurrentMap(turn: 1, { $0.check(input) }) { collector.report(found) }
    }

    private static let firstRules: [any ManifestRule] = [UnknownReferences(), PagePaths()]

    static let rules: [any ManifestRule] = [
        ReservedHandles(), RecordCycles(), UnusedTypes(), FieldTypes(), FieldDefaults(), FieldOptions(), FieldFormats(),
        FieldConstraintsRule(), FileFields(), TaggedUnions(), WireNames(), ImplicitFields(), ModelIdentity(), FieldOwnership(),
        ModelExtents(), ModelRequirements(), Relationships(), SecretNames(),
        VariableRules(), ConnectionRules(), OutgoingURLs(), ToolContracts(), ToolRules(),
        ToolReachability(), LimitRules(), ScheduleRules(), BatchOperationRules(), WebhookSignatures(),
        WebhookRoutes(), WebhookModes(), Subscriptions(), ChannelContracts(), IdleHooks(), Routes(), DefaultPages(), PageReachability(),
        ContextNames(), Queries(), FormInputs(), PageLinks(), RecordBlocks(), NavigationRules(), SetupRules(),
        PageGroups(), Panels(),
        WorkflowFiles(), SignalInputs(),
    ]
}

/// One rule of the language.
protocol ManifestRule: Sendable {
    func check(_ input: RuleInput) -> [Diagnostic]
}

/// What a rule may look at.
struct RuleInput: Sendable {
    let manifest: Manifest
    /// Top-level keys under which something could not be read.
    let brokenSections: Set<String>
    /// Where something could not be read: the errors of syntax and grammar, and types that name nothing.
    let unread: ErrorMap
    /// These, and references that lead nowhere.
    let errors: ErrorMap
    /// Every declared field; empty for the search for unknown references.
    var fields: [PlacedField] = []

    /// Whether all that stands there could be read, so that what it lacks is its author's doing. For what has no
    /// handle, and so no ``Doubts`` of its own.
    func isRead(_ span: SourceSpan) -> Bool { !unread.touches(span) }

    /// Whether a page's path could be read and is one.
    func knowsPath(of page: PageDeclaration) -> Bool { page.knows("path") && isSound(page.path.span) }

    /// Whether nothing has been reported at all, in any file.
    var isFlawless: Bool { errors.isEmpty }

    /// Whether nothing has been reported there: it could be read, and its references lead somewhere.
    func isSound(_ span: SourceSpan) -> Bool { !errors.touches(span) }
}

/// Where errors are, for asking whether a range has one.
struct ErrorMap: Sendable {
    private let spans: [SourceSpan]

    /// - Parameter spans: In order.
    init(_ spans: [SourceSpan]) { self.spans = spans }

    var isEmpty: Bool { spans.isEmpty }

    func touches(_ span: SourceSpan) -> Bool {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            let other = spans[middle]
            if (other.file, other.start.offset) < (span.file, span.start.offset) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < spans.count && spans[low].file == span.file && spans[low].start.offset <= span.end.offset
    }
}
