public import IntegrationKit

/// A message to send over WhatsApp.
public struct WhatsAppSend: Hashable, Sendable {
    /// Who gets it.
    public enum Recipient: Hashable, Sendable {
        /// A number in E.164, `+447700900417`. Always with the country: WhatsApp would put the sender's before it.
        case number(String)
        /// A business-scoped user id, `GB.73201984410275566`.
        case user(String)
        case group(String)

        /// A counterpart as conversations know it.
        public init(address: String) {
            let digits = address.filter(\.isASCIIDigit)
            if !digits.isEmpty, address.allSatisfy({ $0.isASCIIDigit || "+-() ".contains($0) }) {
                self = .number(address)
            } else if address.prefix(3).last == ".", address.prefix(2).allSatisfy(\.isLetter) {
                self = .user(address)
            } else {
                self = .group(address)
            }
        }
    }

    public var to: Recipient
    public var content: WhatsAppSendContent
    /// The `wamid` of a message that this one quotes.
    public var replyTo: String?
    /// Comes back with each status of the message, at most ``maximumCallbackDataLength`` characters: how a send whose
    /// answer was lost is settled.
    public var callbackData: String?

    public static let maximumCallbackDataLength = 512

    public init(to: Recipient, _ content: WhatsAppSendContent, replyTo: String? = nil, callbackData: String? = nil) {
        self.to = to
        self.content = content
        self.replyTo = replyTo
        self.callbackData = callbackData
    }
}

/// What is sent.
public enum WhatsAppSendContent: Hashable, Sendable {
    case text(String, showsPreview: Bool)
    case image(WhatsAppMediaSource, caption: String?)
    /// `isVoice`: shown as a recording; then it must be ogg with opus.
    case audio(WhatsAppMediaSource, isVoice: Bool)
    case video(WhatsAppMediaSource, caption: String?)
    case document(WhatsAppMediaSource, filename: String?, caption: String?)
    case sticker(WhatsAppMediaSource)
    case location(MessagePlace)
    case contacts([WhatsAppContactCard])
    /// nil takes the business's reaction away.
    case reaction(to: String, emoji: String?)
    case interactive(WhatsAppInteractive)
    case template(WhatsAppTemplateUse)
}

/// Where WhatsApp gets a file from.
public enum WhatsAppMediaSource: Hashable, Sendable {
    /// One that was uploaded, or came in.
    case id(String)
    /// An `https` address that WhatsApp fetches.
    case link(String)
}

/// A card of an address book.
public struct WhatsAppContactCard: Hashable, Sendable {
    public var name: String
    public var phones: [String]
    public var emails: [String]
    public var company: String?

    public init(name: String, phones: [String], emails: [String] = [], company: String? = nil) {
        self.name = name
        self.phones = phones
        self.emails = emails
        self.company = company
    }
}

/// A message with something to press.
public struct WhatsAppInteractive: Hashable, Sendable {
    public enum Header: Hashable, Sendable {
        case text(String)
        case image(WhatsAppMediaSource)
        case video(WhatsAppMediaSource)
        case document(WhatsAppMediaSource, filename: String?)
    }

    public enum Action: Hashable, Sendable {
        case buttons([Choice])
        /// `button` opens the list.
        case list(button: String, [Section])
        /// A button that opens an address.
        case link(title: String, url: String)
        /// Asks for the person's place.
        case locationRequest
        case flow(Flow)
        case product(catalog: String, product: String)
        case products(catalog: String, [ProductSection])
        /// The whole catalogue. `thumbnail`: the product that it is shown by.
        case catalog(thumbnail: String?)
        /// Pictures or films side by side, each with a link.
        case carousel([Card])
        /// Asks for a postal address, where WhatsApp has a form for it.
        case addressRequest(AddressRequest)
        /// Asks whether the business may call.
        case callPermissionRequest
        /// A button that calls the business over WhatsApp.
        case call(CallButton)
        /// Asks a person who is known by an id alone for their number.
        case contactRequest
    }

    /// One card of a carousel.
    public struct Card: Hashable, Sendable {
        public enum Picture: Hashable, Sendable {
            /// At an `https` address: WhatsApp takes no uploaded file here.
            case image(String)
            case video(String)
        }

        public var picture: Picture
        public var body: String?
        public var title: String
        public var url: String

        public init(picture: Picture, body: String? = nil, title: String, url: String) {
            self.picture = picture
            self.body = body
            self.title = title
            self.url = url
        }
    }

    public struct AddressRequest: Hashable, Sendable {
        /// ISO 3166, of two letters.
        public var country: String
        /// What the form is filled in with.
        public var values: JSONObject?
        /// Addresses to choose from, by their ids.
        public var saved: [String: JSONObject]
        /// What was wrong with what they sent before, by field.
        public var problems: JSONObject?

        public init(
            country: String, values: JSONObject? = nil, saved: [String: JSONObject] = [:], problems: JSONObject? = nil
        ) {
            self.country = country
            self.values = values
            self.saved = saved
            self.problems = problems
        }
    }

    public struct CallButton: Hashable, Sendable {
        /// nil: in WhatsApp's own words.
        public var title: String?
        /// How long it can be pressed; nil for seven days.
        public var minutes: Int?
        /// Comes back with the call.
        public var payload: String?

        public init(title: String? = nil, minutes: Int? = nil, payload: String? = nil) {
            self.title = title
            self.minutes = minutes
            self.payload = payload
        }
    }

    public struct Choice: Hashable, Sendable {
        /// Comes back with the answer.
        public var id: String
        public var title: String
        /// Of rows only.
        public var description: String?

        public init(id: String, title: String, description: String? = nil) {
            self.id = id
            self.title = title
            self.description = description
        }
    }

    public struct Section: Hashable, Sendable {
        public var title: String?
        public var rows: [Choice]

        public init(title: String?, rows: [Choice]) {
            self.title = title
            self.rows = rows
        }
    }

    public struct ProductSection: Hashable, Sendable {
        public var title: String
        public var products: [String]

        public init(title: String, products: [String]) {
            self.title = title
            self.products = products
        }
    }

    /// A form that is made in Meta's tools.
    public struct Flow: Hashable, Sendable {
        public var id: String
        public var button: String
        /// Comes back with the answers.
        public var token: String?
        /// The first screen; nil lets the flow's endpoint say.
        public var screen: String?
        public var data: JSONObject?

        public init(id: String, button: String, token: String? = nil, screen: String? = nil, data: JSONObject? = nil) {
            self.id = id
            self.button = button
            self.token = token
            self.screen = screen
            self.data = data
        }
    }

    public var header: Header?
    public var body: String
    public var footer: String?
    public var action: Action

    public init(header: Header? = nil, body: String, footer: String? = nil, action: Action) {
        self.header = header
        self.body = body
        self.footer = footer
        self.action = action
    }
}
