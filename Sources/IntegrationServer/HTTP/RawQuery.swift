/// The parameters of a query as they were sent: names may contain dots and brackets, order and repetitions are kept.
package struct RawQuery: Sendable {
    package let pairs: [(name: String, value: String)]

    /// - Parameter text: What follows the `?`, or the body of a form.
    package init(_ text: some StringProtocol) {
        pairs = text.split(separator: "&").map { pair in
            guard let equals = pair.firstIndex(of: "=") else { return (Self.decode(pair), "") }
            return (Self.decode(pair[..<equals]), Self.decode(pair[pair.index(after: equals)...]))
        }
    }

    init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// The first value of this name.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of this name, in order.
    package func values(of name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// Plus is a space, `%XX` a byte; what cannot be decoded stays as it is. Bytes that are not UTF-8 become U+FFFD.
    private static func decode(_ text: some StringProtocol) -> String {
        String(decoding: PercentEncoding.decode(text, plusIsSpace: true).bytes, as: UTF8.self)
    }
}
