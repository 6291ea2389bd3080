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

/// Has Meta send the app's WhatsApp webhooks to this integration.
///
/// Manifest: `hooks.provision`
///
/// Handler: `Sources/Meta/Hooks/ProvisionHook.swift`, which conforms to `ProvisionHandler`.
enum ProvisionHook: Sendable {
    typealias Owner = Meta
}
