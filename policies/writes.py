"""Write permits: the pure half of the write gate, which says yes to exactly what a standing approval names.

There are two kinds of write, and no third. The plan: the files an approved plan consists of, byte for byte, and the
ledger that led to it, under the run's own folder. A unit: the patchset whose digest, computed here again from the
bytes about to be written, is the approved one. Everything else is blocked, and so is everything that cannot be judged.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from agents.schemas.backlog import Backlog, only
from config.repo_policy import RepoPolicy
from policies import artifacts, authority
from policies import commands as c
from policies.branches import branch
from policies.chain import NO_HASH, Broken, from_jsonl
from policies.decision import Refused
from policies.endorsing import expired, no_longer
from policies.overrides import lapsed, passed, unanswered
from policies.owners import Owned, lacking, lines_of
from policies.patchset import Patchset, PinnedBase
from policies.people import Actor
from policies.run import Approval, Run
from policies.stages import FINISHED, Overlay, UnitState
from policies.tree import Change, result, tree_sha
from policies.verdict import Block, Verdict

RULE = "write-permit"


@dataclass(frozen=True, slots=True)
class World:
    """The world as it is right before the write: who approved and what they may do now, and what stands.

    `base_ref` and `base_sha` are the default branch and where it points now, empty where there is no such branch; `base_kept` whether the approved base is still
    in its history, `moved` the touched paths that are not what
    they were on the approved base, `owned` those that need an owner's yes. `endorsers` are those who said yes before, `overriders` those who let a rule pass: by
    the comment they said it in, with whether it still stands. `policy_problem` says what is wrong with the settings.
    """

    now: datetime
    actor: Actor
    policy: RepoPolicy
    comment_stands: bool
    policy_problem: str
    base_ref: str
    base_sha: str
    base_kept: bool
    moved: tuple[str, ...] = ()
    owned: tuple[Owned, ...] = ()
    gates: tuple[Verdict, ...] = ()
    endorsers: Mapping[int, tuple[Actor, bool]] = field(default_factory=dict)
    overriders: Mapping[int, tuple[Actor, bool]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanInHand:
    """The bytes about to be written for a plan: its files by name, the ledger as JSON lines, and the base they go on."""

    files: Mapping[str, bytes]
    ledger: bytes
    base: PinnedBase

    def paths(self, issue: int) -> tuple[str, ...]:
        """Where the files and the ledger go: the run's own folder."""
        folder = artifacts.folder(issue)
        return tuple(f"{folder}/{name}" for name in sorted({*self.files, artifacts.LEDGER}))


@dataclass(frozen=True, slots=True)
class Permit:
    """Leave to write these changes on this base as one commit on this new branch; the tree that results is named."""

    subject: str
    digest: str
    branch: str
    base_sha: str
    base_tree_sha: str
    tree_sha: str
    changes: tuple[Change, ...]


def permit_plan(run: Run, digest: str, *, hand: PlanInHand, world: World) -> Permit | Block:
    """Leave to write the approved plan's files and the ledger that led to them, or why not."""
    approval = standing(run, digest, "plan", world)
    if isinstance(approval, Block):
        return approval
    files, base = hand.files, hand.base
    if (base.repository_id, base.ref, base.sha) != (run.repository_id, approval.base_ref, approval.base_sha):
        return _no("the plan was approved for another base")
    if tree_sha(base.entries) != base.tree_sha:
        return _no("the listing of the base is not whole")
    if world.moved:
        return _no(f"`{world.moved[0]}` changed on the base branch after the approval")
    named = artifacts.digests(files)
    version = next((plan for plan in run.plans if plan.digest == digest), None)
    if version is None or dict(version.files) != named:
        return _no("the files in hand are not the files of the approved plan")
    computed = artifacts.approval_digest(
        run=run.id, kind="plan", version=version.number, prd_sha256=version.prd_sha256, files=named
    )
    if computed != approval.digest:
        return _no("the plan's digest, computed again, is not the approved one")
    if not _is_ledger_to(run.intents.get(digest), hand.ledger):
        return _no("the ledger in hand is not this run's ledger up to the intent to write")
    folder = artifacts.folder(run.key.issue)
    wanted = {**files, artifacts.LEDGER: hand.ledger}
    if any(f"{folder}/{name}" in base.entries for name in wanted):
        return _no(f"`{folder}` holds files of this run on the base branch already")
    changes = tuple(
        Change(path=f"{folder}/{name}", before=None, after=content)
        for name, content in sorted(wanted.items())
    )
    tree = result(base.entries, changes)
    if isinstance(tree, Block):
        return tree
    return Permit(
        subject="plan",
        digest=digest,
        branch=branch(run.key.issue, "plan", version.number),
        base_sha=base.sha,
        base_tree_sha=base.tree_sha,
        tree_sha=tree.tree_sha,
        changes=changes,
    )


def permit_unit(run: Run, digest: str, *, patchset: Patchset, world: World) -> Permit | Block:
    """Leave to write the approved patchset, or why not."""
    approval = standing(run, digest, patchset.number, world)
    if isinstance(approval, Block):
        return approval
    unit = run.units.get(patchset.unit_id)
    if unit is None or unit.patchset is None or unit.patchset.digest != digest:
        return _no("the unit has a newer patchset than the approved one")
    if unit.state is not UnitState.APPLYING_PATCHES:
        return _no(f"the unit is {unit.state}")
    if patchset.digest != approval.digest or patchset.run != run.id:
        return _no("the patchset's digest, computed again from the bytes in hand, is not the approved one")
    if patchset.base_sha != approval.base_sha or patchset.repository_id != run.repository_id:
        return _no("the patchset was approved for another base")
    if world.moved:
        return _no(f"`{world.moved[0]}` changed on the base branch after the approval")
    if not world.gates:
        return _no("the gates have not been asked")
    if blocks := unanswered(
        world.gates, passed(run, digest, policy=world.policy, overriders=world.overriders)
    ):
        return lapsed(run, digest, blocks[0], policy=world.policy, overriders=world.overriders)
    return Permit(
        subject=patchset.unit_id,
        digest=digest,
        branch=branch(run.key.issue, patchset.unit_id, patchset.version),
        base_sha=patchset.base_sha,
        base_tree_sha=patchset.base_tree_sha,
        tree_sha=patchset.tree_sha,
        changes=patchset.changes,
    )


def approved_backlog(backlog: Backlog, approval: Approval) -> Backlog:
    """The part of the backlog that was cleared: all of it, or what `--only` names and what that waits for."""
    return only(backlog, approval.only, reason="not cleared") if approval.only else backlog


def standing(run: Run, digest: str, target: str, world: World) -> Approval | Block:
    """The approval of exactly this digest, or why it does not count in the world as it is now."""
    approval = run.approval_of(digest)
    if approval is None or approval.target != target:
        return _no("no approval of exactly this digest stands")
    if run.stage in FINISHED:
        return _no(f"the run is {run.stage}")
    # A run that stands for its budget still writes what was approved: writing asks no model.
    if run.overlay not in {None, Overlay.BUDGET}:
        return _no(f"the run is held: {run.overlay}")
    if world.actor.person.id != approval.by.id:
        return _no("the rights looked up are not the approver's")
    refused = authority.judge(
        c.Approve, world.actor, author=run.author, policy=world.policy, authors=run.authors
    )
    if isinstance(refused, Refused):
        return _no(f"@{approval.by.login} may not approve any more: {refused.reason}")
    if not world.comment_stands:
        return _no("the approving comment was edited or deleted")
    if world.policy_problem:
        return _no(
            "`.github/signalbox.yml` on the default branch cannot be read, and until it is mended nothing is written: "
            f"{world.policy_problem}"
        )
    if world.policy.digest != approval.policy_digest:
        return _no("the repository's configuration changed after the approval")
    if expired(approval.at, world.now, world.policy):
        return _no(f"the approval is older than {world.policy.approvals.expire_hours} hours")
    if not world.base_sha:
        return _no(
            f"GitHub shows no branch `{world.base_ref}`, which is the default one, so there is no base"
        )
    if world.base_ref != approval.base_ref:
        return _no(
            f"the default branch is `{world.base_ref}` now, and the approval was for `{approval.base_ref}`"
        )
    if not world.base_kept:
        return _no(
            f"`{approval.base_sha[:7]}`, the base of the approval, is not in the history of `{world.base_ref}` any more"
        )
    if world.base_sha != approval.base_sha and world.policy.approvals.moved_base == "ask":
        return _no(
            f"`{world.base_ref}` moved after the approval, and this repository asks again whenever it does "
            "(`approvals.moved_base`)"
        )
    people = _people(run, approval, world)
    if (count := len(people)) < world.policy.approvals.minimum:
        return _no(f"{count} of {world.policy.approvals.minimum} people stand by it")
    if missing := lacking(world.owned, people):
        return _no(f"none of the owners of `{missing[0].path}` stands by it ({lines_of(missing)[0]})")
    return approval


def _people(run: Run, approval: Approval, world: World) -> tuple[Actor, ...]:
    """The different people who said yes to this digest, may still say it, and have not taken it back."""
    standing = {approval.by.id: world.actor}
    for one in run.endorsements:
        if one.digest != approval.digest or one.only != approval.only:
            continue
        if no_longer(one, world.endorsers, run=run, policy=world.policy, now=world.now) is None:
            standing[one.by.id] = world.endorsers[one.comment_id][0]
    return tuple(standing.values())


def _is_ledger_to(intent: tuple[int, str] | None, content: bytes) -> bool:
    """Whether the chain ends in the intent's own record; each record names the hash of the one before, so all are ours."""
    records = from_jsonl(content)
    if intent is None or isinstance(records, Broken) or not records:
        return False
    if (len(records) - 1, records[-1].hash) != intent:
        return False
    linked = all(later.prev == earlier.hash for earlier, later in pairwise(records))
    return linked and records[0].prev == NO_HASH


def _no(reason: str) -> Block:
    return Block(
        rule=RULE, reason=reason, remedy="Look at it again, and approve it again if it is still right."
    )
