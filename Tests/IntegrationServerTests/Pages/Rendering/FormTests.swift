#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Testing

@testable import IntegrationServer

@Suite("Forms")
struct FormTests {
    static let number = FormField(
        name: "phone_number_id", label: "Phone number", isRequired: true,
        component: .select([.init(value: "1", label: "One"), .init(value: "2", label: "Two")]))
    static let name = FormField(
        name: "name", label: "Friendly name", help: "For colleagues.", isRequired: false, component: .input(.text),
        checks: [.maximumLength(10)])
    static let form = FormBlock(
        id: "add", title: "Add number", isModal: true, tool: "add_number", submitLabel: "Add", fields: [number, name])

    private func read(_ fields: [FormField], _ sent: [String: [String]], zone: String = "UTC") -> FormReader.Reading {
        FormReader(clock: WorkplaceClock(timeZone: zone, now: Sample.now)).read(fields) { sent[$0] ?? [] }
    }

    @Test("a modal form has a button that opens it, with and without a script")
    func modal() {
        let html = Sample.page([.form(Self.form)])
        #expect(
            html.contains(
                "href=\"/app/my-test-clinic/account?form=add\" data-testid=\"open-form-add\" data-open=\"dialog-add\""))
        #expect(html.contains("<dialog class=\"dialog\" id=\"dialog-add\" aria-labelledby=\"form-add-title\">"))
        let open = Sample.page(
            [.form(Self.form)], state: .form(id: "add", nil), address: Sample.address("/account", [("form", "add")]))
        #expect(open.contains("aria-labelledby=\"form-add-title\" open>"))
        #expect(
            open.contains("<form method=\"post\" action=\"/app/my-test-clinic/account\""),
            "the form's own address is not kept open")
    }

    @Test("an empty list has the one button that begins to fill it")
    func start() {
        let html = Sample.page([.form(Self.form), .list(ListBlock(items: [], empty: "None yet."))])
        #expect(html.split(separator: "open-form-add", omittingEmptySubsequences: false).count == 2)
        #expect(html.contains("<p class=\"empty-title\">None yet.</p>"))
    }

    @Test("an error stands at its field, and what was typed is kept")
    func errors() {
        let input = FormInput(
            values: ["phone_number_id": ["2"], "name": ["Much too long"]],
            errors: ["name": "Friendly name is too long."])
        let html = Sample.page([.form(Self.form)], state: .form(id: "add", input))
        #expect(html.contains("value=\"Much too long\""))
        #expect(
            html.contains("aria-invalid=\"true\" aria-describedby=\"form-add-name-help form-add-name-error\" autofocus")
        )
        #expect(html.contains("id=\"form-add-name-error\""))
        #expect(html.contains("<option value=\"2\" selected>Two</option>"))
    }

    @Test("every form carries its token and its key")
    func tokens() {
        let html = Sample.page([.form(Self.form)])
        #expect(html.contains("name=\"_csrf\" value=\"csrf-token\""))
        #expect(html.contains("name=\"_key\" value=\"0123456789abcdef\""))
        #expect(html.contains("name=\"_form\" value=\"add\""))
    }

    @Test("an answer that was not offered is refused at its field")
    func notOffered() {
        let reading = read([Self.number], ["phone_number_id": ["3"]])
        #expect(reading.input.errors["phone_number_id"] == "Phone number: choose one of the answers that are offered.")
        let many = FormField(
            name: "days", label: "Days", isRequired: false, component: .multiselect([.init(value: "1", label: "Mon")]))
        #expect(!read([many], ["days": ["1", "9"]]).isValid)
    }

    @Test("a required field that is empty says so; an optional one is cleared")
    func empty() {
        let reading = read([Self.number, Self.name], ["phone_number_id": [""], "name": ["   "]])
        #expect(reading.input.errors == ["phone_number_id": "Phone number must be chosen."])
        #expect(reading.cleared == ["name"])
    }

    @Test("checks speak of the field by its label")
    func checks() {
        let reading = read([Self.name], ["name": ["Much too long"]])
        #expect(reading.input.errors["name"] == "Friendly name must be at most 10 characters (has 13).")
        #expect(reading.input.values["name"] == ["Much too long"])
    }

    @Test("each component reads its own kind of JSON")
    func kinds() {
        func value(_ component: FormField.Component, _ texts: [String]) -> JSON? {
            read(
                [FormField(name: "f", label: "F", isRequired: false, component: component)], ["f": texts],
                zone: "Europe/Berlin"
            ).values["f"]
        }
        #expect(value(.input(.text), ["  Ada  "]) == "Ada")
        #expect(value(.input(.phone), ["+44 (0) 20-7946 0018"]) == "+4402079460018")
        #expect(value(.textarea, ["one\r\ntwo "]) == "one\ntwo ")
        #expect(value(.lines, [" a \r\n\r\nb"]) == ["a", "b"])
        #expect(value(.switchControl, []) == false)
        #expect(value(.switchControl, ["true"]) == true)
        #expect(value(.number(isInteger: true), ["42"]) == 42)
        #expect(value(.number(isInteger: true), ["4.5"]) == nil)
        #expect(value(.number(isInteger: false), ["4.5"]) == .number(JSONNumber(text: "4.5") ?? JSONNumber(0)))
        #expect(value(.multiselect([.init(value: "a", label: "A")]), ["a"]) == ["a"])
        #expect(value(.date, ["2026-11-23"]) == "2026-11-23")
        #expect(value(.dateTime, ["2026-07-01T12:00"]) == "2026-07-01T10:00:00Z")
        #expect(value(.dateTime, ["soon"]) == nil)
    }

    @Test("a tool's failure lands at the field that it names, else above the form")
    func placing() {
        var input = FormInput()
        input.place(.invalid("name[0].text", "Too rude."), among: [Self.name])
        #expect(input.errors == ["name": "Too rude."] && input.failure == nil)
        input.place(ToolFailure(.unavailable, "Meta did not answer."), among: [Self.name])
        #expect(input.failure?.code == .unavailable)
    }

    @Test("facts and what the workplace may edit look and act differently")
    func record() {
        let block = RecordBlock(
            model: "number", id: "1",
            fields: [
                .init(display: DisplayField(label: "Display name", value: .text("Reception"))),
                .init(display: DisplayField(label: "Friendly name", value: .text("Desk")), input: Self.name),
            ], refreshedAt: Sample.now.addingTimeInterval(-7200))
        let html = Sample.page([.record(block)])
        #expect(html.contains("data-testid=\"record-display_name\"") && html.contains("data-testid=\"record-name\""))
        #expect(html.contains("data-testid=\"edit-name\"") && !html.contains("data-testid=\"edit-display_name\""))
        #expect(html.contains("From Meta, not edited here. Last refreshed <time datetime=\"2026-11-23T11:40:00Z\""))
        #expect(html.contains(">2 hours ago</time>"))
        #expect(html.contains("name=\"_record\" value=\"number/1\""))
        #expect(html.contains("data-testid=\"form-edit-name\" hidden"))
        let editing = Sample.page([.record(block)], state: .edit(field: "name", nil))
        #expect(!editing.contains("data-testid=\"form-edit-name\" hidden"))
    }

    @Test("an action is found by what it does, whatever else is on the page")
    func actionKeys() {
        func key(_ id: String, label: String = "Remove") -> String {
            ActionKey(PageAction(label: label, effect: .tool("remove", arguments: ["id": .string(id)], then: .refresh)))
                .text
        }
        #expect(key("1") == key("1"))
        #expect(key("1") != key("2") && key("1") != key("1", label: "Delete"))
    }

    @Test("a destructive action asks, naming the thing")
    func confirmation() throws {
        let action = PageAction(
            label: "Disconnect", variant: .destructive, effect: .tool("disconnect", arguments: [:], then: .refresh),
            confirmation: .init(title: "Disconnect Northwind?", description: "Nothing can be sent then."))
        let html = Sample.page([.card(CardBlock(title: nil, description: nil, fields: [], actions: [action]))])
        #expect(html.contains("<h2 id=\"confirm-") && html.contains("Disconnect Northwind?"))
        let page = try #require(
            renderConfirmation(action, frame: Sample.frame(), address: Sample.address(), page: "account"))
        #expect(page.contains("name=\"_confirmed\" value=\"1\"") && page.contains("Nothing can be sent then."))
    }
}
