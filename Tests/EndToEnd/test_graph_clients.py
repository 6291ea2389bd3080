"""Clients that people use against the real Graph API send and receive through the sandbox, unmodified but for the base URL."""

import base64
import threading

import heyoo
import httpx
import pytest
import pymessenger.bot
import pywa
import pywa.errors
import pywa.filters
import pywa.types
from pywa.types.templates import (
    BodyText, Buttons, HeaderText, QuickReplyButton, Template, TemplateCategory, TemplateLanguage, TemplateStatus,
    URLButton,
)

from graph import (
    ACCOUNT, IMOGEN, IMOGEN_PSID, NUMBER, PAGE, WHATSAPP_SCOPES, Receiver, Sandbox,
)
from processes import APP_ID, APP_SECRET

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


@pytest.fixture(scope="module")
def sandbox():
    sandbox = Sandbox()
    yield sandbox
    sandbox.stop()


class Inbox:
    """What handlers of a client were given, to be waited for."""

    def __init__(self):
        self.updates, self.changed = [], threading.Condition()

    def __call__(self, client, update):
        with self.changed:
            self.updates.append(update)
            self.changed.notify_all()

    def wait_for(self, kind, matches=lambda update: True):
        with self.changed:
            def found():
                return next((it for it in self.updates if isinstance(it, kind) and matches(it)), None)
            # Not the update itself: one about marketing that was stopped counts as false.
            assert self.changed.wait_for(lambda: found() is not None, timeout=20), self.updates
            return found()


@pytest.fixture(scope="module")
def whatsapp(sandbox):
    """pywa's client with a real webhook, and what it made of the webhooks."""
    client = pywa.WhatsApp(
        phone_id=NUMBER, token=sandbox.login(WHATSAPP_SCOPES), waba_id=ACCOUNT, app_id=APP_ID, app_secret=APP_SECRET,
        server=None, api_version=25.0)
    client.api._session.base_url = f"{sandbox.url}/v25.0"
    inbox = Inbox()
    for register in (
        client.on_message, client.on_message_status, client.on_callback_button, client.on_callback_selection,
        client.on_edited_message, client.on_deleted_message, client.on_template_status_update,
        client.on_user_marketing_preferences, client.on_flow_completion, client.on_phone_number_change, client.on_call_permission_update,
    ):
        register(lambda *arguments: inbox(*arguments))
    receiver = Receiver(lambda body, signature: client.webhook_update_handler(body))
    sandbox.subscribe(
        receiver, client.token, "whatsapp_business_account",
        "messages,message_template_status_update,user_preferences")
    client.inbox = inbox
    sandbox.control("messages", person=IMOGEN, number=NUMBER, text="Hello?")
    yield client
    receiver.stop()


def test_pywa_hears_what_people_send(sandbox, whatsapp):
    def send(**what):
        return sandbox.control("messages", person=IMOGEN, number=NUMBER, **what)["id"]

    heard = whatsapp.inbox.wait_for
    text = send(text="Zoë's kettle 🫖")
    assert heard(pywa.types.Message, lambda it: it.id == text).text == "Zoë's kettle 🫖"
    picture = send(media={"kind": "image", "data": base64.b64encode(PICTURE).decode(), "caption": "The lid"})
    message = heard(pywa.types.Message, lambda it: it.id == picture)
    assert message.image and message.caption == "The lid"
    assert whatsapp.get_media_bytes(whatsapp.get_media_url(message.image.id).url) == PICTURE
    place = send(location={"latitude": 51.5, "longitude": -0.12, "name": "Shop"})
    assert heard(pywa.types.Message, lambda it: it.id == place).location.name == "Shop"
    reaction = send(reaction={"message_id": text, "emoji": "👍"})
    assert heard(pywa.types.Message, lambda it: it.id == reaction).reaction.emoji == "👍"
    answer = send(text="that one", reply_to=text)
    assert heard(pywa.types.Message, lambda it: it.id == answer).reply_to_message.id == text
    sandbox.control("edit", person=IMOGEN, number=NUMBER, message=text, text="the green one")
    assert heard(pywa.types.EditedMessage).original_message_id == text
    sandbox.control("delete", person=IMOGEN, number=NUMBER, message=text)
    assert heard(pywa.types.DeletedMessage).original_message_id == text
    sandbox.control("marketing", person=IMOGEN, number=NUMBER, stopped=True)
    assert not heard(pywa.types.UserMarketingPreferences)
    sandbox.control("marketing", person=IMOGEN, number=NUMBER, stopped=False)
    sandbox.control("system", person=IMOGEN, number=NUMBER, type="user_changed_number", wa_id="447700900733")
    assert heard(pywa.types.PhoneNumberChange).new_wa_id == "447700900733"


def test_pywa_sends_every_kind(sandbox, whatsapp):
    to = IMOGEN
    sent = [
        ("text", whatsapp.send_message(to, "See https://northwind.example", preview_url=True)),
        ("image", whatsapp.send_image(to, PICTURE, caption="Blue", mime_type="image/png")),
        ("document", whatsapp.send_document(to, b"%PDF-1.4 x", filename="offer.pdf", mime_type="application/pdf")),
        ("location", whatsapp.send_location(to, latitude=51.5, longitude=-0.12, name="Shop", address="Mill Rd")),
        ("contacts", whatsapp.send_contact(to, pywa.types.Contact(
            name=pywa.types.Contact.Name(formatted_name="Piotr Wolny", first_name="Piotr"),
            phones=[pywa.types.Contact.Phone(phone="+447700900552")]))),
        ("interactive", whatsapp.send_message(to, "Nine or ten?", footer="Northwind", buttons=[
            pywa.types.Button("Nine", callback_data="9"), pywa.types.Button("Ten", callback_data="10")])),
        ("interactive", whatsapp.send_message(to, "Pick a time", buttons=pywa.types.SectionList(
            "Times", sections=[pywa.types.Section("Friday", rows=[
                pywa.types.SectionRow("09:00", callback_data="slot:9", description="Sam")])]))),
        ("interactive", whatsapp.send_message(
            to, "Look", buttons=pywa.types.URLButton("Open", "https://northwind.example"))),
        ("interactive", whatsapp.request_location(to, "Where are you?")),
        ("interactive", whatsapp.request_contact_info(to, "Which number?")),
        ("interactive", whatsapp.send_message(to, "May we call?", buttons=pywa.types.CallPermissionRequestButton())),
        ("interactive", whatsapp.send_message(to, "Talk?", buttons=pywa.types.VoiceCallButton("Call us", ttl_minutes=60))),
    ]
    shown = {message["id"]: message["type"] for message in sandbox.messages()}
    assert [(kind, shown[it.id]) for kind, it in sent] == [(kind, kind) for kind, _ in sent]
    for _, it in sent:
        sandbox.wait_for_status(it.id, "delivered")
    whatsapp.inbox.wait_for(pywa.types.MessageStatus, lambda it: it.id == sent[0][1].id and it.status == "delivered")


def test_pywa_hears_buttons_and_lists(sandbox, whatsapp):
    whatsapp.send_message(IMOGEN, "Red or green?", buttons=[
        pywa.types.Button("Red", callback_data="colour:red"), pywa.types.Button("Green", callback_data="colour:green")])
    sandbox.control("messages", person=IMOGEN, number=NUMBER, press={"title": "Green"})
    pressed = whatsapp.inbox.wait_for(pywa.types.CallbackButton, lambda it: it.data == "colour:green")
    assert pressed.title == "Green"
    whatsapp.send_message(IMOGEN, "Size?", buttons=pywa.types.SectionList("Sizes", sections=[
        pywa.types.Section("All", rows=[pywa.types.SectionRow("Large", callback_data="size:l")])]))
    sandbox.control("messages", person=IMOGEN, number=NUMBER, press={"payload": "size:l"})
    assert whatsapp.inbox.wait_for(pywa.types.CallbackSelection, lambda it: it.data == "size:l").title == "Large"


def test_pywa_hears_whether_calls_are_allowed(sandbox, whatsapp):
    for title, allowed in [("Allow calls", True), ("Decline", False)]:
        whatsapp.send_message(IMOGEN, "May we call?", buttons=pywa.types.CallPermissionRequestButton())
        sandbox.control("messages", person=IMOGEN, number=NUMBER, press={"title": title})
        answer = whatsapp.inbox.wait_for(pywa.types.CallPermissionUpdate, lambda it: bool(it) == allowed)
        assert bool(answer) == allowed


def test_pywa_marks_as_read_types_and_reacts(sandbox, whatsapp):
    id = sandbox.control("messages", person=IMOGEN, number=NUMBER, text="Anybody there?")["id"]
    assert whatsapp.mark_message_as_read(id)
    assert sandbox.wait_for_status(id, "read")
    assert whatsapp.indicate_typing(id)
    reaction = whatsapp.send_reaction(IMOGEN, "❤️", id)
    sandbox.wait_for_status(reaction.id, "sent")
    whatsapp.remove_reaction(IMOGEN, id)


def test_pywa_manages_media_templates_numbers_and_the_profile(sandbox, whatsapp):
    media = whatsapp.upload_media(PICTURE, mime_type="image/png", filename="kettle.png")
    assert whatsapp.get_media_url(media.id).mime_type == "image/png"
    assert whatsapp.delete_media(media.id)
    created = whatsapp.create_template(Template(
        name="collection_ready", language=TemplateLanguage.ENGLISH_UK, category=TemplateCategory.UTILITY,
        components=[
            HeaderText("Order {{1}}", "K-17"), BodyText("Hi {{1}}, your {{2}} is ready.", "Imogen", "kettle"),
            Buttons(buttons=[
                QuickReplyButton(text="On my way"), URLButton(text="Track", url="https://northwind.example")]),
        ]))
    assert created.status == TemplateStatus.PENDING
    approved = whatsapp.inbox.wait_for(pywa.types.TemplateStatusUpdate)
    assert approved.template_name == "collection_ready" and approved.new_status == TemplateStatus.APPROVED
    assert any(it.name == "collection_ready" for it in whatsapp.get_templates(statuses=[TemplateStatus.APPROVED]))
    assert whatsapp.delete_template("collection_ready")
    number = whatsapp.get_business_phone_number()
    assert number.display_phone_number == "+44 20 7946 0155"
    assert len(list(whatsapp.get_business_phone_numbers())) == 3
    assert whatsapp.update_business_profile(about="Kettles since 1907", websites=["https://northwind.example"])
    assert whatsapp.get_business_profile().about == "Kettles since 1907"
    assert whatsapp.get_business_account().name == "Northwind Kettles"


@pytest.mark.parametrize("code", [131056, 130429, 131047, 131026, 132001, 131031, 80007, 190, 368, 131000])
def test_pywa_knows_the_errors(sandbox, whatsapp, code):
    sandbox.control("faults", code=code, path="/messages")
    with pytest.raises(pywa.errors.WhatsAppError) as error:
        whatsapp.send_message(IMOGEN, "x")
    assert error.value.code == code


@pytest.mark.parametrize("when, kept", [("before", 0), ("after", 1)])
def test_a_connection_cut_after_accepting_leaves_the_message_there(sandbox, whatsapp, when, kept):
    sandbox.control("faults", disconnect=when, path="/messages")
    with pytest.raises(httpx.RemoteProtocolError):
        whatsapp.send_message(IMOGEN, f"cut {when}")
    assert sum(message.get("text") == f"cut {when}" for message in sandbox.messages()) == kept


def test_heyoo_sends(sandbox):
    client = heyoo.WhatsApp(sandbox.login(WHATSAPP_SCOPES), NUMBER)
    client.base_url = client.v15_base_url = f"{sandbox.url}/v20.0"
    client.url = f"{client.base_url}/{NUMBER}/messages"
    answers = [
        client.send_message("Hello from heyoo", IMOGEN),
        client.send_location(lat=51.5, long=-0.12, name="Shop", address="Mill Rd", recipient_id=IMOGEN),
        client.send_button(recipient_id=IMOGEN, button={
            "header": "Slots", "body": "Pick", "footer": "Northwind", "action": {
                "button": "Times", "sections": [{"title": "Fri", "rows": [{"id": "a", "title": "09:00", "description": ""}]}],
            }}),
        client.send_reply_button(recipient_id=IMOGEN, button={
            "type": "button", "body": {"text": "Sure?"}, "action": {
                "buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]}}),
        client.send_template("hello_world", IMOGEN, components=[], lang="en_US"),
    ]
    for answer in answers:
        assert answer["messages"][0]["id"].startswith("wamid."), answer


def test_pymessenger_talks_on_messenger(sandbox, tmp_path):
    receiver = Receiver()
    token = sandbox.page_token()
    sandbox.subscribe(receiver, token, "page", "messages,messaging_postbacks,message_echoes,message_deliveries")
    bot = pymessenger.bot.Bot(token, api_version=25.0, app_secret=APP_SECRET)
    bot.graph_url = f"{sandbox.url}/v25.0"
    closed = bot.send_text_message(IMOGEN_PSID, "too early")
    assert closed["error"]["error_subcode"] == 2018278, closed
    sandbox.control("messages", person=IMOGEN, number=PAGE, text="Hi")
    heard = receiver.wait_for(lambda it: it["entry"][0]["messaging"][0].get("message", {}).get("text"))
    assert heard == "Hi"
    answers = [
        bot.send_text_message(IMOGEN_PSID, "We open at ten"),
        bot.send_action(IMOGEN_PSID, "typing_on"),
        bot.send_generic_message(IMOGEN_PSID, [{
            "title": "Kettle", "subtitle": "Blue",
            "buttons": [{"type": "postback", "title": "Buy", "payload": "BUY"}]}]),
        bot.send_button_message(IMOGEN_PSID, "Call us", [
            {"type": "web_url", "title": "Shop", "url": "https://northwind.example"}]),
    ]
    assert all(answer.get("recipient_id") == IMOGEN_PSID for answer in answers), answers
    receiver.wait_for(lambda it: it["entry"][0]["messaging"][0].get("message", {}).get("is_echo"))
    receiver.wait_for(lambda it: "delivery" in it["entry"][0]["messaging"][0])
    sandbox.control("messages", person=IMOGEN, number=PAGE, press={"payload": "BUY"})
    assert receiver.wait_for(lambda it: it["entry"][0]["messaging"][0].get("postback"))["payload"] == "BUY"
    receiver.stop()
