"""One statement of a short text as its findings, each demand that it holds by itself."""

from collections.abc import Iterator

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.statements.casual import LEFT_ALONE
from agents.builtin.reader.statements.chatter import asked_then, refused_last, without_refusal
from agents.builtin.reader.statements.entry import entry
from agents.builtin.reader.statements.several_demands import demands_of
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.text.labels import split_priority
from agents.builtin.reader.text.listed import left_out
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words.topic import Topic
from agents.builtin.reader.words.weighing import weigh

# Where people list qualities, exclusions or questions, other rules say where one ends.
CUT: frozenset[Topic | None] = frozenset(
    {None, "functional", "feature", "overview", "workflow", "constraint"}
)
CUT_KINDS = frozenset({"functional", "nonfunctional", "constraint"})
# What one of the parts may say besides.
PART_KINDS = CUT_KINDS | {"non_goal", "deferred"}


def each_demand(text: str, lines: tuple[int, ...], place: Place) -> Iterator[Finding]:
    """The findings of a statement; it stays whole where a part that should say something would not, or all say more of one quality."""
    whole = tuple(entry(text, lines, place))
    if [each.kind for each in whole] == ["non_goal"] and (names := left_out(text)):
        yield from (whole[0]._replace(text=capital(name)) for name in names)
        return
    if [each.kind for each in whole] == ["non_goal"] and place.typed and place.topic in CUT:
        no, rest = asked_then(text)
        asked = tuple(entry(rest, lines, place)) if no else ()
        if asked and all(each.kind in CUT_KINDS for each in asked):
            yield whole[0]._replace(text=no)
            yield from asked
            return
    refused = refused_last(text) if place.typed and place.topic in CUT else ""
    if refused and LEFT_ALONE.search(refused) and all(each.kind in CUT_KINDS for each in whole):
        yield from each_demand(without_refusal(text), lines, place)
        yield Finding("non_goal", refused, lines, area=place.area)
        return
    # What has an id or a priority of its own, or is a row of a table, is one thing for whoever wrote it.
    one = place.label or place.row or split_priority(text)[0] != "unstated"
    parts = demands_of(text) if place.typed and place.topic in CUT and whole and not one else ()
    if len(parts) < 2 or any(each.kind not in CUT_KINDS for each in whole):
        yield from whole
        return
    behind = place._replace(label="", lead="")
    said = [tuple(entry(part, lines, behind if at else place)) for at, part in enumerate(parts)]
    kinds = {each.kind for found in said for each in found}
    # What is given as a whole is given part by part.
    given = {each.kind for each in whole} == {"constraint"} and "functional" in kinds
    # `most people want no account, so please no registration`: what only tells why says nothing by itself.
    complete = all(found or _only_tells(part) for part, found in zip(parts, said, strict=True))
    mixed = "functional" in kinds and kinds <= PART_KINDS
    demands = mixed or (kinds <= CUT_KINDS and kinds > {"nonfunctional"}) or kinds == {"constraint"}
    if complete and demands and not given:
        yield from (each for found in said for each in found)
    else:
        yield from whole


def _only_tells(part: str) -> bool:
    found = weigh(part)
    return found is not None and found.kind == "neutral"
