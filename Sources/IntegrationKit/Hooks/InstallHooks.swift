public import Logging

/// The variables that a hook may set: exactly those with `source: HOOK`. Generated as `Environment.Install.Hook`.
public protocol HookValues: Sendable {
    /// By name; nil removes the variable.
    var values: [String: String?] { get }
}

/// For integrations none of whose variables is a hook's.
public struct NoHookValues: HookValues {
    public init() {}
    public var values: [String: String?] { [:] }
}

/// A variable that a user gives, which an error can be about. Generated as `Environment.Install.Field`.
public protocol InstallField: Sendable, RawRepresentable where RawValue == String {}

/// What comes of the start of an installation.
public enum InstallOutcome<Values: HookValues>: Sendable {
    /// It is ready, with these values of the hook's variables.
    case ready(Values)
    /// The user goes on at this https address.
    case redirect(String)
}

/// An ``InstallError`` whose field has lost its type.
public protocol InstallRefusal: Error {
    /// Name of the variable that it is about.
    var fieldName: String? { get }
    var message: String { get }
}

/// Why an installation cannot start. It lands on the form's field when there is one.
public struct InstallError<Field: InstallField>: InstallRefusal, Sendable {
    public let field: Field?
    /// What is wrong, for the user.
    public let message: String

    public init(field: Field? = nil, _ message: String) {
        self.field = field
        self.message = message
    }

    public var fieldName: String? { field?.rawValue }
}

/// The hand-written half of `hooks.install`: what is special about the start of an installation.
public protocol InstallHandler: Sendable {
    associatedtype Owner: Integration
    associatedtype Values: HookValues
    typealias Context = HookContext<Owner>

    static func install(in context: Context) async throws -> InstallOutcome<Values>
}

/// The hand-written half of `hooks.setup_revalidate`: whether the steps of the setup still hold.
public protocol SetupRevalidateHandler: Sendable {
    associatedtype Owner: Integration
    typealias Context = HookContext<Owner>

    static func revalidate(in context: Context) async throws -> SetupState
}

/// Handles of setup steps that were found complete, or complete no longer.
public struct SetupState: Hashable, Sendable {
    public var completed: [String]
    public var invalidated: [String]

    public init(completed: [String] = [], invalidated: [String] = []) {
        self.completed = completed
        self.invalidated = invalidated
    }
}

/// The hand-written half of a connection of kind CREDENTIALS: tries what the user has typed in, before it is kept.
public protocol CredentialCheckHandler: Sendable {
    associatedtype Owner: Integration

    /// - Throws: ``InstallError`` about a field, when the provider does not take them.
    static func check(_ candidate: Owner.Environment.Install, in context: CredentialCheckContext<Owner>) async throws
}

/// What a check of credentials may use.
public struct CredentialCheckContext<Owner: Integration>: Sendable {
    public let provision: Owner.Environment.Provision
    public let services: Owner.Services
    public let log: Logger

    public init(provision: Owner.Environment.Provision, services: Owner.Services, log: Logger) {
        self.provision = provision
        self.services = services
        self.log = log
    }
}
