"""Overrides: one rule passes for exactly one patchset, said by somebody with the right to, with the reason on record."""

from policies import commands as c
from policies import entries as e
from policies.decide.patchsets import computed_again, no_base, override_line
from policies.decision import Decision, Moved, Refused
from policies.facts import Facts
from policies.gates import FIXED
from policies.overrides import finding, passed, unanswered
from policies.patchset import SHORT
from policies.run import PatchsetSeen, Run
from policies.stages import UnitState
from policies.verdict import Block

_OPEN = frozenset({UnitState.BLOCKED_POLICY, UnitState.WAITING_USER_APPROVAL})


def override(run: Run, command: c.Override, facts: Facts) -> Decision:
    """Record that one rule passes for the digest that was named, or say why it does not."""
    seen = _patchset(run, command)
    if isinstance(seen, Refused):
        return seen
    if (stale := _stale(seen, command)) is not None:
        return stale
    if not facts.comment_stands:
        return Refused(
            "SB-102",
            "That comment was edited or deleted; an edited comment lets nothing pass.",
            "Write the override as a new comment.",
        )
    if facts.policy_problem:
        return Refused(
            "SB-302",
            f"`.github/signalbox.yml` on the default branch cannot be read: {facts.policy_problem}",
            "Mend it there; until then nothing is approved and nothing overridden.",
        )
    return no_base(facts) or computed_again(seen, facts) or _of_rule(run, seen, command, facts)


def _patchset(run: Run, command: c.Override) -> PatchsetSeen | Refused:
    """The patchset that is meant: by its number, by the digest, or because the unit's issue is where it was said."""
    seen = [
        (unit.issue, unit.patchset) for unit in run.units.values() if unit.patchset and unit.state in _OPEN
    ]
    named = [patchset for issue, patchset in seen if _is_meant(issue, patchset, command)]
    if len(named) == 1:
        return named[0]
    waiting = [patchset.number for _, patchset in seen]
    listed = f"You can name {', '.join(waiting)}." if waiting else "No patchset waits or is blocked now."
    what = command.target or (
        f"patchset with the digest `{command.digest}`" if command.digest else "one patchset"
    )
    return Refused("SB-111", f"There is no {what} here to let a rule pass for.", listed)


def _is_meant(issue: int, seen: PatchsetSeen, command: c.Override) -> bool:
    if command.target is not None:
        return seen.number == command.target
    if command.digest is not None:
        return seen.digest.startswith(command.digest)
    return issue == command.said.thread


def _stale(seen: PatchsetSeen, command: c.Override) -> Refused | None:
    line = override_line(command.rule, seen)
    if command.digest is None:
        return Refused(
            "SB-112",
            f"Say which version of {seen.number}: a rule passes for one digest and no other.",
            "",
            line,
        )
    if seen.digest.startswith(command.digest):
        return None
    return Refused(
        "SB-201",
        f"{seen.number} is now `{seen.digest[:SHORT]}`; you named `{command.digest[:SHORT]}`.",
        "Read the new diff and what the gates say of it, then:",
        line,
    )


def _of_rule(run: Run, seen: PatchsetSeen, command: c.Override, facts: Facts) -> Decision:
    standing = passed(run, seen.digest, policy=facts.policy, overriders=facts.overriders)
    blocks = {verdict.rule: verdict for verdict in facts.gates if isinstance(verdict, Block)}
    block = blocks.get(command.rule)
    if block is not None and (block.rule, finding(block)) in standing:
        return Refused(
            "SB-107",
            f"`{command.rule}` has been let pass for `{seen.digest[:SHORT]}` already, with what it finds now.",
            "",
            "/signalbox status",
        )
    if block is None:
        left = ", ".join(f"`{each.rule}`" for each in unanswered(facts.gates, standing))
        what = f"What blocks it: {left}." if left else "Nothing blocks it."
        return Refused("SB-304", f"`{command.rule}` is no rule that blocks {seen.number}.", what)
    if block.rule in FIXED:
        return Refused(
            "SB-303",
            f"`{command.rule}` keeps what is written inside the repository and its rules, so nobody can override it here: "
            f"{block.reason}",
            block.remedy,
        )
    said = command.said
    return Moved(
        (
            e.Overridden(
                rule=command.rule,
                target=seen.number,
                digest=seen.digest,
                by=said.by,
                comment_id=said.comment_id,
                comment_sha256=said.body_sha256,
                thread=said.thread,
                policy_digest=facts.policy.digest,
                why=command.why[:1000],
                finding=finding(block),
            ),
        )
    )
