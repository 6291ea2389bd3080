extension Grammar {
    static let environmentBlocks = [
        BlockRule(
            .env, "`env`", "Environment variables.",
            keys: [
                KeyRule(
                    "provision", .map(.variable, .shapes(text: .type, list: nil, map: .block(.provisionVariable))),
                    "Set by the developer, once per app version."),
                KeyRule(
                    "install", .map(.variable, .shapes(text: .type, list: nil, map: .block(.installVariable))),
                    "One value per installation."),
            ]),
        BlockRule(
            .provisionVariable, "a provision variable", "A variable that the developer sets.",
            misplaced: ["source": "install variables", "phase": "install variables", "style": "fields"],
            keys: variableKeys),
        BlockRule(
            .installVariable, "an install variable", "A variable that each installation has.",
            misplaced: ["style": "fields"],
            keys: variableKeys + [
                KeyRule(
                    "source", .words(["USER", "OAUTH", "HOOK"]),
                    "Who gives the value: the user, the OAuth callback or the install hook.", default: "USER"),
                KeyRule(
                    "phase", .words(["PRE_INSTALL", "POST_INSTALL"]), "When a user is asked.", default: "PRE_INSTALL"),
            ]),
    ]

    private static let variableKeys: [KeyRule] =
        headingKeys(handle: .variable, wire: false) + [
            KeyRule("type", .type, "Its type.", default: "STRING"),
            KeyRule("required", .boolean, "Whether the app cannot start without it.", default: "false"),
            KeyRule("visibility", .words(["VISIBLE", "ENCRYPTED"]), "Whether it is a secret.", default: "VISIBLE"),
            KeyRule("default", .anything, "The value if none is given; never for ENCRYPTED."),
            KeyRule("example", .anything, "A value that it could have."),
            KeyRule("placeholder", .prose, "Grey text in an empty input."),
        ] + refinementKeys.filter { $0.name != "style" }
}
