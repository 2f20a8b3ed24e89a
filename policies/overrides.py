"""Which blocks are left when people have let rules pass, each for what it found when they said so.

A rule can find more than it did: another patchset of the run is approved, a rule of the architecture matches in another
place. Nobody has spoken about that yet, so an override counts for one finding and lapses with it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

import rfc8785

from config.repo_policy import RepoPolicy
from policies import authority
from policies import commands as c
from policies.gates import FIXED
from policies.people import Actor
from policies.run import Override, Run
from policies.verdict import Block, Verdict

# Who let a rule pass, as they stand now, by the comment they said it in; and whether that still stands.
Overriders = Mapping[int, tuple[Actor, bool]]


def finding(block: Block) -> str:
    """SHA-256 of the rule, its reason and every line of its evidence: what an override is said of."""
    found = {"rule": block.rule, "reason": block.reason, "evidence": list(block.evidence)}
    return sha256(rfc8785.dumps(found)).hexdigest()


def unanswered(gates: Iterable[Verdict], passed: Collection[tuple[str, str]]) -> tuple[Block, ...]:
    """The blocks that stand, although people have let these rules pass, each with what it found."""
    return tuple(
        verdict
        for verdict in gates
        if isinstance(verdict, Block)
        and (verdict.rule in FIXED or (verdict.rule, finding(verdict)) not in passed)
    )


def passed(
    run: Run, digest: str, *, policy: RepoPolicy, overriders: Overriders
) -> frozenset[tuple[str, str]]:
    """What people let pass for this patchset who may still do that, have not taken it back, and said it under these settings."""
    return frozenset(
        (each.rule, each.finding)
        for each in run.overrides_of(digest)
        if _void(run, each, policy=policy, overriders=overriders) is None
    )


def lapsed(run: Run, digest: str, block: Block, *, policy: RepoPolicy, overriders: Overriders) -> Block:
    """The block, and where somebody let its rule pass before, why that does not count any more."""
    overrode = [each for each in run.overrides_of(digest) if each.rule == block.rule]
    if not overrode:
        return block
    last = overrode[-1]
    why = _void(run, last, policy=policy, overriders=overriders) or "the rule finds something else now"
    reason = f"{block.reason} The override by @{last.by.login} does not count any more: {why}."
    return replace(block, reason=reason)


def _void(run: Run, each: Override, *, policy: RepoPolicy, overriders: Overriders) -> str | None:
    """Why this override does not count now, as the end of a sentence; None while it does."""
    actor, stands = overriders.get(each.comment_id, (None, False))
    if not stands or actor is None or actor.person.id != each.by.id:
        return "the comment was edited or deleted"
    if each.policy_digest != policy.digest:
        return "the repository's settings changed after it"
    refused = authority.judge(c.Override, actor, author=run.author, policy=policy, authors=run.authors)
    return None if refused is None else "they may not override a rule any more"
