"""What the document demands is the floor of a model's plan: nothing the reader found is lost, and every id is ours."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from agents.builtin.planning.gone import GONE
from agents.model_answers import Demand, Demands, Quality
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Known
from agents.schemas.requirements import NonFunctional, Requirement

LETTERS = re.compile(r"[^\W_]+")
# How much of the shorter of two wordings the other must share, in runs of three letters, to be the same demand.
ALIKE = 0.4
RUN = 3
# Characters of a model's own word that are repeated in a sentence about it.
WORD = 40


def wrong_demands(drawn: ArchitecturePack, demands: Demands, *, lines: int) -> tuple[str, ...]:
    """What is wrong with the demands on a document of so many lines, one sentence each."""
    functional = {each.id for each in drawn.requirements}
    quality = {each.id for each in drawn.nfrs}
    return (
        *_wrong("requirements", functional, demands.requirements, lines),
        *_wrong("nfrs", quality, demands.nfrs, lines),
    )


def demanded(drawn: ArchitecturePack, demands: Demands, before: Sequence[Known] = ()) -> dict[str, object]:
    """Everything the plan demands once the model has read the document too, with the ids it has in the plan."""
    return {
        "requirements": [
            each.model_dump(mode="json", include={"id", "text", "lines", "priority"})
            for each in requirements_of(drawn, demands, before)
        ],
        "nfrs": [
            each.model_dump(mode="json", include={"id", "text", "lines", "category"})
            for each in nfrs_of(drawn, demands, before)
        ],
    }


def requirements_of(
    drawn: ArchitecturePack, demands: Demands, before: Sequence[Known] = ()
) -> tuple[Requirement, ...]:
    """The reader's requirements in the model's words, where these say the same, and then what the reader had missed.

    `before` are the entries of earlier versions, so that what was found before keeps its id, and nothing else gets it.
    """
    said = {each.id: each for each in demands.requirements if each.id}
    new = tuple(each for each in demands.requirements if not each.id)
    return (
        *(_requirement(old, said.get(old.id)) for old in drawn.requirements),
        *(
            Requirement(id=id_, text=each.text, lines=each.lines, priority=each.priority, origin="found")
            for each, id_ in zip(new, _ids("requirement", new, drawn, before), strict=True)
        ),
    )


def nfrs_of(
    drawn: ArchitecturePack, demands: Demands, before: Sequence[Known] = ()
) -> tuple[NonFunctional, ...]:
    """The same for demands on quality."""
    said = {each.id: each for each in demands.nfrs if each.id}
    new = tuple(each for each in demands.nfrs if not each.id)
    return (
        *(_nfr(old, said.get(old.id)) for old in drawn.nfrs),
        *(
            NonFunctional(id=id_, text=each.text, lines=each.lines, category=each.category, origin="found")
            for each, id_ in zip(new, _ids("nfr", new, drawn, before), strict=True)
        ),
    )


def _ids(
    kind: str, new: Sequence[Demand | Quality], drawn: ArchitecturePack, before: Sequence[Known]
) -> Iterator[str]:
    """An id for each new entry: the one that the same was found under before, or a number that no version had."""
    had = [each for each in before if each.kind == f"found {kind}"]
    used = taken(drawn)
    free = fresh("R" if kind == "requirement" else "N", used | {each.id for each in before})
    for each in new:
        same = (
            one for one in had if one.id not in used and any(alike(text, each.text) for text in one.texts)
        )
        id_ = next((one.id for one in same), "") or next(free)
        used.add(id_)
        yield id_


def alike(one: str, other: str) -> bool:
    """Whether two wordings can be of the same demand: a better wording keeps most letters of the shorter one."""
    first, second = _runs(one), _runs(other)
    return len(first & second) >= ALIKE * max(1, min(len(first), len(second)))


def fresh(prefix: str, used: set[str], *, joint: str = "-") -> Iterator[str]:
    """Ids that nothing has, `R-1` and so on, for as many as are wanted."""
    return (each for number in count(1) if (each := f"{prefix}{joint}{number}") not in used)


def taken(drawn: ArchitecturePack) -> set[str]:
    """The ids of the built-in plan that a plan drawn over it keeps."""
    prd = drawn.prd
    groups = (
        drawn.requirements, drawn.nfrs, drawn.org_constraints, drawn.assumptions, drawn.open_questions, drawn.clarifications,
        prd.constraints, prd.non_goals, prd.success_metrics, prd.deferred, prd.user_stories,
    )  # fmt: skip
    # What was dropped or put off may come back under the id it had.
    left = (GONE.match(each.text) for each in (*prd.non_goals, *prd.deferred))
    return {each.id for group in groups for each in group} | {each["id"] for each in left if each}


def _wrong(
    kind: str, known: set[str], entries: tuple[Demand, ...] | tuple[Quality, ...], lines: int
) -> Iterator[str]:
    given: set[str] = set()
    for each in entries:
        if each.id and each.id not in known:
            yield f"{kind}: {each.id[:WORD]} is not in `found`; leave the id empty for a new entry"
        if each.id in given - {""}:
            yield f"{kind}: {each.id[:WORD]} is given twice"
        given.add(each.id)
        if not each.id and not each.lines:
            yield f"{kind}: a new entry must name its lines"
        if any(line > lines for line in each.lines):
            yield f"{kind}: {each.id[:WORD] or 'a new entry'} names a line after the last one ({lines})"


def _requirement(old: Requirement, said: Demand | None) -> Requirement:
    if said is None or not alike(old.text, said.text):
        return old.model_copy(update={"origin": "put_back"})
    return old.model_copy(update={"text": said.text, "priority": said.priority})


def _nfr(old: NonFunctional, said: Quality | None) -> NonFunctional:
    if said is None or not alike(old.text, said.text):
        return old.model_copy(update={"origin": "put_back"})
    return old.model_copy(update={"text": said.text, "category": said.category})


def _runs(text: str) -> frozenset[str]:
    words = " ".join(LETTERS.findall(text.casefold()))
    return frozenset(words[at : at + RUN] for at in range(max(1, len(words) - RUN + 1)))
