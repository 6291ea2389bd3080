#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The phone's pages as drawn from one moment of the world.
struct PhoneView: Sendable {
    let world: World
    let now: Date
    let configuration: SandboxConfiguration
    /// The directory as it is at this moment.
    let directory: Directory
    /// The chat that is shown; `nil` on the list of people.
    let chat: ChatID?
    let draft: Draft?
    /// The message that the next one will answer.
    let replyTo: String?
    let times: TimeText

    /// A text that could not be sent, kept to be mended.
    struct Draft: Sendable {
        var text: String
        var problem: String
    }

    /// The list of people to be.
    func people() -> HTML {
        PageShell.html(
            title: "Sandbox phone", bodyClass: "phone-app on-people", events: "/events",
            body: """
                \(peopleColumn())
                <main class="device device-empty" id="main">
                <div class="blank">\(Icon.chat)
                <h2>Choose who to be</h2>
                <p class="muted">You write as one of these people, and see what a business answers on their phone.</p>
                </div>
                </main>
                \(developerColumn())
                """)
    }

    /// One chat.
    func chatPage() -> HTML {
        guard let chat, let person = directory.person(chat.person), let endpoint = directory.endpoint(chat.number)
        else {
            return notFound()
        }
        let query = FormFields([("person", chat.person), ("number", chat.number)]).encoded
        return PageShell.html(
            title: "\(person.name) · \(endpoint.name)", bodyClass: "phone-app on-chat",
            events: "/events?\(query)",
            body: """
                \(peopleColumn())
                <main class="device" id="main">
                \(chatHeader(person: person, endpoint: endpoint))
                \(messageList(chat, person: person, endpoint: endpoint))
                \(composer(chat, person: person, endpoint: endpoint))
                </main>
                \(developerColumn())
                """)
    }

    /// A page for an address that leads nowhere.
    func notFound() -> HTML {
        PageShell.html(
            title: "Not found", bodyClass: "phone-app on-chat",
            body: """
                \(peopleColumn())
                <main class="device device-empty" id="main">
                <div class="blank">\(Icon.warning)
                <h1>There is nothing here</h1>
                <p class="muted">This person, number or page does not exist in the sandbox.</p>
                <p><a class="button" href="/">To the people</a></p>
                </div>
                </main>
                """)
    }

    // MARK: People

    func peopleColumn() -> HTML {
        """
        <nav class="people" aria-label="People to be">
        <header class="column-head"><h1><a href="/">Sandbox phone</a></h1>
        <p class="muted small">Who do you want to be? Or look after your
        <a href="\(AppsPage.path)">apps and websites</a>.</p></header>
        <ul class="people-list" data-live="people">
        \(directory.people.map(personRow).joined())
        </ul>
        </nav>
        """
    }

    private func personRow(_ person: Person) -> HTML {
        let chats = world.conversations.filter { $0.key.person == person.waID }
        let unread = chats.values.reduce(0) { $0 + $1.unreadCount }
        let last = chats.values.compactMap { $0.visibleToPerson.last }.max { $0.sentAt < $1.sentAt }
        let preview: HTML =
            if let last {
                "\(last.direction == .fromPerson ? HTML("You: ") : HTML.empty)<bdi>\(last.preview)</bdi>"
            } else {
                "\(person.about)"
            }
        let time: HTML? = last.map { "<span class=\"row-time muted small\">\(times.short($0.sentAt))</span>" }
        let badge: HTML? =
            unread == 0
            ? nil
            : "<span class=\"badge\"><span class=\"hidden\">unread messages: </span>\(unread)</span>"
        let current: HTML = chat?.person == person.waID ? " aria-current=\"page\"" : ""
        return """
            <li><a class="row" href="/phone/\(person.waID)" data-testid="person-\(person.waID)"\(current)>
            \(Avatar.html(person.name, key: person.waID))
            <span class="row-text">
            <span class="row-line"><span class="row-name" dir="auto">\(person.name)</span>\(time)</span>
            <span class="row-line"><span class="row-preview muted">\(preview)</span>\(badge)</span>
            <span class="muted small mono">+\(person.waID)</span>
            </span>
            </a></li>
            """
    }
}
