/// What the workplace's people may do in a conversation over a channel besides writing text. Generated from
/// `channels.<handle>.capabilities.messaging`.
extension ChannelDescriptor.Messaging {
    /// Files that go with messages: one with each.
    public struct Attachments: Hashable, Sendable {
        /// Files of one kind, and what the provider takes of them.
        public struct Kind: Hashable, Sendable {
            public let kind: MessageFile.Kind
            public let rule: FileRule
            /// How many characters of text may go with the file; a longer text is a message of its own.
            public let maximumText: Int

            public init(_ kind: MessageFile.Kind, _ rule: FileRule, maximumText: Int = 0) {
                self.kind = kind
                self.rule = rule
                self.maximumText = maximumText
            }
        }

        /// A file is of the first one that accepts it.
        public let kinds: [Kind]
        /// The tool that hands a kept file to the provider before the message is sent, with the contract
        /// `message.upload`; nil where the provider fetches files from their address.
        public let uploadTool: String?

        public init(kinds: [Kind], uploadTool: String? = nil) {
            self.kinds = kinds
            self.uploadTool = uploadTool
        }

        /// - Returns: nil for a file that the provider does not take.
        public func kind(named name: String, mimeType: String) -> Kind? {
            kinds.first { $0.rule.accepts(name: name, mimeType: mimeType) }
        }

        /// Of the kind that may be largest, in bytes.
        public var maximumSize: Int { kinds.map(\.rule.maximumSize).max() ?? 0 }
    }

    /// Texts that the provider has approved, to be sent when nothing else may be.
    public struct Templates: Hashable, Sendable {
        /// The tool that lists them, with the contract `message.template_list`.
        public let listTool: String
        /// Wire name of the send tool's input that takes `message.template_use`.
        public let input: String

        public init(listTool: String, input: String) {
            self.listTool = listTool
            self.input = input
        }
    }

    /// The time after a counterpart's last message in which they may be answered freely.
    public struct Window: Hashable, Sendable {
        public let length: Duration
        /// What may still be sent afterwards; nil for nothing but templates.
        public let late: Late?

        public init(length: Duration, late: Late? = nil) {
            self.length = length
            self.late = late
        }

        /// An answer that comes later than the window, as the provider allows it for a reason.
        public struct Late: Hashable, Sendable {
            /// From the counterpart's last message on.
            public let length: Duration
            /// Inputs of the send tool that say so, by wire name.
            public let arguments: JSONObject
            /// What people read about it.
            public let label: String

            public init(length: Duration, arguments: JSONObject, label: String) {
                self.length = length
                self.arguments = arguments
                self.label = label
            }
        }
    }
}

extension MessageFile.Kind {
    /// What a file of a type is, where nobody knows better.
    public init(mimeType: String) {
        let main = mimeType.prefix { $0 != "/" }.lowercased()
        self = MessageFile.Kind(rawValue: main).flatMap { [.image, .audio, .video].contains($0) ? $0 : nil } ?? .document
    }
}
