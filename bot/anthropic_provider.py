"""Asks Anthropic's Messages API: no tools, no waiting asleep, no partial answer taken for a whole one, no call unpaid for."""

import asyncio
import hashlib
import json
import re
from dataclasses import asdict, replace
from functools import partial
from string import ascii_letters
from uuid import uuid4

import anthropic
from anthropic.types import Message, MessageParam, TextBlockParam

from agents.ask import Answered, Ask, ModelReply, Unanswered, Usage, total
from bot.budget import Purse
from bot.clock import Clock, ticks
from bot.errors import Retry
from bot.metrics import MODEL_CALLS
from bot.queue import Answers
from bot.sections import Question, Refusal, Talk, Turns
from config.prices import Price

# A long answer takes its time: this much to begin with, and one second for so many tokens, up to the longest wait.
SECONDS, TOKENS_A_SECOND, LONGEST = 60.0, 50, 600.0
WHOLE = 1.1
MOST_CONTINUATIONS = 2
AT_ONCE = 4
BUSY = 60.0
TROUBLE = 30.0
# However long the provider wants to be left alone, in seconds: after a day it is asked again all the same.
LONGEST_PAUSE = 86_400.0
RETRIED = frozenset({408, 409, 429, 499})
# 429 by its number, and yet nothing that ends by waiting a while: a month's or a contract's money is spent.
SPENT = frozenset({"contract_spend_limit_reached", "enforced_spend_limit_reached"})
# What the operator can look at, by the status; https://platform.claude.com/docs/en/api/errors.
LOOK_AT = {
    401: "its API key",
    402: "the billing of its account",
    403: "what its API key may do",
    404: "the name of its model",
    429: "the spending limit of its account",
}
BUSY_STATUSES = frozenset({429, 503, 529})
# The provider has no kind of error of its own for a question beyond the model's memory, only these words.
TOO_LONG = re.compile(r"\bis too long\b|\bcontext (?:limit|window)\b", re.IGNORECASE)
# What happened to a call that has no answer, by the name of the exception; the SDK's own texts may quote the request.
LOST = {
    "APIConnectionError": "Anthropic could not be reached",
    "APITimeoutError": "Anthropic did not answer in time",
    "TimeoutError": "Anthropic did not answer in time",
}
# A model's own name for itself is kept and shown only when it looks like one.
NAME = re.compile(r"[\w.:@/-]{1,100}", re.ASCII)
# More tokens than any call can have; a count beyond is no count.
MOST_TOKENS = 10**9
# What the provider adds to a request by itself, generously: the words that explain the schema.
UNSEEN_TOKENS = 2_000
WORDS = f"{ascii_letters} \n".encode()
HALF = re.compile("[\ud800-\udfff]")
# How the SDK's HTTP client names what happens before anything is sent.
UNSENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})


class Unpaid(Retry):
    """A call that may work later and has surely cost nothing: the provider said no, or nothing was sent."""


class Anthropic:
    """A model of Anthropic's, over the official SDK with its own retries switched off: the queue retries, durably."""

    def __init__(  # noqa: PLR0913  # the composition root passes each by name
        self,
        *,
        api_key: str,
        base_url: str,
        model: str,
        price: Price,
        turns: Turns,
        answers: Answers,
        clock: Clock,
        longest: float = LONGEST,
    ) -> None:
        self._client = anthropic.AsyncAnthropic(
            api_key=api_key, base_url=base_url, max_retries=0, timeout=longest
        )
        self._model = model
        self._price = price
        self._turns = turns
        self._answers = answers
        self._clock = clock
        self._longest = longest
        self._slots = asyncio.Semaphore(AT_ONCE)

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model

    async def ask(self, ask: Ask, purse: Purse) -> Answered | Unanswered:
        """See Model.ask."""
        reply = partial(self._reply, purse=purse, edition=await self._edition(ask))
        question = Question(ask, turns=self._turns, reply=reply, paid=purse.calls.append, model=self._model)
        answer = await question.put()
        if isinstance(answer, Unanswered):
            MODEL_CALLS.labels("refused").inc()
        return answer

    async def forget(self, ask: Ask) -> None:
        """See Model.forget. What was stored stays where it is and is not looked for any more."""
        after = int(await self._edition(ask) or 0) + 1
        await self._answers.store(f"edition/{ask.digest}", str(after).encode())

    async def _edition(self, ask: Ask) -> str:
        kept = await self._answers.stored(f"edition/{ask.digest}")
        return kept.decode() if kept else ""

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _reply(self, talk: Talk, *, purse: Purse, edition: str) -> ModelReply:
        """The stored reply to this very call, or a new one, stored before it is used, so that no crash pays twice."""
        asked = [
            self._model,
            asdict(talk.request) | {"schema": talk.request.schema.decode()},
            talk.said,
            edition,
        ]
        digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()
        stored = await self._answers.stored(digest)
        if stored is not None:
            value = json.loads(stored)
            # What was stored before replies had ids is told with none.
            usage = Usage(**value["usage"])
            return ModelReply(value["text"], value["stop_reason"], usage, value.get("id", ""))
        async with self._slots:
            reply = await self._called(talk, purse)
        await self._answers.store(digest, json.dumps(asdict(reply)).encode())
        return reply

    async def _called(self, talk: Talk, purse: Purse) -> ModelReply:
        """One reply, continued when the model pauses its turn."""
        reply = await self._paid(talk, purse)
        for _ in range(MOST_CONTINUATIONS):
            if reply.stop_reason != "pause_turn":
                break
            # A last turn that is empty or ends in a blank is refused.
            text = reply.text.rstrip()
            so_far = replace(talk, said=(*talk.said, ("assistant", text))) if text else talk
            more = await self._paid(so_far, purse)
            usage = total(self._model, (reply.usage, more.usage))
            reply = ModelReply(text + more.text, more.stop_reason, usage, more.id)
        return reply

    async def _paid(self, talk: Talk, purse: Purse) -> ModelReply:
        """One exchange, its worst case held before it and its cost settled after; raises OverBudget before any call.

        A call that ended without a word of its usage, cut off or too late, may have been charged, so its hold stays.
        """
        hold = await purse.hold(self._worst(talk))
        try:
            reply = await self._created(talk)
        except (Refusal, Unpaid):
            await purse.settle(hold, 0)
            raise
        await purse.settle(hold, reply.usage.cost)
        return reply

    def _worst(self, talk: Talk) -> int:
        """The most the exchange can cost."""
        request = talk.request
        told = (request.system, request.document, request.earlier, request.instruction)
        texts = (*told, request.schema.decode(), *(text for _, text in talk.said))
        tokens = sum(map(_most_tokens, texts)) + UNSEEN_TOKENS
        return self._price.worst(tokens, output=request.max_tokens)

    async def _created(self, talk: Talk) -> ModelReply:
        """One exchange; raises Retry when it may work later and Refusal when it will not."""
        started = ticks()
        seconds = min(self._longest, SECONDS + talk.request.max_tokens / TOKENS_A_SECOND)
        try:
            # The SDK waits so long for each piece of an answer; all of them together may not take much longer either.
            async with asyncio.timeout(seconds * WHOLE):
                message: object = await self._client.messages.create(
                    model=self._model,
                    max_tokens=talk.request.max_tokens,
                    timeout=seconds,
                    system=[_cached(talk.request.system)],
                    messages=_messages(talk),
                    output_config={
                        "format": {"type": "json_schema", "schema": json.loads(talk.request.schema)}
                    },
                )
        except anthropic.APIStatusError as error:
            raise self._judged(error) from None
        except anthropic.CredentialsError:
            raise Refusal(_refused("no credentials", 401)) from None
        except (anthropic.AnthropicError, TimeoutError, ValueError, RecursionError) as error:
            MODEL_CALLS.labels("trouble").inc()
            kind = type(error).__name__
            why = LOST.get(kind, f"Anthropic gave no usable answer ({kind})")
            unsent = type(error.__cause__).__name__ in UNSENT
            raise (Unpaid if unsent else Retry)(self._clock() + TROUBLE, why) from None
        return self._accepted(message, milliseconds=round((ticks() - started) * 1000))

    def _accepted(self, message: object, *, milliseconds: int) -> ModelReply:
        # The SDK does not check what it parsed, so a gateway's page with status 200 arrives here too.
        if not isinstance(message, Message) or (counted := _counted(message)) is None:
            MODEL_CALLS.labels("trouble").inc()
            raise Retry(self._clock() + TROUBLE, "Anthropic gave no usable answer (not a message)")
        MODEL_CALLS.labels("answered").inc()
        text, (input_, output, cache_read, cache_write) = counted
        name, stopped = str(message.model or ""), message.stop_reason
        cost = Usage(
            model=name if NAME.fullmatch(name) else self._model,
            input_tokens=input_,
            output_tokens=output,
            cache_read_tokens=cache_read,
            cache_write_tokens=cache_write,
            milliseconds=milliseconds,
            cost=self._price.cost(
                input_=input_, output=output, cache_write=cache_write, cache_read=cache_read
            ),
        )
        # A gateway may give all its messages the same id, and a call that is not counted is not in the budget.
        return ModelReply(text, str(stopped) if stopped else "none given", cost, uuid4().hex)

    def _judged(self, error: anthropic.APIStatusError) -> "Unpaid | Refusal":
        """What a status means; https://platform.claude.com/docs/en/api/errors."""
        status = error.status_code
        if (status in RETRIED or status >= 500) and error.error_code not in SPENT:
            MODEL_CALLS.labels("busy").inc()
            pause = _advice(error) or (BUSY if status == 429 else TROUBLE)
            why = "is busy" if status in BUSY_STATUSES else "had an error of its own"
            return Unpaid(self._clock() + pause, f"Anthropic {why} ({status})")
        # Only the kind of error is told: the message can quote what was sent.
        kind = f"{status} {error.error_code or error.type or 'error'}"[:100]
        if status == 413 or (status == 400 and TOO_LONG.search(error.message)):
            return Refusal(
                f"what was asked is longer than the model can read ({kind}); shorten it or split it"
            )
        return Refusal(_refused(kind, status))


def _refused(kind: str, status: int) -> str:
    """Why there is no answer, and who can do something about it."""
    look = f"; whoever operates the App must look at {LOOK_AT[status]}" if status in LOOK_AT else ""
    return f"Anthropic refused the request ({kind}){look}"


def _counted(message: Message) -> tuple[str, tuple[int, int, int, int]] | None:
    """The text of a message and its tokens (input, output, read from and written to the cache); None when it is odd."""
    usage = getattr(message, "usage", None)
    content = getattr(message, "content", None)
    if usage is None or not isinstance(content, list):
        return None
    # What came from the cache need not be told; what is paid for in any case must be.
    tokens = (
        *(getattr(usage, name, None) for name in ("input_tokens", "output_tokens")),
        *(getattr(usage, f"cache_{name}_input_tokens", None) or 0 for name in ("read", "creation")),
    )
    kinds = [getattr(block, "type", None) for block in content]
    texts = [
        getattr(block, "text", None) for block, kind in zip(content, kinds, strict=True) if kind == "text"
    ]
    told = [each for each in tokens if type(each) is int and 0 <= each < MOST_TOKENS]
    odd = len(told) < len(tokens) or None in kinds
    if odd or not all(isinstance(each, str) for each in texts):
        return None
    # Half a character can be kept nowhere and sent nowhere.
    return HALF.sub("\ufffd", "".join(map(str, texts))), (told[0], told[1], told[2], told[3])


def _most_tokens(text: str) -> int:
    """A token of words is hardly ever shorter than three bytes; one of signs, digits or another script may be a single one."""
    content = text.encode()
    others = len(content.translate(None, WORDS))
    return (len(content) - others) // 3 + others


def _cached(text: str) -> TextBlockParam:
    return {"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}


def _messages(talk: Talk) -> list[MessageParam]:
    request = talk.request
    earlier: list[TextBlockParam] = [{"type": "text", "text": request.earlier}] if request.earlier else []
    question: MessageParam = {
        "role": "user",
        "content": [_cached(request.document), *earlier, {"type": "text", "text": request.instruction}],
    }
    return [question, *(_turn(role, text) for role, text in talk.said)]


def _turn(role: str, text: str) -> MessageParam:
    if role == "assistant":
        return {"role": "assistant", "content": text}
    return {"role": "user", "content": text}


def _advice(error: anthropic.APIStatusError) -> float | None:
    text = error.response.headers.get("retry-after", "").strip()
    return min(LONGEST_PAUSE, max(1.0, float(text[:9]))) if text.isdecimal() else None
