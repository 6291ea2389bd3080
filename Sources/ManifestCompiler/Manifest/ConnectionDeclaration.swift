/// An entry of `connections:`: how an installation is joined to an account at the provider.
package struct ConnectionDeclaration: Declaration {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case oauth2 = "OAUTH2"
        /// What the user types in.
        case credentials = "CREDENTIALS"
    }

    /// When tokens are renewed.
    package struct Refresh: Sendable, Hashable {
        package var lead: ManifestDuration
        package var keepAlive: ManifestDuration?
    }

    /// What CREDENTIALS consist of, and how they are tried.
    package struct Credentials: Sendable, Hashable {
        /// Install variables; empty: all that the user gives.
        package var fields: [Reference]
        /// `nil` if nothing tries them.
        package var checkTimeout: ManifestDuration?
    }

    package var heading: Heading
    package var kind: Kind
    /// Empty for CREDENTIALS, as all that follows up to `credentials`.
    package var authorizeURL: URLTemplate
    /// Where the runtime exchanges the code; `nil` leaves that to the `oauth_callback` handler.
    package var tokenURL: URLTemplate?
    /// Provision variable.
    package var clientID: Reference
    /// Provision variable, ENCRYPTED.
    package var clientSecret: Reference
    package var scopes: [String]
    package var usesPKCE: Bool
    /// Extra query parameters of the authorize URL, in order.
    package var parameters: [Parameter]
    package var store: [StoredValue]
    package var revokeURL: URLTemplate?
    package var refresh: Refresh?
    /// Whether an installation can have several accounts.
    package var allowsSeveral = false
    /// The model that keeps one row for each account.
    package var accountModel: Reference?
    /// Of CREDENTIALS.
    package var credentials: Credentials?
    /// The keys that are written, with their places.
    package var written: [String: SourceSpan] = [:]

    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var value: String
        /// Where the name is written.
        package var span: SourceSpan
    }

    /// One thing of the token answer and the install variable that keeps it.
    package struct StoredValue: Sendable, Hashable {
        package enum Part: String, Sendable, Hashable, CaseIterable {
            case accessToken = "access_token"
            case refreshToken = "refresh_token"
            /// Kept as DATETIME.
            case expiresAt = "expires_at"
            case scope
            case idToken = "id_token"
            case accountID = "account_id"
        }

        package var part: Part
        package var variable: Reference
    }
}

/// A URL in which `{NAME}` stands for an environment variable.
package struct URLTemplate: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case text(String)
        case variable(Reference)
    }

    package var parts: [Part]
    package var text: String
    package var span: SourceSpan
}

/// An entry of `outgoing_domains:`. Nothing else can be called.
package struct OutgoingDomain: Sendable, Hashable {
    package enum Pattern: Sendable, Hashable {
        /// Exactly this host, lower case.
        case host(String)
        /// One or more labels before this suffix; `*.fbcdn.net` has the suffix `fbcdn.net`.
        case subdomains(of: String)
        /// Host and port of an environment variable's URL.
        case variable(Reference)
    }

    package var pattern: Pattern
    package var port: Int?
    /// Private addresses are refused unless this is set.
    package var allowsPrivateAddresses = false
    package var allowsHTTP = false
    package var span: SourceSpan
}
