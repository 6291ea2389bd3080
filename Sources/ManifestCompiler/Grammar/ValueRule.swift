/// What may stand as the value of a key.
package indirect enum ValueRule: Sendable {
    /// Any text; the spelling is kept.
    case text
    /// Text for people. Only the help for a comma in a flow map differs from `text`.
    case prose
    /// Text in which `{{ … }}` and `{% … %}` are allowed.
    case template
    /// A condition, in bare form or in braces.
    case condition
    /// A path into a page's context.
    case path
    /// An address in which `{NAME}` stands for an environment variable.
    case url
    /// Any value at all, kept as it is written.
    case anything
    case boolean
    case integer(ClosedRange<Int64>)
    /// Whole number and unit: `500ms 30s 5m 24h 30d`.
    case duration
    /// Whole number and unit: `64KB 3MB 1GB`.
    case size
    /// A text of a fixed form.
    case form(TextForm)
    /// One of fixed words.
    case words([String])
    /// The handle of something that is declared elsewhere.
    case reference(ReferenceKind)
    /// A type: a text, a list of one, or a map of one.
    case type
    case list(ValueRule)
    /// One, or a list of them.
    case oneOrMany(ValueRule)
    /// Keys of the author's choice.
    case map(KeyForm, ValueRule)
    case block(BlockName)
    /// What is allowed depends on how it is written.
    case shapes(text: ValueRule?, list: ValueRule?, map: ValueRule?)
    /// What is allowed depends on the first of these keys that is there.
    case byKey([KeyedRule], otherwise: ValueRule)
    /// A map with exactly one key, which says what it is.
    case oneOf([KeyedRule])
}

/// One alternative of a map that is told by a key.
package struct KeyedRule: Sendable {
    package var key: String
    package var rule: ValueRule
    /// The key must have a map as its value; otherwise it is a field of that name.
    package var needsMap = false
    package var documentation = ""
}

/// Forms that texts have.
package enum TextForm: String, Sendable, CaseIterable {
    /// `^[a-z][a-z0-9_]*$`.
    case handle
    /// `^[A-Z][A-Z0-9_]*$`.
    case variable = "variable's name"
    /// `x.y.z` with an optional pre-release and build, https://semver.org.
    case version
    /// Letters and digits, beginning with an upper-case letter: `WhatsApp`.
    case spelling
    /// An HTTP header's name.
    case headerName = "header name"
    /// Names joined by dots: `GraphAPI.WebhookPayload`; or a record's handle.
    case payloadName = "payload"
    /// `field`, or `-field` for descending.
    case order
    /// `model.name`: a side of a relationship.
    case member = "side of a relationship"
    /// A Lucide icon's name.
    case icon
    /// A field definition of the platform.
    case definition
    /// A Swift identifier in lower camel case.
    case swiftName = "Swift name"
    /// Number and unit: `80/s`, `1000/d`.
    case rate
    /// `EXPONENTIAL`, `LINEAR`, or a duration.
    case backoff
    /// Handles joined by dots: `channel.identifier_value`.
    case inputPath = "path of inputs"
    /// A handle, or `platform/` and the name of something that the platform has.
    case platformName = "handle or name of the platform"
    /// Handles joined by dots: `calendar.event.created`.
    case dottedName = "name"
    /// A place in a request: `header.X-Signature`, `form.token`, `query.sig`, `json.a.b`, `parsed.key_id`.
    case requestSource = "place in a request"
    /// `PAYLOAD`, or a place in a request.
    case routeSource = "place in a request or PAYLOAD"
    /// The items of a batch: `$.events[*]`.
    case jsonPath = "JSON path"
    /// Keys of JSON objects joined by dots: `meta.eventId`.
    case jsonMember = "path of keys"
    /// A file, relative to the one that says it: `agents/booking.md`.
    case filePath = "path of a file"
    /// Files, relative to the manifest, with `*` and `**`: `pages/*.yaml`.
    case filePattern = "path of files"
}

/// What a reference may point at.
package enum ReferenceKind: String, Sendable, CaseIterable {
    case variable, connection, record, model, field, tool, webhook, channel, page, context, input, limit, entity, event,
        workflow, setupStep, batchOperation, warning
}

/// What the keys of a map of the author's choice look like.
package enum KeyForm: Sendable {
    /// `^[a-z][a-z0-9_]*$`; declares something.
    case handle
    /// `^[A-Z][A-Z0-9_]*$`; declares something.
    case variable
    /// Handles joined by dots, `calendar.event.created`; declares something.
    case dotted
    /// Names something declared elsewhere, or is free.
    case free
}

extension ValueRule {
    /// Whether several values are written, and a text alone is none.
    var isList: Bool {
        switch self {
        case .list: true
        case .shapes(text: nil, list: .some, _): true
        default: false
        }
    }
}
