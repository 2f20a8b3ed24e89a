"""A yes stops counting when what it is bound to changes: it is said aloud, with what to do, and nothing is written."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from policies import entries as e
from policies.stages import Stage, UnitState
from tests.stories.clearing import refusals
from tests.stories.shortcuts import backlog_proposed, delivering, patchset_of, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Comment, Play

TWO = "approvals:\n  minimum: 2\n"
POLICY = ".github/signalbox.yml"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for two people, and the branches there are before anything of it is written."""

    line: str
    branches: tuple[str, ...]


async def _plan(play: Play) -> Waiting:
    run = await plan_proposed(play)
    assert run.plan is not None
    return Waiting(f"/approve plan {run.plan.digest[:12]}", ("main",))


async def _backlog(play: Play) -> Waiting:
    run = await backlog_proposed(play)
    assert run.backlog is not None
    return Waiting(f"/approve backlog {run.backlog.digest[:12]}", ("main", "signalbox/run-1-plan-v1"))


async def _patchset(play: Play) -> Waiting:
    patchset = patchset_of(await delivering(play, "U-03"), "U-03")
    return Waiting(f"/approve {patchset.number} {patchset.digest[:12]}", ("main", "signalbox/run-1-plan-v1"))


KINDS: dict[str, Callable[[Play], Awaitable[Waiting]]] = {
    "plan": _plan,
    "backlog": _backlog,
    "patchset": _patchset,
}


async def _deleted(play: Play, said: Comment) -> str:
    await play.person("raj").do("DELETE", f"{REPO}/issues/comments/{said.id}")
    return "the comment in which @raj said yes was deleted"


async def _edited(play: Play, said: Comment) -> str:
    await play.person("raj").do(
        "PATCH", f"{REPO}/issues/comments/{said.id}", {"body": f"{said.body}\n\nnot yet"}
    )
    return "the comment in which @raj said yes was edited"


async def _edited_by_another(play: Play, said: Comment) -> str:
    await play.person("ada").do("PATCH", f"{REPO}/issues/comments/{said.id}", {"body": "/stop"})
    return "the comment in which @raj said yes was edited"


async def _revoked(play: Play, _said: Comment) -> str:
    await play.github.role(REPOSITORY, raj="triage")
    return "@raj may not approve any more"


async def _left(play: Play, _said: Comment) -> str:
    await play.github.control("/users/raj/delete")
    return "@raj may not approve any more"


async def _policy(play: Play, _said: Comment) -> str:
    await play.commits("ada", {POLICY: f"{TWO}max_parallel_units: 2\n"})
    return "configuration changed after @raj said yes"


CHANGES: dict[str, Callable[[Play, Comment], Awaitable[str]]] = {
    "its comment deleted": _deleted,
    "its comment edited": _edited,
    "its comment edited by an admin": _edited_by_another,
    "the right revoked": _revoked,
    "the policy changed": _policy,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("kind", KINDS)
async def test_of_two_who_say_yes_the_first_stops_counting_when(play: Play, kind: str, change: str) -> None:
    await play.cast(rita="write", ada="admin")
    waiting = await KINDS[kind](play)
    await play.commits("ada", {POLICY: TWO})
    said = await play.says("raj", waiting.line)
    assert [one.by.login for one in (await play.run()).endorsements] == ["raj"]

    why = await CHANGES[change](play, said)
    await play.settled()
    await play.says("rita", waiting.line)

    run = await play.run()
    assert [one.by.login for one in run.endorsements] == ["rita"]
    assert await play.branches() == list(waiting.branches)
    voided = (await play.look()).entries("approval_voided")
    assert [entry.reason for entry in voided if isinstance(entry, e.ApprovalVoided) and why in entry.reason]
    (told,) = [each for each in await play.ours("turn") if "no longer counts" in each.body]
    assert "the yes of `@raj` to" in told.body
    assert "So nothing was written" in told.body
    assert f"/signalbox {waiting.line[1:]}" in told.body or f"`{waiting.line}`" in told.body


async def test_a_yes_that_is_too_old_does_not_count(play: Play) -> None:
    await play.cast(rita="write", zoe="write")
    await play.commits("raj", {POLICY: f"{TWO}  expire_hours: 24\n"})
    waiting = await _plan(play)
    await play.says("raj", waiting.line)
    play.wait(25 * 3600)

    await play.says("rita", waiting.line)

    assert [one.by.login for one in (await play.run()).endorsements] == ["rita"]
    assert "older than 24 hours" in (await play.look()).entries("approval_voided")[0].reason  # type: ignore[union-attr]  # it is an ApprovalVoided
    assert await play.branches() == ["main"]
    await play.says("zoe", waiting.line)
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]


async def test_where_the_repository_asks_again_whenever_the_base_moves_a_patchset_is_drawn_again(
    play: Play,
) -> None:
    await play.commits("raj", {POLICY: "approvals:\n  moved_base: ask\n"})
    waiting = await _patchset(play)
    await play.commits("raj", {"elsewhere.txt": "Nothing to do with it.\n"})

    await play.says("raj", waiting.line)

    assert await refusals(play) == ["SB-203"]
    assert "approvals.moved_base" in (await play.newest("turn")).body
    assert await play.branches() == list(waiting.branches)
    await play.says("raj", "/signalbox refine PS-1 draw it again on the current base")
    patchset = patchset_of(await play.run(), "U-03")
    await play.says("raj", f"/approve PS-1 {patchset.digest[:12]}")
    assert (await play.run()).units["U-03"].state is UnitState.PR_OPEN


async def test_who_edited_the_prd_wrote_it_too(play: Play) -> None:
    await play.commits("raj", {POLICY: "approvals:\n  author_may_approve: false\n"})
    run = await plan_proposed(play)
    body = (await play.person("raj").do("GET", f"{REPO}/issues/{play.issue}"))["body"]
    await play.person("raj").do(
        "PATCH", f"{REPO}/issues/{play.issue}", {"body": f"{body}\n- A member can rate a tool.\n"}
    )
    await play.settled()
    await play.says("mona", "/refine plan read the PRD again")
    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert run.plan is not None
    await play.cast(rita="write")

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    assert await refusals(play) == ["SB-103"]
    await play.says("rita", f"/approve plan {run.plan.digest[:12]}")
    assert [one.by.login for one in (await play.run()).approvals] == ["rita"]


async def test_a_plan_whose_approval_is_void_waits_for_another_one(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    line = f"/approve plan {run.plan.digest[:12]}"
    struck = False

    async def push(method: str, path: str) -> None:
        """Somebody puts a file where the plan's would go, right after the yes was recorded."""
        nonlocal struck
        if not struck and method == "PATCH" and "/issues/comments/" in path:
            struck = True
            await play.pushes("raj", {".signalbox/runs/1/ledger.jsonl": "mine\n"})

    play.recorder.before = push
    await play.says("raj", line)

    after = await play.run()
    assert struck
    assert (after.stage, after.waiting) == (Stage.PLAN_PROPOSED, ("plan",))
    assert await play.branches() == ["main"]
    told = await play.newest("turn")
    assert "the approval of the plan no longer counts" in told.body
    assert f"/signalbox {line[1:]}" in told.body
