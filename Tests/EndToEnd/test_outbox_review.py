"""What operators do about messages that nothing else settles, by command, API and page."""

import json

import pytest
from prometheus_client.parser import text_string_to_metric_families

from connected import NUMBER, PERSON, ConnectedServers
from production import WORKPLACE
from test_operations import request

LONG = "Sehr geehrte Frau Müller-Lüdenscheidt, 👩‍👩‍👧 " + "Donaudampfschifffahrtsgesellschaft" * 40 + " <b>fett</b>"


class Desk(ConnectedServers):
    """One server on a file whose line to Meta breaks off, and two operators' tokens."""

    def open(self):
        super().open()
        self.operator = self.run("operator", "create", "ines").strip()
        self.scraper = self.run("operator", "create", "scraper", "--metrics-only").strip()
        self.line.let_go()

    def run(self, *arguments, status=0):
        result = self.command(*arguments)
        assert result.returncode == status, result.stdout + result.stderr
        return result.stdout if status == 0 else result.stderr

    def api(self, path, body=None, token=None):
        data = None if body is None else json.dumps(body).encode()
        status, _, text = request(self.public + "/admin/api/outbox" + path, token or self.operator, data)
        return status, json.loads(text)

    def listed(self, state):
        return [item["id"] for item in self.api(f"?state={state}")[1]["items"]]

    def lose(self, key: str, text: str = None) -> str:
        """Sends a message whose connection breaks before Meta has it. Its id."""
        self.line.mode = "hold"
        status, answer = self.call(self.port, "send_whatsapp", {
            "channel": {"id": self.channel, "handle": "whatsapp", "identifierValue": NUMBER},
            "recipient": {"address": PERSON}, "message": {"id": key, "content": text or key}})
        self.line.mode = "pass"
        assert answer["code"] == "UNKNOWN_OUTCOME", (status, answer)
        return self.listed("unknown")[0]

    def metric(self, name, **labels):
        text = request(self.public + "/metrics", self.scraper)[2]
        return next(
            sample.value for family in text_string_to_metric_families(text) for sample in family.samples
            if sample.name == name and sample.labels == labels)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    server = Desk(tmp_path_factory.mktemp("outbox"))
    try:
        server.start()
        server.open()
        yield server
    finally:
        server.close()


@pytest.fixture
def page(desk, chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(desk.public + "/admin/login")
    page.get_by_label("Token").fill(desk.operator)
    page.get_by_test_id("operator-sign-in").click()
    page.wait_for_url("**/admin")
    yield page
    assert errors == []
    context.close()


def test_an_empty_outbox_says_so(desk, page, screenshots):
    page.get_by_test_id("nav-outbox").click()
    assert "The outbox is empty" in page.get_by_test_id("empty").inner_text()
    page.get_by_label("State").select_option("unknown")
    page.get_by_test_id("filter").click()
    assert "No unknown outcomes" in page.get_by_test_id("empty").inner_text()
    page.screenshot(path=screenshots / "outbox-empty.png", full_page=True)
    assert "nothing of this kind" in desk.command("outbox", "list").stderr.lower()


def test_unknown_outcomes_by_command(desk):
    first, second = desk.lose("by command 1"), desk.lose("by command 2")
    lines = desk.run("outbox", "list", "--state", "unknown").splitlines()
    assert [line.split("\t")[:2] for line in lines] == [[second, "unknown"], [first, "unknown"]]
    assert desk.run("outbox", "list", "--older-than", "1h") == ""
    assert len(desk.run("outbox", "list", "--tool", "send_whatsapp", "--newer-than", "1h").splitlines()) == 2

    shown = desk.run("outbox", "show", first)
    assert "by command 1" not in shown and PERSON[1:] not in shown
    assert json.loads(shown)["status"] == "unknown"
    assert "by command 1" in desk.run("outbox", "show", first, "--reveal")

    # Found not to have been sent: then it may be sent again, and is.
    assert "1 of 1 are no failed messages" in desk.run("outbox", "resend", first, status=1)
    assert desk.run("outbox", "mark-not-sent", first) == "1 message marked as not sent.\n"
    assert desk.run("outbox", "resend", first).startswith("1 message will be sent again")
    desk.until(lambda: desk.arrived("by command 1") == 1)
    assert desk.run("outbox", "mark-sent", second) == "1 message marked as sent.\n"
    assert "no longer there" in desk.run("outbox", "show", second, status=1)
    assert desk.arrived("by command 2") == 0
    # Its caller learns what was found.
    assert desk.send("by command 2")[1]["status"] == "sent"

    log = [line.split("\t")[1:] for line in desk.run("audit").splitlines()]
    actor = log[0][0]
    assert actor.startswith("cli ")
    for entry in (["reveal", first, "content shown"], ["mark-not-sent", first, "1 message"], ["resend", first, "1 message"],
                  ["mark-sent", second, "1 message"]):
        assert [actor, *entry] in log


def test_unknown_outcomes_by_api(desk):
    first, second = desk.lose("by api 1"), desk.lose("by api 2")
    for path in ("", f"/{first}", "/resend"):
        body = {"ids": [first]} if path == "/resend" else None
        assert desk.api(path, body, token=desk.scraper)[0] == 403
        assert desk.api(path, body, token=desk.token)[0] == 401
    status, look = desk.api(f"/{first}")
    assert status == 200 and look["state"] == "unknown" and look["content"]["message"]["content"] == "‹8 characters›"
    assert desk.api(f"/{first}?reveal=true")[1]["content"]["message"]["content"] == "by api 1"
    assert desk.api("/msg_nothing")[0] == 404
    assert desk.api("?state=lost")[0] == 422
    assert desk.api("/resend", {})[0] == 422
    assert desk.api("/resend", {"all": {"webhook": "receive_whatsapp"}})[0] == 422
    assert desk.api("/resend", {"ids": [first]}) == (200, {"count": 0})
    desk.until(lambda: desk.metric("integration_queue_depth", queue="messages_unknown") == 2)
    assert desk.metric("integration_queue_age_seconds", queue="messages_unknown") > 0
    assert desk.api("/mark-not-sent", {"ids": [first, "msg_nothing"]}) == (200, {"count": 1})
    assert desk.api("/mark-not-sent", {"all": {"newer_than": "1h"}}) == (200, {"count": 1})
    assert desk.listed("failed") == [second, first]
    assert desk.api("/resend", {"all": {"tool": "send_whatsapp"}}) == (200, {"count": 2})
    desk.until(lambda: desk.arrived("by api 1") == desk.arrived("by api 2") == 1)
    entries = json.loads(request(desk.public + "/admin/api/audit", desk.operator)[2])["items"]
    assert {("operator ines", "mark-not-sent", "all messages, since"), ("operator ines", "resend", "all messages, by")} <= {
        (entry["actor"], entry["action"], " ".join(entry["subject"].split()[:3])) for entry in entries}


def test_unknown_outcomes_on_the_page(desk, page, screenshots):
    message = desk.lose("on the page", LONG)
    page.goto(desk.public + "/admin/outbox")
    row = page.get_by_test_id("review-row")
    assert row.count() == 1 and "unknown" in row.inner_text() and WORKPLACE in row.inner_text()
    page.get_by_label("State").select_option("unknown")
    page.get_by_test_id("filter").click()
    page.screenshot(path=screenshots / "outbox-unknown.png", full_page=True)
    row.get_by_role("link").click()
    assert "Donau" not in page.content()
    page.get_by_test_id("reveal").click()
    assert "<b>fett</b>" in page.get_by_test_id("content").inner_text()
    page.screenshot(path=screenshots / "outbox-message.png", full_page=True)
    page.get_by_test_id("mark-not-sent").click()
    page.screenshot(path=screenshots / "outbox-question.png", full_page=True)
    page.get_by_test_id("confirm").click()
    assert "1 message marked as not sent" in page.get_by_test_id("flash").inner_text()
    page.goto(desk.public + "/admin/outbox?state=failed")
    page.get_by_test_id("resend-selected").click()
    assert "Nothing was selected" in page.get_by_test_id("flash").inner_text()
    page.get_by_role("checkbox").check()
    page.get_by_test_id("resend-selected").click()
    assert "1 message will be sent again" in page.get_by_test_id("flash").inner_text()
    desk.until(lambda: desk.arrived(LONG) == 1)
    page.get_by_test_id("nav-audit").click()
    assert message in page.get_by_test_id("audit-row").first.inner_text()


def test_many_messages_come_in_parts_and_fit_a_phone(desk, page, screenshots):
    messages = [desk.lose(f"one of many {number}", LONG) for number in range(52)]
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(desk.public + "/admin/outbox?state=unknown")
    assert page.get_by_test_id("review-row").count() == 50
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.screenshot(path=screenshots / "outbox-phone.png")
    page.get_by_role("link", name="Older").click()
    assert page.get_by_test_id("review-row").count() == 2
    page.get_by_test_id("review-row").last.get_by_role("link").click()
    assert messages[0] in page.get_by_test_id("page-title").inner_text()
    page.get_by_test_id("reveal").click()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.screenshot(path=screenshots / "outbox-message-phone.png", full_page=True)
    page.goto(desk.public + "/admin/outbox?state=unknown")
    page.get_by_test_id("mark-not-sent-all").click()
    page.get_by_test_id("confirm").click()
    assert "52 messages marked as not sent" in page.get_by_test_id("flash").inner_text()
    page.goto(desk.public + "/admin/outbox?state=failed")
    page.get_by_test_id("discard-all").click()
    page.get_by_test_id("confirm").click()
    assert "52 messages discarded" in page.get_by_test_id("flash").inner_text()
    assert desk.listed("failed") == []
    page.goto(desk.public + "/admin")
    assert page.get_by_test_id("tile-unsettled").is_visible()
    page.screenshot(path=screenshots / "operators-overview-phone.png", full_page=True)


def test_a_form_of_another_site_does_nothing(desk, page):
    message = desk.lose("forged")
    answer = page.request.post(
        desk.public + "/admin/outbox",
        form={"_do": "mark-sent these", "id": message, "_confirmed": "1", "_csrf": "guessed"})
    assert answer.status == 403
    assert desk.listed("unknown") == [message]


def test_the_log_is_json_with_ids_and_without_what_people_wrote(desk):
    """Runs last: of everything that was done above."""
    sandbox = {"person": PERSON[1:], "number": desk.number, "text": "a secret of Imogen's"}
    desk.sandbox_call("POST", "/sandbox/messages", sandbox)
    desk.until(lambda: "a secret of Imogen's" in [row["text"] for row in desk.messages()])
    status, _, text = request(f"{desk.public}/api/{WORKPLACE}/tools/send_whatsapp", desk.token, b'{"channel": 1}')
    assert status == 400 or status == 422, text
    lines = [json.loads(line) for line in desk.processes[0].lines]
    assert all({"time", "level", "message"} <= line.keys() for line in lines)
    by_id = {name: [line for line in lines if name in line] for name in ("installation", "tool", "invocation", "operator")}
    assert all(by_id.values()), {name: len(found) for name, found in by_id.items()}
    everything = "\n".join(desk.processes[0].lines)
    for secret in (PERSON[1:], "secret of Imogen", "Donaudampf", desk.token, desk.operator, "one of many 7"):
        assert secret not in everything, secret
