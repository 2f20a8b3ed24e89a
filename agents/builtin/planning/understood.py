"""Five plain sentences that say back what was understood, so that a misreading shows before anything is built."""

import re

from agents.builtin.abroad import beside, talked_to
from agents.builtin.planning.drawing.declaring import is_made
from agents.builtin.planning.drawing.shape_parts import Shape
from agents.builtin.planning.drawing.unnamed import IN_WORDS, in_words
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import some
from agents.builtin.planning.saying_back import limits, quality, unsaid, what
from agents.builtin.reader.text.tongue import tongue
from agents.schemas.architecture import Architecture
from agents.schemas.questions import Clarification

MOST_PEOPLE = 5
# Everybody is a user, and a system is nobody.
NOBODY = re.compile(
    r"^(?:the )?(?:end[- ]?|app )?(?:users?|systems?|humans?|people|person|usuarios?|benutzer(?:innen)?|nutzer|utilisateurs?|用户)$",
    re.IGNORECASE,
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
        what(entries.requirements, entries.stories, entries.entities),
        limits(entries, drawn),
        quality(entries.nfrs),
        unsaid(questions, told=entries.questions),
    )


def _who(entries: Entries, drawn: Architecture, shape: Shape, product: str, *, sure: bool) -> str:
    english = tongue("\n".join(entries.source) or entries.all_text())[0] in {"en", ""}
    names = [each.name for each in entries.actors]
    # Whoever plays is a player, and a box in the field is used by nobody in person.
    usual = ["Player"] if drawn.kind == "game" and names else [] if shape.entry == "devices" else names[:1]
    people = [name for name in names if not NOBODY.match(name)] or usual
    shown = [plural(name) if english else name for name in people]
    talked = talked_to(entries.integrations, kind=drawn.kind, told=(entries.opening, *entries.told()))
    parts = [part.id for part in drawn.components]
    named = [each.name for each in beside(talked, drawn) if not is_made(each.name, parts)]
    idle = [name for name in named if _idle(name, entries, drawn)]
    systems = [name for name in named if name not in idle]
    systems += [
        in_words(part.name) for part in drawn.components if part.name in IN_WORDS and part.kind == "external"
    ]
    whom = f" for {some(shown, MOST_PEOPLE)}" if shown else ""
    talks = f"; it talks to {some(systems, MOST_PEOPLE)}" if systems else ""
    told = "\n".join(each.text for each in entries.constraints).casefold()
    bound = [name for name in idle if name.casefold() in told]
    loose = [name for name in idle if name not in bound]
    if bound:
        talks += f"; the constraints name {some(bound, MOST_PEOPLE)}{' too' if systems else ''}"
    if loose:
        also = " too" if systems or bound else ""
        talks += f"; the text names {some(loose, MOST_PEOPLE)}{also}, of which no requirement speaks"
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
