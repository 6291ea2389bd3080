/// Parameters that many operations have.
enum OpenAPIParameter {
    static let workplace: JSONTree = [
        "name": "workplace", "in": "path", "required": true, "schema": ["type": "string"],
        "description": "The workplace's handle.",
    ]

    static let id: JSONTree = [
        "name": "id", "in": "path", "required": true, "schema": ["type": "string"],
        "description": "The instance's id.",
    ]

    static let idempotencyKey: JSONTree = [
        "name": "Idempotency-Key", "in": "header", "schema": ["type": "string"],
        "description": "A call that is repeated with the same key is made once, and answered alike.",
    ]

    static let paging: [JSONTree] = [
        [
            "name": "limit", "in": "query", "description": "How many at most.",
            "schema": ["type": "integer", "minimum": 1, "maximum": 1000, "default": 50],
        ],
        [
            "name": "offset", "in": "query", "description": "How many are left out from the start.",
            "schema": ["type": "integer", "minimum": 0, "default": 0],
        ],
        [
            "name": "order", "in": "query", "style": "form", "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": ["type": "array", "items": ["type": "string"]],
        ],
    ]
}

/// What is answered when something is wrong (RFC 9457).
enum OpenAPIProblem {
    private static let all: [(code: String, name: String, description: String)] = [
        ("400", "BadRequest", "The request cannot be read."),
        ("401", "Unauthorized", "There is no valid token."),
        ("403", "Forbidden", "The caller may not do that."),
        ("404", "NotFound", "There is nothing here that the caller may see."),
        ("409", "Conflict", "It does not fit what is there, or what is going on."),
        ("413", "TooLarge", "The body is too large."),
        ("415", "UnsupportedMediaType", "The body is not application/json."),
        ("422", "Invalid", "Values do not fit; `field` and `detail` say which and why."),
        ("429", "TooManyRequests", "Too many requests; `Retry-After` says when to come again."),
        ("500", "Failed", "The tool failed."),
        ("502", "Rejected", "The provider refused."),
        ("503", "Unavailable", "The provider cannot be reached."),
        ("504", "TimedOut", "The tool took too long."),
    ]

    /// Beside those that every operation with a body has.
    static let ofTools = ["403", "409", "500", "502", "503", "504"]

    static func name(of code: String) -> String { all.first { $0.code == code }?.name ?? "Failed" }

    static let responses: JSONTree = .object(
        all.map { problem in
            .init(
                problem.name,
                [
                    "description": .string(problem.description),
                    "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
                ])
        })

    static let schemas: [JSONTree.Member] = [
        .init(
            "Problem",
            [
                "type": "object", "description": "What went wrong (RFC 9457).",
                "properties": [
                    "type": ["type": "string"],
                    "title": ["type": "string", "description": "What went wrong, in a sentence."],
                    "status": ["type": "integer"],
                    "detail": ["type": "string", "description": "What to do about it."],
                    "reference": ["type": "string", "description": "Names this request in the logs."],
                    "code": ["type": "string", "description": "What programs may branch on."],
                    "message": ["type": "string"],
                    "field": ["type": "string", "description": "The value that is wrong."],
                    "advice": ["type": "string"],
                    "retryAfterMs": ["type": "integer"],
                    "providerReference": ["type": "string", "description": "Names the request at the provider."],
                ],
                "required": ["type", "title", "status", "reference"],
            ])
    ]
}
