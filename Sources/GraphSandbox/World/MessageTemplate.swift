#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a template is for; decides price and rules.
enum TemplateCategory: String, Codable, Sendable, CaseIterable {
    case marketing = "MARKETING"
    case utility = "UTILITY"
    case authentication = "AUTHENTICATION"
}

/// A WhatsApp message template in one language.
struct MessageTemplate: Codable, Sendable, Identifiable {
    /// Where it stands in review. Only ``approved`` ones can be sent.
    enum Status: String, Codable, Sendable, CaseIterable {
        case approved = "APPROVED"
        case pending = "PENDING"
        case rejected = "REJECTED"
        case paused = "PAUSED"
        case disabled = "DISABLED"
        case inAppeal = "IN_APPEAL"
        case archived = "ARCHIVED"
    }

    /// How its variables are named.
    enum ParameterFormat: String, Codable, Sendable {
        case positional = "POSITIONAL"
        case named = "NAMED"
    }

    var id: String
    var accountID: String
    var name: String
    var language: String
    var category: TemplateCategory
    var parameterFormat: ParameterFormat
    /// As they were created.
    var components: WireJSON
    var status: Status
    /// `NONE`, `INVALID_FORMAT` and so on.
    var rejectedReason = "NONE"
    var qualityScore = "UNKNOWN"
    var createdAt: Date
    /// When it was edited; approved ones allow one edit a day and ten in thirty days.
    var editedAt: [Date] = []

    func component(_ type: String) -> WireJSON? {
        components.array?.first { $0["type"]?.string?.uppercased() == type }
    }

    var headerFormat: String? { component("HEADER").map { $0["format"]?.string?.uppercased() ?? "TEXT" } }
    var bodyText: String { component("BODY")?["text"]?.string ?? "" }
    var buttons: [WireJSON] { component("BUTTONS")?["buttons"]?.array ?? [] }
    var carouselCards: [WireJSON] { component("CAROUSEL")?["cards"]?.array ?? [] }
}

/// The variables of a template text: `{{1}}` or `{{name}}`.
enum TemplateText {
    /// Names of the variables, each once, in order of appearance.
    static func variables(in text: String) -> [String] {
        var names: [String] = []
        for piece in pieces(of: text) {
            if case .variable(let name) = piece, !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The text with values in the places of its variables; a variable without a value stays.
    static func filled(_ text: String, with values: [String: String]) -> String {
        pieces(of: text).map { piece in
            switch piece {
            case .text(let text): text
            case .variable(let name): values[name] ?? "{{\(name)}}"
            }
        }.joined()
    }

    /// Whether the text begins or ends with a variable, which Meta refuses.
    static func hasVariableAtAnEnd(_ text: String) -> Bool {
        let parts = pieces(of: text).filter { piece in
            if case .text(let text) = piece { !text.allSatisfy(\.isWhitespace) } else { true }
        }
        return [parts.first, parts.last].contains { piece in
            if case .variable? = piece { true } else { false }
        }
    }

    private enum Piece {
        case text(String)
        case variable(String)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            if open.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<open.lowerBound]))) }
            pieces.append(.variable(rest[open.upperBound..<close.lowerBound].trimmingSpaces()))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }
}

extension MessageTemplate {
    /// The templates that a sandbox starts with, all approved but where their names say otherwise.
    static let northwind: [MessageTemplate] = [
        seeded(
            "1", "hello_world", "en_US", .utility,
            [
                ["type": "HEADER", "format": "TEXT", "text": "Hello World"],
                [
                    "type": "BODY",
                    "text": "Welcome and congratulations! This message shows that your number can send.",
                ],
                ["type": "FOOTER", "text": "WhatsApp Business Platform sample message"],
            ]),
        seeded(
            "2", "order_update", "en_GB", .utility,
            [
                ["type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": ["header_text": ["K-17"]]],
                [
                    "type": "BODY", "text": "Hi {{1}}, your {{2}} is ready to collect.",
                    "example": ["body_text": [["Imogen", "kettle"]]],
                ],
                [
                    "type": "BUTTONS",
                    "buttons": [
                        ["type": "QUICK_REPLY", "text": "On my way"],
                        [
                            "type": "URL", "text": "Track it", "url": "https://northwind.example/orders/{{1}}",
                            "example": ["https://northwind.example/orders/17"],
                        ],
                    ],
                ],
            ]),
        seeded(
            "3", "order_update", "sv", .utility,
            [
                ["type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": ["header_text": ["K-17"]]],
                [
                    "type": "BODY", "text": "Hej {{1}}, din {{2}} är klar att hämta.",
                    "example": ["body_text": [["Zoë", "kaffepanna"]]],
                ],
            ]),
        seeded(
            "4", "winter_sale", "en_GB", .marketing,
            [
                ["type": "HEADER", "format": "IMAGE", "example": ["header_handle": ["4::aW1hZ2U="]]],
                [
                    "type": "BODY", "text": "Kettles are {{discount}} off until {{end_date}}, {{name}}.",
                    "example": [
                        "body_text_named_params": [
                            ["param_name": "discount", "example": "20 %"],
                            ["param_name": "end_date", "example": "Sunday"],
                            ["param_name": "name", "example": "Imogen"],
                        ]
                    ],
                ],
                ["type": "FOOTER", "text": "Reply STOP to hear no more of this"],
                [
                    "type": "BUTTONS",
                    "buttons": [
                        ["type": "COPY_CODE", "text": "Copy offer code", "example": "KETTLE20"],
                        ["type": "PHONE_NUMBER", "text": "Call the shop", "phone_number": "+442079460155"],
                    ],
                ],
            ], format: .named),
        seeded(
            "5", "sign_in_code", "en_GB", .authentication,
            [
                [
                    "type": "BODY", "text": "*{{1}}* is your verification code.",
                    "example": ["body_text": [["123456"]]],
                ],
                [
                    "type": "BUTTONS",
                    "buttons": [
                        [
                            "type": "URL", "text": "Copy code",
                            "url": "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
                            "example": ["https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456"],
                        ]
                    ],
                ],
            ]),
        seeded(
            "6", "autumn_news", "en_GB", .marketing,
            [["type": "BODY", "text": "Our autumn catalogue is here."]], status: .paused),
        seeded(
            "7", "old_offer", "en_GB", .marketing,
            [["type": "BODY", "text": "An offer that people reported too often."]], status: .disabled),
    ]

    private static func seeded(
        _ suffix: String, _ name: String, _ language: String, _ category: TemplateCategory, _ components: WireJSON,
        format: ParameterFormat = .positional, status: Status = .approved
    ) -> MessageTemplate {
        MessageTemplate(
            id: "229017445501880\(suffix)", accountID: "730119284455021", name: name, language: language,
            category: category, parameterFormat: format, components: components, status: status,
            qualityScore: status == .approved ? "GREEN" : "RED",
            createdAt: Date(timeIntervalSince1970: 1_795_000_000))
    }
}
