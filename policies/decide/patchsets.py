"""Whether the patchset a person means is still what they read, and what stands in the way of a yes to it."""

from policies.decision import Refused
from policies.facts import Facts
from policies.gates import FIXED
from policies.overrides import lapsed, passed, unanswered
from policies.patchset import SHORT, Patchset
from policies.run import PatchsetSeen, Run
from policies.verdict import Block


def no_base(facts: Facts) -> Refused | None:
    """Why nothing can be said yes to while there is no default branch to write on."""
    if facts.base_sha:
        return None
    return Refused(
        "SB-203",
        f"GitHub shows no branch `{facts.base_ref}`, which is the default one, so there is nothing to write on.",
        "Bring the branch back or choose another default branch, then say it again.",
    )


def computed_again(seen: PatchsetSeen, facts: Facts) -> Refused | None:
    """Why what is in hand is not the patchset that was read; None when its digest, computed afresh, is the one shown."""
    if isinstance(facts.patchset, Patchset) and facts.patchset.digest == seen.digest:
        return None
    why = f": {facts.patchset.reason}" if isinstance(facts.patchset, Block) else ""
    return Refused(
        "SB-206",
        f"I could not compute {seen.number} again with the digest you read, so nothing was written{ended(why) or '.'}",
        "Ask for it afresh:",
        _redraw(seen),
    )


def patchset_problem(run: Run, seen: PatchsetSeen, facts: Facts) -> Refused | None:
    """The patchset is computed afresh from its bytes and its base before a yes to it counts."""
    if (other := computed_again(seen, facts)) is not None:
        return other
    if facts.base_ref != seen.base_ref:
        return Refused(
            "SB-203",
            f"The default branch is `{facts.base_ref}` now; {seen.number} was computed on `{seen.base_ref}`.",
            "Ask for it on the current base:",
            _redraw(seen),
        )
    if facts.base_sha != seen.base_sha and facts.policy.approvals.moved_base == "ask":
        return Refused(
            "SB-203",
            f"`{seen.base_ref}` moved to `{facts.base_sha[:7]}` after {seen.number} was computed, and this repository asks "
            "again whenever it does (`approvals.moved_base`).",
            "Ask for it on the current base:",
            _redraw(seen),
        )
    if not facts.base_kept:
        return Refused(
            "SB-203",
            f"`{seen.base_sha[:7]}`, which {seen.number} was computed on, is not in the history of `{seen.base_ref}` any "
            "more, so a pull request would bring back what was taken out.",
            "Ask for it on the current base:",
            _redraw(seen),
        )
    if facts.moved:
        paths = ", ".join(f"`{path}`" for path in facts.moved[:3])
        return Refused(
            "SB-203",
            f"`{seen.base_ref}` moved under {paths} after {seen.number} was computed, so its digest is dead.",
            "Ask for it on the current base:",
            _redraw(seen),
        )
    standing = passed(run, seen.digest, policy=facts.policy, overriders=facts.overriders)
    blocks = unanswered(facts.gates, standing)
    if not blocks:
        return None
    first = lapsed(run, seen.digest, blocks[0], policy=facts.policy, overriders=facts.overriders)
    line = "" if first.rule in FIXED else override_line(first.rule, seen)
    return Refused("SB-301", f"Rule `{first.rule}` blocks it: {first.reason}", _way_on(first), line)


def _way_on(block: Block) -> str:
    """What can be done about a rule that blocks: keep it, or let it pass, where that can be."""
    if block.rule in FIXED:
        return f"{ended(block.remedy)} Nobody can override this one."
    return f"{ended(block.remedy)} Or somebody with the right to lets the rule pass, and says why:"


def override_line(rule: str, seen: PatchsetSeen) -> str:
    """What somebody with the right to says to let one rule pass for what stands there now."""
    return f"/signalbox override {rule} {seen.number} {seen.digest[:SHORT]} because …"


def ended(sentence: str) -> str:
    """The same with a full stop, unless it ends already."""
    return sentence if not sentence or sentence.endswith((".", "!", "?", ":")) else f"{sentence}."


def _redraw(seen: PatchsetSeen) -> str:
    return f"/signalbox refine {seen.number} draw it again on the current base"
