"""Files, answers, reactions and templates from a conversation: in a browser with a script and without, and when a process dies."""

import http.client
import json
import os
import re
import sqlite3
import struct
import urllib.parse
import zlib

import pytest
from playwright.sync_api import expect

from connected import NUMBER, PERSON, ConnectedServers
from journey import add_number, connect, log_in
from postgres import PostgreSQL
from processes import free_port
from production import WORKPLACE, fields, sign_in

LIMIT = 20_000
LONG = "Überblick über die sehr lange Geschichte des blauen Kessels und seiner Freunde " * 2 + ".pdf"


def png(width=40, height=30, color=(180, 40, 60)) -> bytes:
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes(color) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def pdf(size=2000) -> bytes:
    return b"%PDF-1.4\n" + os.urandom(size)


def file(name, type, content):
    return {"name": name, "mimeType": type, "buffer": content}


# --- In a browser -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(chromium, stack):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(LIMIT)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    log_in(page, stack)
    connect(page, stack)
    add_number(page, stack, "Sales line")
    write(stack, "Hi, do you have the blue kettle?")
    page.goto(f"{stack.url}/app/{stack.workplace}/conversations")
    page.get_by_test_id("conversation").first.click()
    expect(page.locator("[data-testid=message][data-direction=in]")).to_contain_text("blue kettle")
    yield page
    context.close()


@pytest.fixture
def plain(chromium, page):
    """The same person without a script."""
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, storage_state=page.context.storage_state())
    context.set_default_timeout(LIMIT)
    plain = context.new_page()
    plain.goto(page.url.split("?")[0])
    yield plain
    context.close()


def control(stack, method, path, body=None):
    port = int(urllib.parse.urlsplit(stack.phone).port)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, json.dumps(body) if body else None, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        assert answer.status == 200, text
        return json.loads(text)
    finally:
        connection.close()


def number(stack) -> str:
    listed = control(stack, "GET", "/sandbox/numbers")["data"]
    return next(one for one in listed if "79460155" in json.dumps(one).replace(" ", ""))["id"]


def write(stack, text, **more):
    return control(stack, "POST", "/sandbox/messages", {"person": PERSON[1:], "number": number(stack), "text": text, **more})


def phone(stack) -> list:
    """What stands on the person's phone."""
    return control(stack, "GET", f"/sandbox/messages?person={PERSON[1:]}&number={number(stack)}")["data"]


def ours(page):
    return page.locator("[data-testid=message][data-direction=out]")


def settled(message):
    expect(message).to_have_attribute("data-status", re.compile("sent|delivered|read|played"), timeout=LIMIT)


def test_a_picture_goes_out_with_its_text(page, stack, screenshots):
    expect(page.locator(".composer-limits")).to_contain_text("Pictures up to 5 MB")
    page.get_by_test_id("attach").set_input_files(file("kettle.png", "image/png", png()))
    expect(page.get_by_test_id("composer-files")).to_contain_text("kettle.png")
    page.get_by_test_id("composer").fill("This one? <b>Blue</b>")
    page.screenshot(path=screenshots / "composer-file.png")
    page.get_by_test_id("send").click()
    settled(ours(page).last)
    expect(ours(page).last).to_contain_text("This one? <b>Blue</b>")
    picture = ours(page).last.get_by_test_id("message-image")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 40
    arrived = phone(stack)[-1]
    assert (arrived["type"], arrived["text"]) == ("image", "This one? <b>Blue</b>")
    assert arrived["content"]["mime_type"] == "image/png"
    expect(page.get_by_test_id("composer-files")).to_be_hidden()


def test_several_files_become_messages_in_their_order(page, stack):
    before = ours(page).count()
    page.get_by_test_id("attach").set_input_files([
        file("a.mp3", "audio/mpeg", b"ID3" + bytes(2000)), file(LONG, "application/pdf", pdf()), file("c.png", "image/png", png())])
    page.get_by_test_id("composer-files").get_by_test_id("remove-file").nth(2).click()
    expect(page.get_by_test_id("composer-files").locator("li")).to_have_count(2)
    page.get_by_test_id("composer").fill("Listen, then read")
    page.get_by_test_id("send").click()
    expect(ours(page)).to_have_count(before + 3)
    for index in range(3):
        settled(ours(page).nth(before + index))
    # A sound takes no text: it goes before.
    assert [(row["type"], row.get("text")) for row in phone(stack)[-3:]] == [
        ("text", "Listen, then read"), ("audio", None), ("document", None)]
    assert phone(stack)[-1]["content"]["filename"].endswith(".pdf")
    address = ours(page).last.get_by_test_id("message-link").get_attribute("href")
    answer = page.request.get(stack.url + address)
    assert answer.body().startswith(b"%PDF-1.4")
    assert answer.headers["content-disposition"].startswith("attachment;")


def test_what_is_too_large_is_named_and_not_kept(page, stack):
    before = ours(page).count()
    page.get_by_test_id("composer").fill("Look")
    page.get_by_test_id("attach").set_input_files(file("big.webp", "image/webp", b"RIFF0000WEBP" + bytes(600 * 1024)))
    page.get_by_test_id("send").click()
    expect(page.get_by_test_id("composer-error")).to_contain_text("big.webp has 600 KB; at most 500 KB are taken.")
    expect(page.get_by_test_id("composer")).to_have_value("Look")
    # What came is named; without it the text goes.
    page.get_by_test_id("composer-kept").get_by_role("checkbox").uncheck()
    page.get_by_test_id("attach").set_input_files(file("liar.png", "image/png", pdf()))
    page.get_by_test_id("send").click()
    expect(page.get_by_test_id("composer-error")).to_contain_text("liar.png must be one of image/jpeg, image/png")
    page.get_by_test_id("composer-kept").get_by_role("checkbox").uncheck()
    page.get_by_test_id("composer").fill("Never mind")
    page.get_by_test_id("send").click()
    expect(ours(page)).to_have_count(before + 1)


def test_a_message_is_answered(page, stack):
    write(stack, "Which size?")
    asked = page.locator("[data-testid=message]").filter(has_text="Which size?")
    asked.hover()
    asked.get_by_test_id("reply").click()
    expect(page.get_by_test_id("composer-reply")).to_contain_text("Which size?")
    page.get_by_test_id("composer-reply").locator("[data-cancel-reply]").click()
    expect(page.get_by_test_id("composer-reply")).to_have_count(0)
    asked.hover()
    asked.get_by_test_id("reply").click()
    expect(page.get_by_test_id("composer-reply")).to_contain_text("Which size?")
    page.get_by_test_id("composer").fill("Two litres")
    page.get_by_test_id("send").click()
    answer = page.locator("[data-testid=message][data-direction=out]").filter(has_text="Two litres")
    settled(answer)
    expect(answer.get_by_test_id("message-quote")).to_contain_text("Which size?")
    rows = phone(stack)
    assert rows[-1]["reply_to"] == next(row["id"] for row in rows if row.get("text") == "Which size?")
    expect(page.get_by_test_id("composer-reply")).to_have_count(0)


def test_a_reaction_is_put_on_a_message_and_taken_back(page, stack):
    write(stack, "Great, thanks")
    thanks = page.locator("[data-testid=message]").filter(has_text="Great, thanks")
    thanks.hover()
    thanks.get_by_test_id("react").click()
    thanks.get_by_role("button", name="Heart").click()
    expect(thanks.get_by_test_id("message-reactions")).to_contain_text("❤️")
    rows = phone(stack)
    target = next(row["id"] for row in rows if row.get("text") == "Great, thanks")
    assert {"message_id": target, "emoji": "❤️"} in [row.get("content") for row in rows]
    thanks.hover()
    thanks.get_by_test_id("react").click()
    thanks.get_by_role("button", name="Take back: Heart").click()
    expect(thanks.get_by_test_id("message-reactions")).to_have_count(0)


def test_a_template_is_filled_in_and_sent(page, stack, screenshots):
    page.get_by_test_id("composer").fill("A draft")
    page.get_by_test_id("templates").click()
    choice = page.get_by_test_id("template-choice")
    expect(choice.locator("option")).to_have_text([
        "Choose…", "hello_world (en_US)", "order_update (en_GB)", "order_update (sv)"])
    choice.select_option(label="order_update (en_GB)")
    form = page.get_by_test_id("form-template")
    inputs = form.locator(".form-fields .input")
    expect(inputs).to_have_count(4)
    for index, value in enumerate(["K-18", "Zoë & co", "<kettle>", "18"]):
        inputs.nth(index).fill(value)
    preview = page.get_by_test_id("template-preview")
    expect(preview).to_contain_text("Order K-18")
    expect(preview).to_contain_text("Hi Zoë & co, your <kettle> is ready to collect.")
    page.screenshot(path=screenshots / "composer-template.png")
    page.get_by_test_id("send-template").click()
    sent = page.locator("[data-testid=message][data-direction=out]").filter(has_text="your <kettle> is ready")
    settled(sent)
    arrived = phone(stack)[-1]
    assert arrived["content"][0]["template"] == "order_update"
    assert arrived["text"] == "Hi Zoë & co, your <kettle> is ready to collect."
    expect(page.get_by_test_id("composer")).to_have_value("A draft")
    page.get_by_test_id("composer").fill("")


def test_all_of_it_works_without_a_script(page, plain, stack, screenshots):
    plain.get_by_test_id("attach").set_input_files(file("without.png", "image/png", png()))
    plain.get_by_test_id("composer").fill("Without a script")
    plain.get_by_test_id("send").click()
    expect(plain.locator("[data-testid=message]").last).to_contain_text("Without a script")
    write(stack, "Even so?")
    expect(page.locator("[data-testid=message]").filter(has_text="Even so?")).to_be_visible(timeout=LIMIT)
    plain.reload()
    asked = plain.locator("[data-testid=message][data-direction=in]").filter(has_text="Even so?")
    asked.get_by_test_id("reply").click()
    expect(plain.get_by_test_id("composer-reply")).to_contain_text("Even so?")
    plain.screenshot(path=screenshots / "plain-reply.png", full_page=True)
    plain.get_by_test_id("composer").fill("Even so.")
    plain.get_by_test_id("send").click()
    answer = plain.locator("[data-testid=message]").filter(has_text="Even so.").last
    expect(answer.get_by_test_id("message-quote")).to_contain_text("Even so?")
    asked.get_by_test_id("react").click()
    asked.get_by_role("button", name="Thumbs up").click()
    expect(asked.get_by_test_id("message-reactions")).to_contain_text("👍")
    plain.get_by_test_id("templates").click()
    plain.get_by_test_id("template-choice").select_option(label="order_update (sv)")
    plain.get_by_test_id("choose-template").click()
    plain.locator(".form-fields .input").first.fill("K-19")
    plain.get_by_test_id("preview-template").click()
    expect(plain.get_by_test_id("template-preview")).to_contain_text("Order K-19\nHej {{1}}")
    plain.get_by_test_id("send-template").click()
    expect(plain.locator(".error").first).to_contain_text("must be filled in")
    for index, value in enumerate(["K-19", "Zoë", "panna"]):
        plain.locator(".form-fields .input").nth(index).fill(value)
    plain.screenshot(path=screenshots / "plain-template.png", full_page=True)
    plain.get_by_test_id("send-template").click()
    expect(plain.locator("[data-testid=message]").last).to_contain_text("Hej Zoë, din panna är klar att hämta.")


def test_a_closed_window_offers_templates_first(page, stack, screenshots):
    # The clock of the server is nobody's to move: the newest message is made a day older in its store.
    with sqlite3.connect(next(stack.folder.rglob("store.sqlite")), timeout=20) as database:
        database.execute("UPDATE ik_conversation SET last_inbound_at = last_inbound_at - 90000000000")
    page.reload()
    expect(page.get_by_test_id("window")).to_contain_text("Approved templates can still be sent")
    page.screenshot(path=screenshots / "composer-closed.png")
    page.get_by_test_id("templates").click()
    page.get_by_test_id("template-choice").select_option(label="hello_world (en_US)")
    page.get_by_test_id("send-template").click()
    settled(ours(page).last)
    expect(ours(page).last).to_contain_text("Welcome and congratulations!")
    write(stack, "Back again")
    expect(page.locator("[data-testid=message]").filter(has_text="Back again")).to_be_visible(timeout=LIMIT)
    expect(page.get_by_test_id("window")).to_contain_text("Free to reply until", timeout=LIMIT)


def test_no_file_runs_as_a_page(page, stack):
    page.get_by_test_id("attach").set_input_files(
        file("evil.html", "text/html", b"<script>document.title = 'owned'</script>"))
    page.get_by_test_id("send").click()
    expect(ours(page).last.get_by_test_id("message-link")).to_contain_text("evil.html")
    answer = page.request.get(stack.url + ours(page).last.get_by_test_id("message-link").get_attribute("href"))
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_its_screen(chromium, page, stack, screenshots, scheme, width):
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, storage_state=page.context.storage_state())
    visitor = context.new_page()
    visitor.goto(page.url.split("?")[0])
    visitor.get_by_test_id("attach").set_input_files([
        file(LONG, "application/pdf", pdf()), file("صورة الغلاية الزرقاء.png", "image/png", png())])
    visitor.screenshot(path=screenshots / f"composer-{scheme}-{width}.png")
    assert visitor.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    visitor.get_by_test_id("templates").click()
    visitor.get_by_test_id("template-choice").select_option(label="order_update (en_GB)")
    expect(visitor.get_by_test_id("form-template")).to_be_visible()
    visitor.screenshot(path=screenshots / f"template-{scheme}-{width}.png")
    assert visitor.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    context.close()


def test_nothing_was_thrown_in_the_browser(page):
    assert page.problems == []


# --- When a process dies, and between workplaces --------------------------------------------------------------------


@pytest.fixture(scope="module")
def postgres():
    with PostgreSQL() as server:
        yield server


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def post(tmp_path, request):
    database = None
    if request.param == "PostgreSQL":
        postgres = request.getfixturevalue("postgres")
        name = re.sub(r"\W", "_", request.node.name)
        database = postgres.url(postgres.database(name))
    server = ConnectedServers(tmp_path, database)
    try:
        server.start()
        server.open()
        yield server
    finally:
        server.close()


def conversation(server, cookie=None, workplace=WORKPLACE) -> str:
    def found():
        page = server.request("GET", f"/app/{workplace}/conversations", Cookie=cookie or server.cookie)
        return re.search(rf'href="(/app/{workplace}/conversations/(?!new)[^"?]+)"', page.text)
    # What the person has written comes by webhook.
    server.until(found)
    return found()[1]


def submit(server, path, form, files, port=None, cookie=None, csrf=None):
    """Sends the composer as a browser without a script does."""
    cookie = cookie or server.cookie
    page = server.request("GET", path, Cookie=cookie)
    sent = [pair for pair in fields(page.text, "send") if pair[0].startswith("_")]
    if csrf is not None:
        sent = [(name, csrf if name == "_csrf" else value) for name, value in sent]
    body = b""
    for name, value in sent + form:
        body += f'--b0\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    for name, type, content in files:
        body += (f'--b0\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
                 f"Content-Type: {type}\r\n\r\n").encode() + content + b"\r\n"
    body += b"--b0--\r\n"
    connection = http.client.HTTPConnection("127.0.0.1", port or server.port, timeout=60)
    try:
        connection.request("POST", path, body, {
            "Host": server.host, "Cookie": cookie, "Origin": server.public, "Accept": "text/html",
            "Content-Type": "multipart/form-data; boundary=b0"})
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        return answer
    finally:
        connection.close()


def download(server, path, port=None, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port or server.port, timeout=60)
    try:
        connection.request("GET", path, headers={"Host": server.host, "Cookie": server.cookie, **headers})
        answer = connection.getresponse()
        answer.content = answer.read()
        return answer
    finally:
        connection.close()


def test_killed_while_a_file_is_handed_over_the_message_is_sent_by_another_process_once(post):
    content = pdf(3_000_000)
    path = conversation(post)
    post.line.upload = "hold"
    answer = submit(post, path, [("text", "The plan")], [("plan.pdf", "application/pdf", content)])
    assert answer.status == 303, answer.text
    # One behind it, in the same conversation.
    assert submit(post, path, [("text", "")], [("kettle.png", "image/png", png())]).status == 303
    post.line.wait_for_upload(1)
    post.kill(post.processes[0])
    post.line.upload = "pass"
    post.start()
    post.until(lambda: [row["type"] for row in post.messages()][-2:] == ["document", "image"], seconds=90)
    post.line.let_go()
    rows = [row for row in post.messages() if row["type"] in ("document", "image")]
    assert [(row["type"], row.get("text")) for row in rows] == [("document", "The plan"), ("image", None)]
    assert rows[0]["content"]["filename"] == "plan.pdf"
    # It is kept, whichever process one asks, and players may ask for a part.
    file = re.search(rf'href="({re.escape(path)}/files/[^"]+)"', post.request("GET", path, Cookie=post.cookie).text)[1]
    other = free_port()
    if "postgres" in post.database:
        post.start(other)
    port = other if "postgres" in post.database else None
    whole = download(post, file, port)
    assert whole.content == content and whole.headers["ETag"]
    part = download(post, file, port, Range="bytes=1000000-1000009")
    assert (part.status, part.content) == (206, content[1_000_000:1_000_010])


def test_cut_off_while_the_message_leaves_it_is_unknown_and_not_sent_again(post):
    path = conversation(post)
    post.line.mode = "hold"
    assert submit(post, path, [("text", "")], [("kettle.png", "image/png", png())]).status == 303
    post.line.wait_for(1)
    post.kill(post.processes[0])
    post.line.mode = "pass"
    post.line.let_go()
    post.start()
    post.until(lambda: 'data-status="unknown"' in post.request("GET", path, Cookie=post.cookie).text, seconds=90)
    assert len(post.line.messages) == 1


def test_a_file_that_meta_refuses_says_why_and_is_tried_again(post):
    path = conversation(post)
    post.line.upload = {"status": 400, "body": {"error": {
        "message": "(#100) Param file must be a file with one of the following types", "type": "OAuthException", "code": 100,
        "fbtrace_id": "A1"}}}
    assert submit(post, path, [("text", "x")], [("kettle.png", "image/png", png())]).status == 303
    page = lambda: post.request("GET", path, Cookie=post.cookie).text
    post.until(lambda: 'data-status="failed"' in page())
    assert "Not sent." in page() and 'data-testid="send-again"' in page()
    post.line.upload = "pass"
    message = re.search(r'name="message" value="([^"]+)" data-testid="send-again"', page())[1]
    form = re.search(r'<form id="again".*?</form>', page(), re.S)[0]
    sent = re.findall(r'name="(_\w+)" value="([^"]*)"', form) + [("message", message)]
    assert post.request("POST", f"{path}/again", sent, Cookie=post.cookie, Origin=post.public).status == 303
    post.until(lambda: [row["type"] for row in post.messages()][-1] == "image")
    assert len([row for row in post.messages() if row["type"] == "image"]) == 1


def test_files_of_another_workplace_lead_nowhere(post):
    path = conversation(post)
    assert submit(post, path, [("text", "")], [("kettle.png", "image/png", png())]).status == 303
    page = post.request("GET", path, Cookie=post.cookie).text
    file = re.search(rf'src="({re.escape(path)}/files/[^"]+)"', page)[1]
    assert post.command("workplace", "add", "other").returncode == 0
    stranger = sign_in(post, "other")
    assert post.request("GET", file, Cookie=stranger).status == 404
    assert post.request("GET", file.replace(WORKPLACE, "other"), Cookie=stranger).status == 404
    assert post.request("GET", "/files/AAAA.BBBB/kettle.png").status == 404
    # A form with another browser's token keeps nothing.
    answer = submit(post, path, [("text", "")], [("kettle.png", "image/png", png())], csrf="forged")
    assert answer.status == 403
