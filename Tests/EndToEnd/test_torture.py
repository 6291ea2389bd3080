"""The torture in its short form, and the judge itself. The long form: make torture MINUTES=n."""

import pytest

from torture.databases import Postgres, SQLite
from torture.fleet import NUMBERS
from torture.run import Plan, torture
from torture.senders import Sends
from torture.truth import Customer, Verdict, judge, judge_sends


@pytest.mark.parametrize("store", [SQLite, Postgres], ids=lambda store: store.name)
def test_whatever_happens_nothing_is_lost_or_doubled_or_out_of_order(tmp_path, store):
    said = []
    outcome = torture(store, tmp_path, Plan(seconds=25, seed=4, rate=25, sends=3, customers=40), tell=said.append)
    assert outcome.is_clean, "\n".join(said)
    assert outcome.events > 0 and outcome.sends > 0 and outcome.kills > 0


def truth() -> list:
    return [
        Customer("+447700900001", NUMBERS[0], acknowledged=["a1", "a2"]),
        Customer("+447700900002", NUMBERS[1], acknowledged=["b1", "b2", "b3"]),
    ]


def applied(changes=lambda rows: rows) -> tuple:
    rows = []
    for customer in truth():
        for workplace in customer.number.workplaces:
            rows += [(workplace, customer.number.phone, customer.address, message) for message in customer.acknowledged]
    rows = changes(rows)
    unread = {}
    for *place, _ in rows:
        unread[tuple(place)] = unread.get(tuple(place), 0) + 1
    return rows, unread


def test_the_judge_finds_nothing_where_all_is_well():
    verdict = judge(truth(), *applied())
    assert verdict.is_clean and verdict.events == 7


def test_the_judge_finds_what_is_lost():
    verdict = judge(truth(), *applied(lambda rows: rows[1:]))
    assert len(verdict.lost) == 1 and not verdict.is_clean


def test_the_judge_finds_what_is_doubled():
    assert judge(truth(), *applied(lambda rows: rows + [rows[0]])).doubled
    rows, unread = applied()
    unread[rows[0][:3]] += 1
    assert judge(truth(), rows, unread).doubled


def test_the_judge_finds_what_is_out_of_order():
    verdict = judge(truth(), *applied(lambda rows: rows[:-3] + [rows[-1], rows[-3], rows[-2]]))
    assert len(verdict.misplaced) == 2 and not verdict.lost and not verdict.doubled


def test_the_judge_finds_what_nobody_sent():
    assert judge(truth(), *applied(lambda rows: rows + [(*rows[0][:3], "wamid.forged.1")])).invented
    assert judge(truth(), *applied(lambda rows: rows + [("north", NUMBERS[0].phone, "+49301234", "c1")])).invented


def judged_sends(answers: dict, arrived: list, stored: list) -> Verdict:
    verdict = Verdict()
    sends = Sends("north", NUMBERS[0], "+447700900417", "chn_1", "token", answers)
    judge_sends([sends], {(NUMBERS[0].phone, sends.person): arrived}, stored, verdict)
    return verdict


def test_the_judge_of_sends_finds_nothing_where_all_is_well():
    answers = {"a": ["sent"], "b": [None, "queued"], "c": ["UNKNOWN_OUTCOME"], "d": ["UNKNOWN_OUTCOME"], "e": ["REJECTED"]}
    stored = [("a", "delivered"), ("b", "sent"), ("c", "read"), ("d", "unknown"), ("e", "failed")]
    verdict = judged_sends(answers, ["a", "c", "b"], stored)
    assert verdict.is_clean and verdict.sends == 5, verdict


@pytest.mark.parametrize("answers, arrived, stored, found", [
    ({"a": ["sent"]}, ["a", "a"], [("a", "sent")], "doubled"),
    ({"a": ["UNKNOWN_OUTCOME"]}, ["a"], [("a", "sent"), ("a", "unknown")], "doubled"),
    ({"a": ["sent"]}, [], [("a", "sent")], "lost"),
    ({"a": ["queued"]}, [], [], "lost"),
    ({"a": ["queued"]}, [], [("a", "pending")], "lost"),
    ({"a": ["UNKNOWN_OUTCOME"]}, ["a"], [("a", "unknown")], "lost"),
    ({"a": ["UNKNOWN_OUTCOME"]}, [], [("a", "sent")], "invented"),
    ({}, ["a"], [], "invented"),
    ({"a": ["sent"], "b": ["queued"]}, ["b", "a"], [("a", "sent"), ("b", "sent")], "misplaced"),
])
def test_the_judge_of_sends_finds(answers, arrived, stored, found):
    verdict = judged_sends(answers, arrived, stored)
    assert getattr(verdict, found), verdict
