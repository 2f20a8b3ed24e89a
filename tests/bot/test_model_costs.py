"""What a question's calls are told as and what they cost, section by section, and what no budget pays for."""

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import pytest

from agents.ask import Answered, Ask, ModelReply, ModelRequest, Unanswered
from bot.anthropic_provider import Anthropic
from bot.budget import OverBudget, Purse
from bot.errors import Retry
from bot.queue_sqlite import SqliteQueue
from config.budgets import Caps
from tests.bot.asking import GOOD, QUESTION, SCHEMA, Parts, provider, purse_of
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.messages_api import Cut, Fail, MessagesApi, Raw, Say, Slow, Step


async def test_what_comes_after_is_asked_once_what_comes_before_has_answered(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, purse: Purse
) -> None:
    model = provider(api, queue, clock, turns=Parts(3, 2))
    api.script = [GOOD] * 5
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    asked = [request["messages"][0]["content"] for request in api.requests]
    assert [len(content) for content in asked] == [2, 2, 2, 3, 3]
    assert sorted(content[-1]["text"] for content in asked[3:]) == ["Last 0.", "Last 1."]
    assert asked[3][1] == {"type": "text", "text": "{}"}
    assert len(answered.calls) == 5
    await model.close()


async def test_only_the_part_that_does_not_fit_is_asked_again(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, purse: Purse
) -> None:
    model = provider(api, queue, clock, turns=Parts(3))
    api.script = [GOOD, Say("no"), GOOD, GOOD]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert [len(request["messages"]) for request in api.requests] == [1, 1, 1, 3]
    assert len(answered.calls) == 4
    await model.close()


async def test_each_call_is_told_with_digests_of_what_was_said_and_its_cost(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    bad = Say("no", input_tokens=1000, output_tokens=500, cache_read=2000, cache_write=400)
    api.script = [bad, replace(bad, text='{"answer":"42"}')]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    first, second = answered.calls
    # 1000 at $2, 500 at $10, 2000 read at $0.20 and 400 written at $2.50 a million.
    assert first.usage.cost == second.usage.cost == 2000 + 5000 + 400 + 1000
    assert answered.usage.cost == 16_800
    assert first.prompt == second.prompt == sha256(b"You plan.\0Part 0.\0" + SCHEMA + b"\0").hexdigest()
    assert first.context == sha256(b'{"prd":"A shop."}\0\0').hexdigest()
    assert second.context != first.context


async def test_a_question_whose_answer_was_no_good_is_put_afresh_once_it_is_forgotten(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    api.script = [Say("", stop_reason="refusal"), GOOD]
    assert isinstance(await model.ask(QUESTION, purse), Unanswered)
    assert isinstance(await model.ask(QUESTION, purse), Unanswered)
    assert len(api.requests) == 1
    await model.forget(QUESTION)
    assert isinstance(await model.ask(QUESTION, purse), Answered)
    assert len(api.requests) == 2


async def test_no_call_is_made_that_could_break_the_budget(
    model: Anthropic, api: MessagesApi, queue: SqliteQueue, clock: ManualClock
) -> None:
    poor = purse_of(queue, clock, Caps(run=40_000))
    with pytest.raises(OverBudget, match=re.escape("run: $0.00 of $0.04")):
        await model.ask(QUESTION, poor)
    assert api.requests == []


@pytest.mark.parametrize(
    ("step", "charged"),
    [
        pytest.param(GOOD, 400, id="answered: its cost"),
        pytest.param(Fail(529, "overloaded_error"), 0, id="busy: nothing"),
        pytest.param(Fail(400, "invalid_request_error"), 0, id="refused: nothing"),
        pytest.param(Slow(5), 45_193, id="too late: the worst"),
        pytest.param(Cut(), 45_193, id="cut off: the worst"),
        pytest.param(Raw(b"<html>gateway</html>"), 45_193, id="no message: the worst"),
    ],
)
async def test_what_is_charged_is_the_cost_or_the_worst_when_nobody_knows(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, step: Step, charged: int
) -> None:
    model = provider(api, queue, clock, longest=1.5)
    api.script = [step]
    with contextlib.suppress(Retry):
        await model.ask(QUESTION, purse_of(queue, clock))
    assert int(await queue.cached("budget/run/9/12") or b"") == charged
    await model.close()


@dataclass(frozen=True)
class About(Parts):
    """One call about this document."""

    document: str = ""

    def requests(self, ask: Ask, replies: Mapping[str, ModelReply]) -> Mapping[str, ModelRequest]:
        asked = super().requests(ask, replies)
        return {name: replace(request, document=self.document) for name, request in asked.items()}


@pytest.mark.parametrize(
    ("document", "held"),
    [
        pytest.param("a shop for books " * 300, 4_250, id="words: three bytes a token"),
        pytest.param("}{][" * 1275, 12_750, id="signs: each may be one"),
        pytest.param("書店" * 850, 12_750, id="another script: each byte may be one"),
    ],
)
async def test_what_is_held_is_the_most_that_such_a_text_can_have_of_tokens(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, document: str, held: int
) -> None:
    """Of 5,100 bytes each; a token that is written to the cache costs two and a half millionths of a dollar."""
    holds = []
    for text in ("", document):
        model = provider(api, queue, clock, turns=About(document=text), longest=0.3)
        api.script = [Slow(5)]
        before = int(await queue.cached("budget/run/9/12") or 0)
        with contextlib.suppress(Retry):
            await model.ask(QUESTION, purse_of(queue, clock))
        holds.append(int(await queue.cached("budget/run/9/12") or 0) - before)
        await model.close()
    assert holds[1] - holds[0] == held
