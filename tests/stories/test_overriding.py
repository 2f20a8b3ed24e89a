"""A rule of the repository blocks a patchset; somebody with the right to lets it pass, for that version alone."""

from policies import entries as e
from policies.run import PatchsetSeen
from policies.stages import UnitState
from tests.stories.clearing import refusals
from tests.stories.shortcuts import approve_unit, delivering, patchset_of
from tests.stories.stage import REPO, REPOSITORY, Play

PLAN_ONLY = ["main", "signalbox/run-1-plan-v1"]
FROZEN = {".github/signalbox.yml": "frozen_paths:\n  - /docs/\n"}


async def blocked(play: Play) -> PatchsetSeen:
    await play.cast(ada="admin")
    await play.commits("raj", FROZEN)
    run = await delivering(play, "U-03")
    unit = run.units["U-03"]
    assert unit.state is UnitState.BLOCKED_POLICY
    assert unit.patchset is not None
    return unit.patchset


def line(patchset: PatchsetSeen, why: str = "because the plan says so") -> str:
    return f"/override frozen-paths {patchset.number} {patchset.digest[:12]} {why}"


async def test_an_admin_lets_a_rule_pass_and_then_it_takes_an_approval(play: Play) -> None:
    patchset = await blocked(play)
    thread = (await play.run()).units["U-03"].issue

    said = await play.says("ada", line(patchset), thread=thread)

    assert said.reactions == {"eyes": 1, "rocket": 1}
    assert patchset_of(await play.run(), "U-03").digest == patchset.digest
    told = await play.newest("turn", thread=thread)
    assert "made an exception to `frozen-paths` for PS-1" in told.body
    assert "because" not in told.body
    assert "the plan says so" in told.body
    shown = (await play.ours("turn", thread=thread))[0]
    assert "🟠" in shown.body
    assert await play.branches() == PLAN_ONLY

    pull = await approve_unit(play, "U-03")
    body = (await play.pull(pull.number))["body"]
    assert "`@ada` let the rule `frozen-paths` pass" in body
    commit = await play.person("raj").do("GET", f"{REPO}/git/commits/{pull.commit_sha}")
    assert (
        f"Signalbox-Overridden: frozen-paths by ada (comment {said.id} on issue {thread})"
        in commit["message"]
    )
    runs = await play.person("raj").do("GET", f"{REPO}/commits/{pull.commit_sha}/check-runs")
    (check,) = runs["check_runs"]
    assert "1 let pass by a person" in check["output"]["title"]
    assert "let it pass: the plan says so" in check["output"]["summary"]


async def test_write_access_is_not_enough_and_the_person_is_told(play: Play) -> None:
    patchset = await blocked(play)

    said = await play.says("raj", line(patchset))

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await refusals(play) == ["SB-101"]
    assert (await play.run()).units["U-03"].state is UnitState.BLOCKED_POLICY


async def test_whom_the_configuration_names_lets_a_rule_pass_and_an_admin_does_not(play: Play) -> None:
    rules = {".github/signalbox.yml": "frozen_paths: [/docs/]\noverrides:\n  users: [tess]\n"}
    patchset = await blocked(play)
    await play.commits("raj", rules)

    await play.says("ada", line(patchset))
    assert await refusals(play) == ["SB-101"]
    await play.says("tess", line(patchset))

    entry = (await play.look()).entries("overridden")[-1]
    assert isinstance(entry, e.Overridden)
    assert entry.by.login == "tess"


async def test_no_reason_no_digest_and_an_old_digest_let_nothing_pass(play: Play) -> None:
    patchset = await blocked(play)

    await play.says("ada", f"/override frozen-paths {patchset.number} {patchset.digest[:12]}")
    await play.says("ada", f"/override frozen-paths {patchset.number} because we read it")
    await play.says("ada", f"/override frozen-paths {patchset.number} 000000000000 because we read it")
    await play.says("ada", f"/override scope {patchset.number} {patchset.digest[:12]} because we read it")

    assert await refusals(play) == ["SB-124", "SB-112", "SB-201", "SB-304"]
    assert (await play.run()).units["U-03"].state is UnitState.BLOCKED_POLICY


async def test_a_simulated_override_tells_what_would_happen_and_does_nothing(play: Play) -> None:
    patchset = await blocked(play)

    said = await play.says("ada", "/simulate " + line(patchset))

    assert said.reactions == {"eyes": 1, "+1": 1}
    reply = await play.newest("reply")
    assert "Simulated: nothing was done." in reply.body
    assert "let the rule `frozen-paths` pass for PS-1" in reply.body
    assert (await play.run()).units["U-03"].state is UnitState.BLOCKED_POLICY


async def test_an_admin_who_lost_the_right_meanwhile_lets_nothing_pass(play: Play) -> None:
    patchset = await blocked(play)
    await play.says("ada", line(patchset))
    await play.github.role(REPOSITORY, ada="read")

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    run = await play.run()
    assert run.units["U-03"].state is UnitState.WAITING_USER_APPROVAL
    assert run.units["U-03"].approval is None
    assert await refusals(play) == ["SB-301"]
    told = await play.newest()
    assert "does not count any more" in told.body
    assert "they may not override a rule any more" in told.body
    assert await play.branches() == PLAN_ONLY


async def test_an_override_that_a_change_of_the_settings_ended_can_be_said_again(play: Play) -> None:
    patchset = await blocked(play)
    await play.says("ada", line(patchset))
    await play.commits("raj", {".github/signalbox.yml": "frozen_paths: [/docs/]\nmax_parallel_units: 5\n"})

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")
    assert await refusals(play) == ["SB-301"]
    told = await play.newest()
    assert "does not count any more" in told.body
    assert "settings changed after it" in told.body
    assert f"/signalbox override frozen-paths {patchset.number}" in told.body

    again = await play.says("ada", line(patchset, "because the plan still says so"))
    assert again.reactions == {"eyes": 1, "rocket": 1}
    pull = await approve_unit(play, "U-03")
    assert pull.state == "open"
    assert len(await play.branches()) == len(PLAN_ONLY) + 1


async def test_one_rule_of_the_architecture_passes_by_its_own_name(play: Play) -> None:
    rules = """architecture:
  - {name: no-scope, files: ["docs/**"], forbidden_text: [Scope], because: We say borders.}
  - {name: no-titles, files: ["docs/**"], forbidden_text: ["^# "]}
"""
    await play.cast(ada="admin")
    await play.commits("raj", {".github/signalbox.yml": rules})
    unit = (await delivering(play, "U-03")).units["U-03"]
    assert unit.patchset is not None
    digest = unit.patchset.digest[:12]

    await play.says("ada", f"/override architecture PS-1 {digest} because we say scope")
    await play.says("ada", f"/override architecture/no-scope PS-1 {digest} because we say scope")
    assert await refusals(play) == ["SB-304"]
    assert (await play.run()).units["U-03"].state is UnitState.BLOCKED_POLICY
    await play.says("ada", f"/override architecture/no-titles PS-1 {digest} because it has one")

    await approve_unit(play, "U-03")
