"""Patchsets brought back from their bytes: the stored proposal, computed again on its pinned base."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from agents.repository.graph import Graph
from agents.repository.parsing import language_of
from agents.schemas import backlog as backlogs
from agents.schemas import proposal as proposals
from agents.schemas.proposal import Proposal
from bot.artifacts import Artifacts
from bot.base import contents, pinned
from bot.errors import NotFound
from bot.github import Hub
from bot.place import Place
from bot.repository import Repositories
from config.repo_policy import RepoPolicy
from policies import artifacts as files
from policies import owners
from policies.earlier import compared
from policies.gates import judge_all
from policies.gates.input import GateInput
from policies.patchset import Numbered, Patchset, PinnedBase, build
from policies.run import PatchsetSeen, Run, UnitRun
from policies.verdict import Block, Verdict


@dataclass(frozen=True, slots=True)
class Patchsets:
    """Computes patchsets and asks the gates about them."""

    hub: Hub
    artifacts: Artifacts
    repositories: Repositories

    async def of(self, place: Place, run: Run, unit: UnitRun) -> Patchset | Block | None:
        """The unit's current patchset, or None when its bytes cannot be found."""
        return await self.again(place, run, unit.id, unit.patchset) if unit.patchset else None

    async def again(
        self, place: Place, run: Run, unit_id: str, seen: PatchsetSeen
    ) -> Patchset | Block | None:
        """A patchset as the ledger knows it, computed again."""
        content = await self.artifacts.get(place, seen.content, threads=(run.units[unit_id].issue,))
        if content is None:
            return None
        named = Numbered(run=run.id, unit_id=unit_id, number=seen.number, version=seen.version)
        return await self._built(place, content, named, ref=seen.base_ref, sha=seen.base_sha)

    async def fresh(
        self, place: Place, run: Run, unit: UnitRun, content: bytes, *, base: tuple[str, str]
    ) -> Patchset | Block | None:
        """The patchset a new proposal makes on the branch and commit it was drawn on; None when the reply holds no proposal."""
        number = unit.patchset.number if unit.patchset else f"PS-{run.patchsets + 1}"
        version = unit.patchset.version + 1 if unit.patchset else 1
        named = Numbered(run=run.id, unit_id=unit.id, number=number, version=version)
        return await self._built(place, content, named, ref=base[0], sha=base[1])

    async def judged(  # noqa: PLR0913 - a patchset is judged in its place
        self,
        place: Place,
        run: Run,
        unit: UnitRun,
        patchset: Patchset,
        policy: RepoPolicy,
        *,
        among: PinnedBase | None = None,
    ) -> tuple[Verdict, ...]:
        """What every gate says of the patchset, among the files of its base, or of a later commit that it still fits."""
        backlog = run.approved_backlog
        content = await self.artifacts.get(place, backlog.files[files.BACKLOG]) if backlog else None
        units = backlogs.load(content).units if content else ()
        named = next((each.files for each in units if each.id == unit.id), ())
        brought, unread = await self._earlier(place, run, unit)
        gates = judge_all(
            GateInput(
                patchset=patchset,
                unit_files=named,
                policy=policy,
                earlier=brought,
                unread=unread,
                graph=await self._graph(place, patchset, among),
            )
        )
        if not policy.approvals.code_owners:
            return gates
        known = await self.owned(place, patchset, policy)
        name, mode, file = await self._owners_file(place, patchset)
        return (*gates, owners.judge(known, owners.unreadable(name, mode, file) if name else ()))

    async def _graph(self, place: Place, patchset: Patchset, among: PinnedBase | None) -> Graph:
        """Who imports whom; not asked for where nothing that others can import is changed."""
        if not any(change.before is not None and language_of(change.path) for change in patchset.changes):
            return Graph()
        reader = self.hub.reader(place.installation, place.repository_id)
        if among is None:
            among = await pinned(reader, place, ref=patchset.base_ref, sha=patchset.base_sha)
        return await self.repositories.graph(place, among)

    async def owned(self, place: Place, patchset: Patchset, policy: RepoPolicy) -> tuple[owners.Owned, ...]:
        """The touched paths that somebody owns by the CODEOWNERS of the pinned base, where the repository asks for it."""
        if not policy.approvals.code_owners:
            return ()
        _, _, file = await self._owners_file(place, patchset)
        return owners.owned(file, [change.path for change in patchset.changes])

    async def owners_of(self, place: Place, run: Run, unit: UnitRun) -> tuple[str, ...]:
        """Everybody who owns a path that the unit's patchset touches, whether or not the repository asks for their yes."""
        patchset = await self.of(place, run, unit)
        if not isinstance(patchset, Patchset):
            return ()
        _, _, file = await self._owners_file(place, patchset)
        known = owners.owned(file, [change.path for change in patchset.changes])
        return tuple(dict.fromkeys(owner for each in known for owner in each.owners))

    async def _owners_file(self, place: Place, patchset: Patchset) -> tuple[str, int, bytes | None]:
        """Path, mode and bytes of the CODEOWNERS that counts on the pinned base; the path is empty where there is none."""
        reader = self.hub.reader(place.installation, place.repository_id)
        base = await pinned(reader, place, ref=patchset.base_ref, sha=patchset.base_sha)
        name = next((path for path in owners.FILES if path in base.entries), "")
        if not name:
            return "", 0, None
        found = await contents(reader, place, base, (name,))
        return name, base.entries[name].mode, found.get(name)

    async def _earlier(
        self, place: Place, run: Run, unit: UnitRun
    ) -> tuple[tuple[Patchset, ...], tuple[str, ...]]:
        """The newest of what the run's other units brought, and the numbers of what was not read, because it is lost or older."""
        brought, older = compared(run, unit.id)
        found: list[Patchset] = []
        unread = list(older)
        for other, seen in brought:
            patchset = await self.again(place, run, other, seen)
            if isinstance(patchset, Patchset) and patchset.digest == seen.digest:
                found.append(patchset)
            else:
                unread.append(seen.number)
        return tuple(found), tuple(unread)

    async def _built(
        self, place: Place, content: bytes, named: Numbered, *, ref: str, sha: str
    ) -> Patchset | Block | None:
        try:
            proposal = proposals.load(content)
        except ValidationError:
            return None
        if not isinstance(proposal, Proposal):
            return None
        reader = self.hub.reader(place.installation, place.repository_id)
        try:
            base = await pinned(reader, place, ref=ref, sha=sha)
        except NotFound:
            return Block("base", f"`{sha[:7]}`, its base, is not in the repository any more.", "")
        found = await contents(reader, place, base, [file.path for file in proposal.files])
        return build(proposal, named=named, base=base, contents=found)


def watched(paths: Iterable[str], policy: RepoPolicy) -> tuple[str, ...]:
    """The paths whose change on the base makes an approval void: what is touched, and who must approve it."""
    return (*paths, *(owners.FILES if policy.approvals.code_owners else ()))
