"""The model port over the real SDK and real HTTP, against a local Messages API."""

import asyncio
import json

import pytest

from agents.ask import Answered, Ask, Unanswered
from bot.anthropic_provider import Anthropic
from bot.budget import Purse
from bot.errors import Retry
from bot.queue_sqlite import SqliteQueue
from tests.bot.asking import GOOD, QUESTION, SCHEMA, Parts, odd, provider, purse_of
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.messages_api import Cut, Drip, Fail, MessagesApi, Raw, Say, Slow, Step, messages_api
from tests.stand_ins.model_mind import MATERIAL


async def test_a_good_answer_costs_one_call_and_says_what_it_cost(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    api.script = [Say('{"answer":"42"}', input_tokens=900, output_tokens=30, cache_read=500, cache_write=60)]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert answered.content == b'["42"]'
    usage = answered.usage
    assert (usage.model, usage.input_tokens, usage.output_tokens) == ("claude-sonnet-5-5", 900, 30)
    assert (usage.cache_read_tokens, usage.cache_write_tokens) == (500, 60)


async def test_what_can_be_worked_out_meanwhile_holds_up_no_call(
    queue: SqliteQueue, clock: ManualClock, api: MessagesApi, purse: Purse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sections.HEAD_START", 60)
    sent: list[int] = []

    class Watched(Parts):
        def ahead(self, ask: Ask) -> None:
            del ask
            sent.append(len(api.requests))

    model = provider(api, queue, clock, turns=Watched(2))
    api.script = [GOOD, GOOD]
    assert isinstance(await model.ask(QUESTION, purse), Answered)
    assert sent == [2]
    await model.close()


async def test_the_request_caches_the_document_wants_the_schema_and_offers_no_tools(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    api.script = [GOOD]
    await model.ask(QUESTION, purse)
    (request,) = api.requests
    cached = {"type": "ephemeral"}
    assert request["system"] == [{"type": "text", "text": "You plan.", "cache_control": cached}]
    assert request["messages"] == [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": '{"prd":"A shop."}', "cache_control": cached},
                {"type": "text", "text": "Part 0."},
            ],
        }
    ]
    assert request["output_config"] == {"format": {"type": "json_schema", "schema": json.loads(SCHEMA)}}
    assert request["max_tokens"] == 4000
    assert "tools" not in request


@pytest.mark.parametrize("bad", ["", "not JSON", '{"answer"', '{"other": 1}', "[]", "```json\n{}\n```"])
async def test_an_answer_that_does_not_fit_is_sent_back_with_what_is_wrong(
    model: Anthropic, api: MessagesApi, bad: str, purse: Purse
) -> None:
    api.script = [Say(bad), GOOD]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert (answered.usage.input_tokens, answered.usage.output_tokens) == (200, 40)
    turns = api.requests[1]["messages"]
    assert [turn["role"] for turn in turns] == ["user", "assistant", "user"]
    assert turns[1]["content"] == (bad or "(nothing)")
    wrong = MATERIAL.search(turns[2]["content"])
    assert wrong is not None
    assert json.loads(wrong[2])[0].startswith("answer: ")


async def test_an_answer_beyond_all_bounds_is_not_sent_back(
    model: Anthropic, api: MessagesApi, purse: Purse
) -> None:
    api.script = [Say("x" * 10_000_000), GOOD]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert api.requests[1]["messages"][1]["content"] == "(an answer of 10000000 characters)"


async def test_after_two_repairs_there_is_no_answer(model: Anthropic, api: MessagesApi, purse: Purse) -> None:
    api.script = [Say("no"), Say("no"), Say("no"), GOOD]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Unanswered)
    assert (
        answered.reason
        == "the model's answer could not be used, nor its 2 repairs. Wrong in the last: answer: JSONDecodeError"
    )
    assert answered.usage.output_tokens == 60
    assert len(api.requests) == 3


@pytest.mark.parametrize(
    ("stop_reason", "says"),
    [
        ("max_tokens", "the answer was cut off at its longest allowed length"),
        ("model_context_window_exceeded", "the question and its answer do not fit into the model's memory"),
        ("refusal", "the model refused to answer"),
        ("tool_use", "the model tried to use a tool, and it has none"),
        ("something_new", "the model stopped for an unknown reason (something_new)"),
        ("", "the model stopped for an unknown reason (none given)"),
    ],
)
async def test_a_partial_answer_is_never_taken_for_a_whole_one(
    model: Anthropic, api: MessagesApi, stop_reason: str, says: str, purse: Purse
) -> None:
    api.script = [Say('{"answer":"42"}', stop_reason=stop_reason)]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Unanswered)
    assert answered.reason == says
    assert answered.usage.output_tokens == 20


@pytest.mark.parametrize("stop_reason", ["end_turn", "stop_sequence"])
async def test_a_finished_turn_is_read(
    model: Anthropic, api: MessagesApi, stop_reason: str, purse: Purse
) -> None:
    api.script = [Say('{"answer":"42"}', stop_reason=stop_reason)]
    assert isinstance(await model.ask(QUESTION, purse), Answered)


@pytest.mark.parametrize(
    ("step", "later"),
    [
        pytest.param(
            Fail(429, "rate_limit_error", headers={"retry-after": "86400"}), 86400, id="429 for a day"
        ),
        pytest.param(Fail(429, "rate_limit_error"), 60, id="429 without advice"),
        pytest.param(
            Fail(429, "rate_limit_error", headers={"retry-after": "soon"}), 60, id="429 with odd advice"
        ),
        pytest.param(
            Fail(429, "rate_limit_error", headers={"retry-after": "9" * 12}), 86400, id="429 for ages"
        ),
        pytest.param(
            Fail(429, "rate_limit_error", headers={"retry-after": "-5"}), 60, id="429 with advice of the past"
        ),
        pytest.param(Fail(529, "overloaded_error"), 30, id="529"),
        pytest.param(Fail(529, "overloaded_error", headers={"retry-after": "7"}), 7, id="529 with advice"),
        pytest.param(Fail(500, "api_error"), 30, id="500"),
        pytest.param(Fail(503, "api_error"), 30, id="503"),
        pytest.param(Fail(504, "timeout_error"), 30, id="504"),
        pytest.param(Fail(408, "timeout_error"), 30, id="408"),
        pytest.param(Fail(409, "conflict_error"), 30, id="409"),
        pytest.param(Raw(b"<html>gateway</html>"), 30, id="HTML with 200"),
        pytest.param(Raw(b'{"id": "msg_', "application/json"), 30, id="half a JSON"),
        pytest.param(Raw(b"{}", "application/json"), 30, id="empty object"),
        pytest.param(Raw(b"[]", "application/json"), 30, id="list"),
        pytest.param(Raw(b"[" * 2000 + b"]" * 2000, "application/json"), 30, id="deep lists"),
        pytest.param(Raw(b'{"content":' * 2000, "application/json"), 30, id="deep objects"),
        pytest.param(odd(content="words"), 30, id="words for content"),
        pytest.param(odd(content=["words"]), 30, id="words for a block"),
        pytest.param(odd(content=[{"type": "text", "text": {"a": 1}}]), 30, id="an object for text"),
        pytest.param(odd(content=None), 30, id="no content"),
        pytest.param(odd(usage=None), 30, id="no usage"),
        pytest.param(odd(usage={"input_tokens": "many", "output_tokens": 1}), 30, id="words for tokens"),
        pytest.param(odd(usage={"input_tokens": -5, "output_tokens": 1}), 30, id="tokens owed"),
        pytest.param(odd(usage={"input_tokens": 10**30, "output_tokens": 1}), 30, id="tokens without end"),
        pytest.param(odd(usage={"input_tokens": 1.5, "output_tokens": 1}), 30, id="half a token"),
        pytest.param(odd(usage={"input_tokens": True, "output_tokens": 1}), 30, id="yes for tokens"),
        pytest.param(odd(usage={"input_tokens": None, "output_tokens": None}), 30, id="tokens untold"),
        pytest.param(odd(usage=["many"]), 30, id="a list for usage"),
        pytest.param(Raw(b'{"type": "error", "error": {}}', "application/json"), 30, id="an error with 200"),
        pytest.param(Raw(b'{"id": "\xff"}', "application/json"), 30, id="no UTF-8"),
        pytest.param(Raw(b"", "application/json"), 30, id="nothing"),
        pytest.param(Raw(b"<html>bad gateway</html>", status=502), 30, id="HTML with 502"),
        pytest.param(Cut(), 30, id="cut connection"),
        pytest.param(Cut(chunks=True), 30, id="a chunk without an end"),
        pytest.param(Slow(5), 30, id="slow"),
        pytest.param(Drip(5), 30, id="a piece now and then, and no end"),
    ],
)
async def test_trouble_goes_back_to_the_queue_at_once(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, step: Step, later: float
) -> None:
    model = provider(api, queue, clock, longest=0.5 if isinstance(step, Slow | Drip) else 10)
    api.script = [step, GOOD]
    async with asyncio.timeout(3):
        with pytest.raises(Retry) as raised:
            await model.ask(QUESTION, purse_of(queue, clock))
    assert raised.value.at == clock() + later
    assert len(api.requests) == 1
    await model.close()


async def test_nobody_listening_goes_back_to_the_queue(
    queue: SqliteQueue, clock: ManualClock, purse: Purse
) -> None:
    async with messages_api() as gone:
        pass
    model = provider(gone, queue, clock)
    with pytest.raises(Retry, match="Anthropic could not be reached"):
        await model.ask(QUESTION, purse)
    await model.close()


async def test_no_error_shows_the_key(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, purse: Purse
) -> None:
    model = provider(api, queue, clock, key="sk-ant-canary-0123456789")
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Unanswered)
    assert "canary" not in repr(answered)
    assert "canary" not in repr(model)
    await model.close()
    api.script = [Fail(529, "overloaded_error", "sk-ant-canary-0123456789")]
    model = provider(api, queue, clock)
    with pytest.raises(Retry) as raised:
        await model.ask(QUESTION, purse)
    assert "canary" not in repr(raised.value)
    assert raised.value.__suppress_context__
    await model.close()


async def test_parts_run_side_by_side_and_are_read_together(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, purse: Purse
) -> None:
    model = provider(api, queue, clock, turns=Parts(3))
    api.script = [GOOD] * 3
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert answered.content == b'["42", "42", "42"]'
    assert answered.usage.input_tokens == 300
    assert sorted(request["messages"][0]["content"][1]["text"] for request in api.requests) == [
        "Part 0.",
        "Part 1.",
        "Part 2.",
    ]
    await model.close()


async def test_a_part_that_was_answered_is_not_paid_for_again(
    api: MessagesApi, queue: SqliteQueue, clock: ManualClock, purse: Purse
) -> None:
    model = provider(api, queue, clock, turns=Parts(3))
    api.script = [GOOD, Fail(529, "overloaded_error"), GOOD]
    with pytest.raises(Retry):
        await model.ask(QUESTION, purse)
    assert len(api.requests) == 3
    api.script = [GOOD]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Answered)
    assert len(api.requests) == 4
    assert answered.usage.input_tokens == 300
    again = await model.ask(QUESTION, purse)
    assert again == answered
    assert len(api.requests) == 4
    await model.close()
