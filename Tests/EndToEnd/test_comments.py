"""People comment below posts, and the business answers them in private: once, within seven days."""

import re

import pytest

from graph import IMOGEN, IMOGEN_PSID, INSTAGRAM, PAGE
from production import fields

DAY = 24 * 3600
IMOGEN_IGSID = "1099283746650021"


@pytest.fixture(params=["messenger", "instagram"])
def place(meta, request):
    """A product with its tool, its channel, and Imogen as it knows her."""
    meta.ask("add_facebook_page", page_id=PAGE)
    meta.ask("add_instagram_account", instagram_account_id=INSTAGRAM)
    if request.param == "messenger":
        item = next(item for item in meta.ask("fetch_pages")["items"] if item["page_id"] == PAGE)
        found = Place(meta, "messenger", PAGE, item["channel_id"], IMOGEN_PSID)
    else:
        item = meta.ask("fetch_instagram_accounts")["items"][0]
        found = Place(meta, "instagram", INSTAGRAM, item["channel_id"], IMOGEN_IGSID)
    # She wrote long ago: nothing but an answer to a comment is taken.
    found.advance(8 * DAY)
    yield found
    meta.control("clock", offset=0)


class Place:
    def __init__(self, meta, product, account, channel, person):
        self.meta, self.product, self.account, self.channel, self.person = meta, product, account, channel, person

    def advance(self, seconds):
        self.meta.control("clock", advance=seconds)

    def comment(self, text) -> str:
        return self.meta.control("comments", person=IMOGEN, number=self.account, text=text)["id"]

    def arguments(self, key, **more) -> dict:
        return {
            "channel": {"id": self.channel, "handle": self.product, "identifierValue": self.account},
            "recipient": {"address": self.person}, "message": {"id": f"{self.product} {key}", "content": f"answer {key}"}, **more}

    def send(self, key, **more):
        return self.meta.ask(f"send_{self.product}", **self.arguments(key, **more))

    def refused(self, failure, says, key, **more):
        self.meta.refused(f"send_{self.product}", failure, says=says, **self.arguments(key, **more))

    def arrived(self, key) -> bool:
        return f"answer {key}" in [message.get("text") for message in self.meta.phone(self.account)]


def test_a_comment_stands_in_the_conversation_and_is_answered_there(meta, place):
    text = f"How much is it on {place.product}? ☕"
    place.comment(text)
    meta.until(lambda: text in meta.conversations())
    path = re.search(rf'href="(/app/[^"]+/conversations/cnv_[^"]+)"(?:(?!</li>).)*{re.escape(text)}', meta.conversations(), re.S)[1]

    def page():
        return meta.request("GET", path, Cookie=meta.cookie).text

    assert "Comment on a post" in page()
    form = [pair for pair in fields(page(), "send") if pair[0] != "text"]
    sent = meta.request("POST", path, form + [("text", "Twelve pounds")], Cookie=meta.cookie, Origin=meta.public)
    assert sent.status == 303, sent.text
    meta.until(lambda: "Twelve pounds" in [message.get("text") for message in meta.phone(place.account)])
    # One answer a comment: the next message waits for hers.
    again = [pair for pair in fields(page(), "send") if pair[0] != "text"]
    assert meta.request("POST", path, again + [("text", "And more")], Cookie=meta.cookie, Origin=meta.public).status == 422


def test_one_of_several_comments_is_answered_once_and_within_seven_days(meta, place):
    first, second = place.comment("first question"), place.comment("second question")
    meta.until(lambda: meta.row("page_comment", comment_id=second))
    assert place.send("first", comment_id=first)["status"] == "sent"
    meta.until(lambda: place.arrived("first"))
    place.refused("REJECTED", "already", "first again", comment_id=first)
    # Without its id the newest one that waits is answered.
    assert place.send("second")["status"] == "sent"
    place.refused("REJECTED", "already", "second again", comment_id=second)
    assert meta.row("page_comment", comment_id=second)["answered_at"] is not None
    place.refused("INVALID_INPUT", "somebody else", "other", comment_id=first, recipient={"address": "1"})
    # Meta says so when it is not known here.
    place.refused("NOT_FOUND", "", "unknown", comment_id="9981_1")

    late = place.comment("too late")
    meta.until(lambda: meta.row("page_comment", comment_id=late))
    place.advance(7 * DAY + 60)
    place.refused("NOT_FOUND", "", "late", comment_id=late)


def test_a_changed_comment_changes_and_a_removed_one_goes(meta, place):
    if place.product == "instagram":
        pytest.skip("Instagram tells nobody")
    id = place.comment("a typo herre")
    meta.until(lambda: "a typo herre" in meta.conversations())
    meta.control("edit", person=IMOGEN, number=PAGE, message=id, text="no typo here")
    meta.until(lambda: meta.row("page_comment", comment_id=id)["text"] == "no typo here")
    assert "no typo here" in meta.conversation("Imogen")
    meta.control("delete", person=IMOGEN, number=PAGE, message=id)
    meta.until(lambda: meta.row("page_comment", comment_id=id) is None)
    assert "no typo here" not in meta.conversation("Imogen")
