"""Brings together what a reply shows: the artifacts an entry speaks of, links to earlier comments, and where the web is."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from pydantic import ValidationError

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from bot.artifacts import Artifacts
from bot.facts import Gatherer
from bot.ledger import Loaded
from bot.patchsets import Patchsets
from bot.place import Place
from bot.queue import Cache
from bot.whereabouts import seen_of
from config.budgets import Caps
from handlers.replies.view import Changed, HeldUp, Late, Progress, View
from policies import artifacts as files
from policies import entries as e
from policies import failures
from policies.fold import Recorded
from policies.patchset import Patchset
from policies.run import Run, Version
from policies.stages import Stage

# So long after it was over, the card tells what a run was held up with.
TOLD_FOR = timedelta(hours=1)
# So long it tells what became of the repository, which people should read although it held nothing up.
CHANGES_TOLD_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Views:
    """Makes View values; the time in them is that of the newest record, so that the same run reads the same."""

    artifacts: Artifacts
    patchsets: Patchsets
    gatherer: Gatherer
    cache: Cache
    web_url: str
    provider: str
    caps: Caps

    async def for_card(self, place: Place, loaded: Loaded) -> View:
        """What the status card shows."""
        run = loaded.run
        at = loaded.records[-1].at if loaded.records else "1970-01-01T00:00:00Z"
        backlog = await self._backlog(place, run.approved_backlog or run.backlog) if run else None
        view = await self._view(place, at=at, backlog=backlog)
        view = replace(
            view,
            held_up=await self._held_up(place, view.now),
            became=await self._became(place, view.now),
            clock_behind=self.gatherer.hub.ahead,
        )
        if run is not None and run.stage is Stage.SYNCING:
            return replace(view, progress=await self._progress(place))
        view = replace(view, elsewhere=await self.gatherer.side_by_side.elsewhere(place, run))
        return replace(view, late=await self._late(place, run))

    async def _progress(self, place: Place) -> Progress | None:
        kept = await self.cache.cached(progress_key(place))
        if not kept:
            return None
        value = json.loads(kept)
        until = datetime.fromtimestamp(value["at"], UTC)
        return Progress(int(value["issues"]), int(value["left"]), until)

    async def _held_up(self, place: Place, now: datetime) -> HeldUp | None:
        kept = await self.cache.cached(held_up_key(place))
        if not kept:
            return None
        value = json.loads(kept)
        at = datetime.fromtimestamp(value["at"], UTC)
        return HeldUp(value["by"], at) if now - at < TOLD_FOR else None

    async def _became(self, place: Place, now: datetime) -> tuple[Changed, ...]:
        seen = await seen_of(self.cache, place)
        changes = seen["changes"] if seen is not None else {}
        found = (
            Changed(what, each["before"], each["after"], datetime.fromtimestamp(each["at"], UTC))
            for what, each in changes.items()
        )
        return tuple(each for each in found if now - each.at < CHANGES_TOLD_FOR)

    async def _late(self, place: Place, run: Run | None) -> Late | None:
        asked = run is not None and (run.asked is not None or bool(run.unit_asks))
        kept = await self.cache.cached(late_key(place)) if asked else None
        if not kept:
            return None
        value = json.loads(kept)
        # What an older version kept tells nothing of the time before.
        since, tries = value.get("since", value["at"]), value.get("tries", 1)
        return Late(
            str(value["why"]),
            datetime.fromtimestamp(value["at"], UTC),
            datetime.fromtimestamp(since, UTC),
            tries,
            value.get("most", tries),
        )

    async def for_question(self, place: Place, loaded: Loaded) -> View:
        """What an answer to `/why` or `/status` may speak of: the newest plan and the newest backlog."""
        run = loaded.run
        if run is None:
            return await self.for_card(place, loaded)
        view = await self._view(
            place,
            at=loaded.records[-1].at,
            pack=await self._pack(place, run.plan),
            backlog=await self._backlog(place, run.backlog),
        )
        return replace(view, late=await self._late(place, run), held_up=await self._held_up(place, view.now))

    async def of(self, place: Place, run: Run, recorded: Recorded) -> View:
        """What the comment for one entry shows."""
        entry = recorded.entry
        match entry:
            case e.QuestionsAsked():
                pack = await self._pack_at(place, entry.draft)
                return await self._view(place, at=recorded.at, pack=pack)
            case e.PlanProposed():
                earlier = next((v for v in reversed(run.plans) if v.number < entry.version), None)
                return await self._view(
                    place,
                    at=recorded.at,
                    pack=await self._pack_at(place, entry.files[files.PACK]),
                    earlier_pack=await self._pack(place, earlier),
                )
            case e.BacklogProposed():
                before = next((v for v in reversed(run.backlogs) if v.number < entry.version), None)
                return await self._view(
                    place,
                    at=recorded.at,
                    pack=await self._pack(place, run.approved_plan),
                    backlog=await self._backlog_at(place, entry.files[files.BACKLOG]),
                    earlier_backlog=await self._backlog(place, before),
                )
            case e.FailureRead():
                content = await self.artifacts.get(place, entry.log, threads=(run.units[entry.unit].issue,))
                view = await self._view(place, at=recorded.at)
                return replace(view, failure=failures.load(content) if content else None)
            case e.GatesJudged():
                view = await self.of_subject(place, run, entry.unit, at=recorded.at)
                unit = run.units[entry.unit]
                old = await self.patchsets.again(place, run, unit.id, unit.earlier) if unit.earlier else None
                return replace(view, earlier_patchset=old if isinstance(old, Patchset) else None)
            case _:
                return await self._view(
                    place,
                    at=recorded.at,
                    pack=await self._pack(place, run.approved_plan),
                    backlog=await self._backlog(place, run.approved_backlog),
                )

    async def of_links(self, place: Place, at: str) -> View:
        """What a line shows that only points somewhere; `at` is when it is said."""
        return await self._view(place, at=at)

    async def of_subject(self, place: Place, run: Run, subject: str, *, at: str = "") -> View:
        """What a pull request or a patchset shows; `subject` is `plan` or a unit id."""
        unit = run.units.get(subject)
        patchset = await self.patchsets.of(place, run, unit) if unit else None
        return await self._view(
            place,
            at=at or run.events[-1][0],
            pack=await self._pack(place, run.approved_plan),
            backlog=await self._backlog(place, run.approved_backlog),
            patchset=patchset if isinstance(patchset, Patchset) else None,
        )

    async def remember(self, place: Place, recorded: Recorded, url: str) -> None:
        """Keep where an entry was announced, for the card's links; losing it costs a link and nothing else."""
        name = _link_name(recorded.entry)
        if name:
            links = await self._links(place)
            await self.cache.cache(f"links/{place.run}", json.dumps({**links, name: url}).encode())

    async def _links(self, place: Place) -> dict[str, str]:
        kept = await self.cache.cached(f"links/{place.run}")
        links: dict[str, str] = json.loads(kept) if kept else {}
        return links

    async def _view(  # noqa: PLR0913 - a view has these parts, each named by the caller
        self,
        place: Place,
        *,
        at: str,
        pack: ArchitecturePack | None = None,
        earlier_pack: ArchitecturePack | None = None,
        backlog: Backlog | None = None,
        earlier_backlog: Backlog | None = None,
        patchset: Patchset | None = None,
    ) -> View:
        return View(
            now=datetime.fromisoformat(at),
            policy=self.gatherer.rules.known(place),
            problem=self.gatherer.rules.problem(place),
            pack=pack,
            earlier_pack=earlier_pack,
            backlog=backlog,
            earlier_backlog=earlier_backlog,
            patchset=patchset,
            links=await self._links(place),
            web=f"{self.web_url}/{place.repository}",
            provider=self.provider,
            caps=self.caps,
            taken=self._taken(place),
        )

    async def approved_backlog(self, place: Place, run: Run) -> Backlog | None:
        """The backlog that people have approved last."""
        return await self._backlog(place, run.approved_backlog)

    def _taken(self, place: Place) -> frozenset[str]:
        by_default = self.gatherer.rules.known(place).commands.short == "threads"
        return self.gatherer.neighbours.known(place.repository_id) if by_default else frozenset()

    async def _pack(self, place: Place, version: Version | None) -> ArchitecturePack | None:
        return await self._pack_at(place, version.files[files.PACK]) if version else None

    async def _pack_at(self, place: Place, digest: str) -> ArchitecturePack | None:
        content = await self.artifacts.get(place, digest)
        try:
            return packs.load(content) if content is not None else None
        except ValidationError:
            return None

    async def _backlog(self, place: Place, version: Version | None) -> Backlog | None:
        return await self._backlog_at(place, version.files[files.BACKLOG]) if version else None

    async def _backlog_at(self, place: Place, digest: str) -> Backlog | None:
        content = await self.artifacts.get(place, digest)
        try:
            return backlogs.load(content) if content is not None else None
        except ValidationError:
            return None


def held_up_key(place: Place) -> str:
    """Where it is cached what GitHub held a run up with last, and until when."""
    return f"held up/{place.run}"


def late_key(place: Place) -> str:
    """Where it is cached that an answer is late, and why; empty once it has come."""
    return f"late/{place.run}"


def progress_key(place: Place) -> str:
    """Where it is cached how far the issues of a backlog are; empty once they stand."""
    return f"progress/{place.run}"


def _link_name(entry: e.Entry) -> str:
    match entry:
        case e.QuestionsAsked():
            return "questions"
        case e.PlanProposed():
            return f"plan {entry.version}"
        case e.BacklogProposed():
            return f"backlog {entry.version}"
        case e.GatesJudged():
            return entry.number
        case e.VersionKept() | e.PatchsetKept():
            return "kept"
        case _:
            return ""
