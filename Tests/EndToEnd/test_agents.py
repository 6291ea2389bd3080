"""An agent's view: the official Python MCP client against the real server, in both eras of the protocol."""

import asyncio
import json
import re
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import jsonschema
import pytest
from mcp import Client
from mcp.client.streamable_http import create_mcp_http_client, streamable_http_client

from journey import add_number, connect, log_in
from processes import ROOT

CUSTOMER = "447700900417"


@pytest.fixture(scope="module")
def token(chromium, stack):
    """A connected workplace with one number, and a token for its agents."""
    context = chromium.new_context()
    page = context.new_page()
    log_in(page, stack)
    connect(page, stack)
    add_number(page, stack, friendly_name="Sales line")
    context.close()
    created = stack.command("token", "create", "--workplace", stack.workplace, "--data", stack.folder)
    assert created.returncode == 0, created.stderr
    return created.stdout.split()[-1]


def with_client(stack, token, mode, work):
    async def run():
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with create_mcp_http_client(headers=headers) as http:
            transport = streamable_http_client(f"{stack.url}/mcp", http_client=http)
            async with Client(transport, mode=mode) as client:
                return await work(client)

    async def within_a_minute():
        return await asyncio.wait_for(run(), 60)

    # In a thread of its own: the browser's driver has an event loop on this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, within_a_minute()).result()


ERAS = [("2026-07-28", "2026-07-28"), ("auto", "2026-07-28"), ("legacy", "2025-11-25")]


@pytest.mark.parametrize("mode, version", ERAS)
def test_the_tools_are_listed_with_valid_schemas(stack, token, mode, version):
    async def work(client):
        assert client.protocol_version == version
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in with_client(stack, token, mode, work)}
    declared = json.loads((ROOT / "Generated" / "tools.json").read_text())["tools"]
    assert list(tools) == [tool["name"] for tool in declared]
    for tool in tools.values():
        assert tool.description
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        if tool.output_schema:
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)
    assert tools["fetch_registered_wa_business_numbers"].annotations.read_only_hint is True


@pytest.mark.parametrize("mode, version", ERAS)
def test_numbers_are_fetched_as_structured_output(stack, token, mode, version):
    async def work(client):
        await client.list_tools()
        return await client.call_tool("fetch_registered_wa_business_numbers", {})

    result = with_client(stack, token, mode, work)
    assert not result.is_error, result.content
    items = result.structured_content["items"]
    assert "+442079460155" in [item["display_phone_number"] for item in items]
    assert json.loads(result.content[0].text) == result.structured_content


def numbers(stack, token):
    async def work(client):
        return await client.call_tool("fetch_registered_wa_business_numbers", {})

    return with_client(stack, token, "auto", work).structured_content["items"]


def sandbox(stack, path, **body):
    request = urllib.request.Request(
        f"{stack.phone}/sandbox/{path}", method="POST", data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def customer_writes(stack, text):
    sandbox(stack, "messages", person=CUSTOMER, number="615520938471206", text=text)


def message(stack, token, identifier="agent-1", content="Your kettle is ready"):
    channel = next(item for item in numbers(stack, token) if item.get("channel_id"))
    return {
        "channel": {
            "id": channel["channel_id"], "handle": "whatsapp",
            "identifierValue": channel["display_phone_number"],
        },
        "recipient": {"address": "+" + CUSTOMER},
        "message": {"id": identifier, "content": content},
    }


@pytest.mark.parametrize("mode, version", ERAS)
def test_a_message_is_sent_once_however_often_it_is_asked(stack, token, mode, version):
    customer_writes(stack, f"Is it ready? ({mode})")

    async def work(client):
        await client.list_tools()
        arguments = message_arguments
        return [await client.call_tool("send_whatsapp", arguments) for _ in range(2)]

    message_arguments = message(stack, token, identifier=f"agent-{mode}")
    first, second = with_client(stack, token, mode, work)
    assert not first.is_error, first.content
    assert first.structured_content["status"] == "sent"
    assert first.structured_content["remoteId"].startswith("wamid.")
    assert second.structured_content == first.structured_content


@pytest.mark.parametrize(
    "arguments, words",
    [
        ({}, ["channel", "message", "required"]),
        ({"channel": 7, "message": {"id": "x", "content": "y"}}, ["channel", "object"]),
        ({"unknown_key": True}, ["unknown_key"]),
    ],
)
def test_a_bad_input_is_refused_with_words_that_help(stack, token, arguments, words):
    async def work(client):
        return await client.call_tool("send_whatsapp", arguments)

    result = with_client(stack, token, "auto", work)
    assert result.is_error
    text = result.content[0].text
    for word in words:
        assert word in text, text


def test_a_foreign_channel_is_refused(stack, token):
    arguments = message(stack, token, identifier="agent-foreign")
    arguments["channel"]["id"] = "chn_somebody_else"

    async def work(client):
        return await client.call_tool("send_whatsapp", arguments)

    result = with_client(stack, token, "auto", work)
    assert result.is_error
    assert re.search("channel", result.content[0].text)


def test_without_a_token_nothing_is_told(stack, token):
    with pytest.raises(Exception) as refusal:
        with_client(stack, None, "auto", lambda client: client.list_tools())
    assert "bearer token" in str(refusal.getrepr(style="short")).lower()


def test_z_a_dead_token_is_said_everywhere(chromium, stack, token):
    """The last test: it ends the connection."""
    arguments = message(stack, token, identifier="agent-dead-token")
    sandbox(stack, "tokens/revoke", subcode=460)

    async def work(client):
        return await client.call_tool("send_whatsapp", arguments)

    result = with_client(stack, token, "auto", work)
    assert result.is_error
    assert "Account" in result.content[0].text or "onnect" in result.content[0].text
    context = chromium.new_context()
    page = context.new_page()
    linked = stack.command("dev", "link", "--workplace", stack.workplace, "--data", stack.folder)
    assert linked.returncode == 0, linked.stderr
    stack.meta.stop()
    stack.start_meta()
    log_in(page, stack)
    page.goto(f"{stack.url}/app/{stack.workplace}/account")
    status = page.get_by_test_id("field-status")
    assert "Error" in status.inner_text()
    page.get_by_test_id("connect-meta").first.click()
    page.get_by_test_id("consent-continue").click()
    page.wait_for_url(re.compile("/account"))
    assert "Connected" in page.get_by_test_id("field-status").inner_text()
    page.goto(f"{stack.url}/app/{stack.workplace}/whatsapp-numbers")
    assert "Sales line" in page.get_by_test_id("list-item").first.inner_text(), "a reconnect keeps the friendly name"
    context.close()
