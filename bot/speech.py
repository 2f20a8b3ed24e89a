"""What is said outside the ledger: reactions, read-only answers, refusals where there is no run, the state label."""

import contextlib
from dataclasses import dataclass
from typing import Any

from bot.authorship import is_ours
from bot.crowd import KNOWN
from bot.errors import GitHubError, NotFound
from bot.github import Hub, part
from bot.ledger import LedgerBroken, Loaded
from bot.place import Place
from bot.queue import Cache
from bot.views import Views
from handlers import markers
from handlers.replies import LABELS, broken_ledger, refusal, run_label, shown
from handlers.replies.labels import UNIT
from policies import commands as c
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.people import Actor, Person
from policies.run import Run


@dataclass(frozen=True, slots=True)
class Speech:
    """Reactions are idempotent on GitHub; each comment said here carries a marker by which it is found again."""

    hub: Hub
    cache: Cache
    views: Views

    async def saw(self, place: Place, command: c.Command) -> None:
        """👀: the command has been received; plain words are none."""
        if isinstance(command, c.Nod):
            return
        await self._react(place, command, "eyes")

    async def answer(
        self, loaded: Loaded, command: c.Command, decision: Decision, actor: Actor | None, *, again: bool
    ) -> None:
        """🚀 or 😕 or 👍, and words where they are asked for or needed."""
        place = loaded.place
        said = getattr(command, "said", None)
        match decision:
            case Moved():
                await self._react(place, command, "rocket")
            case Refused():
                await self._react(place, command, "confused")
                if decision.entry is None and not decision.quiet:
                    thread = said.thread if isinstance(said, c.Said) else place.issue
                    to = said.comment_id if isinstance(said, c.Said) else f"label-{decision.code}"
                    text = refusal(decision, said if isinstance(said, c.Said) else None)
                    await self._say_once(place, thread, str(to), text, again=again)
            case Shown():
                await self._react(place, command, "+1")
                view = await self.views.for_question(place, loaded)
                text = shown(decision, loaded.run, actor, view)
                await self._say_once(
                    place, decision.said.thread, str(decision.said.comment_id), text, again=again
                )
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
        trigger = self.views.gatherer.known(place).trigger_label.casefold()
        if before is not None and before.decode() == wanted:
            return
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/issues/{place.issue}/labels"
        # What comes back are all the labels the issue has now, which a list read afterwards may be too late to tell.
        # https://docs.github.com/en/rest/issues/labels#add-labels-to-an-issue
        present = [str(label["name"]) for label in await talker.post(path, {"labels": [wanted]})]
        for old in _old_labels(present, wanted, before, trigger):
            try:
                await talker.delete(f"{path}/{part(old)}")
            except NotFound:
                await talker.sees_repository_of(path)
        await self.cache.cache(key, wanted.encode())

    async def ledger_broken(self, place: Place | None, error: LedgerBroken) -> None:
        """Say once which entry does not hold, and that nothing moves until a person has looked."""
        if place is None:
            return
        with contextlib.suppress(GitHubError):
            text = broken_ledger(error.seq, error.reason)
            await self._say_once(place, place.issue, f"broken-{error.seq}", text, again=True)

    async def _react(self, place: Place, command: c.Command, content: str) -> None:
        said = getattr(command, "said", None)
        if isinstance(command, c.Tick) or (isinstance(said, c.Said) and said.review):
            # The comment is our own, and the row that is redrawn in it is the answer; a review has no reactions.
            return
        if isinstance(said, c.Said):
            path = f"{place.path}/issues/comments/{said.comment_id}/reactions"
        elif isinstance(command, c.Start):
            path = f"{place.path}/issues/{place.issue}/reactions"
        else:
            return
        talker = self.hub.talker(place.installation, place.repository_id)
        # The comment may be gone, which is not worth failing for; or so new that not all of GitHub knows it yet.
        for _ in range(2):
            try:
                await talker.post(path, {"content": content})
            except NotFound:
                await talker.sees_repository_of(path)
            else:
                return

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


def _old_labels(present: list[str], wanted: str, before: bytes | None, trigger: str) -> tuple[str, ...]:
    if before is not None:
        return (before.decode(),)
    states = {name for name in LABELS if name != UNIT}
    return tuple(
        name for name in present if name != wanted and (name in states or name.casefold() == trigger)
    )
