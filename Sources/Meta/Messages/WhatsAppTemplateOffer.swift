import GraphAPI
import IntegrationKit

/// A template as a conversation offers it: one that is filled in with texts alone. Its id says all that it takes to send
/// it, `en_GB/order_update`; a variable of the header is `header.1` there, the end of a button's address `button.0`.
enum WhatsAppTemplateOffer {
    private static let header = "header."
    private static let button = "button."

    /// - Returns: nil for one that cannot be sent, or needs a file, a code or a flow.
    static func offer(of template: MessageTemplateNode) -> MessageTemplateOffer? {
        // What a code is sent with is no conversation's.
        guard template.status == "APPROVED", template.category != "AUTHENTICATION" else { return nil }
        var lines: [String] = []
        var variables: [MessageTemplateVariable] = []
        for component in template.components {
            switch component.type {
            case "HEADER" where component.format ?? "TEXT" == "TEXT":
                var text = component.text ?? ""
                for name in component.variables {
                    text = text.replacing("{{\(name)}}", with: "{{\(header)\(name)}}")
                    variables.append(.init(name: header + name, label: "Header: \(label(name))"))
                }
                lines.append(text)
            case "BODY":
                lines.append(component.text ?? "")
                variables += component.variables.map { .init(name: $0, label: label($0)) }
            case "FOOTER": lines.append(component.text ?? "")
            case "BUTTONS":
                let open = component.addresses.filter { $0.value.contains("{{") }
                // A button whose value is none of these addresses' ends needs more than a text.
                guard !component.needsButtonValues || component.needsAddressesOnly else { return nil }
                for (index, title) in component.buttons.enumerated() {
                    guard let address = open[index] else {
                        lines.append("[\(title)]")
                        continue
                    }
                    let name = "\(button)\(index)"
                    let start = address.firstRange(of: "{{").map { String(address[..<$0.lowerBound]) } ?? address
                    lines.append("[\(title): \(start){{\(name)}}]")
                    variables.append(.init(name: name, label: "What follows \(start)"))
                }
            default: return nil
            }
        }
        return MessageTemplateOffer(
            id: "\(template.language)/\(template.name)", name: template.name, language: template.language,
            text: lines.joined(separator: "\n"), variables: variables)
    }

    private static func label(_ variable: String) -> String {
        variable.allSatisfy(\.isNumber) ? "Variable \(variable)" : variable
    }

    static func use(of template: MessageTemplateUse) throws -> WhatsAppTemplateUse {
        guard let slash = template.id.firstIndex(of: "/"), slash != template.id.startIndex else {
            throw ToolFailure.invalid("template.id", "This is the id of no template.")
        }
        var use = WhatsAppTemplateUse(
            name: String(template.id[template.id.index(after: slash)...]), language: String(template.id[..<slash]))
        for value in template.texts {
            if value.name.hasPrefix(header) {
                use.header.append(parameter(value.text, String(value.name.dropFirst(header.count))))
            } else if value.name.hasPrefix(button), let index = Int(value.name.dropFirst(button.count)) {
                use.buttons.append(.init(index: index, .url(suffix: value.text)))
            } else {
                use.body.append(parameter(value.text, value.name))
            }
        }
        return use
    }

    private static func parameter(_ text: String, _ name: String) -> WhatsAppTemplateUse.Parameter {
        .init(.text(text), name: name.allSatisfy(\.isNumber) ? nil : name)
    }
}
