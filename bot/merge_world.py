"""Reads a pull request as it is right before a merge; whether it may be merged is decided elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agents.schemas import backlog as backlogs
from bot.artifacts import Artifacts
from bot.checking import BranchRules
from bot.last_look import LastLook
from bot.patchsets import Patchsets
from bot.place import Place
from policies import artifacts as files
from policies.checks import Standing
from policies.merging import MOST_REVIEWERS, MergeWorld
from policies.patchset import Patchset
from policies.people import Person, Right
from policies.run import PullRequest, Run, UnitRun


@dataclass(frozen=True, slots=True)
class MergeLooker:
    """Looks at pull requests that may be merged."""

    artifacts: Artifacts
    patchsets: Patchsets
    look: LastLook

    async def world(
        self, place: Place, run: Run, pull: PullRequest, *, checks: Standing, rules: BranchRules
    ) -> MergeWorld:
        """Everything the table asks about; `rules` are those of the branch it was approved for, and it may go to no other."""
        reader = self.look.hub.reader(place.installation, place.repository_id)
        unit = run.units[pull.subject]
        shown = await reader.get(f"{place.path}/pulls/{pull.number}")
        head = str(shown["head"]["sha"])
        commit = await reader.get(f"{place.path}/git/commits/{head}")
        issue = await reader.get(f"{place.path}/issues/{unit.issue}")
        said = last_words(await reader.get_all(f"{place.path}/pulls/{pull.number}/reviews"))
        approving, against = await self._heard(place, said)
        found = await self.patchsets.of(place, run, unit)
        patchset = found if isinstance(found, Patchset) else None
        approval = run.approval_of(pull.digest)
        stands = (
            await self.look.of_patchset(place, run, approval, patchset) if approval and patchset else None
        )
        return MergeWorld(
            policy=self.look.policy,
            policy_problem=self.look.problem,
            state="merged" if shown["merged"] else str(shown["state"]),
            draft=bool(shown["draft"]),
            base_ref=str(shown["base"]["ref"]),
            head_sha=head,
            tree_sha=str(commit["tree"]["sha"]),
            checks=checks,
            mergeable=str(shown["mergeable_state"] or ""),
            labels=frozenset(str(each["name"]) for each in (*shown["labels"], *issue["labels"])),
            approvals=approving,
            required_reviews=rules.reviews,
            reviewers=len(said),
            against=against,
            queue=rules.queue,
            own=rules.own,
            risk=await self._risk(place, run, unit),
            patchset=patchset,
            stands=stands,
        )

    async def _heard(self, place: Place, said: Mapping[Person, str]) -> tuple[int, tuple[str, ...]]:
        """How many approve of those who may push, and who of those who may triage is against it; a role is what GitHub says now."""
        approving, against = 0, []
        for person, state in said.items() if len(said) <= MOST_REVIEWERS else ():
            actor = await self.look.rights.actor(place, person)
            approving += state == "APPROVED" and actor.right >= Right.WRITE
            if state == "CHANGES_REQUESTED" and actor.right >= Right.TRIAGE:
                against.append(actor.person.login)
        return approving, tuple(sorted(against))

    async def _risk(self, place: Place, run: Run, unit: UnitRun) -> str:
        """What the approved backlog says; high where it cannot be told."""
        version = run.approved_backlog
        content = await self.artifacts.get(place, version.files[files.BACKLOG]) if version else None
        units = backlogs.load(content).units if content else ()
        return next((each.risk for each in units if each.id == unit.id), "high")


def last_words(reviews: list[Any]) -> dict[Person, str]:
    """The last word of every person who said yes or no in a review; a dismissed one is none."""
    said: dict[int, tuple[Person, str]] = {}
    for review in reviews:
        user = review["user"]
        if user is None or user["type"] != "User":
            continue
        person = Person(id=user["id"], login=user["login"])
        if review["state"] in {"APPROVED", "CHANGES_REQUESTED"}:
            said[person.id] = (person, review["state"])
        elif review["state"] == "DISMISSED":
            said.pop(person.id, None)
    return dict(said.values())
