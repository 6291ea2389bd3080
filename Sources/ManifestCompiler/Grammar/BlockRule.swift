/// A key of the language: what it takes and what it is for.
package struct KeyRule: Sendable {
    package var name: String
    package var value: ValueRule
    package var documentation: String
    package var isRequired = false
    /// The value that leaving the key out has, as written.
    package var defaultValue: String?
    package var examples: [String] = []

    /// A key with its value and what it is for.
    init(
        _ name: String, _ value: ValueRule, _ documentation: String, required: Bool = false, default: String? = nil,
        examples: [String] = []
    ) {
        self.name = name
        self.value = value
        self.documentation = documentation
        self.isRequired = required
        self.defaultValue = `default`
        self.examples = examples
    }

    /// What to write, for who has left it out.
    var wish: String { examples.first.map { "for example `\(name): \($0)`" } ?? "`\(name)`: \(documentation)" }
}

/// A place in the manifest: the keys that a map may have there.
package final class BlockRule: Sendable {
    package let name: BlockName
    /// How messages call it: "a tool", "a field of a model".
    package let title: String
    package let documentation: String
    package let keys: [KeyRule]
    /// What other keys take; `nil` if there are none.
    package let others: ValueRule?
    /// Keys that belong to places like this one, and not to this one, with where they belong.
    package let misplaced: [String: String]
    /// The names of the keys that must be there.
    let requiredKeys: [String]
    private let positions: [String: Int]

    init(
        _ name: BlockName, _ title: String, _ documentation: String, others: ValueRule? = nil,
        misplaced: [String: String] = [:], keys: [KeyRule]
    ) {
        self.name = name
        self.title = title
        self.documentation = documentation
        self.keys = keys
        self.others = others
        self.misplaced = misplaced
        self.requiredKeys = keys.filter(\.isRequired).map(\.name)
        self.positions = Dictionary(keys.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    package func key(_ name: String) -> KeyRule? { positions[name].map { keys[$0] } }

    /// Whether what is declared there has `fields:`, under which handles stand.
    var holdsFields: Bool { [.record, .model, .entity].contains(name) }

    /// Whether a name that is no key resembles one, or belongs elsewhere.
    func isMeant(_ name: String) -> Bool {
        let names = keys.map(\.name)
        return misplaced[name] != nil || Suggestion.nearest(to: name, among: names) != nil
            || Repairs.key(name, among: names) != nil || !innerKeys(meantBy: name).isEmpty
    }
}

/// The places of the language.
package enum BlockName: String, Sendable, CaseIterable {
    case manifest
    case env, provisionVariable, installVariable
    case connection, connectionStore, refresh, credentialCheck, outgoingDomain
    case record, unionCase, recordField, option
    case model, modelField, agentHints, modelRequirement, relationship
    case deprecation
    case tool, inputField, outputField, inputPayload, outputPayload, annotations, toolRule, toolHints, retry, limitUse
    case webhook, challenge, signature, route, publicKeys, fixedAnswer, webhookRetry, registrationField
    case subscription, renewal
    case channel, channelIdentifier, channelField, capabilities, messaging, batchSending, capability
    case attachments, attachmentKind, channelTemplates, messagingWindow, lateAnswer
    case hooks, hook
    case page, contextModel, contextTool, comparison
    case card, displayedValue, emptyState
    case form, submit, formField, formAlert
    case list, listItem, recordBlock, alert, conversation
    case table, markdown, panel, modelMapper, setting, settingEntry, fieldChange, choose
    case action, confirmation, link, refreshOutcome, urlOutcome
    case navigation, navigationSection, navigationGroup, pageItem, linkItem
    case entity, entityField, entityRelation, suggestion, event, eventField, signal, platformLink
    case setupStep, setupAction, workflow, workflowRequirement, workflowAction, workflowInput, agent, prompt
    case limit, bucket, schedule, sequencer, batchOperation, batchState, cascadeStep
}

/// The manifest language as data: the one closed table of places and keys.
///
/// The decoder, did-you-mean, the JSON Schema for editors and the reference documentation read it; nothing
/// about the language's keys is written anywhere else.
package enum Grammar {
    /// The version that `manifest:` names.
    package static let languageVersion: Int64 = 1

    package static let blocks: [BlockName: BlockRule] = Dictionary(
        (headerBlocks + environmentBlocks + connectionBlocks + fieldBlocks + modelBlocks + toolBlocks + webhookBlocks
            + channelBlocks + pageBlocks + contentBlocks + navigationBlocks + operationBlocks + entityBlocks
            + setupBlocks).map { ($0.name, $0) }
    ) { first, _ in first }

    /// Keys of everything with a handle.
    ///
    /// - Parameter handle: What its handle looks like.
    static func headingKeys(handle: TextForm = .handle, icon: Bool = false, wire: Bool = true) -> [KeyRule] {
        var keys = [
            KeyRule("label", .prose, "What people read.", examples: ["WhatsApp Phone Number"]),
            KeyRule("description", .prose, "Prose for people and agents: doc comments, tool descriptions, help texts."),
            KeyRule("deprecated", .block(.deprecation), "Says that it should not be used any more."),
            KeyRule("was", .form(handle), "The handle that it had in an earlier version of the manifest."),
            KeyRule(
                "accept", .list(.reference(.warning)), "Warnings that are meant so, here and in everything below.",
                examples: ["[page.unlinked]"]),
        ]
        if icon { keys.append(KeyRule("icon", .form(.icon), "A Lucide icon's name.", examples: ["message-square"])) }
        if wire {
            keys.append(
                KeyRule("wire", .text, "Its name in JSON, MCP and exported config.", default: "the handle"))
        }
        return keys
    }
}
