"""Answers a merge queue that asks about a group of pull requests, so that it never waits for our check in vain."""

import re
from dataclasses import dataclass
from typing import Any

from bot.checking import read_rules_of
from bot.errors import GitHubError, Invalid
from bot.github import Hub, Reader
from bot.github.tokens import QUEUES
from bot.log import logger
from bot.place import Place
from bot.queue import Cache
from handlers.replies.groups import PASSED, Member, group_check
from policies.branches import read_branch
from policies.checks import OWN

LOG = logger(__name__)
GROUP = "merge_group"
# https://docs.github.com/en/graphql/reference/objects#mergequeueentry
_ENTRIES = (
    "query($owner: String!, $name: String!, $branch: String!) { repository(owner: $owner, name: $name) "
    "{ mergeQueue(branch: $branch) { entries(first: 100) "
    "{ nodes { position headCommit { oid } pullRequest { number } } } } } }"
)
# The branch that GitHub makes for an entry names its pull request.
_BRANCH = re.compile(r"refs/heads/gh-readonly-queue/.+/pr-([1-9][0-9]{0,9})-[0-9a-f]{40,64}")


@dataclass(frozen=True, slots=True)
class MergeGroups:
    """Says on a group's commit what our check said on the head of each pull request in it, and changes nothing else."""

    hub: Hub
    cache: Cache
    app_id: str

    async def answer(self, place: Place, payload: dict[str, Any]) -> None:
        """One check run on the group's commit: where one of ours is in it, or the base branch demands our check."""
        group = payload["merge_group"]
        key = f"group/{place.repository_id}/{group['head_sha']}"
        if await self.cache.cached(key) is None:
            await self._answer(place, group)
            await self.cache.cache(key, b"answered")

    async def _answer(self, place: Place, group: dict[str, Any]) -> None:
        head, base = str(group["head_sha"]), str(group["base_ref"]).removeprefix("refs/heads/")
        reader = self.hub.reader(place.installation, place.repository_id)
        found = _BRANCH.fullmatch(str(group["head_ref"]))
        number = int(found[1]) if found else 0
        named = [await self._member(reader, place, number)] if found else []
        if None in named:
            LOG.info("merge_group_of_nothing", head=head)
            return
        others = [each for each in await self._numbers(place, group, base) if each != number]
        ahead = [await self._member(reader, place, each) for each in others]
        members = [each for each in (*ahead, *named) if each is not None]
        rules = await read_rules_of(reader, place, base)
        if not rules.own and not any(each.ours for each in members):
            return
        check = group_check(members)
        if await self._said(reader, place, head) == check.conclusion:
            return
        body = {
            "name": OWN,
            "head_sha": head,
            "status": "completed",
            "conclusion": check.conclusion,
            "output": {"title": check.title, "summary": check.summary},
        }
        try:
            await self.hub.talker(place.installation, place.repository_id).post(
                f"{place.path}/check-runs", body
            )
        except Invalid as error:
            # A group that was put together anew meanwhile takes its commit along, and asks again.
            LOG.info("merge_group_gone", head=head, why=str(error))

    async def _numbers(self, place: Place, group: dict[str, Any], base: str) -> list[int]:
        """The pull requests whose changes are in the group's commit, as the queue tells; none where it cannot be read."""
        if not await self.hub.grants(place.installation, "merge_queues", "read"):
            return []
        owner, _, name = place.repository.partition("/")
        talker = self.hub.talker(place.installation, place.repository_id, QUEUES)
        try:
            data = await self.hub.graphql(talker, _ENTRIES, owner=owner, name=name, branch=base)
        except GitHubError as error:
            LOG.info("merge_queue_not_read", why=str(error))
            return []
        queue = (data["repository"] or {}).get("mergeQueue") or {"entries": {"nodes": ()}}
        nodes = queue["entries"]["nodes"]
        here = next(
            (
                each["position"]
                for each in nodes
                if (each["headCommit"] or {}).get("oid") == group["head_sha"]
            ),
            None,
        )
        if here is None:
            return []
        return [int(each["pullRequest"]["number"]) for each in nodes if each["position"] <= here]

    async def _member(self, reader: Reader, place: Place, number: int) -> Member | None:
        # One that was put into a queue is there, though not every machine of GitHub's may know it yet.
        pull = await reader.get_unless_gone(f"{place.path}/pulls/{number}")
        if pull is None:
            return None
        head = str(pull["head"]["sha"])
        here = (
            str((pull["head"]["repo"] or {}).get("full_name", "")).casefold() == place.repository.casefold()
        )
        ours = here and read_branch(str(pull["head"]["ref"])) is not None
        said = await self._said(reader, place, head) if ours else ""
        if ours and said not in PASSED:
            # Our check may have been done a moment ago, and a group that is failed for that is thrown out.
            said = await self._said(reader, place, head)
        return Member(number, ours, head, said)

    async def _said(self, reader: Reader, place: Place, sha: str) -> str:
        """What our check came to on a commit, empty while it has come to nothing.

        https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference
        """
        runs = await reader.get_all(
            f"{place.path}/commits/{sha}/check-runs", check_name=OWN, app_id=self.app_id, filter="latest"
        )
        return str((runs[0]["conclusion"] if runs else "") or "")
