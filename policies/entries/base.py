"""What entries are made of."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

LETTERS = "abcdefgh"
MOST_CHOICES = len(LETTERS)


class EntryBase(BaseModel):
    """What every entry has."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # The delivery, comment line or piece of own work that brought the entry about; a cause counts once.
    cause: str = ""


class Spent(BaseModel):
    """What one model call cost, as the provider counts it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_tokens: int = 0
    milliseconds: int = 0
    # Millionths of a dollar.
    cost: int = 0


class ModelCall(BaseModel):
    """One call to a model: SHA-256 of what it was told to do, SHA-256 of the material it was given, and its cost.

    `id` names its reply: a call with an id stands in a ledger once. Older records have none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    prompt: str
    context: str
    spent: Spent
    id: str = ""


class CheckResult(BaseModel):
    """One check on a commit by its name, and how it stood."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    state: Literal["pending", "green", "red"]


class AskedQuestion(BaseModel):
    """A clarification as the person saw it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str
    default: str | None = None
    options: tuple[str, ...] = ()
    requirement_ids: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen by a letter or a tick, from `a` on; the default comes first where there is one."""
        first = () if self.default is None else (self.default,)
        return tuple(dict.fromkeys((*first, *self.options)))[:MOST_CHOICES]

    def choice(self, letter: str) -> str | None:
        """The choice with this letter."""
        named = dict(zip(LETTERS, self.choices, strict=False))
        return named.get(letter.casefold())


class GateResult(BaseModel):
    """What one gate said about a patchset; `evidence` are places in it, such as `src/app.py:12: ...`, the first few."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    # "overridden" is what a person makes of a block afterwards; no gate says it.
    result: Literal["pass", "warn", "block", "overridden"]
    reason: str = ""
    evidence: tuple[str, ...] = ()
