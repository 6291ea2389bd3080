internal import IntegrationKit
internal import SkedyulAPI

/// What the platform puts around everything that it asks for: `env`, `context` and `invocation`. Read once, at the door.
/// Keys that are not known are left alone; the platform may send more than we know.
struct Envelope: Sendable {
    /// Variables of this call, the platform's own among them.
    let env: [String: String]
    let context: CallContext
    let invocation: CallInvocation

    /// - Throws: ``MalformedCall`` for what cannot be what the platform means.
    init(_ object: JSONObject) throws(MalformedCall) {
        let env = try object.object("env") ?? [:]
        guard let texts = CallEnvironment.texts(of: env) else { throw MalformedCall("env must hold texts only") }
        self.env = texts
        context = try CallContext(object.object("context") ?? [:])
        invocation = try CallInvocation(object.object("invocation") ?? [:])
    }
}

/// `context`: whose the call is, and what it comes from.
struct CallContext: Sendable {
    struct App: Sendable {
        let id: String
        let versionID: String
        let handle: String?
        let versionHandle: String?
    }

    let app: App?
    let installationID: InstallationID?
    /// `id` and `subdomain`.
    let workplace: (id: String, subdomain: String)?
    /// As it came: see ``Trigger/init(platform:)``.
    let trigger: String?
    let isEstimate: Bool
    /// What was typed into the form that is submitted.
    let formValues: JSONObject?

    init(_ object: JSONObject) throws(MalformedCall) {
        app = try object.object("app", in: "context").map { app throws(MalformedCall) in
            App(
                id: try app.requiredText("id", in: "context.app"),
                versionID: try app.requiredText("versionId", in: "context.app"),
                handle: try app.text("handle", in: "context.app"),
                versionHandle: try app.text("versionHandle", in: "context.app"))
        }
        installationID = try object.text("appInstallationId", in: "context").map { InstallationID($0) }
        workplace = try object.object("workplace", in: "context").map { workplace throws(MalformedCall) in
            (
                id: try workplace.requiredText("id", in: "context.workplace"),
                subdomain: try workplace.requiredText("subdomain", in: "context.workplace")
            )
        }
        trigger = try object.text("trigger", in: "context")
        isEstimate = try object.text("mode", in: "context") == "estimate"
        formValues = try object.object("form", in: "context")?.object("values", in: "context.form")
    }

    /// The installation that the call is for. Without a workplace it is known by its id alone.
    var installation: Installation? {
        installationID.map { id in
            let name = workplace?.subdomain ?? id.rawValue
            return Installation(id: id, workplace: Workplace(handle: name, name: name, timeZone: "UTC"))
        }
    }

    var linkedApp: LinkedApp? { app.map { LinkedApp(id: $0.id, versionID: $0.versionID) } }
}

/// `invocation`: what in the platform makes the call.
struct CallInvocation: Sendable {
    let installationID: InstallationID?
    /// For the log.
    let ids: [(name: String, value: String)]

    private static let logged = [
        "invocationId", "invocationType", "toolCallId", "serverHookHandle", "workflowId", "workflowRunId", "workflowStepId",
    ]

    init(_ object: JSONObject) throws(MalformedCall) {
        installationID = try object.text("appInstallationId", in: "invocation").map { InstallationID($0) }
        var ids: [(name: String, value: String)] = []
        for name in Self.logged {
            if let value = try object.text(name, in: "invocation") { ids.append((name, value)) }
        }
        self.ids = ids
    }
}

/// A call that is not in the platform's form. The text goes back to the caller: names of members, never their values.
struct MalformedCall: Error, Hashable, Sendable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension JSONObject {
    /// Longer texts are none of the platform's ids and words.
    private static var longestText: Int { 255 }

    /// An object, or nil when there is nothing.
    func object(_ key: String, in place: String? = nil) throws(MalformedCall) -> JSONObject? {
        switch self[key] {
        case nil, .null?: return nil
        case .object(let object)?: return object
        default: throw MalformedCall("\(Self.path(place, key)) must be an object")
        }
    }

    /// A text of one line that is not empty, or nil when there is nothing.
    func text(_ key: String, in place: String? = nil) throws(MalformedCall) -> String? {
        switch self[key] {
        case nil, .null?: return nil
        case .string(let text)?:
            guard (1...Self.longestText).contains(text.utf8.count), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else { throw MalformedCall("\(Self.path(place, key)) must be a text of 1 to \(Self.longestText) bytes") }
            return text
        default: throw MalformedCall("\(Self.path(place, key)) must be a text")
        }
    }

    func requiredText(_ key: String, in place: String? = nil) throws(MalformedCall) -> String {
        guard let text = try text(key, in: place) else { throw MalformedCall("\(Self.path(place, key)) is required") }
        return text
    }

    private static func path(_ place: String?, _ key: String) -> String { place.map { "\($0).\(key)" } ?? key }
}
