"""Units that touch the same files are never under way at once, whoever began."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from config.repo_policy import RepoPolicy
from policies import entries as e
from policies.decide.onward import onward
from policies.facts import Facts
from policies.run import PatchsetSeen, PullRequest, Run, UnitRun
from policies.side_by_side import Held, could_start, in_the_way, kept_by, meet
from policies.stages import Overlay, Stage, UnitState
from tests.policies.build import NOW
from tests.policies.journey import until

U = UnitState


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("src/app.py", "src/app.py"),
        ("src/app.py", "SRC/App.py"),
        ("src/app.py", "/src/app.py"),
        ("src", "src/app.py"),
        ("src/", "src/app.py"),
        ("src/**", "src/app.py"),
        ("**/app.py", "src/deep/app.py"),
        ("**/app.py", "app.py"),
        ("src/*.py", "src/app.*"),
        ("src/a*c.py", "src/*b?.py"),
        ("src/*/x", "src/**/y"),
        ("**", "anything/at/all"),
        ("docs/decisions/*.md", "docs/decisions/0001-*.md"),
        ("test/r_1_*.js", "test/r_?_a.js"),
        ("a/**x/b", "a/b"),
        ("*", "README.md"),
    ],
)
def test_patterns_that_can_cover_one_path_meet(one: str, other: str) -> None:
    assert meet([one], [other])
    assert meet([other], [one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("src/app.py", "src/app.js"),
        ("src/app.py", "lib/app.py"),
        ("src/*.py", "src/*.js"),
        ("src/*.py", "src/deep/app.py"),
        ("src/a*", "src/b*"),
        ("src/?.py", "src/ab.py"),
        ("src/*a", "src/*b"),
        ("test/r_1.test.js", "test/r_1_*.test.js"),
        ("app", "application"),
    ],
)
def test_patterns_that_cover_nothing_in_common_do_not_meet(one: str, other: str) -> None:
    assert not meet([one], [other])
    assert not meet([other], [one])


def test_nothing_declared_meets_nothing() -> None:
    assert not meet([], ["**"])


def run_of(**states: UnitState) -> Run:
    units = {
        name: UnitRun(name, 30 + n, 300 + n, (), state) for n, (name, state) in enumerate(states.items())
    }
    return replace(until("synced").run, units=units, unit_asks={})


def started(run: Run, touches: Mapping[str, tuple[str, ...]], **facts: object) -> list[str]:
    known = Facts(now=NOW, touches=touches, **facts)  # type: ignore[arg-type]  # named as the fields are
    return [entry.subject for entry in onward(run, known) if isinstance(entry, e.RoleAsked)]


def test_of_two_ready_units_with_a_file_in_common_the_first_starts() -> None:
    run = run_of(U1=U.READY, U2=U.READY, U3=U.READY)
    assert started(run, {"U1": ("src/**",), "U2": ("src/a.py",), "U3": ("docs/a.md",)}) == ["U1 1", "U3 1"]


@pytest.mark.parametrize("state", [U.PATCHES_PROPOSED, U.WAITING_USER_APPROVAL, U.PR_OPEN, U.CHECKS_RED])
def test_a_unit_waits_for_the_files_of_one_that_is_under_way(state: UnitState) -> None:
    run = run_of(U1=state, U2=U.READY)
    assert started(run, {"U1": ("src/**",), "U2": ("src/a.py",)}) == []


@pytest.mark.parametrize("state", [U.DONE, U.DROPPED, U.FAILED, U.QUEUED])
def test_nobody_waits_for_the_files_of_one_that_is_not_under_way(state: UnitState) -> None:
    run = run_of(U1=state, U2=U.READY)
    assert started(run, {"U1": ("src/**",), "U2": ("src/a.py",)}) == ["U2 1"]


def test_a_stuck_unit_keeps_its_files_as_long_as_its_pull_request_is_open() -> None:
    run = run_of(U1=U.NEEDS_HUMAN, U2=U.READY)
    touches = {"U1": ("src/**",), "U2": ("src/a.py",)}
    assert started(run, touches) == ["U2 1"]
    pull = PullRequest(41, "U1", "signalbox/run-12-u-01-v1", "c" * 40, "d" * 64)
    shown = replace(
        run,
        units={**run.units, "U1": replace(run.units["U1"], pull_request=41)},
        pull_requests={41: pull},
    )
    assert started(shown, touches) == []
    assert [each.unit for each in in_the_way(shown, shown.units["U2"], touches, kept_by(shown, touches))] == [
        "U1"
    ]


def test_what_a_patchset_really_touches_counts_beside_what_was_declared() -> None:
    run = run_of(U1=U.WAITING_USER_APPROVAL, U2=U.READY)
    seen = PatchsetSeen("PS-1", 1, "d", "c", "main", "a", "t", {"src/b.py": "added"}, "", 1)
    run = replace(run, units={**run.units, "U1": replace(run.units["U1"], patchset=seen)})
    assert started(run, {"U1": ("docs/**",), "U2": ("src/b.py",)}) == []


def test_units_of_other_runs_take_places_and_files() -> None:
    run = run_of(U1=U.READY, U2=U.READY, U3=U.READY)
    touches = {"U1": ("src/a.py",), "U2": ("src/b.py",), "U3": ("src/c.py",)}
    same, other, more = (Held(7, "U1", (path,)) for path in ("src/a.py", "lib/a.py", "lib/b.py"))
    assert started(run, touches, elsewhere=(same,)) == ["U2 1", "U3 1"]
    assert started(run, touches, elsewhere=(other, more)) == ["U1 1"]
    one = RepoPolicy(max_parallel_units=1)
    assert started(run, touches, elsewhere=(other,), policy=one) == []
    # A unit in a person's hands keeps its files and takes no place.
    assert started(run, touches, elsewhere=(replace(same, active=False),), policy=one) == ["U2 1"]
    assert in_the_way(run, run.units["U1"], touches, (*kept_by(run, touches), same, other)) == (same,)


@pytest.mark.parametrize("stage", [Stage.DELIVERING, Stage.CANCELLED])
def test_a_run_keeps_its_files_from_others_until_it_has_ended(stage: Stage) -> None:
    run = replace(run_of(U1=U.PR_OPEN, U2=U.TAKEN, U3=U.READY), stage=stage)
    kept = kept_by(run, {"U1": ("src/**",), "U2": ("docs/**",)})
    open_now = (Held(12, "U1", ("src/**",)), Held(12, "U2", ("docs/**",), active=False))
    assert kept == (open_now if stage is Stage.DELIVERING else ())


def test_a_unit_that_waits_for_files_does_not_keep_its_place_from_the_next() -> None:
    run = run_of(U1=U.PR_OPEN, U2=U.READY, U3=U.READY)
    touches = {"U1": ("src/**",), "U2": ("src/a.py",), "U3": ("docs/a.md",)}
    assert started(run, touches, policy=RepoPolicy(max_parallel_units=2)) == ["U3 1"]


def test_the_order_of_the_backlog_decides_who_is_first() -> None:
    run = replace(run_of(U2=U.READY, U1=U.READY), stage=Stage.DELIVERING)
    assert started(run, {"U1": ("src/a.py",), "U2": ("src/a.py",)}) == ["U2 1"]


def test_a_run_could_start_units_only_while_it_delivers_and_nothing_holds_it() -> None:
    run = until("synced").run
    ready = replace(run, units={**run.units, "U-02": replace(run.units["U-02"], state=U.READY)})
    assert not could_start(run)
    assert could_start(ready)
    assert not could_start(replace(ready, overlay=Overlay.PAUSED))
    assert not could_start(replace(ready, stage=Stage.DONE))
