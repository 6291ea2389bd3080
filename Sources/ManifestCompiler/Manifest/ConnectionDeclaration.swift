/// An entry of `connections:`: how an installation is joined to an account at the provider.
package struct ConnectionDeclaration: Declaration {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case oauth2 = "OAUTH2"
    }

    package var heading: Heading
    package var kind: Kind
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

    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var value: String
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
