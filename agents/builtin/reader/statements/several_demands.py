"""What people say in one breath, cut into the demands that it holds: `the parent registers a child, and the teacher confirms it`.

Only short texts are cut like this, in the language whose words were learned; where one statement ends and the next begins, the
weight of the words says.
"""

import re

from agents.builtin.reader.statements.plainly import plainly
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.joints import CASE as CASE_OF_ITS_OWN
from agents.builtin.reader.words.joints import case_of, joints
from agents.builtin.reader.words.verbs import VERB_STEMS
from agents.builtin.reader.words.weighing import weigh
from agents.builtin.seldom import Seldom

# `must be spent by 30 November`, `can take it back before 8:00`
OWN_MODAL = re.compile(
    r"(?:can|may|must|should|has to|have to) (?:not |never |also )?[a-z]{2,} \S", re.IGNORECASE
)
# `groups them by label`, behind `reads merged requests`.
TELLS = Seldom(rf"{VERB_STEMS}(?:s|es) ", re.IGNORECASE)
# No such word is part of a name: what stands around it goes on with what was said before.
_NAME = r"(?!(?:who|which|that|when|if|where|what|how|and|or|but|to|not|as|than|of|for|in|on|at|by|with|from|is|are|because|so|please|there|this|it)\b)[\w'’-]+"
# Who does what the first part tells does what the second tells, too: `the driver sees the stop, and can mark it`.
WHO = Seldom(
    rf"(?:(?:it|he|she) (?=[a-z]+s )|(?:(?:the|an?|each|every|our|my) )?(?:(?!{VERB_STEMS}(?:s|es)?\b){_NAME} ){{1,2}}(?=(?:{VERB_STEMS}(?:s|es)|gets|sees|can|may|must|should|has) ))",
    re.IGNORECASE,
)
# `alert when a backup is missing, the disk is full, a site is down`: what is done in each of several cases.
CASES = Seldom(
    rf"(?P<head>(?:please )?{VERB_STEMS}\b[^,;]{{0,60}}? (?:when|if|whenever) )(?P<cases>[^;]+)$",
    re.IGNORECASE,
)
CASE = re.compile(r",\s+(?:or\s+|and\s+)?(?:when\s+|if\s+)?|\s+(?:or|and)\s+(?:when|if)\s+", re.IGNORECASE)
# What follows such words in the same part may still belong to them.
OPEN = re.compile(
    r"\b(?:whether|who|if|when|where|which|how|what|because|until|before|after|unless|while|so|once|whenever)\b",
    re.IGNORECASE,
)
# What the first verb is about stands behind the second: `users can edit and delete a note`.
BARE = Seldom(
    rf"\b(?:can|may|must|should|shall|will|to|cannot|lets? \w+) (?:\w+ly )?(?:see|get|{VERB_STEMS})$",
    re.IGNORECASE,
)
# `refunded when it comes back`: said of what stands before it, unless it is a quality, as `encrypted before it leaves the house`.
HANGS = re.compile(
    r"(?:with|without|after|before|for|by|of|to|or|as|than|like|including|especially|from|until|again|each (?:with|without|of|for)|only (?:for|on|in|at|by|to|with|if|when)|(?:stuff|things) like|[a-z]{3,}ed|[a-z]{3,}ing)\b",
    re.IGNORECASE,
)
# `its sentence, or, for the weaker writers, …`: what was begun goes on.
GOES_ON = re.compile(r"\b(?:or|and|but)(?:, [^,]{2,60})?$", re.IGNORECASE)
# `sees which dogs she has, and the address and where the key is`: a thing and a question about one are no demand of their own.
THING_ASKED = re.compile(
    r"(?:the|an?|my|our|their|his|her|its) (?:[\w'’-]+ ){1,3}(?:and|or|plus) (?:also )?(?:where|which|who|whose|what|how|when|whether)\b",
    re.IGNORECASE,
)
# `…, she approves`: two words that say who does what are enough.
BRIEF = Seldom(rf"(?:(?:it|he|she) {VERB_STEMS}e?s|(?:they|we|both) {VERB_STEMS})\W*$", re.IGNORECASE)
FEWEST = 3
# `given the seat is free, when she takes it, then …`
SCENARIO = re.compile(r"\b(?:given|when)\b[^.]{3,200}, then\b", re.IGNORECASE)
# A step of a scenario on a line of its own; whoever begins with `when` or `and` may just as well say what is wanted.
STEP = re.compile(r"(?:given|then|scenario|feature)\b", re.IGNORECASE)
LONGEST = 400


def demands_of(text: str) -> tuple[str, ...]:
    """The demands of one sentence or entry of a short text, in their order; usually it is one."""
    if len(text) > LONGEST or "?" in text or nature.is_story(text):
        return (text,)
    if STEP.match(text) or SCENARIO.search(text) or weigh(text) is None:
        return (text,)
    return _cases(text) or _parts(text)


def _parts(text: str) -> tuple[str, ...]:
    """The text cut where a statement of its own begins."""
    parts: list[str] = []
    begin, who = 0, ""
    for joint in joints(text):
        before, after = text[begin : joint.start].strip(" ,"), text[joint.end :]
        short = any(len(part.split()) < FEWEST and not BRIEF.match(part) for part in (before, after))
        unfinished = BARE.search(before) or GOES_ON.search(before) or THING_ASKED.match(after)
        if short or unfinished or (HANGS.match(after) and not plainly(after)):
            continue
        parts.append(who + before)
        who = _who(parts[-1], after) or _when(parts[-1], after)
        begin = joint.end
    rest = who + text[begin:].strip()
    return (*parts[:1], *map(capital, parts[1:]), capital(rest)) if parts else (text,)


def _who(before: str, after: str) -> str:
    """Whoever does what stands before, where what stands after does not say who does it."""
    if not (OWN_MODAL.match(after) or TELLS.match(after)):
        return ""
    if found := WHO.match(before):
        return found[0]
    case = case_of(before) if CASE_OF_ITS_OWN.match(before) else ""
    told = before[len(case) :].lstrip(" ,")
    if case and (found := WHO.match(told) or ONE_THING.match(told)):
        return f"{case}, {found[0]}"
    where = WHERE.search(before)
    return capital(where["who"]) if where else ""


# `the ring pulses`, behind a case
ONE_THING = re.compile(
    r"(?:the|an?|each|every|our|my) [\w'’-]+ (?=[a-z]+[^s\W]s (?:[a-z]|\d))", re.IGNORECASE
)
# `a page where people sign up, and can say when`: whoever does the first does the second.
WHERE = Seldom(
    rf"\b(?:where|in which|with which|on which|that lets|which lets) (?P<who>(?:(?:the|an?|each|every|our|my|all) )?(?:{_NAME} ){{1,2}})(?=(?:{VERB_STEMS}(?:s|es)?|can|may|must|should|gets?|sees?|has|have|taps?) )",
    re.IGNORECASE,
)


def _when(before: str, after: str) -> str:
    """In which case what stands before happens, where what stands after happens in no other: `When a boat is late, the office calls`."""
    case = "" if CASE_OF_ITS_OWN.match(after) else case_of(before)
    return f"{capital(case)}, " if case else ""


def _cases(text: str) -> tuple[str, ...]:
    """One demand for each of the cases in which something is done; none where there is one case, or something else follows."""
    found = CASES.match(text)
    cases = [part.strip(" .") for part in CASE.split(found["cases"])] if found else []
    named = len(cases) > 2 or (len(cases) == 2 and re.search(r"\b(?:or|and) (?:when|if)\b", text))
    if found is None or not named or any(len(case.split()) < FEWEST or OPEN.search(case) for case in cases):
        return ()
    return (f"{found['head']}{cases[0]}", *(capital(f"{found['head']}{case}") for case in cases[1:]))
