import GraphAPI
import IntegrationKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WhatsAppRich {
    /// What WhatsApp is asked to send.
    ///
    /// - Parameter text: Of the message: caption or body.
    /// - Throws: ``ToolFailure`` for a file that has neither an id nor an address, or both.
    func content(text: String) throws -> WhatsAppSendContent {
        let caption = text.isEmpty ? nil : text
        switch self {
        case .image(let file): return .image(try file.source(), caption: caption)
        case .video(let file): return .video(try file.source(), caption: caption)
        case .document(let file): return .document(try file.source(), filename: file.filename, caption: caption)
        case .sticker(let file): return .sticker(try file.source())
        case .audio(let sound):
            return .audio(try .of(sound.mediaID, sound.url), isVoice: sound.voice)
        case .location(let place): return .location(place.place)
        case .contacts(let cards):
            return .contacts(
                cards.contacts.map {
                    WhatsAppContactCard(name: $0.name, phones: $0.phones, emails: $0.emails, company: $0.company)
                })
        case .reaction(let reaction): return .reaction(to: reaction.messageID, emoji: reaction.emoji)
        case .template(let template): return .template(try template.use())
        case .buttons, .list, .link, .locationRequest, .flow, .product, .products, .catalog, .carousel, .addressRequest,
            .callPermissionRequest, .call, .contactRequest:
            return .interactive(try interactive(body: text))
        case .unknown(let tag, _): throw ToolFailure.unknownKind(tag)
        }
    }

    private func interactive(body: String) throws -> WhatsAppInteractive {
        switch self {
        case .buttons(let message):
            return WhatsAppInteractive(
                header: try Self.header(message.header, message.headerFile), body: body, footer: message.footer,
                action: .buttons(message.buttons.map(\.choice)))
        case .list(let message):
            return WhatsAppInteractive(
                header: try Self.header(message.header, nil), body: body, footer: message.footer,
                action: .list(
                    button: message.button,
                    message.sections.map { .init(title: $0.title, rows: $0.rows.map(\.choice)) }))
        case .link(let message):
            return WhatsAppInteractive(
                header: try Self.header(message.header, message.headerFile), body: body, footer: message.footer,
                action: .link(title: message.title, url: message.url))
        case .flow(let flow):
            return WhatsAppInteractive(
                body: body,
                action: .flow(
                    .init(id: flow.flowID, button: flow.button, token: flow.token, screen: flow.screen, data: flow.data)))
        case .product(let product):
            return WhatsAppInteractive(
                body: body, action: .product(catalog: product.catalogID, product: product.productID))
        case .products(let list):
            return WhatsAppInteractive(
                header: .text(list.header), body: body, footer: list.footer,
                action: .products(
                    catalog: list.catalogID, list.sections.map { .init(title: $0.title, products: $0.productIDs) }))
        case .catalog(let catalog):
            return WhatsAppInteractive(body: body, action: .catalog(thumbnail: catalog.productID))
        case .locationRequest: return WhatsAppInteractive(body: body, action: .locationRequest)
        case .carousel(let carousel):
            return WhatsAppInteractive(body: body, action: .carousel(carousel.cards.map(\.card)))
        case .addressRequest(let request):
            let saved = Dictionary(request.saved.map { ($0.id, $0.address) }, uniquingKeysWith: { first, _ in first })
            return WhatsAppInteractive(
                body: body,
                action: .addressRequest(
                    .init(country: request.country, values: request.prefill, saved: saved, problems: request.problems)))
        case .callPermissionRequest: return WhatsAppInteractive(body: body, action: .callPermissionRequest)
        case .call(let button):
            return WhatsAppInteractive(
                body: body, action: .call(.init(title: button.title, minutes: button.minutes, payload: button.payload)))
        case .contactRequest: return WhatsAppInteractive(body: body, action: .contactRequest)
        case .image, .video, .audio, .document, .sticker, .location, .contacts, .reaction, .template, .unknown:
            throw ToolFailure.invalid("rich.type", "This kind has nothing to press.")
        }
    }

    private static func header(_ text: String?, _ file: WhatsAppHeaderFile?) throws -> WhatsAppInteractive.Header? {
        guard let file else { return text.map { .text($0) } }
        guard text == nil else { throw ToolFailure.invalid("rich.header", "Give a text or a file, not both.") }
        let source = try WhatsAppMediaSource.of(file.mediaID, file.url)
        switch file.kind {
        case .image, .unknown: return .image(source)
        case .video: return .video(source)
        case .document: return .document(source, filename: file.filename)
        }
    }
}

extension WhatsAppMediaSource {
    static func of(_ id: String?, _ url: String?) throws -> WhatsAppMediaSource {
        switch (id, url) {
        case (let id?, nil): return .id(id)
        case (nil, let url?): return .link(url)
        default: throw ToolFailure.invalid("rich.media_id", "Give either the id of an uploaded file or an address.")
        }
    }
}

extension WhatsAppFile {
    fileprivate func source() throws -> WhatsAppMediaSource { try .of(mediaID, url) }
}

extension WhatsAppPlace {
    fileprivate var place: MessagePlace {
        MessagePlace(latitude: latitude, longitude: longitude, name: name, address: address)
    }
}

extension WhatsAppChoice {
    fileprivate var choice: WhatsAppInteractive.Choice { .init(id: id, title: title, description: description) }
}

extension WhatsAppCard {
    fileprivate var card: WhatsAppInteractive.Card {
        let picture: WhatsAppInteractive.Card.Picture = kind == .video ? .video(mediaURL) : .image(mediaURL)
        return .init(picture: picture, body: text, title: title, url: url)
    }
}

extension WhatsAppTemplate {
    fileprivate func use() throws -> WhatsAppTemplateUse {
        WhatsAppTemplateUse(
            name: name, language: language, header: try header.map { try $0.parameter() },
            body: try body.map { try $0.parameter() }, buttons: try buttons.map { try $0.button() },
            cards: try cards.map { card in
                .init(
                    header: try card.header.map { try $0.parameter() }, body: try card.body.map { try $0.parameter() },
                    buttons: try card.buttons.map { try $0.button() })
            },
            offerEndsAt: offerEndsAt.map { Int64($0.timeIntervalSince1970 * 1000) })
    }
}

extension TemplateValue {
    fileprivate func parameter() throws -> WhatsAppTemplateUse.Parameter {
        switch self {
        case .text(let value): .init(.text(value.text), name: value.name)
        case .currency(let value):
            .init(.currency(fallback: value.fallback, code: value.code, amount: Int64(value.amount)), name: value.name)
        case .dateTime(let value): .init(.dateTime(fallback: value.fallback), name: value.name)
        case .image(let file): .init(.image(try file.source()))
        case .video(let file): .init(.video(try file.source()))
        case .document(let file): .init(.document(try file.source(), filename: file.filename))
        case .location(let place): .init(.location(place.place))
        case .product(let product): .init(.product(product.productID, catalog: product.catalogID))
        case .group(let group): .init(.group(group.groupID))
        case .unknown(let tag, _): throw ToolFailure.unknownKind(tag)
        }
    }
}

extension TemplateButton {
    fileprivate func button() throws -> WhatsAppTemplateUse.Button {
        switch self {
        case .quickReply(let value): .init(index: value.index, .quickReply(payload: value.payload))
        case .url(let value): .init(index: value.index, .url(suffix: value.suffix))
        case .copyCode(let value): .init(index: value.index, .copyCode(value.code))
        case .flow(let value): .init(index: value.index, .flow(token: value.token, data: value.data))
        case .catalog(let value): .init(index: value.index, .catalog(thumbnail: value.productID))
        case .products(let value):
            .init(
                index: value.index,
                .products(
                    thumbnail: value.productID, value.sections.map { .init(title: $0.title, products: $0.productIDs) }))
        case .unknown(let tag, _): throw ToolFailure.unknownKind(tag)
        }
    }
}

extension ToolFailure {
    /// Inputs were checked before; only a caller inside the program could give such a one.
    static func unknownKind(_ tag: String) -> ToolFailure {
        .invalid("rich.type", "There is no kind '\(tag)'.")
    }
}
