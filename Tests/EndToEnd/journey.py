"""What a person does in the browser, step by step, for tests that need to be somewhere on that way."""

import re

from playwright.sync_api import Page, expect

NUMBER = "+442079460155"


def log_in(page: Page, stack):
    page.goto(stack.login_link)
    confirm = page.get_by_test_id("login-confirm")
    if confirm.count():
        confirm.click()
    page.wait_for_url(re.compile(rf"/app/{stack.workplace}/"))


def connect(page: Page, stack):
    page.goto(f"{stack.url}/app/{stack.workplace}/account")
    page.get_by_test_id("connect-meta").click()
    page.get_by_test_id("consent-continue").click()
    page.wait_for_url(re.compile(rf"/app/{stack.workplace}/account"))
    expect(page.get_by_test_id("field-status")).to_contain_text("Connected", ignore_case=True)


def add_number(page: Page, stack, friendly_name: str):
    page.goto(f"{stack.url}/app/{stack.workplace}/whatsapp-numbers")
    opener = page.get_by_test_id("open-form-add_whatsapp_number")
    opener.click()
    form = page.get_by_test_id("form-add_whatsapp_number")
    choice = form.locator("select[name=phone_number_id] option").filter(has_text=re.compile("7946 ?0155"))
    form.locator("select[name=phone_number_id]").select_option(choice.get_attribute("value"))
    form.locator("[name=name]").fill(friendly_name)
    form.get_by_test_id("submit-add_whatsapp_number").click()
    page.wait_for_url(re.compile(r"/whatsapp-numbers/[^/]+/overview"))
