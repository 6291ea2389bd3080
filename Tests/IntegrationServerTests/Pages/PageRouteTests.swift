import Foundation
import IntegrationKit
import Storage
import Synchronization
import Testing

@testable import IntegrationServer

@Suite("Pages over HTTP")
struct PageRouteTests {
    @Test("a page needs a session; without one it says how to sign in", .timeLimit(.minutes(10)))
    func signedOut() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let answer = try await server.http.send("GET", "/app/north/contacts", headers: ["Accept": "text/html"])
            #expect(answer.status == 401)
            #expect(answer.text.contains("Please sign in") && answer.text.contains("dev link --workplace north"))
            let live = try await server.http.send("GET", "/app/north/live")
            #expect(live.status == 401)
            let post = try await server.http.send(
                "POST", "/app/north/contacts", headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: Array("_form=save".utf8))
            #expect(post.status == 401)
        }
    }

    @Test("another workplace's pages, like those that do not exist, are not found", .timeLimit(.minutes(10)))
    func otherWorkplace() async throws {
        try await withServer { server in
            try await server.workplace("north")
            try await server.workplace("south")
            let browser = try await Browser(server, "north")
            for path in [
                "/app/south/contacts", "/app/south", "/app/south/conversations", "/app/nowhere", "/app/north/nothing",
                "/app/north/contacts/ins_1", "/app/north/conversations/cnv_1", "/app/north/contacts/a%ZZ",
                "/app/north//contacts", "/app/north/contacts/%ff",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 404, "\(path)")
            }
            #expect(try await browser.post("/app/south/contacts", [("_form", "save")]).status == 404)
            #expect(server.carrier.handled.withLock { $0.isEmpty })
        }
    }

    @Test("pages see the variables that may be shown, and no secret", .timeLimit(.minutes(10)))
    func variables() async throws {
        try await withServer { server in
            let installation = try await server.workplace("north")
            #expect(
                try await server.runtime.core.visibleVariables(of: installation) == ["APP_ID": "4711", "API_VERSION": "v1"])
        }
    }

    @Test("a field that its condition hides is neither shown, nor asked, nor taken", .timeLimit(.minutes(10)))
    func conditions() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            let path = "/app/north/parcel"
            #expect(try await browser.get(path).text.contains("name=\"count\""))
            // Visible, it is required; hidden, it is not, and what is sent for it is not even read.
            let missing = try await browser.post(path, [("_form", "send"), ("text", "post")])
            #expect(missing.status == 422 && missing.text.contains("name=\"count\""))
            let hidden = try await browser.post(path, [("_form", "send"), ("text", "bike"), ("count", "no number")])
            #expect(hidden.status == 303 && hidden["Location"] == "/app/north/said/bike")
            let wrong = try await browser.post(path, [("_form", "send"), ("text", "post"), ("count", "no number")])
            #expect(wrong.status == 422)
            // What cannot be changed has its first value, whatever is sent for it.
            let fixed = try await browser.post(path, [("_form", "send"), ("text", "van"), ("count", "no number")])
            #expect(fixed.status == 303 && fixed["Location"] == "/app/north/said/van")
        }
    }

    @Test("a form is drawn anew with what is filled in, and nothing is done", .timeLimit(.minutes(10)))
    func redrawing() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            let answer = try await browser.post(
                "/app/north/parcel", [("_form", "send"), ("_draw", "1"), ("text", "bike"), ("count", "7")])
            #expect(answer.status == 200)
            #expect(answer.text.contains("<option value=\"bike\" selected>") && !answer.text.contains("name=\"count\""))
            #expect(!answer.text.contains("has-error"))
            let other = try await browser.post(
                "/app/north/parcel", [("_form", "send"), ("_draw", "1"), ("text", "van"), ("count", "7")])
            #expect(other.text.contains("value=\"2\" inputmode=\"numeric\"") && other.text.contains(" disabled"))
        }
    }

    @Test("a literal segment wins over a parameter, and a page sees its query", .timeLimit(.minutes(10)))
    func routing() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            #expect(try await browser.get("/app/north/contacts/new").text.contains("A new contact"))
            #expect(
                try await browser.get("/app/north/contacts?of=%3Cb%3E&form=greet").text.contains(
                    "Contacts of &lt;b&gt;"))
            #expect(try await browser.get("/app/north").text.contains("The north"), "the default page")
            let home = try await browser.get("/")
            #expect(home.status == 303 && home["Location"] == "/app/north")
        }
    }

    @Test("addresses are decoded strictly, queries leniently; a plus is a space in queries only")
    func decoding() {
        #expect(Visit.segments(of: "/app/north/a+b/%C3%BC%2F/", dropping: 1) == ["north", "a+b", "ü/"])
        for path in ["/app/%+1", "/app/%f", "/app/%", "/app/%zz", "/app/%ff"] {
            #expect(Visit.segments(of: path, dropping: 1) == nil, "\(path)")
        }
        #expect(RawQuery("a+b=%C3%BC%2B+x&c=%zz%&d=%+1").pairs.map { [$0.name, $0.value] }
            == [["a b", "ü+ x"], ["c", "%zz%"], ["d", "% 1"]])
    }

    @Test("a form without its token changes nothing", .timeLimit(.minutes(10)))
    func csrf() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            for token in ["", "wrong", String(browser.csrf.dropLast())] {
                #expect(try await browser.post("/app/north/contacts", [("_form", "save")], csrf: token).status == 403)
            }
            #expect(server.carrier.handled.withLock { $0.isEmpty })
            #expect(try await browser.post("/app/north/contacts", [("_form", "save")]).status == 303)
        }
    }

    @Test("a form that is sent twice has one effect", .timeLimit(.minutes(10)))
    func doubleSubmit() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            for _ in 0..<2 {
                let answer = try await browser.post("/app/north/contacts", [("_form", "save")], key: "0123456789abcdef")
                #expect(answer.status == 303 && answer["Location"] == "/app/north/contacts")
            }
            #expect(server.carrier.handled.withLock { $0 } == ["save"])
            _ = try await browser.post("/app/north/contacts", [("_form", "save")])
            #expect(server.carrier.handled.withLock { $0.count } == 2)
        }
    }

    @Test("what broke in the middle is not done again by the form that comes back", .timeLimit(.minutes(10)))
    func broken() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            var key = "0123456789abcdef"
            for _ in 0..<2 {
                let answer = try await browser.post("/app/north/contacts", [("_form", "break")], key: key)
                #expect(answer.status == 422 && answer.text.contains("Look whether it has happened."))
                key = try Browser.form(in: answer, fields: []).key
            }
            #expect(server.carrier.handledCount == 1)
            _ = try await browser.post("/app/north/contacts", [("_form", "break")])
            #expect(server.carrier.handledCount == 2, "a page that was loaded again may")
        }
    }

    @Test("what was done is said once, on the next page", .timeLimit(.minutes(10)))
    func flash() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            let saved = try await browser.post("/app/north/contacts", [("_form", "save")])
            let page = try await browser.with(saved).get("/app/north/contacts")
            #expect(page.text.contains("data-testid=\"flash\"") && page.text.contains("+15550000001"))
            #expect(page.text.contains(">Save</p>") && page.text.contains(">Done.</p>"))
            let looked = try await browser.with(saved).get("/app/north/contacts", headers: ["X-Fragment": "page"])
            #expect(!looked.text.contains("data-testid=\"flash\"") && looked.values("Set-Cookie").isEmpty)
            #expect(page.values("Set-Cookie").contains { $0.contains("Max-Age=0") })
            #expect(!(try await browser.get("/app/north/contacts")).text.contains("data-testid=\"flash\""))
        }
    }

    @Test("an answer that was not offered is refused, and what was typed is kept", .timeLimit(.minutes(10)))
    func notOffered() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            let answer = try await browser.post(
                "/app/north/contacts", [("_form", "greet"), ("text", "forged"), ("note", "My <b>note</b>")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("choose one of the answers that are offered"))
            #expect(answer.text.contains("My &lt;b&gt;note&lt;/b&gt;</textarea>"))
        }
    }

    @Test("a form leads where its result says, and a tool's refusal comes back to it", .timeLimit(.minutes(10)))
    func results() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            let unknownInput = try await browser.post(
                "/app/north/contacts", [("_form", "greet"), ("text", "hello"), ("note", "x")])
            #expect(unknownInput.status == 422, "the tool takes no note")
            let greeted = try await browser.post("/app/north/contacts", [("_form", "greet"), ("text", "hello")])
            #expect(greeted.status == 303 && greeted["Location"] == "/app/north/said/hello")
            let refused = try await browser.post("/app/north/contacts", [("_form", "refuse")], key: "0123456789abcdef")
            #expect(refused.status == 422 && refused.text.contains("The carrier says no."))
            #expect(refused.text.contains("name=\"_key\" value=\"0123456789abcdef\""), "the form keeps its key")
            #expect(try await browser.post("/app/north/contacts", [("_form", "gone")]).status == 409)
            #expect(try await browser.post("/app/north/contacts", []).status == 400)
        }
    }

    @Test("a field that the form does not have is refused by name, and nothing is done", .timeLimit(.minutes(10)))
    func foreignFields() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            for (form, field) in [("save", "extra"), ("refuse", "then"), ("save", "_own"), ("save", "fields")] {
                let answer = try await browser.post("/app/north/contacts", [("_form", form), (field, "odd")])
                #expect(answer.status == 403 && answer.text.contains("&#39;\(field)&#39;"), "\(form) \(field)")
            }
            let remove = ActionKey(
                PageAction(label: "Remove all", effect: .tool("slow", arguments: [:], then: .refresh))
            ).text
            let action = try await browser.post(
                "/app/north/contacts", [("_action", remove), ("_confirmed", "1"), ("id", "1")])
            #expect(action.status == 403 && action.text.contains("&#39;id&#39;"))
            #expect(server.carrier.handled.withLock { $0.isEmpty })
        }
    }

    @Test("of a record only what the workplace owns can be edited", .timeLimit(.minutes(10)))
    func record() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            _ = try await browser.post("/app/north/contacts", [("_form", "save")])
            let installation = try #require(try await server.store.installation(ofWorkplace: "north"))
            let contact = try #require(
                try await server.store.records(of: Courier.contact, in: installation.id, matching: RecordQuery()).first)
            let path = "/app/north/contacts/\(contact.id)"
            let own = [(name: "_record", value: "contact/\(contact.id)"), (name: "_field", value: "nickname")]

            let saved = try await browser.post(path, own + [("nickname", "Zoë 🫖")])
            #expect(saved.status == 303 && saved["Location"] == path)
            #expect(try await browser.get(path).text.contains("Zoë 🫖"))

            for field in ["score", "number", "pin", "no_such"] {
                let forged = try await browser.post(path, own + [("nickname", "Forged"), (field, "1")])
                #expect(forged.status == 403 && forged.text.contains("&#39;\(field)&#39;"), "\(field)")
            }
            let long = try await browser.post(path, own + [("nickname", "Much too long")])
            #expect(long.status == 422 && long.text.contains("value=\"Much too long\""))
            #expect(try await browser.post(path, [("_record", "contact/other"), ("nickname", "x")]).status == 409)

            let stored = try #require(
                try await server.store.records(of: Courier.contact, in: installation.id, matching: RecordQuery()).first)
            #expect(stored.values["nickname"] == "Zoë 🫖" && stored.values["score"] == 7)
            _ = try await browser.post(path, own + [("nickname", "")])
            #expect(
                try await server.store.records(of: Courier.contact, in: installation.id, matching: RecordQuery()).first?
                    .values["nickname"] == nil)
        }
    }

    @Test(
        "actions: connecting begins the dialog, a destructive one asks first, a failure is told",
        .timeLimit(.minutes(10)))
    func actions() async throws {
        try await withServer { server in
            try await server.workplace("north")
            let browser = try await Browser(server, "north")
            let connect = ActionKey(
                PageAction(label: "Connect", variant: .primary, effect: .connect(connection: "carrier"))
            ).text
            let dialog = try await browser.post("/app/north/contacts", [("_action", connect)])
            #expect(
                dialog.status == 303
                    && dialog["Location"]?.hasPrefix("https://login.carrier.example.com/v1/dialog?") == true)

            let remove = ActionKey(
                PageAction(label: "Remove all", effect: .tool("slow", arguments: [:], then: .refresh))
            ).text
            let asked = try await browser.post("/app/north/contacts", [("_action", remove)])
            #expect(asked.status == 200 && asked.text.contains("Remove all contacts?"))
            let done = try await browser.post("/app/north/contacts", [("_action", remove), ("_confirmed", "1")])
            #expect(done.status == 303)
            #expect(try await browser.with(done).get("/app/north/contacts").text.contains("alert-error"))
            #expect(try await browser.post("/app/north/contacts", [("_action", "slow-000000000000")]).status == 409)
        }
    }

    @Test("files are kept by browsers as long as they are the same", .timeLimit(.minutes(10)))
    func files() async throws {
        try await withServer { server in
            for asset in StaticAsset.all {
                let answer = try await server.http.send("GET", asset.path)
                #expect(answer.status == 200 && answer.body == asset.bytes)
                #expect(
                    answer["Cache-Control"]?.contains("immutable") == true
                        && answer["Content-Type"] == asset.contentType)
                let again = try await server.http.send("GET", asset.path, headers: ["If-None-Match": asset.entityTag])
                #expect(again.status == 304 && again.body.isEmpty)
                #expect(
                    try await server.http.send("GET", "/static/\(asset.name)")["Cache-Control"] == "public, no-cache")
            }
            #expect(try await server.http.send("GET", "/static/shell.mustache").status == 404)
        }
    }
}
