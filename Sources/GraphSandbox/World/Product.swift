/// The three products whose messages the sandbox carries.
enum Product: String, Codable, Sendable, CaseIterable {
    case whatsApp = "whatsapp"
    case messenger
    case instagram

    /// The `object` of its webhooks.
    var object: String {
        switch self {
        case .whatsApp: "whatsapp_business_account"
        case .messenger: "page"
        case .instagram: "instagram"
        }
    }

    /// As people say it.
    var name: String {
        switch self {
        case .whatsApp: "WhatsApp"
        case .messenger: "Messenger"
        case .instagram: "Instagram"
        }
    }
}

/// Where a business can be written to: the second half of a ``ChatID``.
enum Endpoint: Sendable {
    case number(BusinessNumber)
    case page(Page)
    /// The account and the Page that it is linked to, whose token and subscription it uses.
    case instagram(InstagramAccount, page: Page)

    var id: String {
        switch self {
        case .number(let number): number.id
        case .page(let page): page.id
        case .instagram(let account, _): account.id
        }
    }

    var product: Product {
        switch self {
        case .number: .whatsApp
        case .page: .messenger
        case .instagram: .instagram
        }
    }

    /// The name that people see.
    var name: String {
        switch self {
        case .number(let number): number.verifiedName
        case .page(let page): page.name
        case .instagram(let account, _): account.name
        }
    }

    /// What tells it apart from others of the same name.
    var detail: String {
        switch self {
        case .number(let number): number.displayPhoneNumber
        case .page: "Messenger"
        case .instagram(let account, _): "@\(account.username)"
        }
    }

    /// The id of webhook entries about it: its WABA, its Page, or the Instagram account itself.
    var entryID: String {
        switch self {
        case .number(let number): number.accountID
        case .page(let page): page.id
        case .instagram(let account, _): account.id
        }
    }
}

extension Directory {
    /// The number, Page or Instagram account with this id.
    func endpoint(_ id: String) -> Endpoint? {
        if let number = number(id) { return .number(number) }
        if let page = page(id) { return .page(page) }
        for page in pages {
            if let account = page.instagram, account.id == id { return .instagram(account, page: page) }
        }
        return nil
    }

    /// Everything that can be written to: numbers first, then each Page with its Instagram account.
    var endpoints: [Endpoint] {
        numbers.map(Endpoint.number)
            + pages.flatMap { page in
                [.page(page)] + (page.instagram.map { [.instagram($0, page: page)] } ?? [])
            }
    }

    func page(_ id: String) -> Page? { pages.first { $0.id == id } }

    /// The person whom an id of Messenger or Instagram means at one Page or account.
    func person(scopedID: String, at endpointID: String) -> Person? {
        people.first { $0.scopedIDs[endpointID] == scopedID }
    }
}
