"""What was read, given ids: the document's own where they are unique, otherwise one by one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from agents.builtin.planning.identity import Before
from agents.builtin.planning.stories import MOST_CRITERIA, criteria_of, three_parts
from agents.builtin.reader import Finding, Findings, Flow, Named
from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements.about_quality import is_quality_wished
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.words.mentions import SHUNNED
from agents.builtin.wording import key_of
from agents.schemas.planner import Known
from agents.schemas.requirements import (
    Actor,
    Entity,
    Integration,
    NonFunctional,
    Requirement,
    Statement,
    UserStory,
    Workflow,
)

# One letter will do but for those of what else people name in a run: decisions, risks, priorities, questions, units, versions.
OWN_ID = re.compile(r"^(?:[A-Z]{2,8}|[A-CE-JL-OR-TW-Z])([-_.][A-Z]{1,10})?[-_.]?\d{1,4}([.-]\d{1,4}){0,2}$")
ONE_LETTER = re.compile(r"[A-Z](?![A-Za-z])")
PREFIXES = {
    "requirement": "R-",
    "nfr": "N-",
    "story": "S-",
    "constraint": "C-",
    "non_goal": "X-",
    "metric": "M-",
    "deferred": "L-",
    "question": "O-",
    "actor": "P-",
    "entity": "E-",
    "integration": "I-",
    "workflow": "W-",
    "assumption": "A-",
    "organisation": "G-",
    # People say these in the shape of an architecture: D1, K1.
    "decision": "D",
    "risk": "K",
}

# What the reader calls each kind of statement.
READ_AS: Mapping[str, Kind] = MappingProxyType(
    {
        "requirement": "functional",
        "nfr": "nonfunctional",
        "story": "story",
        "constraint": "constraint",
        "non_goal": "non_goal",
        "metric": "metric",
        "deferred": "deferred",
        "question": "question",
    }
)
# A document with fewer requirements than this, or than it has user stories, says what it wants in its stories.
FEWEST = 3


@dataclass(slots=True)
class Entries:
    """The entries of a plan while it is being made."""

    requirements: list[Requirement] = field(default_factory=list)
    nfrs: list[NonFunctional] = field(default_factory=list)
    stories: list[UserStory] = field(default_factory=list)
    constraints: list[Statement] = field(default_factory=list)
    # Constraints that left the plan with the demand they were said in.
    set_aside: list[Statement] = field(default_factory=list)
    non_goals: list[Statement] = field(default_factory=list)
    metrics: list[Statement] = field(default_factory=list)
    deferred: list[Statement] = field(default_factory=list)
    organisation: list[Statement] = field(default_factory=list)
    questions: list[Statement] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    integrations: list[Integration] = field(default_factory=list)
    workflows: list[Workflow] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    last: dict[str, int] = field(default_factory=dict)
    before: Before = field(default_factory=Before)
    # The document's own ids; where they stand, no number is given that reads like one of them.
    own: frozenset[str] = frozenset()
    reserved: frozenset[str] = frozenset()
    # Title and first lines, in which a document says what it is about.
    opening: str = ""
    # The document line by line, to look up what else a line says.
    source: tuple[str, ...] = ()
    # The headings above what stands on a line, from the outside in, by the number of the line.
    trails: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    # Whether something that is there already is to be changed, and nothing set up.
    in_place: bool = False

    def new_id(self, kind: str, text: str, *, own: str = "") -> str:
        """An id nobody has: the document's own, else the one these words had before, else a number that was never given."""
        label = _id_of(own)
        kept = self.kept_id(kind, text, own=label if label in self.own else "")
        if kept:
            return kept
        number = self.last.get(kind, 0) + 1
        while self._is_taken(f"{PREFIXES[kind]}{number}"):
            number += 1
        self.last[kind] = number
        self.given.add(f"{PREFIXES[kind]}{number}")
        return f"{PREFIXES[kind]}{number}"

    def _is_taken(self, number: str) -> bool:
        return number in self.given or number in self.before.taken or key_of(number) in self.reserved

    def kept_id(self, kind: str, text: str, *, own: str = "") -> str:
        """The id these words have or had, unless another entry has it by now; empty where there is none."""
        had = self.before.ids(kind, text)
        if ONE_LETTER.match(own) and own not in had and (had or own in self.before.taken):
            # An earlier version gave this number to other words, or these words another one.
            own = ""
        known = (*((own,) if own else ()), *had)
        kept = next((each for each in known if each not in self.given), "")
        if kept:
            self.given.add(kept)
        return kept

    def reason_ids(self, kind: str, reasons: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Ids of decisions or risks, each by its matter and its words: those of before first, then the next free ones."""
        kept = [self.kept_id(kind, matter) or self.kept_id(kind, words) for matter, words in reasons]
        return tuple(each or self.new_id(kind, words) for each, (_, words) in zip(kept, reasons, strict=True))

    def told(self) -> list[str]:
        """What the document demands and fixes, each in its own words."""
        return [each.text for each in (*self.requirements, *self.nfrs, *self.constraints)]

    def all_text(self) -> str:
        """Everything demanded, in one string, to look for words in."""
        demanded = (*self.requirements, *self.nfrs, *self.stories)
        return "\n".join(each.text for each in (*demanded, *self.constraints, *self.organisation))


def entries_of(found: Findings, *, before: Sequence[Known] = ()) -> Entries:
    """The entries of what was read; what stood in earlier versions keeps its id."""
    own = _own_ids(found)
    reserved = frozenset(key_of(each) for each in own)
    entries = Entries(before=_expecting(found, before), own=own, reserved=reserved)
    entries.trails = {each.lines[0]: each.trail for each in found.findings if each.lines}
    for each in found.of("functional"):
        entries.requirements.append(requirement(entries, each))
    for each in found.of("nonfunctional"):
        entries.nfrs.append(nfr(entries, each))
    accepted = criteria_of(found)
    for each in found.of("story"):
        entries.stories.append(_story(entries, each, acceptance=accepted.get(each.lines, ())))
    if len(entries.requirements) < max(FEWEST, len(entries.stories)):
        for told in tuple(entries.stories):
            _take_from_story(entries, told)
    entries.constraints.extend(_statements(entries, found.of("constraint"), "constraint"))
    entries.non_goals.extend(_statements(entries, found.of("non_goal"), "non_goal"))
    entries.metrics.extend(_statements(entries, found.of("metric"), "metric"))
    entries.deferred.extend(_statements(entries, found.of("deferred"), "deferred"))
    entries.questions.extend(_statements(entries, found.of("question"), "question"))
    entries.actors.extend(
        Actor(id=entries.new_id("actor", n.name), name=n.name[:200], lines=n.lines) for n in found.actors
    )
    entries.entities.extend(_entity(entries, each) for each in found.entities if not _left_out(each, entries))
    entries.integrations.extend(
        Integration(id=entries.new_id("integration", n.name), name=n.name[:200], lines=n.lines)
        for n in found.integrations
    )
    entries.workflows.extend(_workflow(entries, each) for each in found.flows)
    return entries


def _own_ids(found: Findings) -> frozenset[str]:
    """The document's own ids that name one entry each; one letter and a number that come twice are no id."""
    times = Counter(_id_of(each.label) for each in found.findings)
    return frozenset(
        id_ for id_, count in times.items() if OWN_ID.match(id_) and (count == 1 or not ONE_LETTER.match(id_))
    )


def _id_of(label: str) -> str:
    return label.replace(" ", "-")


def _expecting(found: Findings, before: Sequence[Known]) -> Before:
    """The earlier ids, with those of statements that were edited since."""
    expected = Before.of(before)
    for kind, of in READ_AS.items() if before else ():
        expected.expect(kind, [_worded(each) for each in found.of(of)])
    return expected


def _worded(found: Finding) -> str:
    text = found.text if not found.details else f"{found.text.rstrip(':： ')}: {'; '.join(found.details)}"
    return text[:4000]


def requirement(entries: Entries, found: Finding) -> Requirement:
    """One functional finding as a requirement."""
    text = _worded(found)
    return Requirement(
        id=entries.new_id("requirement", text, own=found.label),
        text=text,
        lines=found.lines,
        label=found.label[:40],
        area=found.area[:200],
        priority=found.priority,
        acceptance=tuple(text[:4000] for text in found.tried[:MOST_CRITERIA]),
        tentative=found.tentative,
    )


def nfr(entries: Entries, found: Finding) -> NonFunctional:
    """One finding about quality, its number read."""
    text = _worded(found)
    return NonFunctional(
        id=entries.new_id("nfr", text, own=found.label),
        text=text,
        lines=found.lines,
        label=found.label[:40],
        category=found.category or "other",
        target=target_of(found.text),
        priority=found.priority,
    )


def _story(entries: Entries, found: Finding, *, acceptance: tuple[str, ...]) -> UserStory:
    text = found.text[:4000]
    actor, want, benefit = three_parts(text)
    return UserStory(
        id=entries.new_id("story", found.text, own=found.label),
        text=text,
        lines=found.lines,
        label=found.label[:40],
        actor=actor,
        want=want,
        benefit=benefit,
        acceptance=acceptance,
    )


def _take_from_story(entries: Entries, story: UserStory) -> None:
    """What a story wants, as a requirement or a quality of its own; the story stays beside it."""
    want = story.want.removeprefix("to ")
    text = want[:1].upper() + want[1:] if want else story.text
    if is_quality_wished(story.want):
        entries.nfrs.append(
            NonFunctional(
                id=entries.new_id("nfr", text),
                text=text,
                lines=story.lines,
                label=story.label,
                category=category_of(text) or "other",
                target=target_of(text),
                origin="derived",
            )
        )
        return
    entries.requirements.append(
        Requirement(
            id=entries.new_id("requirement", text),
            text=text,
            lines=story.lines,
            label=story.label,
            acceptance=story.acceptance,
            origin="derived",
        )
    )


def _statements(entries: Entries, found: Iterable[Finding], kind: str) -> Iterator[Statement]:
    for each in found:
        text = _worded(each)
        yield Statement(id=entries.new_id(kind, text, own=each.label), text=text, lines=each.lines)


def _left_out(named: Named, entries: Entries) -> bool:
    """Whether only what is ruled out speaks of a thing: of `no subscription` there is nothing to keep."""
    name = named.name.casefold().removesuffix("s")
    demanded = (
        *entries.requirements,
        *entries.nfrs,
        *entries.stories,
        *entries.constraints,
        *entries.metrics,
    )
    told = [each.text.casefold() for each in demanded]
    if named.attributes or any(name in SHUNNED.sub("", text) for text in told):
        return False
    return any(name in text for text in (*told, *(each.text.casefold() for each in entries.non_goals)))


def _entity(entries: Entries, named: Named) -> Entity:
    attributes = tuple(each[:200] for each in named.attributes[:40] if each)
    return Entity(
        id=entries.new_id("entity", named.name),
        name=named.name[:200],
        attributes=attributes,
        lines=named.lines,
    )


def _workflow(entries: Entries, flow: Flow) -> Workflow:
    lines = set(flow.lines)
    served = tuple(each.id for each in entries.requirements if lines & set(each.lines))
    steps = tuple(step[:4000] for step in flow.steps[:60])
    return Workflow(
        id=entries.new_id("workflow", flow.name),
        name=flow.name[:200] or "Steps",
        steps=steps,
        requirement_ids=served,
        lines=flow.lines,
    )
