"""What two statements are held against each other by: the words that tell what each is about, and the sides it takes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from agents.builtin.planning.asking import allowing
from agents.builtin.planning.asking.amounts import AT_ONCE, HOLDS, NUMBER, RATE, Amount, amounts
from agents.builtin.planning.asking.roots import root, roots, spaced
from agents.builtin.planning.asking.stances import STANCES
from agents.builtin.planning.matters import CHOICES
from agents.builtin.reader.words.nature import NOT
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.technology import technologies
from agents.schemas.requirements import Entry

# Words that say for whom or when alone something holds; where two statements differ in them, both can hold.
CONDITIONS = frozenset(
    root(word)
    for word in """initially first later mobile desktop tablet phone peak average median worst cold warm premium pro basic enterprise
trial mvp beta phase future own trusted admin development production staging
test otherwise temporary temporarily guest anonymous unregistered registered verified unverified weekday weekend summer
winter minor adult emergency existing new home""".split()  # noqa: SIM905  # see above
)
# A statement with more numbers is a table.
MOST_AMOUNTS = 8
# People who may have a number each.
SORTS_OF_PEOPLE = frozenset({"visitor", "member", "customer"})
# What one side of such a pair may or may not says nothing of the other side.
FACING = tuple(
    (root(one), root(other))
    for one, other in (
        ("import", "export"),
        ("upload", "download"),
        ("read", "write"),
        ("internal", "external"),
        ("local", "remote"),
        ("mobile", "desktop"),
        ("frontend", "backend"),
        ("front-end", "back-end"),
        ("client", "server"),
        ("request", "response"),
        ("start", "end"),
        ("lower", "upper"),
    )
)
# `version 2`, `the first release`: each has its own.
STAGE = re.compile(
    r" (?:version|release|phase|milestone|stage|iteration) \d+ "
    r"| (?:first|second|next|initial|final) (?:version|release|phase|iteration) "
    r"| (?:free|paid|trial) (?:tier|plan|version|account|users?|members?|customers?) "
    r"| (?:outside|inside|l\d|p\d\d) "
)
# Where what was done is written down, and not what it was done to.
RECORD = re.compile(
    r" (?:access|activity|audit|change|event|security|system) (?:entries|histor(?:y|ies)|journals?|logs?|records?|trails?) | audit(?:ing)? | logbooks? "
)
ONLY_IF = re.compile(r" (?:if|when|whenever|unless|except|while|as long as|only) | once (?=[a-z])")
SOMETIMES = re.compile(
    r"\b(?:if|when|whenever|unless|except|until|while|once|before|after)\b(?! (?:the )?(?:\d|(?:one|two|three|an?) ))"
)


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0], []).append(phrase)
    return found


# So that a statement is asked only for the phrases that can stand in it.
BEGUN_BY = _by_first_word(
    chain(
        *(matter.choices for matter in CHOICES),
        *(stance.strict | stance.loose for stance in STANCES),
    )
)


@dataclass(frozen=True)
class Compared:
    """One statement of a document as it is compared with the others; of a goal only its number is."""

    entry: Entry
    is_goal: bool = False

    @property
    def place(self) -> object:
        """Where it stands; what stands nowhere in the document is known by its id."""
        return self.entry.lines or self.entry.id

    @cached_property
    def spaced(self) -> str:
        """Its words in small letters with a space around each, so that a phrase is found whole."""
        said = spaced(self.entry.text)
        return said.replace(" at the same time ", " concurrently ").replace(" at once ", " immediately ")

    @cached_property
    def technologies(self) -> tuple[tuple[str, str], ...]:
        """The technologies it names, each with what it is."""
        return tuple(technologies(self.entry.text))

    @cached_property
    def records(self) -> bool:
        """Whether it is about the record of what was done, which what becomes of the things themselves does not touch."""
        return RECORD.search(self.spaced) is not None

    @cached_property
    def only_if(self) -> bool:
        """Whether it names its case."""
        return bool(ONLY_IF.search(self.spaced))

    @cached_property
    def choices(self) -> dict[str, frozenset[str]]:
        """What it picks of each matter: `format` -> `csv`."""
        found = {matter.name: self._known & matter.choices for matter in CHOICES}
        for use, name in self.technologies:
            found[use] = found.get(use, frozenset()) | {name.casefold()}
        return {name: said for name, said in found.items() if said}

    @cached_property
    def stances(self) -> dict[str, bool]:
        """The contraries it takes a side in, and whether that is the strict one."""
        return {about: strict for about, strict, _ in self._sides}

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The numbers it gives with their units."""
        return tuple(islice(amounts(self.entry.text), MOST_AMOUNTS))

    @cached_property
    def rates(self) -> frozenset[str]:
        """In which time, or for each of what, its numbers are."""
        return frozenset(RATE.findall(self.spaced))

    @cached_property
    def holds(self) -> bool:
        """Whether it speaks of what is kept in all, and not of each or of one time."""
        said = self.spaced
        return bool(HOLDS.search(said)) and not self.rates and not AT_ONCE.search(said)

    @cached_property
    def roots(self) -> frozenset[str]:
        """What it is about, without its numbers and the sides it takes; empty where it is about the whole product."""
        said = _without(NUMBER.sub(_how, self._apart_from_sides), self._picked)
        return roots(f"{said} {' '.join(each.of for each in self.amounts if each.counts)}")

    @cached_property
    def subject(self) -> frozenset[str]:
        """What its numbers are about: that, and what it picks."""
        return self.roots | self._picked

    @cached_property
    def begins(self) -> str:
        """The first telling word of it, which says what its number is of: `title` of `The title has 5 to 100 letters`."""
        said = (root(singular(word.removesuffix("'s"))) for word in self._apart_from_sides.split())
        return next((each for each in said if each in self.subject), "")

    @cached_property
    def named(self) -> frozenset[str]:
        """The words in front of a colon, which name what its number is of: `Time to print: 2 seconds`."""
        name, colon, _ = self.entry.text.partition(":")
        return frozenset(map(singular, spaced(name).split())) if colon else frozenset()

    def is_of_another(self, other: "Compared") -> bool:
        """Whether each begins with what the other does not speak of: a rate of sales, and a rate of returns."""
        mine, theirs = self.begins, other.begins
        apart = mine and theirs and mine not in other.subject and theirs not in self.subject
        named = self.named and other.named and self.named - other.named and other.named - self.named
        return bool(apart or named)

    @cached_property
    def conditions(self) -> frozenset[str]:
        """The words that say for whom or when alone it holds."""
        said = _without(self._apart_from_sides, self._picked)
        words = frozenset(map(root, map(singular, said.split()))) & CONDITIONS
        return words | frozenset(STAGE.findall(self.spaced))

    def faces(self, other: "Compared") -> bool:
        """Whether each is about another side of the same: a thing and the record of what was done to it, too."""
        if self.records != other.records:
            return True
        mine, theirs = self.every_root, other.every_root
        return any(
            (one in mine and another in theirs) or (another in mine and one in theirs)
            for one, another in FACING
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """The sorts of people it speaks of."""
        return frozenset(map(singular, self.spaced.split())) & SORTS_OF_PEOPLE

    def differs_in_people(self, other: "Compared") -> bool:
        """Whether each is about people of another sort."""
        return bool(self.people and other.people) and not self.people & other.people

    @cached_property
    def sometimes(self) -> bool:
        """Whether it holds only in some case."""
        return bool(SOMETIMES.search(self._apart_from_sides))

    @cached_property
    def denies(self) -> bool:
        """Whether it says no to something."""
        return bool(NOT.search(self.entry.text))

    @cached_property
    def ban(self) -> re.Match[str] | None:
        """Who must not do what."""
        return allowing.FORBIDS.match(self.entry.text) if self.denies else None

    @cached_property
    def grant(self) -> re.Match[str] | None:
        """Who may do what."""
        return None if self.denies else allowing.GRANTS.match(self.entry.text)

    @cached_property
    def reserved(self) -> re.Match[str] | None:
        """Who alone may do what."""
        if " only " not in self.spaced:
            return None
        return allowing.RESERVED.match(self.entry.text) or allowing.RESERVED_TO.match(self.entry.text)

    @cached_property
    def none(self) -> re.Match[str] | None:
        """What there is none of."""
        return allowing.NONE.match(self.entry.text) if self.denies else None

    @cached_property
    def decides(self) -> bool:
        """Whether it picks, limits, bans or reserves something."""
        return any((self.stances, self.choices, self.amounts, self.ban, self.reserved, self.none))

    @cached_property
    def sided(self) -> bool:
        """Whether it takes a side in anything; that somebody may do something is one, too."""
        return self.decides or self.grant is not None

    @cached_property
    def _sides(self) -> tuple[tuple[str, bool, frozenset[str]], ...]:
        """What each stance is about, whether the strict side is taken, and by which words."""
        found: list[tuple[str, bool, frozenset[str]]] = []
        for stance in STANCES if self._known else ():
            strict, loose = self._known & stance.strict, self._known & stance.loose
            # `without manual work` says nothing of manual work.
            strict -= {each for each in strict for one in loose if f" {each} " in f" {one} "}
            if strict and loose:
                loose = frozenset(phrases_in(_without(self.spaced, strict), loose))
            if strict and stance.beside and stance.beside.search(self.spaced):
                continue
            if bool(strict) != bool(loose):
                found.append((stance.about, bool(strict), strict or loose))
        return tuple(found)

    @cached_property
    def every_root(self) -> frozenset[str]:
        """All telling words in it, those that take sides too."""
        return roots(self.spaced)

    @cached_property
    def _known(self) -> frozenset[str]:
        """All words and phrases of the tables that stand in it."""
        begun = (phrase for word in set(self.spaced.split()) for phrase in BEGUN_BY.get(word, ()))
        return frozenset(phrases_in(self.spaced, begun))

    @cached_property
    def _picked(self) -> frozenset[str]:
        return frozenset(phrase for said in self.choices.values() for phrase in said)

    @cached_property
    def _apart_from_sides(self) -> str:
        return _without(self.spaced, (phrase for _, _, phrases in self._sides for phrase in phrases))


def _how(number: re.Match[str]) -> str:
    return f" {number['how'] or ''} "


def phrases_in(said: str, phrases: Iterable[str]) -> Iterator[str]:
    """Those of the phrases that stand whole in spaced words."""
    return (each for each in phrases if f" {each} " in said)


def _without(said: str, phrases: Iterable[str]) -> str:
    # The longest first, and always in one order, so that what is left is the same in every process.
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        said = said.replace(f" {phrase} ", "  ")
    return said
