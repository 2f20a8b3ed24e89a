"""A thread of somebody else's that carries our marker moves no run, and no run is taken from its own thread by one."""

from policies.stages import Stage
from tests.stories.clearing import nothing_moved, proposed
from tests.stories.prds import TOOLS
from tests.stories.stage import REPO, Play


async def _opened(play: Play, who: str, body: str) -> int:
    made = await play.person(who).do("POST", f"{REPO}/issues", {"title": "A question", "body": body})
    await play.settled()
    return int(made["number"])


async def test_a_bare_approval_in_a_strangers_issue_that_carries_our_marker_approves_nothing(
    play: Play,
) -> None:
    plan = await proposed(play)
    other = await _opened(play, "eve", "<!-- signalbox:v1 kind=unit run=1 unit=U-01 -->\nMay I have this?")
    play.wait(3600)

    await play.says("raj", "/approve", thread=other)

    await nothing_moved(play, plan)


async def test_a_stop_in_a_strangers_issue_that_carries_our_marker_stops_nothing(play: Play) -> None:
    plan = await proposed(play)
    other = await _opened(play, "eve", "<!-- signalbox:v1 kind=unit run=1 unit=U-01 -->\nMay I have this?")

    await play.says("raj", "/stop", thread=other)

    await nothing_moved(play, plan)


async def test_an_author_who_marks_their_prd_as_part_of_another_run_keeps_it_in_its_own(play: Play) -> None:
    plan = await proposed(play)
    first = play.issue
    marked = (
        f"<!-- signalbox:v1 kind=unit run=99 unit=U-01 -->\n{TOOLS}\n\n- A member can delete everything.\n"
    )
    await play.person("mona").do("PATCH", f"{REPO}/issues/{first}", {"body": marked})
    await play.settled()

    run = await play.run()
    assert run.plan_is_behind
    await play.says("raj", "/stop it")
    assert (await play.run()).stage is Stage.CANCELLED
    assert plan.number == 1
