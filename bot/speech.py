"""What is said outside the ledger: reactions, read-only answers, refusals where there is no run, the state label."""

import contextlib
from dataclasses import dataclass
from typing import Any

from bot.authorship import is_ours
from bot.crowd import KNOWN
from bot.errors import GitHubError, NotFound
from bot.github import Hub, Talker, part
from bot.ledger import LedgerBroken, Loaded
from bot.place import Place
from bot.queue import Cache
from bot.views import Views
from handlers import markers
from handlers.replies import (
    LABELS,
    broken_ledger,
    kept_for_later,
    landed,
    refusal,
    run_label,
    said_elsewhere,
    shown,
)
from handlers.replies.labels import UNIT
from policies import commands as c
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.people import Actor, Person
from policies.run import Run

# What stands under a command when we are through with it; 👀 stands there before.
_ANSWERS = frozenset({"rocket", "confused", "+1"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Reactions are idempotent on GitHub; each comment said here carries a marker by which it is found again.

    A reaction that answers comes last, so that whoever finds it knows that nothing is left to say.
    """

    hub: Hub
    cache: Cache
    views: Views

    async def saw(self, place: Place, command: c.Command) -> Any:  # noqa: ANN401  # JSON
        """👀: the command has been received; plain words are none. The reaction, None where none can stand."""
        return None if isinstance(command, c.Nod) else await self._react(place, command, "eyes")

    async def answered(
        self,
        place: Place,
        command: c.Command,
        seen: Any,  # noqa: ANN401  # JSON
        *,
        alone: bool,
    ) -> frozenset[str]:
        """With what we answered this comment before, which may be that it was deleted before we could; empty while we did not.

        `seen` is our 👀 under it.
        A refusal of somebody without rights stands in no record, but 😕 stands under the comment, and its author may
        have come by rights since. Where a command is not `alone` in its comment, 🚀 may be another's.
        https://docs.github.com/en/rest/reactions/reactions#list-reactions-for-an-issue-comment
        """
        path = _reactions(place, command)
        if path is None or isinstance(command, c.Nod):
            return frozenset()
        if seen is None:
            return frozenset({"deleted"})
        talker = self.hub.talker(place.installation, place.repository_id)
        answers = _ANSWERS if alone else frozenset({"confused"})
        return answers & {
            each["content"]
            for each in await talker.get_all(path)
            if each["user"] and each["user"]["id"] == seen["user"]["id"]
        }

    async def answer(
        self, loaded: Loaded, command: c.Command, decision: Decision, actor: Actor | None, *, again: bool
    ) -> None:
        """🚀 or 😕 or 👍, and words where they are asked for or needed."""
        place = loaded.place
        said = c.said_in(command)
        match decision:
            case Moved(entries=entries):
                run = loaded.run
                told = None
                if run is not None and said_elsewhere(run, command):
                    # Only a line in another thread needs the addresses of what is elsewhere.
                    links = await self.views.of_links(place, run.events[-1][0])
                    told = landed(run, command, entries, links)
                told = told or (kept_for_later(run, command) if run is not None else None)
                if told is not None:
                    mark = f"{told[0].comment_id}-{type(command).__name__.lower()}"
                    await self._say_once(place, told[0].thread, mark, told[1], again=again)
                await self._react(place, command, "rocket")
            case Refused():
                if decision.entry is None and not decision.quiet:
                    thread = said.thread if said else place.issue
                    to = said.comment_id if said else f"label-{decision.code}"
                    text = refusal(decision, said)
                    await self._say_once(place, thread, str(to), text, again=again)
                await self._react(place, command, "confused")
            case Shown():
                view = await self.views.for_question(place, loaded)
                text = shown(decision, loaded.run, actor, view)
                await self._say_once(
                    place, decision.said.thread, str(decision.said.comment_id), text, again=again
                )
                await self._react(place, command, "+1")
            case Ignored():
                return

    async def too_much(self, place: Place, payload: dict[str, Any], *, again: bool) -> None:
        """Tell somebody who works here, once, that the rest of their comments is passed over for now."""
        comment = payload.get("comment") or {}
        person, thread = comment.get("user") or {}, (payload.get("issue") or {}).get("number")
        if not person or not thread:
            return
        by = Person(id=person["id"], login=person["login"])
        said = c.Said(by, comment["id"], "", thread, "")
        why = f"That is more than {KNOWN} comments with commands within ten minutes."
        await self._react(place, c.Misread(said, "SB-126", why, ""), "confused")
        refused = Refused("SB-126", why, "I read you again in ten minutes. What you wrote before counts.")
        await self._say_once(place, thread, str(said.comment_id), refusal(refused, said), again=again)

    async def label(self, place: Place, run: Run) -> None:
        """Exactly one state label on the intake issue; the trigger label goes once the run has begun."""
        wanted, key = run_label(run), f"label/{place.run}"
        before = await self.cache.cached(key)
        trigger = self.views.gatherer.rules.known(place).trigger_label.casefold()
        if before is not None and before.decode() == wanted:
            return
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/issues/{place.issue}/labels"
        # What comes back are all the labels the issue has now, which a list read afterwards may be too late to tell.
        # https://docs.github.com/en/rest/issues/labels#add-labels-to-an-issue
        present = [str(label["name"]) for label in await talker.post(path, {"labels": [wanted]})]
        for old in _old_labels(present, wanted, before, trigger):
            await _taken_off(talker, f"{path}/{part(old)}")
        await self.cache.cache(key, wanted.encode())

    async def ledger_broken(self, place: Place | None, error: LedgerBroken) -> None:
        """Say once which entry does not hold, and that nothing moves until a person has looked."""
        if place is None:
            return
        with contextlib.suppress(GitHubError):
            text = broken_ledger(error.seq, error.reason)
            await self._say_once(place, place.issue, f"broken-{error.seq}", text, again=True)

    async def _react(self, place: Place, command: c.Command, content: str) -> Any:  # noqa: ANN401  # JSON
        """The reaction as GitHub shows it; None where there is nothing to react to, or not any more."""
        path = _reactions(place, command)
        if path is None:
            return None
        talker = self.hub.talker(place.installation, place.repository_id)
        # The comment may be gone, which is not worth failing for; or so new that not all of GitHub knows it yet.
        for _ in range(2):
            try:
                return await talker.post(path, {"content": content})
            except NotFound:
                await talker.sees_repository_of(path)
        return None

    async def _say_once(self, place: Place, thread: int, to: str, text: str, *, again: bool) -> None:
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/issues/{thread}/comments"
        mark = markers.mark("reply", run=place.issue, to=to)
        if again:
            known = await talker.get_all(path)
            if any(
                is_ours(comment, app_id=self.views.gatherer.app_id) and comment["body"].startswith(mark)
                for comment in known
            ):
                return
        await talker.post(path, {"body": f"{mark}\n{text}"})


def _reactions(place: Place, command: c.Command) -> str | None:
    """Where reactions to a command stand."""
    said = c.said_in(command)
    if isinstance(command, c.Tick) or (said is not None and said.review):
        # The comment is our own, and the row that is redrawn in it is the answer; a review has no reactions.
        return None
    if said is not None:
        return f"{place.path}/issues/comments/{said.comment_id}/reactions"
    return f"{place.path}/issues/{place.issue}/reactions" if isinstance(command, c.Start) else None


def _old_labels(present: list[str], wanted: str, before: bytes | None, trigger: str) -> tuple[str, ...]:
    if before is not None:
        return (before.decode(),)
    states = {name for name in LABELS if name != UNIT}
    return tuple(
        name for name in present if name != wanted and (name in states or name.casefold() == trigger)
    )


async def _taken_off(talker: Talker, path: str) -> None:
    """Take a label off; one that cannot be found is tried again once, because it may be so new that not all of GitHub knows it."""
    for _ in range(2):
        try:
            await talker.delete(path)
        except NotFound:
            await talker.sees_repository_of(path)
        else:
            return
