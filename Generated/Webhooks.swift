// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import GraphAPI
import IntegrationKit

/// Receives incoming WhatsApp messages from Meta
///
/// Manifest: `webhooks.receive_whatsapp`
///
/// Handler: `Sources/Meta/Webhooks/ReceiveWhatsApp.swift`
enum ReceiveWhatsApp: Webhook {
    typealias Owner = Meta
    typealias Payload = GraphAPI.WebhookPayload

    static let descriptor = WebhookDescriptor(
        handle: "receive_whatsapp",
        label: "Receive WhatsApp",
        description: "Receives incoming WhatsApp messages from Meta",
        methods: ["GET", "POST"],
        level: .app,
        signature: .init(
            .hmac(.sha256), from: .header("X-Hub-Signature-256"), prefix: "sha256=", secrets: ["META_APP_SECRET"]),
        challenge: .hub(token: "META_WEBHOOK_VERIFY_TOKEN"),
        route: .init(channel: "whatsapp"),
        maximumBodySize: 3 * 1024 * 1024)
}

/// Receives incoming Messenger messages from Meta
///
/// Manifest: `webhooks.receive_messenger`
///
/// Handler: `Sources/Meta/Webhooks/ReceiveMessenger.swift`
enum ReceiveMessenger: Webhook {
    typealias Owner = Meta
    typealias Payload = GraphAPI.WebhookPayload

    static let descriptor = WebhookDescriptor(
        handle: "receive_messenger",
        label: "Receive messenger",
        description: "Receives incoming Messenger messages from Meta",
        methods: ["GET", "POST"],
        level: .app,
        signature: .init(
            .hmac(.sha256), from: .header("X-Hub-Signature-256"), prefix: "sha256=", secrets: ["META_APP_SECRET"]),
        challenge: .hub(token: "META_WEBHOOK_VERIFY_TOKEN"),
        route: .init(channel: "messenger"),
        maximumBodySize: 3 * 1024 * 1024)
}

/// Receives incoming Instagram messages from Meta
///
/// Manifest: `webhooks.receive_instagram`
///
/// Handler: `Sources/Meta/Webhooks/ReceiveInstagram.swift`
enum ReceiveInstagram: Webhook {
    typealias Owner = Meta
    typealias Payload = GraphAPI.WebhookPayload

    static let descriptor = WebhookDescriptor(
        handle: "receive_instagram",
        label: "Receive instagram",
        description: "Receives incoming Instagram messages from Meta",
        methods: ["GET", "POST"],
        level: .app,
        signature: .init(
            .hmac(.sha256), from: .header("X-Hub-Signature-256"), prefix: "sha256=", secrets: ["META_APP_SECRET"]),
        challenge: .hub(token: "META_WEBHOOK_VERIFY_TOKEN"),
        route: .init(channel: "instagram"),
        maximumBodySize: 3 * 1024 * 1024)
}

/// A person has removed the app at Meta
///
/// Manifest: `webhooks.deauthorize`
///
/// Handler: `Sources/Meta/Webhooks/Deauthorize.swift`
enum Deauthorize: Callback {
    typealias Owner = Meta

    static func event(in request: WebhookRequest) throws(InvalidValue) -> WebhookRequest {
        request
    }

    static let descriptor = WebhookDescriptor(
        handle: "deauthorize",
        label: "Deauthorize",
        description: "A person has removed the app at Meta",
        methods: ["POST"],
        level: .app,
        signature: .init(.signedRequest, secrets: ["META_APP_SECRET"]),
        body: .form,
        maximumBodySize: 16 * 1024,
        timeout: .seconds(20))
}

/// A person wants deleted what was kept through their connection
///
/// Manifest: `webhooks.delete_data`
///
/// Handler: `Sources/Meta/Webhooks/DeleteData.swift`
enum DeleteData: Callback {
    typealias Owner = Meta

    static func event(in request: WebhookRequest) throws(InvalidValue) -> WebhookRequest {
        request
    }

    static let descriptor = WebhookDescriptor(
        handle: "delete_data",
        label: "Delete data",
        description: "A person wants deleted what was kept through their connection",
        methods: ["POST"],
        level: .app,
        signature: .init(.signedRequest, secrets: ["META_APP_SECRET"]),
        body: .form,
        maximumBodySize: 16 * 1024,
        timeout: .seconds(20))
}
