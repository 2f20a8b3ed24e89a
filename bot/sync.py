"""Brings a repository's issues in step with an approved backlog: one issue a unit, parents for slices, blocked-by links.

It can be broken off anywhere and run again: every issue of ours carries a marker in its first line, and what is
there already is found before anything is made. Hundreds of issues take hours at GitHub's pace, so whoever runs it is
told of every write before it is made, and may end it there.

https://docs.github.com/en/rest/issues/sub-issues and https://docs.github.com/en/rest/issues/issue-dependencies
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agents.schemas.backlog import Backlog, Slice, Unit
from agents.schemas.pack import ArchitecturePack
from bot.authorship import is_ours
from bot.errors import Invalid
from bot.github import Talker
from bot.place import Place
from handlers import markers
from handlers.replies.issues import slice_issue, unit_issue
from handlers.replies.labels import UNIT
from policies.run import Run

# https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-issue-dependencies: 50 of a kind.
MOST_LINKS = 50

Issue = dict[str, Any]


class NotWanted(Exception):
    """Whoever runs the sync does not want its next write; what is made stays, and the next sync finds it."""


@dataclass(slots=True)
class InStep:
    """What stands so far: id of the unit or slice -> (issue number, database id); writes made, and writes to make in all."""

    units: dict[str, tuple[int, int]] = field(default_factory=dict)
    slices: dict[str, tuple[int, int]] = field(default_factory=dict)
    writes: int = 0
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class Sync:
    """One sync of one run; `before_write` is told what stands before each write and raises NotWanted to end it there."""

    talker: Talker
    place: Place
    run: Run
    backlog: Backlog
    pack: ArchitecturePack
    app_id: str
    before_write: Callable[[InStep], Awaitable[None]]

    async def bring_in_step(self) -> InStep:
        """Make what is missing, link what is not linked, close what was dropped; writes nothing when all is in step."""
        done = InStep()
        standing = await self._standing()
        intake = await self.talker.get(f"{self.place.path}/issues/{self.place.issue}")
        done.wanted = _wanted(self.backlog, standing)
        for part in self.backlog.slices:
            done.slices[part.id] = await self._slice(part, standing, done)
        for unit in self.backlog.units:
            done.units[unit.id] = await self._unit(unit, standing, done)
        await self._parents(int(intake["number"]), tuple(done.slices.values()), done)
        for part in self.backlog.slices:
            children = tuple(done.units[u.id] for u in self.backlog.units if u.slice == part.id)
            await self._parents(done.slices[part.id][0], children, done)
        for unit_id, others in links(self.backlog).items():
            linked = _links_of(standing.get(unit_id, {}))
            if linked < len(others):
                await self._dependencies(unit_id, others, done, looked_at=linked == 0)
        await self._close_dropped(standing, done)
        return done

    async def _standing(self) -> Mapping[str, Issue]:
        """Unit or slice id -> the issue of ours that carries its marker, the oldest when there are two."""
        found: dict[str, Issue] = {}
        issues = await self.talker.get_all(
            f"{self.place.path}/issues", state="all", labels=UNIT, sort="created", direction="asc"
        )
        for issue in issues:
            marker = markers.read(issue.get("body") or "")
            if marker and marker.run == self.place.issue and is_ours(issue, app_id=self.app_id):
                name = marker.fields.get("unit") or marker.fields.get("slice") or ""
                found.setdefault(name, issue)
        # People take labels off and edit texts; what the ledger knows is ours all the same, and is not made again.
        known = {unit.id: unit.issue for unit in self.run.units.values()}
        known |= {part: number for part, (number, _) in self.run.slices.items()}
        for name in known.keys() - found.keys():
            issue = await self.talker.get_unless_gone(f"{self.place.path}/issues/{known[name]}")
            if issue is not None:
                found[name] = issue
        return found

    async def _slice(self, part: Slice, standing: Mapping[str, Issue], done: InStep) -> tuple[int, int]:
        title, body = slice_issue(part, self.backlog, self.pack, self.run)
        return await self._issue(part.id, title, body, standing, done)

    async def _unit(self, unit: Unit, standing: Mapping[str, Issue], done: InStep) -> tuple[int, int]:
        title, body = unit_issue(unit, self.backlog, self.pack, self.run)
        return await self._issue(unit.id, title, body, standing, done)

    async def _issue(
        self, name: str, title: str, body: str, standing: Mapping[str, Issue], done: InStep
    ) -> tuple[int, int]:
        issue = standing.get(name)
        if issue is None:
            path = f"{self.place.path}/issues"
            issue = await self._post(path, {"title": title, "body": body, "labels": [UNIT]}, done)
        return int(issue["number"]), int(issue["id"])

    async def _parents(self, parent: int, children: tuple[tuple[int, int], ...], done: InStep) -> None:
        path = f"{self.place.path}/issues/{parent}/sub_issues"
        linked = await self._ids(path)
        for _, child_id in children:
            if child_id not in linked:
                await self._post(path, {"sub_issue_id": child_id}, done)

    async def _dependencies(
        self, unit_id: str, others: tuple[str, ...], done: InStep, *, looked_at: bool
    ) -> None:
        """`looked_at` says that there is none yet, so that nobody has to look again."""
        path = f"{self.place.path}/issues/{done.units[unit_id][0]}/dependencies/blocked_by"
        known = set() if looked_at else await self._ids(path)
        for other in others:
            blocker = done.units[other][1]
            if blocker in known:
                continue
            try:
                await self._post(path, {"issue_id": blocker}, done)
            except Invalid:
                # A list may be older than the last write, and the link be there already.
                if blocker not in await self._ids(path):
                    raise

    async def _ids(self, path: str) -> set[int]:
        return {int(issue["id"]) for issue in await self.talker.get_all(path)}

    async def _close_dropped(self, standing: Mapping[str, Issue], done: InStep) -> None:
        kept = {number for number, _ in (*done.units.values(), *done.slices.values())}
        for issue in standing.values():
            if issue["number"] not in kept and issue["state"] == "open":
                await self.before_write(done)
                body = {"state": "closed", "state_reason": "not_planned"}
                await self.talker.patch(f"{self.place.path}/issues/{issue['number']}", body)
                done.writes += 1

    async def _post(self, path: str, body: dict[str, object], done: InStep) -> Issue:
        await self.before_write(done)
        made: Issue = await self.talker.post(path, body)
        done.writes += 1
        return made


def links(backlog: Backlog) -> Mapping[str, tuple[str, ...]]:
    """Unit -> the units it is shown as blocked by: all it waits for, up to GitHub's number of links for one issue.

    The order of work never depends on the links, only on the backlog; what is left out here stands in the issue's text.
    """
    blocking: Counter[str] = Counter()
    shown: dict[str, tuple[str, ...]] = {}
    for unit in backlog.units:
        kept = tuple(other for other in unit.depends_on if blocking[other] < MOST_LINKS)[:MOST_LINKS]
        blocking.update(kept)
        if kept:
            shown[unit.id] = kept
    return shown


def _links_of(issue: Issue) -> int:
    """How many issues block this one, as GitHub counts them; an issue that does not stand yet has none.

    Where a person took a link of ours away and put another in, theirs stays: people's edits win.
    """
    summary = issue.get("issue_dependencies_summary") or {}
    return int(summary.get("total_blocked_by", -1)) if issue else 0


def _wanted(backlog: Backlog, standing: Mapping[str, Issue]) -> int:
    """How many writes are left as far as the issues tell: one for each that is missing, its parent and its links."""
    names = [part.id for part in backlog.slices] + [unit.id for unit in backlog.units]
    orphans = [name for name in names if not standing.get(name, {}).get("parent_issue_url")]
    missing = [name for name in names if name not in standing]
    unlinked = [
        max(0, len(others) - max(0, _links_of(standing.get(name, {}))))
        for name, others in links(backlog).items()
    ]
    return len(missing) + len(orphans) + sum(unlinked)
