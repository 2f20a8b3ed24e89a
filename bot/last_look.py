"""Looks at the world right before something is written or merged: who said yes and may still, and where the base is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.base import head, leads_to, pinned
from bot.github import Hub
from bot.patchsets import Patchsets, watched
from bot.place import Place
from bot.rights import Rights
from config.repo_policy import RepoPolicy
from policies import owners
from policies.moving import moved_under
from policies.patchset import Patchset, PinnedBase
from policies.run import Approval, Run
from policies.writes import World


@dataclass(frozen=True, slots=True)
class LastLook:
    """Everything is looked up and nothing remembered from the approval; `policy` and `problem` were read for this look."""

    hub: Hub
    patchsets: Patchsets
    rights: Rights

    async def world(  # noqa: PLR0913 - what the look is for and what is known already
        self,
        place: Place,
        run: Run,
        approval: Approval,
        patchset: Patchset | None = None,
        *,
        policy: RepoPolicy,
        problem: str,
        now: datetime,
    ) -> World:
        """The world as far as people, rules and the base branch go."""
        reader = self.hub.reader(place.installation, place.repository_id)
        owned = await self.patchsets.owned(place, patchset, policy) if patchset else ()
        teams = (*policy.teams, *owners.teams(owned))
        earlier = [one for one in run.endorsements if one.digest == approval.digest]
        said = await self.rights.of_all(place, (approval, *earlier), teams)
        approver, stands = said[approval.comment_id]
        ref, sha = await head(reader, place)
        return World(
            now=now,
            actor=approver,
            policy=policy,
            comment_stands=stands,
            policy_problem=problem,
            base_ref=ref,
            base_sha=sha,
            base_kept=await leads_to(reader, place, sha=approval.base_sha, tip=sha),
            owned=owned,
            endorsers=said,
            overriders=await self.rights.of_all(place, run.overrides_of(approval.digest), policy.teams),
        )

    async def moved(self, place: Place, world: World, base: PinnedBase, paths: Iterable[str]) -> World:
        """The world with what changed under the touched paths between the pinned base and the base as it is now."""
        reader = self.hub.reader(place.installation, place.repository_id)
        now = await pinned(reader, place, ref=world.base_ref, sha=world.base_sha)
        return replace(world, moved=moved_under(paths, before=base.entries, now=now.entries))

    async def of_merge(  # noqa: PLR0913 - what the look is for and what is known already
        self,
        place: Place,
        run: Run,
        approval: Approval,
        patchset: Patchset,
        *,
        policy: RepoPolicy,
        problem: str,
        now: datetime,
    ) -> World:
        """The same before the patchset's pull request is merged."""
        reader = self.hub.reader(place.installation, place.repository_id)
        base = await pinned(reader, place, ref=patchset.base_ref, sha=patchset.base_sha)
        world = await self.world(place, run, approval, patchset, policy=policy, problem=problem, now=now)
        paths = watched((change.path for change in patchset.changes), policy)
        return await self.moved(place, world, base, paths)
