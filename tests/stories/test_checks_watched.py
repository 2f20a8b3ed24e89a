"""Checks are watched by what GitHub tells and by the clock: late, missing, stuck and absent ones each have a name."""

from policies.run import PullRequest
from policies.stages import UnitState
from tests.stories.losing import wake
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPO, Play

MINUTES = 60.0


async def begins(play: Play, sha: str, name: str, status: str = "in_progress") -> None:
    """The App of the CI begins a check on a commit."""
    await play.reports(sha, name=name, status=status)


async def now(play: Play, pull: PullRequest) -> str:
    return str((await play.run()).pull_requests[pull.number].checks)


async def test_green_waits_for_a_late_check_that_turns_out_red(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    await play.reports(pull.commit_sha, name="build", conclusion="success", wait=False)
    assert await now(play, pull) == "settling"
    play.wait(30)
    await play.reports(pull.commit_sha, name="e2e", conclusion="failure", wait=False)
    assert await now(play, pull) == "red"

    await play.passes(2 * MINUTES)
    assert await now(play, pull) == "red"


async def test_a_required_check_is_known_from_the_ruleset_and_needs_no_waiting(play: Play) -> None:
    ci = await play.ci_app()
    await play.demands("build", app_id=ci.id)
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    forger = await play.github.app(
        "acme", name="forger", permissions={"checks": "write", "metadata": "read"}, events=[]
    )
    body = {"name": "build", "head_sha": pull.commit_sha, "status": "completed", "conclusion": "success"}
    assert (await forger.as_installation.post(f"{REPO}/check-runs", body)).status == 201
    await play.settled()
    assert await now(play, pull) == "pending"

    await play.reports(pull.commit_sha, name="build", conclusion="success", wait=False)

    assert await now(play, pull) == "green"
    shown = await play.newest("turn", thread=(await play.run()).units["U-03"].issue)
    assert f"the checks of #{pull.number} are green" in shown.body


async def test_the_end_of_what_the_app_itself_reports_costs_no_call(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    before = len(play.recorder.calls)

    body = {
        "name": "signalbox/gates",
        "head_sha": pull.commit_sha,
        "status": "completed",
        "conclusion": "success",
    }
    assert (await play.registered.as_installation.post(f"{REPO}/check-runs", body)).status == 201
    await play.settled(0)

    assert len(play.recorder.calls) == before
    await play.reports(pull.commit_sha, name="build", conclusion="success", wait=False)
    assert len(play.recorder.calls) > before


async def test_a_check_that_branch_protection_demands_is_missing_after_ten_minutes(play: Play) -> None:
    await play.cast(ada="admin")
    protection = {
        "required_status_checks": {"strict": False, "checks": [{"context": "e2e"}], "contexts": []},
        "enforce_admins": None,
        "required_pull_request_reviews": None,
        "restrictions": None,
    }
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await play.person("ada").do("PUT", f"{REPO}/branches/main/protection", protection)
    await play.ci(pull.commit_sha, "success")
    assert await now(play, pull) == "pending"

    await play.passes(11 * MINUTES)

    run = await play.run()
    assert run.pull_requests[pull.number].checks == "missing"
    assert run.units["U-03"].state is UnitState.VERIFYING_CI
    assert run.units["U-03"].reason == "a required check never came: e2e"
    assert "signalbox/your-turn" in await play.labels()
    shown = await play.newest("turn", thread=run.units["U-03"].issue)
    assert "a required check" in shown.body
    assert "e2e" in shown.body

    await play.ci(pull.commit_sha, "success", name="e2e")
    assert await now(play, pull) == "green"


async def test_checks_that_stand_still_are_stuck_and_move_on_by_themselves(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await begins(play, pull.commit_sha, "build")
    play.wait(8 * MINUTES)
    await play.ci(pull.commit_sha, "success", name="lint")
    assert await now(play, pull) == "pending"

    # Eight minutes in, something moved; so the ten minutes begin anew.
    await play.passes(3 * MINUTES)
    assert await now(play, pull) == "pending"
    await play.passes(8 * MINUTES)
    run = await play.run()
    assert run.pull_requests[pull.number].checks == "stuck"
    assert "stand still" in (await play.newest("turn", thread=run.units["U-03"].issue)).body

    await play.ci(pull.commit_sha, "success")
    assert await now(play, pull) == "green"


async def test_nothing_that_checks_is_told_once_and_people_decide(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    await play.passes(11 * MINUTES)

    run = await play.run()
    assert run.pull_requests[pull.number].checks == "silent"
    assert "nobody has checked" in (await play.newest("turn", thread=run.units["U-03"].issue)).body
    await play.passes(60 * MINUTES)
    assert (await play.run()).length == run.length


async def test_the_clock_goes_on_after_the_database_is_lost(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await begins(play, pull.commit_sha, "build")
    await play.lose_database()
    await wake(play, "after the loss")

    await play.passes(11 * MINUTES)

    assert await now(play, pull) == "stuck"
