// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

/// The addresses of the pages, inside a workplace.
enum Routes {
    /// `/account`
    ///
    /// Manifest: `pages.account`
    static func account(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["account"], query: query)
    }

    /// `/whatsapp-accounts`
    ///
    /// Manifest: `pages.whatsapp_accounts`
    static func whatsAppAccounts(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["whatsapp-accounts"], query: query)
    }

    /// `/whatsapp-numbers`
    ///
    /// Manifest: `pages.whatsapp_numbers`
    static func whatsAppNumbers(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["whatsapp-numbers"], query: query)
    }

    /// `/whatsapp-numbers/[id]/overview`
    ///
    /// Manifest: `pages.whatsapp_number`
    static func whatsAppNumber(id: WhatsAppPhoneNumber.ID, query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["whatsapp-numbers", id.rawValue, "overview"], query: query)
    }

    /// `/whatsapp-numbers/[id]/profile`
    ///
    /// Manifest: `pages.whatsapp_profile`
    static func whatsAppProfile(id: String, query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["whatsapp-numbers", id, "profile"], query: query)
    }

    /// `/whatsapp-numbers/[id]/blocked`
    ///
    /// Manifest: `pages.blocked_people`
    static func blockedPeople(id: String, query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["whatsapp-numbers", id, "blocked"], query: query)
    }

    /// `/whatsapp-groups`
    ///
    /// Manifest: `pages.whatsapp_groups`
    static func whatsAppGroups(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["whatsapp-groups"], query: query)
    }

    /// `/whatsapp-groups/[id]`
    ///
    /// Manifest: `pages.whatsapp_group`
    static func whatsAppGroup(id: WhatsAppGroup.ID, query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["whatsapp-groups", id.rawValue], query: query)
    }

    /// `/facebook-pages`
    ///
    /// Manifest: `pages.facebook_pages`
    static func facebookPages(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["facebook-pages"], query: query)
    }

    /// `/instagram-accounts`
    ///
    /// Manifest: `pages.instagram_accounts`
    static func instagramAccounts(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["instagram-accounts"], query: query)
    }

    /// `/message-templates`
    ///
    /// Manifest: `pages.message_templates`
    static func messageTemplates(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["message-templates"], query: query)
    }

    /// `/message-batches`
    ///
    /// Manifest: `pages.message_batches`
    static func messageBatches(query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["message-batches"], query: query)
    }

    /// `/message-batches/[id]`
    ///
    /// Manifest: `pages.message_batch`
    static func messageBatch(id: String, query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["message-batches", id], query: query)
    }

    /// `/message-templates/[id]`
    ///
    /// Manifest: `pages.message_template`
    static func messageTemplate(id: MessageTemplate.ID, query: [(name: String, value: String)] = []) -> PageLink {
        PageLink(segments: ["message-templates", id.rawValue], query: query)
    }
}
