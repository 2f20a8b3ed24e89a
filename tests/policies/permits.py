"""What a permit is asked with: an approved plan and an approved patchset, and everything about them that can be changed."""

from dataclasses import dataclass, replace
from typing import Any

from config.repo_policy import RepoPolicy
from policies import artifacts
from policies.chain import to_jsonl
from policies.patchset import Patchset, PinnedBase
from policies.run import Run
from policies.tree import FILE, TreeEntry, blob_sha, tree_sha
from policies.verdict import Block
from policies.writes import Permit, PlanInHand, World, permit_plan, permit_unit
from tests.policies.build import BASE, NOW, PASSED, WRITER
from tests.policies.journey import Journey, until

DEFAULT = RepoPolicy.default()
PLAN, UNIT = until("plan approved"), until("unit approved")
WORLD = World(
    now=NOW,
    actor=WRITER,
    policy=DEFAULT,
    comment_stands=True,
    policy_problem="",
    base_ref=BASE.ref,
    base_sha=BASE.sha,
    base_kept=True,
    gates=PASSED,
)


@dataclass(frozen=True, slots=True)
class Case:
    """All a permit is given: the run, the digest that is asked for, the bytes in hand, and the world."""

    run: Run
    digest: str
    hand: Any
    world: World

    def asked(self) -> Permit | Block:
        if isinstance(self.hand, Patchset):
            return permit_unit(self.run, self.digest, patchset=self.hand, world=self.world)
        return permit_plan(self.run, self.digest, hand=self.hand, world=self.world)

    def with_approval(self, **changed: object) -> "Case":
        approvals = tuple(
            replace(each, **changed) if each.digest == self.digest else each  # type: ignore[arg-type]  # the fields are named as they are
            for each in self.run.approvals
        )
        return replace(self, run=replace(self.run, approvals=approvals))

    def with_hand(self, **changed: object) -> "Case":
        return replace(self, hand=replace(self.hand, **changed))

    def with_world(self, **changed: object) -> "Case":
        return replace(self, world=replace(self.world, **changed))  # type: ignore[arg-type]  # the fields are named as they are

    def with_run(self, **changed: object) -> "Case":
        return replace(self, run=replace(self.run, **changed))  # type: ignore[arg-type]  # the fields are named as they are


def _plan_case(j: Journey) -> Case:
    digest = j.digest("plan")
    pack = j.stored[j.run.plans[-1].files[artifacts.PACK]]
    ledger = to_jsonl(j.records[: j.run.intents[digest][0] + 1])
    hand = PlanInHand(files=artifacts.plan_files_of(pack), ledger=ledger, base=BASE)
    return Case(j.run, digest, hand, WORLD)


PLAN_CASE = _plan_case(PLAN)
UNIT_CASE = Case(UNIT.run, UNIT.digest("PS-1"), UNIT.patchset(), WORLD)


def with_file(path: str) -> PinnedBase:
    """The base with one more file at the same commit."""
    entries = {**BASE.entries, path: TreeEntry(FILE, blob_sha(b"{}\n"))}
    return replace(BASE, entries=entries, tree_sha=tree_sha(entries))
