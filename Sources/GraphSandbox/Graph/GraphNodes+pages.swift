/// Pages and Instagram accounts, as one caller sees them.
extension GraphNodes {
    /// - Parameter ids: Only these; `nil` for all that the caller may see.
    func pages(
        _ paging: Paging, _ selection: FieldSelection?, among ids: [String]? = nil
    ) throws(GraphError) -> WireJSON {
        let rows = directory.pages.filter { caller.canSee(page: $0) && ids?.contains($0.id) ?? true }
        let defaults: [FieldSelection.Item] = ["access_token", "category", "category_list", "name", "id", "tasks"]
            .map { .init(name: $0) }
        return try paging.page(of: rows, id: \.id) { row throws(GraphError) in
            try page(row).render(selection ?? FieldSelection(items: defaults))
        }
    }

    func page(_ page: Page) -> GraphNode {
        GraphNode(type: "Page", id: page.id, defaults: ["name", "id"]) { item throws(GraphError) in
            switch item.name {
            case "name": return .value(.string(page.name))
            case "category": return .value(.string(page.category))
            case "category_list": return .value([["id": "2500", "name": .string(page.category)]])
            case "tasks": return .value(.array(page.tasks.map { .string($0) }))
            case "access_token": return pageTokens[page.id].map { .value(.string($0)) } ?? .absent
            case "link": return .value(.string("https://www.facebook.com/\(page.id)"))
            case "username", "about", "picture", "phone", "website", "emails": return .absent
            case "has_whatsapp_number", "is_published": return .value(true)
            case "instagram_business_account", "connected_instagram_account":
                guard let account = page.instagram else { return .absent }
                try caller.require(anyOf: .instagramBasic, .pagesReadEngagement, .pagesShowList)
                let ids = FieldSelection(items: [.init(name: "id")])
                return .value(try instagram(account).render(item.nested ?? ids))
            default: return .unknown
            }
        }
    }

    func instagram(_ account: InstagramAccount) -> GraphNode {
        GraphNode(type: "IGUser", id: account.id, defaults: ["id"]) { item in
            switch item.name {
            case "username": .value(.string(account.username))
            case "name": .value(.string(account.name))
            case "profile_picture_url":
                .value(.string("https://scontent.example.net/v/\(account.username).jpg"))
            case "followers_count": .value(2_841)
            case "follows_count": .value(118)
            case "media_count": .value(204)
            case "ig_id": .value(.integer(9_187_253))
            case "biography", "website": .absent
            default: .unknown
            }
        }
    }
}
