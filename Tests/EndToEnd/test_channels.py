"""Numbers and pages that come and go: what stays, what is refused, what waits, and what another workplace keeps."""

import html
import json
import re
import threading

import pytest

from connected import NUMBER, PERSON
from graph import IMOGEN, PAGE
from postgres import PostgreSQL
from production import WORKPLACE, connect, sign_in
from workplace import Workplace

UNSUBSCRIBE = f"DELETE /v25.0/{PAGE}/subscribed_apps"


@pytest.fixture(params=["sqlite", "postgres"])
def meta(request, tmp_path):
    """A connected workplace with a number, on each kind of store."""
    if request.param == "sqlite":
        yield from opened(Workplace(tmp_path))
        return
    with PostgreSQL() as postgres:
        yield from opened(Workplace(tmp_path, postgres.url(postgres.database("meta"))))


def opened(meta):
    try:
        meta.start()
        meta.open()
        yield meta
    finally:
        meta.close()


def write(meta, text: str, number: str = None):
    """A person writes to the number or the page."""
    meta.sandbox_call("POST", "/sandbox/messages", {"person": IMOGEN, "number": number or meta.number, "text": text})


def said(meta, workplace: str = WORKPLACE, cookie: str = None) -> str:
    """All that stands in a workplace's conversations."""
    def get(path):
        return meta.request("GET", path, Cookie=cookie or meta.cookie).text

    paths = re.findall(r'href="(/app/[^"/]+/conversations/cnv_[^"]+)"', get(f"/app/{workplace}/conversations"))
    return html.unescape("\n".join(get(path) for path in paths))


def test_a_removed_number_keeps_its_conversations_and_goes_on_when_it_is_added_again(meta):
    channel = meta.channel
    meta.until(lambda: "hello" in said(meta))
    meta.ask("remove_whatsapp_number", phone_number_id=meta.number)
    shown = said(meta)
    assert "hello" in shown and "The number was removed from this workplace" in shown and 'data-testid="composer"' not in shown
    assert "Closed channels" in meta.conversations()
    status, answer = meta.send("while closed")
    assert (status, answer["code"]) == (409, "CHANNEL_CLOSED") and "removed from this workplace" in answer["message"]
    write(meta, "are you still there?")
    meta.until(lambda: "unrouted" in meta.command("inbox", "list", "--state", "unrouted").stdout)
    assert "are you still there?" not in said(meta)

    meta.kill(meta.processes[0])
    meta.start()
    meta.ask("add_whatsapp_number", phone_number_id=meta.number, name="Another name")
    registered = meta.ask("fetch_registered_wa_business_numbers")["items"]
    assert [item["channel_id"] for item in registered if item["id"] == meta.number] == [channel], "it is the same channel"
    meta.until(lambda: "are you still there?" in said(meta))
    assert "Closed channels" not in meta.conversations()
    # The key of the refused call was not used up.
    assert meta.send("while closed")[1]["status"] == "sent"
    meta.until(lambda: meta.arrived("while closed") == 1)


def test_messages_that_wait_when_their_number_is_removed_fail_with_the_reason(meta):
    meta.line.mode = {"status": 400, "body": {"error": {"code": 130429, "message": "slower"}}}
    channel = {"id": meta.channel, "handle": "whatsapp", "identifierValue": NUMBER}
    batch = meta.ask(
        "send_whatsapp_batch", channel=channel, recipients=[{"address": PERSON, "renderedBody": "wait for me"}], batch_key="b")
    meta.line.wait_for(1)
    meta.ask("remove_whatsapp_number", phone_number_id=meta.number)
    meta.line.mode = "pass"

    def fate() -> str:
        return json.dumps(meta.ask("get_whatsapp_batch_status", channel=channel, externalChunkId=batch["externalChunkId"]))

    meta.until(lambda: "removed from this workplace" in fate())
    assert meta.arrived("wait for me") == 0
    listed = meta.command("outbox", "list", "--state", "failed")
    assert "is closed" in listed.stdout, listed.stdout + listed.stderr


def test_two_workplaces_with_one_number_and_one_page_keep_theirs_when_the_other_lets_go(meta):
    assert meta.command("workplace", "add", "south").returncode == 0
    cookie = sign_in(meta, "south")
    connect(meta, "south", cookie)
    token = meta.command("token", "create", "--workplace", "south").stdout.split()[-1]

    def south(tool, **arguments):
        status, answer = meta.call(meta.port, tool, arguments, workplace="south", token=token)
        assert status == 200, (tool, answer)
        return answer

    def north_says(text) -> bool:
        return text in said(meta)

    def south_says(text) -> bool:
        return text in said(meta, "south", cookie)

    south("add_whatsapp_number", phone_number_id=meta.number)
    south("add_facebook_page", page_id=PAGE)
    meta.ask("add_facebook_page", page_id=PAGE)
    for text, number in (("to both", meta.number), ("to both pages", PAGE)):
        write(meta, text, number)
        meta.until(lambda: north_says(text) and south_says(text))
    registered = south("fetch_registered_wa_business_numbers")["items"]
    channel = next(item["channel_id"] for item in registered if item.get("channel_id"))
    assert channel != meta.channel
    sent = south(
        "send_whatsapp", channel={"id": channel, "handle": "whatsapp", "identifierValue": NUMBER},
        recipient={"address": PERSON}, message={"id": "s1", "content": "from the south"})
    assert sent["status"] == "sent" and south_says("from the south") and not north_says("from the south")
    refused = meta.call(meta.port, "send_whatsapp", {
        "channel": {"id": meta.channel, "handle": "whatsapp", "identifierValue": NUMBER}, "recipient": {"address": PERSON},
        "message": {"id": "s2", "content": "by another's channel"}}, workplace="south", token=token)
    assert refused[0] == 422 and refused[1]["field"] == "channel.id"

    south("remove_whatsapp_number", phone_number_id=meta.number)
    south("remove_facebook_page", page_id=PAGE)
    for text, number in (("north only", meta.number), ("north's page only", PAGE)):
        write(meta, text, number)
        meta.until(lambda: north_says(text))
        assert not south_says(text)
    assert meta.send("north answers")[1]["status"] == "sent"
    assert south_says("to both") and south_says("The page was removed from this workplace")

    # A process that dies when Meta has ended the webhooks and nothing is written down leaves a page that can be removed.
    meta.line.late = {UNSUBSCRIBE}
    heard = len(meta.line.messages)
    removing = threading.Thread(target=meta.call, args=(meta.port, "remove_facebook_page", {"page_id": PAGE}))
    removing.start()
    meta.line.wait_for(heard + 1)
    meta.kill(meta.processes[0])
    removing.join()
    meta.line.late = set()
    meta.line.let_go()
    meta.start()
    assert meta.row("facebook_page", page_id=PAGE) and not north_says("The page was removed")
    meta.ask("remove_facebook_page", page_id=PAGE)
    assert meta.rows("facebook_page") == [] and north_says("The page was removed from this workplace")
    write(meta, "to nobody", PAGE)
    told = json.loads(meta.sandbox_call("GET", "/sandbox/deliveries").text)["data"]
    assert [one["state"] for one in told if "to nobody" in json.dumps(one)] == ["dropped"], "Meta has ended the page's webhooks"
