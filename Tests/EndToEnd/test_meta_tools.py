"""Every tool of the Meta integration at the real server against the real sandbox: what it does, and what it refuses."""

import base64
import json
import re
from pathlib import Path

import pytest

from connected import NUMBER, PERSON
from graph import ACCOUNT, IMOGEN, IMOGEN_PSID, INSTAGRAM, PAGE
from production import WORKPLACE
from test_graph_clients import PICTURE
from workplace import Workplace

WORKSHOP, UNREGISTERED = "615520938471333", "615520938471640"
COPPER_SPOUT, IMOGEN_IGSID, ZOE_PSID = "730119284455047", "1099283746650021", "8830019922745562"


# Before anybody has connected

@pytest.mark.parametrize("tool, arguments", [
    ("fetch_connection", {}), ("fetch_registered_wa_business_numbers", {}), ("fetch_pages", {}), ("list_message_templates", {}),
    ("fetch_instagram_accounts", {}), ("refresh_whatsapp_numbers", {}), ("add_whatsapp_number", {"phone_number_id": "1"}),
    ("add_facebook_page", {"page_id": "1"}), ("add_instagram_account", {"instagram_account_id": "1"}),
    ("choose_whatsapp_account", {"waba_id": "1"}), ("delete_message_template", {"name": "a"}),
    ("create_message_template", {"name": "a", "body": "b"}), ("register_number", {"phone_number_id": "1", "pin": "123456"}),
    ("fetch_whatsapp_profile", {"id": "1"}), ("update_whatsapp_profile", {"id": "1", "about": "a"}),
    ("block_whatsapp_person", {"id": "1", "address": "+441"}), ("unblock_whatsapp_person", {"id": "1", "address": "+441"}),
    ("list_blocked_whatsapp_people", {"id": "1"}),
])
def test_without_a_connection_each_tool_says_so(unconnected, tool, arguments):
    unconnected.refused(tool, "NOT_CONNECTED", says="connect", **arguments)


@pytest.fixture(scope="module")
def unconnected(tmp_path_factory):
    meta = Workplace(tmp_path_factory.mktemp("unconnected"))
    try:
        meta.start()
        assert meta.command("workplace", "add", WORKPLACE).returncode == 0
        meta.token = meta.command("token", "create", "--workplace", WORKPLACE).stdout.split()[-1]
        yield meta
    finally:
        meta.close()


# The connection and its account

def test_connection(meta):
    connection = meta.ask("fetch_connection")
    assert connection["status"] == "CONNECTED" and connection["waba_id"] == ACCOUNT and connection["subscribed"] is True
    assert "whatsapp_business_messaging" in connection["granted_scopes"] and connection["missing_scopes"] == []
    assert connection["token_expires_at"] is not None


def test_accounts_of_all_businesses_are_offered_and_another_is_chosen(meta):
    accounts = meta.ask("fetch_whatsapp_accounts")["items"]
    assert {account["waba_id"]: account["is_chosen"] for account in accounts} == {
        ACCOUNT: True, "730119284455033": False, COPPER_SPOUT: False}
    meta.refused("choose_whatsapp_account", "NOT_FOUND", "waba_id", "fetch", waba_id="1")
    shown = meta.page("/whatsapp-accounts").text
    assert "Åkerlund Kaffe – butiken" in shown and "In use" in shown
    meta.ask("choose_whatsapp_account", waba_id=COPPER_SPOUT)
    assert meta.ask("fetch_connection")["waba_id"] == COPPER_SPOUT
    assert [number["id"] for number in meta.ask("fetch_registered_wa_business_numbers")["items"]] == [UNREGISTERED]


# Numbers

def test_a_number_is_confirmed_by_code_registered_and_removed_through_its_page(meta):
    meta.ask("choose_whatsapp_account", waba_id=COPPER_SPOUT)
    meta.refused("add_whatsapp_number", "NOT_FOUND", "phone_number_id", "fetch", phone_number_id="615520938471206")
    for tool, rest in [("request_number_code", {}), ("verify_number_code", {"code": "123456"}), ("register_number", {"pin": "246810"})]:
        meta.refused(tool, "NOT_FOUND", "phone_number_id", phone_number_id=UNREGISTERED, **rest)
    added = meta.submit("/whatsapp-numbers", "add_whatsapp_number", phone_number_id=UNREGISTERED, name="Repairs")
    page = added.headers["Location"].removeprefix(f"/app/{WORKPLACE}")
    assert added.status == 303 and page.endswith("/overview"), added.text
    shown = meta.page(page).text
    assert "Not registered" in shown and "Not confirmed" in shown and "PENDING" not in shown
    # Without a code it cannot be registered.
    meta.refused("register_number", "REJECTED", phone_number_id=UNREGISTERED, pin="246810")
    meta.refused("register_number", "INVALID_INPUT", "pin", phone_number_id=UNREGISTERED, pin="12")
    assert meta.submit(page, "request_number_code", method="SMS").status == 303
    meta.refused("verify_number_code", "REJECTED", phone_number_id=UNREGISTERED, code="0000")
    wrong = meta.submit(page, "verify_number_code", code="000000")
    assert wrong.status == 422 and "not right" in wrong.text
    listed = json.loads(meta.sandbox_call("GET", "/sandbox/numbers").text)["data"]
    code = next(number for number in listed if number["id"] == UNREGISTERED)["verification_code"]
    assert meta.submit(page, "verify_number_code", code=code).status == 303
    assert meta.row("whatsapp_phone_number", phone_number_id=UNREGISTERED)["verification"] == "VERIFIED"
    meta.refused("request_number_code", "REJECTED", phone_number_id=UNREGISTERED)
    assert meta.submit(page, "register_number", pin="246810").status == 303
    number = meta.row("whatsapp_phone_number", phone_number_id=UNREGISTERED)
    assert (number["status"], number["throughput"], number["name"]) == ("CONNECTED", "STANDARD", "Repairs")
    assert "Connected" in meta.page(page).text
    meta.refused("register_number", "REJECTED", says="pin", phone_number_id=UNREGISTERED, pin="111111")
    assert meta.press(page, "remove").status == 303
    assert meta.row("whatsapp_phone_number", phone_number_id=UNREGISTERED) is None
    meta.ask("remove_whatsapp_number", phone_number_id=UNREGISTERED)
    meta.ask("choose_whatsapp_account", waba_id=ACCOUNT)


def test_what_meta_says_of_a_number_is_refreshed_and_the_friendly_name_stays(meta):
    meta.ask("choose_whatsapp_account", waba_id=ACCOUNT)
    meta.ask("add_whatsapp_number", phone_number_id=WORKSHOP)
    meta.control("numbers", number=WORKSHOP, quality="RED")
    meta.ask("refresh_whatsapp_numbers")
    assert meta.row("whatsapp_phone_number", phone_number_id=WORKSHOP)["quality_rating"] == "RED"
    meta.control("numbers", number=WORKSHOP, throughput="HIGH", limit="TIER_10K")
    meta.until(lambda: meta.row("whatsapp_phone_number", phone_number_id=WORKSHOP)["messaging_limit"] == "TIER_10K")
    # A word that nobody knows yet is kept as one.
    meta.control("numbers", number=WORKSHOP, limit="TIER_5M")
    meta.until(lambda: meta.row("whatsapp_phone_number", phone_number_id=WORKSHOP)["messaging_limit"] == "OTHER")
    meta.ask("remove_whatsapp_number", phone_number_id=WORKSHOP)


# Pages and Instagram accounts

def test_pages_and_instagram_accounts_are_added_used_and_removed(meta):
    offered = {page["page_id"]: page for page in meta.ask("fetch_pages")["items"]}
    assert offered[PAGE] == {
        "page_id": PAGE, "name": "Northwind Kettles", "category": "Kitchen supply shop", "can_send": True,
        "is_added": False}
    meta.refused("add_facebook_page", "NOT_FOUND", "page_id", "fetch", page_id="1")
    meta.refused("add_instagram_account", "NOT_FOUND", "instagram_account_id", "link", instagram_account_id="1")
    assert "No pages yet" in meta.page("/facebook-pages").text
    assert meta.submit("/facebook-pages", "add_facebook_page", page_id=PAGE).status == 303
    assert "Northwind Kettles" in meta.page("/facebook-pages").text
    offered = {page["page_id"]: page for page in meta.ask("fetch_pages")["items"]}
    assert offered[PAGE]["is_added"] is True and offered[PAGE]["channel_id"]
    assert meta.row("facebook_page", page_id=PAGE)["access_token"] == "<secret>"
    assert "No Instagram accounts yet" in meta.page("/instagram-accounts").text
    assert meta.submit("/instagram-accounts", "add_instagram_account", instagram_account_id=INSTAGRAM).status == 303
    assert meta.ask("fetch_instagram_accounts")["items"] == [{
        "instagram_account_id": INSTAGRAM, "username": "northwind.kettles", "page_id": PAGE, "is_added": True,
        "channel_id": meta.ask("fetch_instagram_accounts")["items"][0]["channel_id"]}]
    meta.refused("remove_facebook_page", "CONFLICT", "page_id", "Instagram", page_id=PAGE)
    assert meta.press("/instagram-accounts", "remove").status == 303
    assert meta.press("/facebook-pages", "remove").status == 303
    assert meta.rows("facebook_page") == [] and meta.rows("instagram_account") == []
    # Once more: a second removal is none, and what was removed can be added again.
    meta.ask("remove_facebook_page", page_id=PAGE)
    meta.ask("remove_instagram_account", instagram_account_id=INSTAGRAM)


@pytest.fixture(scope="module")
def channels(meta):
    """The channels of all three products, each with a person who has written."""
    meta.ask("add_facebook_page", page_id=PAGE)
    meta.ask("add_instagram_account", instagram_account_id=INSTAGRAM)
    page = next(page for page in meta.ask("fetch_pages")["items"] if page["page_id"] == PAGE)
    account = meta.ask("fetch_instagram_accounts")["items"][0]
    for number in (PAGE, INSTAGRAM):
        meta.control("messages", person=IMOGEN, number=number, text=f"hello {number}")
    meta.until(lambda: all(f"hello {number}" in meta.conversations() for number in (PAGE, INSTAGRAM)))
    return {
        "whatsapp": {"id": meta.channel, "handle": "whatsapp", "identifierValue": NUMBER},
        "messenger": {"id": page["channel_id"], "handle": "messenger", "identifierValue": PAGE},
        "instagram": {"id": account["channel_id"], "handle": "instagram", "identifierValue": INSTAGRAM},
    }


def test_outside_of_the_window_a_template_goes_and_an_ordinary_message_fails_with_its_reason(meta):
    """Layla has never written to this number: Meta takes the message and says later that it fails. It stands
    before the tests in which she writes, and has another number."""
    layla = "97145550142"
    channels = {"whatsapp": {"id": meta.channel, "handle": "whatsapp", "identifierValue": NUMBER}}
    ordinary = send(meta, channels, "whatsapp", "window-text", "Hello Layla", to=f"+{layla}")["remoteId"]
    template = send(meta, channels, "whatsapp", "window-template", "", {"type": "template", "name": "hello_world", "language": "en_US"}, f"+{layla}")
    meta.until(lambda: meta.received(ordinary, meta.number, layla).get("error_code") == 131047)
    meta.until(lambda: meta.received(template["remoteId"], meta.number, layla)["status"] in ("delivered", "read"))
    address = re.search(r'href="([^"]+)"[^>]*>(?:(?!</a>).)*?(?:حداد|97145550142)', meta.conversations(), re.S)
    meta.until(lambda: "24 hours" in meta.request("GET", address[1], Cookie=meta.cookie).text)


def test_profile_and_blocked_people_of_a_number(meta):
    id = meta.row("whatsapp_phone_number", phone_number_id=meta.number)["id"]
    page = f"/whatsapp-numbers/{id}/profile"
    changed = meta.submit(page, "update_whatsapp_profile", about="Kettles since 1907", website="https://northwind.example")
    assert changed.status == 303, changed.text
    profile = meta.ask("fetch_whatsapp_profile", id=id)
    assert profile["about"] == "Kettles since 1907" and profile["websites"] == ["https://northwind.example"]
    meta.ask("update_whatsapp_profile", id=id, email="hello@northwind.example")
    assert meta.ask("fetch_whatsapp_profile", id=id)["about"] == "Kettles since 1907", "what is left out stays"
    assert "Kettles since 1907" in meta.page(page).text
    meta.refused("update_whatsapp_profile", "INVALID_INPUT", "about", says="139", id=id, about="x" * 140)
    meta.refused("fetch_whatsapp_profile", "NOT_FOUND", "id", id="none")

    person = "97145550142"
    meta.refused("block_whatsapp_person", "REJECTED", "address", says="24 hours", id=id, address=f"+{person}")
    meta.control("messages", person=person, number=meta.number, text="Buy my pots")
    blocked = f"/whatsapp-numbers/{id}/blocked"
    assert "Nobody is blocked" in meta.page(blocked).text
    assert meta.submit(blocked, "block_whatsapp_person", address=f"+{person}").status == 303
    assert meta.ask("list_blocked_whatsapp_people", id=id)["items"] == [{"address": f"+{person}"}]
    assert person in meta.page(blocked).text
    meta.ask("unblock_whatsapp_person", id=id, address=f"+{person}")
    assert meta.ask("list_blocked_whatsapp_people", id=id)["items"] == []


def conversation_with(meta, text) -> str:
    """The path of the conversation in which a message stands."""
    def find():
        paths = dict.fromkeys(re.findall(r'href="/app/[^"/]+(/conversations/cnv_[^"?]+)"', meta.conversations()))
        return next((path for path in paths if text in meta.page(path).text), None)

    meta.until(find)
    return find()


def test_who_changes_their_number_keeps_the_conversation(meta):
    old, new = "97145550142", "81355550188"
    meta.control("messages", person=old, number=meta.number, text="From the old number")
    before = conversation_with(meta, "From the old number")
    meta.control("messages", person=new, number=meta.number, text="Before the change was told")
    there = conversation_with(meta, "Before the change was told")
    meta.control("system", person=old, number=meta.number, type="user_changed_number", wa_id=new)
    meta.until(lambda: "changed from" in meta.page(before).text)
    meta.control("messages", person=new, number=meta.number, text="From the new number")
    assert conversation_with(meta, "From the new number") == before
    shown = meta.page(before).text
    for text in ("From the old number", "Before the change was told", "From the new number"):
        assert shown.count(f">{text}<") == 1, shown
    assert meta.page(there).headers["Location"].endswith(before), "the other one's address leads there"
    sent = meta.ask("send_whatsapp", channel={"id": meta.channel, "handle": "whatsapp", "identifierValue": NUMBER},
                    recipient={"address": f"+{old}"}, message={"id": "to-the-old-number", "content": "There you are"})
    assert meta.received(sent["remoteId"], meta.number, person=new)["text"] == "There you are"


def test_calls_stand_in_the_conversation(meta):
    meta.control("calls", person="46700000917", number=meta.number)
    meta.control("calls", person="46700000917", number=meta.number, seconds=125)
    meta.until(lambda: "Zoë" in meta.conversations() and "Called, 2 min 5 s" in meta.conversation("Zoë"))
    shown = meta.conversation("Zoë")
    assert "Missed call" in shown and "Free to reply" in shown


# Templates

def test_templates_are_listed_previewed_made_decided_on_and_deleted(meta):
    listed = meta.ask("list_message_templates")["items"]
    assert {"hello_world", "order_update"} <= {template["name"] for template in listed}
    assert meta.row("message_template", name="hello_world")["status"] == "APPROVED"
    preview = meta.ask("preview_message_template", name="order_update", language="en_GB", texts=["Zoë", "🫖"])
    assert "Hi Zoë, your 🫖 is ready to collect." in preview["text"] and preview["variables"] == ["1", "2"]
    meta.refused("preview_message_template", "NOT_FOUND", "name", name="order_update", language="tlh")
    meta.refused("create_message_template", "INVALID_INPUT", says="small letters", name="Not A Name", body="x")
    meta.refused("create_message_template", "INVALID_INPUT", says="begin or end", name="bad", body="{{1}} is ready", examples=["It"])
    meta.control("templates", review="hold")
    made = meta.submit(
        "/message-templates", "create_message_template", name="pickup_ready", language="en_GB", category="UTILITY",
        body="Your {{1}} is ready, {{2}}.", examples="kettle\nImogen", quick_replies="On my way\nTomorrow")
    assert made.status == 303, made.text
    page = made.headers["Location"].removeprefix(f"/app/{WORKPLACE}")
    assert "In review" in meta.page(page).text
    assert meta.refused("create_message_template", "CONFLICT", name="pickup_ready", body="Again")
    meta.control("templates", name="pickup_ready", status="REJECTED", reason="TAG_CONTENT_MISMATCH")
    meta.until(lambda: meta.row("message_template", name="pickup_ready")["status"] == "REJECTED")
    assert "tag content mismatch" in meta.page(page).text
    meta.control("templates", name="pickup_ready", status="APPROVED")
    meta.until(lambda: meta.row("message_template", name="pickup_ready")["status"] == "APPROVED")
    meta.control("templates", name="pickup_ready", quality="YELLOW")
    meta.control("templates", name="pickup_ready", category="MARKETING")
    meta.until(lambda: meta.row("message_template", name="pickup_ready")["category"] == "MARKETING")
    assert "Marketing" in meta.page(page).text and "Medium" in meta.page(page).text
    assert meta.press(page, "delete").status == 303
    assert meta.row("message_template", name="pickup_ready") is None
    meta.refused("delete_message_template", "NOT_FOUND", name="pickup_ready")
    assert meta.page(page).status == 404
    # Gone at Meta by other hands: the next list drops it.
    assert meta.press("/message-templates", "fetch-templates").status == 303
    assert {row["name"] for row in meta.rows("message_template")} == {template["name"] for template in listed}


# Files

def upload(meta, name="lid.png", type="image/png", data=PICTURE, number="615520938471206", **expected):
    file = {"name": name, "mime_type": type, "data": base64.b64encode(data).decode()}
    return {"phone_number_id": number, "file": file}


def test_a_file_is_uploaded_and_sent_and_others_are_refused_with_their_limit(meta, channels):
    media = meta.ask("upload_whatsapp_media", **upload(meta))["media_id"]
    sent = send(meta, channels, "whatsapp", "up1", "The lid", {"type": "image", "media_id": media})
    arrived = meta.received(sent["remoteId"], meta.number)
    assert (arrived["type"], arrived["text"], arrived["content"]["id"]) == ("image", "The lid", media)
    meta.refused("upload_whatsapp_media", "NOT_FOUND", "phone_number_id", **upload(meta, number="1"))
    large = b"RIFF" + bytes(600_000)
    meta.refused("upload_whatsapp_media", "INVALID_INPUT", "file", "512000", **upload(meta, "a.webp", "image/webp", large))
    meta.refused("upload_whatsapp_media", "INVALID_INPUT", says="type", **upload(meta, "a.exe", "application/x-msdownload", b"MZ"))


# Messages of every kind

def send(meta, channels, product, key, text, rich=None, to=None, **more):
    to = to or {"whatsapp": PERSON, "messenger": IMOGEN_PSID, "instagram": IMOGEN_IGSID}[product]
    return meta.ask(f"send_{product}", **message(channels, product, key, text, rich, to), **more)


def message(channels, product, key, text, rich=None, to=PERSON) -> dict:
    message = {"channel": channels[product], "recipient": {"address": to}, "message": {"id": key, "content": text}}
    return message | ({"rich": rich} if rich else {})


WHATSAPP = [
    ({"type": "location", "latitude": 51.5, "longitude": -0.12, "name": "Shop"}, "", "location", lambda on: on["content"]["latitude"] == 51.5),
    ({"type": "contacts", "contacts": [{"name": "Robin", "phones": ["+442079460155"]}]}, "", "contacts",
     lambda on: on["content"][0]["name"]["formatted_name"] == "Robin"),
    ({"type": "buttons", "header": "Lid", "footer": "Open till six", "buttons": [{"id": "fri", "title": "Friday"}, {"id": "sat", "title": "Saturday"}]},
     "When?", "interactive", lambda on: on["content"][0]["buttons"] == ["Friday", "Saturday"] and on["content"][0]["footer"] == "Open till six"),
    ({"type": "list", "button": "Times", "sections": [{"title": "Today", "rows": [{"id": "1", "title": "10:00"}, {"id": "2", "title": "11:00"}]}]},
     "At what time?", "interactive", lambda on: on["content"][0]["rows"] == ["10:00", "11:00"]),
    ({"type": "link", "title": "See it", "url": "https://northwind.example/kettle"}, "The blue one", "interactive",
     lambda on: on["content"][0]["buttons"] == ["See it"]),
    ({"type": "location_request"}, "Where are you?", "interactive", lambda on: on["text"] == "Where are you?"),
    ({"type": "flow", "flow_id": "880145", "button": "Book", "screen": "FIRST"}, "Book a repair", "interactive", lambda on: True),
    ({"type": "product", "catalog_id": "880145520917733", "product_id": "blue"}, "This one", "interactive", lambda on: True),
    ({"type": "products", "header": "Ours", "catalog_id": "880145520917733", "sections": [{"title": "Kettles", "product_ids": ["blue", "red"]}]},
     "Choose", "interactive", lambda on: True),
    ({"type": "catalog", "product_id": "blue"}, "All of them", "interactive", lambda on: True),
    ({"type": "template", "name": "order_update", "language": "en_GB", "header": [{"type": "text", "text": "K-17"}],
      "body": [{"type": "text", "text": "Zoë"}, {"type": "text", "text": "kettle"}],
      "buttons": [{"type": "url", "index": 1, "suffix": "17"}]}, "", "template",
     lambda on: on["content"][0]["template"] == "order_update" and "Zoë" in on["text"]),
]


@pytest.mark.parametrize("rich, text, type, shows", WHATSAPP, ids=[kind[0]["type"] for kind in WHATSAPP])
def test_each_kind_of_whatsapp_stands_on_the_phone_and_in_the_conversation(meta, channels, rich, text, type, shows):
    sent = send(meta, channels, "whatsapp", f"wa-{rich['type']}", text, rich)
    arrived = meta.received(sent["remoteId"], meta.number)
    assert arrived["type"] == type and shows(arrived), arrived
    assert arrived["biz_opaque_callback_data"].startswith("msg_")


FILES = [("audio", "audio/ogg", b"OggS" + bytes(2000)), ("video", "video/mp4", b"\0\0\0\x18ftypmp42" + bytes(2000)),
         ("document", "application/pdf", b"%PDF-1.7\n"), ("sticker", "image/webp", b"RIFF\x1a\0\0\0WEBPVP8 " + bytes(200))]


@pytest.mark.parametrize("kind, type, data", FILES, ids=[kind for kind, _, _ in FILES])
def test_each_kind_of_file_is_uploaded_and_stands_on_the_phone(meta, channels, kind, type, data):
    media = meta.ask("upload_whatsapp_media", **upload(meta, f"a.{kind}", type, data))["media_id"]
    rich = {"type": kind, "media_id": media} | ({"filename": "offer ü.pdf"} if kind == "document" else {"voice": True} if kind == "audio" else {})
    sent = send(meta, channels, "whatsapp", f"file-{kind}", "" if kind in ("audio", "sticker") else "Look", rich)
    arrived = meta.received(sent["remoteId"], meta.number)
    assert (arrived["type"], arrived["content"]["id"]) == (kind, media)
    assert arrived["content"]["voice"] is (kind == "audio") and arrived["content"].get("filename") == rich.get("filename")


def test_reactions_and_answers_go_to_the_message_that_they_name(meta, channels):
    written = meta.control("messages", person=IMOGEN, number=meta.number, text="Which one?")["id"]
    send(meta, channels, "whatsapp", "react", "", {"type": "reaction", "message_id": written, "emoji": "❤️"})
    assert any(message["type"] == "reaction" and message["content"] == {"message_id": written, "emoji": "❤️"} for message in meta.phone(meta.number))
    assert re.search(r'message-reactions[^<]*<span title="You">❤️', meta.conversation("Imogen"))
    sent = send(meta, channels, "whatsapp", "answer", "The blue one", reply_to=written)
    assert meta.received(sent["remoteId"], meta.number)["reply_to"] == written


WHATSAPP_REFUSALS = [
    ("x" * 4097, None, PERSON, "INVALID_INPUT", "4096"),
    ("When?", {"type": "buttons", "buttons": [{"id": str(n), "title": "t"} for n in range(4)]}, PERSON, "INVALID_INPUT", "3"),
    ("When?", {"type": "buttons", "buttons": [{"id": "1", "title": "This title is much too long"}]}, PERSON, "INVALID_INPUT", "20"),
    ("", {"type": "image"}, PERSON, "INVALID_INPUT", "either"),
    ("", {"type": "image", "media_id": "1"}, PERSON, "INVALID_INPUT", ""),
    ("", {"type": "juggling"}, PERSON, "INVALID_INPUT", "one of"),
    ("", {"type": "template", "name": "nothing", "language": "en_GB"}, PERSON, "INVALID_INPUT", "template"),
    ("", {"type": "template", "name": "order_update", "language": "en_GB"}, PERSON, "INVALID_INPUT", "variables"),
]


@pytest.mark.parametrize("text, rich, to, code, says", WHATSAPP_REFUSALS, ids=range(len(WHATSAPP_REFUSALS)))
def test_what_whatsapp_does_not_take_is_refused_in_words(meta, channels, text, rich, to, code, says, request):
    before = len(meta.phone(meta.number))
    meta.refused("send_whatsapp", code, says=says, **message(channels, "whatsapp", request.node.name, text, rich, to))
    assert len(meta.phone(meta.number)) == before


PAGES = [
    ({"type": "quick_replies", "quick_replies": [{"title": "Blue", "payload": "b"}, {"title": "Red", "payload": "r"}]}, "Which?", "text",
     lambda on: on["quick_replies"] == ["Blue", "Red"]),
    ({"type": "buttons", "buttons": [{"type": "postback", "title": "Book", "payload": "book"}, {"type": "link", "title": "Shop", "url": "https://n.example"}]},
     "What now?", "template", lambda on: on["content"][0]["buttons"] == ["Book", "Shop"]),
    ({"type": "cards", "cards": [{"title": "Blue", "subtitle": "£20", "buttons": [{"type": "postback", "title": "Take it", "payload": "t"}]}]}, "", "template",
     lambda on: on["content"][0]["title"] == "Blue"),
]


@pytest.mark.parametrize("product", ["messenger", "instagram"])
@pytest.mark.parametrize("rich, text, type, shows", PAGES, ids=[kind[0]["type"] for kind in PAGES])
def test_each_kind_of_the_other_two_stands_on_the_phone(meta, channels, product, rich, text, type, shows):
    sent = send(meta, channels, product, f"{product}-{rich['type']}", text, rich)
    arrived = meta.received(sent["remoteId"], channels[product]["identifierValue"])
    assert shows(arrived), arrived
    assert arrived["direction"] == "from_business"


@pytest.mark.parametrize("product, person", [("messenger", IMOGEN_PSID), ("instagram", IMOGEN_IGSID)])
def test_text_answers_and_reactions_of_the_other_two(meta, channels, product, person):
    number = channels[product]["identifierValue"]
    written = meta.control("messages", person=IMOGEN, number=number, text="Is it blue?")["id"]
    sent = send(meta, channels, product, f"{product}-text", "Yes – très bleu 🫖", reply_to=written)
    arrived = meta.received(sent["remoteId"], number)
    assert (arrived["text"], arrived["reply_to"]) == ("Yes – très bleu 🫖", written)
    send(meta, channels, product, f"{product}-react", "", {"type": "reaction", "message_id": written, "emoji": "❤️"})
    limit = 2000 if product == "messenger" else 1000
    meta.refused(f"send_{product}", "INVALID_INPUT", says=str(limit),
                 **message(channels, product, f"{product}-long", "é" * (limit + 1), to=person))
    meta.refused(f"send_{product}", "INVALID_INPUT", says="13",
                 **message(channels, product, f"{product}-many", "Which?", {"type": "quick_replies", "quick_replies": [
                     {"title": str(n), "payload": str(n)} for n in range(14)]}, to=person))


def test_a_channel_of_another_name_is_refused(meta, channels):
    wrong = message(channels, "messenger", "wrong", "Hello", to=IMOGEN_PSID)
    meta.refused("send_instagram", "INVALID_INPUT", says="channel", **wrong)
    wrong["channel"] = wrong["channel"] | {"identifierValue": "1"}
    meta.refused("send_messenger", "INVALID_INPUT", says="identifier", **wrong)


# Presence

def test_presence_is_shown_on_all_three(meta, channels):
    written = meta.control("messages", person=IMOGEN, number=meta.number, text="Anybody there?")["id"]
    meta.ask("show_presence", channel_id=channels["whatsapp"]["id"], address=PERSON, presence="TYPING", message_id=written)
    assert meta.received(written, meta.number)["status"] == "read"
    assert "typing" in meta.sandbox_call("GET", f"/phone/{IMOGEN}/{meta.number}").text.lower()
    meta.refused("show_presence", "INVALID_INPUT", "message_id", channel_id=channels["whatsapp"]["id"], address=PERSON, presence="READ")
    meta.refused("show_presence", "NOT_FOUND", "channel_id", channel_id="chn_none", address=PERSON, presence="READ")
    for product, person in [("messenger", IMOGEN_PSID), ("instagram", IMOGEN_IGSID)]:
        for presence in ("READ", "TYPING", "TYPING_ENDED"):
            meta.ask("show_presence", channel_id=channels[product]["id"], address=person, presence=presence)


# The doors

def test_agents_call_the_same_tools(meta):
    """The same answer over MCP, with the structured content that is advertised."""
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "fetch_whatsapp_accounts", "arguments": {}, "_meta": {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientInfo": {"name": "t", "version": "1"},
        "io.modelcontextprotocol/clientCapabilities": {}}}}
    answer = meta.json("POST", "/mcp", body, {"Mcp-Method": "tools/call", "Mcp-Name": "fetch_whatsapp_accounts", "MCP-Protocol-Version": "2026-07-28"})
    assert answer["result"]["structuredContent"] == meta.ask("fetch_whatsapp_accounts"), answer


def test_every_tool_is_asked_somewhere(meta):
    listed = json.loads(meta.request("GET", f"/api/{WORKPLACE}/tools", Authorization=f"Bearer {meta.token}").text)["items"]
    files = ("test_meta_tools.py", "test_batches.py", "test_groups.py")
    text = "".join((Path(__file__).parent / name).read_text() for name in files)
    text = text.replace('f"send_{product}"', '"send_messenger" "send_instagram"')
    # What pages and conversations ask is seen on them: in test_batches.py, test_groups.py and test_attachments.py.
    asked_by_pages = {
        "fetch_message_batch", "list_batch_messages", "react_to_message", "list_whatsapp_template_offers", "upload_attachment",
        "refresh_whatsapp_groups", "refresh_whatsapp_group", "fetch_group_invite_link", "reset_group_invite_link",
        "remove_group_participants", "list_group_join_requests", "reject_group_join_requests"}
    assert [tool["name"] for tool in listed if f'"{tool["name"]}"' not in text and tool["name"] not in asked_by_pages] == []
