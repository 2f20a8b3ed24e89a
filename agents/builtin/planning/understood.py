"""Five plain sentences that say back what was understood, so that a misreading shows before anything is built."""

import re
from collections.abc import Sequence

from agents.builtin.abroad import beside, talked_to
from agents.builtin.planning.drawing.declaring import is_made
from agents.builtin.planning.drawing.shape_parts import Shape
from agents.builtin.planning.drawing.unnamed import IN_WORDS, in_words
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.gone import GONE
from agents.builtin.planning.quoting import listed, quoted
from agents.builtin.reader.text.tongue import tongue
from agents.builtin.reader.words.technology import technologies
from agents.schemas.architecture import Architecture
from agents.schemas.questions import Clarification
from agents.schemas.requirements import Demand, NonFunctional, Requirement, Statement

MOST_PEOPLE = 5
# Everybody is a user, and a system is nobody.
NOBODY = re.compile(
    r"^(?:the )?(?:end[- ]?|app )?(?:users?|systems?|humans?|people|person|usuarios?|benutzer(?:innen)?|nutzer|utilisateurs?|用户)$",
    re.IGNORECASE,
)
# `Slack bot for our office`: what it is says nothing of what it does.
ITSELF = re.compile(
    r"(?:[\w'’()-]+ ){0,4}?(?:app|bot|portal|program|tool|service|library|extension|plug-?in|cron job|website|web ?page|platform|game|module)"
    r" (?:for|in|on|with|of|that|which|where|to)\b(?!.*\b(?:can|shall|must|should|will)\b)",
    re.IGNORECASE,
)
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


def understood(
    entries: Entries,
    drawn: Architecture,
    shape: Shape,
    *,
    product: str,
    questions: tuple[Clarification, ...],
) -> tuple[str, ...]:
    """Who it is for; what it does; what it must not do; how good it must be; what is not said."""
    return (
        _who(
            entries,
            drawn,
            shape,
            product,
            sure=all(each.answer or each.changes != "the whole architecture" for each in questions),
        ),
        _what(entries),
        _limits(entries, drawn),
        _quality(entries.nfrs),
        _unsaid(entries, questions),
    )


def _who(entries: Entries, drawn: Architecture, shape: Shape, product: str, *, sure: bool) -> str:
    english = tongue("\n".join(entries.source) or entries.all_text())[0] in {"en", ""}
    names = [each.name for each in entries.actors]
    # Whoever plays is a player, and a box in the field is used by nobody in person.
    usual = ["Player"] if drawn.kind == "game" and names else [] if shape.entry == "devices" else names[:1]
    people = [name for name in names if not NOBODY.match(name)] or usual
    shown = [plural(name) if english else name for name in people[:MOST_PEOPLE]]
    talked = talked_to(entries.integrations, kind=drawn.kind, told=(entries.opening, *entries.told()))
    parts = [part.id for part in drawn.components]
    named = [each.name for each in beside(talked, drawn) if not is_made(each.name, parts)]
    idle = [name for name in named if _idle(name, entries, drawn)]
    systems = [name for name in named if name not in idle]
    systems += [
        in_words(part.name) for part in drawn.components if part.name in IN_WORDS and part.kind == "external"
    ]
    whom = f" for {listed(shown, people)}" if shown else ""
    talks = f"; it talks to {listed(systems[:MOST_PEOPLE], systems)}" if systems else ""
    if idle:
        talks += f"; the text names {listed(idle[:MOST_PEOPLE], idle)}{' too' if systems else ''}, of which no requirement speaks"
    unsaid = "" if shown or shape.entry == "devices" else ", and the text does not say who uses it"
    if drawn.in_place:
        return f"This is {shape.title}{f', {product}' if product else ''}{whom}{talks}."
    name, kind = product or ("This" if shape.core == "steps" else "The product"), shape.title
    said = f"{name} is {kind}" if sure else f"I take {product or 'the product'} for {kind}"
    return f"{said}{whom}{talks}{unsaid}."


def _idle(name: str, entries: Entries, drawn: Architecture) -> bool:
    """Whether a system is named, but neither drawn, under this name or its maker's, nor spoken of by a requirement."""
    key = name.casefold()
    drawn_as = [part.name.casefold() for part in drawn.components if part.kind == "external"]
    if any(key.startswith(each) or each.startswith(key) for each in drawn_as):
        return False
    return not any(key in each.text.casefold() for each in (*entries.requirements, *entries.nfrs))


def _what(entries: Entries) -> str:
    number = len(entries.requirements)
    told = len(entries.stories)
    if not number:
        return (
            f"I found {_stories(told)}, and nothing else that it has to do."
            if told
            else "I found nothing in the text that it has to do."
        )
    chosen = quoted([each.text for each in _telling(entries.requirements)])
    things = [each.name for each in entries.entities]
    are = "are" if len(things) > 1 else "is"
    data = f"; what it handles {are} {listed(things[:MOST_PEOPLE], things)}" if things else ""
    also = f", and there {'is' if told == 1 else 'are'} {_stories(told)}" if told else ""
    if number <= 3:
        return f"It has to do {_count(number, 'thing')}: {chosen}{also}{data}."
    return f"It has to do {_count(number, 'thing')}, such as {chosen}{also}{data}."


def _stories(number: int) -> str:
    return f"{number} user {'story' if number == 1 else 'stories'}"


def _limits(entries: Entries, drawn: Architecture) -> str:
    out, out_since = _by_origin((*entries.non_goals, *entries.deferred))
    bound, bound_since = _by_origin(_bound(entries, drawn))
    not_wanted = (
        f"The text rules out, or leaves for later, {quoted(out[:2], of=len(out))}"
        if out
        else "The text rules nothing out"
    )
    if bound:
        limits = f"; fixed beforehand: {quoted(bound[:2], of=len(bound))}"
    else:
        limits = "; the text sets no constraint" if out else " and sets no constraint"
    asked = f"; people left out {quoted(out_since[-2:], of=len(out_since))}" if out_since else ""
    asked += f"; people asked for {quoted(bound_since[-2:], of=len(bound_since))}" if bound_since else ""
    return f"{not_wanted}{limits}{asked}."


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


def _quality(nfrs: Sequence[NonFunctional]) -> str:
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


def _unsaid(entries: Entries, questions: tuple[Clarification, ...]) -> str:
    """The gravest open question; in the document's words where it leaves something open, as ours where it is silent.

    The sentence stays with the plan and goes into the repository, so it is true before and after the question is answered.
    """
    asked = [each for each in questions if not each.answer]
    if not asked:
        return "I found nothing left open that would change the plan."
    needed = sum(each.blocking for each in asked)
    first = min(asked, key=lambda each: not each.blocking)
    left = [
        each for each in asked if any(each.lines and each.lines == own.lines for own in entries.questions)
    ]
    waits = (
        ""
        if not needed
        else "; it needs an answer first"
        if len(asked) == 1
        else f"; {needed} of them {'needs' if needed == 1 else 'need'} an answer first"
    )
    if first not in left:
        return f"The text does not answer {quoted([first.text], longest=160)}{_more(len(asked) - 1)}{waits}."
    told = next(own.text for own in entries.questions if own.lines == first.lines)
    ours = len(asked) - len(left)
    silent = f", and does not answer {ours} more" if ours else ""
    return f"The text leaves open {quoted([told], longest=160)}{_more(len(left) - 1)}{silent}{waits}."


def _more(others: int) -> str:
    return f" and {others} more question{'' if others == 1 else 's'}" if others else ""


def _telling(requirements: Sequence[Requirement]) -> list[Requirement]:
    """Three of them that say most: what must be, one of each area, in the document's order."""
    deeds = [each for each in requirements if not ITSELF.match(each.text)]
    told = deeds if len(deeds) >= 3 else list(requirements)
    must = [each for each in told if each.priority == "must"]
    pool = must if len(must) >= 3 else told
    first = {each.area: each for each in reversed(pool)}
    spread = sorted(first.values(), key=pool.index)
    return (spread if len(spread) >= 3 else pool)[:3]


# `Maintainer Mia`, `Busy Ben`: one made-up person by name, who has no plural.
PERSONA = re.compile(
    r"(?P<first>[A-Z])[\w-]+ (?P=first)(?!\w*(?:er|or|ist|ant|ent|ee|ian|man|ff|s|dmin|ost|ead|uest|oach|eam|ilot)\b)[a-z]{1,7}"
)


def plural(name: str) -> str:
    """An English name of a role as one says it of all of them: `Account owner` as `account owners`."""
    if PERSONA.fullmatch(name):
        return name
    words = re.sub(r"^(?:an?|the) ", "", name, flags=re.IGNORECASE).split()
    words = [
        word if re.search(r"[A-Z0-9][^-]*[A-Z0-9]|^[A-Z][a-z]+[A-Z]", word) else word.lower()
        for word in words
    ]
    last = words[-1] if words else ""
    if last in {"child", "grandchild"}:
        return " ".join((*words[:-1], f"{last}ren"))
    if (
        re.search(r"(?:s|people|men|staff|personnel|children|police|public|team|[)\d])$", last, re.IGNORECASE)
        or not last.isascii()
        or not last[-1:].isalpha()
    ):
        return " ".join(words)
    if re.search(r"(?<!hu)(?<!ger)(?<!ro)man$", last):
        last = f"{last[:-2]}en"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = f"{last[:-1]}ies"
    elif re.search(r"(?:x|z|ch|sh)$", last):
        last = f"{last}es"
    else:
        last = f"{last}s"
    return " ".join((*words[:-1], last))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
