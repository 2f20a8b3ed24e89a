"""Comments that tell of an entry: made once, found again by their marker, and brought up to date in place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.artifacts import Artifacts
from bot.authorship import is_ours
from bot.github import Hub, Talker
from bot.ledger import Loaded
from bot.place import Place
from bot.views import Views
from handlers import markers
from handlers.blocks import artifact_blocks, ledger_block
from handlers.replies import notice, pointer, redrawn
from handlers.replies.diffs import page_body, page_name, pages
from handlers.replies.view import View
from policies import effects as f
from policies import entries as e
from policies.chain import Record
from policies.fold import Recorded, fold
from policies.run import Run

# GitHub refuses longer comments: https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
LONGEST = 65_000
# By how much our clock may go wrong before a comment could be made twice.
WRONG_CLOCK = timedelta(minutes=15)

Comment = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes the comments; what people read is worded by `handlers.replies`, what is hidden comes from the ledger."""

    hub: Hub
    artifacts: Artifacts
    views: Views
    app_id: str

    async def tell(self, loaded: Loaded, run: Run, effect: f.Tell, *, again: bool) -> None:
        """One comment, known again by the marker that names its entry; artifacts it announces travel inside it."""
        place = loaded.place
        recorded = loaded.history[effect.seq]
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/issues/{effect.thread}/comments"
        mark = _mark(place, effect.seq)
        earlier: Comment | None = None
        stored = ""
        if again or effect.instead_of is not None:
            query = {} if effect.instead_of is not None else {"since": _since(recorded)}
            ours = await self._ours(talker, path, mark, again=again, **query)
            standing = next((comment for comment in ours if comment["body"].startswith(mark)), None)
            if standing is not None:
                await self.views.remember(place, recorded, str(standing["html_url"]))
                return
            earlier = next((each for each in ours if _seq(each) == effect.instead_of), None)
            stored = _bodies(ours)
        view = await self.views.of(place, run, recorded)
        view = await self._with_pages(talker, path, place, recorded, view)
        text = notice(run, recorded, view)
        fitting, rest = _fit(mark, text, loaded.told(effect.seq), await self._parts(place, run, recorded))
        await self._store(talker, path, place, effect.seq, [part for part in rest if part not in stored])
        if effect.instead_of is not None and earlier is not None:
            await talker.patch(f"{place.path}/issues/comments/{earlier['id']}", {"body": fitting})
            return
        made = await talker.post(path, {"body": fitting})
        await self.views.remember(place, recorded, str(made["html_url"]))

    async def point(self, loaded: Loaded, run: Run, effect: f.Point, *, again: bool) -> None:
        """The line that points to the comment about an entry from where people wished for it, written once."""
        place = loaded.place
        recorded = loaded.history[effect.seq]
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/issues/{effect.thread}/comments"
        mark = markers.mark("pointer", run=place.issue, seq=effect.seq)
        if again:
            ours = await self._ours(talker, path, mark, again=True, since=_since(recorded))
            if any(each["body"].startswith(mark) for each in ours):
                return
        text = pointer(run, recorded, effect.thread, await self.views.of_links(place, recorded.at))
        await talker.post(path, {"body": f"{mark}\n{text}"})

    async def _ours(
        self, talker: Talker, path: str, mark: str, *, again: bool, **query: str
    ) -> list[Comment]:
        """Our comments in a thread; `again` believes that the one with this mark is missing only when GitHub says so twice.

        Not every machine of GitHub's shows at once what has just been made, and whoever takes that for "it is not there" says
        it twice.
        """
        ours: list[Comment] = []
        for _ in range(2 if again else 1):
            told = await talker.get_all(path, **query)
            ours = [comment for comment in told if is_ours(comment, app_id=self.app_id)]
            if any(comment["body"].startswith(mark) for comment in ours):
                break
        return ours

    async def redraw(self, loaded: Loaded, run: Run, effect: f.Redraw, *, comment: int = 0) -> None:
        """The comment as it reads now, hidden blocks and all; no call when it reads so already, or when it is gone.

        `comment` names it where a person's edit may have taken its marker away.
        """
        place, records = loaded.place, loaded.history
        then = fold(records[: effect.seq + 1])
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/issues/{effect.thread}/comments"
        ours = [each for each in await talker.get_all(path) if is_ours(each, app_id=self.app_id)]
        told = {seq: each for each in reversed(ours) if (seq := _seq(each)) is not None}
        found = next((each for each in ours if each["id"] == comment), told.get(effect.seq))
        if found is None or then is None:
            return
        recorded = records[effect.seq]
        view = await self.views.of(place, then, recorded)
        view = replace(view, links={**view.links, **_links(run, told), **_pages(view, recorded, ours)})
        if isinstance(recorded.entry, e.PlanProposed):
            view = replace(view, backlog=await self.views.approved_backlog(place, run))
        text = redrawn(run, recorded, view, then=then)
        parts = await self._parts(place, then, recorded)
        mark = _mark(place, effect.seq)
        body, rest = _fit(mark, text, loaded.told(effect.seq), parts)
        stored = _bodies(each for each in ours if each is not found)
        await self._store(talker, path, place, effect.seq, [part for part in rest if part not in stored])
        if found["body"].replace("\r\n", "\n").strip() != body.strip():
            await talker.patch(f"{place.path}/issues/comments/{found['id']}", {"body": body})

    async def _with_pages(
        self, talker: Talker, path: str, place: Place, recorded: Recorded, view: View
    ) -> View:
        """The rest of a long diff as comments of their own, before the one that links them; those that stand are kept."""
        made = pages(view) if isinstance(recorded.entry, e.GatesJudged) else ()
        if not made or view.patchset is None:
            return view
        told = await talker.get_all(path, since=_since(recorded))
        links = _pages(view, recorded, [each for each in told if is_ours(each, app_id=self.app_id)])
        for number, page in enumerate(made, start=1):
            name = page_name(view.patchset, number)
            if name not in links:
                head = markers.mark("diff", run=place.issue, seq=recorded.seq, part=number)
                body = page_body(view.patchset, number, page, of=len(made))
                links[name] = str((await talker.post(path, {"body": f"{head}\n{body}"}))["html_url"])
        return replace(view, links={**view.links, **links})

    async def _store(self, talker: Talker, path: str, place: Place, seq: int, parts: list[str]) -> None:
        """Comments of their own for the parts that do not fit beside what people read."""
        for number, part in enumerate(parts, start=1):
            head = markers.mark("part", run=place.issue, seq=seq, part=number)
            shown = "<details><summary>Stored data for the comment below</summary></details>"
            await talker.post(path, {"body": f"{head}\n{shown}\n\n{part}"})

    async def _parts(self, place: Place, run: Run, recorded: Recorded) -> list[str]:
        """The bytes an entry stands for, as hidden blocks: they are what rebuilds the run from GitHub alone."""
        entry = recorded.entry
        match entry:
            case e.PlanProposed() | e.BacklogProposed():
                names = [digest for name, digest in entry.files.items() if name.endswith(".json")]
            case e.QuestionsAsked():
                names = [entry.draft]
            case e.GatesJudged():
                patchset = run.units[entry.unit].patchset
                names = [patchset.content] if patchset else []
            case e.FailureRead():
                names = [entry.log]
            case _:
                names = []
        blocks: list[str] = []
        for name in names:
            content = await self.artifacts.get(place, name)
            blocks += artifact_blocks(content) if content is not None else ()
        return blocks


def _since(recorded: Recorded) -> str:
    """From when on a comment about the entry can stand there; entries bear our own time, which may be ahead of GitHub's."""
    since = datetime.fromisoformat(recorded.at) - WRONG_CLOCK
    return since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _bodies(comments: Iterable[Comment]) -> str:
    return "".join(each["body"].replace("\r\n", "\n") for each in comments)


def _mark(place: Place, seq: int) -> str:
    return markers.mark("turn", run=place.issue, seq=seq)


def _seq(comment: Comment) -> int | None:
    """The entry that a comment told of."""
    marker = markers.read(comment["body"])
    return marker.seq if marker and marker.kind == "turn" else None


def _pages(view: View, recorded: Recorded, ours: list[Comment]) -> dict[str, str]:
    """Where the pages of a patchset's diff stand."""
    found: dict[str, str] = {}
    for each in ours:
        marker = markers.read(each["body"])
        if marker is None or marker.kind != "diff" or marker.seq != recorded.seq:
            continue
        if view.patchset is not None and marker.part is not None:
            found[page_name(view.patchset, marker.part)] = str(each["html_url"])
    return found


def _links(run: Run, told: dict[int, Comment]) -> dict[str, str]:
    """Where the versions stand, read off the comments themselves; the newest comment of a patchset stands for it."""
    seqs = {f"plan {version.number}": version.seq for version in run.plans}
    seqs |= {f"backlog {version.number}": version.seq for version in run.backlogs}
    seqs |= {
        unit.patchset.number: unit.judged[-1] for unit in run.units.values() if unit.patchset and unit.judged
    }
    return {name: str(told[seq]["html_url"]) for name, seq in seqs.items() if seq in told}


def _fit(mark: str, text: str, records: tuple[Record, ...], parts: list[str]) -> tuple[str, list[str]]:
    """The announcing comment with as many parts as fit, and the parts that need comments of their own before it."""
    body = f"{mark}\n{text}\n\n{ledger_block(records)}"
    rest: list[str] = []
    for part in parts:
        if len(body) + len(part) + 2 <= LONGEST:
            body = f"{body}\n{part}"
        else:
            rest.append(part)
    return body, rest
