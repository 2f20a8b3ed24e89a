"""Refinements in plain English: each edit somebody asks for is found in the grammar, carried out, or kept as it was said.

What is understood stands in `agents.builtin.edits`, with examples. Everything else is recorded as a constraint, and the
outcome says whether anything was redrawn.
"""

import re

from agents.builtin.planning.drawing.draw import draw
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refining import choosing as refine_choosing
from agents.builtin.planning.refining import demands as refine_demands
from agents.builtin.planning.refining import lists as refine_lists
from agents.builtin.planning.refining import rewording as refine_wording
from agents.builtin.planning.refining import statements as refine_statements
from agents.builtin.planning.refining.grammar import STRICT, sentence
from agents.builtin.planning.refining.loosely import CHATTER, LOOSE
from agents.builtin.planning.refining.named import ID
from agents.builtin.planning.refining.outcome import Outcome, Rule, unchanged
from agents.builtin.planning.refining.stated import otherwise
from agents.builtin.planning.refining.together import said_by_ids
from agents.builtin.planning.wishes import Wishes
from agents.builtin.seldom import Seldom
from agents.builtin.wording import VERB, asked_for, corrected, is_babble, is_question, plain, spelled
from agents.schemas.architecture import Component

# `drop it` names nothing, where it is not said beside a line of the plan.
_POINTS = Seldom(rf"(?:{VERB}|don['’]?t use|do not use) (?:it|that|this|them|these|those)", re.IGNORECASE)
# `the answer to question 2 is fifty`, `A-2 is wrong`: a question takes an answer, and no wish.
_ANSWERS = Seldom(
    rf"(?:the )?answer (?:to |for )?(?:question |q)?#?(?P<number>[0-9]{{1,3}})\b|(?:change |drop |set )?(?P<id>{ID})(?![\w-])",
    re.IGNORECASE,
)
_OF_ONE = Seldom(rf"{ID}(?![\w-])", re.IGNORECASE)
# A longer remark is no sentence of the grammar.
LONGEST = 600


def refined(text: str, *, entries: Entries, wishes: Wishes, about: str = "") -> Outcome:
    """Apply one edit to the entries, or say what is left for the drawing.

    `about` is what the line shows beside which it was said, so that words that are only kept are kept with it.
    """
    if is_question(text):
        return unchanged("That reads as a question, not as a wish. `/why` with an id answers some")
    words = spelled(plain(text), _known(entries))
    if not words or CHATTER.fullmatch(words.rstrip(" .!")):
        return unchanged("That asks for no change. To say yes to the plan, use `/approve`")
    if _POINTS.fullmatch(words):
        return unchanged("I cannot tell what that is about: say it by id")
    together = said_by_ids(words, entries) if len(words) <= LONGEST else None
    if together == "":
        return unchanged("No requirement of this plan has that priority")
    words = together or words
    tries = ((words, STRICT), (corrected(words), STRICT), (words, LOOSE)) if len(words) <= LONGEST else ()
    for said, sentences in tries:
        for pattern, name in sentences:
            found = sentence(pattern).fullmatch(said)
            outcome = RULES[name](found, entries, wishes) if found else None
            if outcome:
                return outcome
    kept = " ".join((asked_for(text) if text.rstrip().endswith("?") else text).split()).rstrip(".")
    if not about and is_babble(kept):
        return unchanged("I find no wish in that")
    unknown = refine_lists.unknown_first(entries, kept) if not about else ""
    if unknown:
        return unchanged(refine_lists.missing_said((unknown,)))
    asked = _ANSWERS.match(kept)
    answers = (
        otherwise(entries, wishes, (f"Q{asked['number']}" if asked["number"] else asked["id"],))
        if asked
        else ""
    )
    if answers.endswith("…`"):
        return unchanged(answers)
    # What begins with an id says something of that entry, and asks for no other one.
    of_one = _OF_ONE.match(kept)
    understood = refine_demands.bound(kept, entries, wishes) if not (about or of_one) else None
    if understood:
        return understood
    return recorded(entries, f"{about}: {kept}" if about and about not in kept else kept, wishes=wishes)


def recorded(entries: Entries, words: str, *, wishes: Wishes) -> Outcome:
    """A refinement nobody here understands, kept as a constraint for those who do."""
    before = _parts(entries, wishes)
    refine_demands.talked_to(entries, words)
    outcome = refine_statements.constrain(entries, wishes, words)
    if not outcome.ids:
        return outcome
    taken = (
        "I do not understand these words well enough to redraw anything."
        if _parts(entries, wishes) == before
        else "I do not understand all of these words; what I took from them stands among the changes."
    )
    return Outcome(
        f"{outcome.said} {taken} To take them out again, say `/refine drop {outcome.ids[0]}`.",
        outcome.ids,
    )


def _parts(entries: Entries, wishes: Wishes) -> tuple[Component, ...]:
    """What would be drawn now, which may follow from words nobody here understands as a sentence: `must run offline`."""
    kind = wishes.kind or wishes.usual
    return draw(entries, kind=kind, wishes=wishes, product="").components if kind else ()


def _known(entries: Entries) -> tuple[str, ...]:
    groups = (
        entries.requirements,
        entries.nfrs,
        entries.constraints,
        entries.non_goals,
        entries.metrics,
        entries.deferred,
        entries.stories,
        entries.questions,
        entries.actors,
        entries.entities,
        entries.integrations,
    )
    return (
        *(each.id for group in groups for each in group),
        *(each.label for each in refine_lists.demands(entries) if each.label),
    )


def _component(verb: str, *, if_there: bool = False) -> Rule:
    def rule(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
        del entries
        given = {name: (words or "").strip() for name, words in found.groupdict().items()}
        first = given["b"] if verb == "serve" else given["a"]
        there = first.strip(" \"“”`'").casefold().removeprefix("the ") in wishes.parts
        if if_there and not there:
            return None
        if verb == "add":
            wishes.parts.add(first.casefold())
        if verb == "rename":
            wishes.parts.add(given["b"].casefold())
        how = given.get("how", "")
        return Outcome(
            "",
            component=(
                f"{verb} into" if how == "into" else verb,
                given["a"],
                given.get("b", ""),
                given.get("c", ""),
            ),
        )

    return rule


def _serve(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`move R-3 to the worker`; `move R-3 to later` is none of these."""
    if re.match(
        r"later|scope|the plan|the future|phase|version|v ?[0-9]|the next|after", found["b"], re.IGNORECASE
    ):
        return None
    return _component("serve")(found, entries, wishes)


RULES: dict[str, Rule] = {
    **refine_demands.RULES,
    **refine_wording.RULES,
    **refine_statements.RULES,
    **refine_choosing.RULES,
    "component serve": _serve,
    **{
        f"component {verb}": _component(verb)
        for verb in ("add", "drop", "rename", "change", "technology", "split", "merge")
    },
    **{
        f"component {verb} if there": _component(verb, if_there=True)
        for verb in ("drop", "rename", "technology", "split", "merge")
    },
}
