"""Linked mode: the Skedyul platform calls the real binary through its own protocol, from provision to uninstall."""

import contextlib
import http.client
import json
import random
import signal
import threading
import urllib.parse

import pytest

from graph import IMOGEN, NUMBER
from linked import PROVISION, SECRET, Linked, eventually, together
from processes import BINARIES, Process, answers, free_port, run

IMOGEN_NUMBER = f"+{IMOGEN}"


@pytest.fixture(scope="module")
def linked(tmp_path_factory):
    linked = Linked(tmp_path_factory.mktemp("linked")).start()
    try:
        yield linked
    finally:
        linked.stop()


@pytest.fixture(scope="module")
def clinic(linked):
    """A connected workplace with a number."""
    assert linked.platform.provision() == (200, {}), linked.meta.output
    clinic = linked.platform.install("harbour-clinic")
    clinic.connect(linked.sandbox)
    clinic.add_number()
    return clinic


def request(linked, method, path, body=None, headers=None):
    """Status, headers and text of an answer, without a secret unless `headers` has one."""
    connection = http.client.HTTPConnection("127.0.0.1", linked.port, timeout=20)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()


def test_provision_sets_up_the_provider_with_addresses_of_the_platform(linked, clinic):
    subscriptions = linked.sandbox.call("GET", "/sandbox/state")
    addresses = json.dumps(subscriptions)
    made = [it for it in linked.platform.webhooks if it["name"] == "receive_whatsapp"]
    assert len(made) == 1 and made[0]["url"] in addresses
    # Again: nothing is made twice.
    assert linked.platform.provision() == (200, {})
    assert len([it for it in linked.platform.webhooks if it["name"] == "receive_whatsapp"]) == 1


def test_the_install_leads_to_the_dialog_and_what_is_granted_goes_to_the_platform(linked, clinic):
    status, answer = linked.platform.last_callback
    assert status == 200 and answer["appInstallationId"] == clinic.id
    assert set(answer["env"]) == {"META_ACCESS_TOKEN", "META_ACCESS_TOKEN_EXPIRES_AT"}
    connection, = clinic.instances("meta_connection")
    assert connection["status"] == "CONNECTED"


def test_a_state_is_taken_once_and_only_when_it_was_made_here(linked, clinic):
    again = linked.platform.call("/oauth_callback", {
        "env": linked.platform.app_env(linked.platform.app_token),
        "request": {"method": "GET", "url": clinic.returned_to, "path": "/x", "headers": {}, "query": {}, "body": ""}})
    assert again[0] == 400 and "completed before" in again[1]["error"]["message"]
    forged = json.dumps({"appInstallationId": clinic.id})
    answer = linked.platform.call("/oauth_callback", {
        "env": {}, "request": {"method": "GET", "url": f"https://x/?code=1&state={urllib.parse.quote(forged)}",
                               "path": "/", "headers": {}, "query": {}, "body": ""}})
    assert answer[0] == 400 and "not begun here" in answer[1]["error"]["message"]


def test_a_form_of_the_workplace_may_write_what_is_the_workplaces(clinic):
    number, = clinic.instances("whatsapp_phone_number")
    assert number["name"] == "Front desk"
    assert clinic.channel["identifierValue"] == number["phone"]


def test_a_message_that_comes_in_is_received_at_the_platform_once(linked, clinic):
    linked.sandbox.control("messages", person=IMOGEN, number=NUMBER, text="Is the café open? ☕")
    found = eventually("the message", lambda: [it for it in linked.platform.messages if "café" in it["text"]])
    assert found[0]["installation"] == clinic.id and found[0]["channel"] == clinic.channel["id"]
    # The platform delivers it again, as it does when an answer was lost.
    name, request = next(it for it in linked.platform.forwarded if "caf" in it[1]["body"])
    assert linked.platform.forward(name, request)[0] == 200
    linked.sandbox.control("messages", person=IMOGEN, number=NUMBER, text="and a second one")
    eventually("the second", lambda: [it for it in linked.platform.messages if "second one" in it["text"]])
    assert len([it for it in linked.platform.messages if "café" in it["text"]]) == 1


def test_a_signature_is_verified_over_the_text_that_was_received(linked, clinic):
    name, request = next(it for it in linked.platform.forwarded if it[1]["method"] == "POST")
    changed = request | {"body": request["body"].replace("whatsapp", "whatsApp", 1)}
    status, body, _ = linked.platform.forward(name, changed)
    assert status == 403 and "signature" in json.loads(body)["error"]


def test_a_send_is_made_once_for_its_message_id(linked, clinic):
    message = clinic.message("platform-message-1", "We open at nine.", IMOGEN_NUMBER)
    first = clinic.tool("send_whatsapp", message)
    assert first["structuredContent"]["status"] == "sent" and first["billing"] == {"credits": 0}
    assert json.loads(first["content"][0]["text"]) == first["structuredContent"]
    again = clinic.tool("send_whatsapp", message)
    assert again["structuredContent"] == first["structuredContent"]
    assert len([it for it in linked.sandbox.messages() if it.get("text") == "We open at nine."]) == 1


def test_a_batch_of_sends_survives_the_death_of_the_server_and_is_sent_once(linked, clinic):
    calls = [{"id": f"c{i}", "name": "send_whatsapp",
              "arguments": clinic.message(f"batch-{i}", f"Reminder {i}", IMOGEN_NUMBER)} for i in range(12)]
    answer = clinic.batch(calls[:6])
    assert (answer["totalCalls"], answer["successCount"], answer["timedOutCount"]) == (6, 6, 0), answer
    assert [it["id"] for it in answer["results"]] == [it["id"] for it in calls[:6]]
    linked.meta.stop(signal.SIGKILL)
    linked.start()
    answer = clinic.batch(calls)
    assert answer["successCount"] == 12, answer
    texts = lambda: [it["text"] for it in linked.sandbox.messages() if (it.get("text") or "").startswith("Reminder")]
    eventually("all twelve", lambda: len(texts()) >= 12)
    assert sorted(texts()) == sorted(f"Reminder {i}" for i in range(12))


def test_a_server_that_dies_in_the_middle_of_a_batch_sends_nothing_twice(linked, clinic):
    calls = [{"id": f"w{i}", "name": "send_whatsapp",
              "arguments": clinic.message(f"wave-{i}", f"Wave {i}", IMOGEN_NUMBER)} for i in range(40)]
    texts = lambda: [it["text"] for it in linked.sandbox.messages() if (it.get("text") or "").startswith("Wave")]

    def interrupted():
        with contextlib.suppress(OSError, http.client.HTTPException):
            clinic.batch(calls)

    caller = threading.Thread(target=interrupted)
    caller.start()
    eventually("the first messages", lambda: len(texts()) >= 3)
    linked.meta.stop(signal.SIGKILL)
    caller.join(30)
    linked.start()
    def settled():
        answer = clinic.batch(calls)
        # Those that the dead one held are under way until its lease is over.
        return None if any("under way" in it.get("error", "") for it in answer["results"]) else answer

    answer = eventually("an answer to each", settled, seconds=90)
    taken = {int(it["id"][1:]) for it in answer["results"] if it["success"]}
    # What was on its way when the server died is not known to have left, and is not sent again.
    assert all(it["success"] or "not known" in it["error"] for it in answer["results"]), answer
    eventually("those that were taken", lambda: {f"Wave {i}" for i in taken} <= set(texts()), seconds=60)
    assert len(texts()) == len(set(texts()))


def test_two_tenants_at_the_same_time_keep_to_themselves(linked, clinic):
    other = linked.platform.install("mill-lane-dental")
    other.connect(linked.sandbox)
    other.add_number("Mill Lane")

    def rename(tenant, text):
        number, = tenant.instances("whatsapp_phone_number")
        return lambda: tenant.tool(
            "add_whatsapp_number", {"phone_number_id": number["phone_number_id"], "name": text}, trigger="form_submit")

    works = [rename(tenant, name) for _ in range(12) for tenant, name in ((clinic, "Harbour"), (other, "Mill"))]
    assert not [it for it in together(*works) if it.get("isError")]
    assert [it["name"] for it in clinic.instances("whatsapp_phone_number")] == ["Harbour"]
    assert [it["name"] for it in other.instances("whatsapp_phone_number")] == ["Mill"]
    assert linked.platform.complaints == []
    # A call for one tenant with the other's token gets nothing of either.
    crossed = clinic.tool("fetch_connection", env=clinic.env(SKEDYUL_API_TOKEN=other.token()))
    assert crossed["isError"], crossed
    # What it left behind holds nobody up.
    assert not clinic.tool("fetch_connection").get("isError")


def test_a_failure_says_code_category_and_whether_to_try_again(linked, clinic):
    failed = clinic.tool("send_whatsapp", clinic.message("m-invalid", "", IMOGEN_NUMBER))
    assert failed["isError"] and failed["billing"] == {"credits": 0}
    told = json.loads(failed["content"][0]["text"])
    assert told["error"]["category"] in ("validation", "external") and told["retry"] == {"allowed": False}
    # An output schema would not fit it.
    assert "structuredContent" not in failed
    unknown = linked.platform.call("/mcp", {
        "jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "nothing", "arguments": {}}})
    assert unknown[0] == 200 and unknown[1]["error"]["code"] == -32602 and unknown[1]["id"] == 7


def test_an_estimate_has_no_effect(linked, clinic):
    before = len(linked.sandbox.messages())
    answer = clinic.tool("send_whatsapp", clinic.message("estimated", "Not sent", IMOGEN_NUMBER), estimate=True)
    assert answer["billing"] == {"credits": 0} and "isError" not in answer
    assert linked.platform.call("/estimate", {"name": "send_whatsapp", "inputs": {}}) == (200, {"billing": {"credits": 0}})
    assert linked.platform.call("/estimate", {"name": "nothing"})[0] == 400
    assert len(linked.sandbox.messages()) == before


def test_the_lists_are_in_the_platforms_form_and_mcp_clients_get_theirs(linked, clinic):
    _, listed = linked.platform.call("/mcp", {"jsonrpc": "2.0", "id": 1, "method": "tools/list"})
    tool = next(it for it in listed["result"]["tools"] if it["name"] == "send_whatsapp")
    assert tool["displayName"] == "Send WhatsApp" and tool["timeout"] == 10000 and tool["retries"] == 1
    assert tool["config"]["completionHints"] == {"idempotent": True}
    assert tool["queueTouchPoints"][0] == {
        "queue": "whatsapp_number", "estimatedCalls": 1, "subKeyFromArg": "channel.identifierValue"}
    _, webhooks = linked.platform.call("/mcp", {"jsonrpc": "2.0", "id": 2, "method": "webhooks/list"})
    assert "receive_whatsapp" in [it["name"] for it in webhooks["result"]["webhooks"]]
    _, started = linked.platform.call("/mcp", {
        "jsonrpc": "2.0", "id": 3, "method": "initialize", "params": {
            "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}})
    assert started["result"]["serverInfo"]["name"] == "meta"
    _, plain = linked.platform.call(
        "/mcp", {"jsonrpc": "2.0", "id": 4, "method": "tools/list"}, **{"MCP-Protocol-Version": "2025-06-18"})
    assert "displayName" not in plain["result"]["tools"][0] and "annotations" in plain["result"]["tools"][0]


def test_the_config_is_the_generated_one(linked):
    status, _, text = request(linked, "GET", "/config", headers=linked.platform.headers)
    assert status == 200
    config = json.loads(text)
    assert config["name"] == "Meta" and config["computeLayer"] == "dedicated"
    assert "send_whatsapp" in [it["name"] for it in config["tools"]]


def test_no_door_is_open_without_the_secret(linked):
    for method, path in [
        ("POST", "/mcp"), ("POST", "/mcp/batch"), ("POST", "/estimate"), ("POST", "/install"), ("POST", "/uninstall"),
        ("POST", "/provision"), ("POST", "/oauth_callback"), ("POST", "/setup/revalidate"), ("GET", "/config"),
        ("POST", "/webhooks/receive_whatsapp"), ("GET", "/webhooks/receive_whatsapp"), ("POST", "/batch-operation"),
        ("POST", "/core"), ("POST", "/core/webhook"),
    ]:
        for headers in ({}, {"Authorization": "Bearer " + SECRET[:-1]}, {"Authorization": "Basic " + SECRET}):
            status, answered, text = request(linked, method, path, body="{}" if method == "POST" else None, headers=headers)
            assert status in (401, 429), (path, status)
            assert answered["Content-Type"] == "application/json" and json.loads(text)["jsonrpc"] == "2.0"
    status, _, text = request(linked, "GET", "/health")
    assert status == 200 and json.loads(text) == {"status": "running", "runtime": "dedicated"}


def test_answers_have_the_protocols_headers_and_unknown_addresses_its_404(linked):
    status, headers, text = request(linked, "OPTIONS", "/anything")
    assert (status, json.loads(text)) == (200, {"message": "OK"})
    assert headers["Access-Control-Allow-Origin"] == "*" and headers["Access-Control-Allow-Methods"] == "GET, POST, OPTIONS"
    for path in ("/nothing", "/app/harbour-clinic/account", "/api/webhooks/whkr_x", "/"):
        status, headers, text = request(linked, "GET", path, headers=linked.platform.headers)
        assert status == 404 and json.loads(text) == {
            "jsonrpc": "2.0", "id": None, "error": {"code": -32601, "message": "Not Found"}}
    status, _, text = request(linked, "POST", "/mcp", body="{", headers=linked.platform.headers)
    assert status == 400 and json.loads(text) == {
        "jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": "Parse error"}}
    status, _, text = request(linked, "POST", "/install", body="{", headers=linked.platform.headers)
    assert status == 400 and json.loads(text) == {"error": {"code": -32700, "message": "Parse error"}}
    assert linked.platform.call("/core", {"method": "workplace.list"}) == (
        404, {"error": "Core API service not configured"})


def test_malformed_envelopes_of_every_kind_are_refused_and_harm_nobody(linked, clinic):
    """Every member of every envelope is taken away, and replaced by values of every other kind."""
    random.seed(20260)
    env, hook = clinic.env(), clinic.hook_context
    forwarded = {"method": "POST", "url": "https://x/api", "path": "/api", "headers": {}, "query": {}, "body": "{}"}
    whole = {
        "/mcp": {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "fetch_message_batch", "arguments": {
            "inputs": {"batch_id": "x"}, "env": env, "context": clinic.context(), "invocation": {"invocationType": "tool_call"}}}},
        "/mcp/batch": {"calls": [{"id": "1", "name": "list_batch_messages", "arguments": {"batch_id": "x"}}], "deadline": 900,
                       "env": env, "context": clinic.context()},
        "/estimate": {"name": "send_whatsapp", "inputs": {}},
        "/install": {"env": env, "context": hook, "invocation": {}},
        "/setup/revalidate": {"env": env, "context": hook, "reason": "env_changed", "steps": []},
        "/oauth_callback": {"env": env, "request": forwarded | {"method": "GET"}},
        "/webhooks/receive_whatsapp": {"env": env, "request": forwarded, "context": {"app": hook["app"]}},
        "/batch-operation": {"method": "setup", "handle": "x", "env": env, "context": {
            "workplaceId": "w", "appInstallationId": clinic.id, "appId": "a"}},
    }
    strange = [None, True, 0, -1e300, "", "\u0000", "x" * 5000, [], [None], {}, {"a": {"b": []}}, "💥"]

    def paths(value, path=()):
        if isinstance(value, dict):
            for name in value:
                yield path + (name,)
                yield from paths(value[name], path + (name,))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from paths(item, path + (index,))

    def changed(value, path, new):
        value = json.loads(json.dumps(value))
        inner = value
        for part in path[:-1]:
            inner = inner[part]
        if new is paths:
            del inner[path[-1]]
        else:
            inner[path[-1]] = new
        return value

    seen = set()
    for door, body in whole.items():
        for path in paths(body):
            for new in [paths, *random.sample(strange, 4)]:
                status, answer = linked.platform.call(door, changed(body, path, new))
                seen.add(status)
                assert isinstance(answer, dict) and status in (200, 202, 400, 403, 404, 405, 413), (door, path, new, status, answer)
    assert {200, 400} <= seen
    assert linked.meta.wait_for("") and not clinic.tool("fetch_connection").get("isError")


def test_uninstall_gives_back_and_forgets(linked, clinic):
    leaving = linked.platform.install("old-forge-vets")
    leaving.connect(linked.sandbox)
    leaving.add_number("Old Forge")
    status, answer = linked.platform.call("/uninstall", {"env": leaving.env(), "context": leaving.hook_context})
    assert status == 200 and answer == {"cleanedWebhookIds": []}, answer
    # Once more, as after a lost answer.
    assert linked.platform.call("/uninstall", {"env": leaving.env(), "context": leaving.hook_context})[0] == 200
    listed = run(BINARIES / "Meta", "workplace", "list", env=linked.env(PUBLIC_URL="https://x.example.test"), cwd=linked.folder)
    assert leaving.id not in listed.stdout and clinic.id in listed.stdout, listed


def test_a_server_that_has_answered_its_calls_ends_and_health_counts_them(linked, tmp_path):
    other = Linked.__new__(Linked)
    other.__dict__.update(linked.__dict__)
    other.port, other.folder = free_port(), tmp_path
    other.url = f"http://127.0.0.1:{other.port}"
    other.meta = Process([BINARIES / "Meta", "serve"], cwd=tmp_path, env=linked.env(
        PORT=other.port, DATABASE_URL=f"sqlite:{tmp_path}/store.sqlite", MCP_MAX_REQUESTS=2))
    eventually("an answer", lambda: answers(f"{other.url}/health"))
    call = {"env": {}, "context": {}}
    assert linked.platform.post(f"{other.url}/setup/revalidate", call, linked.platform.headers)[0] == 404
    _, _, text = request(other, "GET", "/health", headers=linked.platform.headers)
    health = json.loads(text)
    assert (health["requests"], health["maxRequests"], health["requestsRemaining"]) == (1, 2, 1)
    assert health["runtime"] == "dedicated" and health["ttlExtendSeconds"] == 3600 and "send_whatsapp" in health["tools"]
    linked.platform.post(f"{other.url}/provision", call, linked.platform.headers)
    assert other.meta.wait(20) == 0, other.meta.output


def test_settings_that_are_wrong_are_all_named_at_once(linked, tmp_path):
    bad = run(BINARIES / "Meta", "serve", cwd=tmp_path, env=linked.env(
        SKEDYUL_API_URL="http://platform.example.test", SKEDYUL_API_TOKEN="sk_wkp_x", PLATFORM_SECRET="short",
        MCP_ENV="[1]", GRAPH_API_VERSION="twenty", HOST="0.0.0.0"))
    assert bad.returncode == 1
    for name in ("SKEDYUL_API_URL", "SKEDYUL_API_TOKEN", "PLATFORM_SECRET", "MCP_ENV", "GRAPH_API_VERSION"):
        assert name in bad.stderr, bad.stderr
    open_door = run(BINARIES / "Meta", "serve", cwd=tmp_path, env=linked.env(PLATFORM_SECRET="none", HOST="0.0.0.0"))
    assert open_door.returncode == 1 and "loopback" in open_door.stderr
    healthy = run(BINARIES / "Meta", "doctor", cwd=tmp_path, env=linked.env())
    assert "takes the app's token" in healthy.stdout, healthy
