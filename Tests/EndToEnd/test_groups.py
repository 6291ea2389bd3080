"""The whole life of WhatsApp groups: in the browser, on the phones of their people, and at the doors of two workplaces."""

import json
import re

import pytest
from playwright.sync_api import expect

from connected import NUMBER
from graph import IMOGEN
from production import WORKPLACE
from test_connections import control, invoke
from test_security import Tenant
from torture.fleet import NUMBERS, open_workplaces
from workplace import Workplace

ZOE, LEYLA, MISAKI = "46700000917", "97145550142", "81355550188"


def groups(meta) -> list:
    return json.loads(meta.sandbox_call("GET", "/sandbox/groups").text)["data"]


def at_whatsapp(meta, subject) -> dict:
    return next(group for group in groups(meta) if group["subject"] == subject)


@pytest.fixture(scope="module")
def page(chromium, meta):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    name, value = meta.cookie.split("=", 1)
    context.add_cookies([{"name": name, "value": value, "url": meta.public}])
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda line: line.type == "error" and page.problems.append(line.text))
    yield page
    context.close()


def open_group(page, meta, name):
    page.goto(f"{meta.public}/app/{WORKPLACE}/whatsapp-groups")
    page.get_by_role("link", name=re.compile(name)).first.click()
    page.wait_for_url(re.compile(r"/whatsapp-groups/[^/]+$"))


def confirmed(page, action, says):
    """Presses a button that asks first, and names what it is about."""
    page.get_by_test_id(f"action-{action}").first.click()
    agree(page, says)


def agree(page, says):
    dialog = page.locator("dialog[open]").filter(has_text=says)
    expect(dialog).to_be_visible()
    dialog.get_by_test_id("confirm").click()


def both_widths_and_schemes(page, screenshots, name):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} is too wide at {width}"
            page.screenshot(path=screenshots / f"{name}-{scheme}-{width}.png", full_page=True)
    page.emulate_media(color_scheme="light")


def test_1_a_group_is_made_from_its_page(page, meta, screenshots):
    page.goto(f"{meta.public}/app/{WORKPLACE}/account")
    page.get_by_test_id("nav-whatsapp_groups").click()
    expect(page.locator("body")).to_contain_text("No groups yet")
    both_widths_and_schemes(page, screenshots, "groups-empty")
    page.get_by_test_id("open-form-create_whatsapp_group").click()
    form = page.get_by_test_id("form-create_whatsapp_group")
    form.locator("select[name=phone_number_id]").select_option(meta.number)
    form.locator("[name=subject]").fill("x" * 129)
    form.get_by_test_id("submit-create_whatsapp_group").click()
    expect(page.locator("body")).to_contain_text("must have at most 128 characters; it has 129")
    page.problems.clear()  # The browser reports the refusal on its console.
    form = page.get_by_test_id("form-create_whatsapp_group")
    form.locator("[name=subject]").fill("Site <b>team</b> 🫖")
    form.locator("[name=description]").fill("Who is on site")
    form.locator("[name=name]").fill("Harbour")
    form.get_by_test_id("submit-create_whatsapp_group").click()
    page.wait_for_url(re.compile(r"/whatsapp-groups/[^/]+$"))
    # WhatsApp tells that it is made; the page shows it without a reload.
    expect(page.locator("body")).to_contain_text("https://chat.whatsapp.com/")
    expect(page.get_by_test_id("record-name")).to_contain_text("Harbour")
    expect(page.get_by_test_id("record-subject")).to_contain_text("Site <b>team</b> 🫖")
    expect(page.locator("body")).to_contain_text("Nobody is in the group yet")
    assert len(meta.rows("whatsapp_group")) == 1


def test_2_people_join_write_and_are_answered(page, meta, screenshots):
    group = at_whatsapp(meta, "Site <b>team</b> 🫖")
    for person in (IMOGEN, ZOE):
        meta.control("groups/join", person=person, link=group["link"])
    expect(page.locator("body")).to_contain_text("+447700900417")
    meta.control("messages", person=IMOGEN, group=group["id"], text="The shipment is here")
    meta.control("messages", person=ZOE, group=group["id"], text="On my way")
    # Who has written is called by name.
    expect(page.locator("body")).to_contain_text("Zoë Ångström")
    both_widths_and_schemes(page, screenshots, "group")
    page.get_by_test_id("conversation").first.click()
    shown = page.get_by_test_id("message")
    expect(shown.filter(has_text="The shipment is here").get_by_test_id("message-author")).to_have_text("Imogen Hartley")
    expect(shown.filter(has_text="On my way").get_by_test_id("message-author")).to_have_text("Zoë Ångström")
    expect(shown.filter(has_text="+46700000917 joined by the invite link")).to_have_count(1)
    expect(page.get_by_test_id("page-title")).to_contain_text("Site <b>team</b> 🫖")

    page.get_by_test_id("composer").fill("Thank you both")
    page.get_by_test_id("send").click()
    answer = page.locator("[data-testid=message][data-direction=out]").filter(has_text="Thank you both")
    expect(answer.get_by_test_id("message-recipients")).to_have_text("Delivered to 2")
    meta.control("groups/read", person=IMOGEN, group=group["id"])
    expect(answer.get_by_test_id("message-recipients")).to_have_text("Read by 1, delivered to 1")
    assert "Imogen Hartley: read" in answer.get_by_test_id("message-recipients").get_attribute("title")
    both_widths_and_schemes(page, screenshots, "group-conversation")
    sent = next(message for message in at_whatsapp(meta, group["subject"])["messages"] if message.get("author") is None)
    assert sent["text"] == "Thank you both" and sent["recipients"] == {IMOGEN: "read", ZOE: "delivered"}


def test_3_the_subject_changes_and_the_conversation_with_it(page, meta):
    open_group(page, meta, "Harbour")
    page.get_by_test_id("action-change").click()
    form = page.get_by_test_id("form-change_whatsapp_group")
    expect(form.locator("[name=subject]")).to_have_value("Site <b>team</b> 🫖")
    form.locator("[name=subject]").fill("Night shift")
    form.get_by_test_id("submit-change_whatsapp_group").click()
    expect(page.get_by_test_id("record-subject")).to_contain_text("Night shift")
    assert at_whatsapp(meta, "Night shift")["description"] == "Who is on site"
    conversation = meta.conversation("Night shift")
    assert "The group is now called “Night shift”" in conversation


def test_4_the_link_is_reset_and_the_old_one_leads_nowhere(page, meta):
    old = at_whatsapp(meta, "Night shift")["link"]
    confirmed(page, "reset-link", "Reset the invite link of Harbour?")
    expect(page.locator("body")).not_to_contain_text(old)
    new = at_whatsapp(meta, "Night shift")["link"]
    expect(page.locator("body")).to_contain_text(new)
    phone = page.context.new_page()
    phone.goto(f"http://127.0.0.1:{meta.sandbox_port}/phone/{LEYLA}/groups")
    phone.get_by_test_id("invite-link").fill(old)
    phone.get_by_test_id("join").click()
    expect(phone.get_by_test_id("join-problem")).to_contain_text("leads to no group")
    phone.get_by_test_id("invite-link").fill(new)
    phone.get_by_test_id("join").click()
    phone.get_by_test_id("compose").fill("مرحبا")
    phone.get_by_test_id("send").click()
    expect(phone.locator("body")).to_contain_text("مرحبا")
    phone.close()
    expect(page.locator("body")).to_contain_text("ليلى حداد")


def test_5_people_leave_and_are_removed(page, meta):
    group = at_whatsapp(meta, "Night shift")
    meta.control("groups/leave", person=LEYLA, group=group["id"])
    expect(page.get_by_test_id("list-item").filter(has_text="ليلى حداد")).to_have_count(0)
    row = page.locator("li").filter(has_text="Zoë Ångström").filter(has=page.get_by_test_id("action-remove"))
    row.first.get_by_test_id("action-remove").click()
    agree(page, "Remove Zoë Ångström from the group?")
    meta.until(lambda: at_whatsapp(meta, "Night shift")["participants"] == [IMOGEN])
    meta.until(lambda: meta.row("whatsapp_group", group_id=group["id"])["participant_count"] == 1)
    conversation = meta.conversation("Night shift")
    assert "ليلى حداد left" in conversation and "Zoë Ångström was removed" in conversation


def test_6_who_asks_is_let_in_or_turned_away_by_the_workplace(page, meta, screenshots):
    made = meta.ask("create_whatsapp_group", phone_number_id=meta.number, subject="Members", join_approval="APPROVAL")
    meta.until(lambda: meta.row("whatsapp_group", id=made["id"])["status"] == "ACTIVE")
    group = at_whatsapp(meta, "Members")
    for person in (ZOE, MISAKI):
        meta.control("groups/join", person=person, link=group["link"])
    open_group(page, meta, "Members")
    expect(page.locator("body")).to_contain_text("Who asks to join")
    expect(page.get_by_test_id("action-let-in")).to_have_count(2)
    both_widths_and_schemes(page, screenshots, "group-requests")
    page.locator("li").filter(has_text="+46700000917").get_by_test_id("action-let-in").click()
    expect(page.get_by_test_id("action-let-in")).to_have_count(1)
    confirmed(page, "turn-away", "away?")
    expect(page.locator("body")).to_contain_text("Nobody asks to join")
    assert at_whatsapp(meta, "Members")["participants"] == [ZOE]
    meta.until(lambda: meta.row("whatsapp_group", id=made["id"])["participant_count"] == 1)
    meta.refused("approve_group_join_requests", "NOT_FOUND", says="gone", id=made["id"], request_ids=["none"])


def test_7_a_suspended_group_takes_nothing_until_it_is_released(page, meta):
    group = at_whatsapp(meta, "Night shift")
    row = meta.row("whatsapp_group", group_id=group["id"])
    meta.control("groups/suspend", group=group["id"], suspended=True)
    open_group(page, meta, "Harbour")
    expect(page.locator("body")).to_contain_text("WhatsApp has suspended the group")
    meta.refused("change_whatsapp_group", "PERMISSION_DENIED", says="policy", id=row["id"], subject="x")
    status, answer = meta.send("to-suspended", to=group["id"])
    assert status >= 400 and answer["code"] == "PERMISSION_DENIED", answer
    meta.control("groups/suspend", group=group["id"], suspended=False)
    expect(page.locator("body")).not_to_contain_text("WhatsApp has suspended the group")
    assert meta.send("to-released", to=group["id"])[0] == 200


@pytest.mark.parametrize("code, failure, says", [
    (131208, "RATE_LIMITED", "slow"), (131211, "REJECTED", "delete groups"), (131214, "RATE_LIMITED", "days"),
    (131215, "INVALID_INPUT", "may not use groups"),
])
def test_8_refusals_of_meta_are_said(meta, code, failure, says):
    meta.control("faults", code=code, times=1)
    meta.refused("create_whatsapp_group", failure, says=says, phone_number_id=meta.number, subject="Never")
    assert all(group["subject"] != "Never" for group in groups(meta))


def test_9_told_twice_and_late_it_happens_once(meta):
    group = at_whatsapp(meta, "Members")
    before = meta.conversation("Members").count('data-testid="message"')
    meta.control("webhooks", duplicate=True)
    meta.control("groups/join", person=IMOGEN, link=group["link"])
    request = at_whatsapp(meta, "Members")["join_requests"][0]["id"]
    row = meta.row("whatsapp_group", group_id=group["id"])
    meta.ask("approve_group_join_requests", id=row["id"], request_ids=[request])
    meta.until(lambda: meta.row("whatsapp_group", id=row["id"])["participant_count"] == 2)
    meta.control("webhooks", duplicate=False)
    # The word on something that was long ago, and undone since.
    meta.control("webhooks/send", object="whatsapp_business_account", id="730119284455021", field="group_participants_update", value={
        "messaging_product": "whatsapp", "metadata": {"display_phone_number": NUMBER[1:], "phone_number_id": meta.number},
        "groups": [{
            "timestamp": 1000, "group_id": group["id"], "type": "group_participants_remove", "request_id": "late",
            "initiated_by": "participant", "removed_participants": [{"wa_id": IMOGEN}]}]})
    meta.until(lambda: f"+{IMOGEN} left" in meta.conversation("Members"))
    people = meta.ask("list_group_participants", id=row["id"])["items"]
    assert {person["address"] for person in people} == {"+" + IMOGEN, "+" + ZOE}
    # She asked, joined, and is said to have left: three lines, each once.
    assert meta.conversation("Members").count('data-testid="message"') == before + 3


def test_a_a_group_is_deleted_and_taken_off_the_list(page, meta):
    open_group(page, meta, "Harbour")
    confirmed(page, "delete", "Delete Harbour?")
    expect(page.locator("body")).to_contain_text("The group is deleted")
    assert all(group["subject"] != "Night shift" for group in groups(meta))
    meta.until(lambda: "The group was deleted" in meta.conversation("Night shift"))
    confirmed(page, "take-off-the-list", "Take Harbour off the list?")
    page.wait_for_url(re.compile(r"/whatsapp-groups$"))
    assert [row["subject"] for row in meta.rows("whatsapp_group")] == ["Members"]
    assert "The group was deleted" in meta.conversation("Night shift"), "the conversation stays"


def test_b_groups_that_were_made_elsewhere_are_fetched(page, meta):
    kept = meta.row("whatsapp_group", subject="Members")
    meta.ask("delete_whatsapp_group", id=kept["id"])
    meta.ask("forget_whatsapp_group", id=kept["id"])
    assert meta.rows("whatsapp_group") == []
    meta.ask("create_whatsapp_group", phone_number_id=meta.number, subject="Found again")
    meta.until(lambda: any(row["status"] == "ACTIVE" for row in meta.rows("whatsapp_group")))
    meta.ask("remove_whatsapp_number", phone_number_id=meta.number)
    assert meta.rows("whatsapp_group") == []
    meta.ask("add_whatsapp_number", phone_number_id=meta.number)
    assert meta.press("/whatsapp-groups", "fetch-groups").status == 303
    assert [row["subject"] for row in meta.rows("whatsapp_group")] == ["Found again"]
    assert page.problems == []


@pytest.fixture
def server(tmp_path):
    """A server that the sandbox reaches, with the workplaces north and south."""
    server = Workplace(tmp_path)
    try:
        server.start()
        open_workplaces(server)
        yield server
    finally:
        server.close()


def test_c_two_workplaces_see_the_groups_of_their_numbers_and_no_others(server):
    shared, own = NUMBERS[0].id, NUMBERS[1].id

    def known(workplace):
        return {group["subject"]: group for group in invoke(server, workplace, "list_whatsapp_groups")["items"]}

    invoke(server, "north", "create_whatsapp_group", phone_number_id=own, subject="North only")
    invoke(server, "north", "create_whatsapp_group", phone_number_id=shared, subject="Of both")
    server.until(lambda: all(group["status"] == "ACTIVE" for group in known("north").values()))
    server.until(lambda: "Of both" in known("south"))
    assert set(known("north")) == {"North only", "Of both"} and set(known("south")) == {"Of both"}
    theirs = known("north")["North only"]
    refused = server.command(
        "invoke", "delete_whatsapp_group", "--workplace", "south", "--args", json.dumps({"id": theirs["id"]}))
    assert refused.returncode != 0 and "NOT_FOUND" in refused.stdout + refused.stderr
    south = Tenant(server, "south")
    assert south.page(f"/app/south/whatsapp-groups/{theirs['id']}").status == 404
    # What happens in the group of both is told to both; what one deletes is deleted for both.
    group = known("south")["Of both"]
    control(server, "groups/join", {"person": IMOGEN, "group": group["group_id"]})
    for workplace in ("north", "south"):
        server.until(lambda: known(workplace)["Of both"].get("participant_count") == 1)
    invoke(server, "south", "delete_whatsapp_group", id=group["id"])
    server.until(lambda: known("north")["Of both"]["status"] == "DELETED")
    assert known("north")["North only"]["status"] == "ACTIVE"
