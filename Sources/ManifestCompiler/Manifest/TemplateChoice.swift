/// `{ choose: record.status, of: { approved: Approved }, empty: …, else: … }`: a text for each option of a field.
package indirect enum TemplateChoice: Sendable, Hashable {
    case choice(
        subject: TemplateSource, options: [Option], empty: TemplateSource?, otherwise: TemplateSource?)

    package struct Option: Sendable, Hashable {
        package var option: Reference
        package var text: TemplateSource
    }
}

extension TemplateChoice {
    /// What it says, by name.
    package var parts: (subject: TemplateSource, options: [Option], empty: TemplateSource?, otherwise: TemplateSource?) {
        switch self { case .choice(let subject, let options, let empty, let otherwise): (subject, options, empty, otherwise) }
    }

    /// The template that a decoded `choose` is.
    ///
    /// - Returns: `nil` if a part of it has been reported.
    static func template(_ block: DecodedBlock) -> TemplateSource? {
        guard block.doubtful.isEmpty, let subject = block.template("choose") else { return nil }
        var options: [Option] = []
        for entry in block.map("of") {
            guard case .template(let text) = entry.value else { return nil }
            options.append(Option(option: Reference(entry.key.text, at: entry.key.span), text: text))
        }
        let choice = TemplateChoice.choice(
            subject: subject, options: options, empty: block.template("empty"), otherwise: block.template("else"))
        return TemplateSource(
            kind: .template, text: choice.liquid, span: block.span, runs: [], choice: choice)
    }

    /// The same in tags, which is how it is exported.
    private var liquid: String {
        let (subject, options, empty, otherwise) = parts
        var branches: [(condition: String, text: String)] = []
        if let empty { branches.append(("\(subject.text) == blank", empty.text)) }
        for option in options {
            let quote = option.option.handle.contains("\"") ? "'" : "\""
            branches.append(("\(subject.text) == \(quote)\(option.option.handle)\(quote)", option.text.text))
        }
        var text = ""
        for (index, branch) in branches.enumerated() {
            text += "{% \(index == 0 ? "if" : "elsif") \(branch.condition) %}\(branch.text)"
        }
        guard !branches.isEmpty else { return otherwise?.text ?? "" }
        if let otherwise { text += "{% else %}\(otherwise.text)" }
        return text + "{% endif %}"
    }
}

extension ValueRule {
    /// Whether a text with templates may stand here, and so a `choose`.
    var takesTemplates: Bool {
        switch self {
        case .template, .shapes(.template?, _, _): true
        default: false
        }
    }
}

extension Mapping {
    var isChoice: Bool { entries.contains { $0.key.text == "choose" } }
}
