"""Asks Anthropic's Messages API: no tools, no waiting asleep, no partial answer taken for a whole one."""

import asyncio
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Protocol

import anthropic
from anthropic.types import Message, MessageParam, TextBlockParam

from agents.ask import Answered, Ask, ModelReply, ModelRequest, Unanswered, Usage
from bot.clock import Clock, ticks
from bot.errors import Retry
from bot.metrics import MODEL_CALLS
from bot.queue import Answers

SECONDS = 120.0
MOST_REPAIRS = 2
MOST_CONTINUATIONS = 2
AT_ONCE = 4
BUSY = 60.0
TROUBLE = 30.0
RETRIED = frozenset({408, 409, 429})

# https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
WHOLE = frozenset({"end_turn", "stop_sequence"})
WHY_NOT = {
    "max_tokens": "the answer was cut off at its longest allowed length",
    "model_context_window_exceeded": "the question and its answer do not fit into the model's memory",
    "pause_turn": "the model paused its turn again and again",
    "refusal": "the model refused to answer",
    "tool_use": "the model tried to use a tool, and it has none",
}


class Repair(Protocol):
    """An answer that does not fit; `errors` says where, in words a model understands."""

    @property
    def errors(self) -> Sequence[str]:
        """What is wrong, one sentence each."""


class Turns(Protocol):
    """What is asked for a role and what the replies amount to; pure code, see agents.model_turns."""

    def requests(self, ask: Ask, /) -> tuple[ModelRequest, ...]:
        """The calls that together answer the question; they run side by side."""

    def read(self, ask: Ask, replies: tuple[ModelReply, ...], /) -> Answered | Unanswered | Repair:
        """The answer in the replies, or what is wrong with them."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One call and what was said in it so far after the question, as (role, text) pairs."""

    request: ModelRequest
    said: tuple[tuple[str, str], ...] = ()


class Refusal(Exception):  # noqa: N818  # it is an answer, found in the middle of a call
    """The provider will not answer this request, now or later."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Anthropic:
    """A model of Anthropic's, over the official SDK with its own retries switched off: the queue retries, durably."""

    def __init__(  # noqa: PLR0913  # the composition root passes each by name
        self,
        *,
        api_key: str,
        base_url: str,
        model: str,
        turns: Turns,
        answers: Answers,
        clock: Clock,
        seconds: float = SECONDS,
    ) -> None:
        self._client = anthropic.AsyncAnthropic(
            api_key=api_key, base_url=base_url, max_retries=0, timeout=seconds
        )
        self._model = model
        self._turns = turns
        self._answers = answers
        self._clock = clock
        self._slots = asyncio.Semaphore(AT_ONCE)

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model

    async def ask(self, ask: Ask) -> Answered | Unanswered:
        """See Model.ask. Replies that do not fit are sent back with what is wrong, at most twice."""
        talks = tuple(Talk(request) for request in self._turns.requests(ask))
        spent: tuple[Usage, ...] = ()
        errors: Sequence[str] = ()
        for _ in range(MOST_REPAIRS + 1):
            try:
                replies = await self._replies(talks)
            except Refusal as refusal:
                MODEL_CALLS.labels("refused").inc()
                return Unanswered(refusal.reason, _sum(self._model, spent))
            spent += tuple(reply.usage for reply in replies)
            partial = next((reply for reply in replies if reply.stop_reason not in WHOLE), None)
            if partial is not None:
                return Unanswered(_why_not(partial.stop_reason), _sum(self._model, spent))
            read = self._turns.read(ask, replies)
            if isinstance(read, Answered | Unanswered):
                return replace(read, usage=_sum(self._model, spent))
            errors = read.errors
            talks = tuple(_corrected(talk, reply, errors) for talk, reply in zip(talks, replies, strict=True))
        wrong = "; ".join(errors)[:500]
        return Unanswered(
            f"the answer did not fit after {MOST_REPAIRS} repairs: {wrong}", _sum(self._model, spent)
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _replies(self, talks: tuple[Talk, ...]) -> tuple[ModelReply, ...]:
        """The replies to all calls, side by side; when one fails, those that came are stored and not paid for again."""
        outcomes = await asyncio.gather(*(self._reply(talk) for talk in talks), return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
        return tuple(outcome for outcome in outcomes if isinstance(outcome, ModelReply))

    async def _reply(self, talk: Talk) -> ModelReply:
        asked = [self._model, asdict(talk.request) | {"schema": talk.request.schema.decode()}, talk.said]
        digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()
        stored = await self._answers.stored(digest)
        if stored is not None:
            value = json.loads(stored)
            return ModelReply(value["text"], value["stop_reason"], Usage(**value["usage"]))
        async with self._slots:
            reply = await self._called(talk)
        await self._answers.store(digest, json.dumps(asdict(reply)).encode())
        return reply

    async def _called(self, talk: Talk) -> ModelReply:
        """One reply, continued when the model pauses its turn."""
        reply = await self._created(talk)
        for _ in range(MOST_CONTINUATIONS):
            if reply.stop_reason != "pause_turn":
                break
            more = await self._created(replace(talk, said=(*talk.said, ("assistant", reply.text))))
            usage = _sum(self._model, (reply.usage, more.usage))
            reply = ModelReply(reply.text + more.text, more.stop_reason, usage)
        return reply

    async def _created(self, talk: Talk) -> ModelReply:
        """One exchange; raises Retry when it may work later and Refusal when it will not."""
        started = ticks()
        try:
            message: object = await self._client.messages.create(
                model=self._model,
                max_tokens=talk.request.max_tokens,
                system=[_cached(talk.request.system)],
                messages=_messages(talk),
                output_config={"format": {"type": "json_schema", "schema": json.loads(talk.request.schema)}},
            )
        except anthropic.APIStatusError as error:
            raise self._judged(error) from None
        except (anthropic.APIError, ValueError) as error:
            # No connection, no answer in time, or an answer that is no message. The SDK's texts may quote the request.
            MODEL_CALLS.labels("trouble").inc()
            why = f"Anthropic gave no usable answer ({type(error).__name__})"
            raise Retry(self._clock() + TROUBLE, why) from None
        return self._accepted(message, milliseconds=round((ticks() - started) * 1000))

    def _accepted(self, message: object, *, milliseconds: int) -> ModelReply:
        # The SDK does not check what it parsed, so a gateway's page with status 200 arrives here too.
        content = getattr(message, "content", None)
        usage = getattr(message, "usage", None)
        if not isinstance(message, Message) or not isinstance(content, list) or usage is None:
            MODEL_CALLS.labels("trouble").inc()
            raise Retry(self._clock() + TROUBLE, "Anthropic gave no usable answer (not a message)")
        MODEL_CALLS.labels("answered").inc()
        cost = Usage(
            model=str(message.model),
            input_tokens=usage.input_tokens or 0,
            output_tokens=usage.output_tokens or 0,
            cache_read_tokens=usage.cache_read_input_tokens or 0,
            cache_write_tokens=usage.cache_creation_input_tokens or 0,
            milliseconds=milliseconds,
        )
        text = "".join(block.text for block in content if block.type == "text")
        return ModelReply(text, str(message.stop_reason), cost)

    def _judged(self, error: anthropic.APIStatusError) -> Retry | Refusal:
        """What a status means; https://platform.claude.com/docs/en/api/errors."""
        status = error.status_code
        if status in RETRIED or status >= 500:
            MODEL_CALLS.labels("busy").inc()
            pause = _advice(error) or (BUSY if status == 429 else TROUBLE)
            return Retry(self._clock() + pause, f"Anthropic is busy ({status})")
        # Only the kind of error is told: the message can quote what was sent.
        return Refusal(f"Anthropic refused the request ({status} {error.type or 'error'})")


def _cached(text: str) -> TextBlockParam:
    return {"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}


def _messages(talk: Talk) -> list[MessageParam]:
    question: MessageParam = {
        "role": "user",
        "content": [_cached(talk.request.document), {"type": "text", "text": talk.request.instruction}],
    }
    return [question, *(_turn(role, text) for role, text in talk.said)]


def _turn(role: str, text: str) -> MessageParam:
    if role == "assistant":
        return {"role": "assistant", "content": text}
    return {"role": "user", "content": text}


def _corrected(talk: Talk, reply: ModelReply, errors: Sequence[str]) -> Talk:
    wrong = "\n".join(f"- {error}" for error in errors)[:8000]
    correction = (
        f"That answer cannot be used:\n{wrong}\nAnswer again, in full, with these mistakes corrected."
    )
    # An empty turn is refused by the API, so an empty answer is named instead of repeated.
    return replace(talk, said=(*talk.said, ("assistant", reply.text or "(nothing)"), ("user", correction)))


def _why_not(stop_reason: str) -> str:
    return WHY_NOT.get(stop_reason, f"the model stopped for an unknown reason ({stop_reason[:40]})")


def _sum(model: str, spent: Sequence[Usage]) -> Usage:
    return Usage(
        model=spent[-1].model if spent else model,
        input_tokens=sum(usage.input_tokens for usage in spent),
        output_tokens=sum(usage.output_tokens for usage in spent),
        cache_read_tokens=sum(usage.cache_read_tokens for usage in spent),
        cache_write_tokens=sum(usage.cache_write_tokens for usage in spent),
        milliseconds=sum(usage.milliseconds for usage in spent),
    )


def _advice(error: anthropic.APIStatusError) -> float | None:
    text = error.response.headers.get("retry-after", "").strip()
    return max(1.0, float(text[:9])) if text.isdecimal() else None
