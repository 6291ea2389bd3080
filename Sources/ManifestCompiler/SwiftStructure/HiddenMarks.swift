extension Unicode.Scalar {
    /// Whether a reader would not see it, or it would reorder what they see. Not the joiners, of which some scripts and
    /// emoji are made.
    var isHidden: Bool {
        switch value {
        case 0x20..<0x7F, 0x200C, 0x200D: return false
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return false
        }
    }
}

extension String {
    /// The text with `\u{…}` for each mark that is hidden, for prose in comments and documents.
    var withoutHiddenMarks: String {
        // Most texts are visible ASCII.
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        guard unicodeScalars.contains(where: \.isHidden) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.isHidden {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
