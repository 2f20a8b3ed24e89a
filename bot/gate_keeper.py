"""Brings what the write gate needs to its door: the bytes, the world right before the write, the permit; then the pull request."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.artifacts import Artifacts
from bot.base import pinned_unless_gone
from bot.facts import Gatherer
from bot.github import Hub, Talker
from bot.last_look import LastLook
from bot.ledger import Loaded
from bot.merge_world import MergeLooker
from bot.opening import opened, template_of
from bot.patchsets import Patchsets
from bot.place import Place
from bot.views import Views
from bot.write_gate import Commit, Withdrawn, WriteGate, WriteRefused
from handlers.replies import commit_message, plan_pull_request, unit_pull_request
from handlers.replies.labels import UNIT
from policies import artifacts as files
from policies import commands as c
from policies.chain import to_jsonl
from policies.effects import WriteApproved
from policies.merging import MergeWorld, permit_merge
from policies.patchset import Patchset
from policies.run import Approval, PullRequest, Run, UnitRun
from policies.verdict import Block
from policies.writes import Permit, PlanInHand, permit_plan, permit_unit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a write, as the command that tells the run."""

    command: c.Wrote | c.WriteFailed

    @property
    def pull_request(self) -> int | None:
        """The pull request's number, when there is one."""
        return self.command.pull_request if isinstance(self.command, c.Wrote) else None


@dataclass(frozen=True, slots=True)
class GateKeeper:
    """Asks for permits and carries them to the write gate."""

    hub: Hub
    artifacts: Artifacts
    patchsets: Patchsets
    gatherer: Gatherer
    views: Views
    gate: WriteGate

    async def write(self, loaded: Loaded, run: Run, effect: WriteApproved) -> Outcome:
        """Write what was approved and open its pull request, or say why not."""
        place = loaded.place
        approval = run.approval_of(effect.digest)
        if approval is None:
            return _failed(effect, "no approval of exactly this digest stands", void=True)
        permit = await self._permit(loaded, run, approval, effect)
        if isinstance(permit, Block):
            return _failed(effect, permit.reason, void=True)
        message = await self._message(place, run, approval, effect)

        async def still() -> str | None:
            """Everything is looked up once more, and must give the very same permit."""
            now = await self._permit(loaded, run, approval, effect)
            if isinstance(now, Block):
                return now.reason
            return None if now == permit else "what was permitted is not what would be permitted now"

        try:
            commit = await self.gate.write(place, permit, message=message, still=still)
            number = await self._pull_request(place, run, approval, permit, commit)
        except WriteRefused as error:
            return _failed(effect, str(error), void=isinstance(error, Withdrawn))
        return Outcome(
            c.Wrote(
                subject=effect.subject,
                digest=effect.digest,
                branch=permit.branch,
                commit_sha=commit.sha,
                tree_sha=commit.tree_sha,
                pull_request=number,
            )
        )

    async def _permit(
        self, loaded: Loaded, run: Run, approval: Approval, effect: WriteApproved
    ) -> Permit | Block:
        if effect.subject == "plan":
            return await self._plan(loaded, run, approval)
        return await self._unit(loaded.place, run, run.units[effect.subject], approval)

    async def _unit(self, place: Place, run: Run, unit: UnitRun, approval: Approval) -> Permit | Block:
        patchset = await self.patchsets.of(place, run, unit)
        if not isinstance(patchset, Patchset):
            return patchset or _block("the approved bytes are in none of the run's comments")
        look = await self._look(place)
        # The gates are asked before people and base are looked at, so that this is as close to the write as can be.
        gates = await self.patchsets.judged(place, run, unit, patchset, look.policy)
        world = replace(await look.of_patchset(place, run, approval, patchset), gates=gates)
        return permit_unit(run, approval.digest, patchset=patchset, world=world)

    async def _plan(self, loaded: Loaded, run: Run, approval: Approval) -> Permit | Block:
        place = loaded.place
        reader = self.hub.reader(place.installation, place.repository_id)
        version = next(plan for plan in run.plans if plan.digest == approval.digest)
        pack = await self.artifacts.get(place, version.files[files.PACK])
        if pack is None:
            return _block("the approved plan's bytes are in none of the run's comments")
        intent = run.intents.get(approval.digest)
        if intent is None:
            return _block("the ledger holds no intent to write this")
        base = await pinned_unless_gone(reader, place, ref=approval.base_ref, sha=approval.base_sha)
        if base is None:
            return _block(f"`{approval.base_sha[:7]}`, its base, is not in the repository any more")
        # The ledger up to the intent, so that a second try after a crash makes the very same tree.
        ledger = to_jsonl(loaded.records[: intent[0] + 1])
        hand = PlanInHand(files=files.plan_files_of(pack), ledger=ledger, base=base)
        look = await self._look(place)
        world = await look.of_plan(place, run, approval, base, hand.paths(run.key.issue))
        return permit_plan(run, approval.digest, hand=hand, world=world)

    async def _look(self, place: Place) -> LastLook:
        policy, problem = await self.gatherer.rules.read(place)
        now = datetime.fromtimestamp(self.gatherer.clock(), UTC)
        return LastLook(self.hub, self.patchsets, self.gatherer.rights, policy, problem, now)

    async def _message(self, place: Place, run: Run, approval: Approval, effect: WriteApproved) -> str:
        view = await self.views.of_subject(place, run, effect.subject)
        return commit_message(run, approval, effect.subject, view)

    async def _pull_request(
        self, place: Place, run: Run, approval: Approval, permit: Permit, commit: Commit
    ) -> int:
        """The one pull request of the branch: found when it is there, made when it is not."""
        talker = self.hub.talker(place.installation, place.repository_id)
        owner = place.repository.partition("/")[0]
        standing = await talker.get_all(f"{place.path}/pulls", head=f"{owner}:{permit.branch}", state="all")
        for pull in standing:
            if (pull["head"]["ref"], pull["base"]["ref"]) != (permit.branch, approval.base_ref):
                continue
            if pull["head"]["sha"] == commit.sha:
                await self._labelled(talker, place, permit, pull)
                return int(pull["number"])
            if pull["state"] == "open":
                raise WriteRefused(f"`{permit.branch}` moved while its pull request was opened")
        view = await self.views.of_subject(place, run, permit.subject)
        if permit.subject == "plan":
            title, body = plan_pull_request(run, view)
        else:
            view = replace(view, template=await template_of(talker, place))
            title, body = unit_pull_request(run, run.units[permit.subject], view)
        draft = permit.subject != "plan" and self.gatherer.rules.known(place).draft
        wanted = {"title": title, "body": body, "head": permit.branch, "base": approval.base_ref}
        made = await opened(talker, place, wanted, draft=draft)
        if made["head"]["sha"] != commit.sha:
            raise WriteRefused(f"`{permit.branch}` moved while its pull request was opened")
        await self._labelled(talker, place, permit, made)
        return int(made["number"])

    async def _labelled(self, talker: Talker, place: Place, permit: Permit, pull: Mapping[str, Any]) -> None:
        """A unit's pull request has the label of units, also where it was made and then nothing came through."""
        if permit.subject != "plan" and UNIT not in {label["name"] for label in pull["labels"]}:
            await talker.post(f"{place.path}/issues/{pull['number']}/labels", {"labels": [UNIT]})

    async def merge(self, loaded: Loaded, run: Run, pull: PullRequest) -> str:
        """Merge what is allowed to be merged by us; why it was not, or an empty text."""
        place = loaded.place

        async def looked() -> MergeWorld:
            look = await self._look(place)
            checks, rules = await self.gatherer.standing(place, run, pull, look.policy)
            looker = MergeLooker(self.artifacts, self.patchsets, look)
            return await looker.world(place, run, pull, checks=checks, rules=rules)

        async def still() -> str | None:
            now = permit_merge(run, pull, await looked())
            return now.reason if isinstance(now, Block) else None

        world = await looked()
        if world.state == "merged":
            return ""
        permit = permit_merge(run, pull, world)
        if isinstance(permit, Block):
            return permit.reason
        try:
            await self.gate.merge(place, permit, still=still)
        except WriteRefused as error:
            return str(error)
        return ""


def _failed(effect: WriteApproved, reason: str, *, void: bool = False) -> Outcome:
    return Outcome(c.WriteFailed(subject=effect.subject, digest=effect.digest, reason=reason, void=void))


def _block(reason: str) -> Block:
    return Block(rule="write-permit", reason=reason, remedy="")
