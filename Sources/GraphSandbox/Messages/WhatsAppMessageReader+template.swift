#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WhatsAppMessageReader {
    /// The message that a template becomes when its variables are filled in, with the cards of its carousel after it.
    func template(_ param: Param) throws(GraphError) -> [Card] {
        try param.object(["name", "language", "components", "namespace"])
        let name = try param["name"].text(max: 512)
        try param["language"].object(["code", "policy"])
        let language = try param["language"]["code"].text(max: 16)
        guard let template = world.template(name, language: language, accountID: number.accountID) else {
            throw .templateMissing(name: name, language: language)
        }
        switch template.status {
        case .approved: break
        case .paused: throw .templatePaused
        case .disabled: throw .templateDisabled
        default: throw .templateMissing(name: name, language: language)
        }
        let sent = param["components"].isThere ? try param["components"].array(0...12) : []
        for component in sent {
            _ = try component["type"].word(of: ["header", "body", "button", "carousel", "limited_time_offer"])
        }
        func parts(_ type: String) -> [Param] { sent.filter { $0["type"].value?.string?.lowercased() == type } }
        var card = try self.card(
            of: template, components: template.components, header: parts("header").first,
            body: parts("body").first, buttons: parts("button"))
        card.templateName = template.name
        card.templateCategory = template.category
        let cards = try carousel(parts("carousel").first, of: template)
        return [card] + cards
    }

    private func card(
        of template: MessageTemplate, components: WireJSON, header: Param?, body: Param?, buttons: [Param]
    ) throws(GraphError) -> Card {
        func component(_ type: String) -> WireJSON? {
            components.array?.first { $0["type"]?.string?.uppercased() == type }
        }
        var card = Card()
        try fillHeader(component("HEADER"), with: header, of: template, into: &card)
        if let text = component("BODY")?["text"]?.string {
            let filled = try fill(text, with: body, path: "body", format: template.parameterFormat)
            guard filled.unicodeScalars.count <= 1024 || template.status != .approved else {
                throw .templateTextTooLong
            }
            card.body = filled
        }
        card.footer = component("FOOTER")?["text"]?.string
        card.buttons = try fillButtons(component("BUTTONS")?["buttons"]?.array ?? [], with: buttons)
        return card
    }

    private func fillHeader(
        _ header: WireJSON?, with sent: Param?, of template: MessageTemplate, into card: inout Card
    ) throws(GraphError) {
        guard let header else {
            if let sent, sent["parameters"].value?.array?.isEmpty == false {
                throw .parameterCount(path: "header", expected: 0, got: sent["parameters"].value?.array?.count ?? 0)
            }
            return
        }
        let format = header["format"]?.string?.uppercased() ?? "TEXT"
        if format == "TEXT" {
            card.title = try fill(
                header["text"]?.string ?? "", with: sent, path: "header", format: template.parameterFormat)
            return
        }
        let parameters = try sent.map { (sent) throws(GraphError) in try sent["parameters"].array(0...10) } ?? []
        guard parameters.count == 1 else {
            throw .parameterCount(path: "header", expected: 1, got: parameters.count)
        }
        let type = try parameters[0]["type"].text(max: 32).lowercased()
        guard type == format.lowercased() else {
            throw .parameterFormat("header: Format mismatch, expected \(format), received \(type.uppercased())")
        }
        if let kind = MediaContent.Kind(rawValue: type) {
            card.media = try media(parameters[0][type], kind: kind)
        } else if type == "location" {
            let place = parameters[0]["location"]
            _ = try place["latitude"].number(-90...90)
            _ = try place["longitude"].number(-180...180)
            card.title = try place["name"].optionalText(max: 1000)
        }
    }

    /// Puts the parameters of a component into its text; there must be one for each variable.
    private func fill(
        _ text: String, with component: Param?, path: String, format: MessageTemplate.ParameterFormat
    ) throws(GraphError) -> String {
        let variables = TemplateText.variables(in: text)
        let sent: [Param] =
            if let component, component["parameters"].isThere { try component["parameters"].array(0...100) } else { [] }
        guard sent.count == variables.count else {
            throw .parameterCount(path: path, expected: variables.count, got: sent.count)
        }
        var values: [String: String] = [:]
        for (index, parameter) in sent.enumerated() {
            let name: String
            if format == .named {
                guard let given = parameter["parameter_name"].value?.string else {
                    throw .parameterFormat("\(path): Parameter name is missing or empty")
                }
                guard variables.contains(given) else {
                    throw .parameterFormat("\(path): Unknown parameter name \(given)")
                }
                name = given
            } else {
                name = variables[index]
            }
            values[name] = try value(of: parameter, path: path)
        }
        return TemplateText.filled(text, with: values)
    }

    private func value(of parameter: Param, path: String) throws(GraphError) -> String {
        let type = try parameter["type"].text(max: 32).lowercased()
        let text: String
        switch type {
        case "text": text = try parameter["text"].text(max: 32_768)
        case "currency":
            _ = try parameter["currency"]["code"].text(max: 3)
            _ = try parameter["currency"]["amount_1000"].number(-1e15...1e15)
            text = try parameter["currency"]["fallback_value"].text(max: 1024)
        case "date_time": text = try parameter["date_time"]["fallback_value"].text(max: 1024)
        case "group_id": text = try parameter["group_id"].text(max: 256)
        default:
            throw .parameterFormat("\(path): Format mismatch, expected TEXT, received \(type.uppercased())")
        }
        if text.contains("\n") || text.contains("\t") || text.contains("    ") {
            throw .parameterFormat(
                "\(path): Param text cannot have new-line/tab characters or more than 4 consecutive spaces")
        }
        return text
    }

    private func fillButtons(_ buttons: [WireJSON], with sent: [Param]) throws(GraphError) -> [Card.Button] {
        var byIndex: [Int: Param] = [:]
        for component in sent {
            guard let text = component["index"].value?.scalarText else { throw component["index"].isMissing }
            guard let index = Int(text), buttons.indices.contains(index) else {
                throw component["index"].wrong("is not the index of a button of the template.")
            }
            byIndex[index] = component
        }
        var result: [Card.Button] = []
        for (index, button) in buttons.enumerated() {
            result.append(try fill(button, with: byIndex[index], index: index))
        }
        return result
    }

    private func fill(_ button: WireJSON, with sent: Param?, index: Int) throws(GraphError) -> Card.Button {
        let title = button["text"]?.string ?? "Button"
        let path = "button at index \(index)"
        func parameter(_ type: String, subType: String) throws(GraphError) -> Param? {
            guard let sent else { return nil }
            guard try sent["sub_type"].text(max: 32).lowercased() == subType else {
                throw .parameterFormat("\(path): sub_type must be \(subType)")
            }
            let parameters = try sent["parameters"].array(0...1)
            guard let first = parameters.first else { return nil }
            guard try first["type"].text(max: 32).lowercased() == type else {
                throw .parameterFormat("\(path): Format mismatch, expected \(type.uppercased())")
            }
            return first
        }
        switch button["type"]?.string?.uppercased() {
        case "QUICK_REPLY":
            let payload = try parameter("payload", subType: "quick_reply")?["payload"].text(max: 256)
            return .init(title: title, action: .reply(payload ?? title))
        case "URL":
            let url = button["url"]?.string ?? ""
            let variables = TemplateText.variables(in: url)
            let given = try parameter("text", subType: "url")
            guard variables.isEmpty == (given == nil) else {
                throw .parameterCount(path: path, expected: variables.count, got: given == nil ? 0 : 1)
            }
            let value = try given?["text"].text(max: 2000)
            return .init(
                title: title,
                action: .url(
                    TemplateText.filled(url, with: variables.first.map { [$0: value ?? ""] } ?? [:])))
        case "PHONE_NUMBER": return .init(title: title, action: .call(button["phone_number"]?.string ?? ""))
        case "COPY_CODE":
            guard let given = try parameter("coupon_code", subType: "copy_code") else {
                throw .parameterCount(path: path, expected: 1, got: 0)
            }
            return .init(title: title, action: .copy(try given["coupon_code"].text(max: 15)))
        case "FLOW":
            _ = try parameter("action", subType: "flow")
            return .init(title: title, action: .flow)
        default: return .init(title: title, action: .catalog)
        }
    }

    private func carousel(_ sent: Param?, of template: MessageTemplate) throws(GraphError) -> [Card] {
        let wanted = template.carouselCards
        guard !wanted.isEmpty else { return [] }
        let cards = try sent.map { (sent) throws(GraphError) in try sent["cards"].array(1...10) } ?? []
        guard cards.count == wanted.count else {
            throw .parameterCount(path: "carousel", expected: wanted.count, got: cards.count)
        }
        var result: [Card] = []
        for (card, components) in zip(cards, wanted) {
            let sent = try card["components"].array(0...5)
            func component(_ type: String) -> [Param] {
                sent.filter { $0["type"].value?.string?.lowercased() == type }
            }
            result.append(
                try self.card(
                    of: template, components: components["components"] ?? [], header: component("header").first,
                    body: component("body").first, buttons: component("button")))
        }
        return result
    }
}
