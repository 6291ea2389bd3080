// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "IntegrationKit",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "IntegrationKit", targets: ["IntegrationKit"]),
        .library(name: "IntegrationServer", targets: ["IntegrationServer"]),
        .library(name: "IntegrationTesting", targets: ["IntegrationTesting"]),
        .library(name: "OutboundHTTP", targets: ["OutboundHTTP"]),
        .plugin(name: "GenerateIntegration", targets: ["GenerateIntegration"]),
        .plugin(name: "RefreshGenerated", targets: ["RefreshGenerated"]),
        .executable(name: "integration", targets: ["integration"]),
        .executable(name: "Meta", targets: ["Meta"]),
        .executable(name: "graph-sandbox", targets: ["graph-sandbox"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // System libraries: a module map and a shim header each.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),

        // The generator half.
        .target(name: "ManifestCompiler", dependencies: ["CLibYAML"]),
        .executableTarget(name: "integration", dependencies: ["ManifestCompiler", argumentParser]),
        .plugin(name: "GenerateIntegration", capability: .buildTool(), dependencies: ["integration"]),
        .plugin(
            name: "RefreshGenerated",
            capability: .command(
                intent: .custom(
                    verb: "refresh-generated",
                    description: "Rewrites Generated/ from integration.yaml."),
                permissions: [.writeToPackageDirectory(reason: "Generated/ is rewritten from integration.yaml.")]),
            dependencies: ["integration"]),

        // The runtime half.
        .target(name: "IntegrationKit", dependencies: [logging]),
        .target(name: "ModelContextProtocol", dependencies: ["IntegrationKit"]),
        .target(name: "Cryptography", dependencies: ["COpenSSL"]),
        .target(name: "OutboundHTTP", dependencies: ["CCurl"]),
        .target(name: "Storage", dependencies: ["IntegrationKit"]),
        .target(name: "StorageSQL", dependencies: ["Storage", "IntegrationKit"]),
        .target(name: "StoragePostgres", dependencies: ["Storage", "StorageSQL", "IntegrationKit", "CLibPQ"]),
        .target(
            name: "StorageSQLite",
            dependencies: [
                "Storage", "StorageSQL", "IntegrationKit", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        // The platform's Core API, for linked mode.
        .target(name: "SkedyulAPI", dependencies: ["IntegrationKit", "OutboundHTTP"]),
        .target(
            name: "IntegrationServer",
            dependencies: [
                "IntegrationKit", "ModelContextProtocol", "Cryptography", "OutboundHTTP", "SkedyulAPI", "Storage",
                "StorageSQL", "StorageSQLite", "StoragePostgres", hummingbird, mustache, logging, argumentParser,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Resources")]),

        // The Meta integration.
        .target(name: "GraphAPI", dependencies: ["IntegrationKit", "OutboundHTTP", "Cryptography"]),
        .executableTarget(
            name: "Meta",
            dependencies: ["IntegrationKit", "IntegrationServer", "GraphAPI", "Cryptography"],
            plugins: ["GenerateIntegration"]),

        // What Benchmarks/sends.py measures.
        .executableTarget(
            name: "send-load", dependencies: ["GraphAPI", "IntegrationKit", "OutboundHTTP"], path: "Benchmarks/SendLoad"),

        // The local Graph API. It never imports GraphAPI: it must not share its mistakes.
        .target(
            name: "GraphSandbox",
            dependencies: ["Cryptography", hummingbird, logging],
            resources: [.embedInCode("Resources")]),
        .executableTarget(name: "graph-sandbox", dependencies: ["GraphSandbox", argumentParser, logging]),

        // For tests, ours and those of authors.
        .target(
            name: "IntegrationTesting",
            dependencies: ["IntegrationKit", "Storage", "StorageSQLite"]),

        .testTarget(
            name: "ManifestCompilerTests", dependencies: ["ManifestCompiler", "IntegrationKit"], exclude: ["Fixtures"]),
        .testTarget(name: "IntegrationKitTests", dependencies: ["IntegrationKit"]),
        .testTarget(name: "ModelContextProtocolTests", dependencies: ["ModelContextProtocol", "IntegrationKit"]),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"]),
        .testTarget(name: "OutboundHTTPTests", dependencies: ["OutboundHTTP"]),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Storage", "StorageSQL", "StorageSQLite", "StoragePostgres", "ManifestCompiler", "IntegrationTesting",
                "IntegrationKit",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "SkedyulAPITests", dependencies: ["SkedyulAPI", "OutboundHTTP", "IntegrationKit"]),
        .testTarget(name: "GraphAPITests", dependencies: ["GraphAPI", "OutboundHTTP", "Cryptography", "IntegrationKit"]),
        .testTarget(
            name: "MetaTests", dependencies: ["Meta", "GraphAPI", "IntegrationKit", "IntegrationTesting", logging]),
        .testTarget(name: "GraphSandboxTests", dependencies: ["GraphSandbox", "Cryptography", hummingbird, logging]),
        .testTarget(
            name: "IntegrationServerTests",
            dependencies: [
                "IntegrationServer", "IntegrationTesting", "IntegrationKit", "Storage", "StorageSQL", "StorageSQLite",
                "StoragePostgres", "Cryptography", "OutboundHTTP", "SkedyulAPI", hummingbird, logging,
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where ![.plugin, .system].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + strict
}
