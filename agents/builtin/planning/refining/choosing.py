"""Refinements that choose a technology: one wanted, one in the place of another, and what then stands beside or against it."""

import re
from collections.abc import Iterable

from agents.builtin.planning.drawing.built_with import IMPLIED
from agents.builtin.planning.drawing.mandates import Mandate, mandates
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import listed
from agents.builtin.planning.refining.outcome import Outcome, Rule
from agents.builtin.planning.refining.statements import constrain
from agents.builtin.planning.wishes import Wished, Wishes
from agents.builtin.reader.words.technology import called, technologies
from agents.builtin.seldom import Seldom
from agents.builtin.wording import ASKING

# For these a product takes one, and a second one is told of.
ONE_OF = frozenset({"language", "store"})
_BEGUN = Seldom(r"(?:(?:switch|move|migrate|change|go)(?: over)? (?:to|with)|take|use) ", re.IGNORECASE)
_JOINED = r"(?:\s*[,;]\s*(?:and |but |then )?|\s+(?:and|but|then)\s+)(?:then |also |please )*"
_ASKED = rf"(?:{ASKING.pattern})*"
_USE = rf"{_ASKED}(?:use|take|switch to|move to|go with)\s+"
_LEAVE = rf"{_ASKED}(?:drop|remove|delete|omit|skip|scrap|get rid of|leave out|(?:do not|don['’]?t) use)\s+(?:the )?"
_APART = Seldom(
    rf"(?P<one>{_USE}(?P<new>.{{1,80}}?)){_JOINED}(?P<other>{_LEAVE}(?P<old>.{{1,80}}))"
    rf"|(?P<first>{_LEAVE}(?P<gone>.{{1,80}}?)){_JOINED}(?P<second>{_USE}(?P<wanted>.{{1,80}}))",
    re.IGNORECASE,
)


def apart(text: str) -> tuple[str, ...]:
    """The two wishes of `use Rust, and drop the worker`; `use MySQL and drop PostgreSQL` is one, because both do the same job."""
    found = _APART.fullmatch(" ".join(text.split()).rstrip(".!?")) if len(text) <= 300 else None
    if found is None:
        return (text,)
    new, old = found["new"] or found["wanted"], found["old"] or found["gone"]
    jobs = [{use for use, _ in technologies(each)} for each in (new, old)]
    replaced = re.search(r"\b(?:instead of|rather than|in place of)\b", new, re.IGNORECASE)
    if not jobs[0] or (jobs[0] & jobs[1] and not replaced):
        return (text,)
    return (found["one"] or found["first"], found["other"] or found["second"])


def instead(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """One technology in the place of another."""
    new, old = _BEGUN.sub("", found["new"].strip()), found["old"].strip()
    if not technologies(new) and not technologies(old):
        return None
    there, against = _is_there(old, entries, wishes), _against(old, entries)
    outcome = constrain(entries, wishes, f"Use {new} instead of {old}.")
    if not outcome.ids:
        return outcome
    (by,) = outcome.ids
    wishes.technologies[-1:] = [Wished(new, by)]
    for name in (old, *(name for _, name in technologies(old))):
        wishes.unwanted |= dict.fromkeys(called(name), by)
    _wanted_again(wishes, new)
    if technologies(new):
        wishes.replaced[by] = (old[:120], new[:120])
    else:
        wishes.reasons.append(Wished(f"Use {new[:120]} instead of {old[:120]}", by))
    place = f" where it named {old[:120]}." if there else f". It did not name {old[:120]} before."
    beside = "" if against else _besides(entries, wishes, new)
    written = _written(old, entries, wishes)
    return Outcome(
        f"{outcome.said.rstrip('.')}; the plan uses {new[:120]}{place}{against}{beside}{written}", outcome.ids
    )


def use(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """A technology that was not named before."""
    text = found["text"]
    if not technologies(text):
        return None
    besides = _besides(entries, wishes, text)
    outcome = constrain(entries, wishes, f"Use {text}.")
    _wanted_again(wishes, text)
    return (
        Outcome(f"{outcome.said.rstrip('.')}; the plan uses {text[:120]}.{besides}", outcome.ids)
        if outcome.ids
        else outcome
    )


def _wanted_again(wishes: Wishes, words: str) -> None:
    for _, name in technologies(words):
        for each in called(name):
            wishes.unwanted.pop(each, None)


def _is_there(old: str, entries: Entries, wishes: Wishes) -> bool:
    """Whether the plan names what is to go, in its words or in its drawing; of what is no technology we cannot tell."""
    names = _names(old)
    if not names:
        return True
    known = {each.name.casefold() for each in mandates(entries, wishes)} | _names(wishes.used)
    known |= {part.strip() for line in wishes.used.casefold().split("\n") for part in line.split(",")}
    return bool(names & known) or bool(names & _names(entries.all_text()))


def _against(old: str, entries: Entries) -> str:
    """The constraints that demand what is to go, which stand in the plan as before."""
    names = _names(old)
    ids = [
        each.id for each in entries.constraints if names & _names(each.text) and each.origin != "refinement"
    ]
    if not ids:
        return ""
    asks, way = ("asks", "that") if len(ids) == 1 else ("ask", "them")
    return f" {listed(ids, ids)} still {asks} for {old[:120]}: “drop {', '.join(ids)}” takes {way} out."


def _names(words: str) -> set[str]:
    return {each for _, name in technologies(words) for each in called(name)}


def _besides(entries: Entries, wishes: Wishes, text: str) -> str:
    """What the plan was to be made with for the same job, and how to say that it goes; empty where there is nothing."""
    wanted = technologies(text)
    names = {name.casefold() for _, name in wanted}
    for use_, name in wanted:
        for each in mandates(entries, wishes) if use_ in ONE_OF else ():
            if each.use == use_ and each.name.casefold() not in names:
                return f" It uses {each.name} too, by {_by(each)}: if that is to go, say “use {name} instead of {each.name}”."
    return ""


def _written(old: str, entries: Entries, wishes: Wishes) -> str:
    """The frameworks that are written in the language that is to go."""
    gone = {name for use_, name in technologies(old) if use_ == "language"}
    left = [each for each in mandates(entries, wishes) if IMPLIED.get(each.name) in gone]
    if not left:
        return ""
    names, by = _once(each.name for each in left), _once(_by(each) for each in left)
    verb, is_one = ("is", "it is") if len(names) == 1 else ("are", "they are")
    return (
        f" {listed(names, names)}, by {listed(by, by)}, {verb} written in {old[:60]}: say what {is_one} to be instead, such as "
        f"“use … instead of {names[0]}”."
    )


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _by(each: Mandate) -> str:
    """What a technology comes from, as people see it named: a question stands in the thread by its number alone."""
    return f"the answer to question {each.by[1:]}" if re.fullmatch(r"Q[0-9]+", each.by) else each.by


RULES: dict[str, Rule] = {"instead": instead, "use": use}
