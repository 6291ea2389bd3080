/// The facts about a channel. Generated from `channels.<handle>`.
public struct ChannelDescriptor: Sendable {
    public struct Messaging: Hashable, Sendable {
        /// The tool that sends, with the contract `message.send`.
        public let sendTool: String?
        /// The webhook whose payload produces messages.
        public let receiveWebhook: String?
        /// How many messages are sent at once; nil if it cannot.
        public let batch: Batch?
        /// Which files may go with messages; nil for none.
        public let attachments: Attachments?
        /// Wire name of the send tool's input that takes the provider's id of the message that is answered.
        public let replyInput: String?
        /// The tool that puts an emoji on a message, with the contract `message.react`.
        public let reactTool: String?
        public let templates: Templates?
        /// nil where answers are free at any time.
        public let window: Window?

        public init(
            sendTool: String?, receiveWebhook: String?, batch: Batch? = nil, attachments: Attachments? = nil,
            replyInput: String? = nil, reactTool: String? = nil, templates: Templates? = nil, window: Window? = nil
        ) {
            self.sendTool = sendTool
            self.receiveWebhook = receiveWebhook
            self.batch = batch
            self.attachments = attachments
            self.replyInput = replyInput
            self.reactTool = reactTool
            self.templates = templates
            self.window = window
        }
    }

    /// How many messages are sent at once.
    public struct Batch: Hashable, Sendable {
        /// The tool that sends, with the contract `message.bulk_send`.
        public let sendTool: String
        /// The tool that says how a batch fares, with the contract `message.bulk_status`.
        public let statusTool: String?
        /// The most messages of one batch.
        public let maximum: Int

        public init(sendTool: String, statusTool: String?, maximum: Int) {
            self.sendTool = sendTool
            self.statusTool = statusTool
            self.maximum = maximum
        }
    }

    /// How calls are made and taken.
    public struct Calls: Hashable, Sendable {
        public let label: String?
        public let icon: String?
        /// The tool that makes a call.
        public let sendTool: String?
        /// The webhook that takes a call.
        public let receiveWebhook: String?

        public init(label: String? = nil, icon: String? = nil, sendTool: String?, receiveWebhook: String?) {
            self.label = label
            self.icon = icon
            self.sendTool = sendTool
            self.receiveWebhook = receiveWebhook
        }
    }

    /// A field of a channel besides its identifier.
    public struct Field: Hashable, Sendable {
        /// What the platform's people may do with it.
        public enum Access: String, Hashable, Sendable {
            case read = "READ", write = "WRITE", readWrite = "READ_WRITE"
        }

        /// Where lists of records show it.
        public enum Surface: String, Hashable, Sendable {
            case data = "DATA", list = "LIST", filters = "FILTERS"
        }

        public let handle: String
        public let label: String
        /// The platform's definition of it, if it has one: `system/opt_in`.
        public let definition: String?
        public let access: Access
        /// Empty for the platform's choice.
        public let surfaces: Set<Surface>
        public let defaultValue: JSON?

        public init(
            handle: String, label: String, definition: String? = nil, access: Access = .readWrite,
            surfaces: Set<Surface> = [], defaultValue: JSON? = nil
        ) {
            self.handle = handle
            self.label = label
            self.definition = definition
            self.access = access
            self.surfaces = surfaces
            self.defaultValue = defaultValue
        }
    }

    public let handle: String
    public let label: String
    public let description: String
    /// Lucide name.
    public let icon: String?
    /// What a channel is known by towards its provider: `phone`.
    public let identifierField: String
    public let identifierLabel: String
    /// What is done to an identifier before it is checked and kept.
    public let identifierPreparations: [TextPreparation]
    public let identifierChecks: [ValueCheck]
    public let messaging: Messaging?
    public let voice: Calls?
    public let video: Calls?
    public let fields: [Field]

    public init(
        handle: String, label: String, description: String = "", icon: String? = nil, identifierField: String,
        identifierLabel: String, identifierPreparations: [TextPreparation] = [], identifierChecks: [ValueCheck] = [],
        messaging: Messaging?, voice: Calls? = nil, video: Calls? = nil, fields: [Field] = []
    ) {
        self.handle = handle
        self.label = label
        self.description = description
        self.icon = icon
        self.identifierField = identifierField
        self.identifierLabel = identifierLabel
        self.identifierPreparations = identifierPreparations
        self.identifierChecks = identifierChecks
        self.messaging = messaging
        self.voice = voice
        self.video = video
        self.fields = fields
    }
}

extension ChannelDescriptor {
    /// An identifier as it is checked and kept.
    public func prepared(_ identifier: String) -> String {
        identifierPreparations.reduce(identifier) { $1.prepared($0) }
    }

    /// What is wrong with a prepared identifier; nil if nothing is.
    public func problem(of identifier: String) -> String? {
        identifierChecks.lazy.compactMap { $0.problem(of: .string(identifier)) }.first
    }
}
