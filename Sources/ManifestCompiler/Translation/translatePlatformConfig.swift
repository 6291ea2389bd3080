extension GenerationContext {
    /// `PlatformConfig.swift`: what the Skedyul platform asks for at `/config`, for the runtime to serve in linked mode.
    func translatePlatformConfig() -> SwiftFile {
        let document = SwiftProperty(
            documentation: ["What the platform is told of this integration, as in `platform-config.json`."],
            isStatic: true, name: "platformConfiguration", type: "String?",
            value: .rawText(PlatformConfig.json(self).literalLines))
        return file([.type(extensionOfIntegration([.property(document)]))])
    }
}
