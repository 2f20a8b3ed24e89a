"""Whether a wish changed anything: a new version that says what the one before said is none, and that one stands."""

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import Proposal
from policies import entries as e
from policies.counting import beyond
from policies.facts import Facts
from policies.folding.rounds import NOBODY
from policies.patchset import Patchset
from policies.run import PatchsetSeen, Run, UnitRun, Version

# Characters of what is said of one wish, and how many are told.
LONGEST = 400
MOST = 10


def plan_kept(run: Run, pack: ArchitecturePack, before: bytes | None) -> e.VersionKept | None:
    """The entry that lets the newest plan stand, when `pack` differs from it in nothing but what came of the wishes."""
    plan = run.plan
    if plan is None or before is None or not _wished(run, plan, "plan"):
        return None
    old = packs.load(before)
    if _bare(old) != _bare(pack):
        return None
    came = tuple(
        f"“{_quoted(each.text)}”{f' (`@{each.by}`)' if each.by else ''}: {each.outcome}"
        for each in beyond(pack.refinement.applied, old.refinement.applied)
    )
    return _kept("plan", plan, came)


def backlog_kept(run: Run, backlog: Backlog, before: bytes | None) -> e.VersionKept | None:
    """The same for a backlog, whose notes say what came of the wishes."""
    newest = run.backlog
    if newest is None or before is None or not _wished(run, newest, "backlog"):
        return None
    old = backlogs.load(before)
    if old.model_copy(update={"notes": ()}) != backlog.model_copy(update={"notes": ()}):
        return None
    return _kept("backlog", newest, beyond(backlog.notes, old.notes))


def patchset_kept(
    run: Run, unit: UnitRun, proposal: Proposal, judged: e.GatesJudged, facts: Facts
) -> e.PatchsetKept | None:
    """The entry that lets a unit's patchset stand, when a person's wish brought the same files on the same base.

    What anybody has said yes to, or has made an exception for, never stands: those words were said before the wish.
    """
    seen, fresh = unit.patchset, facts.patchset
    if seen is None or not isinstance(fresh, Patchset) or facts.before is None:
        return None
    if not _wished_by_people(run, unit, seen) or _spoken_for(run, seen.digest):
        return None
    if (seen.base_ref, seen.base_sha, seen.tree_sha) != (fresh.base_ref, fresh.base_sha, fresh.tree_sha):
        return None
    if _said(seen.gates) != _said(judged.gates):
        return None
    old = proposals.load(facts.before)
    known = old.notes if isinstance(old, Proposal) else ()
    came = _told(beyond(proposal.notes, known))
    return e.PatchsetKept(unit=unit.id, number=seen.number, digest=seen.digest, came=came)


def _wished_by_people(run: Run, unit: UnitRun, seen: PatchsetSeen) -> bool:
    """Whether people's words alone have led to another drawing; one that was asked for without them is told as a version."""
    since = [wish for wish in run.refinements if wish.target == unit.id and wish.seq > seen.seq]
    return bool(since) and all(wish.by.id != NOBODY for wish in since)


def _spoken_for(run: Run, digest: str) -> bool:
    endorsed = any(each.digest == digest for each in run.endorsements)
    return endorsed or digest in run.intents or bool(run.overrides_of(digest))


def _said(gates: tuple[e.GateResult, ...]) -> list[tuple[str, str, str]]:
    return [(gate.rule, gate.result, gate.reason) for gate in gates]


def _quoted(words: str) -> str:
    """Somebody’s words without the mark that would begin code in the sentence around them."""
    return words.replace("`", "'")


def _bare(pack: ArchitecturePack) -> ArchitecturePack:
    return pack.model_copy(update={"refinement": pack.refinement.model_copy(update={"applied": ()})})


def _wished(run: Run, version: Version, target: str) -> bool:
    """Whether the new version is drawn because of a wish, and not of an answer alone."""
    return any(wish.target == target and wish.seq > version.seq for wish in run.refinements)


def _kept(target: str, version: Version, came: tuple[str, ...]) -> e.VersionKept:
    return e.VersionKept(
        target="plan" if target == "plan" else "backlog",
        version=version.number,
        digest=version.digest,
        came=_told(came),
    )


def _told(came: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each[:LONGEST] for each in came[:MOST])
