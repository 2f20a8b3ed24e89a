"""What people say in one breath, cut into the demands that it holds: `the parent registers a child, and the teacher confirms it`.

Only short texts are cut like this, and only where what follows has a verb of its own; where that is in doubt, they stay whole.
"""

import re

from agents.builtin.reader.statements.plainly import plainly
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.text.sentences import REFERS
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.verbs import VERB_STEMS
from agents.builtin.seldom import Seldom

# Where a second demand may begin.
JOINT = re.compile(r"[;；]\s+|,?\s+(?:and|plus|as well as)\s+(?:then\s+|also\s+)?|,\s+(?:then\s+|but\s+)?")
# What stands in brackets or in quotes belongs together, whatever joins it.
TOGETHER = re.compile(r"\([^()]{0,200}\)|\"[^\"]{0,200}\"|“[^”]{0,200}”|„[^“”]{0,200}[“”]|`[^`]{0,200}`")
_OBJECT = (
    r"(?=(?:the|an?|it|them|him|her|his|its|my|our|their|us|me|who|what|which|where|whether|how|all|every|each|only|one|no|not|to|in|on"
    r"|at|by|for|with|from|into|out|up|back|again|yes|\d\S*)\b)"
)
# Words that are verbs wherever they follow the name of somebody or something.
_SURE = (
    r"(?:is|are|has|have|gets?|goes|needs?|sees|knows|comes|becomes|must|may|can|cannot|should|will|wants|receives|confirms|decides"
    r"|keeps|sends|gives|happens|stays|disappears?|expires)\b(?! (?:fine|enough|ok|okay|important|nice|great)\b)\s+(?=\S)"
)
# No such word is part of a name: what stands around it goes on with what was said before.
_NAME = r"(?!(?:who|which|that|when|if|where|what|how|and|or|but|to|not|as|than|of|for|in|on|at|by|with|from|is|are|because|so|please|there|this|it)\b)[\w'’-]+"
# `it ticks off who has paid`, `the cook sees it`, `class teacher confirms it`, `letters open the story`
OWN_SUBJECT = Seldom(
    r"(?:it|they|he|she|I|we|you|everyone|everybody|nobody|somebody|someone|whoever) (?!(?:is|are) (?:fine|enough|ok|okay)\b)(?:\w+ly |only |never |also )?[a-z]{2,}"
    rf"|(?:each|all|both) (?:{_SURE}|{VERB_STEMS}s {_OBJECT})"
    rf"|(?:the|an?|each|every|his|her|its|my|our|their|that) (?:{_NAME} ){{1,3}}(?:never |also |only |then )?(?:{_SURE}|{VERB_STEMS}(?:s|es) {_OBJECT})"
    r"|(?:the|an?) (?:[\w-]+ ){1,2}(?:I|we|you|they|members|users|people) (?:can|may|must|should) \w"
    rf"|(?:{_NAME} ){{1,2}}(?:never |also |only |then )?(?:{_SURE}|{VERB_STEMS}(?:s|es) {_OBJECT})"
    rf"|(?:{_NAME} )?[a-z]{{3,}}s (?:see|get|need|receive|{VERB_STEMS}) {_OBJECT}",
    re.IGNORECASE,
)
# Behind a semicolon the same only explains: `convert the times to UTC; the loggers run on winter time`.
TELLS_OF_MANY = Seldom(rf"the (?:[\w'’-]+ )?[a-z]{{3,}}s {VERB_STEMS} ", re.IGNORECASE)
# `must be spent by 30 November`, `can take it back before 8:00`
OWN_MODAL = re.compile(
    r"(?:can|may|must|should|has to|have to) (?:not |never |also )?[a-z]{2,} \S", re.IGNORECASE
)
# `groups them by label`, behind `reads merged requests`; `get a push`, behind `see the place`.
TELLS = Seldom(rf"{VERB_STEMS}(?:s|es) {_OBJECT}", re.IGNORECASE)
BIDS = Seldom(rf"{VERB_STEMS} {_OBJECT}", re.IGNORECASE)
TELLING = Seldom(
    rf"(?:(?:the|an?|it|each|every) )?(?:[\w'’-]+ ){{0,2}}?{VERB_STEMS}(?:s|es)\b", re.IGNORECASE
)
BIDDING = Seldom(
    rf"(?:(?:I|we|you|they|members|users|people) )?(?:then |also )?(?:{VERB_STEMS})\b|.{{0,80}}\b(?:(?:can|should|must|to|may) (?:also )?{VERB_STEMS}|(?:must|should) be able to [a-z]+)\b",
    re.IGNORECASE,
)
# `a plain CSV for the students`, behind `plus`.
ADDED = re.compile(r"(?:an?|one|the) [\w-]+(?: [\w-]+)+", re.IGNORECASE)
# What follows such words in the same part may still belong to them.
OPEN = re.compile(
    r"\b(?:(?<!of )(?<!in )(?<!for )(?<!at )(?<!to )(?<!on )(?<!by )(?<!from )(?<!with )that(?! (?:and|with)\b)|whether|who|if|when|where|which|how|what|because|until|before|after|unless|while|so|once|whenever)\b",
    re.IGNORECASE,
)
# These have a verb of their own, so a deed behind a comma is not theirs: `set which concert it belongs to, and write a note`.
ASKING = re.compile(r"\b(?:whether|where|which|how|what)\b", re.IGNORECASE)
# Whoever is asked to do something does all of it: `ask the member to confirm and pay the fee`.
ASKS = re.compile(
    r"\b(?:ask|remind|tell|warn|force|require|invite|allow|let)\w* [^,;]{1,40}\bto\b", re.IGNORECASE
)
# What we do otherwise, behind a comma, says why: `a million calls would do, we filter pins with it`.
WHY = re.compile(
    r"(?:we|I) (?!(?:can|may|must|should|want|need|see|get|choose|decide|set|would)\b)|(?:it|they|he|she) (?:is|are|was|were|has|have)\b",
    re.IGNORECASE,
)
# Only behind a verb of its own a part is more than one of several names: `records, orders and bills are removed`.
HAS_VERB = Seldom(
    rf"\b(?:is|are|was|were|has|have|gets?|goes|needs?|sees|knows|must|may|can|should|will) \S|\b[a-z]{{3,}}ed\b(?! [\w-])|\b[a-z]{{3,}}ed (?:to|by|in|on|at|from|with|as|for)\b|\b{VERB_STEMS}(?:s|es)? {_OBJECT}",
    re.IGNORECASE,
)
# `the lamp burns oil`, `applicants see their place`, `water the beds`
TOLD = re.compile(
    r"(?:[\w'’.-]+ ){1,3}[a-z]{3,}s [a-z]|[\w-]{3,}s (?:see|get|need|have|receive) |[a-z]{3,} (?:the|an?|all|every|each|my|our|their|it|them)\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"(?:it|they|he|she|I|we|you|everyone|everybody|nobody|somebody|someone|each|all|both)\b", re.IGNORECASE
)
DENIES = re.compile(r"\b(?:not|never|cannot|no)\b|n['’]t\b", re.IGNORECASE)
# What the first verb is about stands behind the second: `users can edit and delete a note`.
BARE = Seldom(
    rf"\b(?:can|may|must|should|shall|will|to|cannot|lets? \w+) (?:\w+ly )?(?:see|get|{VERB_STEMS})$",
    re.IGNORECASE,
)
# Who does what the first part tells does what the second tells, too: `the driver sees the stop, and can mark it`.
WHO = Seldom(
    rf"(?:(?:it|he|she) (?=[a-z]+s )|(?:(?:the|an?|each|every|our|my) )?(?:(?!{VERB_STEMS}(?:s|es)?\b){_NAME} ){{1,2}}(?=(?:{VERB_STEMS}(?:s|es)|gets|sees|can|may|must|should|has) ))",
    re.IGNORECASE,
)
# `For each new photo, the app finds the faces`: under which circumstances, and no demand yet.
LEADS_IN = re.compile(
    r"(?:within|for|in|at|on|over|after|before|during|with|without|by|from|under|as|rather|instead|depending|besides|apart|per|to|like"
    r"|until|since|through|upon|unlike|because|once|while|despite|every|each|each time|next to|inside|below|above|the (?:first|next|last) time|the moment|[a-z]+ing)\b",
    re.IGNORECASE,
)
# A quality said at the end: `backup of all data, encrypted before it leaves the machine`.
QUALITY = re.compile(r"[;；]\s+|,\s+(?:and |but |also )?(?:so (?:that )?)?|\s+so (?:that )?")
# `…, ensuring it cannot see other files`
FOLLOWS = re.compile(r"[a-z]+ing\b", re.IGNORECASE)
# `under 8 kB`, `never printed`, `encrypted before it leaves`: said of what stands before it.
GOES_ON = re.compile(
    r"(?:never|not|no|under|below|less|at most|with|without|even|also|always|as|in|on|faster|readable|usable|[a-z]+ed)\b",
    re.IGNORECASE,
)
# What only leads up to a quality demands nothing itself: `My father is 78, so …`.
LEADS_UP = re.compile(r"(?:my|our|i|we|he|she|they|it|there|some|most|many|this|that)\b", re.IGNORECASE)
# `alert when a backup is missing, the disk is full, a site is down`: what is done in each of several cases.
CASES = Seldom(
    rf"(?P<head>(?:please )?{VERB_STEMS}\b[^,;]{{0,60}}? (?:when|if|whenever) )(?P<cases>[^;]+)$",
    re.IGNORECASE,
)
CASE = re.compile(r",\s+(?:or\s+|and\s+)?(?:when\s+|if\s+)?|\s+(?:or|and)\s+(?:when|if)\s+", re.IGNORECASE)
FEWEST_BEFORE, FEWEST_AFTER = 3, 3
# So long may a name be, before which nothing was said.
MOST_OF_A_NAME = 4
# Two short deeds in one breath are one: `members pick a day and get a slot`.
SHORT_DEED = 4
# `given the seat is free, when she takes it, then …`
SCENARIO = re.compile(r"\b(?:given|when)\b[^.]{3,200}, then\b", re.IGNORECASE)
LONGEST = 400


def demands_of(text: str) -> tuple[str, ...]:
    """The demands of one sentence or entry of a short text, in their order; usually it is one."""
    said = text.rsplit(": ", 1)[-1]
    whole = len(text) > LONGEST or "?" in text or nature.CONDITION.match(said) or nature.is_story(text)
    if whole or nature.GHERKIN.match(text) or SCENARIO.search(text):
        return (text,)
    cases = _cases(text)
    if cases:
        return cases
    told, quality = _quality_behind(text)
    parts = _clauses(told)
    return (*parts, *map(capital, quality))


def _clauses(text: str) -> tuple[str, ...]:
    """The text cut where a part with a verb of its own begins."""
    hidden = _hidden(text)
    parts: list[str] = []
    begin, who = 0, ""
    for found in JOINT.finditer(hidden):
        before, after = text[begin : found.start()].strip(" ,"), text[found.end() :]
        if _is_joint(found[0], before, after, said=hidden[begin : found.start()]):
            parts.append(who + before)
            who = _who(parts[-1], after)
            begin = found.end()
    rest = who + text[begin:].strip()
    return (*parts[:1], *map(capital, parts[1:]), capital(rest)) if parts else (text,)


def _who(before: str, after: str) -> str:
    """Whoever does what stands before, where what stands after does not say who does it."""
    found = WHO.match(before) if OWN_MODAL.match(after) or TELLS.match(after) else None
    return found[0] if found else ""


def _is_joint(joint: str, before: str, after: str, *, said: str) -> bool:
    """Whether at `joint` a demand begins that stands on its own, and one ends that does."""
    if len(before.split()) < FEWEST_BEFORE or len(after.split()) < FEWEST_AFTER or ASKS.search(said):
        return False
    comma, alone = "," in joint or ";" in joint, joint.strip() in {",", ";"}
    last = re.split(r"[,;]", said)[-1]
    # Behind a comma and a joining word what was open is closed; otherwise nobody can tell.
    open_words = said if alone or not comma else last
    if after[:1].islower() and len(after.split(",", maxsplit=1)[0].split()) >= FEWEST_AFTER:
        verbs = (TELLS.match(after) and TELLING.match(before)) or (
            BIDS.match(after) and BIDDING.match(before)
        )
        if verbs:
            # What must not be done is all of what follows.
            still_open = OPEN.search(ASKING.sub("", open_words) if comma else open_words)
            short = not comma and min(len(before.split()), len(after.split())) <= SHORT_DEED
            return not (short or still_open or DENIES.search(before) or BARE.search(before))
    if comma and not alone and OWN_SUBJECT.match(after):
        # `shows who is next, and the clerk calls them`
        open_words = re.sub(r"\bwho\b", "", ASKING.sub("", open_words))
    if re.match(r"(?:it|they) ", after):
        # `a page where I upload the file and it ticks off who has paid`
        open_words = re.sub(r"\bwhere\b", "", open_words)
    if OPEN.search(open_words) or (
        alone and (WHY.match(after) or LEADS_IN.match(before.rsplit(": ", 1)[-1]))
    ):
        return False
    if "plus" in joint or "as well as" in joint:
        return ADDED.match(after) is not None
    if ";" in joint and (REFERS.match(after) or TELLS_OF_MANY.match(after)):
        return False
    begun = before if comma else last.strip()
    told = comma and (PRONOUN.match(after) or TOLD.match(begun) or HAS_VERB.search(begun))
    if comma and OWN_MODAL.match(after):
        return not alone or len(before.split()) > MOST_OF_A_NAME
    return OWN_SUBJECT.match(after) is not None and bool(told or HAS_VERB.search(last))


def _quality_behind(text: str) -> tuple[str, tuple[str, ...]]:
    """The text and the quality that stands at its end; an empty one where there is none, or all of it is about quality."""
    for found in reversed(list(QUALITY.finditer(_hidden(text)))):
        before, after = text[: found.start()].strip(" ,"), text[found.end() :].strip()
        behind = "so" in found[0] or ";" in found[0] or GOES_ON.match(after)
        enough = behind and len(before.split()) >= FEWEST_BEFORE and len(after.split()) >= FEWEST_AFTER
        if (
            enough
            and not FOLLOWS.match(after)
            and plainly(after)
            and not (plainly(before) or LEADS_UP.match(before))
        ):
            return before, (after,)
    return text, ()


def _cases(text: str) -> tuple[str, ...]:
    """One demand for each of the cases in which something is done; none where there is one case, or something else follows."""
    found = CASES.match(text)
    cases = [part.strip(" .") for part in CASE.split(found["cases"])] if found else []
    named = len(cases) > 2 or (len(cases) == 2 and re.search(r"\b(?:or|and) (?:when|if)\b", text))
    if (
        found is None
        or not named
        or any(len(case.split()) < FEWEST_AFTER or OPEN.search(case) for case in cases)
    ):
        return ()
    return (f"{found['head']}{cases[0]}", *(capital(f"{found['head']}{case}") for case in cases[1:]))


def _hidden(text: str) -> str:
    """The text, as long as before, without what stands in brackets or in quotes."""
    return TOGETHER.sub(lambda found: "x" * len(found[0]), text)
