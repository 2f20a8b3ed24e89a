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
from policies.owners import Owned
from policies.patchset import Patchset, PinnedBase
from policies.run import Approval, Run
from policies.writes import World


@dataclass(frozen=True, slots=True)
class LastLook:
    """Everything is looked up and nothing remembered from the approval; the policy and its `problem` were read for this look."""

    hub: Hub
    patchsets: Patchsets
    rights: Rights
    policy: RepoPolicy
    problem: str
    now: datetime

    async def of_plan(
        self, place: Place, run: Run, approval: Approval, base: PinnedBase, paths: Iterable[str]
    ) -> World:
        """The world before the plan's files are written to these paths."""
        world = await self._world(place, run, approval, ())
        return await self._moved(place, world, base, paths)

    async def of_patchset(self, place: Place, run: Run, approval: Approval, patchset: Patchset) -> World:
        """The world before the patchset is written, and before its pull request is merged."""
        reader = self.hub.reader(place.installation, place.repository_id)
        # What never changes is read first, so that as little time as can be lies between looking and acting.
        base = await pinned(reader, place, ref=patchset.base_ref, sha=patchset.base_sha)
        owned = await self.patchsets.owned(place, patchset, self.policy)
        world = await self._world(place, run, approval, owned)
        paths = watched((change.path for change in patchset.changes), self.policy)
        return await self._moved(place, world, base, paths)

    async def _world(self, place: Place, run: Run, approval: Approval, owned: tuple[Owned, ...]) -> World:
        """The world as far as people, rules and the base branch go."""
        reader = self.hub.reader(place.installation, place.repository_id)
        teams = (*self.policy.teams, *owners.teams(owned))
        earlier = [one for one in run.endorsements if one.digest == approval.digest]
        said = await self.rights.of_all(place, (approval, *earlier), teams)
        approver, stands = said[approval.comment_id]
        tip = await head(reader, place)
        overrides = run.overrides_of(approval.digest)
        return World(
            now=self.now,
            actor=approver,
            policy=self.policy,
            comment_stands=stands,
            policy_problem=self.problem,
            base_ref=tip.ref,
            base_sha=tip.sha,
            base_kept=await leads_to(reader, place, sha=approval.base_sha, tip=tip.sha),
            owned=owned,
            endorsers=said,
            overriders=await self.rights.of_all(place, overrides, self.policy.teams),
        )

    async def _moved(self, place: Place, world: World, base: PinnedBase, paths: Iterable[str]) -> World:
        """The world with what changed under the touched paths between the pinned base and the base as it is now.

        Where there is no base now, nothing is compared: nothing is written then.
        """
        if not world.base_sha:
            return world
        reader = self.hub.reader(place.installation, place.repository_id)
        now = await pinned(reader, place, ref=world.base_ref, sha=world.base_sha)
        return replace(world, moved=moved_under(paths, before=base.entries, now=now.entries))
