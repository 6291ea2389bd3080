// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

/// Makes the token long-lived, finds the business and its WhatsApp account, subscribes the app, and fills
/// meta_connection.
///
/// Manifest: `hooks.oauth_callback`
///
/// Handler: `Sources/Meta/Hooks/OAuthCallbackHook.swift`, which conforms to `OAuthCallbackHandler`.
enum OAuthCallbackHook: Sendable {
    typealias Owner = Meta
}

/// Has Meta send the app's webhooks of all three products to this integration.
///
/// Manifest: `hooks.provision`
///
/// Handler: `Sources/Meta/Hooks/ProvisionHook.swift`, which conforms to `ProvisionHandler`.
enum ProvisionHook: Sendable {
    typealias Owner = Meta
}

/// Ends the webhooks of the pages and the WhatsApp account, and takes the app's permissions back.
///
/// Manifest: `hooks.uninstall`
///
/// Handler: `Sources/Meta/Hooks/UninstallHook.swift`, which conforms to `UninstallHandler`.
enum UninstallHook: Sendable {
    typealias Owner = Meta
}

/// Asks Meta whether it still takes the token, until when, and with which permissions.
///
/// Manifest: `hooks.connection_check`
///
/// Handler: `Sources/Meta/Hooks/ConnectionCheckHook.swift`, which conforms to `ConnectionCheckHandler`.
enum ConnectionCheckHook: Sendable {
    typealias Owner = Meta
}

/// Fetches a file of a message from Meta.
///
/// Manifest: `hooks.media`
///
/// Handler: `Sources/Meta/Hooks/MediaHook.swift`, which conforms to `MediaHandler`.
enum MediaHook: Sendable {
    typealias Owner = Meta
}
