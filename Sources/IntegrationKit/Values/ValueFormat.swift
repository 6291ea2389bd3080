/// The forms of text that a manifest can ask for with `format:`.
public enum ValueFormat: String, Sendable, CaseIterable {
    /// A phone number in E.164 form: `+`, then 7 to 15 digits, the first no zero.
    case phone
    /// One e-mail address without a display name, as HTML's e-mail input takes it, with a dot in its domain.
    case email
    /// An absolute `http` or `https` address without credentials.
    case url
    /// An absolute `https` address without credentials.
    case httpsURL = "https_url"
    /// A UUID (RFC 9562) in its hyphenated form, in either case.
    case uuid
    /// A country code, ISO 3166-1 alpha-2, in capitals.
    case country
    /// A currency code, ISO 4217, in capitals.
    case currency
    /// A well-formed language tag (BCP 47): `de`, `pt-BR`, `zh-Hant-TW`.
    case language
    /// The name of a time zone in the IANA database: `Europe/Berlin`, `UTC`.
    case timezone
    /// A host name (RFC 1123), without a dot at its end.
    case hostname
    /// An IPv4 or IPv6 address.
    case ip
    /// Small letters and digits in groups joined by single hyphens.
    case slug
    /// A colour: `#` and 3, 6 or 8 hexadecimal digits.
    case color
    /// A JSON text (RFC 8259).
    case json
    /// A schedule of five fields: minute, hour, day of month, month, day of week.
    case cron
    /// A version (semver.org, 2.0.0).
    case semver
    /// A date and time without an offset: `2026-03-01T09:30`, also with seconds, also with a space for the `T`.
    case localDatetime = "local_datetime"
    /// A date, or a date and time with an offset (RFC 3339).
    case dateOrDatetime = "date_or_datetime"
}

extension ValueFormat {
    /// Whether `text` as a whole has this form.
    public func matches(_ text: String) -> Bool {
        switch self {
        case .phone: TextForms.isPhone(text)
        case .email: NetworkForms.isEmail(text)
        case .url: NetworkForms.isURL(text, schemes: ["http", "https"])
        case .httpsURL: NetworkForms.isURL(text, schemes: ["https"])
        case .uuid: TextForms.isUUID(text)
        case .country: CodeTables.countries.contains(text)
        case .currency: CodeTables.currencies.contains(text)
        case .language: TextForms.isLanguageTag(text)
        case .timezone: TimeZoneNames.all.contains(text)
        case .hostname: NetworkForms.isHostname(text[...])
        case .ip: NetworkForms.isIPv4(text[...]) || NetworkForms.isIPv6(text[...])
        case .slug: TextForms.isSlug(text)
        case .color: TextForms.isColor(text)
        case .json: (try? JSON.parse(text)) != nil
        case .cron: CronForm.isCron(text)
        case .semver: TextForms.isSemanticVersion(text)
        case .localDatetime: TimeForms.isLocalDatetime(text)
        case .dateOrDatetime: TimeForms.isDate(text) || TimeForms.isDatetime(text)
        }
    }

    /// What is expected, so that it follows `must be`: `a phone number in E.164 form, for example +15551234567`.
    public var expectation: String {
        switch self {
        case .phone: "a phone number in E.164 form, for example +15551234567"
        case .email: "an e-mail address, for example ada@example.com"
        case .url: "an http or https address, for example https://example.com/path"
        case .httpsURL: "an https address, for example https://example.com/path"
        case .uuid: "a UUID, for example 123e4567-e89b-12d3-a456-426614174000"
        case .country: "a country code of two capitals (ISO 3166-1), for example DE"
        case .currency: "a currency code of three capitals (ISO 4217), for example EUR"
        case .language: "a language tag (BCP 47), for example en or pt-BR"
        case .timezone: "a time zone of the IANA database, for example Europe/Berlin"
        case .hostname: "a host name, for example mail.example.com"
        case .ip: "an IP address, for example 192.0.2.1 or 2001:db8::1"
        case .slug: "small letters and digits joined by hyphens, for example summer-sale-2"
        case .color: "a colour, for example #1a73e8"
        case .json: "a JSON text"
        case .cron: "a schedule of five fields (minute hour day month weekday), for example 0 3 * * 1-5"
        case .semver: "a version, for example 1.4.0"
        case .localDatetime: "a date and time without an offset, for example 2026-03-01T09:30"
        case .dateOrDatetime:
            "a date or a date and time with an offset, for example 2026-03-01 or 2026-03-01T09:30:00Z"
        }
    }
}
