"""Edits of a PRD: the first few of a person are read at once, all further ones together when the ten minutes are over."""

from dataclasses import dataclass, field

from bot import events
from bot.crowd import WINDOW, Crowd
from bot.place import Place
from bot.queue import Job, Queue
from handlers import route


@dataclass(frozen=True, slots=True)
class Edits:
    """Puts an edit off that comes too soon after others; the text that stands there in the end is the one that counts."""

    queue: Queue
    crowd: Crowd = field(default_factory=Crowd)

    async def put_off(self, job: Job, place: Place, payload: dict[str, object]) -> bool:
        """Whether this is an edit that is not read now; somebody will then look once, after the last of the ten minutes."""
        person = route.edited_by(job.delivery.event, payload)
        if person is None:
            return False
        at = job.delivery.received_at
        if self.crowd.edits(place.run, person.id, job.delivery.id, now=at):
            return False
        window = int(at // WINDOW)
        later = events.event(
            place,
            name="prd_edited",
            # One for each ten minutes: another put under this id is the same look.
            id_=f"prd_edited/{place.run}/{person.id}/{window}",
            fields={"by": person.model_dump()},
            now=at,
            due_at=(window + 1) * WINDOW,
        )
        await self.queue.put(later)
        return True
