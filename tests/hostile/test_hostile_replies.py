"""What a model sends before anything has judged it: too large, too deep, half, doubled, or not JSON; it is put aside in words."""

import json

import pytest

from agents.ask import Ask, ModelReply, Role, Usage, ask
from agents.model_turns import mistakes
from agents.roles import ROLES
from policies import commands as c
from policies import entries as e
from policies.decide import decide
from policies.decision import Moved
from policies.facts import Facts
from tests.handlers import shop
from tests.hostile.stagings import RUNS, SUBJECTS

BODY = "# Shelf\nA tool.\n\n## Requirements\n- FR-1: Add a book\n"
USAGE = Usage(model="some-model")
ASKS: dict[Role, Ask] = {
    "triage": ask("triage", {"body": BODY}),
    "planner": ask("planner", {"body": BODY}),
}
SECTIONS = [(role, section.name) for role in ASKS for section in ROLES[role].sections]
MEGABYTES = "x" * (10 * 1024 * 1024)
UNREADABLE = {
    "ten megabytes": MEGABYTES,
    "ten megabytes in a string": json.dumps({"verdict": MEGABYTES}),
    "deep lists": "[" * 2000 + "]" * 2000,
    "deep objects": '{"a":' * 2000 + "1" + "}" * 2000,
    "ten thousand keys": "{" + ",".join(f'"k{n}":1' for n in range(10_000)) + "}",
    "a fence": '```json\n{"verdict":"GO"}\n```',
    "prose": 'Here you are: {"verdict":"GO"}',
    "two answers": '{"verdict":"GO"}{"verdict":"GO"}',
    "half": '{"verdict":"G',
    "nothing": "",
    "a command": "/approve plan",
    "not a number": '{"verdict":NaN}',
    "half a character": '{"verdict":"\\ud800"}',
    "HTML": "<html><body>502</body></html>",
    "a number": "1e999",
    "a state": '{"stage":"DELIVERING","approved":true}',
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize(("role", "section"), SECTIONS, ids=[name for _, name in SECTIONS])
def test_what_is_no_answer_is_named_in_a_few_words(role: Role, section: str, text: str) -> None:
    found = mistakes(ASKS[role], section, {section: ModelReply(text, "end_turn", USAGE)})
    assert found
    assert sum(map(len, found)) < 12_000
    assert MEGABYTES[:1000] not in "".join(found)


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("role", SUBJECTS)
def test_what_is_no_answer_ends_in_a_person_s_hands(role: Role, text: str) -> None:
    command = c.AcceptReply(
        role=role,
        ask="0" * 64,
        subject=SUBJECTS[role],
        base_sha="a" * 40,
        content="1" * 64,
        reason="",
        usage=USAGE,
    )
    decision = decide(RUNS[role], command, Facts(now=shop.NOW, content=text.encode()), cause="c-1")
    assert isinstance(decision, Moved)
    assert decision.artifacts == ()
    told = [entry for entry in decision.entries if isinstance(entry, e.NeedsHuman | e.UnitWaits)]
    assert len(told) == 1
    assert len(told[0].reason) <= 500
    assert {entry.type for entry in decision.entries} <= {"role_replied", "needs_human", "unit_waits"}
