public import IntegrationKit

/// A message that Meta has to approve before it is sent.
public struct MessageTemplateNode: Hashable, Sendable {
    public let id: String
    public let name: String
    /// `en_GB`.
    public let language: String
    /// `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, …
    public let status: String
    /// `MARKETING`, `UTILITY`, `AUTHENTICATION`.
    public let category: String?
    /// `GREEN`, `YELLOW`, `RED`, `UNKNOWN`.
    public let quality: String?
    public let rejectionReason: String?
    public let components: [MessageTemplateComponent]

    init(_ json: JSON) throws(InvalidValue) {
        id = try json.requiredID("id")
        name = try json.requiredID("name")
        language = json["language"]?.filledText ?? ""
        status = json["status"]?.filledText ?? "UNKNOWN"
        category = json["category"]?.filledText
        quality = json["quality_score"]?["score"]?.filledText
        rejectionReason = json["rejected_reason"]?.filledText.flatMap { $0 == "NONE" ? nil : $0 }
        components = (json["components"]?.arrayValue ?? []).compactMap(MessageTemplateComponent.init)
    }

    static let fields = "id,name,language,status,category,quality_score,rejected_reason,components"

    /// How the message reads, its variables as `{{1}}`, line by line.
    public var preview: String { components.compactMap(\.preview).joined(separator: "\n") }

    /// How the message reads with its variables filled in.
    ///
    /// - Parameters:
    ///   - values: By the variable's name or number.
    public func preview(with values: [String: String]) -> String {
        values.reduce(preview) { text, value in text.replacing("{{\(value.key)}}", with: value.value) }
    }

    /// Whether there is something to fill in besides the variables of the body.
    public var needsMoreThanBody: Bool {
        components.contains { component in
            switch component.type {
            case "HEADER": component.format.map { $0 != "TEXT" } ?? false || component.text?.contains("{{") == true
            case "BODY", "FOOTER": false
            case "BUTTONS": component.needsButtonValues
            default: true
            }
        }
    }

    /// The variables of the body, in the order in which they first stand there.
    public var variables: [String] { components.first { $0.type == "BODY" }?.variables ?? [] }
}

/// One part of a template.
public struct MessageTemplateComponent: Hashable, Sendable {
    /// `HEADER`, `BODY`, `FOOTER`, `BUTTONS`, …
    public let type: String
    /// Of a header: `TEXT`, `IMAGE`, `VIDEO`, `DOCUMENT`, `LOCATION`.
    public let format: String?
    public let text: String?
    public let buttons: [String]
    /// The address of each button that opens one, by its place among the buttons.
    public let addresses: [Int: String]
    /// Whether a button needs something of its own: the end of an address, a code, a flow.
    public let needsButtonValues: Bool
    /// Whether nothing but ends of addresses is missing for the buttons.
    public let needsAddressesOnly: Bool

    init?(_ json: JSON) {
        guard let type = json["type"]?.filledText else { return nil }
        self.type = type.uppercased()
        format = json["format"]?.filledText?.uppercased()
        text = json["text"]?.filledText
        let buttons = json["buttons"]?.arrayValue ?? []
        self.buttons = buttons.compactMap { $0["text"]?.filledText ?? $0["type"]?.filledText }
        addresses = Dictionary(
            buttons.enumerated().compactMap { index, button in
                button["type"]?.filledText?.uppercased() == "URL" ? button["url"]?.filledText.map { (index, $0) } : nil
            }, uniquingKeysWith: { first, _ in first })
        needsAddressesOnly = buttons.allSatisfy { button in
            ["QUICK_REPLY", "PHONE_NUMBER", "VOICE_CALL", "URL"].contains(button["type"]?.filledText?.uppercased())
        }
        needsButtonValues = buttons.contains { button in
            switch button["type"]?.filledText?.uppercased() {
            case "QUICK_REPLY", "PHONE_NUMBER", "VOICE_CALL": false
            case "URL": button["url"]?.filledText?.contains("{{") == true
            default: true
            }
        }
    }

    /// The variables of its text, in the order in which they first stand there.
    public var variables: [String] {
        var names: [String] = []
        for part in (text ?? "").split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstRange(of: "}}") else { continue }
            let name = String(part[..<end.lowerBound]).filter { $0 != " " }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    fileprivate var preview: String? {
        if let text { return text }
        if !buttons.isEmpty { return buttons.map { "[\($0)]" }.joined(separator: " ") }
        return type == "HEADER" ? format.map { "(\($0.lowercased()))" } : nil
    }
}

/// A template to be made.
public struct NewMessageTemplate: Hashable, Sendable {
    public enum Category: String, Hashable, Sendable, CaseIterable {
        case marketing = "MARKETING"
        case utility = "UTILITY"
        case authentication = "AUTHENTICATION"
    }

    public var name: String
    public var language: String
    public var category: Category
    /// Of the header, a text.
    public var header: String?
    /// In place of a text.
    public var headerSample: HeaderSample?
    /// With variables as `{{1}}`, or all of them by name.
    public var body: String
    public var footer: String?
    /// Answers to be pressed.
    public var quickReplies: [String]
    /// An example for each variable of the body, which Meta's reviewers see.
    public var examples: [Example]

    /// A header that is a file; each message has one of its own.
    public struct HeaderSample: Hashable, Sendable {
        /// Picture, film or document.
        public var kind: MessageFile.Kind
        /// Of the example, from ``GraphClient/uploadSample(_:with:deadline:)``.
        public var handle: String

        public init(kind: MessageFile.Kind, handle: String) {
            self.kind = kind
            self.handle = handle
        }
    }

    public struct Example: Hashable, Sendable {
        /// Of the variable: its name or number.
        public var variable: String
        public var text: String

        public init(variable: String, text: String) {
            self.variable = variable
            self.text = text
        }
    }

    public init(
        name: String, language: String, category: Category, header: String? = nil,
        headerSample: HeaderSample? = nil, body: String, footer: String? = nil,
        quickReplies: [String] = [], examples: [Example] = []
    ) {
        self.name = name
        self.language = language
        self.category = category
        self.header = header
        self.headerSample = headerSample
        self.body = body
        self.footer = footer
        self.quickReplies = quickReplies
        self.examples = examples
    }
}
