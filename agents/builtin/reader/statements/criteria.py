"""What a document demands only among its acceptance criteria or its measures of success, and nowhere else."""

from collections import Counter
from itertools import chain

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.statements.about_quality import is_held
from agents.builtin.reader.statements.own_words import DONE_WHEN
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.rules import kind_of
from agents.builtin.reader.statements.targets import TIME, target_of
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature
from agents.schemas.requirements import Target

# A document with so few functions has told them elsewhere.
FEW = 2
# A short text whose criteria are so many times its functions has told its functions there.
MANY = 3
# So many times more criteria that bind than functions: an introduction tells the functions, and the criteria demand them.
FAR_MORE = 6


def criteria_demanded(
    findings: tuple[Finding, ...], *, typed: bool, ticket: bool = False
) -> tuple[Finding, ...]:
    """The findings; where a document demands nothing but in its acceptance criteria, those are its requirements.

    In a text that was `typed` in a few lines they need no word of demand, unless it demands or tells something else. The criteria
    of a `ticket` are requirements whatever else it says, for there nobody says a thing twice.
    """
    counted = Counter(each.kind for each in findings)
    binding = sum(
        each.kind == "acceptance" and nature.STRONG.search(each.text) is not None for each in findings
    )
    ticket = ticket and not counted["story"]
    typed = typed and not counted["story"] and counted["functional"] * MANY <= counted["acceptance"]
    if not ticket and counted["functional"] > FEW and binding < counted["functional"] * FAR_MORE:
        return findings
    return tuple(
        _demanded(each)
        if each.kind == "acceptance"
        and (typed or nature.STRONG.search(each.text) or (ticket and not is_example(each.text)))
        else each
        for each in findings
    )


def is_example(text: str) -> bool:
    """Whether a criterion only tells how something is tried."""
    return bool(nature.GHERKIN.match(text) or DONE_WHEN.match(text))


def _demanded(found: Finding) -> Finding:
    """A criterion as the requirement that it is."""
    kind = kind_of(found.text, Place("functional"))
    target = target_of(found.text)
    # `20,000 bills printed in under 10 minutes`: so long it may take.
    timed = target is not None and target.comparison in {"<", "<="} and TIME.match(target.unit)
    if kind == "functional" and target and (timed or category_of(found.text)):
        kind = "nonfunctional"
    usual = "performance" if timed else "other"
    category = category_of(found.text) or usual if kind == "nonfunctional" else ""
    return found._replace(kind=kind, category=category) if kind else found


def levels_held(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings; where a document names no quality but among its measures of success, those are its qualities, too."""
    if any(each.kind == "nonfunctional" for each in findings):
        return findings
    return tuple(chain.from_iterable(_with_level(each) for each in findings))


def told_once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without measures of success whose figure a demand on the same quality has already: it is only the latter."""
    demanded = {_figure(each) for each in findings if each.kind == "nonfunctional"} - {None}
    return tuple(each for each in findings if each.kind != "metric" or _figure(each) not in demanded)


def _figure(found: Finding) -> tuple[str, Target] | None:
    category, target = category_of(found.text), target_of(found.text)
    return (category, target) if category and target else None


def _with_level(found: Finding) -> tuple[Finding, ...]:
    if found.kind != "metric" or not is_held(found.text):
        return (found,)
    category = category_of(found.text) or "other"
    return found, found._replace(kind="nonfunctional", label="", category=category)
