"""What a decision came to, of which a test knows the kind."""

from policies.decision import Decision, Moved, Refused


def refused(decision: Decision) -> Refused:
    assert isinstance(decision, Refused), decision
    return decision


def moved(decision: Decision) -> Moved:
    assert isinstance(decision, Moved), decision
    return decision
