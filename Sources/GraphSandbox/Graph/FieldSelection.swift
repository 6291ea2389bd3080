/// What `fields=a,b{c,d},e.limit(5){f}` asks for: names, each with its own selection and arguments.
struct FieldSelection: Hashable, Sendable {
    /// One selected field or edge.
    struct Item: Hashable, Sendable {
        var name: String
        /// `limit(5)` and the like, by name.
        var arguments: [String: String] = [:]
        /// What of it is asked for; `nil` means its default fields.
        var nested: FieldSelection?
    }

    var items: [Item]

    /// Reads a selection, or gives `nil` when brackets or names are malformed.
    init?(parsing text: String) {
        var parser = Parser(rest: Array(text.filter { !$0.isWhitespace })[...])
        guard let selection = parser.selection(), parser.rest.isEmpty else { return nil }
        self = selection
    }

    init(items: [Item]) {
        self.items = items
    }

    private struct Parser {
        var rest: ArraySlice<Character>

        mutating func selection() -> FieldSelection? {
            var items: [Item] = []
            repeat {
                guard let item = item() else { return nil }
                items.append(item)
            } while take(",")
            return FieldSelection(items: items)
        }

        private mutating func item() -> Item? {
            guard let name = name() else { return nil }
            var item = Item(name: name)
            while take(".") {
                guard let argument = self.name(), take("("), let end = rest.firstIndex(of: ")") else { return nil }
                item.arguments[argument] = String(rest[rest.startIndex..<end])
                rest = rest[(end + 1)...]
            }
            if take("{") {
                guard let nested = selection(), take("}") else { return nil }
                item.nested = nested
            }
            return item
        }

        private mutating func name() -> String? {
            let end = rest.firstIndex { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) } ?? rest.endIndex
            guard end > rest.startIndex else { return nil }
            defer { rest = rest[end...] }
            return String(rest[rest.startIndex..<end])
        }

        private mutating func take(_ character: Character) -> Bool {
            guard rest.first == character else { return false }
            rest = rest.dropFirst()
            return true
        }
    }
}
