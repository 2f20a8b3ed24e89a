"""One delivery in one run: route, gather, decide, record, show, perform."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.artifacts import Artifacts
from bot.crowd import Crowd, Heard
from bot.deliveries import ARRIVED
from bot.edits import Edits
from bot.errors import NotFound
from bot.events import LATE
from bot.facts import Gatherer
from bot.halt import Halt
from bot.installations import WAKE
from bot.ledger import Ledger, Loaded
from bot.log import logger
from bot.moment import one_moment
from bot.perform import Performer
from bot.place import Place
from bot.pushes import Pushes
from bot.queue import Job
from bot.reconcile import reconcile
from bot.reviews import whole
from bot.side_by_side import SideBySide
from bot.speech import Speech
from bot.views import Views
from config.repo_policy import RepoPolicy
from handlers import incoming, route
from handlers.replies import card
from policies import commands as c
from policies.decide import decide, foreseen, is_known
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.effects import Effect, Redraw, carries_artifact, effects_of, listening, outstanding
from policies.entries import CommandRefused, Entry, Stopped
from policies.facts import Facts
from policies.fold import Recorded
from policies.run import Run

LOG = logger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """Takes deliveries one at a time; the queue sees to it that no other has the same run meanwhile."""

    ledger: Ledger
    gatherer: Gatherer
    artifacts: Artifacts
    performer: Performer
    views: Views
    speech: Speech
    halt: Halt
    pushes: Pushes
    side_by_side: SideBySide
    edits: Edits
    crowd: Crowd = field(default_factory=Crowd)

    async def take(self, job: Job, place: Place, payload: dict[str, Any]) -> None:
        """See one delivery through; safe to run again after a crash at any point."""
        spoken = route.spoken_by(job.delivery.event, payload)
        heard = await self._heard(job, place, spoken, payload)
        if await self._too_many(job, place, payload, heard):
            return
        policy, problem = await self.gatherer.policy(place)
        if not _concerns(job, payload, policy):
            return
        try:
            loaded = await self.ledger.load(place)
        except NotFound:
            # A marker that anybody can write led here, and there is no such issue; but a first try may have been made
            # with a token from before we lost the repository.
            if job.attempt == 1:
                raise
            LOG.info("no_such_issue", issue=place.issue)
            return
        again = job.attempt > 1 or _read_back(job)
        reader = self.gatherer.hub.reader(place.installation, place.repository_id)
        commands: Sequence[tuple[str, c.Command]] = route.commands(
            job.delivery.event,
            await whole(reader, loaded, job.delivery.event, payload),
            delivery=job.delivery.id,
            trigger_label=policy.trigger_label,
            short=policy.commands.short,
            taken=await self.gatherer.taken(place, policy) if spoken is not None else (),
        )
        run = loaded.run
        if job.delivery.event == WAKE and run is not None:
            loaded = await self._perform(loaded, _unfinished(loaded, run), again=True)
        touched = route.touched(job.delivery.event, payload)
        if touched is not None and not await self.ledger.holds(loaded, touched.comment_id, touched.seq):
            return
        if heard is not Heard.READ:
            commands = tuple(each for each in commands if isinstance(each[1], c.CommentChanged))
        if heard is Heard.TOLD and spoken is not None:
            await self.speech.too_much(place, payload, again=again)
        with one_moment(when=job.delivery.event == WAKE):
            if job.delivery.event == WAKE and run is not None:
                commands = await reconcile(reader, place, run, app_id=self.gatherer.app_id)
            commands = await self._unanswered(job, payload, loaded, commands)
            asked = await self._gathered(loaded, commands, policy, problem)
        for number, (cause, command, foreseen_facts) in enumerate(asked):
            facts = foreseen_facts
            if number and isinstance(command, c.HumanCommand):
                facts = await self.gatherer.gather(loaded, command, policy=policy, problem=problem)
            if spoken is not None:
                self._remember(place, loaded, facts)
            decision = decide(loaded.run, command, facts, cause=cause)
            loaded, decision = await self._carry_out(loaded, decision, cause=cause, again=again)
            await self.speech.answer(loaded, command, decision, facts.actor, again=again)
        if spoken is not None and spoken.once:
            self.crowd.goes_through(place.run, spoken.once)
        loaded = await self._show(loaded)
        causes = {cause for cause, _ in commands}
        if job.delivery.event == WAKE and loaded.records:
            causes.add(loaded.history[-1].entry.cause)
        await self._redraw(loaded, causes, touched)
        await self._tell_others(None if again else run, loaded)

    async def _too_many(self, job: Job, place: Place, payload: dict[str, Any], heard: Heard) -> bool:
        """Whether it is one comment, or one edit of the PRD, more than is read now."""
        # An edit can void what was said before, however many comments there are.
        if heard is Heard.PASSED_OVER and payload.get("action") != "edited":
            LOG.info("too_many_comments", run=place.run)
            return True
        if await self.edits.put_off(job, place, payload):
            LOG.info("too_many_edits", run=place.run)
            return True
        return False

    async def _heard(
        self, job: Job, place: Place, spoken: route.Spoken | None, payload: dict[str, Any]
    ) -> Heard:
        """By when it was said, so that what is read back after an outage is no storm."""
        if spoken is None:
            return Heard.READ
        person = spoken.by
        if spoken.once and self.crowd.is_through(place.run, spoken.once):
            return Heard.PASSED_OVER
        try:
            said = datetime.fromisoformat(spoken.at).timestamp()
        except ValueError:
            said = job.delivery.received_at
        heard = self.crowd.hears(
            place.run,
            person.id,
            spoken.once or job.delivery.id,
            now=said,
            belongs=incoming.belongs(payload, issue=place.issue),
            before=bool(payload.get(ARRIVED)),
        )
        if heard is not Heard.UNSURE:
            return heard
        works_here = is_known(await self.gatherer.rights.actor(place, person), None)
        (self.crowd.knows if works_here else self.crowd.forgets)(place.run, person.id)
        return Heard.READ if works_here else Heard.PASSED_OVER

    def _remember(self, place: Place, loaded: Loaded, facts: Facts) -> None:
        if facts.actor is None:
            return
        works_here = is_known(facts.actor, loaded.run.author if loaded.run else None)
        (self.crowd.knows if works_here else self.crowd.forgets)(place.run, facts.actor.person.id)

    async def _unanswered(
        self, job: Job, payload: dict[str, Any], loaded: Loaded, commands: Sequence[tuple[str, c.Command]]
    ) -> Sequence[tuple[str, c.Command]]:
        """👀 for what is new; of a comment that is read back and bears our answer, only what the record knows."""
        causes = loaded.run.causes if loaded.run else frozenset()
        new = [command for cause, command in commands if cause not in causes]
        if not new:
            return commands
        seen = await self.speech.saw(loaded.place, new[0])
        comes_again = _read_back(job) and payload.get("action") == "created"
        alone = len(commands) == 1
        if not comes_again or not (
            answer := await self.speech.answered(loaded.place, new[0], seen, alone=alone)
        ):
            return commands
        known = tuple(each for each in commands if each[0] in causes)
        if "confused" in answer and not known and isinstance(said := getattr(new[0], "said", None), c.Said):
            self.crowd.refused_then(loaded.place.run, said.by.id)
        return known

    async def _gathered(
        self, loaded: Loaded, commands: Sequence[tuple[str, c.Command]], policy: RepoPolicy, problem: str
    ) -> tuple[tuple[str, c.Command, Facts], ...]:
        """Each command with the facts for it; of several in one comment all, or the one refusal of them all."""
        several = len(commands) > 1 and all(isinstance(command, c.HumanCommand) for _, command in commands)
        asked: list[tuple[str, c.Command, Facts]] = []
        after = loaded
        for number, (cause, command) in enumerate(commands, start=1):
            facts = await self.gatherer.gather(after, command, policy=policy, problem=problem)
            asked.append((cause, command, facts))
            outcome = foreseen(after.run, command, facts, cause=cause) if several else after.run
            if isinstance(outcome, Refused):
                which = f"Command {number} of {len(commands)} in that comment cannot be carried out, so none of them was."
                return (_none_of(command, replace(outcome, reason=f"{which} {outcome.reason}"), asked[0][2]),)
            after = replace(after, run=outcome)
        return tuple(asked)

    async def _carry_out(
        self, loaded: Loaded, decision: Decision, *, cause: str, again: bool
    ) -> tuple[Loaded, Decision]:
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
        loaded = await self._perform(loaded, first, again=again)
        loaded = await self._show(loaded)
        rest = [each for each in effects if each not in first]
        return await self._perform(loaded, [*rest, *_listening(loaded)], again=again)

    async def _perform(self, loaded: Loaded, effects: Sequence[Effect], *, again: bool) -> Loaded:
        for effect in effects:
            if not isinstance(effect, Redraw):
                await self.performer.perform(effect, loaded, again=again)
        return loaded

    async def _redraw(self, loaded: Loaded, causes: Collection[str], touched: route.Touched | None) -> None:
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

    async def _tell_others(self, before: Run | None, loaded: Loaded) -> None:
        """What the run wants to hear of, and word to the others of the repository when it has given back what they wait for."""
        if loaded.run is not None and loaded.run.units:
            await self.pushes.remember(loaded.place, loaded.run)
            await self.side_by_side.tell(loaded.place, before, loaded.run)

    async def _show(self, loaded: Loaded) -> Loaded:
        """The status card and the state label, brought up to date; the card first, because it carries the records."""
        run = loaded.run
        if run is None:
            return loaded
        view = await self.views.for_card(loaded.place, loaded)
        loaded = await self.ledger.show(loaded, card(run, view))
        await self.speech.label(loaded.place, run)
        return loaded


def _concerns(job: Job, payload: dict[str, Any], policy: RepoPolicy) -> bool:
    """Whether it asks for anything by the settings as they are now; the door keeps whatever might."""
    if job.delivery.event == LATE:
        # Nothing is to be decided, and the card is to tell it.
        return True
    trigger, short = policy.trigger_label, policy.commands.short
    return route.run_key(job.delivery.event, payload, trigger_label=trigger, short=short) is not None


def _none_of(command: c.Command, why: Refused, facts: Facts) -> tuple[str, c.Command, Facts]:
    """The one refusal of several commands in a comment."""
    said: c.Said = command.said  # type: ignore[union-attr]  # only a person's command is one of several
    remedy = f"{why.remedy} `{why.paste}`".strip() if why.paste else why.remedy
    return f"{said.comment_id}/0", c.Misread(said, why.code, why.reason, remedy), facts


def _decided(records: Sequence[Recorded]) -> Decision:
    """What a cause came to when it was recorded, so that it is answered also when a crash came before the answer."""
    entries = tuple(record.entry for record in records)
    for entry in entries:
        if isinstance(entry, CommandRefused):
            return Refused(entry.code, entry.reason, entry.remedy, entry.paste, entry=entry)
    return Moved(entries)


def _read_back(job: Job) -> bool:
    """Whether GitHub's delivery was read back, without bytes to take a digest of; a queue that was lost may have worked it off."""
    return not job.delivery.body_digest and job.delivery.event not in route.OWN_EVENTS


def _unfinished(loaded: Loaded, run: Run) -> tuple[Effect, ...]:
    """What a crash or a lost database may have left undone: what came last, and what is outstanding, each once."""
    records = loaded.history
    last = [record for record in records if record.entry.cause == records[-1].entry.cause]
    return tuple(dict.fromkeys((*_effects(loaded, last), *outstanding(run), *listening(run))))


def _listening(loaded: Loaded) -> tuple[Effect, ...]:
    return listening(loaded.run) if loaded.run is not None else ()


def _effects(loaded: Loaded, records: Sequence[Recorded]) -> tuple[Effect, ...]:
    return effects_of(loaded.run, records) if loaded.run is not None else ()
