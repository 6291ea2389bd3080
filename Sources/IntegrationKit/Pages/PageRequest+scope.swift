extension PageRequest {
    /// The visible environment variables, as text. The embedded runtime gives none to pages.
    public var settings: [String: String] { [:] }

    /// What completed setup steps have granted. The embedded runtime has no setup and grants nothing.
    public var capabilities: Set<String> { [] }
}
