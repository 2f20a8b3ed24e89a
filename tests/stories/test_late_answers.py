"""Answers that come after the plan was approved: the units that hang on the question change, and nothing else."""

import json

from agents.schemas.backlog import Backlog
from handlers.blocks import read_artifacts
from policies.artifacts import BACKLOG
from policies.run import Run
from policies.stages import Stage, UnitState
from tests.stand_ins.messages_api import MessagesApi
from tests.stories.losing import redelivered
from tests.stories.modelled import serving, spoiled
from tests.stories.shortcuts import approve_unit, backlog_proposed, delivering, patchset_of
from tests.stories.stage import Play

LOAD = "How many users and requests should it handle in the first year?"
SAID = "Fifty people, and 4000 on open day"


def question(run: Run, text: str) -> str:
    """The number of a question, as people type it."""
    return next(each.id for each in run.questions if each.text == text).removeprefix("Q")


async def backlogs(play: Play) -> list[Backlog]:
    """Every version of the backlog, as it stands in the App's comments."""
    found = read_artifacts([each.body for each in await play.ours()])
    return [Backlog.model_validate_json(found[v.files[BACKLOG]]) for v in (await play.run()).backlogs]


async def test_while_the_backlog_waits_its_next_version_names_the_units_that_an_answer_changes(
    play: Play,
) -> None:
    run = await backlog_proposed(play)
    asked = len(run.spent)

    await play.says("mona", f"/answer {question(run, LOAD)} {SAID}")

    run = await play.run()
    assert run.stage is Stage.BACKLOG_PROPOSED
    assert [version.number for version in run.backlogs] == [1, 2]
    assert len(run.spent) == asked
    before, after = await backlogs(play)
    changed = {one.id for one, other in zip(before.units, after.units, strict=True) if one != other}
    assert changed == {"U-20", "U-21", "U-23"}
    criterion = f"Q2, “{LOAD}”: {SAID} (@mona)"
    assert all((criterion in unit.acceptance_criteria) is (unit.id in changed) for unit in after.units)
    told = (await play.newest()).body
    assert (
        f"Q2 was answered after the plan was approved: “{SAID}” (`@mona`). It changes U-20, U-21, U-23."
        in told
    )
    assert (
        f"unit U-20 is now: Prove performance: A page loads in under one second (must also meet: Q2, “{LOAD}”: "
        in told
    )

    await play.says("raj", f"/approve backlog {run.backlogs[0].digest[:12]}")
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    await play.says("mona", "/refine backlog drop U-05")
    third = (await backlogs(play))[2]
    assert [unit for unit in third.units if unit.id in changed] == [
        unit for unit in after.units if unit.id in changed
    ]

    await play.says("mona", f"/answer {question(run, LOAD)} default")
    fourth = (await backlogs(play))[3]
    assert [unit for unit in fourth.units if unit.id in changed] == [
        unit for unit in before.units if unit.id in changed
    ]


async def test_what_hangs_on_no_unit_alone_draws_the_plan_again(play: Play) -> None:
    run = await backlog_proposed(play)

    await play.says("mona", f"/answer {question(run, 'In which language shall it be written?')} Python")

    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert [version.number for version in run.plans] == [1, 2]
    assert run.approved_plan is None


async def test_units_under_way_are_told_by_how_far_they_are(modelled: Play, api: MessagesApi) -> None:
    play = modelled
    api.mind = spoiled("backlog", serving("U-02", "U-03", "U-05"))
    await play.commits("raj", {".github/signalbox.yml": "max_parallel_units: 2\n"})
    run = await delivering(play, "U-02", "U-03", "U-04", "U-05")
    pull = await approve_unit(play, "U-02")
    before = patchset_of(await play.run(), "U-03")

    await play.says("mona", f"/answer {question(run, LOAD)} {SAID}")

    after = await play.run()
    states = {unit.id: unit.state for unit in after.units.values()}
    assert states["U-05"] is UnitState.READY
    assert patchset_of(after, "U-03").version == before.version + 1
    assert after.pull_requests[pull.number].digest == pull.digest
    assert SAID in json.dumps(api.requests[-1])
    told = next(each.body for each in await play.ours("turn") if "answered question 2" in each.body)
    assert "it changes U-02, U-03, U-05" in told
    assert f"U-02 in #{run.units['U-02'].issue}: #{pull.number} does not know the answer" in told
    assert f"U-03 in #{run.units['U-03'].issue}: is drawn again with it" in told
    assert f"U-05 in #{run.units['U-05'].issue}: takes it in when it is drawn" in told
    assert SAID in (await play.newest("turn", thread=run.units["U-05"].issue)).body
    assert (await play.ours("turn", thread=run.units["U-04"].issue)) == []

    asked = len(api.requests)
    await play.ci(pull.commit_sha, "success")
    await play.merges("raj", pull.number)
    assert any(SAID in json.dumps(each) and "U-05" in json.dumps(each) for each in api.requests[asked:])


async def test_an_answer_about_the_whole_says_where_it_still_counts(play: Play) -> None:
    run = await delivering(play, "U-03")
    said = await play.says(
        "mona", f"/answer {question(run, 'In which language shall it be written?')} Python"
    )
    assert said.reactions.get("confused") == 1
    told = (await play.newest()).body
    assert "No unit hangs on question 3 alone" in told
    assert "/signalbox refine U-03 …" in told
    assert (await play.run()).replies == ()


async def test_what_is_said_on_the_plan_s_pull_request_is_told_there_once_where_it_shows(play: Play) -> None:
    run = await backlog_proposed(play)
    (number,) = run.pull_requests
    before = len(await play.comments(number))

    said = await play.says("mona", f"/answer {question(run, LOAD)} {SAID}", thread=number)
    await redelivered(play)

    assert [version.number for version in (await play.run()).backlogs] == [1, 2]
    theirs, line = (await play.comments(number))[before:]
    assert theirs.id == said.id
    asked = next(each for each in await play.comments() if "approved by `@raj`" in each.body.splitlines()[1])
    told = line.body.split("\n", 1)[1]
    assert told.startswith("🔵 `@mona`: your answer is recorded [beside its question](http")
    assert told.endswith(
        f"/issues/{play.issue}#issuecomment-{asked.id}). What comes of it, and whose turn it is, stands in #{play.issue}."
    )
