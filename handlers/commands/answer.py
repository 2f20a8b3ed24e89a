"""`/answer`: a person's answers to questions, or all defaults at once."""

import re
from itertools import pairwise

from handlers.spec import CommandSpec
from policies.commands import UNNAMED, Answer, Answers, HumanCommand, Misread, Said
from policies.people import Right

USAGE = "answer <number> <your words> | answer defaults"
_NUMBER = r"(?:#|question )?q?([0-9]{1,3})"
_NUMBERED = re.compile(
    rf"{_NUMBER}(?:[.):]?(?:[ \t]+(?:[=–—]|--?))?[ \t\n]+(.*)|(?:[.):]?|([a-e])))",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
# `2. Germany`, `- Q3: one year`: a row of a list that begins with the number of a question.
_ROW = re.compile(rf"(?:[-*+][ \t]+)?{_NUMBER}[.):][ \t]+(\S.*)", re.IGNORECASE | re.ASCII)
_BARE = re.compile(rf"{_NUMBER}[ \t]+(\S.*[^\s:])", re.IGNORECASE | re.ASCII)
_DEFAULTS = re.compile(
    r"(?:(?:use|take|keep) )?(?:all |rest )?(?:the |of the )?defaults?(?: for (?:all|the rest|the others))?(?:,? please)?[.!]?",
    re.IGNORECASE,
)
# `1 Germany, defaults for the rest`.
_AND_DEFAULTS = re.compile(
    r"(.*?\S)(?:[,;.][ \t]*|[ \t]+)(?:and )?(?:the )?defaults? for (?:the rest|the others|everything else|all others)[.!]?",
    re.IGNORECASE,
)
# `1 and 2 default`.
_TOGETHER = re.compile(
    r"(q?[0-9]{1,3}(?:(?:, ?(?:and )?| and | ?& ?)q?[0-9]{1,3})+):?[ \t]+(?:the )?defaults?[.!]?",
    re.IGNORECASE,
)


def parse(args: str, said: Said) -> HumanCommand:
    """`3 Germany`, `Q3: Germany`, `2 default`, `1 and 2 default` or `defaults`; or a list of them, one question a row."""
    if _DEFAULTS.fullmatch(args):
        return Answer(said, None, "")
    together = _TOGETHER.fullmatch(args)
    if together:
        numbers = re.findall(r"[0-9]+", together[1])
        return Answers(said, tuple(Answer(said, f"Q{int(each)}", "default") for each in numbers))
    rest = _AND_DEFAULTS.fullmatch(args)
    found = _NUMBERED.fullmatch(rest[1]) if rest else None
    if found and found[2]:
        return Answers(said, (Answer(said, f"Q{int(found[1])}", found[2].strip()), Answer(said, None, "")))
    answers = tuple(Answer(said, f"Q{number}", text) for number, text in _listed(args))
    if answers:
        return answers[0] if len(answers) == 1 else Answers(said, answers)
    match = _NUMBERED.fullmatch(args)
    if match is None and len(args.splitlines()) == 1 and "default" not in args.lower():
        # Which questions are open is not known here, so the words go on without a number, and are answered with the line to say.
        return Answer(said, UNNAMED, args)
    if match is None:
        return Misread(
            said,
            "SB-117",
            "I cannot tell which question this answers.",
            "Begin with its number: `/signalbox answer 1 your words`. All defaults at once: `/signalbox answer defaults`",
        )
    return Answer(said, f"Q{int(match[1])}", (match[2] or match[3] or "").strip())


def _listed(args: str) -> list[tuple[int, str]]:
    """Numbers and words where rows answer a question each; empty where the rows are one answer, or none can be told apart.

    A number that was there before, or one that goes back below a line which is no list, counts the points of one answer.
    """
    rows = args.split("\n")
    counted = _counted(rows)
    if counted:
        return counted
    first = _ROW.fullmatch(rows[0].strip()) or _NUMBERED.fullmatch(rows[0].strip())
    if first is None or not first[2]:
        return []
    found = [(int(first[1]), first[2].strip())]
    in_order = first.re is _NUMBERED
    for row in rows[1:]:
        match = _ROW.fullmatch(row.strip())
        number, words = found[-1]
        if words.endswith(":") or (match and _points(int(match[1]), found, in_order=in_order)):
            return []
        if match:
            found.append((int(match[1]), match[2].strip()))
        else:
            found[-1] = (number, f"{words}\n{row.strip()}")
    return found


def _counted(rows: list[str]) -> list[tuple[int, str]]:
    """Numbers and words where each of several rows begins with a bare number, and each with a higher one than the row above."""
    bare = [_BARE.fullmatch(row.strip()) for row in rows]
    found = [(int(each[1]), each[2]) for each in bare if each]
    higher = all(one < two for (one, _), (two, _) in pairwise(found))
    return found if len(found) == len(rows) > 1 and higher else []


def _points(number: int, found: list[tuple[int, str]], *, in_order: bool) -> bool:
    """Whether the number cannot be another question's."""
    return number in dict(found) or (in_order and number < found[-1][0])


SPEC = CommandSpec(
    verb="answer",
    usage=USAGE,
    summary="answer one question in your own words, or take every default",
    who=Right.TRIAGE,
    examples=("answer 3 Germany", "answer q2: one year", "answer defaults", "answer 1 default"),
    misreads=("answer", "answer - Germany\n- France"),
    parse=parse,
    free_text=True,
    author_may=True,
)
