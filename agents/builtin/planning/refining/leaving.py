"""Refinements that take requirements out of a plan and bring them back: dropped, put off, restored."""

import re
from collections.abc import Sequence

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.gone import GONE, come_back, leave
from agents.builtin.planning.quoting import spans
from agents.builtin.planning.refining.lists import (
    demands,
    find,
    listed,
    missing_said,
    with_missing,
)
from agents.builtin.planning.refining.named import ID, THING
from agents.builtin.planning.refining.outcome import Outcome, unchanged
from agents.builtin.planning.refining.stated import otherwise
from agents.builtin.planning.refining.statements import forget, ruled_out, technology_dropped
from agents.builtin.planning.stems import telling, words_of
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader.text.inline import capital
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Demand, Statement

_ABOUT = Seldom(
    r"(?P<all>(?:all|every|everything|anything|any)(?: of)?\b ?)?(?:the )?"
    r"(?:(?P<thing>requirements?|features?|nfrs?|stor(?:y|ies)|demands?|parts?)\b ?)?"
    r"(?:(?:about|on|for|with|regarding|concerning|that (?:is|are) about|called|named|of) )?"
    r"(?:the |an? )?[\"“]?(?P<words>.+?)[\"”]?(?: (?P<after>requirements?|features?|story|stories))?",
    re.IGNORECASE,
)
# `drop the admin page`, and neither `drop all could-haves` nor `drop the actor guest`.
_SOMETHING = Seldom(
    r"(?!(?:all|every|everything|anything|any|some|it|that|this|them|these|those|one|actors?|roles?|entit(?:y|ies)|integrations?|components?)\b)"
    r"[^\W\d][^\W\d’'-]*(?: (?!that\b|which\b|who\b|because\b|if\b|when\b|from\b|in\b|at\b)[^\W\d][^\W\d’'-]*){0,3}",
    re.IGNORECASE,
)
_ALL = Seldom(
    r"(?:everything|all|all of (?:it|them)|it all|the (?:whole|entire) (?:plan|thing))[.!]*", re.IGNORECASE
)
_RULE = Seldom(
    r"(?:the )?(?:constraint|rule|non-?goal)s? (?:about |on |that |of |for |to |: ?)?(?P<words>.+)",
    re.IGNORECASE,
)


def drop(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """What is named by id, by a component's name, as a technology, or by words that fit one requirement alone."""
    words = found.groupdict().get("what") or found["ids"]
    gone, missing = listed(entries, re.sub(rf"^{THING}", "", words, flags=re.IGNORECASE))
    others = tuple(
        each for each in missing if each.upper() not in wishes.asked and forget(entries, wishes, each)
    )
    missing = tuple(each for each in missing if each not in others)
    if gone or others:
        return _dropped(entries, wishes, gone, others, missing)
    if missing:
        return unchanged(why_missing(entries, wishes, missing))
    if _ALL.fullmatch(words):
        return unchanged(
            "That would leave no plan: name the ids of what is to go, or end the run with `/stop`"
        )
    named = words.strip(" \"“”`'").removeprefix("the ")
    if named.casefold() in wishes.parts:
        return Outcome("", component=("drop", named, "", ""))
    return (
        technology_dropped(entries, wishes, named)
        or _rule_by_words(entries, wishes, words)
        or by_words(entries, wishes, words)
        or _never_built(entries, named)
    )


def rule_out(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`we do not need the export`: the demand that speaks of it goes, or a line is drawn for what may come."""
    text = found["text"].strip()
    return by_words(entries, wishes, text) or ruled_out_beside(entries, capital(text), text)


def ruled_out_beside(entries: Entries, text: str, what: str) -> Outcome:
    """A line drawn, and the demands that speak of the same thing, which stand as before: whether they go is for people to say."""
    outcome, stems = ruled_out(entries, text), telling(what)
    still = [each.id for each in demands(entries) if stems and stems <= telling(each.text)][:8]
    if not still or not outcome.ids:
        return outcome
    speaks = "speaks" if len(still) == 1 else "speak"
    note = f"{spans(still)} still {speaks} of that: “drop {', '.join(still)}” takes {'it' if len(still) == 1 else 'them'} out."
    return Outcome(f"{outcome.said} {note}", outcome.ids)


def _never_built(entries: Entries, named: str) -> Outcome | None:
    """A few words for something that no entry speaks of: a line is drawn, so that nobody builds it."""
    if not _SOMETHING.fullmatch(named):
        return None
    outcome = ruled_out(entries, capital(named))
    if not outcome.ids:
        return outcome
    return Outcome(f"No requirement speaks of “{named}”. {outcome.said}", outcome.ids)


def _dropped(
    entries: Entries, wishes: Wishes, gone: Sequence[Demand], others: Sequence[str], missing: Sequence[str]
) -> Outcome:
    for each in gone:
        leave(entries, wishes, each, "dropped in a refinement")
    ids = (*(each.id for each in gone), *others)
    said = f"Dropped {', '.join(ids)}"
    said += "; what was dropped now stands among the non-goals." if gone else "."
    return Outcome(with_missing(said, missing), ids)


def why_missing(entries: Entries, wishes: Wishes, missing: Sequence[str]) -> str:
    """Why there is no demand of these ids: they left the plan before, are something else, or nobody ever knew them."""
    left = [each for each in missing if _statement_of(entries, each)]
    if left:
        return f"{', '.join(left)} left the plan before; “put {left[0]} back” brings it back"
    other = otherwise(entries, wishes, missing)
    if other:
        return other
    has = spans([each.id for each in demands(entries)])
    return f"{missing_said(missing)}{f' (it has {has})' if has else ''}"


def by_words(entries: Entries, wishes: Wishes, text: str) -> Outcome | None:
    """Drop the one requirement, or with `all` every one, that holds all the telling words."""
    about = _ABOUT.fullmatch(text)
    stems = words_of(about["words"]) if about else frozenset()
    if about is None or not stems or len(stems) > 6:
        return None
    fitting = [each for each in demands(entries) if stems <= words_of(each.text)]
    if len(fitting) > 1 and not about["all"]:
        listed_ids = ", ".join(each.id for each in fitting[:8])
        return unchanged(
            f"More than one requirement fits “{about['words'][:80]}”: {listed_ids}. Say which, by id"
        )
    return _dropped(entries, wishes, fitting, (), ()) if fitting else None


def _rule_by_words(entries: Entries, wishes: Wishes, text: str) -> Outcome | None:
    """Take out the one constraint or non-goal that holds all the telling words of what is called so."""
    about = _RULE.fullmatch(text)
    stems = words_of(about["words"]) if about else frozenset()
    fitting = [
        each.id
        for each in (*entries.constraints, *entries.non_goals)
        if stems and stems <= words_of(each.text)
    ]
    if len(fitting) > 1:
        return unchanged(f"More than one of them fits: {', '.join(fitting[:8])}. Say which, by id")
    if not fitting:
        return None
    forget(entries, wishes, fitting[0])
    return Outcome(f"Dropped {fitting[0]}.", (fitting[0],))


def defer(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """For later: out of this plan, and among what the document puts off."""
    late, missing = listed(entries, found["ids"])
    if not late:
        return unchanged(why_missing(entries, wishes, missing)) if missing else None
    for each in late:
        leave(entries, wishes, each, "put off in a refinement")
    ids = tuple(each.id for each in late)
    stands = "it stands" if len(ids) == 1 else "they stand"
    return Outcome(with_missing(f"Put off {', '.join(ids)}: {stands} among what comes later.", missing), ids)


def restore(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """What was dropped or put off comes back as it was; what the document itself leaves out is asked for from now on."""
    wanted = re.findall(ID, found["ids"], re.IGNORECASE)
    back = [(each, statement) for each in wanted if (statement := _statement_of(entries, each))]
    if not back:
        there = [each.id for each in (find(entries, one) for one in wanted) if each]
        out = [each for one in wanted if (each := _left_out(entries, one))]
        if out:
            return _taken_in(entries, wishes, out[0])
        verb = "is" if len(there) == 1 else "are"
        return unchanged(
            f"{', '.join(there)} {verb} in the plan"
            if there
            else f"Nothing called {', '.join(wanted)} was dropped"
        )
    ids = tuple(come_back(entries, wishes, statement) for _, statement in back)
    return Outcome(f"Put back {', '.join(ids)}.", ids)


def take_in(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`online payment is in scope now`: the one non-goal or late wish that holds all these words is asked for from now on."""
    stems = words_of(found["what"])
    fitting = [
        each for each in (*entries.non_goals, *entries.deferred) if stems and stems <= words_of(each.text)
    ]
    return _taken_in(entries, wishes, fitting[0]) if len(fitting) == 1 else None


def _taken_in(entries: Entries, wishes: Wishes, out: Statement) -> Outcome:
    back = come_back(entries, wishes, out)
    return Outcome(f"Took {out.id} into the plan as {back}.", (out.id, back))


def _left_out(entries: Entries, wanted: str) -> Statement | None:
    key = wanted.casefold()
    return next((each for each in (*entries.non_goals, *entries.deferred) if each.id.casefold() == key), None)


def _statement_of(entries: Entries, wanted: str) -> Statement | None:
    """The non-goal or late wish that a requirement with this id became."""
    for each in (*entries.non_goals, *entries.deferred):
        gone = GONE.match(each.text)
        if gone and wanted.casefold() in {gone["id"].casefold(), each.id.casefold()}:
            return each
    return None
