"""The App merges where a repository lets it, and only what nothing speaks against: a table of noes, and the one yes."""

from dataclasses import replace

import pytest

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies import effects as f
from policies import entries as e
from policies.checks import Check
from policies.effects import effects_of
from policies.entries import GateResult
from policies.merging import MergePermit, MergeWorld, for_people, permit_merge
from policies.outstanding import outstanding
from policies.people import Right
from policies.run import Run, with_unit
from policies.stages import Overlay, UnitState
from policies.tree import Change
from policies.verdict import Block
from tests.policies.build import COMMIT, tags
from tests.policies.journey import Journey
from tests.policies.permits import WORLD
from tests.policies.situations import SITUATIONS

GREEN = RepoPolicy(merge="when_green")
QUEUE = RepoPolicy(merge="queue")
READER = WORLD.actor.model_copy(update={"right": Right.READ})


def staged() -> tuple[Journey, MergeWorld]:
    j = SITUATIONS["delivering-checks-green"]()
    patchset = j.patchset()
    world = MergeWorld(
        policy=GREEN,
        policy_problem="",
        state="open",
        draft=False,
        base_ref=WORLD.base_ref,
        head_sha=COMMIT,
        tree_sha=patchset.tree_sha,
        checks="green",
        mergeable="clean",
        labels=frozenset({"signalbox/unit"}),
        approvals=1,
        required_reviews=1,
        reviewers=1,
        against=(),
        queue=False,
        risk="low",
        patchset=patchset,
        stands=WORLD,
    )
    return j, world


def asked(run: Run, world: MergeWorld) -> MergePermit | Block:
    return permit_merge(run, run.pull_requests[41], world)


def test_the_one_yes_names_exactly_the_approved_commit() -> None:
    j, world = staged()
    digest = j.run.pull_requests[41].digest
    blocked = replace(world, mergeable="blocked")
    assert isinstance(asked(j.run, blocked), Block)
    assert isinstance(asked(j.run, replace(blocked, own=True)), MergePermit)
    assert asked(j.run, world) == MergePermit(41, COMMIT, digest, "merge")
    assert asked(j.run, replace(world, policy=QUEUE, queue=True, mergeable="blocked")) == MergePermit(
        41, COMMIT, digest, "queue"
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"policy": RepoPolicy()}, "in this repository people merge (`merge: never`)"),
        ({"policy_problem": "line 3: no."}, "`.github/signalbox.yml` cannot be read: line 3: no."),
        ({"state": "closed"}, "the pull request is closed"),
        ({"state": "merged"}, "the pull request is merged"),
        ({"head_sha": "f" * 40}, "its branch is not what was approved"),
        ({"tree_sha": "f" * 40}, "its branch is not what was approved"),
        ({"patchset": None}, "the approved bytes cannot be found"),
        ({"risk": "high"}, "the plan calls this unit's risk high"),
        ({"labels": frozenset({"needs-human"})}, "it carries the label `needs-human`"),
        ({"labels": frozenset({"team/Needs-Human"})}, "it carries the label `team/Needs-Human`"),
        ({"stands": None}, "no approval of exactly this digest stands"),
        ({"stands": replace(WORLD, comment_stands=False)}, "the approving comment was edited or deleted"),
        (
            {"stands": replace(WORLD, actor=READER)},
            "@raj may not approve any more: You need write access to do this here; GitHub says you have read.",
        ),
        (
            {"stands": replace(WORLD, policy=GREEN)},
            "the repository's configuration changed after the approval",
        ),
        (
            {"stands": replace(WORLD, base_kept=False)},
            "`aaaaaaa`, the base of the approval, is not in the history of `main` any more",
        ),
        (
            {"stands": replace(WORLD, moved=("src/app.py",))},
            "`src/app.py` changed on `main` after it was drawn",
        ),
        ({"base_ref": "release"}, "it goes to `release`, and what was approved was for `main`"),
        ({"reviewers": 61}, "more than 60 people reviewed it, which is more than I look up"),
        ({"against": ("lee",)}, "@lee requested changes"),
        ({"approvals": 1, "required_reviews": 2}, "1 of 2 required reviews approve it"),
        ({"checks": "pending"}, "its checks are pending"),
        ({"checks": "settling"}, "its checks are settling"),
        ({"checks": "missing"}, "its checks are missing"),
        ({"checks": "silent"}, "its checks are silent"),
        ({"draft": True}, "it is still a draft"),
        ({"queue": True}, "its base branch has a merge queue; `merge: queue` would use it"),
        ({"policy": QUEUE}, "its base branch has no merge queue (`merge: queue`)"),
        ({"mergeable": "blocked"}, "GitHub says it is blocked"),
        ({"mergeable": "dirty"}, "GitHub says it is dirty"),
        ({"mergeable": ""}, "GitHub says it is not yet known to be mergeable"),
    ],
)
def test_everything_else_is_a_no_with_its_reason(change: dict[str, object], reason: str) -> None:
    j, world = staged()
    verdict = asked(j.run, replace(world, **change))  # type: ignore[arg-type]  # named as the fields are
    assert isinstance(verdict, Block)
    assert verdict.reason == reason


def test_a_run_that_is_held_a_unit_elsewhere_and_a_lost_approval_are_noes() -> None:
    j, world = staged()
    run, unit = j.run, j.run.units["U-01"]
    held = replace(run, overlay=Overlay.PAUSED)
    red = with_unit(run, replace(unit, state=UnitState.CHECKS_RED))
    newer = with_unit(run, replace(unit, pull_request=42))
    unapproved = replace(run, approvals=())
    pull = run.pull_requests[41]
    assert pull.patchset is not None
    passed = tuple(let_pass_by_hand(gate) for gate in pull.patchset.gates)
    let_pass = replace(pull, patchset=replace(pull.patchset, gates=passed))
    overridden = replace(run, pull_requests={**run.pull_requests, 41: let_pass})
    said = [asked(each, world) for each in (held, red, newer, unapproved, overridden)]
    assert [each.reason if isinstance(each, Block) else each for each in said] == [
        "the run is held: paused",
        "the unit is checks_red",
        "only the newest pull request of a unit is merged by me",
        "no approval of exactly this digest stands",
        f"a person had to let `{passed[0].rule}` pass, so a person merges it too",
    ]


def let_pass_by_hand(gate: GateResult) -> GateResult:
    return gate.model_copy(update={"result": "overridden"})


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (".github/signalbox.yml", "holds the rules I work under"),
        (".signalbox/context/all.md", "holds the rules I work under"),
        (".github/CODEOWNERS", "holds the rules I work under"),
        (".github/workflows/ci.yml", "decides what is checked, or what agents do"),
        ("Jenkinsfile", "decides what is checked, or what agents do"),
        ("AGENTS.md", "decides what is checked, or what agents do"),
        ("shop/migrations/0007_add.py", "may change a schema"),
        ("db/schema.rb", "may change a schema"),
        ("sql/001.SQL", "may change a schema"),
        ("alembic/versions/ab.py", "may change a schema"),
        ("infra/network/main.tf", "is infrastructure"),
        ("Dockerfile", "is infrastructure"),
        ("docker-compose.prod.yml", "is infrastructure"),
        ("k8s/service.yaml", "is infrastructure"),
        ("package.json", "names dependencies, and may raise one to another major version"),
        ("poetry.lock", "names dependencies, and may raise one to another major version"),
        ("services/api/go.mod", "names dependencies, and may raise one to another major version"),
        ("src/migration_notes.py", ""),
        ("src/deployer.py", ""),
        ("docs/terraforming.md", ""),
        ("src/app.py", ""),
    ],
)
def test_some_files_are_for_people_whatever_the_settings_say(path: str, why: str) -> None:
    assert for_people(Change(path=path, before=b"a\n", after=b"b\n")) == why


def test_a_new_manifest_raises_no_version() -> None:
    assert for_people(Change(path="package.json", before=None, after=b"{}\n")) == ""


def test_what_is_for_people_is_named_in_the_no() -> None:
    j, world = staged()
    assert world.patchset is not None
    change = Change(path="infra/main.tf", before=b"a\n", after=b"b\n")
    touched = replace(world.patchset, changes=(change,))
    pull = replace(j.run.pull_requests[41], digest=touched.digest)
    yes = j.run.approval_of(j.run.pull_requests[41].digest)
    assert yes is not None
    approvals = (replace(yes, digest=touched.digest),)
    run = replace(j.run, approvals=approvals, pull_requests={41: pull})
    verdict = asked(run, replace(world, patchset=touched))
    assert isinstance(verdict, Block)
    assert verdict.reason == "`infra/main.tf` is infrastructure"


# What becomes of it in a run.

REPORTED = c.ChecksReported(41, COMMIT, "green", "")


def reported(j: Journey, world: MergeWorld | None, policy: RepoPolicy = GREEN) -> tuple[list[str], Journey]:
    decision = j.take(REPORTED, checks=(Check("ci", "green"),), merge=world, policy=policy)
    return tags(decision), j


@pytest.mark.parametrize(
    ("change", "recorded"),
    [
        ({}, ["merge_intended"]),
        ({"labels": frozenset({"needs-human"})}, ["pull_request_kept"]),
        ({"draft": True}, ["Ignored"]),
    ],
    ids=["nothing speaks against it", "a label", "it is made ready in a moment"],
)
def test_once_its_checks_are_green_it_is_merged_or_said_why_not(
    change: dict[str, object], recorded: list[str]
) -> None:
    j, world = staged()
    assert reported(j, replace(world, **change))[0] == recorded  # type: ignore[arg-type]  # named as the fields are


def test_nothing_is_merged_or_said_where_people_merge_or_nothing_was_read() -> None:
    j, world = staged()
    assert reported(j.copy(), world, RepoPolicy())[0] == ["Ignored"]
    assert reported(j.copy(), None)[0] == ["Ignored"]


def test_why_it_stays_as_it_is_is_said_once() -> None:
    j, world = staged()
    held = replace(world, labels=frozenset({"needs-human"}))
    reported(j, held)
    told = len(j.records) - 1
    assert effects_of(j.run, j.recorded[told:]) == (f.Tell(34, told), f.ShowGates(41))
    assert reported(j, held)[0] == ["Ignored"]
    assert j.run.pull_requests[41].kept == "it carries the label `needs-human`"
    assert reported(j, replace(held, against=("lee",), labels=frozenset()))[0] == ["pull_request_kept"]


def test_a_merge_is_meant_once_and_again_only_after_it_came_to_nothing() -> None:
    j, world = staged()
    reported(j, world)
    assert (j.run.pull_requests[41].merging, j.run.pull_requests[41].kept) == ("merge", "")
    assert effects_of(j.run, j.recorded[-1:]) == (f.Merge(41),)
    assert f.Merge(41) in outstanding(j.run)
    assert reported(j, world)[0] == ["Ignored"]

    assert tags(j.take(c.PullRequestKept(41, "unmerged", "GitHub refused"))) == ["pull_request_kept"]
    assert j.run.pull_requests[41].merging == ""
    assert reported(j, world)[0] == ["merge_intended"]


@pytest.mark.parametrize(
    ("command", "recorded"),
    [
        (c.PullRequestKept(41, "draft", "drafts cannot be made ready"), ["pull_request_kept"]),
        (c.PullRequestKept(41, "unmerged", "GitHub refused"), ["pull_request_kept"]),
        (c.PullRequestKept(99, "unmerged", "GitHub refused"), ["Ignored"]),
    ],
)
def test_a_pull_request_that_stays_as_it_is_is_told_when_it_is_one_of_the_run(
    command: c.PullRequestKept, recorded: list[str]
) -> None:
    j, _ = staged()
    assert tags(j.take(command)) == recorded


def test_what_stays_unmerged_for_the_same_reason_is_no_news() -> None:
    j, _ = staged()
    command = c.PullRequestKept(41, "unmerged", "GitHub refused")
    j.take(command)
    assert tags(j.take(command)) == ["Ignored"]
    ended = SITUATIONS["delivering-merged"]()
    assert tags(ended.take(command)) == ["Ignored"]


def test_what_is_kept_of_a_plan_is_told_in_no_thread() -> None:
    j, _ = staged()
    j.record(e.PullRequestKept(pull_request=40, what="draft", reason="x"))
    assert effects_of(j.run, j.recorded[-1:]) == ()
