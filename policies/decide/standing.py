"""Whether a wish changed anything: a new version that says what the one before said is none, and that one stands."""

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from policies import entries as e
from policies.counting import beyond
from policies.run import Run, Version

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
        came=tuple(each[:LONGEST] for each in came[:MOST]),
    )
