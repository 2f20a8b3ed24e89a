"""What it does, what it must not, how good it must be, and what is not said: four of the sentences that say a text back."""

import re
from collections.abc import Sequence

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.gone import GONE
from agents.builtin.planning.quoting import quoted, some
from agents.builtin.reader.words.technology import technologies
from agents.builtin.seldom import Seldom
from agents.schemas.architecture import Architecture
from agents.schemas.questions import Clarification, OpenQuestion
from agents.schemas.requirements import Demand, Entity, NonFunctional, Requirement, Statement, UserStory

MOST_THINGS = 5
# So many requirements are all told; of more, so many are chosen.
FEW, MOST_CHOSEN = 4, 3
# `Slack bot for our office`: what it is says nothing of what it does.
ITSELF = re.compile(
    r"(?:[\w'’()-]+ ){0,4}?(?:app|bot|portal|program|tool|service|library|extension|plug-?in|cron job|website|web ?page|platform|game|module)"
    r" (?:for|in|on|with|of|that|which|where|to)\b(?!.*\b(?:can|shall|must|should|will)\b)",
    re.IGNORECASE,
)
# `Roster is a web application in which …`: nor does this.
DEFINED = re.compile(
    r"(?:[\w'’()-]+ ){1,6}?(?:is|will be|shall be) an? (?:[\w'’()-]+ ){0,4}?"
    r"(?:app|application|bot|extension|game|library|module|platform|plug-?in|portal|product|program|service|site|software|system|tool|website)\b",
    re.IGNORECASE,
)
# A question that tells what the text says before it asks.
TELLS = Seldom(r"The PRD [^“]*“(?P<what>[^”]+)”")
# What people brought in: by a wish, or by an answer.
SINCE = frozenset({"refinement", "answer"})
# Demands of these kinds shape an architecture more than others.
HEAVY = (
    "security",
    "privacy",
    "compliance",
    "availability",
    "reliability",
    "data-integrity",
    "scalability",
    "performance",
    "retention",
)


def what(
    requirements: Sequence[Requirement], stories: Sequence[UserStory], entities: Sequence[Entity]
) -> str:
    """What it has to do, in its own words where these are few, and what that is about."""
    number, told = len(requirements), len(stories)
    if not number:
        return (
            f"I found {_stories(told)}, and nothing else that it has to do."
            if told
            else "I found nothing in the text that it has to do."
        )
    chosen = _telling(requirements)
    things = [each.name for each in entities]
    data = f"; it deals with {some(things, MOST_THINGS)}" if things else ""
    also = f", and there {'is' if told == 1 else 'are'} {_stories(told)}" if told else ""
    leads = ":" if len(chosen) == number else ", such as"
    return (
        f"It has {_count(number, 'requirement')}{leads} {quoted([each.text for each in chosen])}{also}{data}."
    )


def _stories(number: int) -> str:
    return f"{number} user {'story' if number == 1 else 'stories'}"


def limits(entries: Entries, drawn: Architecture) -> str:
    """What the text leaves out and what it fixes beforehand, and apart from that what people have said since."""
    out, out_since = _by_origin((*entries.non_goals, *entries.deferred))
    bound, bound_since = _by_origin(_bound(entries, drawn))
    # What is left out may be worded as a no itself, so that no verb stands before it.
    not_wanted = f"Left out, or for later: {_some_of(out)}" if out else "The text rules nothing out"
    if bound:
        fixed = f"; fixed beforehand: {_some_of(bound)}"
    else:
        fixed = "; the text sets no constraint" if out else " and sets no constraint"
    asked = f"; people left out {_some_of(out_since, last=True)}" if out_since else ""
    asked += f"; people asked for {_some_of(bound_since, last=True)}" if bound_since else ""
    return f"{not_wanted}{fixed}{asked}."


def _some_of(texts: Sequence[str], *, last: bool = False) -> str:
    """Two of them quoted, the last or the first, and how many more there are; three are told whole."""
    shown = texts if len(texts) < 4 else texts[-2:] if last else texts[:2]
    return quoted(shown, of=len(texts), lead=not last)


def _by_origin(statements: Sequence[Statement | Demand]) -> tuple[list[str], list[str]]:
    """The words that were there beforehand, and those people brought in since, in the thread."""
    first = dict.fromkeys(each.text for each in statements if each.origin not in SINCE)
    since = dict.fromkeys(_as_it_was(each.text) for each in statements if each.origin in SINCE)
    return list(first), list(since)


def _as_it_was(text: str) -> str:
    """What was dropped or put off, without the words that say so."""
    gone = GONE.match(text)
    return gone["text"] if gone else text


def _bound(entries: Entries, drawn: Architecture) -> list[Statement | Demand]:
    """What is fixed beforehand: constraints first, then demands that the drawing takes a technology from."""
    asked = {line for each in (*entries.requirements, *entries.nfrs) for line in each.lines}
    given = {
        by
        for each in drawn.decisions
        if each.matter == "given" or each.matter.startswith("data in")
        for by in each.because
    }
    alone = [each for each in entries.constraints if not asked.intersection(each.lines)]
    others = [each for each in entries.constraints if asked.intersection(each.lines)]
    chosen = [
        each
        for each in (*entries.nfrs, *entries.requirements)
        if each.id in given and technologies(each.text)
    ]
    return [*entries.organisation, *alone, *others, *chosen]


def quality(nfrs: Sequence[NonFunctional]) -> str:
    """How good it must be, by the demand that weighs most."""
    if not nfrs:
        return "The text does not say how fast, safe or dependable it has to be."
    ranked = sorted(
        nfrs,
        key=lambda each: (
            each.priority != "must",
            each.target is None,
            HEAVY.index(each.category) if each.category in HEAVY else len(HEAVY),
        ),
    )
    first, numbered = ranked[0], sum(each.target is not None for each in nfrs)
    about = "" if first.category == "other" else f" ({first.category.replace('-', ' ')})"
    if len(nfrs) == 1:
        return f"The one demand on quality is {quoted([first.text])}{about}."
    numbers = f"{numbered} of them with a number" if numbered else "none of them with a number"
    return f"It has to meet {_count(len(nfrs), 'demand')} on quality, {numbers}; the heaviest is {quoted([first.text])}{about}."


def unsaid(questions: Sequence[Clarification], *, told: Sequence[Statement | OpenQuestion]) -> str:
    """The gravest open question; in the document's words where it leaves something open, as ours where it is silent.

    The sentence stays with the plan and goes into the repository, so it is true before and after the question is answered.
    """
    asked = [each for each in questions if not each.answer]
    if not asked:
        return "I found nothing left open that would change the plan."
    needed = sum(each.blocking for each in asked)
    first = min(asked, key=lambda each: not each.blocking)
    left = [each for each in asked if any(each.lines and each.lines == own.lines for own in told)]
    waits = (
        ""
        if not needed
        else "; it needs an answer first"
        if len(asked) == 1
        else f"; {needed} of them {'needs' if needed == 1 else 'need'} an answer first"
    )
    if first not in left:
        return f"The text does not {_unanswered(first.text)}{_more(len(asked) - 1)}{waits}."
    own = next(own.text for own in told if own.lines == first.lines)
    ours = len(asked) - len(left)
    silent = f", and does not answer {ours} more" if ours else ""
    return (
        f"The text leaves open {quoted([own], longest=160, lead=False)}{_more(len(left) - 1)}{silent}{waits}."
    )


def _unanswered(question: str) -> str:
    """`answer “…?”`, or what it says and does not settle where the question tells that first."""
    tells = TELLS.match(question)
    if tells:
        return f"settle {quoted([tells['what']], longest=160, lead=False)}"
    if question.startswith("The PRD "):
        return f"settle this: {quoted([question], longest=200, lead=False)}"
    return f"answer {quoted([question], longest=160, lead=False)}"


def _more(others: int) -> str:
    return f" and {others} more question{'' if others == 1 else 's'}" if others else ""


def _telling(requirements: Sequence[Requirement]) -> list[Requirement]:
    """Those that say most: all where they are few; else what must be, one of each area, in the document's order.

    What the product is says nothing of what it does.
    """
    deeds = [each for each in requirements if not (ITSELF.match(each.text) or DEFINED.match(each.text))]
    told = deeds or list(requirements)
    if len(told) <= FEW:
        return told
    must = [each for each in told if each.priority == "must"]
    pool = must if len(must) >= MOST_CHOSEN else told
    first = {each.area: each for each in reversed(pool)}
    spread = sorted(first.values(), key=pool.index)
    return (spread if len(spread) >= MOST_CHOSEN else pool)[:MOST_CHOSEN]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
