/// Checks of formats that are plain texts.
enum TextForms {
    /// ITU-T E.164: at most 15 digits with the country code, which does not start with 0. No assigned number has
    /// fewer than 7.
    static func isPhone(_ text: String) -> Bool {
        var reader = ByteReader(text)
        guard reader.take("+"), !reader.take("0") else { return false }
        return (7...15).contains(reader.takeAll(\.isDigit)) && reader.isAtEnd
    }

    static func isUUID(_ text: String) -> Bool {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }

    static func isSlug(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isSmallLetter || $0.isDigit } }
    }

    static func isColor(_ text: String) -> Bool {
        var reader = ByteReader(text)
        return reader.take("#") && [3, 6, 8].contains(reader.takeAll(\.isHexDigit)) && reader.isAtEnd
    }

    /// RFC 5646 section 2.1, well-formed: language, script, region, variants, extensions, private use. The
    /// grandfathered tags are refused.
    static func isLanguageTag(_ text: String) -> Bool {
        let tags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard tags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(\.isLetterOrDigit) }) else { return false }
        var rest = tags[...]
        guard let language = rest.popFirst(), language.allSatisfy(\.isLetter),
            [2, 3, 5, 6, 7, 8].contains(language.count)
        else { return false }
        func isNext(_ kind: (Substring.UTF8View) -> Bool) -> Bool {
            guard let next = rest.first, kind(next) else { return false }
            rest.removeFirst()
            return true
        }
        if language.count <= 3 {
            var extended = 0
            while extended < 3, isNext({ $0.count == 3 && $0.allSatisfy(\.isLetter) }) { extended += 1 }
        }
        _ = isNext { $0.count == 4 && $0.allSatisfy(\.isLetter) }
        _ = isNext {
            $0.count == 2 && $0.allSatisfy(\.isLetter) || $0.count == 3 && $0.allSatisfy(\.isDigit)
        }
        while isNext({ $0.count >= 5 || $0.count == 4 && $0.first?.isDigit == true }) {}
        while rest.first?.count == 1 {
            let isPrivate = rest.first?.first.map { $0 | 0x20 == UInt8(ascii: "x") } == true
            rest.removeFirst()
            guard isNext({ isPrivate || $0.count >= 2 }) else { return false }
            if isPrivate { return true }
            while isNext({ $0.count >= 2 }) {}
        }
        return rest.isEmpty
    }

    /// Semantic Versioning 2.0.0, section 2, 9 and 10.
    static func isSemanticVersion(_ text: String) -> Bool {
        let builds = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        let releases = builds[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = releases[0].utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy(isPlainNumber) else { return false }
        if releases.count > 1 {
            let isFine = identifiers(releases[1]) { $0.contains { !$0.isDigit } || isPlainNumber($0) }
            guard isFine else { return false }
        }
        return builds.count == 1 || identifiers(builds[1]) { _ in true }
    }

    private static func isPlainNumber(_ digits: Substring.UTF8View) -> Bool {
        !digits.isEmpty && digits.allSatisfy(\.isDigit) && (digits.count == 1 || digits.first != UInt8(ascii: "0"))
    }

    private static func identifiers(_ text: Substring, _ isFine: (Substring.UTF8View) -> Bool) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") } && isFine($0)
        }
    }
}
