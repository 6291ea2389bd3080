// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "TelegramClinic",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "IntegrationKit", path: "../..")],
    targets: [
        .executableTarget(
            name: "TelegramClinic",
            dependencies: [
                .product(name: "IntegrationKit", package: "IntegrationKit"),
                .product(name: "IntegrationServer", package: "IntegrationKit"),
                .product(name: "OutboundHTTP", package: "IntegrationKit"),
            ],
            plugins: [.plugin(name: "GenerateIntegration", package: "IntegrationKit")])
    ],
    swiftLanguageModes: [.v6]
)
