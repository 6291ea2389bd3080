#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a template must be like to be handed in.
enum TemplateRules {
    /// Templates of an account whose business is not verified.
    static let countLimit = 250

    /// The template of a `POST /{waba}/message_templates`, found in order.
    static func read(_ request: GraphRequest, accountID: String) throws(GraphError) -> MessageTemplate {
        guard let name = request.text("name") else { throw .missingParameter("name") }
        guard name.count <= 512, name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }) else {
            throw .invalidParameter(
                "Param name must have at most 512 characters, lowercase letters, digits and underscores only.")
        }
        guard let language = request.text("language") else { throw .missingParameter("language") }
        guard language.wholeMatch(of: /[a-z]{2,3}(_[A-Z]{2})?/) != nil else {
            throw .invalidParameter("Param language must be a supported language code - got \"\(language)\".")
        }
        guard let text = request.text("category") else { throw .missingParameter("category") }
        guard let category = TemplateCategory(rawValue: text.uppercased()) else {
            throw .invalidParameter(
                "Param category must be one of {UTILITY, MARKETING, AUTHENTICATION} - got \"\(text)\".")
        }
        var format = MessageTemplate.ParameterFormat.positional
        if let text = request.text("parameter_format") {
            guard let known = MessageTemplate.ParameterFormat(rawValue: text.uppercased()) else {
                throw .invalidParameter("Param parameter_format must be one of {NAMED, POSITIONAL}.")
            }
            format = known
        }
        guard let components = request.json("components") else { throw .missingParameter("components") }
        try check(components, category: category, format: format)
        return MessageTemplate(
            id: Sandbox.newObjectID(), accountID: accountID, name: name, language: language, category: category,
            parameterFormat: format, components: components, status: .pending, createdAt: Date(timeIntervalSince1970: 0)
        )
    }

    /// Checks the parts of a template.
    static func check(
        _ value: WireJSON, category: TemplateCategory, format: MessageTemplate.ParameterFormat
    ) throws(GraphError) {
        let components = try Param("components", value).array(1...8)
        var seen: Set<String> = []
        for component in components {
            let type = try component["type"].word(of: [
                "HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST",
            ])
            guard seen.insert(type).inserted else { throw component["type"].invalid("is there twice.") }
            switch type {
            case "HEADER": try checkHeader(component, format)
            case "BODY": try checkBody(component, category: category, format)
            case "FOOTER": try checkFooter(component, category: category)
            case "BUTTONS": try checkButtons(component)
            case "CAROUSEL": _ = try component["cards"].array(1...10)
            default: break
            }
        }
        guard seen.contains("BODY") || seen.contains("CAROUSEL") else {
            throw .invalidParameter("Param components must have a component of type BODY.")
        }
    }

    private static func checkHeader(
        _ header: Param, _ format: MessageTemplate.ParameterFormat
    ) throws(GraphError) {
        let kind = try header["format"].word(of: ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "GIF"])
        switch kind {
        case "TEXT":
            let text = try header["text"].text(max: 4096)
            guard text.unicodeScalars.count <= 60 else {
                throw .template(
                    2_388_040, "Character Limit Exceeded", "The header has more than 60 characters.")
            }
            let variables = TemplateText.variables(in: text)
            guard variables.count <= 1, !text.contains("\n"), !text.contains("*") else {
                throw .template(
                    2_388_047, "Message Header Format Is Incorrect",
                    "A header has one line, at most one variable and no formatting.")
            }
            if !variables.isEmpty {
                try checkSamples(header["example"], variables, list: "header_text", isNested: false, format)
            }
        case "LOCATION": break
        default: _ = try header["example"]["header_handle"].array(1...1)
        }
    }

    private static func checkBody(
        _ body: Param, category: TemplateCategory, _ format: MessageTemplate.ParameterFormat
    ) throws(GraphError) {
        // Meta writes the text of authentication templates itself.
        if category == .authentication, !body["text"].isThere { return }
        let text = try body["text"].text(max: 32_768)
        guard text.unicodeScalars.count <= 1024 else {
            throw .template(2_388_040, "Character Limit Exceeded", "The body has more than 1024 characters.")
        }
        guard !text.contains("\n\n\n"), !text.contains("\t") else {
            throw .template(
                2_388_072, "Message Body Format Is Incorrect",
                "The body has tabs or more than two line breaks in a row.")
        }
        let variables = TemplateText.variables(in: text)
        guard !variables.isEmpty else { return }
        if format == .positional, variables != (1...variables.count).map(String.init) {
            throw .invalidParameter("Variables must be {{1}}, {{2}} and so on, in order.")
        }
        // Authentication texts begin with their code.
        if category != .authentication, TemplateText.hasVariableAtAnEnd(text) {
            throw .template(
                2_388_299, "Variables Can't Be At The Start Or End",
                "Variables can't be at the start or end of the template.")
        }
        let words = text.split { $0.isWhitespace }.count
        guard words >= variables.count * 2 + 1 || category == .authentication else {
            throw .template(
                2_388_293, "Too Many Variables", "The template has too many variables for its length.")
        }
        try checkSamples(body["example"], variables, list: "body_text", isNested: true, format)
    }

    private static func checkSamples(
        _ example: Param, _ variables: [String], list: String, isNested: Bool,
        _ format: MessageTemplate.ParameterFormat
    ) throws(GraphError) {
        if format == .named {
            let samples = try example["\(list)_named_params"].array(0...100)
            let named = Set(samples.compactMap { $0["param_name"].value?.string })
            guard named == Set(variables) else {
                throw example["\(list)_named_params"].wrong("must have a sample for every variable.")
            }
            return
        }
        var samples = try example[list].array(0...100)
        if isNested { samples = try samples.first?.array(0...100) ?? [] }
        guard samples.count == variables.count else {
            throw example[list].wrong("must have a sample for every variable.")
        }
    }

    private static func checkFooter(_ footer: Param, category: TemplateCategory) throws(GraphError) {
        if category == .authentication { return }
        let text = try footer["text"].text(max: 4096)
        guard text.unicodeScalars.count <= 60 else {
            throw .template(2_388_040, "Character Limit Exceeded", "The footer has more than 60 characters.")
        }
        guard TemplateText.variables(in: text).isEmpty, !text.contains("\n") else {
            throw .template(
                2_388_073, "Message Footer Format Is Incorrect", "A footer has one line and no variables.")
        }
    }

    private static func checkButtons(_ component: Param) throws(GraphError) {
        var counts: [String: Int] = [:]
        var kinds: [String] = []
        for button in try component["buttons"].array(1...10) {
            let type = try button["type"].word(of: [
                "QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW", "CATALOG", "MPM", "OTP", "VOICE_CALL", "SPM",
            ])
            counts[type, default: 0] += 1
            kinds.append(type)
            if type != "OTP", type != "COPY_CODE" { _ = try button["text"].text(max: 25) }
            switch type {
            case "URL":
                let url = try button["url"].text(max: 2000)
                let variables = TemplateText.variables(in: url)
                guard variables.count <= 1, variables.isEmpty || url.hasSuffix("}}") else {
                    throw button["url"].wrong("may have one variable, at its end.")
                }
                if !variables.isEmpty { _ = try button["example"].array(1...1) }
            case "PHONE_NUMBER": _ = try button["phone_number"].text(max: 20)
            case "COPY_CODE": _ = try button["example"].text(max: 15)
            case "OTP": _ = try button["otp_type"].word(of: ["COPY_CODE", "ONE_TAP", "ZERO_TAP"])
            default: break
            }
        }
        for (type, limit) in [("URL", 2), ("PHONE_NUMBER", 1), ("COPY_CODE", 1), ("OTP", 1), ("FLOW", 1)] {
            guard counts[type, default: 0] <= limit else {
                throw component["buttons"].wrong("may have at most \(limit) of type \(type).")
            }
        }
        // Quick replies stand together: before or after everything else.
        let changes = zip(kinds, kinds.dropFirst()).count { ($0 == "QUICK_REPLY") != ($1 == "QUICK_REPLY") }
        guard changes <= 1 else { throw component["buttons"].wrong("must have its quick replies together.") }
    }
}
