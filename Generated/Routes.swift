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
}
