#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PhoneView {
    /// The groups of a person, and a way into another one.
    func groups(of person: Person, problem: String?) -> HTML {
        let mine = world.groups(of: person.waID)
        let asked = world.groups.values.filter { $0.joinRequests.contains { $0.waID == person.waID } }.sorted { $0.id < $1.id }
        let rows = (mine + asked).map { row(of: $0, person: person) }.joined()
        let list: HTML =
            mine.isEmpty && asked.isEmpty
            ? "<div class=\"blank\" data-live=\"groups\">\(Icon.chat)<p class=\"muted\">No groups yet. Open an invite link below.</p></div>"
            : "<ul class=\"messages people-list\" data-live=\"groups\">\(rows)</ul>"
        let alert: HTML? = problem.map {
            "<p class=\"problem small\" role=\"alert\" data-testid=\"join-problem\">\(Icon.warning)\($0)</p>"
        }
        return frame(
            title: "\(person.name) · Groups",
            body: """
                \(groupHead("Groups", below: "Made by businesses", back: "/phone/\(person.waID)", person: person))
                \(list)
                <div class="composer">\(alert)
                <form class="composer-row" method="post" action="\(PhonePages.groupsPath(person.waID))/join">
                <label class="hidden" for="link">Invite link</label>
                <input id="link" name="link" type="url" required placeholder="https://chat.whatsapp.com/…"
                  autocomplete="off" data-testid="invite-link">
                <button class="button button-primary" data-testid="join">Join</button>
                </form></div>
                """)
    }

    /// One group as somebody sees it who is in it, or asks to be.
    ///
    /// - Returns: `nil` when it is gone.
    func group(_ id: String, of person: Person) -> HTML? {
        guard let group = world.groups[id] else { return nil }
        let isIn = group.participants.contains(person.waID)
        let names = group.participants.map { directory.person($0)?.name ?? "+\($0)" }.joined(separator: ", ")
        return frame(
            title: "\(person.name) · \(group.subject)",
            body: """
                \(groupHead(
                    group.subject, below: names.isEmpty ? "Nobody is in it" : names,
                    back: PhonePages.groupsPath(person.waID), person: person))
                \(isIn ? messages(of: group, person: person) : asked)
                \(isIn ? groupComposer(group, person: person) : withdrawal(group, person: person))
                """)
    }

    private func frame(title: String, body: HTML) -> HTML {
        PageShell.html(
            title: title, bodyClass: "phone-app on-chat", events: "/events",
            body: """
                \(peopleColumn())
                <main class="device" id="main">
                \(body)
                </main>
                \(developerColumn())
                """)
    }

    private func groupHead(_ title: String, below: String, back: String, person: Person) -> HTML {
        """
        <header class="chat-head">
        <div class="chat-head-row">
        <a class="icon-button back" href="\(back)" aria-label="Back">\(Icon.back)</a>
        \(Avatar.html(title, key: title))
        <span class="chat-title"><span class="row-name" dir="auto" data-live="group-subject">\(title)</span>
        <span class="muted small" dir="auto" data-live="group-people">\(below)</span></span>
        </div>
        <p class="being small"><span class="muted">You are</span> <b dir="auto">\(person.name)</b></p>
        </header>
        """
    }

    private func row(of group: Group, person: Person) -> HTML {
        let isIn = group.participants.contains(person.waID)
        let preview = isIn ? group.messages.last?.content.preview ?? "No messages yet" : "You have asked to join"
        return """
            <li><a class="row" href="\(PhonePages.groupsPath(person.waID))/\(group.id)" data-testid="group-\(group.id)">
            \(Avatar.html(group.subject, key: group.id))
            <span class="row-text"><span class="row-line"><span class="row-name" dir="auto">\(group.subject)</span></span>
            <span class="row-line"><span class="row-preview muted"><bdi>\(preview)</bdi></span></span></span></a></li>
            """
    }

    private func messages(of group: Group, person: Person) -> HTML {
        let shown = group.messages.filter { message in
            if case .reaction = message.content { return false }
            return message.author != nil || [.delivered, .read].contains(message.recipients[person.waID])
        }
        guard !shown.isEmpty else {
            return """
                <ol class="messages" data-live="messages" tabindex="0" aria-label="Messages">
                <li class="blank">\(Icon.chat)<p class="muted">No messages in this group yet.</p></li></ol>
                """
        }
        let rows = shown.map { message -> HTML in
            let isOwn = message.author == person.waID
            let writer = message.author.map { directory.person($0)?.name ?? "+\($0)" } ?? businessName(of: group)
            let head: HTML = isOwn ? HTML.empty : "<span class=\"small\"><b dir=\"auto\" data-testid=\"author\">\(writer)</b></span>"
            return """
                <li class="message \(isOwn ? HTML("out") : HTML("in"))" data-testid="message" data-id="\(message.id)"
                  data-kind="\(message.content.kind)">\(head)
                <p class="bubble-text" dir="auto">\(message.content.preview)</p>
                <span class="bubble-foot small"><time datetime="\(message.sentAt.formatted(.iso8601))">\(times.clock(message.sentAt))</time></span></li>
                """
        }
        return """
            <ol class="messages" data-live="messages" tabindex="0" aria-label="Messages">\(rows.joined())</ol>
            """
    }

    private func businessName(of group: Group) -> String { directory.number(group.number)?.verifiedName ?? "The business" }

    private var asked: HTML {
        """
        <ol class="messages" data-live="messages" tabindex="0" aria-label="Messages">
        <li class="blank">\(Icon.clock)<p class="muted">You have asked to join. The business decides.</p></li></ol>
        """
    }

    private func groupComposer(_ group: Group, person: Person) -> HTML {
        let path = PhonePages.groupsPath(person.waID) + "/" + group.id
        let writing: HTML =
            group.isSuspended
            ? "<p class=\"muted\">\(Icon.warning)WhatsApp has suspended this group.</p>"
            : """
                <form class="composer-row" method="post" action="\(path)/messages">
                <label class="hidden" for="compose">Message as \(person.name)</label>
                <textarea id="compose" name="text" rows="1" placeholder="Message" dir="auto" autocomplete="off" required
                  maxlength="\(WhatsAppMessageReader.textLimit)" data-testid="compose"></textarea>
                <button class="icon-button send" data-testid="send" aria-label="Send">\(Icon.send)</button>
                </form>
                """
        return """
            <div class="composer">\(writing)
            <form method="post" action="\(path)/leave"><button class="button button-small" data-testid="leave">Leave the group</button></form>
            </div>
            """
    }

    private func withdrawal(_ group: Group, person: Person) -> HTML {
        """
        <div class="composer"><form method="post" action="\(PhonePages.groupsPath(person.waID))/\(group.id)/withdraw">
        <button class="button" data-testid="withdraw">Take it back</button></form></div>
        """
    }
}
