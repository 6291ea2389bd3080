extension TextForm {
    /// A regular expression, in ECMA-262, for what ``matches(_:)`` takes.
    var pattern: String {
        let handle = "[a-z][a-z0-9_]*"
        let number = "(0|[1-9][0-9]{0,8})"
        let suffix = #"[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*"#
        switch self {
        case .handle: return "^\(handle)$"
        case .variable: return "^[A-Z][A-Z0-9_]*$"
        case .version: return #"^\#(number)\.\#(number)\.\#(number)(-\#(suffix))?(\+\#(suffix))?$"#
        case .spelling: return "^[A-Z][A-Za-z0-9]*$"
        case .headerName: return #"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"#
        case .payloadName: return #"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$"#
        case .member: return #"^\#(handle)\.\#(handle)$"#
        case .order: return "^-?\(handle)$"
        case .icon: return "^[a-z][a-z0-9-]*$"
        case .definition: return #"^[\s\S]+$"#
        case .swiftName: return "^[a-z][A-Za-z0-9_]*$"
        case .rate: return "^0*[1-9][0-9]*/[smhd]$"
        case .backoff: return "^(EXPONENTIAL|LINEAR|[0-9]+(ms|s|m|h|d))$"
        case .inputPath, .dottedName: return #"^\#(handle)(\.\#(handle))*$"#
        case .platformName: return "^(platform/)?\(handle)$"
        case .requestSource: return "^(\(Self.placeInRequest))$"
        case .routeSource: return "^(PAYLOAD|\(Self.placeInRequest))$"
        case .jsonMember: return #"^\#(Self.jsonKeys)$"#
        case .jsonPath: return #"^\$(\.\#(Self.jsonKeys))?(\[\*\](\.\#(Self.jsonKeys))?)?$"#
        case .filePath, .filePattern:
            // No empty part, and none that is a dot.
            let part = #"(?!\.(/|$))[^\\/:\u0000-\u001F]+"#
            return "^\(part)(/\(part))*$"
        }
    }
}

extension TextForm {
    /// Keys of JSON objects joined by dots.
    private static let jsonKeys: String = {
        let key = #"[^\u0000-\u0020$\[\]*"'.]+"#
        return #"\#(key)(\.\#(key))*"#
    }()

    private static let placeInRequest =
        #"header\.[A-Za-z0-9!#$%&'*+.^_`|~-]+|(form|query|parsed)\.[^\u0000-\u0020{}]+|json\.\#(jsonKeys)"#
}

extension KeyForm {
    /// A regular expression for the keys that declare something; `nil` if any text is a key.
    var pattern: String? {
        switch self {
        case .handle: TextForm.handle.pattern
        case .variable: TextForm.variable.pattern
        case .dotted: TextForm.dottedName.pattern
        case .free: nil
        }
    }
}
