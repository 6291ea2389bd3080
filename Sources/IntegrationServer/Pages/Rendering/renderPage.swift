package import IntegrationKit

/// The blocks of a page. Each has exactly one member.
struct PageView: Sendable {
    struct Block: Sendable {
        var card: CardView?
        var form: FormView?
        var record: RecordView?
        var list: ListView?
        var table: TableView?
        var alert: AlertView?
        var threads: ThreadsView?
        var markdown: MarkdownView?
    }

    let blocks: [Block]
    let isEmpty: Bool
}

/// A page of the manifest as HTML.
///
/// - Parameters:
///   - handle: Of the page, to mark it in the navigation.
///   - address: Of the page as it was asked for.
///   - state: Which form or field is open, with what was typed.
///   - conversations: What ``ConversationBlock``s show, by the block's place among the page's blocks.
package func renderPage(
    _ content: PageContent, handle: String, frame: PageFrame, address: PageAddress, state: PageState,
    conversations: [Int: [Conversation]] = [:]
) -> String {
    let forms = content.blocks.compactMap { block in
        if case .form(let form) = block { FormView(form, frame: frame, address: address, state: state) } else { nil }
    }
    // A form that is opened by an action of a block has no other button.
    let opened = content.blocks.flatMap(\.actions).compactMap(\.openedForm)
    let modals = forms.filter { $0.isModal && !opened.contains($0.id) }
    let part = address.query.last { $0.name == "part" }.flatMap { Int($0.value) } ?? 1
    // An empty list has the button that begins to fill it; it then stands nowhere else.
    let emptyList = content.blocks.firstIndex { block in
        switch block {
        case .list(let list): list.items.isEmpty && list.problem == nil
        case .table(let table): table.rows.isEmpty && table.problem == nil
        default: false
        }
    }
    let starting = emptyList == nil ? nil : modals.first
    var tables = 0
    let blocks = content.blocks.enumerated().map { index, block in
        var view = PageView.Block()
        let start = index == emptyList ? starting.map { ActionView(opening: $0) } : nil
        switch block {
        case .card(let card): view.card = CardView(card, frame: frame, address: address)
        case .form(let form): view.form = forms.first { $0.id == form.id }
        case .record(let record): view.record = RecordView(record, frame: frame, address: address, state: state)
        case .list(let list):
            view.list = ListView(list, start: start, part: part, frame: frame, address: address)
        case .table(let table):
            tables += 1
            view.table = TableView(table, number: tables, start: start, frame: frame, address: address)
        case .markdown(let markdown): view.markdown = MarkdownView(markdown)
        case .alert(let alert): view.alert = AlertView(alert)
        case .conversation(let block):
            view.threads = ThreadsView(
                conversations[index] ?? [], title: block.title ?? "Conversations", frame: frame, nextHref: nil,
                isComplete: false)
        }
        return view
    }
    let markup = Templates.render("page", PageView(blocks: blocks, isEmpty: blocks.isEmpty))
    let shell = ShellView(
        frame, title: content.title, place: .page(handle: handle), address: address,
        actions: modals.filter { $0.id != starting?.id }.enumerated().map { index, form in
            // One thing on a page is the first to do.
            ActionView(opening: form, style: index == 0 ? "primary" : "outline")
        }, live: "page", content: markup)
    return Templates.render("shell", shell).html
}
