extension PageRequest {
    /// What completed setup steps have granted. The embedded runtime has no setup and grants nothing.
    public var capabilities: Set<String> { [] }

    /// A path parameter as a value of another type than text.
    ///
    /// - Throws: ``PageNotFound`` where the address has another text there, as for a page that is not there.
    public func parameter<Value: EnvironmentConvertible>(
        _ name: String, as type: Value.Type
    ) throws(PageNotFound) -> Value {
        guard let value = path[name].flatMap({ Value(environmentText: $0) }) else { throw PageNotFound() }
        return value
    }
}
