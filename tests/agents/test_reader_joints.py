"""Where one statement of a sentence ends and the next begins is known by the weight of the words around each place."""

import json

import pytest

from agents.builtin.reader.statements.several_demands import demands_of
from agents.builtin.reader.words.joints import JOINTS, WEIGHTS, leads
from bench.joining import SENTENCES, rows

TABLE: dict[str, list[int]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "members reserve a boat for two hours, the keeper hands out the key, and the office gets a mail",
            (
                "members reserve a boat for two hours",
                "The keeper hands out the key",
                "The office gets a mail",
            ),
        ),
        (
            "I tap on a shift and say I want to give it away, and only the colleagues who may take it get a message",
            (
                "I tap on a shift and say I want to give it away",
                "Only the colleagues who may take it get a message",
            ),
        ),
        (
            "a lamp goes on when a tool is missing and it stays on until the tool is back",
            ("a lamp goes on when a tool is missing", "It stays on until the tool is back"),
        ),
        (
            "When somebody says yes it goes to the clerk, she approves, and both get a mail",
            (
                "When somebody says yes it goes to the clerk",
                "When somebody says yes, she approves",
                "When somebody says yes, both get a mail",
            ),
        ),
        (
            "When a boat is late the keeper gets a call, and the office writes to the member",
            (
                "When a boat is late the keeper gets a call",
                "When a boat is late, the office writes to the member",
            ),
        ),
        (
            "As soon as the bread is sold out the button turns grey, and the customer sees the next day",
            (
                "As soon as the bread is sold out the button turns grey",
                "As soon as the bread is sold out, the customer sees the next day",
            ),
        ),
        (
            "If you pat the owl while it is red, the ring pulses for five seconds and shows with its pixels how many hours are left",
            (
                "If you pat the owl while it is red, the ring pulses for five seconds",
                "If you pat the owl while it is red, the ring shows with its pixels how many hours are left",
            ),
        ),
        (
            "If it rains it stays shut, and when it is dry it opens",
            ("If it rains it stays shut", "When it is dry it opens"),
        ),
        (
            "If the link drops, keep the lines and send them later",
            ("If the link drops, keep the lines", "If the link drops, send them later"),
        ),
    ],
)
def test_what_is_said_in_one_breath_is_cut_where_something_new_is_said(
    text: str, parts: tuple[str, ...]
) -> None:
    assert demands_of(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "If the mail server is away, letters should wait and not vanish.",
        "If the member is late, the boat goes to the next one",
        "If the customer says it is broken, the clerk marks it",
        "When the dog they walk is ill, the owner gets a call",
        "When the owner of the boat pays a fee, the boat is free",
        "Each walker sees which dogs she has, in what order, and the address and where the key is",
        "A child writes the title, the pages and, for the small ones, speaks the sentence in",
        "The list shows name, phone and size of each guest.",
        "Deposit: 50 euros for anything with an engine, paid by card, refunded when it comes back",
        "Die Mitglieder buchen ein Boot, und der Trainer bestätigt es.",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert demands_of(text) == (text,)


def test_the_table_holds_two_whole_numbers_for_each_thing_found() -> None:
    assert all(
        len(row) == len(JOINTS) and all(isinstance(each, int) for each in row) for row in TABLE.values()
    )


def test_the_table_was_learned_from_the_sentences_that_are_there() -> None:
    """A table that is older than its sentences knows fewer of their joints."""
    found = [row for path in sorted(SENTENCES.glob("*.txt")) for row in rows(path)]
    assert {kind for _, kind in found} == set(JOINTS)
    known = sum(leads(seen, TABLE, least=0) == (kind == JOINTS[0]) for seen, kind in found)
    assert known / len(found) > 0.9
