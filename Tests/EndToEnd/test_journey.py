"""The whole journey of a newcomer, in a real browser against the real executables."""

import re

import pytest
from playwright.sync_api import expect

from journey import add_number, connect, log_in

ANSWER_LIMIT = 15_000


@pytest.fixture(scope="module")
def page(chromium, stack):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(ANSWER_LIMIT)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda line: line.type == "error" and page.problems.append(line.text))
    yield page
    context.close()


@pytest.fixture(scope="module")
def phone(chromium, stack):
    """The customer's phone in the sandbox, as Imogen Hartley."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(ANSWER_LIMIT)
    page = context.new_page()
    page.goto(stack.phone)
    page.get_by_test_id("person-447700900417").click()
    yield page
    context.close()


def test_1_the_login_link_opens_the_account_page_which_is_not_connected(page, stack, screenshots):
    log_in(page, stack)
    page.wait_for_url(re.compile(r"/account$"))
    expect(page.get_by_test_id("field-business-name")).to_contain_text("Not connected yet")
    expect(page.get_by_test_id("connect-meta")).to_be_visible()
    page.screenshot(path=screenshots / "account-not-connected.png")


def test_2_the_login_link_works_once(chromium, stack):
    context = chromium.new_context()
    other = context.new_page()
    other.goto(stack.login_link)
    confirm = other.get_by_test_id("login-confirm")
    if confirm.count():
        confirm.click()
    expect(other.locator("body")).to_contain_text(re.compile("used|expired", re.I))
    assert not re.search(r"/app/", other.url)
    context.close()


def test_3_refusing_consent_leads_back_with_an_explanation(page, stack):
    page.goto(f"{stack.url}/app/{stack.workplace}/account")
    page.get_by_test_id("connect-meta").click()
    page.get_by_test_id("consent-cancel").click()
    page.wait_for_url(re.compile(rf"/app/{stack.workplace}/account"))
    expect(page.get_by_test_id("flash")).to_be_visible()
    expect(page.get_by_test_id("field-business-name")).to_contain_text("Not connected yet")


def test_4_consent_leads_back_connected_with_business_and_account(page, stack, screenshots):
    connect(page, stack)
    expect(page.get_by_test_id("field-business-name")).to_contain_text("Northwind Kettles")
    expect(page.get_by_test_id("field-whatsapp-business-account")).to_contain_text("730119284455021")
    page.screenshot(path=screenshots / "account-connected.png")


def test_5_a_registered_number_is_added_under_a_friendly_name(page, stack, screenshots):
    page.get_by_test_id("nav-whatsapp_numbers").click()
    page.screenshot(path=screenshots / "numbers-empty.png")
    add_number(page, stack, friendly_name="Sales line")
    expect(page.get_by_test_id("record-phone")).to_contain_text("+442079460155")
    expect(page.get_by_test_id("record-name")).to_contain_text("Sales line")
    page.screenshot(path=screenshots / "number-detail.png")


def test_6_only_the_friendly_name_can_be_edited(page, stack):
    assert page.get_by_test_id("edit-name").count() == 1
    for field in ("phone", "display_name", "quality_rating"):
        assert page.get_by_test_id(f"edit-{field}").count() == 0
        assert page.locator(f"input[name={field}]").count() == 0
    page.get_by_test_id("edit-name").click()
    page.locator("[name=name]").fill("Verkauf – Zoë’s línea 🫖")
    page.get_by_test_id("save").click()
    expect(page.get_by_test_id("record-name")).to_contain_text("Verkauf – Zoë’s línea 🫖")


def test_7_a_form_that_names_an_app_field_is_refused(page):
    status = page.evaluate(
        """async () => {
            const form = document.querySelector('[data-testid=save]').closest('form');
            const fields = new URLSearchParams(new FormData(form));
            fields.set('display_name', 'Forged');
            const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' });
            return [answer.status, await answer.text()];
        }"""
    )
    assert status[0] == 403
    assert "display_name" in status[1] or "Display name" in status[1]
    page.problems.clear()  # The browser reports the 403 on its console.
    page.reload()
    expect(page.locator("body")).not_to_contain_text("Forged")


def test_8_a_message_to_a_customer_arrives_on_the_phone_with_ticks(page, phone, stack, screenshots):
    # The customer writes first: outside the 24-hour window Meta delivers templates only.
    phone.get_by_test_id("compose").fill("Hi, do you still have the blue kettle? – Zoë/é")
    phone.get_by_test_id("send").click()
    page.get_by_test_id("nav-conversations").click()
    expect(page.get_by_test_id("conversation")).to_contain_text("Imogen Hartley", timeout=ANSWER_LIMIT)
    page.get_by_test_id("conversation").first.click()
    inbound = page.locator("[data-testid=message][data-direction=in]")
    expect(inbound).to_contain_text("Hi, do you still have the blue kettle? – Zoë/é")

    page.get_by_test_id("composer").fill("Yes! Three left. <b>Shall</b> I keep one?")
    page.get_by_test_id("send").click()
    expect(phone.locator("[data-testid=message][data-direction=in]")).to_contain_text("Three left. <b>Shall</b> I")
    outbound = page.locator("[data-testid=message][data-direction=out]")
    expect(outbound).to_have_attribute("data-status", "read", timeout=ANSWER_LIMIT)
    page.screenshot(path=screenshots / "conversation.png")
    phone.screenshot(path=screenshots / "phone.png")


def test_9_the_answer_from_the_phone_appears_without_a_reload(page, phone):
    page.evaluate("window.notReloaded = true")
    phone.get_by_test_id("compose").fill("Yes please 🫖")
    phone.get_by_test_id("send").click()
    expect(page.locator("[data-testid=message][data-direction=in]").last).to_contain_text("Yes please 🫖")
    assert page.evaluate("window.notReloaded") is True
    assert page.get_by_test_id("message").count() == 3


def test_a_nothing_was_blocked_or_thrown_in_the_browser(page):
    assert page.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_b_every_page_fits_its_screen(chromium, page, stack, screenshots, scheme, width):
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, storage_state=page.context.storage_state())
    visitor = context.new_page()
    start = f"{stack.url}/app/{stack.workplace}"
    addresses = [f"{start}/account", f"{start}/whatsapp-numbers", f"{start}/conversations", stack.phone]
    visitor.goto(f"{start}/whatsapp-numbers")
    addresses.append(stack.url + visitor.get_by_test_id("list-item").first.locator("a").first.get_attribute("href"))
    visitor.goto(f"{start}/conversations")
    addresses.append(stack.url + visitor.get_by_test_id("conversation").first.evaluate(
        "element => (element.closest('a') ?? element.querySelector('a')).getAttribute('href')"))
    for index, address in enumerate(addresses):
        visitor.goto(address)
        overflow = visitor.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        visitor.screenshot(path=screenshots / f"page-{index}-{scheme}-{width}.png", full_page=True)
        assert overflow <= 0, f"{address} is {overflow} px wider than a screen of {width} px"
    context.close()


def test_c_a_second_start_goes_on_with_the_state_of_the_first(page, stack):
    conversation = page.url
    assert stack.meta.stop() == 0
    assert stack.sandbox.stop() == 0
    stack.start()
    page.goto(conversation)
    expect(page.get_by_test_id("message")).to_have_count(3)
    page.get_by_test_id("composer").fill("Still here after a restart")
    page.get_by_test_id("send").click()
    expect(page.locator("[data-testid=message][data-direction=out]").last).to_have_attribute(
        "data-status", re.compile("sent|delivered|read"), timeout=ANSWER_LIMIT)
