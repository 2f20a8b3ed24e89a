"""The one port to whoever answers the roles' questions: built-in code by default, a model when a key is set."""

import asyncio
import importlib
from typing import Protocol

from agents.ask import Answered, Ask, Unanswered
from bot.budget import Purse
from bot.clock import Clock
from bot.queue import Answers
from config.settings import Settings


class Model(Protocol):
    """Answers one question at a time; the caller stores the answer under the question's digest before using it."""

    @property
    def name(self) -> str:
        """Who answers, as shown to people: `built-in` or the model's name."""

    async def ask(self, ask: Ask, purse: Purse) -> Answered | Unanswered:
        """The answer, or why there is none, paid from `purse`, whose `calls` grow by each call as it ends.

        Raises Retry when the same question may be answered later, and OverBudget when the purse does not hold a call.
        """

    async def forget(self, ask: Ask) -> None:
        """Put the question afresh the next time, whatever was answered so far."""

    async def close(self) -> None:
        """Let go of connections."""


class BuiltIn:
    """Answers without a model, a key or a network."""

    name = "built-in"

    async def ask(self, ask: Ask, purse: Purse) -> Answered | Unanswered:
        """See Model.ask; costs nothing; works off the loop, because reading a long PRD takes a while."""
        del purse
        return await asyncio.to_thread(_answer, ask)

    async def forget(self, ask: Ask) -> None:
        """The same question always has the same answer here."""

    async def close(self) -> None:
        """There is nothing to let go of."""


def choose(settings: Settings, *, answers: Answers, clock: Clock) -> Model:
    """The model the operator asked for by setting a key, the built-in code otherwise."""
    if settings.anthropic_api_key is None:
        return BuiltIn()
    # The SDK takes two seconds to import, which nobody without a key shall pay.
    provider = importlib.import_module("bot.anthropic_provider")
    model: Model = provider.Anthropic(
        api_key=settings.anthropic_api_key.get_secret_value(),
        base_url=settings.anthropic_base_url,
        model=settings.model,
        price=settings.price,
        turns=importlib.import_module("agents.model_turns"),
        answers=answers,
        clock=clock,
    )
    return model


def _answer(ask: Ask) -> Answered | Unanswered:
    # Imported when first asked, because the reader and the scaffolder are most of the App's code.
    answer: Answered | Unanswered = importlib.import_module("agents.builtin").answer(ask)
    return answer
