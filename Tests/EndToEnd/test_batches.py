"""Messages to many people at once: taken as a whole or not at all, sent once each whatever is killed, and followed to their end."""

import concurrent.futures
import json
import re

import pytest

from connected import NUMBER
from production import WORKPLACE
from workplace import Workplace

IMOGEN, ZOE, JOAO = "447700900417", "46700000917", "551155550123"


@pytest.fixture
def meta(tmp_path):
    meta = Workplace(tmp_path)
    try:
        meta.start()
        meta.open()
        meta.ask("list_message_templates")
        yield meta
    finally:
        meta.close()


def channel(meta) -> dict:
    return {"id": meta.channel, "handle": "whatsapp", "identifierValue": NUMBER}


def texts(count, people=(IMOGEN, ZOE, JOAO)) -> list:
    return [{"address": f"+{people[number % len(people)]}", "renderedBody": f"batch {number}"} for number in range(count)]


def order(name, thing) -> dict:
    return {"header": [{"type": "text", "text": "K-17"}], "body": [{"type": "text", "text": name}, {"type": "text", "text": thing}],
            "buttons": [{"type": "url", "index": 1, "suffix": "17"}]}


def start(meta, recipients, **more) -> str:
    taken = meta.ask("send_whatsapp_batch", channel=channel(meta), recipients=recipients, **more)
    assert (taken["status"], taken["acceptedCount"], taken["rejectedCount"]) == ("accepted", len(recipients), 0)
    return taken["externalChunkId"]


def state(meta, batch, **more) -> dict:
    return meta.ask("get_whatsapp_batch_status", channel=channel(meta), externalChunkId=batch, **more)


def arrived(meta) -> list:
    """The batch's texts on all phones."""
    return [message["text"] for message in json.loads(meta.sandbox_call("GET", f"/sandbox/messages?number={meta.number}").text)["data"]
            if message["direction"] == "from_business" and (message.get("text") or "").startswith("batch ")]


def test_killed_in_the_middle_each_message_leaves_once_or_is_said_to_be_unknown(meta):
    batch = start(meta, texts(90), batch_key="spring")
    meta.until(lambda: len(arrived(meta)) >= 10)
    meta.kill(meta.processes[0])
    before = len(arrived(meta))
    assert before < 90, "the process was killed too late to show anything"
    meta.start()
    meta.until(lambda: state(meta, batch)["stats"]["queued"] == 0)
    # What Meta took of those that were leaving is settled by its statuses; the rest stays unknown.
    meta.until(lambda: state(meta, batch)["stats"]["sent"] == 0)
    told = state(meta, batch)
    unknown = [message for message in told["messages"] if message["status"] == "unknown"]
    texts_arrived = arrived(meta)
    assert len(texts_arrived) == len(set(texts_arrived))
    assert len(texts_arrived) + len(unknown) >= 90 and len(unknown) < 90 - before
    assert told["stats"]["total"] == 90 and told["stats"]["failed"] == 0 and told["stats"]["recipients"] == 3
    assert told["complete"] is True and told["status"] == "done"
    # In order within each conversation.
    for person in (IMOGEN, ZOE, JOAO):
        own = [int(message["text"].split()[1]) for message in meta.phone(meta.number, person) if (message.get("text") or "").startswith("batch ")]
        assert own == sorted(own)
    # The same key once more is the same batch.
    assert start(meta, texts(90), batch_key="spring") == batch
    assert len(arrived(meta)) == len(texts_arrived)


def test_each_recipient_has_the_template_with_values_of_their_own(meta):
    people = [(IMOGEN, "Imogen", "kettle"), (ZOE, "Zoë", "kaffepanna 🫖")]
    batch = start(
        meta, [{"address": f"+{person}", "renderedBody": f"For {name}"} for person, name, _ in people],
        template={"name": "order_update", "language": "en_GB"}, variables=[order(name, thing) for _, name, thing in people])
    meta.until(lambda: state(meta, batch)["stats"]["queued"] == 0)
    for person, name, thing in people:
        assert f"Hi {name}, your {thing} is ready to collect." in [message.get("text") for message in meta.phone(meta.number, person)]
    assert "For Imogen" in meta.page("/conversations").text
    meta.until(lambda: state(meta, batch)["complete"])
    # In parts.
    first = state(meta, batch, limit=1)
    second = state(meta, batch, limit=1, offset=first["next_offset"])
    assert [part["messages"][0]["address"] for part in (first, second)] == [f"+{person}" for person, _, _ in people]
    assert second.get("next_offset") is None and state(meta, batch, offset=9)["messages"] == []


def test_one_key_is_one_batch_also_when_asked_twice_at_once(meta):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: meta.call(meta.port, "send_whatsapp_batch", {
            "channel": channel(meta), "recipients": texts(6), "batch_key": "once"}), range(4)))
    batches = {answer["externalChunkId"] for status, answer in answers if status == 200}
    assert len(batches) == 1 and all(status == 200 or answer["code"] == "CONFLICT" for status, answer in answers), answers
    meta.refused("send_whatsapp_batch", "CONFLICT", "batch_key", channel=channel(meta), recipients=texts(5), batch_key="once")
    meta.until(lambda: state(meta, batches.copy().pop())["complete"])
    assert sorted(arrived(meta)) == sorted(f"batch {number}" for number in range(6))


def test_nothing_is_sent_while_one_is_wrong(meta):
    def refuse(field, says, **batch):
        refused = meta.refused("send_whatsapp_batch", "INVALID_INPUT", says=says, **{"channel": channel(meta), "recipients": texts(2), **batch})
        assert field in json.dumps(refused), refused

    refuse("recipients[1].address", "country", recipients=[*texts(1), {"address": "07700 900417", "renderedBody": "x"}])
    refuse("recipients[1].message.content", "4096", recipients=[*texts(1), {"address": "+447700900417", "renderedBody": "x" * 4097}])
    refuse("recipients", "1000", recipients=texts(1001))
    refuse("recipients", "at least 1", recipients=[])
    refuse("schedule.at", "at that time", schedule={"at": "2039-01-01T00:00:00Z"})
    refuse("variables", "2", template={"name": "order_update", "language": "en_GB"}, variables=[order("a", "b")])
    refuse("variables", "template", variables=[order("a", "b"), order("a", "b")])
    meta.refused("send_whatsapp_batch", "NOT_FOUND", "channel.id", channel=channel(meta) | {"id": "chn_none"}, recipients=texts(1))
    meta.refused("get_whatsapp_batch_status", "NOT_FOUND", channel=channel(meta), externalChunkId="ins_none")
    assert arrived(meta) == [] and meta.rows("message_batch") == []


def test_people_who_cannot_be_reached_fail_with_their_reason_and_hold_nobody_up(meta):
    strangers = [{"address": f"+4477009{number:05}", "renderedBody": "batch x"} for number in range(150)]
    batch = start(meta, strangers + texts(3))
    meta.until(lambda: sorted(arrived(meta))[:3] == ["batch 0", "batch 1", "batch 2"])
    meta.until(lambda: state(meta, batch)["stats"]["queued"] == 0)
    meta.until(lambda: state(meta, batch)["complete"])
    told = state(meta, batch)
    assert told["stats"]["failed"] == 150 and told["stats"]["delivered"] + told["stats"]["read"] == 3
    assert all(message["errorMessage"] for message in told["messages"][:150])


def test_the_page_sends_to_a_list_and_shows_how_it_goes(meta):
    path = "/message-batches"
    assert "Nothing has been sent to many people yet" in meta.page(path).text
    meta.control("templates", review="approve")
    meta.ask("create_message_template", name="pickup", body="Dear {{1}}, your {{2}} is ready now.", examples=["Imogen", "kettle"])
    meta.until(lambda: (meta.row("message_template", name="pickup") or {}).get("status") == "APPROVED")
    template = meta.row("message_template", name="pickup")["template_id"]

    def fill(lines, template=template):
        return meta.submit(path, "start_whatsapp_batch", phone_number_id=meta.number, template_id=template, recipients=lines)

    wrong = fill("+447700900417; Imogen\n+46700000917; Zoë; kaffepanna")
    assert wrong.status == 422 and "recipients[0]" in wrong.text and "+46700000917; Zoë; kaffepanna" in wrong.text
    assert fill("+447700900417", meta.row("message_template", name="winter_sale")["template_id"]).status == 422
    sent = fill("+447700900417; Imogen; kettle\n+46 70 000 09 17\tZoë\tkaffepanna, blue")
    assert sent.status == 303, sent.text
    page = sent.headers["Location"].removeprefix(f"/app/{WORKPLACE}")
    meta.until(lambda: re.search(r"field-waiting[^>]*>(?:(?!</dd>).)*\b0\b", meta.page(page).text, re.S))
    assert "Dear Zoë, your kaffepanna, blue is ready now." in [message.get("text") for message in meta.phone(meta.number, ZOE)]
    meta.until(lambda: len(re.findall("Delivered|Read", meta.page(page).text)) >= 4)
    assert "+46700000917" in meta.page(page).text and "pickup (en_GB)" in meta.page(path).text
    assert meta.page("/message-batches/ins_none").status in (200, 404)
