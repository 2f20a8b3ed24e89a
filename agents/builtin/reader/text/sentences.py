"""Prose cut into sentences, each with the lines it stands on."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import capital, name_in_bold, plain_lines
from agents.builtin.reader.text.labels import PRIORITY_LAST
from agents.builtin.reader.text.listed import OUTSIDE, left_out, listed_limits, listed_names
from agents.builtin.reader.text.marks import ended_on_purpose
from agents.builtin.reader.words.nature import CONDITION, LATER, STRONG, is_fragment
from agents.builtin.reader.words.topic import WHOLE, Topic
from agents.builtin.reader.words.verbs import VERB
from agents.builtin.seldom import Seldom

END = re.compile(
    r"(?:(?<=[.!?])[\"'”’)\]]{0,2}|(?<=[^\W\d][.!?])\d{1,3})\s+"
    r"(?=[\"'“(*`¿¡]?"
    r"(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember)\b)[A-ZÄÖÜÀ-ÞА-Я0-9])"
    r"|(?<=[。！？；])\s*|\n|(?<=[a-z][.!?])\s+(?=(?:oh|and|also|but|plus|then|when|if|nobody|everybody|every|each|no|there|the|we|they|it|you|my|our|all|only|please) )"
    # Whoever begins with a name from the code or with words in quotes begins no less: `It ends. "@bot help" lists them.`
    r"|(?:(?<=[a-z]{4}[.!])|(?<=[)+][.!]))\s+(?=[a-z][a-z-]* |[\"“„/]\S)"
)
JOINT = re.compile(
    r",?\s+(?:and|plus|as well as|then)\s+"
    r"(?:then |also |even |it will |it should |it must |automatically |optionally |be able to )*"
    rf"(?={VERB})",
    re.IGNORECASE,
)
# Where one deed of a list of deeds ends and the next begins.
DEED = Seldom(rf",\s+(?:and\s+|then\s+)?(?={VERB})", re.IGNORECASE)
STARTS = Seldom(VERB, re.IGNORECASE)
# What follows such words is told with what stands before them: `a nurse offers a shift; another takes it`.
REFERS = re.compile(
    r"(?:another|the other|it|they|he|she|this|these|that|those|both|then|so)\b", re.IGNORECASE
)
QUOTED = re.compile(r"「[^「」]{1,300}」|『[^『』]{1,300}』|“[^“”]{1,300}”")
NOT_AN_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|bzw|z\.B|d\.h|ca|approx|incl|resp|[Mm]ax|[Mm]in|Nr|No|Mr|Ms|Dr|St|Fig|u\.a|evtl|ggf|usw|bspw|mind|inkl|zzgl|bzgl|vorauss|Tel|Std)\.|\b[A-Z]\.)$"
)
# `FR1. The bot replies in a thread`: the id an entry begins with is no sentence.
OWN_ID = re.compile(r"\W*[A-Z][A-Za-z]{0,7}[-_. ]?\d[\d.-]{0,8}[a-z]?\W*")
LONGEST_ID = 24
FEWEST_SPACES = 2


def sentences(block: Block) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The sentences of a block with their first and last line."""
    text, starts = _joined(block)
    begin = 0
    # A name in bold belongs to what is said of it.
    named = len(name_in_bold(block.raw)) + len(". ")
    for cut in (*(cut for cut in _cuts(text) if cut > named), len(text)):
        words = text[begin:cut].strip()
        if words:
            first = _line_at(begin + len(text[begin:cut]) - len(text[begin:cut].lstrip()), starts)
            last = _line_at(max(begin, cut - 1), starts)
            yield words, (first,) if first == last else (first, last)
        begin = cut


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text on one line; what is too short to say something stays with the one before."""
    said: list[str] = []
    begin = 0
    for cut in (*_cuts(text), len(text)):
        words = text[begin:cut].strip()
        if words and said and words.count(" ") < FEWEST_SPACES:
            said[-1] += f" {words}"
        elif words:
            said.append(words)
        begin = cut
    return tuple(said)


# A second demand with a subject and a verb of its own: `…, and hosting may not cost more than …`.
COMPOUND = re.compile(
    r",\s+however,?\s+(?=(?:[\w'’-]+:?\s+){1,5}?(?:must|shall|should|may|cannot|(?:is|are) (?:not (?:allowed|permitted)|forbidden|prohibited))\b)"
    r"|,\s+(?:and|but)\s+(?=(?:[\w'’-]+\s+){1,4}?(?:must|shall|should|may|has to|have to|needs? to|can|will|cannot)\b)",
    re.IGNORECASE,
)


# Two demands in one breath: `… has to run on the server and readings must not get lost`.
DEMANDS = re.compile(
    r"\s+and\s+(?=(?:[\w'’-]+\s+){1,3}?(?:must|shall|has to|have to|may not|cannot)\b)", re.IGNORECASE
)
# `The row shall be kept; the report shall not invent a name`: a second demand behind a semicolon, with a subject of its own.
SECOND = re.compile(
    r"[;；]\s+(?!(?:if|when|where|otherwise|unless|but|and|or|another|the other|it|they|he|she|this|these|that|those|both|then|so)\b)"
    r"(?=(?:[\w'’-]+\s+){1,6}?(?:must|shall|should|has to|have to|needs? to|may not|cannot|will)\b)",
    re.IGNORECASE,
)
# `shall open and close 16 valves`: what the first verb is about stands behind the second.
BARE_VERB = re.compile(
    r"\b(?:shall|must|should|can|may|will|cannot|to)\s+(?:not\s+)?(?:\w+ly\s+)?[a-z]+$", re.IGNORECASE
)


# `…, but that can wait for next year` puts off what stands before it.
PUT_OFF = re.compile(
    r"(?:that|this|it|these|those) (?:(?:can|could|may|might) (?:wait|come later|follow later)\b|(?:is|are) (?:something )?for later\b)",
    re.IGNORECASE,
)


# Whoever talks without a full stop begins the next thing like this.
BREATH = re.compile(
    r"(?:,? +oh)? +and (?:then )?(?=(?:if|when|it|they|we|I|people|at the end|the \w+ (?:gets|sees|has|should|must|can))\b)"
)
LONGEST_BREATH = 30
# What is said after it may hold only then.
OPEN_CONDITION = re.compile(r"\b(?:if|when)\b", re.IGNORECASE)


# `Given a clerk is in, when she prints, then …` is one scenario, however many deeds it has.
SCENARIO = re.compile(r"given\b.+\bwhen\b.+\bthen\b", re.IGNORECASE)


def clauses(text: str) -> tuple[str, ...]:
    """A sentence cut where a second demand begins with its own verb: `will read X, and write Y`."""
    if SCENARIO.match(text):
        return (text,)
    if CONDITION.match(text):
        # What holds only then would lose its condition.
        return (text,)
    first, *others = SECOND.split(text)
    if others and all(map(STRONG.search, (first, *others))):
        return tuple(clause for part in (first, *map(capital, others)) for clause in clauses(part))
    parts: list[str] = []
    begin = 0
    demands = (found for found in DEMANDS.finditer(text) if STRONG.search(text[: found.start()]))
    breaths = BREATH.finditer(text) if len(text.split()) > LONGEST_BREATH else ()
    joints = sorted(
        (*JOINT.finditer(text), *COMPOUND.finditer(text), *demands, *breaths), key=lambda found: found.start()
    )
    for found in joints:
        if (
            found.start() >= begin
            and len(text[begin : found.start()].split()) >= 4
            and len(text[found.end() :].split()) >= 3
            and not (found.re is JOINT and BARE_VERB.search(text[begin : found.start()]))
            and not PUT_OFF.match(text, found.end())
            and not (found.re is BREATH and OPEN_CONDITION.search(text[begin : found.start()]))
        ):
            parts.append(
                capital(text[begin : found.start()].strip(" ,"))
                if parts
                else text[: found.start()].strip(" ,")
            )
            begin = found.end()
    rest = text[begin:].strip()
    parts.append(capital(rest) if parts else rest)
    return tuple(parts)


def parts_of(text: str, *, lead: str) -> tuple[str, ...]:
    """A list entry cut where it lists deeds: `validates the file, stores it in a bucket, mails a link`, or at a semicolon."""
    if SCENARIO.match(text):
        return (text,)
    begin = text.find(lead) + len(lead) if lead and text.startswith(lead) else 0
    head, body = text[:begin], text[begin:]
    deeds = [part.strip() for part in DEED.split(body)]
    if (
        len(deeds) > 2
        and all(len(part.split()) > 1 for part in deeds)
        and STARTS.match(deeds[0].lstrip(" :：–—-"))
    ):
        gap = " " if body[:1].isspace() else ""
        return _capitals(f"{head}{gap}{deeds[0]}", *deeds[1:])
    halves = [part.strip() for part in BESIDE.split(text)]
    if (
        len(halves) > 1
        and all(_says_enough(part) and part.count("(") == part.count(")") for part in halves)
        and not any(map(REFERS.match, halves[1:]))
    ):
        return _capitals(*halves)
    return (text,)


# Where a second statement of an entry begins: behind a semicolon, or behind a dash where somebody must do something.
BESIDE = re.compile(r"[;；]\s+|\s+[–—]\s+(?=(?:[\w'’-]+ ){1,6}(?:must|shall)\b)")


def _says_enough(part: str) -> bool:
    """Whether half an entry is a statement; what is put off takes two words: `several currencies later`."""
    return len(part.split()) > 2 or LATER.search(part) is not None


# Where one question ends and the next begins, also in small letters.
ASKED = re.compile(r"(?<=[?？])\s*(?=\S)")
# Labels of paragraphs that only name functions: `Nice to have: calendar export, dark mode`.
WISHED = re.compile(
    r"^(?:features?|(?:in )?scope|mvp|(?:must|should|could)[- ]haves?|nice(?:[- ]to[- ]haves?)?)$",
    re.IGNORECASE,
)


# `Conversion, refund rate, payout cycle time, support volume`
FEWEST_MEASURES = 4


def stated(words: str, *, topic: Topic | None, lead: str) -> tuple[tuple[str, ...], bool]:
    """What one sentence of a paragraph states, part by part, and whether the parts are mere names."""
    if topic == "question":
        return tuple(part for part in ASKED.split(words) if part), False
    if topic == "metric":
        measures = listed_names(words)
        if len(measures) >= FEWEST_MEASURES:
            return measures, True
        return tuple(part.strip() for part in re.split(r"[;；]\s+", words) if part.strip()), False
    wished = bool(WISHED.match(lead)) if topic == "functional" else topic == "nonfunctional" and bool(lead)
    listing = (
        wished
        or topic in {"non_goal", "deferred", "nonfunctional", "quality"}
        or (topic == "constraint" and lead)
    )
    names = (left_out(words) if topic == "non_goal" else ()) or (
        listed_names(OUTSIDE.sub("", words) if topic == "non_goal" else words) if listing else ()
    )
    if topic == "constraint" and lead and len(names) < 2:
        names = listed_limits(words)
    if len(names) > 1 or (wished and is_fragment(words)):
        return names, True
    return (words,) if topic in WHOLE else clauses(words), False


def _capitals(*parts: str) -> tuple[str, ...]:
    return tuple(map(capital, parts))


def _joined(block: Block) -> tuple[str, list[tuple[int, int]]]:
    text = ""
    starts: list[tuple[int, int]] = []
    width = max(len(words) for _, words in block.parts)
    before = ""
    cleaned = plain_lines([words for _, words in block.parts])
    for (number, words), own in zip(block.parts, cleaned, strict=True):
        if not own:
            continue
        if before:
            ended = ended_on_purpose(before, words, width=width) and before[-1] not in ":："
            text += "\n" if ended or before[-1] in "?!" else " "
        before = words
        starts.append((len(text), number))
        text += own
    return text, starts


def _cuts(text: str) -> Iterator[int]:
    # What somebody says in several sentences stays together.
    said = {at for quoted in QUOTED.finditer(text) for at in range(quoted.start() + 1, quoted.end())}
    for found in END.finditer(text):
        if found.end() in said or PRIORITY_LAST.fullmatch(text, found.end()):
            continue
        before = text[max(0, found.start() - LONGEST_ID) : found.start()]
        if not (NOT_AN_END.search(before) or (len(before) == found.start() and OWN_ID.fullmatch(before))):
            yield found.end()


def _line_at(offset: int, starts: list[tuple[int, int]]) -> int:
    behind = bisect_right(starts, offset, key=itemgetter(0))
    return starts[max(0, behind - 1)][1]
