"""What is put before an agent for one subject of a run: everything its answer may depend on, read and pinned."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import yaml

from agents.ask import Ask, ask
from agents.builtin.decompose import DecompositionInputs, Wish
from agents.builtin.planning.identity import known
from agents.builtin.scaffold import ImplementationInputs, reads
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, Asked, Known, PlannerInputs, Remark
from agents.schemas.triage import TriageInputs
from bot.artifacts import Artifacts
from bot.base import contents, head, pinned
from bot.errors import Bug
from bot.facts import Gatherer
from bot.github import Hub
from bot.place import Place
from bot.surroundings import about, elsewhere, frozen
from config.repo_policy import RepoPolicy
from policies import artifacts as files
from policies.run import Run
from policies.stages import UnitState

_UNDER_WAY = frozenset(
    {
        UnitState.DONE,
        UnitState.APPLYING_PATCHES,
        UnitState.PR_OPEN,
        UnitState.VERIFYING_CI,
        UnitState.CHECKS_RED,
    }
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question ready to be put, the branch and commit it was pinned to, and the PRD's digest as it was read."""

    ask: Ask
    base_ref: str = ""
    base_sha: str = ""
    prd_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Asks:
    """Prepares questions."""

    hub: Hub
    artifacts: Artifacts
    gatherer: Gatherer

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
                return await self._implementation(place, run, subject.partition(" ")[0])
            case _:
                raise Bug(f"nobody plays the role {role}")

    async def _triage(self, place: Place) -> Prepared:
        reader = self.hub.reader(place.installation, place.repository_id)
        issue = await reader.get(f"{place.path}/issues/{place.issue}")
        policy, _ = await self.gatherer.policy(place)
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
        policy, _ = await self.gatherer.policy(place)
        prd = sha256((issue["body"] or "").encode()).hexdigest()
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
        )
        return Prepared(ask("planner", inputs.model_dump(mode="json")), prd_sha256=prd)

    async def _before(self, place: Place, run: Run, prd_sha256: str) -> tuple[Known, ...]:
        """What the versions so far held, once the PRD is not any more what one of them was drawn from."""
        digests = dict.fromkeys((*(version.files[files.PACK] for version in run.plans), run.draft))
        found = [await self.artifacts.get(place, each) for each in digests if each]
        earlier = [packs.load(content) for content in found if content is not None]
        return known(earlier) if any(each.prd.digest != prd_sha256 for each in earlier) else ()

    async def _decomposition(self, place: Place, run: Run) -> Prepared:
        reader = self.hub.reader(place.installation, place.repository_id)
        plan = run.approved_plan
        approval = run.approval_of(plan.digest) if plan else None
        if approval is None:
            raise Bug("a backlog is drawn from an approved plan")
        # The first listing stays the basis, so that unit ids mean the same in every version of the backlog.
        base = await pinned(reader, place, ref=approval.base_ref, sha=approval.base_sha)
        inputs = DecompositionInputs(
            pack=await self.pack(place, run),
            refinements=tuple(
                Wish(text=wish.text, by=wish.by.login) for wish in run.refinements if wish.target == "backlog"
            ),
            done=tuple(unit.id for unit in run.units.values() if unit.state in _UNDER_WAY),
            tree=tuple(sorted(base.entries)),
        )
        return Prepared(ask("decomposition", inputs.model_dump(mode="json")))

    async def _implementation(self, place: Place, run: Run, unit_id: str) -> Prepared:
        reader = self.hub.reader(place.installation, place.repository_id)
        ref, sha = await head(reader, place)
        base = await pinned(reader, place, ref=ref, sha=sha)
        backlog = await self.backlog(place, run)
        unit = next((each for each in backlog.units if each.id == unit_id), None)
        if unit is None:
            raise Bug(f"{unit_id} is not in the approved backlog")
        tree = tuple(sorted(base.entries))
        found = await contents(reader, place, base, reads(unit, tree=tree))
        inputs = ImplementationInputs(
            pack=await self.pack(place, run),
            backlog=backlog,
            unit_id=unit_id,
            tree=tree,
            files=_texts(found),
            feedback=tuple(
                Wish(text=wish.text, by=wish.by.login) for wish in run.refinements if wish.target == unit_id
            ),
            version=run.units[unit_id].versions,
        )
        return Prepared(ask("implementation", inputs.model_dump(mode="json")), base_ref=ref, base_sha=sha)

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


def _texts(found: Mapping[str, bytes]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for path, content in found.items():
        try:
            texts[path] = content.decode()
        except UnicodeDecodeError:
            continue
    return texts
