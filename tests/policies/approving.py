"""What a decision about a yes came to: an approval, or a refusal with its code and the line to paste."""

from agents.schemas import pack as packs
from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Moved, Refused
from tests.policies.build import pack, said
from tests.policies.journey import Journey, until


def refused(decision: Decision) -> tuple[str, str]:
    """The code, and the line to paste."""
    assert isinstance(decision, Refused), decision
    return decision.code, decision.paste


def approved(decision: Decision) -> e.Approved:
    assert isinstance(decision, Moved), decision
    entry = decision.entries[0]
    assert isinstance(entry, e.Approved)
    return entry


def redrawn() -> Journey:
    """A plan in its second version."""
    j = until("planned")
    j.take(c.Refine(said(), "plan", "smaller"))
    j.answer_role(packs.canonical(pack()))
    return j
