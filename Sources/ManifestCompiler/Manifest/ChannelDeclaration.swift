/// An entry of `channels:`: a way in which people are talked to.
package struct ChannelDeclaration: Declaration {
    package var heading: Heading
    /// The field that identifies a channel, for example its phone number.
    package var identifier: FieldDeclaration
    package var fields: Declarations<FieldDeclaration>
    package var messaging: MessagingCapability?
    package var voice: CallCapability?
    package var video: CallCapability?
}

extension ChannelDeclaration {
    /// Every tool that a capability names, in the order of the grammar.
    package var tools: [Reference] {
        let messaging = [
            messaging?.send, messaging?.batch?.send, messaging?.batch?.status, messaging?.attachments?.upload,
            messaging?.react, messaging?.templates?.list,
        ]
        return (messaging + [voice?.send, video?.send]).compactMap(\.self)
    }

    /// Every webhook that a capability names.
    package var webhooks: [Reference] {
        [messaging?.receive, voice?.receive, video?.receive].compactMap(\.self)
    }
}

/// `capabilities.messaging`.
package struct MessagingCapability: Sendable, Hashable {
    package var label: String?
    package var icon: String?
    /// A tool that takes `message.send` and returns `message.sent`.
    package var send: Reference?
    /// A webhook whose payload produces messages.
    package var receive: Reference?
    package var batch: BatchSending?
    package var attachments: AttachmentsDeclaration?
    /// An input of the send tool.
    package var reply: Reference?
    /// A tool that takes `message.react`.
    package var react: Reference?
    package var templates: ChannelTemplates?
    package var window: MessagingWindow?
    package var span: SourceSpan
}

/// `capabilities.messaging.attachments`.
package struct AttachmentsDeclaration: Sendable, Hashable {
    package struct Kind: Sendable, Hashable {
        /// `IMAGE`.
        package var kind: String
        package var accepted: [Reference]
        /// `nil` is 10MB.
        package var maximumSize: ByteCount?
        /// In characters.
        package var maximumText: Int
    }

    package var kinds: [Kind]
    /// A tool that takes `message.upload` and returns `message.uploaded`.
    package var upload: Reference?
    package var span: SourceSpan
}

/// `capabilities.messaging.templates`.
package struct ChannelTemplates: Sendable, Hashable {
    /// A tool that takes `message.template_list` and returns a list of `message.template_offer`.
    package var list: Reference
    /// An input of the send tool.
    package var input: Reference
}

/// `capabilities.messaging.window`.
package struct MessagingWindow: Sendable, Hashable {
    package struct Late: Sendable, Hashable {
        package var length: ManifestDuration
        /// Inputs of the send tool, with their values.
        package var inputs: [Input]
        package var label: String
        package var span: SourceSpan
    }

    package struct Input: Sendable, Hashable {
        package var name: Reference
        package var value: ManifestValue
    }

    package var length: ManifestDuration
    package var late: Late?
}

/// `capabilities.messaging.send_batch`.
package struct BatchSending: Sendable, Hashable {
    /// A tool that takes `message.bulk_send` and returns `message.bulk_sent`.
    package var send: Reference
    /// A tool that takes `message.bulk_status` and returns `message.bulk_state`.
    package var status: Reference?
    /// The most messages of one batch.
    package var maximum: Int
    package var span: SourceSpan
}

/// `capabilities.voice` and `capabilities.video`.
package struct CallCapability: Sendable, Hashable {
    package var label: String?
    package var icon: String?
    package var send: Reference?
    package var receive: Reference?
    package var span: SourceSpan
}

/// What the platform's people may do with a channel's field.
package enum ChannelAccess: String, Sendable, Hashable, CaseIterable {
    case read = "READ"
    case write = "WRITE"
    case readWrite = "READ_WRITE"
}

/// An entry of `hooks:`. Its handle is the kind's name.
package struct HookDeclaration: Declaration {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case install
        case oauthCallback = "oauth_callback"
        case provision
        case uninstall
        case setupRevalidate = "setup_revalidate"
        case media
        case connectionCheck = "connection_check"
    }

    package var heading: Heading
    package var kind: Kind
    package var timeout: ManifestDuration?
    package var retry: RetryPolicy?
}

/// `navigation:`.
package struct NavigationDeclaration: Sendable, Hashable {
    package var sections: [NavigationSection]
    /// Whether `sections` is there; without it, the pages with `navigation: true` are the menu.
    var saysSections = true
    package var groups: Declarations<PageGroup> = Declarations()
    package var span: SourceSpan
}

/// What stands above pages that are tabs of one another.
package struct PageGroup: Declaration {
    package var heading: Heading
    /// Over the context of the group's first page.
    package var title: TemplateSource?
}

package struct NavigationSection: Sendable, Hashable {
    package var title: String?
    package var items: [NavigationItem]
    package var span: SourceSpan
}

package struct NavigationItem: Sendable, Hashable {
    package enum Target: Sendable, Hashable {
        case page(Reference)
        /// A path or an https URL.
        case link(String)
    }

    package var target: Target
    /// `nil` takes the page's.
    package var label: String?
    /// `nil` takes the page's.
    package var icon: String?
    package var condition: TemplateSource?
    package var span: SourceSpan
}
