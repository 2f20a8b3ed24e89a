"""Mails as they are pasted, one or a whole thread: without their heads and feet, the answers beside the questions they were given to."""

import re

from agents.builtin.reader.notations.talk import answers, as_sentences, says_nothing
from agents.builtin.reader.text.inline import capital

# https://www.rfc-editor.org/rfc/rfc5322#section-3.6 and what programs write for these in other languages.
HEAD = re.compile(
    r"^[>\s]*(?:\*\*)?"
    r"(?P<name>from|to|cc|bcc|date|sent|subject|reply-to|von|an|gesendet|datum|betreff|de|para|à"
    r"|envoyé|objet|asunto|enviado)\s?:[\s*]+"
    r"(?P<words>\S.*)$",
    re.IGNORECASE,
)
FEWEST_HEADS = 2
SENDER = re.compile(r"^(?:from|von|de)$", re.IGNORECASE)
SUBJECT = re.compile(r"^(?:subject|betreff|objet|asunto)$", re.IGNORECASE)
ADDRESSED = re.compile(r"^(?:from|to|cc|von|an|de|para|à)$", re.IGNORECASE)
AGAIN = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|antw)\s*:\s*)+", re.IGNORECASE)
# What a program writes above the mail that is answered.
WROTE = re.compile(
    r"^[>\s]*(?:(?:on|am|le|el|op)\b.{5,150}\b"
    r"(?:wrote|schrieb\b.{0,60}|a écrit|escribió|schreef\b.{0,60})\s?:"
    r"|-{2,}\s*"
    r"(?:original message|forwarded message|ursprüngliche nachricht|message d['’]origine"
    r"|mensaje original)\s*-{2,})\s*$",
    re.IGNORECASE,
)
QUOTED = re.compile(r"^\s*(?:>\s?)+")
# What a company or a telephone adds below every mail.
FOOT = re.compile(
    r"^\W*(?:this (?:e-?mail|message|communication)\b.{0,60}\b"
    r"(?:confidential|intended|privileged|contains?)"
    r"|sent from my\b|get outlook for\b|diese e-?mail\b.{0,60}\bvertraulich|von meinem \w+ gesendet"
    r"|ce (?:message|courriel)\b.{0,60}\bconfidentiel|este (?:mensaje|correo)\b.{0,60}\bconfidencial"
    r"|confidentiality notice)",
    re.IGNORECASE,
)
BREAK = re.compile(r"^-- ?$")
ASKED = re.compile(r"^\s*>[>\s]*(?:[-*•]\s+|\d+[.)]\s+)?(?P<question>\S.*\?)\s*$")
ABOUT = re.compile(r"^(?:and )?(?:what|how) about (?:the )?", re.IGNORECASE)
# Thanks before the matter itself: `Thanks Ines. So: groups book a room.`
OPENING = re.compile(
    r"^(?:(?:thanks?(?: you)?|thx|hi|hello|hey|danke|merci|gracias)(?: [^\W\d_]+){0,2}[.,!] +(?=\S))?(?:(?:so|ok|okay|well)[:,] +(?=\S))?",
    re.IGNORECASE,
)
FEWEST_ANSWERS = 2
# `Yes, payments by card please` settles `Should payments be online too?` of the mail before.
CONFIRMED = re.compile(
    r"(?:^|(?<=[.!?] ))(?:yes|no|agreed|right|correct|exactly|ja|nein|oui|non|sí)\b[,.:]? (?P<words>[^.!?]{5,})",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<question>(?:can|could|do|does|should|shall|is|are|will|would|may|must)\b[^.!?]*\?) ?",
    re.IGNORECASE,
)
TELLING = re.compile(r"[^\W\d_]{5,}")
LONGEST_STEM = 6


def as_letter(lines: list[str]) -> list[str]:
    """The lines of a mail or a thread as plain text; unchanged where nobody wrote to anybody."""
    heads = [found for found in map(HEAD.match, lines) if found]
    thread = any(map(WROTE.match, lines))
    headed = (
        len({found["name"].casefold() for found in heads}) >= FEWEST_HEADS
        and any(SENDER.match(found["name"]) for found in heads)
        and any(SUBJECT.match(found["name"]) or "@" in found["words"] for found in heads)
    )
    if not headed and not thread:
        return _answered(lines)
    names = {
        word.casefold()
        for found in heads
        if ADDRESSED.match(found["name"])
        for word in re.findall(r"(?<![\w@.-])[^\W\d_]{2,}(?![\w@.-]*@|\.\w)", found["words"])
    }
    told = _bare(_confirmed(_answered(lines)), names)
    subject = next(
        (at for at, found in enumerate(map(HEAD.match, lines)) if found and SUBJECT.match(found["name"])),
        None,
    )
    if subject is not None and not any(line.strip() for line in told[:subject]):
        found = HEAD.match(lines[subject])
        told[subject] = capital(AGAIN.sub("", found["words"])) if found else ""
    return told


def _bare(lines: list[str], names: set[str]) -> list[str]:
    """The words people wrote: no heads, no names alone on a line, and nothing below the foot of a mail."""
    told: list[str] = []
    foot = False
    depth = 0
    for line in lines:
        mark = QUOTED.match(line)
        own = mark[0].count(">") if mark else 0
        words = QUOTED.sub("", line)
        foot = bool(FOOT.match(words) or BREAK.match(words)) or (
            foot and own == depth and not WROTE.match(line)
        )
        depth = own
        left = words.strip().rstrip(",.!").casefold()
        if foot or HEAD.match(line) or WROTE.match(line) or (left and set(left.split()) <= names):
            told.append("")
        else:
            called = re.sub(
                r"^(\w+), ", lambda found: "" if found[1].casefold() in names else found[0], words
            )
            told.append(OPENING.sub("", called))
    return told


def _answered(lines: list[str]) -> list[str]:
    """The lines, an answer that was written below a quoted question together with it; one alone may be a chance."""
    told = list(lines)
    pairs = 0
    for at, line in enumerate(lines[:-1]):
        asked = ASKED.match(line) if line.rstrip().endswith("?") else None
        after = next(
            (below for below in (at + 1, at + 2) if below < len(lines) and lines[below].strip()), None
        )
        if asked is None or after is None or QUOTED.match(lines[after]):
            continue
        if says_nothing(lines[after]):
            told[after] = ""
        elif answers(asked["question"], lines[after]):
            told[at], told[after] = (
                "",
                f"- {ABOUT.sub('', asked['question']).rstrip(' ?')}: {as_sentences(lines[after].strip())}",
            )
            pairs += 1
    return told if pairs >= FEWEST_ANSWERS else lines


def _confirmed(lines: list[str]) -> list[str]:
    """The lines without the questions of an earlier mail that a later one answers with a yes or a no and says of what."""
    settled = [
        _stems(found["words"])
        for line in lines
        if not QUOTED.match(line)
        for found in CONFIRMED.finditer(line)
    ]

    def left(found: re.Match[str]) -> str:
        return "" if any(_stems(found["question"]) & stems for stems in settled) else found[0]

    return [
        f"> {QUESTION.sub(left, QUOTED.sub('', line))}" if settled and QUOTED.match(line) else line
        for line in lines
    ]


def _stems(words: str) -> set[str]:
    return {word.casefold()[:LONGEST_STEM] for word in TELLING.findall(words)} - {
        "should",
        "could",
        "would",
        "there",
        "these",
        "pleas",
    }
