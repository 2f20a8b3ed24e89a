"""What moves, converts or replaces something that runs already: not a product of its own, and drawn as the move it is."""

import re
from typing import NamedTuple

from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.reader.words.technology import technologies

MOVES = re.compile(
    r"\b(?:migrat(?:e|ing|ion)|mov(?:e|ing)|switch(?:ing)?|convert(?:ing)?|transition(?:ing)?|upgrad(?:e|ing))\b",
    re.IGNORECASE,
)
REPLACES = re.compile(r"\breplac(?:e|ing)\b", re.IGNORECASE)
# `Library migration tool`: a product that moves other people's things.
IS_A_PRODUCT = re.compile(
    r"\s*(?:tool|app|application|assistant|wizard|utility|script|service|platform|library|cli|bot|plug-?in|framework|helper)s?\b",
    re.IGNORECASE,
)
# What may stand before the verb: a mark of the document, or what is moved.
BEFORE = re.compile(r"\W*(?:[^:\]–—]{0,40}[:\]–—]\s*)?(?:[\w-]+ ){0,3}", re.IGNORECASE)
# Things of one's own that are moved as a whole.
OURS = re.compile(
    r"\b(?:monolith|code ?base|databases?|front-?end|back-?end|builds?|ci|infrastructure|clusters?|servers?|hosting|repositor(?:y|ies)"
    r"|data ?cent(?:er|re)|cloud|on-?prem(?:ises?)?|stack|schema)\b",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+(?P<old>\S.{0,59}?)\s+(?:on)?to\s+(?P<new>\S.{0,59})", re.IGNORECASE)
TO = re.compile(r"\b(?:on)?to\s+(?P<new>\S.{0,59})", re.IGNORECASE)
WITH = re.compile(r"\s+(?P<old>\S.{0,59}?)\s+(?:with|by)\s+(?P<new>\S.{0,59})", re.IGNORECASE)
OWN = re.compile(r"\b(?:our own|own|new|custom|in-house|a|an)\b", re.IGNORECASE)
LONGEST = 160


class Move(NamedTuple):
    """What is left behind and where it goes; `old` is empty where the title does not name it."""

    old: str
    new: str


def move_of(opening: str) -> Move | None:
    """The move that the titles at the head of `opening` announce; None where they name a product."""
    lines = (line.strip()[:LONGEST] for line in opening.lstrip().split("\n", 2)[:2])
    return next((move for line in lines if (move := _announced(line)) is not None), None)


def _announced(line: str) -> Move | None:
    if not technologies(line) and not OURS.search(line):
        return None
    verb = MOVES.search(line)
    if (
        verb is not None
        and BEFORE.fullmatch(line[: verb.start()])
        and not IS_A_PRODUCT.match(line, verb.end())
    ):
        found = FROM.search(line, verb.end()) or TO.search(line, verb.end())
        return _move(found) if found else None
    verb = REPLACES.search(line)
    found = WITH.match(line, verb.end()) if verb and BEFORE.fullmatch(line[: verb.start()]) else None
    if found is None or OWN.match(found["new"]) or not technologies(found["new"]):
        return None
    return _move(found)


def _move(found: re.Match[str]) -> Move:
    names = found.groupdict()
    return Move(old=_name(names.get("old") or ""), new=_name(names["new"]))


def _name(words: str) -> str:
    return re.split(r"\s+(?:and|for|in|by|with|without|until|on)\s|[,;:(.!?]\s|[.!?)]$", words, maxsplit=1)[
        0
    ].strip("\"'“”`*. ")


def moved(move: Move) -> Shape:
    """Steps, what they are checked by, and the switch from one side to the other."""
    sides = f"from {move.old} to {move.new}" if move.old else f"to {move.new}"
    return Shape(
        title="a migration",
        parts=(
            Part(
                "steps",
                "Steps of the move",
                "worker",
                "Move one piece after the other, and can be run again from where they stopped.",
                ", ".join(name for name in (move.old, move.new) if name),
                also=r"migration|steps|data migration|move",
            ),
            Part(
                "checks",
                "Checks",
                "domain",
                "Compare what was with what is, before anybody depends on it.",
                serves=(
                    r"\bcompar|\bcounts?\b|\bchecksum|\bverif|\bvalidat|\bcheck|\btests?\b|\bpass\b|\bsame\b|\bidentical"
                    r"|\bdiffer|\blos[est]|\bfails?\b|\berrors?\b|\bno change|\bgrow|\bslower|\bfaster|\bsmaller"
                ),
                also=r"checks?|verification|validation|testing|tests",
            ),
            Part(
                "switch",
                "Switch-over",
                "config",
                "Turns people over to the new side piece by piece, and back.",
                serves=(
                    r"\bswitch|\bcut-?over|\broll(?:s|ed|ing)?[- ]?back|\bdown-?time|\bside by side|\bboth\b|\bparallel\b"
                    r"|\bdual\b|\bflags?\b|\bdns\b|\bturned off|\bretire|\bshut down|\bdecommission|\bany time\b"
                ),
                also=r"cut-?over|switch-?over|roll-?out|rollback",
            ),
        ),
        wires=(
            ("switch", "steps", "waits for"),
            ("steps", "checks", "asks"),
        ),
        entry="switch",
        guard="switch",
        core="steps",
        keeper="steps",
        language="",
        headline=f"One move {sides} in steps that are checked, and undone until the switch-over",
        why="what runs today goes on running until the new side was checked",
        gives_up="for a while both sides have to be kept",
        rejected=(
            ("Everything in one night", "what fails then has no way back"),
            ("Another product", "the PRD moves what there is and asks for no other product"),
        ),
        runs_on="where both sides can be reached",
    )
