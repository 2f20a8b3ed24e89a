"""A thread of somebody else's that carries our marker moves no run, and no run is taken from its own thread by one."""

from policies.stages import Stage
from tests.stories.clearing import nothing_moved, proposed
from tests.stories.prds import TOOLS
from tests.stories.shortcuts import delivering
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


async def test_a_marker_of_an_issue_that_is_not_there_costs_two_reads_and_no_dead_letter(play: Play) -> None:
    other = await _opened(play, "eve", "<!-- signalbox:v1 kind=unit run=4242 unit=U-01 -->\nMay I have this?")
    play.issue = other

    await play.says("eve", "/status")

    assert len([call for call in play.recorder.calls if "/issues/4242/comments" in call.path]) == 2
    assert await play.app.queue.dead_letters() == ()
    play.broken = True


async def test_a_review_of_a_pull_request_that_carries_our_marker_refines_nothing(play: Play) -> None:
    run = await delivering(play, "U-03")
    person = play.person("raj")
    ref = {"ref": "refs/heads/fix", "sha": await play.head()}
    await person.do("POST", f"{REPO}/git/refs", ref)
    await play.commits("raj", {"fix.txt": "By hand.\n"}, branch="fix")
    body = "<!-- signalbox:v1 kind=pull run=1 unit=U-03 -->\nA fix of my own."
    pull = await person.do(
        "POST", f"{REPO}/pulls", {"title": "A fix", "head": "fix", "base": "main", "body": body}
    )

    review = {"event": "REQUEST_CHANGES", "body": "Name it better."}
    await play.person("tess").do("POST", f"{REPO}/pulls/{pull['number']}/reviews", review)
    await play.settled()

    after = await play.run()
    assert after.refinements == ()
    assert after.units["U-03"].patchset == run.units["U-03"].patchset


async def test_what_happens_to_a_stranger_s_issue_that_carries_a_unit_s_marker_ends_no_unit(
    play: Play,
) -> None:
    before = await delivering(play, "U-02", "U-03")
    other = await _opened(play, "eve", "<!-- signalbox:v1 kind=unit run=1 unit=U-02 -->\nMay I have this?")
    path = f"{REPO}/issues/{other}"

    await play.person("raj").do("POST", f"{path}/assignees", {"assignees": ["raj"]})
    await play.person("eve").do("PATCH", path, {"state": "closed", "state_reason": "completed"})
    await play.settled()

    after = await play.run()
    assert {name: unit.state for name, unit in after.units.items()} == {
        name: unit.state for name, unit in before.units.items()
    }
    assert [unit.holder for unit in after.units.values()] == [None, None]
    assert after.length == before.length
