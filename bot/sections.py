"""One question put to a model in sections: round by round, each section repaired where its answer does not fit."""

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from agents.ask import Answered, Ask, Call, ModelReply, ModelRequest, Unanswered, Usage, total
from agents.untrusted import marked

MOST_REPAIRS = 2
MOST_OF_AN_ERROR = 400
# A mistake of a whole section, and one of an answer that is no JSON, or no object.
_WHERE = re.compile(r"^\w+: the whole answer: ")
_NO_JSON = ("Invalid JSON", "Input should be an object")
# Seconds that calls are given to be sent before anything else is worked out.
HEAD_START = 0.05
# Characters of an answer that are given back with what is wrong with it: more than the most tokens a section may have.
LONGEST_REPEATED = 400_000

# https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
WHOLE = frozenset({"end_turn", "stop_sequence"})
WHY_NOT = {
    "max_tokens": "the answer was cut off at its longest allowed length",
    "model_context_window_exceeded": "the question and its answer do not fit into the model's memory",
    "pause_turn": "the model paused its turn again and again",
    "refusal": "the model refused to answer",
    "tool_use": "the model tried to use a tool, and it has none",
}


class Turns(Protocol):
    """What is asked for a role and what the replies amount to; pure code, see agents.model_turns."""

    def requests(self, ask: Ask, replies: Mapping[str, ModelReply], /) -> Mapping[str, ModelRequest]:
        """The calls that can be made now, by the section's name; none when every section has its reply."""

    def ahead(self, ask: Ask, /) -> None:
        """What can be worked out for the next question while calls for this one are under way."""

    def mistakes(self, ask: Ask, name: str, replies: Mapping[str, ModelReply], /) -> Sequence[str]:
        """What is wrong with a section's reply, one sentence each; `replies` holds it and those before it."""

    def read(self, ask: Ask, replies: Mapping[str, ModelReply], /) -> Answered | Unanswered:
        """The answer all replies amount to."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One call and what was said in it so far after the question, as (role, text) pairs."""

    request: ModelRequest
    said: tuple[tuple[str, str], ...] = ()


class Refusal(Exception):
    """There is no answer, now or later."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Question:
    """Puts one question; `reply` makes or remembers one call, and `paid` hears of each as soon as it has ended."""

    def __init__(
        self,
        ask: Ask,
        *,
        turns: Turns,
        reply: Callable[[Talk], Awaitable[ModelReply]],
        paid: Callable[[Call], None],
        model: str,
    ) -> None:
        self._ask = ask
        self._turns = turns
        self._reply = reply
        self._paid = paid
        self._model = model
        # By section in the order of asking, so that the same calls are always told alike.
        self._calls: dict[str, list[Call]] = {}

    async def put(self) -> Answered | Unanswered:
        """The answer, or why there is none; what stands in the way of a call for now is raised."""
        replies: dict[str, ModelReply] = {}
        try:
            # Reading a long document takes a while, so the pure code works off the loop.
            while waiting := await asyncio.to_thread(self._turns.requests, self._ask, dict(replies)):
                replies |= await self._round(waiting, replies)
        except Refusal as refusal:
            return Unanswered(refusal.reason, self._spent(), self._told())
        read = await asyncio.to_thread(self._turns.read, self._ask, replies)
        return replace(read, usage=self._spent(), calls=self._told())

    async def _round(
        self, waiting: Mapping[str, ModelRequest], before: Mapping[str, ModelReply]
    ) -> dict[str, ModelReply]:
        """The replies of sections that wait for nothing, side by side; when one fails, the others are kept all the same."""
        self._calls |= {name: [] for name in waiting}
        calls = [
            asyncio.ensure_future(self._section(name, request, before)) for name, request in waiting.items()
        ]
        outcomes = await asyncio.gather(*calls, self._ahead(calls), return_exceptions=True)
        troubles = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
        if troubles:
            raise next((each for each in troubles if isinstance(each, Refusal)), troubles[0])
        replies = [outcome for outcome in outcomes if isinstance(outcome, ModelReply)]
        return dict(zip(waiting, replies, strict=True))

    async def _ahead(self, calls: Sequence[asyncio.Future[ModelReply]]) -> None:
        """What can be worked out meanwhile, a moment after the calls, which it would hold up on their way out."""
        await asyncio.wait(calls, timeout=HEAD_START)
        await asyncio.to_thread(self._turns.ahead, self._ask)

    async def _section(
        self, name: str, request: ModelRequest, before: Mapping[str, ModelReply]
    ) -> ModelReply:
        """A reply that fits; one that does not is sent back with what is wrong, at most twice."""
        talk = Talk(request)
        errors: Sequence[str] = ()
        for _ in range(MOST_REPAIRS + 1):
            reply = await self._reply(talk)
            call = _call(talk, reply)
            self._calls[name].append(call)
            self._paid(call)
            if reply.stop_reason not in WHOLE:
                raise Refusal(_why_not(reply.stop_reason))
            errors = await asyncio.to_thread(self._turns.mistakes, self._ask, name, {**before, name: reply})
            if not errors:
                return reply
            talk = _corrected(talk, reply, errors)
        wrong = "; ".join(dict.fromkeys(map(_for_people, errors)))[:500]
        raise Refusal(
            f"the model's answer could not be used, nor its {MOST_REPAIRS} repairs. Wrong in the last: {wrong}"
        )

    def _spent(self) -> Usage:
        return total(self._model, [call.usage for call in self._told()])

    def _told(self) -> tuple[Call, ...]:
        return tuple(call for calls in self._calls.values() for call in calls)


def _for_people(error: str) -> str:
    """A mistake without the marks that tell a model where it is: `Backlog: the whole answer: these wait for one another`."""
    said = _WHERE.sub("", error)
    return "it is no JSON object" if said.startswith(_NO_JSON) else said


def _call(talk: Talk, reply: ModelReply) -> Call:
    request = talk.request
    told = (request.system, request.instruction, request.schema.decode())
    given = (request.document, request.earlier, *(text for _, text in talk.said))
    return Call(_digest(told), _digest(given), reply.usage, reply.id)


def _digest(texts: Sequence[str]) -> str:
    """SHA-256 over the texts, each ended by a NUL."""
    return hashlib.sha256("".join(f"{text}\0" for text in texts).encode()).hexdigest()


def _corrected(talk: Talk, reply: ModelReply, errors: Sequence[str]) -> Talk:
    """The question with the answer and what is wrong with it, which can hold the model's own words and so is material too."""
    wrong = marked([error[:MOST_OF_AN_ERROR] for error in errors])
    correction = (
        f"That answer cannot be used. What is wrong with it:\n{wrong}\n"
        "Answer again, in full, with these mistakes corrected."
    )
    return replace(talk, said=(*talk.said, ("assistant", _repeated(reply.text)), ("user", correction)))


def _repeated(text: str) -> str:
    # An empty turn is refused by the API, so an empty answer is named instead of repeated, and so is one beyond all bounds.
    if not text.strip():
        return "(nothing)"
    return text if len(text) <= LONGEST_REPEATED else f"(an answer of {len(text)} characters)"


def _why_not(stop_reason: str) -> str:
    return WHY_NOT.get(stop_reason, f"the model stopped for an unknown reason ({stop_reason[:40]})")
