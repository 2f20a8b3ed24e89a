"""Gathers what deciding may know for one command: reads only, and only those the command needs."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from agents.builtin.reader import Unreadable
from agents.builtin.reader.clean import clean
from agents.schemas import backlog as backlogs
from bot.artifacts import Artifacts
from bot.authorship import is_ours
from bot.base import head, pinned
from bot.clock import Clock
from bot.github import Hub, Reader, part
from bot.ledger import Loaded
from bot.patchsets import Patchsets
from bot.place import Place
from bot.queue import Cache
from bot.repo_rules import read_rules
from config.budgets import Caps
from config.repo_policy import RepoPolicy
from handlers.blocks import read_ledger
from policies import artifacts as files
from policies import commands as c
from policies.chain import Record
from policies.checks import Check, State, state_of
from policies.facts import Facts
from policies.patchset import Patchset
from policies.people import Actor, Person, Right
from policies.run import Run

# Asked for only when a repository's configuration names teams as approvers.
MEMBERS = {"members": "read", "metadata": "read"}


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Reads GitHub, the artifacts and the clock to fill a Facts value."""

    hub: Hub
    cache: Cache
    artifacts: Artifacts
    patchsets: Patchsets
    clock: Clock
    approval_delay_seconds: float
    app_id: str
    caps: Caps = field(default_factory=Caps)
    _read: dict[int, RepoPolicy] = field(default_factory=dict)

    def remembered(self, repository_id: int) -> RepoPolicy | None:
        """The policy as it was read last, or None when this process has not read it yet."""
        return self._read.get(repository_id)

    def known(self, place: Place) -> RepoPolicy:
        """The policy as it was read last, for words only; decisions read it afresh."""
        return self._read.get(place.repository_id, RepoPolicy.default())

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
        )
        match command:
            case c.Start(by=by):
                facts = replace(facts, actor=await self.actor(place, by, policy))
                return await self._with_issue(reader, place, facts)
            case c.Plan() if run is None:
                facts = replace(facts, actor=await self.actor(place, command.said.by, facts.policy))
                return await self._with_issue(reader, place, facts)
            case c.PrdEdited():
                return await self._with_issue(reader, place, facts)
            case c.Approve():
                return await self._for_approval(reader, loaded, command, facts)
            case c.Override():
                return await self._for_approval(reader, loaded, command, facts)
            case c.Simulate(command=(c.Approve() | c.Override()) as inner):
                return await self._for_approval(reader, loaded, inner, facts)
            case c.Tick():
                told = loaded.told(command.seq) if command.seq < len(loaded.records) else ()
                ours = await told_by_us(reader, place, command.said.comment_id, told, app_id=self.app_id)
                return replace(facts, actor=await actor(reader, place, command.said.by), comment_stands=ours)
            case c.ChecksReported():
                return replace(facts, checks=await self._checks(reader, place, command.head_sha))
            case c.AcceptReply():
                return await self._for_reply(place, run, command, facts)
            case _:
                said = getattr(command, "said", None)
                if isinstance(said, c.Said):
                    return replace(facts, actor=await self.actor(place, said.by, policy))
                return facts

    async def actor(self, place: Place, person: Person, policy: RepoPolicy) -> Actor:
        """The person with their role now, and which of the teams the policy names they are in.

        https://docs.github.com/en/rest/teams/members#get-team-membership-for-a-user
        """
        reader = self.hub.reader(place.installation, place.repository_id)
        found = await actor(reader, place, person)
        named = policy.teams
        if not named or found.right is Right.NONE:
            return found
        members = self.hub.reader(place.installation, None, MEMBERS)
        teams: list[str] = []
        for name in named:
            org, _, slug = name.partition("/")
            path = f"/orgs/{part(org)}/teams/{part(slug)}/memberships/{part(person.login)}"
            membership = await members.get_or_none(path)
            if membership is not None and membership["state"] == "active":
                teams.append(name)
        return found.model_copy(update={"teams": tuple(teams)})

    async def policy(self, place: Place) -> tuple[RepoPolicy, str]:
        """The repository's policy from its default branch, and what is wrong with the file; the last good one is kept."""
        reader = self.hub.reader(place.installation, place.repository_id)
        policy, problem = await read_rules(reader, self.cache, place)
        self._read[place.repository_id] = policy
        return policy, problem

    async def _checks(self, reader: Reader, place: Place, sha: str) -> tuple[Check, ...]:
        """Every check run and commit status on the head, except what this App itself reports."""
        runs = await reader.get_all(f"{place.path}/commits/{sha}/check-runs", filter="latest")
        combined = await reader.get(f"{place.path}/commits/{sha}/status")
        states: dict[str, State] = {"success": "green", "pending": "pending"}
        return (
            *(
                Check(run["name"], state_of(run["status"], run["conclusion"]))
                for run in runs
                if str((run.get("app") or {}).get("id")) != self.app_id
            ),
            *(
                Check(status["context"], states.get(status["state"], "red"))
                for status in combined["statuses"]
            ),
        )

    async def _with_issue(self, reader: Reader, place: Place, facts: Facts) -> Facts:
        issue = await reader.get(f"{place.path}/issues/{place.issue}")
        body = issue["body"] or ""
        author = issue["user"]
        ref, sha = await head(reader, place)
        cleaned = clean(body)
        refusal: tuple[str, str] | None = None
        if isinstance(cleaned, Unreadable):
            refusal = (cleaned.reason, cleaned.remedy)
        elif not sha:
            wanted = "This repository has no commit yet, so there is nothing to base a plan on."
            refusal = (wanted, "Add a first file, for example a README, and put the label on again.")
        return replace(
            facts,
            title=issue["title"],
            author=_actor_of(author, Right.NONE) if author else None,
            prd_sha256=sha256(body.encode()).hexdigest(),
            base_ref=ref,
            base_sha=sha,
            unreadable=refusal,
        )

    async def _for_approval(
        self, reader: Reader, loaded: Loaded, command: c.Approve | c.Override, facts: Facts
    ) -> Facts:
        place, run = loaded.place, loaded.run
        ref, sha = await head(reader, place)
        facts = replace(
            facts,
            actor=await self.actor(place, command.said.by, facts.policy),
            base_ref=ref,
            base_sha=sha,
            comment_stands=await stands(reader, place, command.said),
        )
        if run is None:
            return facts
        if isinstance(command, c.Approve) and command.only and run.backlog:
            content = await self.artifacts.get(place, run.backlog.files[files.BACKLOG])
            facts = replace(facts, backlog=backlogs.load(content) if content else None)
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
        moved = tuple(p for p in seen.paths if before.entries.get(p) != now.entries.get(p))
        gates = await self.patchsets.judged(place, run, unit, patchset, facts.policy)
        return replace(facts, patchset=patchset, gates=gates, moved=moved)

    async def _for_reply(self, place: Place, run: Run | None, command: c.AcceptReply, facts: Facts) -> Facts:
        if command.content is None:
            return facts
        content = await self.artifacts.get(place, command.content)
        facts = replace(facts, content=content)
        if command.role != "implementation" or run is None or content is None:
            return facts
        unit = run.units.get(command.subject.partition(" ")[0])
        if unit is None:
            return facts
        patchset = await self.patchsets.fresh(place, run, unit, content, base_sha=command.base_sha)
        if not isinstance(patchset, Patchset):
            return replace(facts, patchset=patchset)
        gates = await self.patchsets.judged(place, run, unit, patchset, facts.policy)
        return replace(facts, patchset=patchset, gates=gates)


async def actor(reader: Reader, place: Place, person: Person) -> Actor:
    """The person with the role GitHub says they have now; an id that does not fit the login has none.

    https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
    """
    found = await reader.get_or_none(f"{place.path}/collaborators/{part(person.login)}/permission")
    user = (found or {}).get("user") or {}
    if found is None or user.get("id") != person.id:
        return Actor(person=person, right=Right.NONE, is_human=user.get("type", "User") == "User")
    names = {right.name.lower(): right for right in Right}
    role = names.get(found.get("role_name", ""), names.get(found.get("permission", ""), Right.NONE))
    return _actor_of(user, role)


async def stands(reader: Reader, place: Place, said: c.Said) -> bool:
    """Whether the comment is still there, by the same person, with the very text that was delivered."""
    comment = await reader.get_or_none(f"{place.path}/issues/comments/{said.comment_id}")
    if comment is None or (comment.get("user") or {}).get("id") != said.by.id:
        return False
    return sha256((comment["body"] or "").encode()).hexdigest() == said.body_sha256


async def told_by_us(
    reader: Reader, place: Place, comment_id: int, told: Sequence[Record], *, app_id: str
) -> bool:
    """Whether this App wrote the comment and it holds exactly these records."""
    comment = await reader.get_or_none(f"{place.path}/issues/comments/{comment_id}")
    if comment is None or not is_ours(comment, app_id=app_id):
        return False
    return bool(told) and read_ledger(comment["body"]) == tuple(told)


def _actor_of(user: dict[str, Any], right: Right) -> Actor:
    person = Person(id=user["id"], login=user["login"])
    return Actor(person=person, right=right, is_human=user.get("type") == "User")
