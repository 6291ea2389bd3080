"""What integrations like this one are known to get wrong, each with the test that says that this one does not.

`PITFALLS` is the whole list; the tests below are those that need real processes and sockets.
"""

import concurrent.futures
import hashlib
import hmac
import json
import re
import socket

import pytest

from connected import PERSON
from graph import ACCOUNT
from processes import APP_SECRET, ROOT
from production import WORKPLACE, connect, sign_in
from test_meta_tools import COPPER_SPOUT

PITFALLS = {
    "signatures are checked over the received bytes, however they are spelled and cut into packets": [
        "WebhookTests.rawBytes", "WebhookTests.badSignatures", "test_pitfalls.test_whatever_is_signed_is_taken_byte_by_byte"],
    "a delivery is durable before it is acknowledged, and everything has a deadline": [
        "WebhookTests.storeFails", "WebhookTests.fullQueue", "ToolTests.timeout",
        "test_torture.test_whatever_happens_nothing_is_lost_or_doubled_or_out_of_order"],
    "the same message is one message": ["WebhookTests.duplicates", "AmendmentExercises.receipt"],
    "statuses move the message, also when it fails": ["WebhookTests.statuses", "WebhookTests.failedStatus",
        "test_meta_tools.test_outside_of_the_window_a_template_goes_and_an_ordinary_message_fails_with_its_reason"],
    "every kind is kept as what it is, and echoes are outgoing": [
        "PageEventTests.kinds", "PageEventTests.echo", "WebhookTests.echo", "WebhookTests.unknown", "WebhookTests.sample"],
    "all businesses and accounts are seen, paged, and offered for choice": [
        "GraphClientTests.whatsAppAccounts", "GraphClientTests.paging",
        "test_meta_tools.test_accounts_of_all_businesses_are_offered_and_another_is_chosen"],
    "a call carries its own workplace's token, however many there are at once": [
        "test_pitfalls.test_calls_at_once_carry_their_own_tokens_and_none_fails"],
    "calls at once do not disturb each other": [
        "MCPTests.isolation", "test_pitfalls.test_calls_at_once_carry_their_own_tokens_and_none_fails"],
    "the schema that is advertised is the one that is accepted, and lists are wrapped in an object": [
        "test_agents.test_the_tools_are_listed_with_valid_schemas", "test_agents.test_numbers_are_fetched_as_structured_output"],
    "an estimate has no effect": ["test_pitfalls.test_an_estimate_sends_nothing"],
    "to a group and with a file is sent, or refused": ["MessageToolTests.group", "MessageToolTests.attachment"],
    "the state of a connection is signed, bound to the browser, used once, and expires": [
        "OAuthTests.forged", "OAuthTests.expiredAndReused", "OAuthTests.foreignBrowser"],
    "without a verify token nothing starts": ["test_pitfalls.test_without_a_verify_token_nothing_starts", "WebhookTests.challenge"],
    "bodies are limited, hosts and origins checked, every door is locked": [
        "WebhookTests.tooLarge", "test_production.test_other_hosts_are_turned_away", "MCPTests.origins", "MCPTests.unauthorized",
        "RESTTests.credentials", "test_security.test_too_much_of_anything_is_refused_and_nothing_falls"],
    "tokens stand in no address, each call has its proof, and the account is subscribed to the app": [
        "GraphClientTests.authentication", "GraphClientTests.secretsStayHidden", "HookTests.provision", "test_meta_tools.test_connection"],
    "null in a list is a mistake of the caller's": ["test_pitfalls.test_null_in_a_list_is_named"],
}


def test_every_pitfall_has_tests_that_there_are():
    found = set()
    for path in (ROOT / "Tests").rglob("*.swift"):
        found |= {f"{path.stem}.{name}" for name in re.findall(r"func (\w+)\(", path.read_text())}
    for path in (ROOT / "Tests" / "EndToEnd").glob("test_*.py"):
        found |= {f"{path.stem}.{name}" for name in re.findall(r"^def (test_\w+)\(", path.read_text(), re.M)}
    named = {test for tests in PITFALLS.values() for test in tests}
    assert named - found == set()


def webhook_path(meta) -> str:
    subscriptions = json.loads(meta.sandbox_call("GET", "/sandbox/state").text)["app_subscriptions"]
    url = next(row["callback_url"] for row in subscriptions if row["object"] == "whatsapp_business_account")
    return url.removeprefix(meta.public)


def delivery(text: str, spelled) -> bytes:
    """A delivery of one text whose JSON is spelled in some lawful way."""
    message = f'{{"from":"{PERSON[1:]}","id":"wamid.{hashlib.sha256(spelled(text).encode()).hexdigest()[:24]}","timestamp":"1795000000",' \
        f'"type":"text","text":{{"body":{spelled(text)}}}}}'
    return (f'{{"object":"whatsapp_business_account","entry":[{{"id":"{ACCOUNT}","changes":[{{"field":"messages","value":{{'
            f'"messaging_product":"whatsapp","metadata":{{"display_phone_number":"442079460155","phone_number_id":"615520938471206"}},'
            f'"contacts":[{{"wa_id":"{PERSON[1:]}","profile":{{"name":"Imogen"}}}}],"messages":[{message}]}}}}]}}]}}').encode()


SPELLINGS = {
    "escaped": lambda text: json.dumps(text),
    "plain": lambda text: json.dumps(text, ensure_ascii=False),
    "slashes": lambda text: json.dumps(text).replace("/", "\\/"),
    "upper case": lambda text: re.sub(r"\\u([0-9a-f]{4})", lambda digits: "\\u" + digits[1].upper(), json.dumps(text)),
    "twice": lambda text: '"not this one","body":' + json.dumps(text),
    "with numbers": lambda text: json.dumps(text) + ',"big":12345678901234567890123,"one":1.0,"exponent":1E+2',
    "with spaces": lambda text: " \t" + json.dumps(text) + " \n ",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("cut", ["whole", "byte by byte"])
def test_whatever_is_signed_is_taken_byte_by_byte(meta, spelling, cut):
    text = f"Zoë/é 🫖 {spelling} {cut}"
    body = delivery(text, SPELLINGS[spelling]) + b"\n"
    signature = hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
    head = (f"POST {webhook_path(meta)} HTTP/1.1\r\nHost: {meta.host}\r\nContent-Type: application/json\r\n"
            f"X-Hub-Signature-256: sha256={signature}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n").encode()
    with socket.create_connection(("127.0.0.1", meta.port), timeout=20) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if cut == "whole":
            connection.sendall(head + body)
        else:
            connection.sendall(head)
            for byte in body:
                connection.sendall(bytes([byte]))
        assert connection.recv(4096).startswith(b"HTTP/1.1 200"), spelling
    meta.until(lambda: "Imogen" in meta.conversations() and text in meta.conversation("Imogen"))


def test_calls_at_once_carry_their_own_tokens_and_none_fails(meta):
    """Two workplaces with an account each; Meta sees with which token each account is asked for."""
    other = "second-clinic"
    if meta.command("workplace", "add", other).returncode == 0:
        connect(meta, other, sign_in(meta, other))
    token = meta.command("token", "create", "--workplace", other).stdout.split()[-1]

    meta.call(meta.port, "choose_whatsapp_account", {"waba_id": COPPER_SPOUT}, other, token)

    def ask(number):
        workplace, bearer = [(WORKPLACE, meta.token), (other, token)][number % 2]
        return meta.call(meta.port, "fetch_registered_wa_business_numbers", {}, workplace, bearer)

    meta.line.seen.clear()
    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(ask, range(128)))
    assert {status for status, _ in answers} == {200}, answers[0]
    for same in (answers[0::2], answers[1::2]):
        assert all(answer == same[0] for answer in same)
    assert answers[0] != answers[1]
    tokens = {account: {token for path, token in meta.line.seen if f"/{account}/" in path} for account in (ACCOUNT, COPPER_SPOUT)}
    assert all(len(used) == 1 for used in tokens.values()) and tokens[ACCOUNT] != tokens[COPPER_SPOUT]


def test_an_estimate_sends_nothing(meta):
    before = len(meta.messages())
    answer = meta.json("POST", f"/api/{WORKPLACE}/tools/send_whatsapp/estimate", {
        "channel": {"id": meta.channel, "handle": "whatsapp", "identifierValue": "+442079460155"},
        "recipient": {"address": PERSON}, "message": {"id": "estimate", "content": "not to be sent"}})
    assert answer["code"] == "REJECTED", answer
    assert len(meta.messages()) == before and meta.line.messages == []


def test_null_in_a_list_is_named(meta):
    refused = meta.refused("preview_message_template", "INVALID_INPUT", name="order_update", language="en_GB", texts=["a", None])
    assert "texts[1]" in json.dumps(refused)
    refused = meta.refused("send_whatsapp", "INVALID_INPUT", channel={"id": meta.channel, "handle": "whatsapp", "identifierValue": "+442079460155"},
                           message={"id": "null", "content": "x", "attachments": [None]}, recipient={"address": PERSON})
    assert "attachments[0]" in json.dumps(refused)


def test_without_a_verify_token_nothing_starts(meta):
    started = meta.command("serve", META_WEBHOOK_VERIFY_TOKEN="")
    assert started.returncode != 0 and "META_WEBHOOK_VERIFY_TOKEN" in started.stderr + started.stdout
