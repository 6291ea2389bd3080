/// A value of a request and the path to it, as Meta's errors spell paths: `interactive['action']['buttons'][0]`.
///
/// Reading checks as it goes: what is missing is 131008, what has the wrong type or length is 100, what has an
/// impossible value is 131009.
struct Param: Sendable {
    let path: String
    /// `nil` when it was not sent; JSON's `null` counts as not sent.
    let value: WireJSON?

    init(_ path: String, _ value: WireJSON?) {
        self.path = path
        if case .null? = value { self.value = nil } else { self.value = value }
    }

    subscript(key: String) -> Param { Param("\(path)['\(key)']", value?[key]) }

    var isThere: Bool { value != nil }

    /// The same when it was sent.
    var ifThere: Param? { isThere ? self : nil }

    var isMissing: GraphError { .requiredMissing(path) }

    func invalid(_ what: String) -> GraphError { .invalidParameter("Param \(path) \(what)") }

    func wrong(_ what: String) -> GraphError { .valueInvalid("Param \(path) \(what)") }

    // MARK: Types

    /// An object with no other keys than these.
    ///
    /// - Parameter keys: `nil` allows every key.
    @discardableResult
    func object(_ keys: [String]? = nil) throws(GraphError) -> Param {
        guard let value else { throw isMissing }
        guard let members = value.members else { throw invalid("must be a JSON object.") }
        if let keys, let unexpected = members.first(where: { !keys.contains($0.key) }) {
            throw .invalidParameter("Unexpected key \"\(unexpected.key)\" on param \"\(path)\".")
        }
        return self
    }

    /// An array with so many elements.
    func array(_ count: ClosedRange<Int>) throws(GraphError) -> [Param] {
        guard let value else { throw isMissing }
        guard let values = value.array else { throw invalid("must be an array.") }
        guard count.contains(values.count) else {
            throw wrong("must have \(count.lowerBound) to \(count.upperBound) elements, and has \(values.count).")
        }
        return values.enumerated().map { Param("\(path)[\($0.offset)]", $0.element) }
    }

    /// Text that must be there, with at most so many characters.
    func text(max limit: Int, allowsEmpty: Bool = false) throws(GraphError) -> String {
        guard let value else { throw isMissing }
        guard let text = value.string else { throw invalid("must be a string.") }
        guard allowsEmpty || !text.isEmpty else { throw isMissing }
        guard text.unicodeScalars.count <= limit else { throw .tooLong(path, limit: limit) }
        return text
    }

    /// Text that may be left out.
    func optionalText(max limit: Int) throws(GraphError) -> String? {
        isThere ? try text(max: limit, allowsEmpty: true) : nil
    }

    /// One of a few words, compared as Meta does without regard to case.
    func word(of choices: [String]) throws(GraphError) -> String {
        let text = try text(max: 256)
        guard let choice = choices.first(where: { $0.lowercased() == text.lowercased() }) else {
            let names = choices.map { $0.uppercased() }.joined(separator: ", ")
            throw invalid("must be one of {\(names)} - got \"\(text)\".")
        }
        return choice
    }

    /// A number, also one written as text.
    func number(_ range: ClosedRange<Double>) throws(GraphError) -> Double {
        guard let value else { throw isMissing }
        let number: Double?
        switch value {
        case .integer(let integer): number = Double(integer)
        case .double(let double): number = double
        case .string(let text): number = Double(text)
        default: number = nil
        }
        guard let number else { throw invalid("must be a number.") }
        guard range.contains(number) else {
            throw wrong("must be between \(Int(range.lowerBound)) and \(Int(range.upperBound)).")
        }
        return number
    }

    func bool() throws(GraphError) -> Bool? {
        switch value {
        case nil: return nil
        case .bool(let value): return value
        case .string("true"): return true
        case .string("false"): return false
        default: throw invalid("must be a boolean.")
        }
    }
}
