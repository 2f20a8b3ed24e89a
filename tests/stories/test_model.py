"""A run whose plan a model draws: what it costs, what comes of its bad days, and that nothing is paid for twice."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from policies import entries as e
from policies.artifacts import PACK
from policies.stages import Overlay, Stage
from tests.stand_ins.messages_api import Cut, Fail, MessagesApi, Raw, Say, Step, messages_api
from tests.stand_ins.model_mind import section, sensible
from tests.stories.prds import TOOLS
from tests.stories.stage import Play

Change = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    async with messages_api() as api:
        api.mind = sensible
        yield api


@pytest.fixture
async def modelled(play: Play, api: MessagesApi) -> Play:
    """The stage, with the local Messages API as the model."""
    await settled_anew(play, anthropic_api_key=SecretStr(api.key), anthropic_base_url=api.url)
    return play


async def settled_anew(play: Play, **settings: object) -> None:
    """The App starts again with other settings."""
    await play.stop()
    play.settings = play.settings.model_copy(update=settings)
    await play.start()


def asked(api: MessagesApi) -> Counter[str]:
    return Counter(section(request) for request in api.requests)


def instead(name: str, *steps: Step) -> Callable[[dict[str, Any]], Step]:
    """A mind that answers this section with the steps, one each time, and sensibly once they are used up."""
    left = list(steps)

    def mind(request: dict[str, Any]) -> Step:
        return left.pop(0) if left and section(request) == name else sensible(request)

    return mind


def spoiled(name: str, change: Change) -> Callable[[dict[str, Any]], Step]:
    """A mind whose answer to this section is always changed."""

    def mind(request: dict[str, Any]) -> Step:
        said = sensible(request)
        if section(request) != name:
            return said
        assert isinstance(said, Say)
        return replace(said, text=json.dumps(change(json.loads(said.text))))

    return mind


async def pack(play: Play) -> dict[str, Any]:
    sight = await play.look()
    assert sight.run is not None
    found: dict[str, Any] = json.loads(sight.artifacts[sight.run.plans[-1].files[PACK]])
    return found


async def test_a_plan_is_drawn_in_three_rounds_and_its_calls_are_on_the_record(
    modelled: Play, api: MessagesApi
) -> None:
    api.delay = 0.3
    await modelled.opens("mona", TOOLS)

    run = await modelled.run()
    assert run.stage is Stage.PLAN_PROPOSED
    # Triage; then what the document demands beside its workflows and its domain; then the design: three delays, and not four.
    assert api.rounds == [1, 3, 1]
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1, "design": 1}
    drawn = await pack(modelled)
    assert drawn["planner"] == "claude-sonnet-5-5"
    assert drawn["architecture"]["headline"] == "One service keeps tools and loans."
    assert "A member can see whose turn it is." in [each["text"] for each in drawn["requirements"]]

    replies = (await modelled.look()).entries("role_replied")
    calls = [call for entry in replies if isinstance(entry, e.RoleReplied) for call in entry.calls]
    # 100 tokens at $2 and 20 at $10 a million: 400 millionths of a dollar.
    assert [call.spent.cost for call in calls] == [400] * 5
    assert run.cost == 2000
    assert len({call.prompt for call in calls}) == 5
    assert calls[1].context == calls[2].context
    assert "600 tokens · \\$0.01 of \\$5.00 (`claude-sonnet-5-5`)" in (await modelled.card()).body


@pytest.mark.parametrize(
    ("mind", "reason", "calls"),
    [
        pytest.param(
            instead("demands", Say("I cannot help with that.", stop_reason="refusal")),
            "planner: the model refused to answer",
            1,
            id="refusal",
        ),
        pytest.param(
            instead("demands", Say('{"requirements": [', stop_reason="max_tokens")),
            "planner: the answer was cut off at its longest allowed length",
            1,
            id="cut off",
        ),
        pytest.param(
            instead("demands", Say(""), Say("no"), Say("[]")),
            "planner: the answer did not fit after 2 repairs: Demands: the whole answer: ",
            3,
            id="rubbish three times",
        ),
        pytest.param(
            instead("demands", Fail(400, "invalid_request_error")),
            "planner: Anthropic refused the request (400 invalid_request_error)",
            1,
            id="refused by the provider",
        ),
    ],
)
async def test_no_answer_stands_for_a_person_with_its_reason_and_a_retry_asks_anew(
    modelled: Play, api: MessagesApi, mind: Callable[[dict[str, Any]], Step], reason: str, calls: int
) -> None:
    api.mind = mind
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert (held.stage, held.overlay) == (Stage.PLANNING, Overlay.NEEDS_HUMAN)
    assert held.overlay_reason.startswith(reason)
    assert asked(api)["demands"] == calls
    assert "I need a person" in (await modelled.newest()).body
    assert [comment.kind for comment in await modelled.comments()] == ["card", "turn"]

    await modelled.says("raj", "/retry")

    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    assert asked(api)["demands"] == calls + 1


async def test_an_answer_that_is_repaired_in_time_is_taken(modelled: Play, api: MessagesApi) -> None:
    api.mind = instead("design", Say("{}"), Say('{"components": "none"}'))
    await modelled.opens("mona", TOOLS)

    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    # Only the section that did not fit is asked again.
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1, "design": 3}


def _without(name: str, ids: int) -> Change:
    return lambda answer: {**answer, name: answer[name][ids:]}


async def test_what_the_model_leaves_out_of_the_document_is_put_back(
    modelled: Play, api: MessagesApi
) -> None:
    api.mind = spoiled("demands", _without("requirements", 2))
    await modelled.opens("mona", TOOLS)

    drawn = await pack(modelled)
    origins = [each["origin"] for each in drawn["requirements"]]
    assert origins[:2] == ["put_back", "put_back"]
    assert drawn["requirements"][0]["text"] == "A member can list a tool with a name and a description."
    assert {each["requirement_id"] for each in drawn["trace"]} >= {
        each["id"] for each in drawn["requirements"]
    }


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        pytest.param(
            lambda answer: {
                **answer,
                "components": [{**part, "requirement_ids": ["FR-999"]} for part in answer["components"]],
            },
            "shelf serves FR-999, which is not in `found_by_now`",
            id="a requirement that is not there",
        ),
        pytest.param(
            lambda answer: {
                **answer,
                "connections": [{"source": "shelf", "target": "moon", "label": "", "waits": True}],
            },
            "a connection names moon, which is not a component",
            id="a component that is not there",
        ),
    ],
)
async def test_an_answer_that_dangles_is_told_so_twice_and_then_given_up(
    modelled: Play, api: MessagesApi, change: Change, mistake: str
) -> None:
    api.mind = spoiled("design", change)
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert held.overlay is Overlay.NEEDS_HUMAN
    assert mistake in held.overlay_reason
    assert mistake in api.requests[-1]["messages"][-1]["content"]
    assert asked(api)["design"] == 3


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(Fail(529, "overloaded_error"), id="529"),
        pytest.param(Fail(429, "rate_limit_error", headers={"retry-after": "900"}), id="429"),
        pytest.param(Fail(500, "api_error"), id="500"),
        pytest.param(Raw(b"<html>gateway</html>"), id="HTML"),
        pytest.param(Cut(), id="cut connection"),
    ],
)
async def test_trouble_is_waited_out_in_the_queue_and_seen_by_nobody(
    modelled: Play, api: MessagesApi, trouble: Step
) -> None:
    api.mind = instead("domain", trouble, trouble)
    began = modelled.now()
    await modelled.opens("mona", TOOLS)

    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    assert [comment.kind for comment in await modelled.comments()] == ["card", "turn"]
    assert modelled.now() - began >= 60
    # The section beside it is stored and not asked again.
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 3, "design": 1}


async def test_a_crash_between_two_sections_pays_for_none_of_them_twice(
    modelled: Play, api: MessagesApi
) -> None:
    reached = asyncio.Event()

    def stuck(request: dict[str, Any]) -> Step:
        if section(request) == "design" and not reached.is_set():
            reached.set()
            api.delay = 20.0
        return sensible(request)

    api.mind = stuck
    opening = asyncio.create_task(modelled.opens("mona", TOOLS))
    await reached.wait()
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    await modelled.crash()
    api.delay = 0.0
    await modelled.start()
    await modelled.settled()

    run = await modelled.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1, "design": 2}
    assert run.cost == 2000
    assert [comment.kind for comment in await modelled.comments()] == ["card", "turn"]


async def test_at_its_budget_a_run_asks_and_goes_on_from_the_same_step(
    modelled: Play, api: MessagesApi
) -> None:
    await settled_anew(modelled, budget_run=0.20)
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert (held.stage, held.overlay) == (Stage.PLANNING, Overlay.BUDGET)
    asking = await modelled.newest()
    assert "SB-402" in asking.body
    assert "/signalbox budget" in asking.body
    assert "⏸️ Budget reached" in (await modelled.card()).body
    assert await modelled.labels() == ["signalbox/paused"]
    # The largest section did not fit; the two beside it did, and are not paid for again.
    assert asked(api) == {"triage": 1, "workflows": 1, "domain": 1}

    assert (await modelled.says("eve", "/budget 0.80")).reactions == {"eyes": 1, "confused": 1}
    assert (await modelled.says("raj", "/budget 10")).reactions == {"eyes": 1, "confused": 1}
    assert "needs admin access" in (await modelled.newest()).body
    assert asked(api) == {"triage": 1, "workflows": 1, "domain": 1}

    assert (await modelled.says("raj", "/budget 0.80")).reactions == {"eyes": 1, "rocket": 1}

    run = await modelled.run()
    assert (run.stage, run.overlay, run.budget) == (Stage.PLAN_PROPOSED, None, 800_000)
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1, "design": 1}
    assert "\\$0.01 of \\$0.80" in (await modelled.card()).body


async def test_a_lost_database_does_not_fill_the_budget_again(modelled: Play, api: MessagesApi) -> None:
    api.mind = lambda request: replace(_said(sensible(request)), output_tokens=20_000)
    await settled_anew(modelled, budget_run=1.05)
    await modelled.opens("mona", TOOLS)
    assert (await modelled.run()).cost == 5 * 200_200
    await modelled.lose_database()

    await modelled.says("raj", "/refine use SQLite")

    held = await modelled.run()
    assert held.overlay is Overlay.BUDGET
    assert held.overlay_reason.startswith("$1.01 of $1.05 is spent")


def _said(step: Step) -> Say:
    assert isinstance(step, Say)
    return step


async def test_without_a_key_nothing_is_held_and_nothing_costs(play: Play) -> None:
    await settled_anew(play, budget_run=0.0, budget_day=0.0)
    await play.opens("mona", TOOLS)

    run = await play.run()
    assert (run.stage, run.cost) == (Stage.PLAN_PROPOSED, 0)
