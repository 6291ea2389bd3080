internal import Cryptography
package import IntegrationKit
internal import Logging
internal import OutboundHTTP

/// Reads ``ServerSettings`` and the manifest's provision variables, and collects everything that is wrong with them.
package struct SettingsReader: Sendable {
    /// What the command line says; it wins over the environment.
    package struct Flags: Sendable {
        package var mode: ServerSettings.Mode
        package var host: String?
        package var port: Int?
        package var tunnelURL: String?
        package var dataDirectory: String?
        /// Whether the data directory and the development key are made when they are not there.
        package var makesKey: Bool

        package init(
            mode: ServerSettings.Mode, host: String? = nil, port: Int? = nil, tunnelURL: String? = nil,
            dataDirectory: String? = nil, makesKey: Bool = true
        ) {
            self.mode = mode
            self.host = host
            self.port = port
            self.tunnelURL = tunnelURL
            self.dataDirectory = dataDirectory
            self.makesKey = makesKey
        }
    }

    var environment: [String: String]
    let flags: Flags
    var problems: [String] = []

    private init(environment: [String: String], flags: Flags) {
        self.environment = environment
        self.flags = flags
    }

    /// - Parameter provision: Reads the manifest's provision variables; commands that call no handler leave it out.
    /// - Throws: ``InvalidSettings`` with every problem, those of the manifest's own variables included.
    package static func read<Provision: EnvironmentValues>(
        environment: [String: String], flags: Flags, overrides: [OriginOverride], provision: Provision.Type
    ) throws(InvalidSettings) -> (ServerSettings, Provision) {
        var reader = SettingsReader(environment: environment, flags: flags)
        let values = reader.provision(provision)
        let settings = reader.settings(overrides: overrides)
        guard let values, let settings, reader.problems.isEmpty else { throw InvalidSettings(reader.problems) }
        return (settings, values)
    }

    /// Settings alone, for commands that only look into the store.
    package static func read(
        environment: [String: String], flags: Flags, overrides: [OriginOverride]
    ) throws(InvalidSettings) -> ServerSettings {
        var reader = SettingsReader(environment: environment, flags: flags)
        guard let settings = reader.settings(overrides: overrides), reader.problems.isEmpty else {
            throw InvalidSettings(reader.problems)
        }
        return settings
    }

    /// Settings of linked mode, in which the developer's variables come with each call: only those that are there are
    /// looked at.
    package static func readLinked<Provision: EnvironmentValues>(
        environment: [String: String], flags: Flags, overrides: [OriginOverride], provision: Provision.Type
    ) throws(InvalidSettings) -> ServerSettings {
        var reader = SettingsReader(environment: environment, flags: flags)
        reader.bake()
        var variables = EnvironmentReader(reader.environment)
        do {
            _ = try Provision(from: &variables)
        } catch {
            let malformed = error.problems.filter { $0.variable.text(in: reader.environment) != nil }
            reader.problems += malformed.map { "\($0.variable.name) \($0.message)" }
        }
        let linked = reader.linked()
        guard var settings = reader.settings(overrides: overrides), let linked, reader.problems.isEmpty else {
            throw InvalidSettings(reader.problems)
        }
        settings.linked = linked
        return settings
    }

    private mutating func provision<Provision: EnvironmentValues>(_ type: Provision.Type) -> Provision? {
        var reader = EnvironmentReader(environment)
        do {
            return try Provision(from: &reader)
        } catch {
            problems += error.description.split(separator: "\n").map(String.init)
            return nil
        }
    }

    private mutating func settings(overrides: [OriginOverride]) -> ServerSettings? {
        let isDevelopment = flags.mode == .development
        if choice("PLATFORM", ["embedded", "linked"]) == "linked", isDevelopment {
            problems.append("PLATFORM=linked is for 'serve'; 'dev serve' is a platform of its own")
        }
        let directory = flags.dataDirectory ?? text("DATA_DIR") ?? ".integration"
        // Some shells set HOST to the machine's name: in development only the flag counts.
        let host = flags.host ?? (isDevelopment ? "127.0.0.1" : text("HOST") ?? "0.0.0.0")
        let port = flags.port ?? number("PORT", in: 0...65_535) ?? 8080
        let publicURL = publicURL()
        if isDevelopment, !HostName.isLoopback(host) {
            problems.append("--hostname must be a loopback name or address in development, such as 127.0.0.1; "
                + "use 'serve' to listen on others")
        }
        let database = database(in: directory)
        let keys = isDevelopment ? developmentKeys(in: directory, database: database) : productionKeys()
        let origins = origins(overrides)
        let level = choice("LOG_LEVEL", Logger.Level.allCases.map(\.rawValue)).flatMap(Logger.Level.init(rawValue:))
        let format = choice("LOG_FORMAT", ServerSettings.LogFormat.allCases.map(\.rawValue))
            .flatMap(ServerSettings.LogFormat.init(rawValue:))
        let names = (text("ALLOWED_HOSTS") ?? "").split(separator: ",").map { HostName.withoutPort($0.trimmed) }
        let proxies = proxies()
        var limits = Limits()
        // Providers repeat deliveries for a week: their keys must be known for longer.
        if let days = number("RETENTION_DAYS", in: 8...3650) { limits.retention = .seconds(days * 24 * 3600) }
        if let size = number("FILES_GB", in: 1...100_000) { limits.filesOfInstallation = size << 30 }
        if let count = number("DATABASE_CONNECTIONS", in: 1...100) { limits.databaseConnections = count }
        guard let keys, let database else { return nil }
        var settings = ServerSettings(
            mode: flags.mode, publicURL: publicURL, host: host, port: port, dataDirectory: directory,
            database: database, keys: keys.keys, signingSecret: keys.signingSecret, origins: origins,
            allowedHosts: Set(names), logLevel: level ?? .info, logFormat: format ?? (isDevelopment ? .text : .json),
            limits: limits, environment: environment)
        settings.trustedProxies = proxies
        return settings
    }

    private mutating func proxies() -> TrustedProxies {
        do throws(TrustedProxies.Unreadable) {
            return try TrustedProxies(text("TRUSTED_PROXIES") ?? "")
        } catch {
            problems.append("TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, separated by commas; "
                + "'\(error.part)' is neither")
            return TrustedProxies()
        }
    }

    private mutating func publicURL() -> String? {
        let name = flags.tunnelURL == nil ? "PUBLIC_URL" : "--tunnel-url"
        guard var url = flags.tunnelURL ?? text("PUBLIC_URL") else {
            if flags.mode == .production, !isLinked {
                problems.append("PUBLIC_URL is missing, for example https://meta.example.com  "
                    + "(the address at which browsers and providers reach this server)")
            }
            return nil
        }
        while url.hasSuffix("/") { url.removeLast() }
        guard WebAddress.isOrigin(url) else {
            problems.append("\(name) must be an address such as https://meta.example.com, without a path")
            return nil
        }
        guard url.hasPrefix("https://") || HostPolicy.isLoopbackOrigin(url) else {
            problems.append("\(name) must begin with https://; http is for loopback addresses only")
            return nil
        }
        return url
    }

    private mutating func database(in directory: String) -> DatabaseAddress? {
        guard let url = text("DATABASE_URL") else { return .file(directory + "/store.sqlite") }
        if let address = DatabaseAddress(url) { return address }
        // What is wrong with it is not said in libpq's words, which may hold the password.
        problems.append("DATABASE_URL must be the path of an SQLite file, for example data/store.sqlite, or an address "
            + "such as postgres://user:password@host:5432/database, with %20 and the like for signs that mean something "
            + "in addresses")
        return nil
    }

    private mutating func productionKeys() -> SecretKeys? {
        guard let text = text("INTEGRATION_SECRET_KEYS") else {
            problems.append("INTEGRATION_SECRET_KEYS is missing, for example 2026-11:<44 characters of base64>  "
                + "(the keys that encrypt secrets at rest, the current one first; "
                + "make one with: echo \"2026-11:$(openssl rand -base64 32)\")")
            return nil
        }
        do {
            return try SecretKeys(parsing: text)
        } catch {
            problems.append("INTEGRATION_SECRET_KEYS: \(error)")
            return nil
        }
    }

    private mutating func developmentKeys(in directory: String, database: DatabaseAddress?) -> SecretKeys? {
        do {
            if let text = text("INTEGRATION_SECRET_KEYS") { return try SecretKeys(parsing: text) }
            // Looked at first: whoever makes both makes the key before the store.
            // Whether a server has one is not known before it is asked; a wrong key is noticed then.
            var hasStore = database == nil
            if case .file(let path) = database { hasStore = DataDirectory.exists(path) }
            let creating = !hasStore && flags.makesKey
            if let keys = try SecretKeys.ofDevelopment(in: DataDirectory(path: directory), creating: creating) {
                return keys
            }
            if let database {
                problems.append(hasStore
                    ? "INTEGRATION_SECRET_KEYS is missing, and '\(directory)' has no development key: "
                        + "the store '\(database)' was made with other keys, which are needed to open it"
                    : "'\(database)' is not there yet: 'dev link' makes the store with a workplace; for another one "
                        + "give --data, or in production the settings of 'serve'")
            }
            return nil
        } catch let error as SealingError {
            problems.append("INTEGRATION_SECRET_KEYS or '\(directory)/\(SecretKeys.developmentFile)': \(error)")
            return nil
        } catch {
            problems.append("\(error)")
            return nil
        }
    }

    private mutating func origins(_ overrides: [OriginOverride]) -> [String: String] {
        var origins: [String: String] = [:]
        for override in overrides {
            guard var url = text(override.setting) else { continue }
            while url.hasSuffix("/") { url.removeLast() }
            // App secret and tokens go there: a name elsewhere, by mistake or by somebody's doing, must not get them.
            guard WebAddress.isOrigin(url), HostPolicy.isLoopbackOrigin(url) else {
                problems.append("\(override.setting) must be an address of this machine such as http://127.0.0.1:8090, "
                    + "without a path: a sandbox there stands in for \(override.origin); leave it out to reach that itself")
                continue
            }
            origins[override.origin] = url
        }
        return origins
    }

    // MARK: Reading one

    func text(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(name) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            problems.append("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    mutating func choice(_ name: String, _ options: [String]) -> String? {
        guard let text = text(name) else { return nil }
        guard options.contains(text) else {
            problems.append("\(name) must be one of \(options.joined(separator: ", "))")
            return nil
        }
        return text
    }
}

extension Substring {
    /// Without spaces at either end.
    var trimmed: String {
        var part = self
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
    }
}
