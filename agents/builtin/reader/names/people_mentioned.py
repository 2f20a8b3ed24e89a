"""The people a short text mentions: who writes it, and whom its wishes name.

A page that somebody typed lists no users. Whoever stands in one of its wishes is meant, though once and without doing anything.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.names.people import APART, GENERAL, MAY, PERSONS, PICKED, WORD
from agents.builtin.reader.names.phrases import is_adjective, stem
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.phrase_words import BE, BEFORE_VERBS, DETERMINERS, FUNCTION
from agents.builtin.reader.words.topic import Topic

# These are people by what they are to a record, to the project or to somebody: that they are mentioned makes no users of them.
RELATED: Final = frozenset(
    "author speaker follower sender recipient provider vendor supplier publisher owner host client pilot partner manufacturer sponsor investor founder fan expert professional importer exporter reviewer editor viewer worker programmer developer engineer contractor consultant actor artist composer representative planner person human neighbour neighbor".split()  # noqa: SIM905  # a list of words reads best as one string
)
# Whoever is mentioned once as a relative has come up in a story; they are meant where they come up again.
RELATIVES: Final = frozenset(
    "father mother sister brother sibling spouse husband wife son daughter nephew niece cousin aunt uncle grandmother grandfather grandparent child kid".split()  # noqa: SIM905  # see above
)
# Others who are no users but in a short text.
ALONE: Final = frozenset(
    "reader guard crew committee council jury congregation keeper grower maker singer trustee usher vicar organist skipper helmsman cox housekeeper foreman adult amateur warden watchman adviser bellringer beekeeper".split()  # noqa: SIM905  # see above
)
ROLES: Final = (PERSONS | ALONE) - RELATED - RELATIVES - GENERAL
# `team lead`, `front office`: with the word before them they are somebody.
WITH_A_WORD: Final = frozenset(
    "lead assistant office department head chief master aide clerk rep delegate".split()  # noqa: SIM905  # see above
)
# Parts of a company and whole ones: somebody where they act in a wish, as `each practice can change the hours` does.
ACTING: Final = frozenset(
    "team department practice association club school store branch restaurant clinic hospital agency hotel library company organisation organization business institution municipality council office ward charity church parish".split()  # noqa: SIM905  # see above
)
# Words before these that make no people of them.
NO_PEOPLE: Final = frozenset("project product box post home back next sales qualified".split())  # noqa: SIM905  # see above
# After these no noun is spoken of, and with these before it somebody does what follows.
NO_NOUN: Final = FUNCTION | BE | BEFORE_VERBS | DETERMINERS | APART
LETTING: Final = frozenset({"let", "lets", "make", "makes", "help", "helps"})
MAY_DO: Final = MAY - BE - {"has", "have", "who", "able"}
ONE: Final = frozenset({"a", "an", "any", "each", "every", "one", "the"})
# Behind these stand a part of a screen, who is greeted, and those of whom something is counted or kept: `a table of members`.
NOT_SPOKEN_OF: Final = PICKED | {"dear", "hello", "hi", "of"}
DEMANDS: Final = frozenset({"functional", "nonfunctional", "story"})
OUTSIDE: Final = frozenset({"non_goal", "deferred"})
WEAK, ENOUGH = 0.5, 1.0
# `I'm a radio journalist`, `I've been treasurer`, `volunteer admin of the food coop here`.
_I_AM = re.compile(
    r"\b(?:I am|I['’]m|I was|I['’]ve been|I have been|I work as|[Tt]his is \w+,)\s+(?:now |also |just |the |an? |one of the )*"
    r"((?:[a-z-]+ ){0,2}[a-z-]+)"
)
_HERE = re.compile(
    r"(?:^|[,.!] )(?:an? |the )?((?:[a-z-]+ ){0,2}[a-z-]+)(?: (?:of|at|from|for) [^.,!?]{1,50})? here\b"
)
# What only people of one kind use.
_OF_PROGRAMS = re.compile(
    r"\b(?P<game>game)\b"
    r"|\b(?:library for|(?:tiny|small|little|npm|python|typescript|rust|go) (?:library|package|module)"
    r"|cli|command[- ]line tool|sdk|linter|pull requests?|PRs)\b",
    re.IGNORECASE,
)
# What somebody says they do, and what such people are called.
_CALLED: Final = {
    "teach": "Teacher",
    "grow": "Grower",
    "farm": "Farmer",
    "coach": "Coach",
    "train": "Trainer",
    "drive": "Driver",
    "bake": "Baker",
    "brew": "Brewer",
    "nurse": "Nurse",
    "paint": "Painter",
    "photograph": "Photographer",
    "translate": "Translator",
    "sail": "Sailor",
    "breed": "Breeder",
    "referee": "Referee",
    "conduct": "Conductor",
    "tutor": "Tutor",
    "volunteer": "Volunteer",
    "freelance": "Freelancer",
}
_I_DO = re.compile(rf"\bI (?:also |mostly |usually )?({'|'.join(_CALLED)})\b(?! to\b)")
_I_KEEP = re.compile(r"\bI (?:keep|have|look after) (?:\w+ )?(?:hives|bees)\b")
_I_RUN = re.compile(
    r"\bI (?:lead|run|manage|organi[sz]e) (?:an?|the|our) (?:\w+ )?"
    r"(choir|club|team|group|band|orchestra|class|guild|league|workshop)\b"
)


def by_product(blocks: Iterable[Block]) -> Iterator[Named]:
    """Who uses what a short text asks for, where it names nobody: a game has players, a library developers."""
    for block in blocks:
        found = _OF_PROGRAMS.search(block.text)
        if found:
            yield Named("Player" if found.lastgroup == "game" else "Developer", (block.first,))
            return


def mentioned(findings: Iterable[Finding], places: Iterable[tuple[Block, Topic | None]]) -> Iterator[Named]:
    """The roles of a short text, in the order in which it mentions them."""
    told = [block for block, topic in places if topic not in OUTSIDE]
    said = tuple(findings)
    weight: defaultdict[str, float] = defaultdict(float)
    spoken: dict[str, Counter[str]] = {}
    for each in said:
        if each.kind in DEMANDS:
            for head, name, points in _roles(each.text.removeprefix(each.lead)):
                weight[head] += points
                spoken.setdefault(head, Counter())[name] += 1
    for block in told:
        for head, name, points in _roles(block.text):
            if weight[head] < ENOUGH:
                weight[head] += points / 2
                spoken.setdefault(head, Counter())[name] += 1
    yield from islice(chain.from_iterable(map(_self_said, told)), 1)
    first: dict[str, int] = {}
    for block in told:
        for head, *_ in _roles(block.text):
            first.setdefault(head, block.first)
    for head, line in first.items():
        if weight[head] >= ENOUGH:
            names = spoken[head]
            longer = max(names, key=lambda name: (names[name], len(name)))
            yield Named(capital(longer), (line,))


def _self_said(block: Block) -> Iterator[Named]:
    """Who the writer says to be."""
    for pattern in (_I_AM, _HERE):
        for each in pattern.finditer(block.text):
            words = each[1].split()
            end = next((end for end in range(len(words), 0, -1) if singular(words[end - 1]) in PERSONS), 0)
            kept = [word for word in words[:end] if word not in APART]
            if end and words[end - 1] not in GENERAL:
                yield Named(" ".join(kept).capitalize(), (block.first,))
    for each in _I_DO.finditer(block.text):
        yield Named(_CALLED[each[1]], (block.first,))
    if _I_KEEP.search(block.text):
        yield Named("Beekeeper", (block.first,))
    yield from (
        Named(f"{each[1].capitalize()} leader", (block.first,)) for each in _I_RUN.finditer(block.text)
    )


def _roles(text: str) -> Iterator[tuple[str, str, float]]:
    """The head and the whole name of each role, in the singular and in small letters, and what the place says for it."""
    written = WORD.findall(text)
    words = [word.casefold().replace("’", "'") for word in written]
    for index, word in enumerate(words):
        head = singular(word.removesuffix("'s"))
        before = words[index - 1] if index else "."
        acts = _acts(words, index)
        known = head in ROLES or (head in ACTING and acts) or (head in WITH_A_WORD and _tells(before))
        relative = head in RELATIVES
        if not (known or relative) or before in NOT_SPOKEN_OF:
            continue
        # `my colleague Irene` is a colleague.
        called = before in {"my", "our"} and "".join(written[index + 1 : index + 2])[:1].isupper()
        if not called and _only_says_which(words, index):
            continue
        yield head, _whole(before, head), WEAK if relative and (not acts or before == "my") else ENOUGH


def _tells(before: str) -> bool:
    """Whether the word before `lead` or `office` says which one is meant."""
    return (
        before[0].isalpha()
        and before not in NO_PEOPLE | NO_NOUN
        and not before.endswith("'s")
        and not (is_adjective(before) or stem(before))
    )


def _acts(words: list[str], index: int) -> bool:
    """Whether somebody does what follows: `each practice can change`, `associations see`, `the club orders`."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else "."
    if after in MAY_DO:
        return True
    if singular(word) != word:
        return stem(after) == after != ""
    return after.endswith("s") and stem(after) not in {"", after} and (index == 0 or words[index - 1] in ONE)


def _only_says_which(words: list[str], index: int) -> bool:
    """Whether a role in the singular stands before the noun that is spoken of: `customer names`."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else "."
    before = words[max(0, index - 3) : index]
    if word.endswith("'s") or singular(word) != word or after in {"role", "roles"}:
        return False
    if not after[0].isalpha() or after in NO_NOUN:
        return False
    if stem(after) == after:
        return not LETTING & set(before)
    return not (stem(after) and DETERMINERS & set(before[-2:]))


def _whole(before: str, head: str) -> str:
    alone = not before[0].isalpha() or before in NO_NOUN or is_adjective(before) or stem(before)
    return head if alone else f"{before} {head}"
