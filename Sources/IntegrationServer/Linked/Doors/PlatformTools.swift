internal import IntegrationKit
internal import Logging

/// Tools as the platform calls them. Everything ends in the one ``ToolDispatcher``.
struct PlatformTools<I: Integration>: Sendable {
    let linked: LinkedRuntime<I>
    private let descriptors: [String: ToolDescriptor]

    init(linked: LinkedRuntime<I>) {
        self.linked = linked
        descriptors = Dictionary(I.tools.map { ($0.descriptor.handle, $0.descriptor) }, uniquingKeysWith: { first, _ in first })
    }

    var all: [ToolDescriptor] { I.tools.map(\.descriptor) }

    /// The tool of this name: itself, or what stands behind its last colon (`app:acme:sync_leads` is `sync_leads`).
    func tool(_ name: String) -> ToolDescriptor? {
        descriptors[name] ?? name.lastIndex(of: ":").flatMap { descriptors[String(name[name.index(after: $0)...])] }
    }

    /// What came of a call.
    enum Outcome: Sendable {
        case done(JSONObject?)
        case estimated(credits: Double)
        case failed(ToolFailure)
    }

    /// - Parameter inputs: nil when the call has none; then a form's values are.
    func call(
        _ tool: ToolDescriptor, inputs: JSON?, isEstimate: Bool = false, _ envelope: Envelope
    ) async -> Outcome {
        let core: RuntimeCore<I>
        do {
            core = try await linked.core(for: envelope, endpoint: tool.handle)
        } catch {
            return .failed(ToolFailure(error))
        }
        let arguments = inputs ?? envelope.context.formValues.map(JSON.object) ?? [:]
        if isEstimate || envelope.context.isEstimate { return await estimate(tool, arguments, in: core) }
        guard let installation = installation(for: tool, envelope) else {
            return .failed(ToolFailure(
                .invalidInput, "The tool '\(tool.handle)' works for an installation, and the call names none.",
                field: "context.appInstallationId"))
        }
        linked.requestAnswered()
        let invocation = Invocation(
            id: core.ids.make("inv", at: core.now), trigger: trigger(of: envelope.context, for: tool))
        let result = await linked.runtime.tools.answering(core).call(
            tool.handle, arguments: arguments, in: installation, invocation: invocation, log: linked.log(for: envelope))
        switch result {
        case .success(let output): return .done(output)
        case .failure(let failure): return .failed(failure)
        }
    }

    /// Without an effect, also of tools that cannot say what they cost: those cost nothing beyond the call.
    func estimate(_ tool: ToolDescriptor, _ arguments: JSON, in core: RuntimeCore<I>) async -> Outcome {
        let tools = linked.runtime.tools.answering(core)
        guard tools.givesEstimates(tool.handle) else { return .estimated(credits: 0) }
        switch await tools.estimate(tool.handle, arguments: arguments) {
        case .success(let estimate): return .estimated(credits: estimate.credits)
        case .failure(let failure): return .failed(failure)
        }
    }

    /// A tool of the app version is not run for an installation; it stands for its own.
    private func installation(for tool: ToolDescriptor, _ envelope: Envelope) -> Installation? {
        if let installation = envelope.context.installation { return installation }
        guard tool.scope == .appVersion else { return nil }
        let id = "app version \(envelope.context.app?.versionID ?? "")"
        return Installation(id: InstallationID(id), workplace: Workplace(handle: id, name: id, timeZone: "UTC"))
    }

    /// A call without a word about where it comes from is an agent's, or the platform's own that sends a message.
    private func trigger(of context: CallContext, for tool: ToolDescriptor) -> Trigger {
        if let trigger = context.trigger.flatMap(Trigger.init(platform:)) { return trigger }
        let sends = I.channels.contains { $0.messaging?.sendTool == tool.handle }
        return sends && !tool.triggers.contains(.agent) ? .channel : .agent
    }
}

extension Trigger {
    /// The platform's `context.trigger`; nil for words that this version does not know.
    init?(platform word: String) {
        switch word {
        case "provision": self = .provision
        case "developer_page_action", "developer_form_submit": self = .developer
        case "field_change": self = .fieldChange
        case "page_action": self = .action
        case "form_submit": self = .form
        case "workflow": self = .workflow
        case "page_context": self = .pageContext
        case "cron": self = .schedule
        case "agent": self = .agent
        default: return nil
        }
    }
}
