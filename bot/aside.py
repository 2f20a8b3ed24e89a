"""Work beside a run that must not hold it up: asking an agent; its answer comes back as an event."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from agents.ask import Answered, Ask, Call, Unanswered, Usage
from bot import events
from bot.artifacts import Artifacts
from bot.asks import Asks
from bot.budget import Budgets, OverBudget, Purse
from bot.clock import Clock
from bot.errors import Halted, Retry
from bot.halt import Halt
from bot.ledger import Ledger
from bot.model import Model
from bot.place import Place
from bot.queue import MOST_RETRIES, Job, Queue
from bot.views import late_key
from policies.counting import count
from policies.run import Run
from policies.stages import FINISHED, Overlay

# Seconds before a model is asked again that gave no answer: twice as many each time, up to the longest.
PATIENCE, LONGEST_PATIENCE = 30.0, 600.0


@dataclass(frozen=True, slots=True)
class Aside:
    """Asks; looks at the run as it was last kept and changes nothing of it."""

    queue: Queue
    ledger: Ledger
    artifacts: Artifacts
    asks: Asks
    model: Model
    budgets: Budgets
    halt: Halt
    clock: Clock

    async def ask(self, job: Job, place: Place, payload: dict[str, Any]) -> None:
        """Put a question to an agent and hand its reply to the run; what was paid for on the way is told in any case."""
        role, subject = str(payload["role"]), str(payload["subject"])
        run = (await self.ledger.peek(place)).run
        if run is None or not _pending(run, role, subject):
            return
        purse = self.budgets.purse(place, run)
        try:
            await self.halt.until_halted(place, self._put(job, place, run, payload, purse))
        except (Retry, Halted):
            await self._paid(job, place, role, subject, purse)
            raise
        except OverBudget as error:
            await self._paid(job, place, role, subject, purse)
            over: dict[str, Any] = {"role": role, "subject": subject, **asdict(error.over)}
            await self._tell(place, "over_budget", f"over_budget/{job.delivery.id}", over)

    async def _put(self, job: Job, place: Place, run: Run, payload: dict[str, Any], purse: Purse) -> None:
        role, subject = str(payload["role"]), str(payload["subject"])
        prepared = await self.asks.prepare(place, run, role, subject)
        try:
            answer = await self._answer(prepared.ask, purse)
        except Retry as late:
            raise await self._late(job, place, late) from None
        await self.queue.cache(late_key(place), b"")
        content = await self.artifacts.put(answer.content) if isinstance(answer, Answered) else None
        fields: dict[str, Any] = {
            "role": role,
            "ask": prepared.ask.digest,
            "subject": subject,
            "base_ref": prepared.base_ref,
            "base_sha": prepared.base_sha,
            "content": content,
            "reason": answer.reason if isinstance(answer, Unanswered) else "",
            "usage": asdict(answer.usage),
            "prd_sha256": prepared.prd_sha256,
            "context": prepared.context,
            "calls": [asdict(call) for call in answer.calls],
        }
        await self._tell(place, "agent_replied", f"replied/{job.delivery.id}", fields)
        if isinstance(answer, Unanswered):
            # A person who says `/retry` wants another answer, and pays for it.
            await self.model.forget(prepared.ask)

    async def _paid(self, job: Job, place: Place, role: str, subject: str, purse: Purse) -> None:
        """There is no answer for now, and perhaps there never will be one; the calls cost what they cost."""
        if purse.calls:
            calls = [asdict(call) for call in purse.calls]
            fields: dict[str, Any] = {"role": role, "subject": subject, "calls": calls}
            await self._tell(place, "paid", f"paid/{job.delivery.id}/{job.attempt}", fields)

    async def _late(self, job: Job, place: Place, late: Retry) -> Retry:
        """When to ask again, later each time; who looks at the status card meanwhile reads why it takes so long."""
        patience = min(LONGEST_PATIENCE, PATIENCE * 2 ** (job.attempt - 1))
        again = Retry(max(late.at, self.clock() + patience), late.why)
        before = await self.queue.cached(late_key(place))
        since = json.loads(before)["since"] if before else self.clock()
        told = {"why": again.why, "at": again.at, "since": since, "tries": job.attempt, "most": MOST_RETRIES}
        await self.queue.cache(late_key(place), json.dumps(told).encode())
        await self._tell(place, events.LATE, f"late/{job.delivery.id}/{job.attempt}", {})
        return again

    def in_vain(self, job: Job, why: str) -> str:
        """That nobody answered this question, how often and for how long it was asked, and what stood in the way."""
        role = str(json.loads(job.delivery.body).get("role") or "agent")
        hours = round((self.clock() - job.delivery.received_at) / 3600)
        over = f" over {count(hours, 'hour')}" if hours else ""
        return f"{role}: no answer in {job.attempt} tries{over} (incident {job.id}): {why}"

    async def _answer(self, asked: Ask, purse: Purse) -> Answered | Unanswered:
        """The stored answer to this very question, or a new one, stored before it is used so that no crash pays twice."""
        key = f"answer/{asked.digest}"
        stored = await self.queue.stored(key)
        if stored is not None:
            kept = json.loads(stored)
            calls = tuple(Call(**{**each, "usage": Usage(**each["usage"])}) for each in kept["calls"])
            purse.calls.extend(calls)
            return Answered(kept["content"].encode(), Usage(**kept["usage"]), calls)
        answer = await self.model.ask(asked, purse)
        if isinstance(answer, Answered):
            kept = asdict(answer) | {"content": answer.content.decode()}
            await self.queue.store(key, json.dumps(kept).encode())
        return answer

    async def _tell(self, place: Place, name: str, id_: str, fields: dict[str, Any]) -> None:
        await self.queue.put(events.event(place, name=name, id_=id_, fields=fields, now=self.clock()))


def _pending(run: Run, role: str, subject: str) -> bool:
    # Nobody is asked for a run that is held by a person; when it goes on, the same is asked afresh.
    if run.stage in FINISHED or run.overlay is Overlay.PAUSED:
        return False
    return run.asked == (role, subject) or subject in {*run.unit_asks.values(), *run.reviewing.values()}
