/// The platform's language models, as `context.ai`. Follows the platform's `ai.generateObject`.
public protocol AIService: Sendable {
    /// An object that fits the request's schema.
    func object(_ request: AIRequest) async throws -> JSON
}

/// What a language model is asked.
public struct AIRequest: Hashable, Sendable {
    public var system: String
    public var prompt: String
    /// JSON Schema of the answer.
    public var schema: JSON
    /// Ids of files that go with the prompt.
    public var files: [String]
    public var maximumTokens: Int?

    public init(system: String, prompt: String, schema: JSON, files: [String] = [], maximumTokens: Int? = nil) {
        self.system = system
        self.prompt = prompt
        self.schema = schema
        self.files = files
        self.maximumTokens = maximumTokens
    }
}

/// The platform's reports, as `context.reports`. Follows the platform's `report.generate`.
public protocol ReportService: Sendable {
    func generate(_ template: String, arguments: JSONObject) async throws -> Report
}

/// A report that was made.
public enum Report: Hashable, Sendable {
    /// Where it can be fetched.
    case url(String)
    case html(String)
}
