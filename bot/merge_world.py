"""Reads a pull request as it is right before a merge; whether it may be merged is decided elsewhere."""

from dataclasses import dataclass
from typing import Any

from agents.schemas import backlog as backlogs
from bot.artifacts import Artifacts
from bot.checking import read_rules_of
from bot.github import Reader
from bot.patchsets import Patchsets
from bot.place import Place
from config.repo_policy import RepoPolicy
from policies import artifacts as files
from policies.checks import Standing
from policies.merging import MergeWorld
from policies.patchset import Patchset
from policies.run import PullRequest, Run, UnitRun

# Who may push, and so whose review GitHub counts.
# https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
_COUNTS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})


@dataclass(frozen=True, slots=True)
class MergeLooker:
    """Looks at pull requests that may be merged."""

    artifacts: Artifacts
    patchsets: Patchsets

    async def world(  # noqa: PLR0913 - what the look is for and what is known already
        self,
        reader: Reader,
        place: Place,
        run: Run,
        pull: PullRequest,
        *,
        policy: RepoPolicy,
        problem: str,
        checks: Standing,
    ) -> MergeWorld:
        """Everything the table asks about."""
        unit = run.units[pull.subject]
        shown = await reader.get(f"{place.path}/pulls/{pull.number}")
        head = str(shown["head"]["sha"])
        commit = await reader.get(f"{place.path}/git/commits/{head}")
        issue = await reader.get(f"{place.path}/issues/{unit.issue}")
        rules = await read_rules_of(reader, place, str(shown["base"]["ref"]))
        said = _last_words(await reader.get_all(f"{place.path}/pulls/{pull.number}/reviews"))
        patchset = await self.patchsets.of(place, run, unit)
        return MergeWorld(
            policy=policy,
            policy_problem=problem,
            state="merged" if shown["merged"] else str(shown["state"]),
            draft=bool(shown["draft"]),
            head_sha=head,
            tree_sha=str(commit["tree"]["sha"]),
            checks=checks,
            mergeable=str(shown["mergeable_state"] or ""),
            labels=frozenset(str(each["name"]) for each in (*shown["labels"], *issue["labels"])),
            approvals=sum(state == "APPROVED" for state in said.values()),
            required_reviews=rules.reviews,
            against=tuple(sorted(who for who, state in said.items() if state == "CHANGES_REQUESTED")),
            queue=rules.queue,
            own=rules.own,
            risk=await self._risk(place, run, unit),
            patchset=patchset if isinstance(patchset, Patchset) else None,
        )

    async def _risk(self, place: Place, run: Run, unit: UnitRun) -> str:
        """What the approved backlog says; high where it cannot be told."""
        version = run.approved_backlog
        content = await self.artifacts.get(place, version.files[files.BACKLOG]) if version else None
        units = backlogs.load(content).units if content else ()
        return next((each.risk for each in units if each.id == unit.id), "high")


def _last_words(reviews: list[Any]) -> dict[str, str]:
    """The last word of everybody whose review counts."""
    said: dict[str, str] = {}
    for review in reviews:
        user = review["user"]
        if user is None or user["type"] != "User" or review["author_association"] not in _COUNTS:
            continue
        if review["state"] in {"APPROVED", "CHANGES_REQUESTED"}:
            said[user["login"]] = review["state"]
        elif review["state"] == "DISMISSED":
            said.pop(user["login"], None)
    return said
