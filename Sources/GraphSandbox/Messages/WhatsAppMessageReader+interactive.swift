extension WhatsAppMessageReader {
    /// Kinds of interactive messages that Meta documents; those for payments cannot be sent by the sandbox.
    private static let interactiveTypes = [
        "button", "list", "cta_url", "flow", "product", "product_list", "catalog_message",
        "location_request_message", "address_message", "call_permission_request", "voice_call", "carousel",
        "order_details", "order_status", "request_contact_info",
    ]

    /// One card, or the cards of a carousel with the message's own text first.
    func interactive(_ interactive: Param) throws(GraphError) -> [Card] {
        try interactive.object(["type", "header", "body", "footer", "action"])
        let type = try interactive["type"].word(of: Self.interactiveTypes)
        let action = try interactive["action"].object()
        var card = Card()
        try header(interactive["header"], of: type, into: &card)
        let isBodyOptional = type == "product"
        if interactive["body"].isThere || !isBodyOptional {
            try interactive["body"].object(["text"])
            card.body = try interactive["body"]["text"].text(max: type == "list" ? 4096 : 1024)
        }
        if let footer = interactive["footer"].ifThere {
            guard type != "carousel", type != "location_request_message" else {
                throw footer.invalid("is not allowed for interactive type \(type).")
            }
            try footer.object(["text"])
            card.footer = try footer["text"].text(max: 60)
        }
        switch type {
        case "button": card.buttons = try replyButtons(action)
        case "list": card.list = try list(action)
        case "cta_url": card.buttons = [try linkButton(action)]
        case "flow": card.buttons = [try flowButton(action)]
        case "location_request_message":
            try named("send_location", action)
            card.buttons = [.init(title: "Send location", action: .sendLocation)]
        case "product":
            _ = try action["catalog_id"].text(max: 64)
            card.buttons = [
                .init(title: try action["product_retailer_id"].text(max: 256), action: .catalog)
            ]
        case "product_list": card.buttons = try products(action)
        case "catalog_message":
            try named("catalog_message", action)
            card.buttons = [.init(title: "View catalogue", action: .catalog)]
        case "voice_call":
            try named("voice_call", action)
            let title = try action["parameters"]["display_text"].optionalText(max: 20)
            if action["parameters"]["ttl_minutes"].isThere {
                _ = try action["parameters"]["ttl_minutes"].number(1...43_200)
            }
            card.buttons = [.init(title: title ?? "Call on WhatsApp", action: .call(number.displayPhoneNumber))]
        case "call_permission_request":
            try named("call_permission_request", action)
            card.buttons = [
                .init(title: "Allow calls", action: .callPermission("accept")),
                .init(title: "Decline", action: .callPermission("reject")),
            ]
        case "request_contact_info":
            try named("request_contact_info", action)
            card.buttons = [.init(title: "Share contact info", action: .shareContact)]
        case "address_message":
            try named("address_message", action)
            try addressForm(action["parameters"])
            card.buttons = [.init(title: "Provide address", action: .address)]
        case "carousel": return [card] + (try carousel(action))
        default: throw .typeNotSupported("interactive \(type)")
        }
        return [card]
    }

    private func named(_ name: String, _ action: Param) throws(GraphError) {
        guard try action["name"].text(max: 64) == name else {
            throw action["name"].invalid("must be one of {\(name.uppercased())}.")
        }
    }

    private func header(_ header: Param, of type: String, into card: inout Card) throws(GraphError) {
        guard header.isThere else {
            if type == "product_list" { throw header.isMissing }
            return
        }
        let allowed: [String]
        switch type {
        case "button", "cta_url", "flow": allowed = ["text", "image", "video", "document"]
        case "list", "product_list": allowed = ["text"]
        case "catalog_message", "address_message": allowed = ["text"]
        default: throw header.invalid("is not allowed for interactive type \(type).")
        }
        try header.object()
        let kind = try header["type"].word(of: ["text", "image", "video", "document"])
        guard allowed.contains(kind) else { throw header["type"].invalid("cannot be \(kind) here.") }
        if kind == "text" {
            card.title = try header["text"].text(max: 60)
        } else if let kind = MediaContent.Kind(rawValue: kind) {
            card.media = try media(header[kind.rawValue], kind: kind)
        }
    }

    private func addressForm(_ parameters: Param) throws(GraphError) {
        try parameters.object(["country", "values", "saved_addresses", "validation_errors"])
        _ = try parameters["country"].word(of: ["IN", "SG"])
        for name in ["values", "validation_errors"] where parameters[name].isThere { try parameters[name].object() }
        guard parameters["saved_addresses"].isThere else { return }
        for address in try parameters["saved_addresses"].array(1...100) {
            _ = try address.object(["id", "value"])["id"].text(max: 256)
            try address["value"].object()
        }
    }

    private func replyButtons(_ action: Param) throws(GraphError) -> [Card.Button] {
        try action.object(["buttons"])
        var buttons: [Card.Button] = []
        var ids: Set<String> = []
        for button in try action["buttons"].array(1...3) {
            _ = try button["type"].word(of: ["reply"])
            let reply = try button["reply"].object(["id", "title"])
            let id = try reply["id"].text(max: 256)
            let title = try reply["title"].text(max: 20)
            guard ids.insert(id).inserted else { throw reply["id"].wrong("is used by another button.") }
            guard !buttons.contains(where: { $0.title == title }) else {
                throw reply["title"].wrong("is used by another button.")
            }
            buttons.append(.init(title: title, action: .reply(id)))
        }
        return buttons
    }

    private func list(_ action: Param) throws(GraphError) -> Card.ChoiceList {
        try action.object(["button", "sections"])
        let button = try action["button"].text(max: 20)
        let sections = try action["sections"].array(1...10)
        var ids: Set<String> = []
        var result: [Card.ChoiceList.Section] = []
        for section in sections {
            try section.object(["title", "rows"])
            let title = try section["title"].optionalText(max: 24)
            if sections.count > 1, title?.isEmpty ?? true { throw section["title"].isMissing }
            var rows: [Card.ChoiceList.Row] = []
            for row in try section["rows"].array(1...10) {
                try row.object(["id", "title", "description"])
                let id = try row["id"].text(max: 200)
                guard ids.insert(id).inserted else { throw row["id"].wrong("is used by another row.") }
                rows.append(
                    .init(
                        id: id, title: try row["title"].text(max: 24),
                        description: try row["description"].optionalText(max: 72)))
            }
            result.append(.init(title: title, rows: rows))
        }
        let total = result.reduce(0) { $0 + $1.rows.count }
        guard total <= 10 else {
            throw action["sections"].wrong("must have at most 10 rows in all sections together, and has \(total).")
        }
        return .init(button: button, sections: result)
    }

    private func linkButton(_ action: Param) throws(GraphError) -> Card.Button {
        try named("cta_url", action)
        let parameters = try action["parameters"].object(["display_text", "url"])
        let url = try parameters["url"].text(max: 2000)
        guard WebAddress(url) != nil else { throw parameters["url"].wrong("is not a valid URL.") }
        return .init(title: try parameters["display_text"].text(max: 20), action: .url(url))
    }

    private func flowButton(_ action: Param) throws(GraphError) -> Card.Button {
        try named("flow", action)
        let parameters = try action["parameters"].object()
        guard parameters["flow_message_version"].value?.scalarText == "3" else {
            throw parameters["flow_message_version"].invalid("must be one of {3}.")
        }
        guard parameters["flow_id"].isThere != parameters["flow_name"].isThere else {
            throw parameters.wrong("must have either flow_id or flow_name.")
        }
        if parameters["mode"].isThere { _ = try parameters["mode"].word(of: ["draft", "published"]) }
        if parameters["flow_action"].isThere {
            _ = try parameters["flow_action"].word(of: ["navigate", "data_exchange"])
        }
        return .init(title: try parameters["flow_cta"].text(max: 30), action: .flow)
    }

    private func products(_ action: Param) throws(GraphError) -> [Card.Button] {
        _ = try action["catalog_id"].text(max: 64)
        var buttons: [Card.Button] = []
        let sections = try action["sections"].array(1...10)
        for section in sections {
            let title = try section["title"].optionalText(max: 24)
            if sections.count > 1, title?.isEmpty ?? true { throw section["title"].isMissing }
            for item in try section["product_items"].array(1...30) {
                buttons.append(.init(title: try item["product_retailer_id"].text(max: 256), action: .catalog))
            }
        }
        guard buttons.count <= 30 else { throw action["sections"].wrong("must have at most 30 products.") }
        return buttons
    }

    private func carousel(_ action: Param) throws(GraphError) -> [Card] {
        var cards: [Card] = []
        for (index, param) in try action["cards"].array(2...10).enumerated() {
            guard try param["card_index"].number(0...9) == Double(index) else {
                throw param["card_index"].wrong("must be \(index).")
            }
            _ = try param["type"].word(of: ["cta_url"])
            var card = Card()
            let kind = try param["header"]["type"].word(of: ["image", "video"])
            if let kind = MediaContent.Kind(rawValue: kind) {
                if let first = cards.first?.media?.kind, first != kind {
                    throw param["header"]["type"].wrong("must be the same in all cards.")
                }
                card.media = try media(param["header"][kind.rawValue], kind: kind)
            }
            if param["body"].isThere {
                let body = try param["body"]["text"].text(max: 160)
                guard body.count(where: { $0 == "\n" }) <= 2 else {
                    throw param["body"]["text"].wrong("must have at most 2 line breaks.")
                }
                card.body = body
            }
            card.buttons = [try linkButton(param["action"])]
            cards.append(card)
        }
        return cards
    }
}
