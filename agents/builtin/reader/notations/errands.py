"""What the minutes of a meeting tell of the meeting itself, and what people do until they meet again: nothing of it is built."""

import re

from agents.builtin.seldom import Seldom

# `Present: Jonas (chief), Petra`
PRESENT = re.compile(
    r"^\W*(?:present|attendees|attending|attendance|participants|in the room|here|there|anwesend(?:e)?|teilnehm(?:er(?:innen)?|ende)|présents"
    r"|asistentes)\W*[:：]\W*(?P<names>\S.*)$",
    re.IGNORECASE,
)
# `Apologies from Sam`, `Entschuldigt: Rolf`
ABSENT = Seldom(
    r"^\W*(?:apologies|regrets|excused|absent|not there|entschuldigt|abwesend|excusés|absents|ausentes)"
    r"(?:\W*[:：]\W*\S.{0,120}|(?: from| by)? (?-i:[A-Z])[\w'’-]+(?:(?:,| and| und| &)+ (?-i:[A-Z])[\w'’-]+){0,12}\W*)$",
    re.IGNORECASE,
)
# `Date: 4 May`, `Minutes by: Ayla`, `Meeting closed 20:45`, `AOB: none`
OF_THE_MEETING = Seldom(
    r"^\W*(?:date|time|when|place|venue|location|chair(?:ed by|person)?|(?:minutes|notes)(?: (?:taken|kept|written))?(?: by)?|(?:minute|note)[- ]taker"
    r"|scribe|secretary|datum|uhrzeit|ort|leitung|protokoll(?:ant(?:in)?|führung)?|lieu|fecha|lugar)\s*[:：]\s*\S+(?: \S+){0,7}\s*$"
    r"|^\W*(?:(?:the )?(?:meeting|call|session|sitzung|besprechung) )?(?:was |is )?"
    r"(?:closed|ended|opened|started|adjourned|begins?|began|ends?|starts?|geschlossen|beendet|eröffnet|beginn|ende)"
    r"\W*(?:at |um |à |a las )?\d{1,2}(?:[:.h]\d\d)?(?: ?(?:h|uhr|am|pm|o['’]clock))?\W*$"
    r"|^\W*(?:aob|any other business|verschiedenes|varia|divers|sonstiges)\W*(?:none|nothing|nichts|keine?s?|rien)?\W*$"
    # What comes next for those who met.
    r"|^\W*(?:next (?:meeting|call|sync|date|appointment|one)\b|next\s*[:：]|we meet again\b|nächste[rs]? (?:termin|treffen|sitzung|mal)\b|prochaine réunion\b|próxima reunión\b)"
    # Who does what, on one line: `Actions: Emre to ask the printer. Ayla collects the numbers.`
    r"|^\W*(?:actions|action (?:items|points)|tasks|to[- ]?dos|who does what|aufgaben|tareas)\s*[:：]\s*\S",
    re.IGNORECASE,
)
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|tomorrow|tonight|then"
    r"|next (?:week|month|meeting|time)|the (?:next|end of|weekend|meeting)|end of|\d{1,2}(?:st|nd|rd|th|[./]\d+|\.? [a-z]{3,9}))"
)
# Whoever does this does it for those who met.
_ASKS = (
    r"(?:asks?(?! (?:for|whether|if|that|to)\b)|rings?|phones?|calls?(?! (?:it|them|this)\b)|clarif(?:y|ies)|finds? out|contacts?|looks? into"
    r"|(?:talks?|speaks?) (?:to|with)|follows? up|reports? back|investigates?|gets? (?:an? |the |some |two |three )?(?:quotes?|offers?|prices?)"
    r"|(?:sends?|mails?) (?:these|the|this|out) (?:minutes|notes|protocol)|takes? care)"
)
_DOES = (
    rf"(?:{_ASKS}|checks?|collects?|orders?|buys?|brings?|prepares?|organi[sz]es?|invites?|books?|meets?|compares?|tests?|try|drafts?|sends?|mails?"
    r"|writes?|prints?|makes?|sets? up|talks?|looks?|reads?|fetch(?:es)?|draws?|sketch(?:es)?|counts?|measures?|thinks?|discuss|decides?|pays?"
    r"|negotiates?|sorts? out|works? out|scans?|sums? up|puts? together)"
)
# `asks the printer`, `will call the insurance`, `to collect the numbers`, `prints the stickers by 1 June`
ERRAND = Seldom(
    rf"{_ASKS}\b|(?:will|to|is to|is going to|has to|shall|should) (?:also )?{_DOES}\b"
    rf"|(?:(?:will|to) )?(?!(?:can|may|must|gets?|receives?|sees?|needs?|wants?)\b)[a-z]+ [^.?!]{{0,120}}?\b(?:by|until|till|before|on) {_DAY}\b",
    re.IGNORECASE,
)
WHO = re.compile(
    r"(?P<first>[A-Z][\w'’-]+)(?:(?:,| and| und| &) (?P<second>[A-Z][\w'’-]+))?(?:\s*[:–—-]\s*|\s+)"
)
NAME = re.compile(r"(?<![\w(])[A-Z][\w'’-]+")
BRACKETS = re.compile(r"\([^()]*\)")
# What begins a sentence and is nobody's name; many people are a group of users.
NOBODY = re.compile(
    r"(?:the|an?|we|it|they|each|every|all|no|nobody|every(?:body|one)|some(?:body|one)|who(?:ever)?|when|if|this|that|there|he|she|you|our|my|your|one|then|also|please|not|and|but"
    r"|people|staff|management|admin\w*|manager|customer|member|user|system|app|server|page|list|mail|clerk|owner|guest|[\w-]*[^aiou]s)",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[a-z0-9)][.;])\s+(?=[A-Z])")
FIRST_LINES = 12


def those_present(lines: list[str]) -> frozenset[str]:
    """The names of those who were there, in small letters; none where no line says it."""
    for line in lines[:FIRST_LINES]:
        if found := PRESENT.match(line):
            return frozenset(name.casefold() for name in NAME.findall(BRACKETS.sub("", found["names"])))
    return frozenset()


def without_errands(words: str, *, present: frozenset[str]) -> str:
    """The sentences of an entry without those that say what somebody does until they meet again."""
    said = SENTENCE.split(words)
    kept = [each for each in said if not _is_errand(each, present=present)]
    return words if len(kept) == len(said) else " ".join(kept)


def _is_errand(sentence: str, *, present: frozenset[str]) -> bool:
    who = WHO.match(sentence)
    if who is None or not ERRAND.match(sentence[who.end() :]):
        return False
    names = [name for name in (who["first"], who["second"]) if name]
    return all(name.casefold() in present or not (present or NOBODY.fullmatch(name)) for name in names)
