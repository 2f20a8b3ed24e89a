"""What of a delivery is listened to: not what is too much, and not again what was answered before the queue was lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.crowd import Crowd, Heard
from bot.deliveries import ARRIVED
from bot.edits import Edits
from bot.facts import Gatherer
from bot.ledger import Loaded
from bot.log import logger
from bot.place import Place
from bot.queue import Job
from bot.speech import Speech
from handlers import incoming, route
from policies import commands as c
from policies.decide import is_known
from policies.facts import Facts

LOG = logger(__name__)


@dataclass(frozen=True, slots=True)
class Hearing:
    """Remembers who works here and who is refused, so that strangers make the App read only so much."""

    gatherer: Gatherer
    speech: Speech
    edits: Edits
    crowd: Crowd = field(default_factory=Crowd)

    async def is_too_much(self, job: Job, place: Place, payload: dict[str, Any], heard: Heard) -> bool:
        """Whether it is one comment, or one edit of the PRD, more than is read now."""
        # An edit can void what was said before, however many comments there are.
        if heard is Heard.PASSED_OVER and payload.get("action") != "edited":
            LOG.info("too_many_comments", run=place.run)
            return True
        if await self.edits.put_off(job, place, payload):
            LOG.info("too_many_edits", run=place.run)
            return True
        return False

    async def heard(
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

    def remember(self, place: Place, loaded: Loaded, facts: Facts) -> None:
        """Whether whoever spoke works here, as it was just looked up."""
        if facts.actor is None:
            return
        works_here = is_known(facts.actor, loaded.run.author if loaded.run else None)
        (self.crowd.knows if works_here else self.crowd.forgets)(place.run, facts.actor.person.id)

    def is_done(self, place: Place, spoken: route.Spoken) -> None:
        """It has been dealt with; what is told in several deliveries is not heard again at the next of them."""
        if spoken.once:
            self.crowd.goes_through(place.run, spoken.once)

    async def unanswered(
        self, job: Job, payload: dict[str, Any], loaded: Loaded, commands: Sequence[tuple[str, c.Command]]
    ) -> Sequence[tuple[str, c.Command]]:
        """👀 for what is new; of a comment that is read back and bears our answer, only what the record knows."""
        causes = loaded.run.causes if loaded.run else frozenset()
        new = [command for cause, command in commands if cause not in causes]
        if not new:
            return commands
        seen = await self.speech.saw(loaded.place, new[0])
        comes_again = read_back(job) and payload.get("action") == "created"
        alone = len(commands) == 1
        if not comes_again or not (
            answer := await self.speech.answered(loaded.place, new[0], seen, alone=alone)
        ):
            return commands
        known = tuple(each for each in commands if each[0] in causes)
        if "confused" in answer and not known and (said := c.said_in(new[0])) is not None:
            self.crowd.refused_then(loaded.place.run, said.by.id)
        return known


def read_back(job: Job) -> bool:
    """Whether GitHub's delivery was read back, without bytes to take a digest of; a queue that was lost may have worked it off."""
    return not job.delivery.body_digest and job.delivery.event not in route.OWN_EVENTS
