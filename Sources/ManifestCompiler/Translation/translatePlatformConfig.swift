extension GenerationContext {
    /// `PlatformConfig.swift`: what the Skedyul platform asks for at `/config`, for the runtime to serve in linked mode.
    ///
    /// - Parameter document: What `platform-config.json` holds.
    func translatePlatformConfig(_ document: String) -> SwiftFile {
        let property = SwiftProperty(
            documentation: ["`platform-config.json`: what the platform is told of this integration."],
            isStatic: true, name: "platformConfiguration", type: "String?", value: .document(document))
        return file([.type(extensionOfIntegration([.property(property)]))])
    }
}
