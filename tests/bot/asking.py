"""A question in as many calls as a test wants, and the provider that puts it to the local Messages API."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from agents.ask import Answered, Ask, ModelReply, ModelRequest, Unanswered, Usage, ask
from bot.anthropic_provider import Anthropic
from bot.budget import Budgets, Purse
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from config.budgets import Caps
from config.prices import price_of
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.messages_api import MessagesApi, Raw, Say

SCHEMA = b'{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}'
GOOD = Say('{"answer":"42"}')
QUESTION = ask("planner", {"prd": "A shop."})


@dataclass(frozen=True)
class Parts:
    """A role that is asked in `count` calls side by side, then in `last` ones, and wants JSON objects with an answer."""

    count: int = 1
    last: int = 0

    def requests(self, ask: Ask, replies: Mapping[str, ModelReply]) -> Mapping[str, ModelRequest]:
        names = [f"Part {n}." for n in range(self.count)]
        if set(names) <= set(replies):
            names += [f"Last {n}." for n in range(self.last)]
        document = ask.inputs.decode()
        return {
            name: ModelRequest("You plan.", document, name, SCHEMA, 4000, "" if name[0] == "P" else "{}")
            for name in names
            if name not in replies
        }

    def ahead(self, ask: Ask) -> None:
        assert ask == QUESTION

    def mistakes(self, ask: Ask, name: str, replies: Mapping[str, ModelReply]) -> tuple[str, ...]:
        assert ask == QUESTION
        try:
            json.loads(replies[name].text)["answer"]
        except (ValueError, KeyError, TypeError) as error:
            return (f"answer: {type(error).__name__}",)
        return ()

    def read(self, ask: Ask, replies: Mapping[str, ModelReply]) -> Answered | Unanswered:
        assert ask == QUESTION
        answers = [json.loads(replies[name].text)["answer"] for name in sorted(replies, reverse=True)]
        return Answered(json.dumps(answers).encode(), Usage("set by the provider"))


PRICE = price_of("claude-sonnet-5-5")


def provider(
    api: MessagesApi,
    queue: SqliteQueue,
    clock: ManualClock,
    *,
    turns: Parts = Parts(),  # it is frozen
    longest: float = 10,
    key: str = "",
) -> Anthropic:
    return Anthropic(
        api_key=key or api.key,
        base_url=api.url,
        model="claude-sonnet-5-5",
        price=PRICE,
        turns=turns,
        answers=queue,
        clock=clock,
        longest=longest,
    )


def purse_of(queue: SqliteQueue, clock: ManualClock, caps: Caps | None = None) -> Purse:
    """What pays for a run with these budgets that has cost nothing yet."""
    caps = caps or Caps()
    budgets = Budgets(cache=queue, caps=caps, clock=clock)
    return Purse(budgets, Place(5, 9, "acme/shop", 12), caps, recorded=0)


def odd(**changed: object) -> Raw:
    """A message with status 200 that is none."""
    usual: dict[str, object] = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-sonnet-5-5",
        "content": [{"type": "text", "text": '{"answer":"42"}'}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }
    return Raw(json.dumps(usual | changed).encode(), "application/json")
