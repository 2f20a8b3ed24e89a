"""One delivery in one run: route, gather, decide, record, show, perform."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.consequences import Consequences
from bot.crowd import Heard
from bot.errors import NotFound
from bot.events import LATE
from bot.facts import Gatherer
from bot.github.moment import one_moment
from bot.hearing import Hearing, read_back
from bot.installations import WAKE
from bot.ledger import Ledger, Loaded
from bot.log import logger
from bot.place import Place
from bot.queue import Job
from bot.reconcile import reconcile
from bot.reviews import whole
from bot.speech import Speech
from config.repo_policy import RepoPolicy
from handlers import route
from policies import commands as c
from policies.decide import decide, foreseen
from policies.decision import Refused
from policies.facts import Facts

LOG = logger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """Takes deliveries one at a time; the queue sees to it that no other has the same run meanwhile."""

    ledger: Ledger
    gatherer: Gatherer
    speech: Speech
    hearing: Hearing
    consequences: Consequences

    async def take(self, job: Job, place: Place, payload: dict[str, Any]) -> None:
        """See one delivery through; safe to run again after a crash at any point.

        The order, and why. Too much is turned away before anything is read. The settings say whether it concerns the run, and
        only then is the run loaded. A run that is woken first finishes what a crash broke off, so that what it then finds is
        new. Everything of a comment is gathered before any of it is decided, so that all of its commands count or none. Each is
        decided on the run as the one before left it. The answer to a person is the last thing done for a command, because a
        comment that bears it is never read again; the card comes after the answers and the other runs last.
        """
        spoken = route.spoken_by(job.delivery.event, payload)
        heard = await self.hearing.heard(job, place, spoken, payload)
        if await self.hearing.is_too_much(job, place, payload, heard):
            return
        policy, problem = await self.gatherer.rules.read(place)
        loaded = await self._loaded(job, place) if _concerns(job, payload, policy) else None
        if loaded is None:
            return
        again = job.attempt > 1 or read_back(job)
        commands = await self._commands(job, payload, loaded, policy)
        run, woken = loaded.run, job.delivery.event == WAKE
        if woken and run is not None:
            await self.consequences.finish(loaded, run)
        touched = route.touched(job.delivery.event, payload)
        if touched is not None and not await self.ledger.holds(loaded, touched.comment_id, touched.seq):
            return
        if heard is not Heard.READ:
            commands = tuple(each for each in commands if isinstance(each[1], c.CommentChanged))
        if heard is Heard.TOLD and spoken is not None:
            await self.speech.too_much(place, payload, again=again)
        with one_moment(when=woken):
            if woken and run is not None:
                reader = self.gatherer.hub.reader(place.installation, place.repository_id)
                commands = await reconcile(reader, place, run, app_id=self.gatherer.app_id)
            commands = await self.hearing.unanswered(job, payload, loaded, commands)
            asked = await self._gathered(loaded, commands, policy, problem)
        for number, (cause, command, foreseen_facts) in enumerate(asked):
            facts = foreseen_facts
            if number and isinstance(command, c.HumanCommand):
                facts = await self._facts(loaded, cause, command, policy, problem)
            if spoken is not None:
                self.hearing.remember(place, loaded, facts)
            made = decide(loaded.run, command, facts, cause=cause)
            loaded, decision = await self.consequences.of(loaded, made, cause=cause, again=again)
            comes_again = again or decision is not made
            await self.speech.answer(loaded, command, decision, facts.actor, again=comes_again)
        if spoken is not None:
            self.hearing.is_done(place, spoken)
        loaded = await self.consequences.show(loaded)
        causes = {cause for cause, _ in commands}
        if woken and loaded.records:
            causes.add(loaded.history[-1].entry.cause)
        await self.consequences.redraw(loaded, causes, touched)
        await self.consequences.tell_others(None if again else run, loaded)

    async def _loaded(self, job: Job, place: Place) -> Loaded | None:
        """The run as its ledger tells it; None where there is no such issue."""
        try:
            return await self.ledger.load(place)
        except NotFound:
            # A marker that anybody can write led here, and there is no such issue; but a first try may have been made
            # with a token from before we lost the repository.
            if job.attempt == 1:
                raise
            LOG.info("no_such_issue", issue=place.issue)
            return None

    async def _commands(
        self, job: Job, payload: dict[str, Any], loaded: Loaded, policy: RepoPolicy
    ) -> Sequence[tuple[str, c.Command]]:
        """What the delivery asks for, each with its cause."""
        event, place = job.delivery.event, loaded.place
        reader = self.gatherer.hub.reader(place.installation, place.repository_id)
        told = await whole(reader, loaded, event, payload)
        spoken = route.spoken_by(event, payload) is not None
        return route.commands(
            event,
            told,
            delivery=job.delivery.id,
            trigger_label=policy.trigger_label,
            short=policy.commands.short,
            taken=await self.gatherer.taken(place, policy) if spoken else (),
        )

    async def _gathered(
        self, loaded: Loaded, commands: Sequence[tuple[str, c.Command]], policy: RepoPolicy, problem: str
    ) -> tuple[tuple[str, c.Command, Facts], ...]:
        """Each command with the facts for it; of several in one comment all, or the one refusal of them all."""
        several = len(commands) > 1 and all(isinstance(command, c.HumanCommand) for _, command in commands)
        asked: list[tuple[str, c.Command, Facts]] = []
        after = loaded
        for number, (cause, command) in enumerate(commands, start=1):
            facts = await self._facts(after, cause, command, policy, problem)
            asked.append((cause, command, facts))
            outcome = foreseen(after.run, command, facts, cause=cause) if several else after.run
            if isinstance(outcome, Refused):
                which = f"Command {number} of {len(commands)} in that comment cannot be carried out, so none of them was."
                return (_none_of(command, replace(outcome, reason=f"{which} {outcome.reason}"), asked[0][2]),)
            after = replace(after, run=outcome)
        return tuple(asked)

    async def _facts(
        self, loaded: Loaded, cause: str, command: c.Command, policy: RepoPolicy, problem: str
    ) -> Facts:
        """What deciding needs; of what is on record, where nothing is decided any more, only who asked."""
        if loaded.run is not None and cause in loaded.run.causes:
            return await self.gatherer.who_asked(loaded.place, command, policy)
        return await self.gatherer.gather(loaded, command, policy=policy, problem=problem)


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
