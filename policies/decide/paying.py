"""What calls to a model cost goes on the record once for each call, whether or not an answer ever comes of it."""

from collections.abc import Sequence

from agents.ask import Call, Usage
from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Ignored, Moved
from policies.run import Run


def paid(run: Run, command: c.Paid | c.AcceptReply, *, why: str = "its calls are on the record") -> Decision:
    """Record those of the calls that no entry tells yet, and nothing else; where there are none, the reason is `why`."""
    calls = untold(run, command.calls)
    if not calls:
        return Ignored(why)
    return Moved((e.CallsPaid(role=command.role, subject=command.subject, calls=listed(calls)),))


def untold(run: Run, calls: Sequence[Call]) -> tuple[Call, ...]:
    """The calls that no entry tells yet."""
    return tuple(call for call in calls if call.id not in run.told_calls)


def listed(calls: Sequence[Call]) -> tuple[e.ModelCall, ...]:
    """The calls as an entry keeps them."""
    return tuple(
        e.ModelCall(prompt=call.prompt, context=call.context, spent=spent(call.usage), id=call.id)
        for call in calls
    )


def spent(usage: Usage) -> e.Spent:
    """The same as an entry keeps it."""
    return e.Spent(
        model=usage.model,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cache_read_tokens=usage.cache_read_tokens,
        cache_write_tokens=usage.cache_write_tokens,
        milliseconds=usage.milliseconds,
        cost=usage.cost,
    )
