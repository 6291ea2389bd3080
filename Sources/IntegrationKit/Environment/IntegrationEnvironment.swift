/// The environment variables that the manifest declares, typed. Generated: `Environment` with `Provision` and `Install`.
public protocol IntegrationEnvironment: Sendable {
    /// Set by the developer, the same for all installations of a version.
    associatedtype Provision: EnvironmentValues
    /// One value an installation.
    associatedtype Install: EnvironmentValues

    var provision: Provision { get }
    var install: Install { get }

    init(provision: Provision, install: Install)
}

/// The variables of one scope.
public protocol EnvironmentValues: Sendable {
    static var variables: [EnvironmentVariable] { get }

    /// - Throws: every problem at once.
    init(from reader: inout EnvironmentReader) throws(InvalidEnvironment)
}

/// The facts about one variable. Generated from `env.<scope>.<NAME>`.
public struct EnvironmentVariable: Hashable, Sendable {
    public enum Source: String, Hashable, Sendable {
        case user = "USER", oauth = "OAUTH", hook = "HOOK"
    }

    public let name: String
    public let label: String
    public let description: String
    public let isRequired: Bool
    /// Kept sealed and never shown.
    public let isEncrypted: Bool
    public let defaultValue: String?
    /// A value as it might look, for help texts.
    public let example: String?
    /// What is done to a text before it is checked, in order.
    public let preparations: [TextPreparation]
    public let checks: [ValueCheck]
    /// Who sets it: only ``Source/user`` is ever asked of a person.
    public let source: Source

    public init(
        name: String, label: String, description: String = "", isRequired: Bool = false, isEncrypted: Bool = false,
        defaultValue: String? = nil, example: String? = nil, preparations: [TextPreparation] = [],
        checks: [ValueCheck] = [], source: Source = .user
    ) {
        self.name = name
        self.label = label
        self.description = description
        self.isRequired = isRequired
        self.isEncrypted = isEncrypted
        self.defaultValue = defaultValue
        self.example = example
        self.preparations = preparations
        self.checks = checks
        self.source = source
    }
}

/// Everything that is wrong with a set of environment variables.
public struct InvalidEnvironment: Error, Hashable, Sendable, CustomStringConvertible {
    public struct Problem: Hashable, Sendable {
        public let variable: EnvironmentVariable
        /// `is missing`, `must be …`. Never contains the value.
        public let message: String
    }

    public let problems: [Problem]

    public var description: String {
        problems.map { problem in
            let what = problem.variable.description.isEmpty ? "" : "  (\(problem.variable.description))"
            let example = problem.variable.example.map { ", for example \($0)" } ?? ""
            return "\(problem.variable.name) \(problem.message)\(example)\(what)"
        }.joined(separator: "\n")
    }
}
