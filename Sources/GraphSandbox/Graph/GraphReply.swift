/// The answer to a Graph call: its JSON and what the headers tell.
struct GraphReply: Sendable {
    var status: Int
    var body: WireJSON
    /// Business object whose budget the call used, for `x-business-use-case-usage`.
    var budgetObject: String?

    init(_ body: WireJSON, status: Int = 200, budgetObject: String? = nil) {
        self.status = status
        self.body = body
        self.budgetObject = budgetObject
    }

    static let success = GraphReply(["success": true])
}
