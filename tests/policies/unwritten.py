"""Everything that can be otherwise when a permit is asked for, and what is said of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from config.repo_policy import RepoPolicy
from policies import artifacts
from policies.chain import to_jsonl
from policies.people import Actor, Right
from policies.stages import Overlay, Stage, UnitState
from policies.tree import EXECUTABLE, Change
from policies.verdict import Block
from tests.policies.build import AUTHOR, BASE, BLOCKED, MONA, NOW, RAJ, WRITER, replace_person
from tests.policies.permits import PLAN, Case, with_file


def _changed(case: Case, number: int = 0, **changed: object) -> Case:
    changes = list(case.hand.changes)
    changes[number] = replace(changes[number], **changed)
    return case.with_hand(changes=tuple(changes))


def _unit(case: Case, state: UnitState) -> Case:
    return case.with_run(units={**case.run.units, "U-01": replace(case.run.units["U-01"], state=state)})


def _no_policy_left(**approvals: object) -> RepoPolicy:
    return RepoPolicy.model_validate({"approvals": approvals})


def under(case: Case, **approvals: object) -> Case:
    """The same under such a policy, approved under it too."""
    policy = RepoPolicy.model_validate({"approvals": approvals})
    return case.with_world(policy=policy).with_approval(policy_digest=policy.digest)


# What is the same for both kinds of write.
BOTH: dict[str, tuple[Callable[[Case], Case], str]] = {
    "no approval": (lambda s: s.with_run(approvals=()), "no approval"),
    "another digest": (lambda s: replace(s, digest="0" * 64), "no approval"),
    "a shortened digest": (lambda s: replace(s, digest=s.digest[:12]), "no approval"),
    "an empty digest": (lambda s: replace(s, digest=""), "no approval"),
    "approved for another target": (lambda s: s.with_approval(target="backlog"), "no approval"),
    "a paused run": (lambda s: s.with_run(overlay=Overlay.PAUSED), "held: paused"),
    "a run that needs a person": (lambda s: s.with_run(overlay=Overlay.NEEDS_HUMAN), "held: needs_human"),
    "a run that policy holds": (lambda s: s.with_run(overlay=Overlay.BLOCKED_POLICY), "held"),
    "a run that was stopped": (lambda s: s.with_run(stage=Stage.CANCELLED), "the run is cancelled"),
    "a run that is over": (lambda s: s.with_run(stage=Stage.DONE), "the run is done"),
    "a failed run": (lambda s: s.with_run(overlay=Overlay.FAILED), "held"),
    "another person's rights": (
        lambda s: s.with_world(actor=replace_person(WRITER, MONA)),
        "not the approver's",
    ),
    "an approver who lost write access": (
        lambda s: s.with_world(actor=Actor(person=RAJ, right=Right.TRIAGE, is_human=True)),
        "may not approve any more",
    ),
    "an approver who left": (
        lambda s: s.with_world(actor=Actor(person=RAJ, right=Right.NONE, is_human=True)),
        "may not approve any more",
    ),
    "an approver who turns out to be a bot": (
        lambda s: s.with_world(actor=Actor(person=RAJ, right=Right.ADMIN, is_human=False)),
        "may not approve any more",
    ),
    "an approver no longer named": (
        lambda s: s.with_world(policy=_no_policy_left(approvers={"users": ["mona"]})),
        "may not approve any more",
    ),
    "the author's own approval, since forbidden": (
        lambda s: replace(
            s.with_approval(by=MONA),
            world=replace(
                s.world,
                actor=AUTHOR.model_copy(update={"right": Right.ADMIN}),
                policy=_no_policy_left(author_may_approve=False),
            ),
        ),
        "may not approve any more",
    ),
    "a comment edited or deleted": (lambda s: s.with_world(comment_stands=False), "comment was edited"),
    "another policy": (
        lambda s: s.with_world(policy=RepoPolicy.model_validate({"max_parallel_units": 1})),
        "configuration changed",
    ),
    "settings that cannot be read": (
        lambda s: s.with_world(policy_problem="line 2: `mrege` is not a setting."),
        "until it is mended nothing is written: line 2: `mrege` is not a setting.",
    ),
    "an approval under another policy": (
        lambda s: s.with_approval(policy_digest="0" * 64),
        "configuration changed",
    ),
    "another repository": (lambda s: s.with_run(repository_id=2), ""),
    "a default branch that is gone": (lambda s: s.with_world(base_sha=""), "GitHub shows no branch `main`"),
    "another default branch": (lambda s: s.with_world(base_ref="dev"), "the default branch is `dev` now"),
    "no default branch": (lambda s: s.with_world(base_ref=""), "the default branch is `` now"),
    "a base that is no ancestor of the branch": (
        lambda s: s.with_world(base_sha="9" * 40, base_kept=False),
        "is not in the history of `main` any more",
    ),
    "a base that moved, where that is asked about": (
        lambda s: under(s.with_world(base_sha="9" * 40), moved_base="ask"),
        "`main` moved after the approval",
    ),
    "an approval that has expired": (
        lambda s: under(s.with_world(now=NOW + timedelta(hours=23)), expire_hours=24),
        "older than 24 hours",
    ),
    "a path that moved on the base": (
        lambda s: s.with_world(moved=("src/u-01.py",)),
        "`src/u-01.py` changed on the base branch",
    ),
    "an editor of the PRD, where authors may not approve": (
        lambda s: under(s.with_run(editors=(RAJ,)), author_may_approve=False),
        "may not approve any more",
    ),
}


OF_PLAN: dict[str, tuple[Callable[[Case], Case], str]] = {
    "one byte of the plan": (
        lambda s: s.with_hand(files={**s.hand.files, artifacts.PACK: s.hand.files[artifacts.PACK] + b" "}),
        "not the files of the approved plan",
    ),
    "one byte of its summary": (
        lambda s: s.with_hand(files={**s.hand.files, artifacts.PACK_SUMMARY: b"# Another\n"}),
        "not the files of the approved plan",
    ),
    "one file less": (
        lambda s: s.with_hand(files={artifacts.PACK: s.hand.files[artifacts.PACK]}),
        "not the files of the approved plan",
    ),
    "one file more": (
        lambda s: s.with_hand(files={**s.hand.files, "../../README.md": b"x"}),
        "not the files of the approved plan",
    ),
    "a file under another name": (
        lambda s: s.with_hand(files={f"x{name}": content for name, content in s.hand.files.items()}),
        "not the files of the approved plan",
    ),
    "a plan the run does not know": (lambda s: s.with_run(plans=()), "not the files of the approved plan"),
    "another version": (
        lambda s: s.with_run(plans=(replace(s.run.plans[0], number=2),)),
        "computed again, is not the approved one",
    ),
    "another PRD": (
        lambda s: s.with_run(plans=(replace(s.run.plans[0], prd_sha256="0" * 64),)),
        "computed again, is not the approved one",
    ),
    "no intent to write": (lambda s: s.with_run(intents={}), "not this run's ledger"),
    "an empty ledger": (lambda s: s.with_hand(ledger=b""), "not this run's ledger"),
    "a ledger that is none": (lambda s: s.with_hand(ledger=b"{}\n"), "not this run's ledger"),
    "a ledger without its last record": (
        lambda s: s.with_hand(ledger=to_jsonl(PLAN.records[: s.run.intents[s.digest][0]])),
        "not this run's ledger",
    ),
    "a ledger with what came after": (lambda s: s.with_hand(ledger=to_jsonl(PLAN.records)), "not this run's"),
    "a ledger cut off": (lambda s: s.with_hand(ledger=s.hand.ledger[:-1]), "not this run's ledger"),
    "a ledger with one early record changed": (
        lambda s: s.with_hand(ledger=s.hand.ledger.replace(b'"title":"Shop"', b'"title":"Shed"')),
        "not this run's ledger",
    ),
    "a ledger with a middle record changed": (
        lambda s: s.with_hand(ledger=s.hand.ledger.replace(b'"verdict":"GO"', b'"verdict":"NO"')),
        "not this run's ledger",
    ),
    "another base commit": (lambda s: s.with_hand(base=replace(BASE, sha="9" * 40)), "another base"),
    "another base branch": (lambda s: s.with_hand(base=replace(BASE, ref="dev")), "another base"),
    "a base of another repository": (
        lambda s: s.with_hand(base=replace(BASE, repository_id=2)),
        "another base",
    ),
    "a base listing cut short": (lambda s: s.with_hand(base=replace(BASE, entries={})), "not whole"),
    "a base of another tree": (lambda s: s.with_hand(base=replace(BASE, tree_sha="9" * 40)), "not whole"),
    "an approval of another base": (lambda s: s.with_approval(base_sha="9" * 40), "another base"),
    "an approval of another branch": (
        lambda s: s.with_approval(base_ref="dev"),
        "the default branch is `main` now",
    ),
    "another issue": (lambda s: s.with_run(key=replace(s.run.key, issue=13)), "computed again"),
    "files of this run on the base": (
        lambda s: s.with_hand(base=with_file(".signalbox/runs/12/ledger.jsonl")),
        "holds files of this run on the base branch already",
    ),
    "a file where the run's folder would be": (
        lambda s: s.with_hand(base=with_file(".signalbox")),
        "would be a file and a folder at once",
    ),
}


OF_UNIT: dict[str, tuple[Callable[[Case], Case], str]] = {
    "a unit that was dropped meanwhile": (lambda s: _unit(s, UnitState.DROPPED), "the unit is dropped"),
    "a unit that waits again": (
        lambda s: _unit(s, UnitState.WAITING_USER_APPROVAL),
        "the unit is waiting_user_approval",
    ),
    "one byte": (lambda s: _changed(s, after=b"version = 2\n"), "computed again"),
    "no content": (lambda s: _changed(s, after=None), "computed again"),
    "empty content": (lambda s: _changed(s, after=b""), "computed again"),
    "another mode": (lambda s: _changed(s, mode=EXECUTABLE), "computed again"),
    "a symlink": (lambda s: _changed(s, mode=0o120000), "computed again"),
    "another path": (lambda s: _changed(s, path=".github/workflows/ci.yml"), "computed again"),
    "a path outside": (lambda s: _changed(s, path="../outside"), "computed again"),
    "one file more": (
        lambda s: s.with_hand(changes=(*s.hand.changes, Change("more.py", None, b"x\n"))),
        "computed again",
    ),
    "no file": (lambda s: s.with_hand(changes=()), "computed again"),
    "a file twice": (lambda s: s.with_hand(changes=s.hand.changes * 2), "computed again"),
    "another tree": (lambda s: s.with_hand(tree_sha="9" * 40), "computed again"),
    "another base commit": (lambda s: s.with_hand(base_sha="9" * 40), "computed again"),
    "another base branch": (lambda s: s.with_hand(base_ref="dev"), "computed again"),
    "another version": (lambda s: s.with_hand(version=2), "computed again"),
    "another number": (lambda s: s.with_hand(number="PS-2"), "no approval"),
    "another unit": (lambda s: s.with_hand(unit_id="U-03"), "newer patchset"),
    "a unit the run does not know": (lambda s: s.with_hand(unit_id="U-99"), "newer patchset"),
    "another run": (lambda s: s.with_hand(run="1#13"), "computed again"),
    "a patchset of another repository": (lambda s: s.with_hand(repository_id=2), "computed again"),
    "an approval of another base": (lambda s: s.with_approval(base_sha="9" * 40), "another base"),
    "a newer patchset of the unit": (
        lambda s: s.with_run(
            units={
                **s.run.units,
                "U-01": replace(s.run.units["U-01"], patchset=replace(_seen(s), digest="0" * 64)),
            }
        ),
        "newer patchset",
    ),
    "no patchset of the unit": (
        lambda s: s.with_run(units={"U-01": replace(s.run.units["U-01"], patchset=None)}),
        "newer patchset",
    ),
    "a gate that blocks now": (lambda s: s.with_world(gates=BLOCKED), "how CI runs"),
    "gates that were not asked": (lambda s: s.with_world(gates=()), "have not been asked"),
    "another issue": (lambda s: s.with_run(key=replace(s.run.key, issue=13)), "computed again"),
}


def _seen(case: Case) -> Any:
    return case.run.units["U-01"].patchset


def blocked(change: Callable[[Case], Case], case: Case) -> str:
    outcome = change(case).asked()
    assert isinstance(outcome, Block), outcome
    return outcome.reason
