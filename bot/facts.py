"""Gathers what deciding may know for one command: reads only, and only those the command needs."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256

from agents.builtin.reader import Unreadable
from agents.builtin.reader.text.clean import clean
from bot import drifting
from bot.artifacts import Artifacts, backlog_of
from bot.base import NoBranch, head, leads_to, newest, pinned
from bot.checking import BranchRules
from bot.clock import Clock
from bot.github import Hub, Reader
from bot.ledger import Loaded
from bot.neighbourhood import Neighbourhood
from bot.patchsets import Patchsets, watched
from bot.place import Place
from bot.repo_rules import RepoRules
from bot.rights import Rights, actor_of, stands, told_by_us
from bot.side_by_side import SideBySide
from bot.unit_issues import with_unit_issue
from bot.watching import Watcher
from config.budgets import Caps
from config.repo_policy import RepoPolicy
from policies import artifacts as files
from policies import commands as c
from policies import owners
from policies.checks import Standing
from policies.facts import Facts
from policies.moving import moved_under
from policies.patchset import Patchset
from policies.people import Right
from policies.run import PullRequest, Run
from policies.stages import Stage


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Reads GitHub, the artifacts and the clock to fill a Facts value."""

    hub: Hub
    rights: Rights
    neighbours: Neighbourhood
    rules: RepoRules
    artifacts: Artifacts
    patchsets: Patchsets
    side_by_side: SideBySide
    clock: Clock
    approval_delay_seconds: float
    app_id: str
    caps: Caps = field(default_factory=Caps)
    model: bool = False

    async def taken(self, place: Place, policy: RepoPolicy) -> frozenset[str]:
        """The verbs whose short form is another bot's here; asked for only where it would count by default."""
        return await self.neighbours.taken(place) if policy.commands.short == "threads" else frozenset()

    async def gather(self, loaded: Loaded, command: c.Command, *, policy: RepoPolicy, problem: str) -> Facts:
        """The facts for deciding `command` in this run, under the policy as it was read for this delivery."""
        place, run = loaded.place, loaded.run
        reader = self.hub.reader(place.installation, place.repository_id)
        facts = Facts(
            now=datetime.fromtimestamp(self.clock(), UTC),
            policy=policy,
            policy_problem=problem,
            repository=place.repository,
            repository_id=place.repository_id,
            issue=place.issue,
            approval_delay_seconds=self.approval_delay_seconds,
            caps=self.caps,
            model=self.model,
            touches=await self.side_by_side.touches(place, run),
            elsewhere=await self.side_by_side.elsewhere(place, run),
        )
        match command:
            case c.Start(by=by):
                facts = replace(facts, actor=await self.rights.actor(place, by, policy.teams))
                return await self._with_issue(reader, place, facts)
            case c.Plan() if run is None:
                facts = replace(facts, actor=await self.rights.actor(place, command.said.by, policy.teams))
                return await self._with_issue(reader, place, facts)
            case c.PrdEdited():
                return await self._with_issue(reader, place, facts)
            case c.UnitAssigned() | c.UnitIssueClosed():
                return await with_unit_issue(reader, place, command, facts)
            case c.Approve() | c.Override():
                return await self._for_approval(reader, loaded, command, facts)
            case c.Simulate(command=(c.Approve() | c.Override()) as inner):
                return await self._for_approval(reader, loaded, inner, facts)
            case c.Tick():
                told = loaded.told(command.seq) if command.seq < len(loaded.records) else ()
                ours = await told_by_us(reader, place, command.said.comment_id, told, app_id=self.app_id)
                facts = replace(
                    facts, actor=await self.rights.actor(place, command.said.by), comment_stands=ours
                )
                return await self._with_backlog(place, run, facts)
            case c.Pushed():
                return await self._for_push(reader, place, run, command, facts)
            case c.ChecksReported():
                return await self.watcher.facts(place, run, command, facts)
            case c.AcceptReply():
                return await self._for_reply(place, run, command, facts)
            case _:
                said = c.said_in(command)
                if said is None:
                    return facts
                facts = replace(facts, actor=await self.rights.actor(place, said.by, policy.teams))
                about = command.command if isinstance(command, c.Simulate) else command
                of_units = isinstance(about, c.Answer | c.Answers | c.Amend)
                return await self._with_backlog(place, run, facts) if of_units else facts

    async def who_asked(self, place: Place, command: c.Command, policy: RepoPolicy) -> Facts:
        """No more than who gave the command and what they may do, where nothing is decided any more."""
        facts = Facts(now=datetime.fromtimestamp(self.clock(), UTC), policy=policy)
        said = c.said_in(command)
        if said is None:
            return facts
        return replace(facts, actor=await self.rights.actor(place, said.by, policy.teams))

    async def _with_backlog(self, place: Place, run: Run | None, facts: Facts) -> Facts:
        """The backlog that waits, or the approved one whose units are under way."""
        if run is None:
            return facts
        waits = run.stage is Stage.BACKLOG_PROPOSED
        version = run.backlog if waits else run.approved_backlog
        return replace(facts, backlog=await backlog_of(self.artifacts, place, version))

    async def _for_push(
        self, reader: Reader, place: Place, run: Run | None, command: c.Pushed, facts: Facts
    ) -> Facts:
        if run is None:
            return facts
        now = await newest(reader, place)
        if isinstance(now, NoBranch):
            return facts
        return replace(
            facts,
            base_ref=now.ref,
            base_sha=now.sha,
            backlog=await backlog_of(self.artifacts, place, run.approved_backlog),
            moved_under=await drifting.under_patchsets(reader, place, run, now),
            changed=await drifting.since_merged(reader, place, run, now, command),
        )

    @property
    def watcher(self) -> Watcher:
        """Who reads what is reported on commits."""
        return Watcher(self.hub, self.artifacts, self.patchsets, self.app_id)

    async def standing(
        self, place: Place, run: Run, pull: PullRequest, policy: RepoPolicy
    ) -> tuple[Standing, BranchRules]:
        """What the checks of a pull request come to right now, and what its base branch demands besides."""
        facts = Facts(now=datetime.fromtimestamp(self.clock(), UTC), policy=policy)
        return await self.watcher.standing(place, run, pull, facts)

    async def _with_issue(self, reader: Reader, place: Place, facts: Facts) -> Facts:
        issue = await reader.get(f"{place.path}/issues/{place.issue}")
        body = issue["body"] or ""
        author = issue["user"]
        now = await head(reader, place)
        cleaned = clean(body)
        refusal: tuple[str, str] | None = None
        if isinstance(cleaned, Unreadable):
            refusal = (cleaned.reason, cleaned.remedy)
        elif isinstance(now, NoBranch):
            wanted = f"{now.reason}, so there is nothing to base a plan on."
            remedy = "In a new repository, add a first file, for example a README; else bring the branch back. Then put the label on again."
            refusal = (wanted, remedy)
        return replace(
            facts,
            title=issue["title"],
            author=actor_of(author, Right.NONE) if author else None,
            prd_sha256=sha256(body.encode()).hexdigest(),
            base_ref=now.ref,
            base_sha=now.sha,
            unreadable=refusal,
        )

    async def _for_approval(
        self, reader: Reader, loaded: Loaded, command: c.Approve | c.Override, facts: Facts
    ) -> Facts:
        place, run = loaded.place, loaded.run
        now = await head(reader, place)
        facts = replace(
            facts,
            actor=await self.rights.actor(place, command.said.by, facts.policy.teams),
            base_ref=now.ref,
            base_sha=now.sha,
            comment_stands=await stands(reader, place, command.said),
        )
        if run is None or isinstance(now, NoBranch):
            return facts
        facts = replace(
            facts, endorsers=await self.rights.of_all(place, run.endorsements, facts.policy.teams)
        )
        if isinstance(command, c.Approve) and {"plan", "backlog"} & set(run.waiting):
            # An edit may not have been told yet, or is read later because there were many.
            issue = await reader.get(f"{place.path}/issues/{place.issue}")
            facts = replace(facts, prd_sha256=sha256((issue["body"] or "").encode()).hexdigest())
        if isinstance(command, c.Approve) and run.backlog and (command.only or facts.policy.max_issues):
            facts = replace(facts, backlog=await backlog_of(self.artifacts, place, run.backlog))
        return await self._with_patchset(reader, place, run, command, facts)

    async def _with_patchset(
        self, reader: Reader, place: Place, run: Run, command: c.Approve | c.Override, facts: Facts
    ) -> Facts:
        """The patchset an approval is about, computed afresh, and the paths that moved under it."""
        named = run.unit_of_patchset(command.target) if command.target else None
        unit = named or next(
            (
                each
                for each in run.units.values()
                if each.patchset and command.digest and each.patchset.digest.startswith(command.digest)
            ),
            None,
        )
        if unit is None or unit.patchset is None:
            return facts
        seen = unit.patchset
        patchset = await self.patchsets.of(place, run, unit)
        if not isinstance(patchset, Patchset):
            return replace(facts, patchset=patchset)
        before = await pinned(reader, place, ref=seen.base_ref, sha=seen.base_sha)
        now = await pinned(reader, place, ref=facts.base_ref, sha=facts.base_sha)
        paths = watched(seen.paths, facts.policy)
        moved = moved_under(paths, before=before.entries, now=now.entries)
        kept = await leads_to(reader, place, sha=seen.base_sha, tip=facts.base_sha)
        overriders = await self.rights.of_all(place, run.overrides_of(seen.digest), facts.policy.teams)
        facts = replace(facts, moved=moved, base_kept=kept, overriders=overriders)
        facts = await self._with_owners(place, run, command, facts, patchset)
        gates = await self.patchsets.judged(place, run, unit, patchset, facts.policy, among=now)
        return replace(facts, patchset=patchset, gates=gates)

    async def _with_owners(
        self, place: Place, run: Run, command: c.Approve | c.Override, facts: Facts, patchset: Patchset
    ) -> Facts:
        """Whose yes the touched paths need, and the teams of those who say it."""
        owned = await self.patchsets.owned(place, patchset, facts.policy)
        teams = owners.teams(owned)
        if not teams:
            return replace(facts, owned=owned)
        named = (*facts.policy.teams, *teams)
        return replace(
            facts,
            owned=owned,
            actor=await self.rights.actor(place, command.said.by, named),
            endorsers=await self.rights.of_all(place, run.endorsements, named),
        )

    async def _for_reply(self, place: Place, run: Run | None, command: c.AcceptReply, facts: Facts) -> Facts:
        if command.content is None:
            return facts
        content = await self.artifacts.get(place, command.content)
        facts = replace(facts, content=content, before=await self._before(place, run, command))
        if command.role not in {"implementation", "fixup"} or run is None or content is None:
            return facts
        unit = run.units.get(command.subject.partition(" ")[0])
        if unit is None:
            return facts
        base = (command.base_ref or run.base_ref, command.base_sha)
        patchset = await self.patchsets.fresh(place, run, unit, content, base=base)
        if not isinstance(patchset, Patchset):
            return replace(facts, patchset=patchset)
        gates = await self.patchsets.judged(place, run, unit, patchset, facts.policy)
        return replace(facts, patchset=patchset, gates=gates)

    async def _before(self, place: Place, run: Run | None, command: c.AcceptReply) -> bytes | None:
        """The bytes of the newest plan, backlog or proposal, which a new one of that kind is compared with."""
        if run is None:
            return None
        unit = run.units.get(command.subject.partition(" ")[0])
        if unit is not None:
            seen = unit.patchset
            return await self.artifacts.get(place, seen.content, threads=(unit.issue,)) if seen else None
        version = {"planner": run.plan, "decomposition": run.backlog}.get(command.role)
        name = files.PACK if command.role == "planner" else files.BACKLOG
        return await self.artifacts.get(place, version.files[name]) if version else None
