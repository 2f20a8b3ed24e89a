"""A model on its bad days: no answer, a useless one, a late one, and a process that is killed between two of them."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.compose import LOOPS
from bot.queue_sqlite import SqliteQueue
from policies.stages import Overlay, Stage, UnitState
from tests.stand_ins.messages_api import Cut, Fail, MessagesApi, Raw, Say, Step
from tests.stand_ins.model_mind import section, sensible
from tests.stories.modelled import Change, Mind, asked, instead, spoiled, until
from tests.stories.prds import TOOLS
from tests.stories.seen import NAME, OWNER
from tests.stories.stage import REPO, REPOSITORY, Play


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
            "planner: the model's answer could not be used, nor its 2 repairs. Wrong in the last: it is no JSON object",
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
    modelled: Play, api: MessagesApi, mind: Mind, reason: str, calls: int
) -> None:
    api.mind = mind
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert (held.stage, held.overlay) == (Stage.PLANNING, Overlay.NEEDS_HUMAN)
    assert held.overlay_reason.startswith(reason)
    assert asked(api)["demands"] == calls
    assert "I need a person" in (await modelled.newest()).body
    assert [comment.kind for comment in await modelled.comments()] == ["card", "turn"]
    # There is no plan a yes could be for, and `/retry` is what the comment asks for.
    await modelled.says("raj", "/approve")
    assert "Nothing waits for approval now." in (await modelled.newest()).body

    await modelled.says("raj", "/retry")

    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    assert asked(api)["demands"] == calls + 1


async def test_an_answer_that_is_repaired_in_time_is_taken(modelled: Play, api: MessagesApi) -> None:
    api.mind = instead("design", Say("{}"), Say('{"components": "none"}'))
    await modelled.opens("mona", TOOLS)

    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    # Only the section that did not fit is asked again.
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1, "design": 3}


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        pytest.param(
            lambda answer: {
                **answer,
                "components": [{**part, "requirement_ids": ["FR-999"]} for part in answer["components"]],
            },
            "shelf serves FR-999, which is none of the demands found by now",
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


async def test_a_model_that_wants_to_be_left_alone_for_a_day_is_and_the_card_says_so(
    modelled: Play, api: MessagesApi
) -> None:
    """Nothing sleeps meanwhile: people are answered, and the status card says why nothing comes and when it goes on."""
    api.mind = instead("triage", Fail(429, "rate_limit_error", headers={"retry-after": "86400"}))
    began = modelled.now()
    await modelled.opens("mona", TOOLS, label=False)
    await modelled.person("tess").do(
        "POST", f"{REPO}/issues/{modelled.issue}/labels", {"labels": ["signalbox"]}
    )

    async def told() -> bool:
        cards = await modelled.ours("card")
        return bool(cards) and "Held up" in cards[0].body

    await until(told)
    assert modelled.now() - began < 60
    card = (await modelled.card()).body
    assert "### 🔵 Received. Looking at the PRD; the model has not answered since " in card
    assert "| Waiting for | the model’s answer |" in card
    assert ", in 1 of 60 tries: Anthropic is busy (429). I ask again by myself from " in card

    asking = await modelled.person("raj").comment(REPOSITORY, modelled.issue, "/signalbox status")

    async def answered() -> bool:
        return "+1" in (await modelled.comment(asking)).reactions

    await until(answered)
    assert modelled.now() - began < 60
    # Whoever asks where the run stands asks because nothing comes, and is told why.
    said = (await modelled.newest("reply")).body
    assert "Held up: No answer since " in said
    assert "Anthropic is busy (429)." in said

    await modelled.settled()
    assert modelled.now() - began >= 86_400
    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    assert "Held up" not in (await modelled.card()).body


async def test_a_model_that_never_answers_is_asked_less_and_less_and_then_a_person_is(
    modelled: Play, api: MessagesApi
) -> None:
    api.mind = lambda _: Fail(529, "overloaded_error")
    began = modelled.now()
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert (held.stage, held.overlay) == (Stage.INGESTED, Overlay.NEEDS_HUMAN)
    why = "no answer in 60 tries over 9 hours (incident 2): Anthropic is busy (529)"
    assert held.overlay_reason == f"triage: {why}"
    assert f"### 🟠 I need a person: {why}" in (await modelled.card()).body
    assert 8 < (modelled.now() - began) / 3600 < 10
    assert held.cost == 0
    assert [comment.kind for comment in await modelled.comments()] == ["card", "turn"]
    assert "Held up" not in (await modelled.card()).body
    modelled.dead = ("Anthropic is busy (529)",)

    api.mind = sensible
    await modelled.says("raj", "/retry")
    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED


async def test_a_slow_model_takes_no_place_from_people(modelled: Play, api: MessagesApi) -> None:
    """More runs wait for the model than the App works on at once, and somebody asks in one of them."""
    api.delay = 60.0
    for number in range(LOOPS):
        await modelled.opens("mona", TOOLS, title=f"Shelf {number}", label=False)
        await modelled.person("tess").do(
            "POST", f"{REPO}/issues/{modelled.issue}/labels", {"labels": ["signalbox"]}
        )
    id_ = modelled.github.world.repos[OWNER, NAME].id
    waiting = {f"{id_}#{number}!triage" for number in range(1, LOOPS + 1)}
    queue = modelled.app.queue
    assert isinstance(queue, SqliteQueue)
    order = queue._order

    async def all_wait() -> bool:
        asked = {name for name, lane in order._lanes.items() if lane.current is not None}
        return waiting <= order._lanes.keys() and len(waiting & asked) == modelled.settings.model_calls

    await until(all_wait)

    asking = await modelled.person("raj").comment(REPOSITORY, modelled.issue, "/signalbox status")

    async def answered() -> bool:
        return "+1" in (await modelled.comment(asking)).reactions

    await until(answered)
    # Only so many calls are made to the provider at once.
    assert api.at_once == 4
    assert api.rounds == [4]
    await modelled.crash()


# The calls of a run from the label to its first patchset, in the order in which they are answered.
CALLS = ("triage", "demands", "workflows", "domain", "design", "backlog", "files")


@pytest.mark.parametrize("stored", range(1, len(CALLS)))
async def test_a_crash_after_any_call_pays_for_none_of_those_before_it_twice(
    modelled: Play, api: MessagesApi, stored: int
) -> None:
    reached, answered = asyncio.Event(), list[str]()

    def stuck(request: dict[str, Any]) -> Step:
        if len(answered) == stored and not reached.is_set():
            reached.set()
            api.delay = 20.0
        if api.delay == 0.0:
            answered.append(section(request))
        return sensible(request)

    async def on_disk() -> bool:
        return calls_stored(modelled) >= stored

    async def survived(step: Coroutine[Any, Any, object]) -> None:
        """The step, through the crash if that comes in it."""
        doing, hit = asyncio.create_task(step), asyncio.create_task(reached.wait())
        await asyncio.wait({doing, hit}, return_when=asyncio.FIRST_COMPLETED)
        if reached.is_set() and api.delay:
            await until(on_disk)
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)
            await modelled.crash()
            api.delay = 0.0
            await modelled.start()
            await modelled.settled()
        hit.cancel()
        await asyncio.gather(doing, hit, return_exceptions=True)

    api.mind = stuck
    await survived(modelled.opens("mona", TOOLS))
    run = await modelled.run()
    assert run.plan is not None
    await survived(modelled.says("raj", f"/approve plan {run.plan.digest[:12]}"))
    run = await modelled.run()
    assert run.backlog is not None
    await survived(modelled.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-01"))

    run = await modelled.run()
    assert reached.is_set()
    assert run.units["U-01"].state is UnitState.WAITING_USER_APPROVAL
    times = asked(api)
    # Those that had an answer on the disk were asked once; those that were under way when the process died, twice at most.
    assert [times[name] for name in answered[:stored]] == [1] * stored
    assert sum(times.values()) <= len(CALLS) + 3
    # Each call is on the record once.
    assert run.cost == 400 * len(CALLS)
    assert await modelled.app.queue.dead_letters() == ()


def calls_stored(play: Play) -> int:
    """How many replies of the model lie on the App's disk."""
    with contextlib.closing(sqlite3.connect(f"file:{play.data / 'queue.sqlite3'}?mode=ro", uri=True)) as disk:
        found = "SELECT count(*) FROM answer WHERE CAST(content AS TEXT) LIKE '%\"stop_reason\"%'"
        (count,) = disk.execute(found).fetchone()
    return int(count)
