public import IntegrationKit

/// An approved template with what is filled in (Meta, "Template messages").
public struct WhatsAppTemplateUse: Hashable, Sendable {
    /// What stands for one variable.
    public struct Parameter: Hashable, Sendable {
        public enum Value: Hashable, Sendable {
            case text(String)
            /// `amount`: thousandths. `fallback`: where the amount cannot be written in the person's way.
            case currency(fallback: String, code: String, amount: Int64)
            case dateTime(fallback: String)
            case image(WhatsAppMediaSource)
            case video(WhatsAppMediaSource)
            case document(WhatsAppMediaSource, filename: String?)
            case location(MessagePlace)
            case product(String, catalog: String?)
            case group(String)
        }

        /// Of a named variable; nil for variables that are numbered.
        public var name: String?
        public var value: Value

        public init(_ value: Value, name: String? = nil) {
            self.value = value
            self.name = name
        }
    }

    /// What is filled in for a button, by its place among the template's.
    public struct Button: Hashable, Sendable {
        public enum Value: Hashable, Sendable {
            /// Comes back when it is pressed.
            case quickReply(payload: String)
            /// What follows the address of the template.
            case url(suffix: String)
            case copyCode(String)
            case flow(token: String?, data: JSONObject?)
            case catalog(thumbnail: String?)
            /// `thumbnail`: the product that they are shown by.
            case products(thumbnail: String, [WhatsAppInteractive.ProductSection])
        }

        public var index: Int
        public var value: Value

        public init(index: Int, _ value: Value) {
            self.index = index
            self.value = value
        }
    }

    /// One card of a carousel.
    public struct Card: Hashable, Sendable {
        public var header: [Parameter]
        public var body: [Parameter]
        public var buttons: [Button]

        public init(header: [Parameter] = [], body: [Parameter] = [], buttons: [Button] = []) {
            self.header = header
            self.body = body
            self.buttons = buttons
        }
    }

    public var name: String
    /// `en_GB`.
    public var language: String
    public var header: [Parameter]
    public var body: [Parameter]
    public var buttons: [Button]
    public var cards: [Card]
    /// Milliseconds since 1970; of templates with a limited-time offer.
    public var offerEndsAt: Int64?

    public init(
        name: String, language: String, header: [Parameter] = [], body: [Parameter] = [], buttons: [Button] = [],
        cards: [Card] = [], offerEndsAt: Int64? = nil
    ) {
        self.name = name
        self.language = language
        self.header = header
        self.body = body
        self.buttons = buttons
        self.cards = cards
        self.offerEndsAt = offerEndsAt
    }

    var json: JSON {
        var components = Self.components(header: header, body: body, buttons: buttons)
        if let offerEndsAt {
            components.append([
                "type": "limited_time_offer",
                "parameters": [
                    ["type": "limited_time_offer", "limited_time_offer": ["expiration_time_ms": number(offerEndsAt)]]
                ],
            ])
        }
        if !cards.isEmpty {
            let cards: [JSON] = cards.enumerated().map { index, card in
                [
                    "card_index": number(Int64(index)),
                    "components": .array(Self.components(header: card.header, body: card.body, buttons: card.buttons)),
                ]
            }
            components.append(["type": "carousel", "cards": .array(cards)])
        }
        var template: JSONObject = ["name": .string(name), "language": ["code": .string(language)]]
        if !components.isEmpty { template["components"] = .array(components) }
        return .object(template)
    }

    private static func components(header: [Parameter], body: [Parameter], buttons: [Button]) -> [JSON] {
        var components: [JSON] = []
        for (type, parameters) in [("header", header), ("body", body)] where !parameters.isEmpty {
            components.append(["type": .string(type), "parameters": .array(parameters.map(\.json))])
        }
        return components + buttons.map(\.json)
    }
}

extension WhatsAppTemplateUse.Parameter {
    fileprivate var json: JSON {
        var object: JSONObject
        switch value {
        case .text(let text): object = ["type": "text", "text": .string(text)]
        case .currency(let fallback, let code, let amount):
            let currency: JSON = [
                "fallback_value": .string(fallback), "code": .string(code), "amount_1000": number(amount),
            ]
            object = ["type": "currency", "currency": currency]
        case .dateTime(let fallback): object = ["type": "date_time", "date_time": ["fallback_value": .string(fallback)]]
        case .image(let source): object = ["type": "image", "image": source.json()]
        case .video(let source): object = ["type": "video", "video": source.json()]
        case .document(let source, let filename):
            object = ["type": "document", "document": source.json([("filename", filename?.json)])]
        case .location(let place): object = ["type": "location", "location": place.json]
        case .product(let id, let catalog):
            var product: JSONObject = ["product_retailer_id": .string(id)]
            product["catalog_id"] = catalog?.json
            object = ["type": "product", "product": .object(product)]
        case .group(let id): object = ["type": "group_id", "group_id": .string(id)]
        }
        object["parameter_name"] = name?.json
        return .object(object)
    }
}

extension WhatsAppTemplateUse.Button {
    fileprivate var json: JSON {
        let kind: String
        let parameter: JSON
        switch value {
        case .quickReply(let payload): (kind, parameter) = ("quick_reply", ["type": "payload", "payload": .string(payload)])
        case .url(let suffix): (kind, parameter) = ("url", ["type": "text", "text": .string(suffix)])
        case .copyCode(let code):
            (kind, parameter) = ("copy_code", ["type": "coupon_code", "coupon_code": .string(code)])
        case .flow(let token, let data):
            var action: JSONObject = [:]
            action["flow_token"] = token?.json
            action["flow_action_data"] = data.map(JSON.object)
            (kind, parameter) = ("flow", ["type": "action", "action": .object(action)])
        case .catalog(let thumbnail):
            var action: JSONObject = [:]
            action["thumbnail_product_retailer_id"] = thumbnail?.json
            (kind, parameter) = ("catalog", ["type": "action", "action": .object(action)])
        case .products(let thumbnail, let sections):
            let lists: [JSON] = sections.map { section in
                let items: [JSON] = section.products.map { ["product_retailer_id": .string($0)] }
                return ["title": .string(section.title), "product_items": .array(items)]
            }
            let action: JSON = ["thumbnail_product_retailer_id": .string(thumbnail), "sections": .array(lists)]
            (kind, parameter) = ("mpm", ["type": "action", "action": action])
        }
        return [
            "type": "button", "sub_type": .string(kind), "index": .string(String(index)), "parameters": [parameter],
        ]
    }
}

private func number(_ value: Int64) -> JSON { .number(JSONNumber(value)) }
