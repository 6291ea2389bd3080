/// What a person can press in a chat.
enum Presses {
    /// One thing to press, and where it is.
    struct Option: Sendable {
        var messageID: String
        var press: Press
    }

    /// Everything that messages of the business offer, newest first.
    static func options(in messages: [Message], product: Product) -> [Option] {
        messages.reversed().filter { $0.direction == .fromBusiness && $0.status != .failed }.flatMap { message in
            options(of: message, product: product)
        }
    }

    static func options(of message: Message, product: Product) -> [Option] {
        var presses: [Press] = (message.quickReplies ?? []).compactMap { button in
            guard case .reply(let payload) = button.action else { return nil }
            return Press(source: .quickReply, title: button.title, payload: payload)
        }
        if case .cards(let cards) = message.content {
            for card in cards { presses += self.presses(of: card, product: product) }
        }
        return presses.map { Option(messageID: message.id, press: $0) }
    }

    private static func presses(of card: Card, product: Product) -> [Press] {
        let source: Press.Source =
            product != .whatsApp ? .postback : card.templateName == nil ? .buttonReply : .templateButton
        var presses = card.buttons.compactMap { button -> Press? in
            switch button.action {
            case .reply(let payload): Press(source: source, title: button.title, payload: payload)
            case .flow:
                Press(source: .form, title: "Sent", payload: #"{"flow_token":"unused","answer":"\#(button.title)"}"#)
            case .callPermission(let answer): Press(source: .callPermission, title: button.title, payload: answer)
            case .address: Press(source: .address, title: button.title, payload: addressForm)
            case .shareContact: Press(source: .contact, title: button.title, payload: "share")
            case .url, .call, .copy, .sendLocation, .catalog: nil
            }
        }
        for row in card.list?.sections.flatMap(\.rows) ?? [] {
            presses.append(
                Press(source: .listReply, title: row.title, payload: row.id, description: row.description))
        }
        return presses
    }

    private static let addressForm =
        #"{"saved_address_id":"","values":{"name":"Imogen Hartley","address":"12 Dock Lane","city":"Mumbai","in_pin_code":"400063"}}"#

    /// What the person sends by it.
    static func content(of press: Press, by person: Person) -> MessageContent {
        guard press.source == .contact else { return .press(press) }
        let card: WireJSON = [
            "name": ["formatted_name": .string(person.name), "first_name": .string(person.name)],
            "phones": [["phone": .string("+" + person.waID), "wa_id": .string(person.waID), "type": "CELL"]],
            "origin": "contact_request",
        ]
        return .contacts([ContactCard(name: person.name, wire: card)])
    }

    /// The thing with this payload, or this title, in the newest message that has it.
    static func find(title: String?, payload: String?, in messages: [Message], product: Product) -> Option? {
        options(in: messages, product: product).first { option in
            payload.map { $0 == option.press.payload } ?? (option.press.title == title)
        }
    }
}
