/// Decides every Swift name, and nothing else: what it names is not its business.
///
/// Each kind of thing is named by one function here, so that two translations cannot disagree.
package struct SwiftNames: Sendable, Hashable {
    package let casing: WordCasing
    private let integrationHandle: String

    package init(_ manifest: Manifest) {
        casing = WordCasing(spelling: manifest.header.spelling)
        integrationHandle = manifest.header.handle
    }

    // MARK: Types at file scope

    /// The type that everything is registered in: `Meta`.
    package var integration: String { casing.upperCamel(integrationHandle) }
    package func model(_ handle: String) -> String { casing.upperCamel(handle) }
    /// A record of `types:` or a contract: `message.send` is `MessageSend`.
    ///
    /// An entity or an event's payload is nested: `events.calendar.created` is `Events.Calendar.Created`.
    package func record(_ handle: String) -> String {
        if handle.hasPrefix(EntityDeclaration.typePrefix) || handle.hasPrefix(EventDeclaration.typePrefix) {
            return handle.split(separator: ".").map { namespace(String($0)) }.joined(separator: ".")
        }
        return casing.upperCamel(handle)
    }
    /// A part of a dotted name, or an entity, inside the enum that holds them.
    package func namespace(_ segment: String) -> String { casing.upperCamel(segment) }
    package func tool(_ handle: String) -> String { casing.upperCamel(handle) }
    package func webhook(_ handle: String) -> String { casing.upperCamel(handle) }
    package func batchOperation(_ handle: String) -> String { casing.upperCamel(handle) }
    /// `MessagesSubscription`, for a subscription often has the handle of what it asks for.
    package func subscription(_ handle: String) -> String { casing.upperCamel(handle) + "Subscription" }
    /// The check of a connection's credentials: `PetbooqzCheck`.
    package func check(_ connection: String) -> String { casing.upperCamel(connection) + "Check" }
    package func hook(_ kind: HookDeclaration.Kind) -> String {
        switch kind {
        case .install: "InstallHook"
        case .oauthCallback: "OAuthCallbackHook"
        case .provision: "ProvisionHook"
        case .uninstall: "UninstallHook"
        case .setupRevalidate: "SetupRevalidateHook"
        case .media: "MediaHook"
        case .connectionCheck: "ConnectionCheckHook"
        }
    }

    // MARK: Types and members in types

    /// A page, inside `Pages`: `AccountPage`, for a page often has the handle of the model that it shows.
    package func page(_ handle: String) -> String { casing.upperCamel(handle) + "Page" }
    /// A page's link, inside `Routes`.
    package func route(_ page: String) -> String { member(page) }
    /// A field, a model's store, a channel: a property.
    package func member(_ handle: String) -> String {
        let name = casing.lowerCamel(handle)
        return ReservedNames.members.contains(name) ? name + "_" : name
    }
    /// An environment variable: `META_APP_ID` is `metaAppID`.
    package func variable(_ name: String) -> String { member(name.lowercased()) }
    /// A context name of a page, as a local.
    package func local(_ handle: String) -> String {
        let name = casing.lowerCamel(handle)
        return ReservedNames.pageLocals.contains(name) ? name + "_" : name
    }

    /// The enum of a field with options, inside the field's model or record: `QualityRating`, and `TypeValue` for
    /// `type`. That of a variable is inside its scope: `LogLevel` for `LOG_LEVEL`.
    package func optionsEnum(_ field: String) -> String {
        let name = casing.upperCamel(field.lowercased())
        return ReservedNames.nestedTypes.contains(name) ? name + "Value" : name
    }

    /// The case of a tagged union, without backticks.
    package func unionCase(_ handle: String) -> String {
        let name = casing.lowerCamel(handle)
        return ReservedNames.unionMembers.contains(name) ? name + "_" : name
    }

    /// The case of an option, without backticks.
    package func optionCase(_ option: OptionDeclaration) -> String {
        let name = option.swiftName ?? casing.optionCase(option.value)
        return ReservedNames.optionMembers.contains(name) ? name + "_" : name
    }

    // MARK: Words for people

    /// The author's label, else the handle in words.
    package func label(_ declaration: some Declaration) -> String {
        declaration.label ?? casing.label(declaration.handle.lowercased())
    }

    /// The author's plural, else the usual English one.
    package func pluralLabel(_ model: ModelDeclaration) -> String {
        model.labelPlural ?? Self.plural(label(model))
    }

    package func label(_ option: OptionDeclaration) -> String {
        option.label ?? casing.label(option.value.lowercased().replacing(" ", with: "_"))
    }

    static func plural(_ label: String) -> String {
        let lowercase = label.lowercased()
        if lowercase.hasSuffix("y"), let before = lowercase.dropLast().last, !"aeiou".contains(before) {
            return label.dropLast() + "ies"
        }
        let hisses = ["s", "x", "z", "ch", "sh"]
        return label + (hisses.contains { lowercase.hasSuffix($0) } ? "es" : "s")
    }
}
