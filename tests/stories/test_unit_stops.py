"""Where a unit's way ends: another version, a moved base, somebody else's push, a rule of the repository."""

import base64

from bot.base import _TREES
from policies import entries as e
from policies.stages import Overlay, UnitState
from tests.stories.clearing import refusals
from tests.stories.losing import ALL, lose
from tests.stories.shortcuts import approve_unit, backlog_proposed, delivering, patchset_of
from tests.stories.stage import REPO, Play

PLAN_ONLY = ["main", "signalbox/run-1-plan-v1"]


async def test_a_patchset_is_approved_by_its_digest_or_not_at_all(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset = patchset_of(run, "U-03")
    play.wait(3600)

    await play.says("raj", "/approve", thread=run.units["U-03"].issue)
    await play.says("raj", f"/approve {patchset.number} 000000000000", thread=run.units["U-03"].issue)
    await play.says("tess", f"/approve {patchset.number} {patchset.digest[:12]}")

    codes = []
    for entry in (await play.look()).entries("command_refused"):
        assert isinstance(entry, e.CommandRefused)
        codes.append(entry.code)
    assert codes == ["SB-112", "SB-201", "SB-101"]
    assert await play.branches() == PLAN_ONLY


async def test_an_approval_of_an_older_patchset_is_refused(play: Play) -> None:
    run = await delivering(play, "U-03")
    first = patchset_of(run, "U-03")
    await play.commits("raj", {"elsewhere.txt": "Nothing to do with it.\n"})
    await play.says("mona", "/refine U-03 draw it again on the current base")
    second = patchset_of(await play.run(), "U-03")
    assert second.digest != first.digest

    said = await play.says("raj", f"/approve {first.digest[:12]}", thread=run.units["U-03"].issue)

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await play.branches() == PLAN_ONLY
    assert (await play.run()).units["U-03"].state is UnitState.WAITING_USER_APPROVAL


async def test_a_base_that_moved_under_a_touched_path_makes_the_digest_dead(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset = patchset_of(run, "U-03")
    path = next(iter(patchset.paths))
    # Nobody tells of the push, so the patchset still waits when the yes comes.
    await lose(play, ALL)
    await play.commits("raj", {path: "Written by hand meanwhile.\n"})
    await lose(play, 0)

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    assert await refusals(play) == ["SB-203"]
    assert path in (await play.newest("turn")).body
    assert await play.branches() == PLAN_ONLY

    # Drawn again on the base as it is now, there is nothing left to write, and what a person wrote stays.
    await play.says("raj", f"/signalbox refine {patchset.number} draw it again on the current base")
    unit = (await play.run()).units["U-03"]
    assert unit.state is UnitState.NEEDS_HUMAN
    assert "is there already" in unit.reason


async def test_a_patchset_is_drawn_again_on_a_base_that_moved(play: Play) -> None:
    run = await delivering(play, "U-01")
    first = patchset_of(run, "U-01")
    assert first.paths["README.md"] == "changed"
    await lose(play, ALL)
    await play.commits("raj", {"README.md": "# Tool shelf, by hand\n"})
    await lose(play, 0)
    await play.says("raj", f"/approve {first.number} {first.digest[:12]}")
    assert await refusals(play) == ["SB-203"]

    await play.says("raj", f"/signalbox refine {first.number} draw it again on the current base")

    second = patchset_of(await play.run(), "U-01")
    assert second.digest != first.digest
    assert second.base_sha == await play.head()
    pull = await approve_unit(play, "U-01")
    readme = await play.person("raj").do("GET", f"{REPO}/contents/README.md", ref=pull.branch)
    assert "# Tool shelf, by hand" in base64.b64decode(readme["content"]).decode()


async def test_a_base_that_moved_elsewhere_does_not_matter(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset = patchset_of(run, "U-03")
    await play.commits("raj", {"elsewhere.txt": "Nothing to do with it.\n"})

    pull = await approve_unit(play, "U-03")

    commit = await play.person("raj").do("GET", f"{REPO}/git/commits/{pull.commit_sha}")
    assert [parent["sha"] for parent in commit["parents"]] == [patchset.base_sha]
    assert commit["tree"]["sha"] == patchset.tree_sha


async def test_what_was_taken_out_of_the_default_branch_does_not_come_back_with_a_patchset(
    play: Play,
) -> None:
    await play.cast(ada="admin")
    before = await play.head()
    await play.pushes("ada", {"leaked.env": "KEY=1\n"})
    first = patchset_of(await delivering(play, "U-03"), "U-03")
    await play.person("ada").do("PATCH", f"{REPO}/git/refs/heads/main", {"sha": before, "force": True})

    await play.says("raj", f"/approve {first.number} {first.digest[:12]}")

    assert await refusals(play) == ["SB-203"]
    assert "is not in the history of `main` any more" in (await play.newest("turn")).body
    assert await play.branches() == PLAN_ONLY
    await play.says("raj", f"/signalbox refine {first.number} draw it again on the current base")
    assert await _brought(play) == list(first.paths)


async def test_a_patchset_drawn_on_another_default_branch_brings_nothing_of_it(play: Play) -> None:
    await play.cast(ada="admin")
    ada = play.person("ada")
    backlog = (await backlog_proposed(play)).backlog
    assert backlog is not None
    await ada.do("POST", f"{REPO}/git/refs", {"ref": "refs/heads/dev", "sha": await play.head()})
    await play.pushes("ada", {"dev-only.env": "KEY=1\n"}, branch="dev")
    await ada.do("PATCH", REPO, {"default_branch": "dev"})
    await play.says("raj", f"/approve backlog {backlog.digest[:12]} --only U-03")
    first = patchset_of(await play.run(), "U-03")
    assert (first.base_ref, first.base_sha) == ("dev", await play.head("dev"))
    await ada.do("PATCH", REPO, {"default_branch": "main"})

    await play.says("raj", f"/approve {first.number} {first.digest[:12]}")

    assert await refusals(play) == ["SB-203"]
    assert await play.branches() == ["dev", *PLAN_ONLY]
    await play.says("raj", f"/signalbox refine {first.number} draw it again on the current base")
    assert await _brought(play) == list(first.paths)


async def test_a_patchset_goes_to_the_branch_it_was_approved_for(play: Play) -> None:
    await play.cast(ada="admin")
    ada = play.person("ada")
    backlog = (await backlog_proposed(play)).backlog
    assert backlog is not None
    await ada.do("POST", f"{REPO}/git/refs", {"ref": "refs/heads/dev", "sha": await play.head()})
    await ada.do("PATCH", REPO, {"default_branch": "dev"})
    await play.says("raj", f"/approve backlog {backlog.digest[:12]} --only U-03")

    pull = await approve_unit(play, "U-03")

    assert (await play.pull(pull.number))["base"]["ref"] == "dev"


async def _brought(play: Play) -> list[str]:
    """What the pull request of U-03 changes, once Raj approves it."""
    pull = await approve_unit(play, "U-03")
    files = await play.person("raj").do("GET", f"{REPO}/pulls/{pull.number}/files")
    return [file["filename"] for file in files]


async def test_somebody_elses_push_on_our_branch_stops_us(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    pushed = await play.commits("raj", {"mine.txt": "By hand.\n"}, branch=pull.branch)
    await play.ci(pushed, "success")

    run = await play.run()
    assert run.overlay is Overlay.NEEDS_HUMAN
    assert pull.branch in run.overlay_reason
    assert "signalbox/blocked" in await play.labels()
    assert await play.head(pull.branch) == pushed
    assert run.pull_requests[pull.number].checks in {"", "pending"}


async def test_a_green_check_on_somebody_elses_commit_is_no_green_of_ours(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "failure")

    pushed = await play.commits("raj", {"mine.txt": "By hand.\n"}, branch=pull.branch)
    await play.ci(pushed, "success")

    run = await play.run()
    assert run.pull_requests[pull.number].checks == "red"
    assert run.units["U-03"].state is UnitState.CHECKS_RED


async def test_a_frozen_path_blocks_a_patchset_and_says_which_rule(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "frozen_paths:\n  - /docs/\n"})
    run = await delivering(play, "U-03")

    unit = run.units["U-03"]
    assert unit.state is UnitState.BLOCKED_POLICY
    assert unit.patchset is not None
    blocked = [(gate.rule, gate.result) for gate in unit.patchset.gates if gate.result == "block"]
    assert blocked == [("frozen-paths", "block")]
    shown = await play.newest("turn", thread=unit.issue)
    assert "frozen-paths" in shown.body

    await play.says("raj", f"/approve {unit.patchset.number} {unit.patchset.digest[:12]}")
    after = await play.run()
    assert after.units["U-03"].state is UnitState.BLOCKED_POLICY
    assert await play.branches() == PLAN_ONLY


async def test_a_path_that_is_frozen_after_the_patchset_was_shown_is_not_written(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset = patchset_of(run, "U-03")
    await play.commits("raj", {".github/signalbox.yml": "frozen_paths:\n  - /docs/\n"})

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    assert await refusals(play) == ["SB-301"]
    assert await play.branches() == PLAN_ONLY


async def test_a_paused_run_writes_no_unit(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset = patchset_of(run, "U-03")
    await play.says("raj", "/pause lunch")

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    assert await refusals(play) == ["SB-114"]
    assert await play.branches() == PLAN_ONLY
    await play.says("raj", "/resume")
    assert (await approve_unit(play, "U-03")).branch == "signalbox/run-1-u-03-v1"


async def test_every_file_that_was_ever_written_stands_behind_an_approval(play: Play) -> None:
    await delivering(play, "U-02", "U-03")
    await approve_unit(play, "U-02")
    await approve_unit(play, "U-03")

    sight = await play.look()
    order: dict[str, list[str]] = {}
    for record in sight.records:
        if record.type in {"approved", "write_intended", "written"}:
            order.setdefault(str(record.data["digest"]), []).append(record.type)
    backlog = next(iter(sight.run.backlogs)).digest if sight.run else ""
    assert order.pop(backlog) == ["approved"]
    assert list(order.values()) == [["approved", "write_intended", "written"]] * 3
    minted = [
        c for c in play.calls("POST", "/access_tokens") if c.sent["permissions"].get("contents") == "write"
    ]
    assert len(minted) == 3
    assert len(play.calls("DELETE", "/installation/token")) == 3
    assert await play.content_writes() == {"signalbox[bot]": 9}


async def test_a_patchset_is_looked_at_together_with_what_was_approved_before(play: Play) -> None:
    await delivering(play, "U-02", "U-03")
    await approve_unit(play, "U-02")
    await play.commits("raj", {"elsewhere.txt": "Nothing to do with it.\n"})

    await play.says("mona", "/refine U-03 draw it again on the current base")

    gates = {gate.rule: gate for gate in patchset_of(await play.run(), "U-03").gates}
    assert gates["whole-run"].evidence == ("looked at with 1 earlier patchset of the run",)


async def test_what_was_written_is_looked_at_also_when_its_unit_has_left_it_behind(play: Play) -> None:
    await delivering(play, "U-02", "U-03")
    pull = await approve_unit(play, "U-02")
    await play.says("mona", "/refine U-02 name the product Shelf in the first line")
    run = await play.run()
    assert (patchset_of(run, "U-02").version, run.pull_requests[pull.number].state) == (2, "open")
    await play.commits("raj", {"elsewhere.txt": "Nothing to do with it.\n"})

    await play.says("mona", "/refine U-03 draw it again on the current base")

    gates = {gate.rule: gate for gate in patchset_of(await play.run(), "U-03").gates}
    assert gates["whole-run"].evidence == ("looked at with 1 earlier patchset of the run",)
    await play.closes("raj", pull.number)
    await play.commits("raj", {"elsewhere.txt": "Nothing to do with it, once more.\n"})
    await play.says("mona", "/refine U-03 draw it again on the current base")
    gates = {gate.rule: gate for gate in patchset_of(await play.run(), "U-03").gates}
    assert gates["whole-run"].evidence == ("looked at with 0 earlier patchsets of the run",)


async def test_a_patchset_whose_base_is_gone_from_the_repository_is_refused_with_the_way_on(
    play: Play,
) -> None:
    await delivering(play, "U-03")
    main = (await play.person("raj").do("GET", f"{REPO}/git/ref/heads/main"))["object"]["sha"]
    gone = await play.commits("raj", {"NOTES.md": "To be purged.\n"})
    await play.says("mona", "/refine U-03 name the product Shelf in the first line")
    patchset = patchset_of(await play.run(), "U-03")
    assert patchset.base_sha == gone
    await play.cast(ada="admin")
    await play.person("ada").do("PATCH", f"{REPO}/git/refs/heads/main", {"sha": main, "force": True})
    repo = play.github.world.repo("acme", "shop")
    assert repo is not None
    repo.git._objects.pop(gone, None)
    (repo.git.path / "objects" / gone[:2] / gone[2:]).unlink(missing_ok=True)
    _TREES.clear()

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")

    assert await refusals(play) == ["SB-206"]
    told = (await play.newest()).body
    assert f"`{gone[:7]}`, its base, is not in the repository any more" in told
    assert f"/signalbox refine {patchset.number} draw it again on the current base" in told
