/// The formats of the filter `date`: `strftime`'s, as far as the language has them.
enum DateFormat {
    private static let directives: Set<Character> = [
        "Y", "m", "d", "e", "b", "B", "a", "A", "H", "I", "M", "p", "S", "z", "%",
    ]

    static let help = "there are: %Y %m %d %e %b %B %a %A %H %I %M %p %S %z %%"

    /// What is wrong with a format, or `nil`.
    static func problem(_ format: String) -> String? {
        var characters = format.makeIterator()
        while let character = characters.next() {
            guard character == "%" else { continue }
            guard let directive = characters.next() else { return "the format ends with `%`" }
            if !directives.contains(directive) { return "a date has no `%\(directive)`" }
        }
        return nil
    }
}
