"""Questions are named by all they hold, so that an answer is stored once and never mistaken for another's."""

import dataclasses
import json
import math
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.ask import Answered, Ask, Role, Unanswered, Usage, ask

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=10,
)


def test_the_inputs_are_canonical_json() -> None:
    assert (
        ask("planner", {"b": 1, "a": "é", "c": [True, None]}).inputs
        == '{"a":"é","b":1,"c":[true,null]}'.encode()
    )


def test_the_digest_is_of_the_role_and_the_inputs() -> None:
    """Written out, because answers are stored under it: a change of it would ask every question again."""
    assert ask("planner", {"prd": "A shop."}).digest == (
        "228fcbbade605339cc82327f9954ce211de227ae274fcb8041362d9a091e1a37"
    )


@given(JSON)
def test_the_same_question_has_the_same_name_however_it_was_put_together(inputs: Any) -> None:
    again = json.loads(json.dumps(inputs, sort_keys=True))
    assert ask("planner", inputs) == ask("planner", again)
    assert ask("planner", inputs).digest == ask("planner", again).digest


@given(JSON, JSON)
def test_another_question_has_another_name(one: Any, other: Any) -> None:
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (ask("planner", one).digest == ask("planner", other).digest) == same


def test_each_role_s_question_has_its_own_name() -> None:
    digests = {ask(role, {"prd": "A shop."}).digest for role in get_args(Role)}
    assert len(digests) == len(get_args(Role))


def test_a_role_cannot_be_moved_into_the_inputs() -> None:
    """The line break between them is in no role, so no two pairs run together."""
    assert not any("\n" in role for role in get_args(Role))
    assert ask("triage", "x").digest != Ask(role="triage", inputs=b'\n"x"').digest


@pytest.mark.parametrize(
    "inputs",
    [
        pytest.param(math.nan, id="not a number"),
        pytest.param(math.inf, id="infinity"),
        pytest.param(2**60, id="a number that JSON cannot hold"),
        pytest.param("\ud800", id="half a character"),
        pytest.param({1: "a"}, id="a key that is no text"),
        pytest.param(object(), id="no JSON"),
        pytest.param(b"bytes", id="bytes"),
        pytest.param({"a": {1, 2}}, id="a set"),
    ],
)
def test_what_is_not_json_cannot_be_asked(inputs: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        ask("planner", inputs)


def test_questions_and_answers_cannot_be_changed() -> None:
    usage = Usage(model="built-in")
    for value in (ask("planner", {}), usage, Answered(b"{}", usage), Unanswered("no", usage)):
        name = dataclasses.fields(value)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, "other")


def test_what_costs_nothing_says_so() -> None:
    usage = dataclasses.asdict(Usage(model="built-in"))
    assert {name: amount for name, amount in usage.items() if amount} == {"model": "built-in"}
