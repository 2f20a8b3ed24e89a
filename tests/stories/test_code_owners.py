"""Where the repository wants it, an owner of each touched path is among those who approve; CODEOWNERS of the base decides."""

from policies.stages import UnitState
from sandbox.accounts import Org, Team
from tests.stories.clearing import refusals
from tests.stories.seen import OWNER
from tests.stories.shortcuts import delivering, patchset_of
from tests.stories.stage import REPO, Play

PLAN_ONLY = ["main", "signalbox/run-1-plan-v1"]
RULES = {".github/signalbox.yml": "approvals:\n  code_owners: true\n"}


def team(play: Play, name: str, *members: str) -> None:
    """A team of the organization, as its admins make it."""
    org = play.github.world.account(OWNER)
    assert isinstance(org, Org)
    org.teams[name] = Team(
        play.github.world.next_id(), name, name, org, members=dict.fromkeys(members, "member")
    )


async def test_a_writer_s_yes_waits_for_the_owner_s(play: Play) -> None:
    await play.cast(lee="write")
    await play.commits("raj", {**RULES, ".github/CODEOWNERS": "# who\n/docs/ @lee\n"})
    patchset = patchset_of(await delivering(play, "U-03"), "U-03")
    unit = (await play.run()).units["U-03"]
    shown = await play.newest("turn", thread=unit.issue)
    assert "Owners (CODEOWNERS)" in shown.body
    assert "CODEOWNERS line 2, @lee" in shown.body

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    assert await play.branches() == PLAN_ONLY
    told = await play.newest("turn")
    assert "1 person has approved PS-1" in told.body
    assert "an owner of each of these" in told.body
    assert "CODEOWNERS line 2, @lee" in told.body
    await play.says("lee", f"/approve {patchset.number} {patchset.digest[:12]}")
    run = await play.run()
    assert run.units["U-03"].state is UnitState.PR_OPEN
    pull = run.pull_requests[run.units["U-03"].pull_request or 0]
    checks = await play.person("raj").do("GET", f"{REPO}/commits/{pull.commit_sha}/check-runs")
    summary = checks["check_runs"][0]["output"]["summary"]
    assert "| Owners (CODEOWNERS) | ✅ |" in summary
    assert "CODEOWNERS line 2" in summary


async def test_a_member_of_an_owning_team_speaks_for_it(play: Play) -> None:
    await play.commits("raj", {**RULES, "CODEOWNERS": "* @acme/data\n"})
    await play.cast(lee="write", ada="admin")
    team(play, "data", "lee")
    patchset = patchset_of(await delivering(play, "U-03"), "U-03")

    await play.says("ada", f"/approve {patchset.number} {patchset.digest[:12]}")
    assert await play.branches() == PLAN_ONLY
    await play.says("lee", f"/approve {patchset.number} {patchset.digest[:12]}")
    assert (await play.run()).units["U-03"].state is UnitState.PR_OPEN


async def test_an_owners_file_that_changed_on_the_base_makes_the_digest_dead(play: Play) -> None:
    await play.cast(lee="write")
    await play.commits("raj", {**RULES, "CODEOWNERS": "* @raj\n"})
    patchset = patchset_of(await delivering(play, "U-03"), "U-03")
    await play.commits("raj", {"CODEOWNERS": "* @lee\n"})

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    assert await refusals(play) == ["SB-203"]
    assert "`CODEOWNERS`" in (await play.newest("turn")).body
    assert await play.branches() == PLAN_ONLY


async def test_an_owners_file_counts_for_nothing_where_the_repository_does_not_ask(play: Play) -> None:
    await play.commits("raj", {"CODEOWNERS": "* @lee\n"})
    patchset = patchset_of(await delivering(play, "U-03"), "U-03")

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    assert (await play.run()).units["U-03"].state is UnitState.PR_OPEN


async def test_an_owners_file_that_cannot_be_read_leaves_nothing_to_nobody(play: Play) -> None:
    await play.commits("raj", {**RULES, "CODEOWNERS": "* @lee\n/docs/ raj\n"})
    unit = (await delivering(play, "U-03")).units["U-03"]

    assert unit.state is UnitState.BLOCKED_POLICY
    assert unit.patchset is not None
    shown = await play.newest("turn", thread=unit.issue)
    assert "CODEOWNERS:2: `raj` is no owner" in shown.body
    await play.says("raj", f"/approve {unit.patchset.number} {unit.patchset.digest[:12]}")
    assert await play.branches() == PLAN_ONLY


async def test_an_owners_file_that_is_a_link_leaves_nothing_to_nobody(play: Play) -> None:
    sha = await play.commits("raj", RULES)
    raj = play.person("raj")
    base = (await raj.do("GET", f"{REPO}/git/commits/{sha}"))["tree"]["sha"]
    link = {"path": "CODEOWNERS", "mode": "120000", "type": "blob", "content": "README.md"}
    tree = await raj.do("POST", f"{REPO}/git/trees", {"base_tree": base, "tree": [link]})
    commit = await raj.do(
        "POST", f"{REPO}/git/commits", {"message": "A link", "tree": tree["sha"], "parents": [sha]}
    )
    await raj.do("PATCH", f"{REPO}/git/refs/heads/main", {"sha": commit["sha"]})
    await play.settled()

    unit = (await delivering(play, "U-03")).units["U-03"]
    assert unit.state is UnitState.BLOCKED_POLICY
    assert "CODEOWNERS: is no plain file" in (await play.newest("turn", thread=unit.issue)).body


async def test_owners_by_e_mail_alone_block_until_somebody_with_the_right_to_lets_it_pass(play: Play) -> None:
    await play.cast(ada="admin")
    await play.commits("raj", {**RULES, "CODEOWNERS": "/docs/ docs@acme.example\n"})
    unit = (await delivering(play, "U-03")).units["U-03"]
    assert unit.state is UnitState.BLOCKED_POLICY
    assert unit.patchset is not None
    shown = await play.newest("turn", thread=unit.issue)
    assert "names owners by e-mail address alone, and I cannot tell whose they are" in shown.body
    assert "/override owners PS-1" in shown.body

    await play.says(
        "ada", f"/override owners PS-1 {unit.patchset.digest[:12]} because I asked them", thread=unit.issue
    )
    await play.says("raj", f"/approve PS-1 {unit.patchset.digest[:12]}", thread=unit.issue)

    assert (await play.run()).units["U-03"].state is UnitState.PR_OPEN
