/// Every error that Meta documents, by code and subcode: what a fault that is asked for answers with.
struct ErrorCatalog: Sendable {
    struct Entry: Sendable {
        var code: Int
        var subcode: Int?
        var title: String
        var status: Int
        var isTransient: Bool
    }

    let entries: [Entry]

    /// The table of `Resources/graph-errors.tsv`.
    static let documented = ErrorCatalog(table: String(decoding: PackageResources.graph_errors_tsv, as: UTF8.self))

    init(table: String) {
        entries = table.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5, let code = Int(cells[0]), let status = Int(cells[3]) else { return nil }
            return Entry(
                code: code, subcode: Int(cells[1]), title: cells[2], status: status, isTransient: cells[4] == "yes")
        }
    }

    func entry(code: Int, subcode: Int?) -> Entry? {
        entries.first { $0.code == code && $0.subcode == subcode }
    }

    /// The error that a call answers with; a code that nobody documents is answered with status 400.
    func error(code: Int, subcode: Int?) -> GraphError {
        let entry = entry(code: code, subcode: subcode) ?? entry(code: code, subcode: nil)
        let title = entry?.title ?? "Something went wrong"
        var error = GraphError(
            status: entry?.status ?? 400, message: "(#\(code)) \(title)", code: code, subcode: subcode)
        // Only WhatsApp's own codes carry details.
        if (130_000..<140_000).contains(code) { error.details = "\(title). The sandbox was asked for this error." }
        if entry?.isTransient == true { error.isTransient = true }
        return error
    }

    /// The same as a `failed` status reports it.
    func failure(code: Int) -> DeliveryFailure {
        let title = entry(code: code, subcode: nil)?.title ?? "Something went wrong"
        return DeliveryFailure(
            code: code, title: title, details: "\(title). The sandbox was asked for this failure.")
    }
}
