"""What operators do: metrics, the inbox and its dead letters, the audit log, by command, API and page."""

import json
import time
import urllib.error
import urllib.request

import pytest
from prometheus_client.parser import text_string_to_metric_families

from processes import APP_SECRET
from webhooks import sign


def request(url, token=None, body=None, headers=()):
    """The status, the headers and the body of the answer."""
    asked = urllib.request.Request(url, data=body, headers=dict(headers))
    if token:
        asked.add_header("Authorization", f"Bearer {token}")
    if body is not None and "Content-type" not in asked.headers:
        asked.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def signed(body: bytes, secret: str = APP_SECRET) -> dict:
    return {"X-Hub-Signature-256": sign(body, secret)}


class Operations:
    """A running server with two operators' tokens."""

    def __init__(self, stack):
        self.stack = stack
        self.token = self.command("operator", "create", "ana").stdout.strip()
        self.metrics_token = self.command("operator", "create", "prometheus", "--metrics-only").stdout.strip()
        path = self.command("webhooks").stdout.split("/api/webhooks/")[1].split()[0]
        self.webhook = f"{stack.url}/api/webhooks/{path}"

    def command(self, *arguments, status=0):
        result = self.stack.command(*arguments, "--data", self.stack.folder)
        assert result.returncode == status, result.stdout + result.stderr
        return result

    def api(self, path, body=None, token=None):
        data = None if body is None else json.dumps(body).encode()
        status, _, text = request(self.stack.url + "/admin/api" + path, token or self.token, data)
        return status, json.loads(text)

    def deliver(self, body: bytes, secret: str = APP_SECRET):
        return request(self.webhook, body=body, headers=signed(body, secret))[0]

    def metrics(self):
        """Each sample by its name and its labels."""
        status, headers, text = request(self.stack.url + "/metrics", self.metrics_token)
        assert status == 200 and headers["Content-Type"].startswith("text/plain; version=0.0.4")
        families = list(text_string_to_metric_families(text))
        assert all(family.documentation and family.type != "unknown" for family in families)
        return {
            (sample.name, tuple(sorted(sample.labels.items()))): sample.value
            for family in families for sample in family.samples
        }

    def until(self, what, condition, seconds=30):
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, f"{what}:\n{self.stack.meta.output}"
            time.sleep(0.1)

    def dead_letter(self, text="secret of Ada"):
        """Has a delivery come that cannot be taken apart. Its id."""
        known = {item["id"] for item in self.dead()}
        assert self.deliver(json.dumps({"object": "whatsapp_business_account", "entry": text}).encode()) == 200
        self.until("a dead letter", lambda: {item["id"] for item in self.dead()} - known)
        return ({item["id"] for item in self.dead()} - known).pop()

    def dead(self):
        return self.api("/inbox?subject=deliveries&state=dead")[1]["items"]


@pytest.fixture(scope="module")
def operations(stack):
    return Operations(stack)


def test_the_metrics_are_what_prometheus_reads(operations):
    before = operations.metrics()
    assert operations.deliver(b'{"object": "whatsapp_business_account", "entry": []}') == 200
    assert operations.deliver(b"{}", secret="another") == 403
    after = operations.metrics()

    def more(name, **labels):
        key = (name, tuple(sorted(labels.items())))
        return after[key] - before.get(key, 0)

    assert more("integration_deliveries_stored_total") == 1
    assert more("integration_bad_signatures_total") == 1
    assert more("integration_webhook_acceptance_seconds_count", webhook="receive_whatsapp", outcome="stored") == 1
    assert more("integration_webhook_acceptance_seconds_count", webhook="receive_whatsapp", outcome="refused") == 1
    assert more("integration_http_request_seconds_count", method="POST", route="/api/webhooks/{registration}", status="200") == 1
    assert more("integration_store_seconds_count", operation="write", outcome="ok") >= 1
    assert after[("process_resident_memory_bytes", ())] > 1 << 20
    assert time.time() - 3600 < after[("process_start_time_seconds", ())] < time.time()
    # The provider was asked at start, and no address has an id or a secret in it.
    endpoints = {dict(labels)["endpoint"] for name, labels in after if name == "integration_provider_request_seconds_count"}
    assert "POST /v25.0/{id}/subscriptions" in endpoints, endpoints
    # Steps add up to the whole.
    for (name, labels), value in after.items():
        if name.endswith("_bucket") and dict(labels)["le"] == "+Inf":
            rest = tuple(label for label in labels if label[0] != "le")
            assert value == after[(name.removesuffix("_bucket") + "_count", rest)]


def test_only_operators_come_in(operations):
    url = operations.stack.url
    workplace = operations.command("token", "create").stdout.strip()
    for path in ("/metrics", "/admin/api/inbox", "/admin/api/audit"):
        for token in (None, workplace, operations.token + "x", "iko_" + "A" * 43):
            assert request(url + path, token)[0] == 401, (path, token)
    assert request(url + "/admin/api/inbox", operations.metrics_token)[0] == 403
    assert request(url + "/api/my-test-clinic/tools", operations.token)[0] == 401
    # A browser is led to the form and sees nothing.
    assert "operator create" in request(url + "/admin/inbox")[2]
    # Who keeps guessing is told to wait; who has a token is not kept out by that.
    statuses = {request(url + "/metrics", f"iko_{number:043d}")[0] for number in range(40)}
    assert statuses == {401, 429}
    assert request(url + "/metrics", operations.metrics_token)[0] == 200


def test_dead_letters_by_command(operations):
    letter = operations.dead_letter()
    lines = operations.command("dead-letters", "list", "--deliveries").stdout.splitlines()
    assert any(line.startswith(f"{letter}\tdead\t") for line in lines), lines
    assert letter in operations.command("inbox", "list", "--deliveries", "--state", "dead", "--newer-than", "1h").stdout
    assert letter not in operations.command("inbox", "list", "--deliveries", "--older-than", "1h").stdout

    shown = operations.command("inbox", "show", letter).stdout
    assert "Ada" not in shown and json.loads(shown)["failures"][0]["attempt"] == 1
    assert "secret of Ada" in operations.command("inbox", "show", letter, "--reveal").stdout

    replayed = operations.command("dead-letters", "replay", letter).stdout
    assert replayed.startswith("1 dead letter will be tried again")
    operations.until(
        "it is a dead letter once more",
        lambda: len(json.loads(operations.command("inbox", "show", letter).stdout)["failures"]) == 2)
    assert operations.command("dead-letters", "discard", "--all", "--deliveries").stdout.startswith("1 dead letter discarded")
    assert operations.dead() == []
    assert "no dead letters" in operations.command("dead-letters", "replay", letter, status=1).stderr

    log = [line.split("\t")[1:] for line in operations.command("audit").stdout.splitlines()]
    actor = log[0][0]
    assert actor.startswith("cli ")
    assert [actor, "discard", "all deliveries", "1 dead letter"] in log
    assert [actor, "replay", letter, "1 dead letter"] in log
    assert [actor, "reveal", letter, "content shown"] in log
    assert [actor, "operator create", "ana", "done"] in log


def test_dead_letters_by_api(operations):
    first, second = operations.dead_letter("one"), operations.dead_letter("two")
    status, look = operations.api(f"/inbox/{first}")
    assert status == 200 and look["state"] == "dead" and look["content"]["entry"] == "‹3 characters›"
    assert operations.api(f"/inbox/{first}?reveal=true")[1]["content"]["entry"] == "one"
    assert operations.api("/inbox/evt_nothing")[0] == 404
    assert operations.api("/inbox?state=lost")[0] == 422
    assert operations.api("/dead-letters/discard", {})[0] == 422
    assert operations.api("/dead-letters/discard", {"all": {"colour": "red"}})[0] == 422
    assert operations.api("/dead-letters/discard", {"ids": [first]}) == (200, {"count": 1})
    everything = {"all": {"subject": "deliveries", "webhook": "receive_whatsapp", "newer_than": "1h"}}
    assert operations.api("/dead-letters/replay", everything) == (200, {"count": 1})
    operations.until("it is dead again", lambda: [item["id"] for item in operations.dead()] == [second])
    entries = operations.api("/audit")[1]["items"]
    assert {"operator ana"} == {entry["actor"] for entry in entries if entry["subject"] == first}
    assert operations.api("/dead-letters/discard", {"ids": [second]}) == (200, {"count": 1})


@pytest.fixture
def page(operations, chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(operations.stack.url + "/admin")
    assert page.url.endswith("/admin/login")
    page.get_by_label("Token").fill(operations.token)
    page.get_by_test_id("operator-sign-in").click()
    page.wait_for_url("**/admin")
    yield page
    assert errors == []
    context.close()


def test_the_page_draws_what_goes_on_and_draws_it_again(operations, page, screenshots):
    assert page.get_by_test_id("chart-webhooks").locator("svg").count() == 1
    page.screenshot(path=screenshots / "operators-overview.png", full_page=True)
    assert operations.deliver(b'{"object": "whatsapp_business_account", "entry": []}') == 200
    page.evaluate("window.isTheSamePage = true")
    tile = page.get_by_test_id("tile-webhooks").locator(".tile-value")
    before = tile.inner_text()
    operations.until("the picture changes", lambda: page.get_by_test_id("work-events") and tile.inner_text() != before)
    assert page.evaluate("window.isTheSamePage")


def test_dead_letters_on_the_page(operations, page, screenshots):
    letter = operations.dead_letter("<b>Ada</b>")
    page.get_by_test_id("nav-dead-letters").click()
    page.get_by_label("What", exact=True).select_option("deliveries")
    page.get_by_test_id("filter").click()
    assert page.get_by_test_id("review-row").count() == 1
    page.screenshot(path=screenshots / "operators-dead-letters.png", full_page=True)
    page.get_by_test_id("review-row").get_by_role("link").click()
    assert "Ada" not in page.content()
    page.get_by_test_id("reveal").click()
    assert "<b>Ada</b>" in page.get_by_test_id("content").inner_text()
    page.screenshot(path=screenshots / "operators-letter.png", full_page=True)
    page.get_by_test_id("discard").click()
    page.get_by_test_id("confirm").click()
    assert "1 dead letter discarded" in page.get_by_test_id("flash").inner_text()
    page.get_by_test_id("nav-audit").click()
    assert letter in page.get_by_test_id("audit-row").first.inner_text()
    page.screenshot(path=screenshots / "operators-audit.png", full_page=True)


def test_a_form_of_another_site_does_nothing(operations, page):
    page.goto(operations.stack.url + "/admin/inbox?state=dead")
    answer = page.request.post(
        operations.stack.url + "/admin/dead-letters", form={"_do": "discard all", "_confirmed": "1", "_csrf": "guessed"})
    assert answer.status == 403


def test_a_revoked_operator_is_out_at_once(operations, chromium):
    token = operations.command("operator", "create", "bob").stdout.strip()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(operations.stack.url + "/admin/login")
    page.get_by_label("Token").fill(operations.metrics_token)
    page.get_by_test_id("operator-sign-in").click()
    assert page.get_by_test_id("token-error").is_visible()
    page.get_by_label("Token").fill(token)
    page.get_by_test_id("operator-sign-in").click()
    page.wait_for_url("**/admin")
    operations.command("operator", "revoke", "bob")
    page.goto(operations.stack.url + "/admin")
    assert page.url.endswith("/admin/login")
    assert request(operations.stack.url + "/metrics", token)[0] == 401
    context.close()


def test_addresses_that_commands_print_lead_to_the_server_that_runs(operations):
    assert operations.command("webhooks").stdout.split()[1].startswith(f"{operations.stack.url}/api/webhooks/")
