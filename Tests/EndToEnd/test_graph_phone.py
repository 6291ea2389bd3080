"""The phone in a browser: every kind is seen, buttons and lists are pressed, files and reactions sent, on all three products."""

import base64

import pytest

from graph import IMOGEN, IMOGEN_PSID, INSTAGRAM, NUMBER, PAGE, WHATSAPP_SCOPES, Sandbox
from test_graph_clients import PICTURE


@pytest.fixture(scope="module")
def sandbox():
    sandbox = Sandbox()
    yield sandbox
    sandbox.stop()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not problems


def bubbles(page, kind):
    return page.locator(f"[data-testid=message][data-kind={kind}]")


def test_whatsapp(sandbox, page, screenshots):
    token = sandbox.login(WHATSAPP_SCOPES)

    def send(**what):
        sent = sandbox.call("POST", f"/v25.0/{NUMBER}/messages", token, {
            "messaging_product": "whatsapp", "to": IMOGEN, **what})
        assert "messages" in sent, sent

    page.goto(f"{sandbox.url}/phone/{IMOGEN}/{NUMBER}")
    send(type="interactive", interactive={
        "type": "button", "body": {"text": "When?"}, "action": {"buttons": [
            {"type": "reply", "reply": {"id": "fri", "title": "Friday"}},
            {"type": "reply", "reply": {"id": "sat", "title": "Saturday"}}]}})
    page.get_by_test_id("press").filter(has_text="Saturday").click()
    bubbles(page, "button_reply").filter(has_text="Saturday").wait_for()
    send(type="interactive", interactive={
        "type": "list", "body": {"text": "At what time?"}, "action": {"button": "See times", "sections": [
            {"rows": [{"id": "t1", "title": "10:00", "description": "Sam"}, {"id": "t2", "title": "11:00"}]}]}})
    page.get_by_test_id("list").click()
    page.get_by_test_id("press").filter(has_text="10:00").click()
    bubbles(page, "list_reply").filter(has_text="10:00").wait_for()
    page.set_input_files("[data-testid=file]", {"name": "lid.png", "mimeType": "image/png", "buffer": PICTURE})
    bubbles(page, "image").locator("img").wait_for()
    assert bubbles(page, "image").locator("img").evaluate("picture => picture.complete && picture.naturalWidth") == 1
    page.locator(".attach > summary").click()
    page.get_by_test_id("send-location").click()
    bubbles(page, "location").wait_for()
    send(type="template", template={"name": "hello_world", "language": {"code": "en_US"}})
    template = bubbles(page, "template")
    template.locator(".menu > summary").click()
    template.get_by_label("React with ❤️").click()
    template.get_by_test_id("reactions").wait_for()
    page.screenshot(path=screenshots / "phone-whatsapp.png")
    kinds = [message["type"] for message in sandbox.messages() if message["number"] == NUMBER]
    assert kinds[-8:] == [
        "interactive", "button_reply", "interactive", "list_reply", "image", "location", "template", "reaction"]


def test_messenger_and_instagram(sandbox, page, screenshots):
    token = sandbox.page_token()

    def send(to, **message):
        sent = sandbox.call("POST", "/v25.0/me/messages", token, {"recipient": {"id": to}, "message": message})
        assert "message_id" in sent, sent

    page.goto(f"{sandbox.url}/phone/{IMOGEN}/{PAGE}")
    page.get_by_test_id("compose").fill("Which colours are there?")
    page.get_by_test_id("send").click()
    bubbles(page, "text").filter(has_text="Which colours").wait_for()
    send(IMOGEN_PSID, attachment={"type": "template", "payload": {"template_type": "generic", "elements": [
        {"title": name, "subtitle": "1.7 l", "buttons": [{"type": "postback", "title": f"Buy {name}", "payload": name}]}
        for name in ("red", "green")]}})
    page.get_by_test_id("press").filter(has_text="Buy green").click()
    bubbles(page, "postback").wait_for()
    send(IMOGEN_PSID, text="Deliver it?", quick_replies=[
        {"content_type": "text", "title": title, "payload": title} for title in ("Yes", "No")])
    page.get_by_test_id("quick-replies").get_by_text("Yes").click()
    bubbles(page, "quick_reply").wait_for()
    assert page.get_by_test_id("quick-replies").count() == 0
    page.screenshot(path=screenshots / "phone-messenger.png")

    page.locator(".switcher summary").click()
    page.get_by_test_id(f"number-{INSTAGRAM}").click()
    page.get_by_test_id("compose").fill("Is the green one in stock?")
    page.get_by_test_id("send").click()
    mine = bubbles(page, "text").filter(has_text="Is the green one in stock?")
    mine.wait_for()
    mine.locator(".menu > summary").click()
    mine.get_by_test_id("delete").click()
    page.get_by_text("This message was taken back.").wait_for()
    page.screenshot(path=screenshots / "phone-instagram.png")


def test_a_sound_is_played_by_the_page(sandbox, page):
    voice = base64.b64encode(b"OggS" + bytes(100)).decode()
    sandbox.control("messages", person=IMOGEN, number=NUMBER, media={"kind": "audio", "data": voice, "voice": True})
    page.goto(f"{sandbox.url}/phone/{IMOGEN}/{NUMBER}")
    source = bubbles(page, "audio").locator("audio").get_attribute("src")
    answer = page.request.get(sandbox.url + source)
    assert answer.headers["content-type"] == "audio/ogg" and answer.body().startswith(b"OggS")
