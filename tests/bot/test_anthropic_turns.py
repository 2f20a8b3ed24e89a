"""What of a message is the model's answer: turns that pause, thoughts, half characters, and names that are none."""

import pytest

from agents.ask import Answered, Unanswered
from bot.anthropic_provider import Anthropic
from bot.budget import Purse
from tests.bot.asking import GOOD, QUESTION, odd
from tests.stand_ins.messages_api import MessagesApi, Say


async def test_a_paused_turn_goes_on_where_it_stopped(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    api.script = [
        Say('{"ans', stop_reason="pause_turn"),
        Say('wer":"4', stop_reason="pause_turn"),
        Say('2"}'),
    ]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert answered.content == b'["42"]'
    assert answered.usage.input_tokens == 300
    assert api.requests[2]["messages"][1] == {"role": "assistant", "content": '{"answer":"4'}


@pytest.mark.parametrize("paused", ["", " \n"])
async def test_a_turn_that_pauses_before_its_first_word_is_asked_again(
    model: Anthropic, api: MessagesApi, purse: Purse, paused: str
) -> None:
    api.script = [Say(paused, stop_reason="pause_turn"), GOOD]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert answered.content == b'["42"]'
    assert api.requests[1]["messages"] == api.requests[0]["messages"]


async def test_a_turn_that_pauses_at_a_blank_goes_on_without_it(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    api.script = [Say('{"answer": ', stop_reason="pause_turn"), Say(' "42"}')]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert api.requests[1]["messages"][1] == {"role": "assistant", "content": '{"answer":'}


async def test_what_a_model_thinks_is_no_part_of_its_answer(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    thought = [
        {"type": "thinking", "thinking": '{"answer":"41"}', "signature": "x"},
        {"type": "redacted_thinking", "data": "x"},
        {"type": "of_next_year", "text": '{"answer":"43"}'},
    ]
    api.script = [odd(content=thought), odd(content=[*thought, {"type": "text", "text": '{"answer":"42"}'}])]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert answered.content == b'["42"]'
    # Thoughts alone are no answer.
    assert api.requests[1]["messages"][1]["content"] == "(nothing)"


@pytest.mark.parametrize("model_name", [None, "", "m" * 101, "**@everyone**\n# Approved", {"a": 1}])
async def test_a_name_that_looks_like_none_is_not_kept(
    model: Anthropic, api: MessagesApi, purse: Purse, model_name: object
) -> None:
    api.script = [odd(model=model_name)]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    named = {answered.usage.model, *(call.usage.model for call in answered.calls)}
    assert named == {"claude-sonnet-5-5"}


async def test_a_turn_that_pauses_for_ever_is_given_up(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    api.script = [Say("x", stop_reason="pause_turn")] * 5
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Unanswered)
    assert answered.reason == "the model paused its turn again and again"
    assert len(api.requests) == 3


async def test_half_a_character_is_neither_kept_nor_sent_on(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    """JSON can spell half a character, and no text can hold it."""
    api.script = [odd(content=[{"type": "text", "text": "no\ud800"}]), GOOD]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert api.requests[1]["messages"][1]["content"] == "no\ufffd"
