"""The entries of a plan by their ids, folded away: people refine by ids, and what is said of one has to be found."""

from collections.abc import Iterable, Sequence

from agents.schemas.pack import ArchitecturePack
from handlers import markdown as m
from handlers.replies.questions import lines_of

# Characters for each folded list, so that the comment keeps room for what is stored in it.
WANTED = 16_000
BESIDES = 6_000
LONGEST, LONGEST_BESIDE = 120, 240


def demanded(pack: ArchitecturePack) -> str | None:
    """Every demand by its id; what does not fit can be asked for one by one."""
    entries = (*pack.requirements, *pack.nfrs)
    back = {each.id for each in entries if each.origin == "put_back"}
    rows = [
        (
            each.id,
            f"{_line(each.id, each.text, LONGEST)}{_from(each.lines)}{' · put back' if each.id in back else ''}",
        )
        for each in entries
    ]
    what = "Every requirement and quality demand" if pack.nfrs and pack.requirements else "Every requirement"
    return _folded(f"{what}, with its lines in the PRD ({len(entries)})", rows, WANTED)


def besides(pack: ArchitecturePack) -> str | None:
    """What else has an id that comments speak of: what is fixed, what is left out, and what may go wrong."""
    prd = pack.prd
    groups: Iterable[tuple[str, Iterable[tuple[str, str, tuple[int, ...]]]]] = (
        ("fixed", ((each.id, each.text, each.lines) for each in (*pack.org_constraints, *prd.constraints))),
        ("left out", ((each.id, each.text, each.lines) for each in prd.non_goals)),
        ("for later", ((each.id, each.text, each.lines) for each in prd.deferred)),
        ("risk", ((each.id, f"{each.text} {each.mitigation}", ()) for each in pack.architecture.risks)),
    )
    rows = [
        (id_, f"{_line(id_, text, LONGEST_BESIDE)} · {kind}{_from(lines) if lines else ''}")
        for kind, entries in groups
        for id_, text, lines in entries
    ]
    return _folded(f"What is fixed, what is left out and what may go wrong ({len(rows)})", rows, BESIDES)


def _line(id_: str, text: str, limit: int) -> str:
    return f"{m.line(id_)} {m.line(text, limit=limit)}"


def _folded(title: str, rows: Sequence[tuple[str, str]], room: int) -> str | None:
    shown: list[str] = []
    for id_, line in rows:
        room -= len(line)
        if room < 0:
            shown.append(f"…and {len(rows) - len(shown)} more; `/why {id_}` shows one")
            break
        shown.append(line)
    return m.details(title, m.listed(shown)) if shown else None


def _from(numbers: tuple[int, ...]) -> str:
    return f" ({lines_of(numbers)})" if numbers else " (not in the PRD’s words)"
