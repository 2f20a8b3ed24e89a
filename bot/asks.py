"""What is put before an agent for one subject of a run: everything its answer may depend on, read and pinned."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import yaml

from agents.ask import Ask, ask
from agents.builtin.decompose import DecompositionInputs, Wish
from agents.builtin.fixup import FailedCheck, FixupInputs
from agents.builtin.planning.identity import added_known, found_known, known, reasons_known
from agents.builtin.scaffold import ImplementationInputs, reads
from agents.repository.shown import RepositoryContext
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, Asked, Known, PlannerInputs, Remark
from agents.schemas.proposal import Proposal
from agents.schemas.triage import TriageInputs
from bot import reviewing
from bot.artifacts import Artifacts
from bot.base import NoBranch, contents, newest, newest_in_place, pinned
from bot.contexts import Contexts, texts
from bot.errors import Bug
from bot.facts import Gatherer
from bot.github import Hub
from bot.place import Place
from bot.surroundings import about, elsewhere, frozen
from config.repo_policy import RepoPolicy
from policies import artifacts as files
from policies import failures
from policies.answering import as_amended, as_said
from policies.patchset import Patchset
from policies.run import Run, UnitRun
from policies.stages import UnitState

_UNDER_WAY = frozenset(
    {
        UnitState.DONE,
        UnitState.TAKEN,
        UnitState.APPLYING_PATCHES,
        UnitState.PR_OPEN,
        UnitState.VERIFYING_CI,
        UnitState.CHECKS_RED,
    }
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question ready to be put, the branch and commit it was pinned to, and the digests of the PRD and of the context."""

    ask: Ask
    base_ref: str = ""
    base_sha: str = ""
    prd_sha256: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Asks:
    """Prepares questions."""

    hub: Hub
    artifacts: Artifacts
    gatherer: Gatherer
    contexts: Contexts

    async def prepare(self, place: Place, run: Run, role: str, subject: str) -> Prepared:
        """The question for a role and subject of this run."""
        match role:
            case "triage":
                return await self._triage(place)
            case "planner":
                return await self._plan(place, run)
            case "decomposition":
                return await self._decomposition(place, run)
            case "implementation":
                inputs, ref, sha = await self._implementation(place, run, subject.partition(" ")[0])
                asked = ask("implementation", inputs.model_dump(mode="json"))
                return Prepared(asked, ref, sha, context=_digest(inputs.context))
            case "fixup":
                return await self._fixup(place, run, subject.partition(" ")[0])
            case "reviewer":
                return await self._review(place, run, subject.partition(" ")[0])
            case _:
                raise Bug(f"nobody plays the role {role}")

    async def _triage(self, place: Place) -> Prepared:
        reader = self.hub.reader(place.installation, place.repository_id)
        issue = await reader.get(f"{place.path}/issues/{place.issue}")
        policy, _ = await self.gatherer.rules.read(place)
        body = issue["body"] or ""
        inputs = TriageInputs(
            title=issue["title"],
            body=body,
            constraints=_yaml(policy),
            elsewhere=await elsewhere(reader, place, app_id=self.gatherer.app_id),
            about=await about(reader, place),
            frozen=frozen(body, policy),
        )
        prd = sha256(body.encode()).hexdigest()
        return Prepared(ask("triage", inputs.model_dump(mode="json")), prd_sha256=prd)

    async def _plan(self, place: Place, run: Run) -> Prepared:
        reader = self.hub.reader(place.installation, place.repository_id)
        issue = await reader.get(f"{place.path}/issues/{place.issue}")
        policy, _ = await self.gatherer.rules.read(place)
        prd = sha256((issue["body"] or "").encode()).hexdigest()
        context = await self._for_planning(place)
        inputs = PlannerInputs(
            title=issue["title"],
            body=issue["body"] or "",
            constraints=_yaml(policy),
            asked=tuple(
                Asked(id=each.id, text=each.text, default=each.default, options=each.options)
                for each in run.questions
            ),
            answers=tuple(
                Answer(question_id=reply.question, text=reply.text, by=reply.by.login)
                for reply in run.replies
            ),
            refinements=tuple(
                Remark(text=wish.text, by=wish.by.login) for wish in run.refinements if wish.target == "plan"
            ),
            before=await self._before(place, run, prd),
            context=context,
        )
        asked = ask("planner", inputs.model_dump(mode="json"))
        return Prepared(asked, prd_sha256=prd, context=_digest(context))

    async def _for_planning(self, place: Place) -> RepositoryContext | None:
        """What the default branch shows a planner now; nothing where there is no commit yet."""
        if not self.contexts.for_model:
            return None
        reader = self.hub.reader(place.installation, place.repository_id)
        base = await newest(reader, place)
        return None if isinstance(base, NoBranch) else await self.contexts.planning(place, base)

    async def _before(self, place: Place, run: Run, prd_sha256: str) -> tuple[Known, ...]:
        """What the versions so far decided and a model found, and all they held once the PRD is not what one of them was drawn from.

        Nobody has read the decisions of a draft, which holds no version back.
        """
        proposed = await self._drawn(place, [version.files[files.PACK] for version in run.plans])
        drawn = (*proposed, *await self._drawn(place, [run.draft]))
        edited = any(each.prd.digest != prd_sha256 for each in drawn)
        stays = (*reasons_known(proposed), *found_known(proposed), *added_known(proposed))
        return (*stays, *(known(drawn) if edited else ()))

    async def _drawn(self, place: Place, digests: Iterable[str]) -> list[ArchitecturePack]:
        found = [await self.artifacts.get(place, each) for each in dict.fromkeys(digests) if each]
        return [packs.load(content) for content in found if content is not None]

    async def _decomposition(self, place: Place, run: Run) -> Prepared:
        reader = self.hub.reader(place.installation, place.repository_id)
        plan = run.approved_plan
        approval = run.approval_of(plan.digest) if plan else None
        if approval is None:
            raise Bug("a backlog is drawn from an approved plan")
        # The first listing stays the basis, so that unit ids mean the same in every version of the backlog.
        base = await pinned(reader, place, ref=approval.base_ref, sha=approval.base_sha)
        context = await self.contexts.planning(place, base)
        inputs = DecompositionInputs(
            pack=await self.pack(place, run),
            refinements=tuple(
                Wish(text=wish.text, by=wish.by.login) for wish in run.refinements if wish.target == "backlog"
            ),
            done=tuple(unit.id for unit in run.units.values() if unit.state in _UNDER_WAY),
            tree=tuple(sorted(base.entries)),
            context=context,
        )
        return Prepared(ask("decomposition", inputs.model_dump(mode="json")), context=_digest(context))

    async def _fixup(self, place: Place, run: Run, unit_id: str) -> Prepared:
        """The unit's question, with the pull request's files and what its red checks said."""
        question, ref, sha = await self._implementation(place, run, unit_id)
        unit = run.units[unit_id]
        if not unit.failures or unit.patchset is None:
            raise Bug(f"nothing of {unit_id} has failed")
        threads = (unit.issue,)
        log = await self.artifacts.get(place, unit.failures[-1].log, threads=threads)
        content = await self.artifacts.get(place, unit.patchset.content, threads=threads)
        proposal = proposals.load(content) if content else None
        inputs = FixupInputs(
            **question.model_dump(),
            proposed=proposal.files if isinstance(proposal, Proposal) else (),
            failed=tuple(
                FailedCheck(check=each.check, text=each.text)
                for each in (failures.load(log).reports if log else ())
            ),
            tried=tuple(", ".join(each.checks) for each in unit.failures[:-1]),
        )
        asked = ask("fixup", inputs.model_dump(mode="json"))
        return Prepared(asked, base_ref=ref, base_sha=sha, context=_digest(inputs.context))

    async def _implementation(
        self, place: Place, run: Run, unit_id: str
    ) -> tuple[ImplementationInputs, str, str]:
        """The unit's question, and the branch and commit it is pinned to."""
        reader = self.hub.reader(place.installation, place.repository_id)
        base = await newest_in_place(reader, place)
        backlog = as_said(run, await self.backlog(place, run))
        unit = next((each for each in backlog.units if each.id == unit_id), None)
        if unit is None:
            raise Bug(f"{unit_id} is not in the approved backlog")
        tree = tuple(sorted(base.entries))
        found = await contents(reader, place, base, reads(unit, tree=tree))
        context = await self.contexts.implementation(place, base, unit)
        inputs = ImplementationInputs(
            pack=as_amended(run, await self.pack(place, run)),
            backlog=backlog,
            unit_id=unit_id,
            tree=tree,
            files=texts(found),
            feedback=tuple(
                Wish(text=wish.text, by=wish.by.login) for wish in run.refinements if wish.target == unit_id
            ),
            version=run.units[unit_id].versions,
            context=context,
            earlier=await self._earlier(place, run.units[unit_id]),
        )
        return inputs, base.ref, base.sha

    async def _earlier(self, place: Place, unit: UnitRun) -> Proposal | None:
        """The proposal of the version before, where there is one and a model is to change it."""
        if unit.patchset is None or not self.contexts.for_model:
            return None
        content = await self.artifacts.get(place, unit.patchset.content, threads=(unit.issue,))
        found = proposals.load(content) if content is not None else None
        return found if isinstance(found, Proposal) else None

    async def _review(self, place: Place, run: Run, unit_id: str) -> Prepared:
        """The files as they were approved, put before somebody who has not seen them."""
        unit = run.units[unit_id]
        patchset = await self.gatherer.patchsets.of(place, run, unit)
        if not isinstance(patchset, Patchset):
            raise Bug(f"the approved bytes of {unit_id} are in none of the run's comments")
        reader = self.hub.reader(place.installation, place.repository_id)
        base = await pinned(reader, place, ref=patchset.base_ref, sha=patchset.base_sha)
        paths = tuple(change.path for change in patchset.changes)
        context = await self.contexts.review(place, base, paths)
        given = reviewing.inputs(
            unit_id,
            pack=as_amended(run, await self.pack(place, run)),
            backlog=as_said(run, await self.backlog(place, run)),
            patchset=patchset,
            context=context,
        )
        return Prepared(ask("reviewer", given.model_dump(mode="json")), context=_digest(context))

    async def pack(self, place: Place, run: Run) -> ArchitecturePack:
        """The approved plan."""
        plan = run.approved_plan
        if plan is None:
            raise Bug("there is no approved plan")
        content = await self.artifacts.get(place, plan.files[files.PACK])
        if content is None:
            raise Bug("the approved plan's bytes are in none of the run's comments")
        return packs.load(content)

    async def backlog(self, place: Place, run: Run) -> Backlog:
        """The approved backlog, whole."""
        version = run.approved_backlog
        if version is None:
            raise Bug("there is no approved backlog")
        content = await self.artifacts.get(place, version.files[files.BACKLOG])
        if content is None:
            raise Bug("the approved backlog's bytes are in none of the run's comments")
        return backlogs.load(content)


def _yaml(policy: RepoPolicy) -> str:
    constraints = dict(policy.constraints)
    return yaml.safe_dump(constraints, sort_keys=True) if constraints else ""


def _digest(context: RepositoryContext | None) -> str:
    return context.digest if context is not None else ""
