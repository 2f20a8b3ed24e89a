"""What is asked of an agent and what comes back, as values; who answers (a model or the built-in code) is not decided here."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import rfc8785

Role = Literal["triage", "planner", "decomposition", "implementation", "fixup", "reviewer"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to one role: `inputs` is the canonical JSON (RFC 8785) of everything the answer may depend on."""

    role: Role
    inputs: bytes

    @property
    def digest(self) -> str:
        """The name under which the answer is stored, so that a crash never pays for the same question twice."""
        return hashlib.sha256(self.role.encode() + b"\n" + self.inputs).hexdigest()


@dataclass(frozen=True, slots=True)
class Usage:
    """What one call cost: tokens as the provider counts them, and the model that answered."""

    model: str
    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_tokens: int = 0
    milliseconds: int = 0
    # Millionths of a dollar.
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One call that was paid for: SHA-256 of what the model was told to do, and of the material it was given."""

    prompt: str
    context: str
    usage: Usage
    # The reply's own id, by which the call is counted once however often its answer is used again.
    id: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The role's answer as canonical JSON that fits the role's schema, and what it cost."""

    content: bytes
    usage: Usage
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Why there is no answer: a refusal, a truncation, or an answer that does not fit the schema after its repairs."""

    reason: str
    usage: Usage
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """One call to a model: `document` is the untrusted text, shared by the calls of a run so that a provider can cache it.

    `earlier` is what other calls for the same question have answered, as JSON; empty when nothing comes before this one.
    """

    system: str
    document: str
    instruction: str
    schema: bytes
    max_tokens: int
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class ModelReply:
    """One reply of a model, before anybody has judged it: `stop_reason` is the provider's own word, `id` our own name for it."""

    text: str
    stop_reason: str
    usage: Usage
    id: str = ""


def total(model: str, spent: Sequence[Usage]) -> Usage:
    """The sum of several calls; the model is the one that answered last."""
    return Usage(
        model=spent[-1].model if spent else model,
        input_tokens=sum(usage.input_tokens for usage in spent),
        output_tokens=sum(usage.output_tokens for usage in spent),
        cache_read_tokens=sum(usage.cache_read_tokens for usage in spent),
        cache_write_tokens=sum(usage.cache_write_tokens for usage in spent),
        milliseconds=sum(usage.milliseconds for usage in spent),
        cost=sum(usage.cost for usage in spent),
    )


def ask(role: Role, inputs: object) -> Ask:
    """The question for `role`; `inputs` must be JSON."""
    return Ask(role=role, inputs=rfc8785.dumps(inputs))  # type: ignore[arg-type]  # rfc8785 refuses what is not JSON
