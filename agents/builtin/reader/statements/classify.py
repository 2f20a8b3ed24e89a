"""Every block of the document put where it belongs: by its own label first, then by its heading, then by its words."""

from collections.abc import Callable, Iterator

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.statements import asked, casual, demanding, mixed_parts
from agents.builtin.reader.statements.asides import UNSAID, besides, names_part
from agents.builtin.reader.statements.criteria import FEW, criteria_demanded, levels_held, told_once
from agents.builtin.reader.statements.decisions import decided
from agents.builtin.reader.statements.drift import below_a_list, first_expected, first_wish, is_fault
from agents.builtin.reader.statements.each_demand import each_demand
from agents.builtin.reader.statements.entry import entry, story
from agents.builtin.reader.statements.labelled import is_vague, own_id, series_of, topic_of_label
from agents.builtin.reader.statements.laments import MIXED, sets_the_scene, tells_why
from agents.builtin.reader.statements.own_words import excludes
from agents.builtin.reader.statements.sheets import of_sheet
from agents.builtin.reader.statements.stacks import chosen_in_quotes
from agents.builtin.reader.statements.told_by_headings import told_by_headings
from agents.builtin.reader.statements.unasked import said_all_the_same
from agents.builtin.reader.text.announcing import (
    details_of,
    explains,
    forbidden,
    is_value,
    labelled_runs,
    lists_names,
    named_by_lead,
    only_announces,
    refers,
    speaks,
    stand_on_lines,
    stands_in_fragments,
)
from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.inline import name_in_bold, plain, split_lead
from agents.builtin.reader.text.kept import PERSONAS
from agents.builtin.reader.text.labels import OF_EITHER, split_label
from agents.builtin.reader.text.matter import heads, navigation
from agents.builtin.reader.text.own_heading import PERIOD
from agents.builtin.reader.text.places import Place, Places
from agents.builtin.reader.text.rights import is_right, right_of
from agents.builtin.reader.text.rows import (
    IDS,
    cells_of,
    is_answered,
    is_numbered,
    topic_of_row,
)
from agents.builtin.reader.text.sections import PRINCIPLES
from agents.builtin.reader.text.sentences import parts_of, sentences, sentences_of, stated
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words import excluding, nature
from agents.builtin.reader.words.choices import is_choice
from agents.builtin.reader.words.entry_words import DEFINES, NAMED, SHOWN, SOMEBODY, TOLD, WHY
from agents.builtin.reader.words.rule_words import PRICE
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.tickets import TELLS_WHERE
from agents.builtin.reader.words.topic import WHOLE, Topic

# What an overview says of the product in entries: `Target users: cooks`.
TELLING: frozenset[Topic | None] = frozenset({"background", "actor", "goal", "overview", "neutral"})
# Below these a row names somebody or something.
SIDES: frozenset[Topic | None] = frozenset({"entity", "actor", "integration"})
# Below these a paragraph may list with full stops what others list line by line.
LISTING: frozenset[Topic | None] = frozenset({"functional", "feature", "nonfunctional", "quality"})
SILENT: frozenset[Topic] = frozenset({"neutral", "risk", "background"})
# More than a plan can hold; nobody reads on.
MOST_FINDINGS = 1500
# A row with no more columns has one for the name of a demand, and one for what is demanded.
NAMED_ALONE = 2
# With this many entries under firm headings, prose around them only retells them.
ENOUGH = 5
# With so many times more tasks in its phases than functions elsewhere, a document tells its functions there.
TWICE = 2


def classify(found: tuple[Block, ...], *, known: Places, ticket: bool = False) -> tuple[Finding, ...]:
    """The findings of all blocks, in document order; a `ticket` tells what goes wrong before what is expected."""
    short = casual.is_short(found)
    findings = _findings(found, known.of, short=short, ticket=ticket)
    periods = any(block.shape == "heading" and PERIOD.match(block.text) for block in found)
    told = sum(each.kind == "functional" for each in findings)
    if periods and (told <= FEW or sum(map(demanding.is_task, found)) > told * TWICE):
        known.read_phases()
        findings = _findings(found, known.of, short=short, ticket=ticket)
    findings = levels_held(told_once(told_by_headings(findings, found, known)))
    return criteria_demanded(findings, typed=short, ticket=short and casual.has_only_labels(found))


def _findings(
    found: tuple[Block, ...], place_in: Callable[[Block], Place], *, short: bool, ticket: bool
) -> tuple[Finding, ...]:
    filled = {above.first for block in found if block.shape != "heading" for above in block.above}
    places = [
        (block, place_in(block))
        for block in found
        if (block.shape != "heading" or demanding.demands(block, empty=block.first not in filled))
        and not (navigation(block) or (ticket and is_fault(block)))
    ]
    places = mixed_parts.asking_entries(demanding.with_named_steps(places))
    told = {own_id(block) for block, place in places if place.topic not in SILENT}
    series = {series_of(id_) for id_ in told if id_}
    labelled = labelled_runs([block for block, _ in places])
    entries = [block for block, place in places if demanding.is_listed(block, place)]
    listed = len(entries)
    own = sum(split_label(block.raw)[1] != "story" for block in entries)
    # A part of the document that lists nothing says in its sentences what others list.
    listing = {block.above[-1].first for block in entries if block.above}
    # Where wishes are listed, even a short text explains them in the prose around.
    typed = short and not listed
    talks = typed and casual.tells_enough(found)
    findings: list[Finding] = []
    begun = False
    wish = (ticket and first_expected(places)) or (typed and first_wish(places))
    closed: set[int] = set()
    for at, (block, place) in enumerate(places):
        if (
            place.topic == "neutral"
            and (id_ := own_id(block))
            and id_ not in told
            and series_of(id_) in series
        ):
            place = place._replace(topic="functional")  # noqa: PLW2901  # a requirement, whatever its part is called: `4.2 Planning`
        if place.topic in SILENT and not (place.topic == "risk" and demanding.demands_by_id(block)):
            findings.extend(said_all_the_same(block, place, few=own < ENOUGH))
            continue
        belongs = below_a_list(block, place, closed)
        place = belongs._replace(typed=short, talks=talks, ticket=ticket)  # noqa: PLW2901  # where it stands is not where it belongs
        stands = place._replace(loose=True, casual=typed, begun=begun) if listed < ENOUGH else place
        if demanding.tells_a_function(block, place, listing=listing):
            stands = stands._replace(loose=True, casual=short)
        opens = short and at == 0 and len(places) > 1 and place.topic is None
        scene = opens and block.shape == "paragraph" and sets_the_scene(block.text)
        early = block.first < wish and not TELLS_WHERE.match(block.text)
        stands = stands._replace(before=scene or early, entry=block.first in labelled)
        begun = begun or casual.is_wish(block.text)
        findings.extend(_of_row(block, stands) if block.shape == "row" else _of_words(block, stands))
        if len(findings) > MOST_FINDINGS:
            break
    return tuple(findings)


def _of_row(block: Block, place: Place) -> Iterator[Finding]:
    if (told := of_sheet(block, place)) is not None:
        yield from told
        return
    cells = cells_of(block)
    if place.topic == "actor" and is_right(block):
        yield from entry(
            right_of(block), block.lines, place._replace(topic="functional", firm=True, row=True)
        )
        return
    if block.cells and IDS.match(block.cells[0]):
        # What belongs to several requirements at once, such as their tests, is none.
        return
    topic = topic_of_row(block.columns, cells, place.topic)
    topic = "functional" if topic in SIDES and is_numbered(cells, block.columns) else topic
    if not cells.text or topic in SILENT or topic in SIDES or is_value(block):
        return
    if topic == "question" and is_answered(block):
        return
    if nature.is_story(cells.text):
        yield from story(cells.text, block.lines, label=cells.label, area=place.area)
        return
    priority = cells.priority if cells.priority != "unstated" else place.priority
    place = place._replace(topic=topic, label=cells.label, lead=cells.lead, priority=priority, row=True)
    apart = topic == "nonfunctional" and len(block.columns) <= NAMED_ALONE
    for words in sentences_of(cells.text) if apart else (cells.text,):
        yield from entry(words, block.lines, place)


def _of_words(block: Block, place: Place) -> Iterator[Finding]:
    label, labelled, rest = split_label(block.raw)
    silent = labelled in SILENT and place.topic not in WHOLE and not is_vague(label, place)
    if silent or heads(block.text, block.lines):
        return
    if label:
        topic = topic_of_label(label, "" if labelled in SILENT else labelled, place)
        firm = (
            place.firm if OF_EITHER.match(label) and "~" not in label else topic == "functional" == labelled
        )
        place = place._replace(label=label, topic=topic, firm=firm)
    lead, words = split_lead(rest)
    if block.shape == "item" or label or (place.topic in LISTING and (place.entry or name_in_bold(rest))):
        yield from _item(block, place._replace(lead=lead), lead=lead, words=words)
        return
    own = block.above[-1] if block.above and block.above[-1].mark == INLINE else None
    chosen = own and is_choice(own.text.strip(" :："), block.text)
    if block.quoted and not chosen:
        yield from chosen_in_quotes(block, place)
    if chosen or not block.quoted or nature.is_story(block.text):
        yield from _prose(block, place._replace(prose=True, lead=own.text.strip(" :：") if own else ""))


def _item(block: Block, place: Place, *, lead: str, words: str) -> Iterator[Finding]:
    text = plain(split_label(block.raw)[2])
    if nature.is_story(text) or (place.topic == "story" and NAMED.match(block.raw)):
        yield from story(text, block.lines, label=place.label, area=place.area)
        return
    if lead and (PERSONAS.match(lead) or (place.topic == "overview" and announced(lead) in TELLING)):
        return
    if place.topic not in WHOLE and (named := named_by_lead(lead, words)):
        place = place._replace(topic=named, label="" if named == "acceptance" else place.label)
    names = lead and (WHY.match(lead) or lists_names(lead, words))
    says_no_more = names or explains(block) or refers(block)
    if says_no_more and not place.label:
        return
    if block.children and only_announces(block, lead=lead, words=words):
        chosen = place.topic == "technical" or is_choice(lead, words) or not (lead and words)
        if place.topic not in UNSAID and technologies(text) and chosen:
            yield Finding("constraint", text, block.lines, area=place.area)
        elif nature.is_question(text):
            yield Finding("question", text, block.lines, area=place.area)
        elif PRICE.search(text):
            yield Finding("constraint", text, block.lines, area=place.area)
        return
    if place.topic in WHOLE:
        yield from entry(text, block.lines, place)
    elif clauses := tuple(decided(text, block.lines, place)):
        yield from clauses
    else:
        yield from _sentences_of_item(block, place)


def _sentences_of_item(block: Block, place: Place) -> Iterator[Finding]:
    """A list entry sentence by sentence: the first is the entry, later ones count when they demand more themselves."""
    details = details_of(block)
    listing = place.topic in {"functional", "feature", "actor"}
    merely = is_value(block)
    said = asked.with_refused(sentences(block))
    # Of an entry that holds only `<br>` nothing is left.
    opening = said[0][0] if said else ""
    if asked.is_answered_by(opening, [words for words, _ in said[1:]]):
        yield from entry(block.text, block.lines, place._replace(topic="functional", label=""))
        return
    for index, (words, lines) in enumerate(said):
        if index == 0 and merely:
            continue
        if index == 0:
            # `Jobs should run:` says with its values one thing.
            words = words.rstrip(" :：") if details and place.topic == "nonfunctional" else words  # noqa: PLW2901  # see above
            cut = listing or excluding.STAYS.match(words)
            first, *others = parts_of(split_label(words)[2], lead=place.lead) if cut else (words,)
            for finding in each_demand(forbidden(block, split_label(first)[2]), lines, place):
                yield finding._replace(details=details)
            for other in others:
                doer = place.lead if place.topic == "actor" else ""
                yield from each_demand(other, lines, place._replace(label="", lead=doer))
        elif asked.comments(opening, words) or PRINCIPLES.search(place.heading):
            continue
        elif place.firm and excludes(words):
            yield from each_demand(words, lines, place._replace(label="", lead="", prose=True, firm=False))
        elif (
            place.casual
            or nature.adds(words)
            or (listing and not merely and nature.is_fragment(words))
            or names_part(words, place)
        ):
            prose = not (nature.is_fragment(words) or nature.is_deed(words))
            yield from each_demand(words, lines, place._replace(label="", lead="", prose=prose))
        else:
            yield from besides(None, words, lines, place._replace(prose=True))


def _prose(block: Block, place: Place) -> Iterator[Finding]:
    whole = block.text
    if nature.is_story(whole) or (place.topic == "story" and SOMEBODY.match(whole)):
        yield from story(whole, block.lines, area=place.area)
        return
    if (
        place.topic == "story"
        and block.above
        and TOLD.search(block.above[-1].text)
        and not nature.is_question(whole)
    ):
        yield from story(whole, block.lines, label=split_label(block.above[-1].text)[0])
        return
    tabled = all(child.shape == "row" and is_value(child) for child in block.children)
    shown = (block.sample and not block.children) or (tabled and bool(block.children))
    said = asked.with_refused(sentences(block))
    if shown and place.topic == "functional" and SHOWN.match(whole) and len(said) == 1:
        yield from entry(whole.rstrip(" :："), block.lines, place._replace(prose=False))
        return
    if casual.STATUS_QUO.match(whole):
        return
    if asked.asks_for_measure([words for words, _ in said]):
        said, place = said[1:], place._replace(topic="metric")
    wished = casual.from_the_wish(said, place) if place.topic in MIXED and not place.begun else said
    if block.children and not (speaks(block) and any(is_value(child) for child in block.children)):
        # Only the last sentence announces what stands below.
        wished = tuple(one for one in wished if one != said[-1] or nature.PLACEHOLDER.search(one[0]))
    details = details_of(block)
    lined = place.topic in {"functional", "feature"} and stand_on_lines(block)
    if lined:
        wished = tuple((plain(words), (line,)) for line, words in block.parts)
    listed = lined or (
        place.topic in LISTING and stands_in_fragments(block, alone=place.topic == "functional")
    )
    for words, lines in wished:
        if nature.tells_of_before(words) or heads(words, lines) or tells_why(words, place):
            continue
        if details and words.endswith((":", "：")):
            # What announces only values says with them one thing, and is no mere announcement.
            for finding in entry(
                words.rstrip(" :："), lines, place._replace(prose=len(said) > 1 or place.topic not in LISTING)
            ):
                yield finding._replace(details=details)
            continue
        if DEFINES.match(place.lead) and place.topic in {"functional", "feature"} and lines[0] == block.first:
            yield from entry(words, lines, place._replace(prose=False))
            continue
        parts, named = stated(words, topic=place.topic, lead=place.lead)
        lead = "" if place.topic == "functional" and named else place.lead
        expected = place.ticket and place.lead and place.topic in {"functional", "feature"}
        at = place._replace(lead=lead, prose=not (named or listed or expected))
        said_by = [tuple(each_demand(part, lines, at)) for part in parts]
        if len(parts) > 1 and not named and not said_by[0] and any(said_by):
            # What only the end of a sentence demands, the sentence as a whole says better.
            said_by = [tuple(entry(words, lines, at)) or said_by[-1]]
        yield from (found for each in said_by for found in each)
