"""What follows from a decision: entries on the record, effects in the world, and the App's own words brought up to date."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.artifacts import Artifacts
from bot.halt import Halt
from bot.ledger import Ledger, Loaded
from bot.perform import Performer
from bot.pushes import Pushes
from bot.side_by_side import SideBySide
from bot.speech import Speech
from bot.views import Views
from handlers import route
from handlers.replies import card
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.effects import Effect, Redraw, carries_artifact, effects_of
from policies.entries import CommandRefused, Entry, Stopped
from policies.fold import Recorded
from policies.outstanding import listening, outstanding
from policies.run import Run


@dataclass(frozen=True, slots=True)
class Consequences:
    """Records first and acts then, so that after a crash at any point the same entries want the same effects again."""

    ledger: Ledger
    artifacts: Artifacts
    performer: Performer
    views: Views
    speech: Speech
    halt: Halt
    pushes: Pushes
    side_by_side: SideBySide

    async def of(
        self, loaded: Loaded, decision: Decision, *, cause: str, again: bool
    ) -> tuple[Loaded, Decision]:
        """The run after the decision, and what is to be answered: of a cause that is on record, what it came to then."""
        match decision:
            case Moved():
                for content in decision.artifacts:
                    await self.artifacts.put(content)
                return await self._record(loaded, decision.entries, again=again), decision
            case Refused(entry=entry) if entry is not None:
                return await self._record(loaded, (entry,), again=again), decision
            case Ignored() if loaded.run is not None and cause in loaded.run.causes:
                # A crash came between recording and performing: the same entries want the same effects again.
                records = [record for record in loaded.history if record.entry.cause == cause]
                return await self._bring_out(loaded, records, again=True), _decided(records)
            case Refused() | Ignored() | Shown():
                return loaded, decision

    async def finish(self, loaded: Loaded, run: Run) -> None:
        """Do what a crash or a lost database may have left undone: what came last, and what is outstanding, each once."""
        records = loaded.history
        last = [record for record in records if record.entry.cause == records[-1].entry.cause]
        wanted = dict.fromkeys((*_effects(loaded, last), *outstanding(run), *listening(run)))
        await self._perform(loaded, tuple(wanted), again=True)

    async def show(self, loaded: Loaded) -> Loaded:
        """The status card and the state label, brought up to date; the card first, because it carries the records."""
        run = loaded.run
        if run is None:
            return loaded
        view = await self.views.for_card(loaded.place, loaded)
        loaded = await self.ledger.show(loaded, card(run, view))
        await self.speech.label(loaded.place, run)
        return loaded

    async def redraw(self, loaded: Loaded, causes: Collection[str], touched: route.Touched | None) -> None:
        """Last of all, so that several answers redraw a comment once and a folded one links to its successor."""
        run = loaded.run
        if run is None:
            return
        records = [record for record in loaded.history if record.entry.cause in causes]
        wanted = [effect for effect in _effects(loaded, records) if isinstance(effect, Redraw)]
        if touched is not None:
            again = Redraw(touched.thread, touched.seq)
            await self.performer.teller.redraw(loaded, run, again, comment=touched.comment_id)
            wanted = [effect for effect in wanted if effect != again]
        for effect in dict.fromkeys(wanted):
            await self.performer.perform(effect, loaded, again=True)

    async def tell_others(self, before: Run | None, loaded: Loaded) -> None:
        """What the run wants to hear of, and word to the others of the repository when it has given back what they wait for."""
        if loaded.run is not None and loaded.run.units:
            await self.pushes.remember(loaded.place, loaded.run)
            await self.side_by_side.tell(loaded.place, before, loaded.run)

    async def _record(self, loaded: Loaded, entries: Sequence[Entry], *, again: bool) -> Loaded:
        loaded, records = await self.ledger.append(loaded, entries)
        return await self._bring_out(loaded, records, again=again)

    async def _bring_out(self, loaded: Loaded, records: Sequence[Recorded], *, again: bool) -> Loaded:
        """Make records public, then act on them.

        A comment that carries an artifact comes before the card that speaks of it: were it the other way round, a
        crash and a lost database between the two would leave a version on the ledger whose bytes are nowhere. A run's
        end comes before both, because work may be in flight.
        """
        if any(isinstance(record.entry, Stopped) for record in records):
            await self.halt.mark(loaded.place)
        effects = _effects(loaded, records)
        first = [effect for effect in effects if carries_artifact(effect, loaded.history)]
        await self._perform(loaded, first, again=again)
        loaded = await self.show(loaded)
        rest = [each for each in effects if each not in first]
        await self._perform(loaded, [*rest, *_listening(loaded)], again=again)
        return loaded

    async def _perform(self, loaded: Loaded, effects: Sequence[Effect], *, again: bool) -> None:
        for effect in effects:
            if not isinstance(effect, Redraw):
                await self.performer.perform(effect, loaded, again=again)


def _decided(records: Sequence[Recorded]) -> Decision:
    """What a cause came to when it was recorded, so that it is answered also when a crash came before the answer."""
    entries = tuple(record.entry for record in records)
    for entry in entries:
        if isinstance(entry, CommandRefused):
            return Refused(entry.code, entry.reason, entry.remedy, entry.paste, entry=entry)
    return Moved(entries)


def _listening(loaded: Loaded) -> tuple[Effect, ...]:
    return listening(loaded.run) if loaded.run is not None else ()


def _effects(loaded: Loaded, records: Sequence[Recorded]) -> tuple[Effect, ...]:
    return effects_of(loaded.run, records) if loaded.run is not None else ()
