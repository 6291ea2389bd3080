// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Meta {
    /// The settings of one installation.
    struct Environment: IntegrationEnvironment {
        let provision: Provision
        let install: Install
    }
}

extension Meta.Environment {
    /// Set by the developer, the same for all installations of a version.
    struct Provision: EnvironmentValues {
        /// Facebook App ID from Meta App Dashboard
        ///
        /// Manifest: `env.provision.META_APP_ID`
        let metaAppID: String

        /// Facebook App Secret
        ///
        /// Manifest: `env.provision.META_APP_SECRET`
        let metaAppSecret: Secret<String>

        /// Secret token for webhook verification
        ///
        /// Manifest: `env.provision.META_WEBHOOK_VERIFY_TOKEN`
        let metaWebhookVerifyToken: Secret<String>

        /// Graph API version (e.g., v21.0)
        ///
        /// Manifest: `env.provision.GRAPH_API_VERSION`
        let graphAPIVersion: String

        /// Id of a login configuration for WhatsApp Embedded Signup; without it only the classic dialog is offered
        ///
        /// Manifest: `env.provision.META_SIGNUP_CONFIG_ID`
        let metaSignupConfigID: String?

        private static let metaAppIDVariable = EnvironmentVariable(
            name: "META_APP_ID",
            label: "Meta App ID",
            description: "Facebook App ID from Meta App Dashboard",
            isRequired: true)

        private static let metaAppSecretVariable = EnvironmentVariable(
            name: "META_APP_SECRET",
            label: "Meta App Secret",
            description: "Facebook App Secret",
            isRequired: true,
            isEncrypted: true)

        private static let metaWebhookVerifyTokenVariable = EnvironmentVariable(
            name: "META_WEBHOOK_VERIFY_TOKEN",
            label: "Webhook Verify Token",
            description: "Secret token for webhook verification",
            isRequired: true,
            isEncrypted: true)

        private static let graphAPIVersionVariable = EnvironmentVariable(
            name: "GRAPH_API_VERSION",
            label: "Graph API Version",
            description: "Graph API version (e.g., v21.0)",
            isRequired: true,
            example: "v21.0",
            checks: [.pattern(#"^v\d+\.\d+$"#)])

        private static let metaSignupConfigIDVariable = EnvironmentVariable(
            name: "META_SIGNUP_CONFIG_ID",
            label: "Embedded Signup configuration",
            description: """
                Id of a login configuration for WhatsApp Embedded Signup; without it only the classic \
                dialog is offered
                """,
            checks: [.pattern(#"^\d+$"#)])

        static let variables: [EnvironmentVariable] = [
            metaAppIDVariable,
            metaAppSecretVariable,
            metaWebhookVerifyTokenVariable,
            graphAPIVersionVariable,
            metaSignupConfigIDVariable,
        ]

        init(from reader: inout EnvironmentReader) throws(InvalidEnvironment) {
            let metaAppID = reader.required(Self.metaAppIDVariable, as: String.self)
            let metaAppSecret = reader.required(Self.metaAppSecretVariable, as: Secret<String>.self)
            let metaWebhookVerifyToken = reader.required(Self.metaWebhookVerifyTokenVariable, as: Secret<String>.self)
            let graphAPIVersion = reader.required(Self.graphAPIVersionVariable, as: String.self)
            let metaSignupConfigID = reader.optional(Self.metaSignupConfigIDVariable, as: String.self)
            guard
                let metaAppID, let metaAppSecret, let metaWebhookVerifyToken, let graphAPIVersion, reader.isComplete
            else { throw reader.failure() }
            self.metaAppID = metaAppID
            self.metaAppSecret = metaAppSecret
            self.metaWebhookVerifyToken = metaWebhookVerifyToken
            self.graphAPIVersion = graphAPIVersion
            self.metaSignupConfigID = metaSignupConfigID
        }
    }

    /// One value an installation.
    struct Install: EnvironmentValues {
        /// Long-lived access token of the connected Meta account
        ///
        /// Manifest: `env.install.META_ACCESS_TOKEN`
        let metaAccessToken: Secret<String>?

        /// When the access token expires; empty if it does not
        ///
        /// Manifest: `env.install.META_ACCESS_TOKEN_EXPIRES_AT`
        let metaAccessTokenExpiresAt: Date?

        private static let metaAccessTokenVariable = EnvironmentVariable(
            name: "META_ACCESS_TOKEN",
            label: "Meta access token",
            description: "Long-lived access token of the connected Meta account",
            isEncrypted: true,
            source: .oauth)

        private static let metaAccessTokenExpiresAtVariable = EnvironmentVariable(
            name: "META_ACCESS_TOKEN_EXPIRES_AT",
            label: "Meta access token expires at",
            description: "When the access token expires; empty if it does not",
            source: .oauth)

        static let variables: [EnvironmentVariable] = [metaAccessTokenVariable, metaAccessTokenExpiresAtVariable]

        init(from reader: inout EnvironmentReader) throws(InvalidEnvironment) {
            let metaAccessToken = reader.optional(Self.metaAccessTokenVariable, as: Secret<String>.self)
            let metaAccessTokenExpiresAt = reader.optional(Self.metaAccessTokenExpiresAtVariable, as: Date.self)
            guard reader.isComplete else { throw reader.failure() }
            self.metaAccessToken = metaAccessToken
            self.metaAccessTokenExpiresAt = metaAccessTokenExpiresAt
        }
    }
}
