"""Lists and what announces them: which entries are mere values of it, and which are statements of their own."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import BRACKETS, split_lead
from agents.builtin.reader.text.kept import OF_RETENTION, TO_BE_MADE
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.marks import ENDED, ended_on_purpose
from agents.builtin.reader.text.sentences import sentences
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words import excluding, nature, verbs
from agents.builtin.reader.words.choices import is_choice
from agents.builtin.reader.words.doubt import UNDECIDED
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import Topic

# Columns of a table that only lists values: names on the left, what they are set to on the right.
VALUES = re.compile(r"^(?:default(?: values?)?|values?|endpoint|url|port|path)$")
LONGEST_VALUE = 6
LONGEST_NAME = 4
LONGEST_LABEL = 2
# So many words in brackets say something.
LONGEST_ASIDE = 5
# Who announces a list without a colon does it in few words: `It should`.
LONGEST_ANNOUNCEMENT = 8
# A heading that says the same as `must not:`.
FORBIDDEN = re.compile(r"^\W*(?:it )?(?:must|shall|should|may) not(?: ever)?\W*$", re.IGNORECASE)
# In front of how one requirement is tried.
TRIED = re.compile(
    r"(?:acceptance(?: (?:criteria|criterion|tests?|condition))?|ac|verification(?: method)?|verify|(?:fit|done) criteri(?:on|a)"
    r"|definition of done|test(?:s|ed)? (?:by|with)|how to (?:test|verify))",
    re.IGNORECASE,
)
# In front of how many or how much will be called a success.
MEASURED = re.compile(
    r"(?:success (?:criteri(?:a|on)|metrics?|measures?|indicators?)|kpis?|measures? of success|erfolgskriteri(?:en|um)|critères? de succès"
    r"|criterios? de éxito|critérios? de sucesso|成功(?:指标|标准|基準))",
    re.IGNORECASE,
)
# In front of a date by which it has to be there; `Timeline: shows the last days` is something on a screen.
SET_FOR = re.compile(
    r"(?:(?:project|mvp|target|expected|planned) )?(?:time ?lines?|time ?frames?|dates?|duration|schedule|launch(?: date)?|release(?: date)?|go[- ]live|delivery|zeitplan|zeitrahmen|termin|délai|plazo|prazo)",
    re.IGNORECASE,
)
DATED = re.compile(
    r"^(?:by |until |before |in |within |end of |mid[- ])?"
    r"(?:(?:early |late |mid[- ])?(?:Q[1-4]|20\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b)"
    r"|(?:about |around |~ ?)?\d{1,3}(?: ?[-–] ?\d{1,3})? ?(?:days?|weeks?|months?|sprints?)\b)",
    re.IGNORECASE,
)
# A paragraph of so many short lines is a list.
FEWEST_LINES, LONGEST_LINE = 3, 90
# Sentences so short, none of which has a subject and a verb, are entries as well.
FEWEST_FRAGMENTS, LONGEST_FRAGMENT = 2, 8
FULL = re.compile(
    r"^(?:the|this|that|these|those|we|it|there|i|our|they|you|your|see|note|for|in|on|at|if|when)\b"
    r"|\b(?:is|are|was|were|has|have|had|been|must|shall|should|will|would|can|could|may|do|does|did)\b|[?!]$",
    re.IGNORECASE,
)
# `Excel schema: DATA_MODEL.md` below `Details:` says where something is told at length.
_FILE = r"(?:[\w.-]+/)*[\w.-]+\.(?:mdx?|rst|adoc|docx?|pdf)"
FILE = re.compile(rf"{_FILE}\W*$", re.IGNORECASE)
BEGINS = re.compile(rf"{_FILE}(?: [–—-] |: |$)", re.IGNORECASE)
LINKED = re.compile(r"[:：]\s*\[[^\]]{1,80}\]\([^)\s]+\)$")
DETAILS = re.compile(
    r"^(?:[\w-]+ ){0,2}(?:details|references|documents|documentation|docs|specs|specifications|sources|reading)\W*$",
    re.IGNORECASE,
)
# So many entries show what kind of list it is.
MOST_SIBLINGS = 12
# What such words announce are the parts of a thing, however long each is described.
FIELDS = re.compile(
    r"\b(?:includes?|contains?|consists? of|has|have|stores?|records?|captures?|displays?|shows?|with"
    r"|these|following)\b.{0,40}\b"
    r"(?:fields|columns|properties|attributes|parameters|values|information|details|data|options|types"
    r"|statuses|states|roles|formats)\b[^.]{0,40}[:：]$"
    # Of a whole product these are its functions: `The first version should include:`
    r"|\b(?<!version )(?<!release )(?<!mvp )(?<!prototype )(?<!pilot )(?<!product )(?<!app )(?<!application )(?<!system )(?<!platform )(?<!website )(?<!solution )"
    r"(?:shall|must|should|will) (?:include|contain|have|consist of|store|record)s?(?: (?:at least|the following))?\s*[:：]$",
    re.IGNORECASE,
)
# `There should be the following ways to turn it off:` announces what can be done.
STATING = re.compile(
    rf"\bways (?:to|of|in which)\b[^.:：]{{3,60}}[:：]$|{TO_BE_MADE.pattern}",
    re.IGNORECASE,
)
# `Each step of the work follows these guidelines:` gives rules to those who make it; a screen that follows some has its own.
FOLLOWED = re.compile(
    r"\b(?:(?:implementation|development|build|work) (?:steps?|phases?|tasks?|units?)|commits?|branch(?:es)?|pull requests?|prs?|code"
    r"|development|implementation|contributors?|developers?|engineers?|we|(?:the|our) team)\b[^.:：]{0,40}"
    r"\b(?:follows?|adheres? to|keeps? to|respects?|sticks? to|obeys?) (?:these|the following|our|some|a few) (?:[\w-]+ ){0,2}"
    r"(?:guidelines|rules|conventions|principles|practices|standards)\s*[:：]$",
    re.IGNORECASE,
)


def announcer(found: list[Block], *, indent: int) -> Block | None:
    """The paragraph above that ends in a colon and announces the list whose next entry has this indentation."""
    last = found[-1] if found else None
    if last and last.shape == "paragraph" and indent < 4 and _announces(last):
        return last
    if last and last.shape == "item" and last.parent and last.parent.shape == "paragraph":
        return last.parent if last.depth == last.parent.depth + 1 else None
    return _paragraph_of_siblings(found)


def _announces(block: Block) -> bool:
    """Whether a paragraph is only finished by the list below it: it ends in a colon, or in the middle of a sentence."""
    return block.text.endswith((":", "：")) or (
        nature.size(block.text.rsplit(". ", 1)[-1]) <= LONGEST_ANNOUNCEMENT
        and bool(nature.AWAITS.search(block.text))
    )


def _paragraph_of_siblings(found: list[Block]) -> Block | None:
    """The announcing paragraph of the list that is being continued, if there is one."""
    for block in reversed(found[-40:]):
        if block.shape != "item":
            return None
        if block.parent and block.parent.shape == "paragraph":
            return block.parent
    return None


def adopts(level: int, block: Block, *, indent: int, mark: str) -> bool:
    """Whether a numbered item that ends in a colon takes an equally indented bullet as its child."""
    bullet = not mark[-1].isalnum() and not any(sign.isdigit() for sign in mark)
    return level == indent and bullet and block.mark[:1].isdigit() and block.text.endswith((":", "："))


def announcers(block: Block) -> Iterator[Block]:
    """The blocks above `block` in its list, outermost first."""
    chain: list[Block] = []
    while block.parent and len(chain) < 20:
        block = block.parent
        chain.append(block)
    yield from reversed(chain)


def only_announces(block: Block, *, lead: str, words: str) -> bool:
    """Whether a list entry is no more than a heading for the entries below it; criteria are below what they try."""
    if all(TRIED.fullmatch(split_lead(child.raw)[0]) for child in block.children):
        return False
    if not words.strip(" :：") and lead:
        # What is a value of this entry is told nowhere else.
        return not any(is_value(child) for child in block.children)
    text = words or lead
    values = all(is_value(child) for child in block.children)
    own = BRACKETS.sub("", split_label(text)[2])
    if nature.size(text) - nature.size(own) >= LONGEST_ASIDE and nature.size(own) > 1:
        # What stands in brackets says more than a name: `Order form (full width, closes with Esc):`.
        return False
    if block.text.endswith((":", "：")):
        return not values and nature.size(BRACKETS.sub("", text)) < 5
    own = BRACKETS.sub("", split_label(block.text)[2])
    return nature.size(own) <= 4 and not values and not verbs.VERBS.match(text)


def is_value(block: Block) -> bool:
    """Whether a list entry merely enumerates a value of the entry that announces it."""
    parent = block.parent
    if (
        parent is None
        or STATING.search(parent.text)
        or nature.AWAITS.search(parent.text)
        or split_label(block.raw)[0]
    ):
        return False
    if block.shape == "row":
        return bool(VALUES.match(block.columns[-1] if block.columns else "")) and all(
            nature.size(cell) <= LONGEST_VALUE for cell in block.cells
        )
    if UNDECIDED.match(parent.text):
        return True
    if not speaks(parent):
        return False
    said = [words for words, _ in sentences(block)] if len(block.parts) > 1 else []
    lead, words = split_lead(said[0] if len(said) > 1 else block.raw)
    if nature.size(words) <= LONGEST_NAME and not lead and _among_names(parent):
        return not nature.STRONG.search(words) and not nature.is_question(words)
    named = FIELDS.search(parent.text) and not verbs.VERBS.match(words)
    if (named or (lead and block.raw.startswith("`"))) and not nature.STRONG.search(words):
        return True
    if nature.states_behaviour(words, lead=lead) or nature.is_question(words):
        return False
    return not _among_statements(parent)


def _among_statements(parent: Block) -> bool:
    """Whether nearly all entries of a list are statements, so that a short one is no mere value."""
    begun = parent.children[:MOST_SIBLINGS]
    said = [split_lead(child.raw) for child in begun]
    return len(begun) > FEWEST_LINES and sum(
        nature.states_behaviour(words, lead=lead) for lead, words in said
    ) * 3 >= 2 * len(begun)


def _among_names(parent: Block) -> bool:
    """Whether a list is one of names, though some of them begin like a deed: `Order date` among the fields of an order."""
    begun = parent.children[:MOST_SIBLINGS]
    deeds = sum(bool(verbs.VERBS.match(split_lead(child.raw)[1])) for child in begun)
    return bool(deeds) and deeds * 2 < len(begun)


def speaks(block: Block) -> bool:
    """Whether the words that announce a list are a demand themselves, as in `shall extract these fields:`."""
    if FOLLOWED.search(block.text) or OF_RETENTION.search(block.text):
        return False
    text = split_lead(split_label(block.raw)[2])[1].rstrip(":： ")
    return nature.size(text) >= 4 and nature.is_demand(text) and not excluding.EXCLUDED.search(text)


def stand_on_lines(block: Block) -> bool:
    """Whether most lines of a paragraph are statements of their own, short and ended on purpose, as in a list without marks."""
    lines = [words for _, words in block.parts]
    width = max(map(len, lines))
    if len(lines) < FEWEST_LINES or width > LONGEST_LINE:
        return False
    ended = sum(
        ended_on_purpose(one, after, width=width) or bool(ENDED.search(one)) for one, after in pairwise(lines)
    )
    running = sum(bool(nature.RUNNING.match(line)) for line in lines)
    return ended * 4 >= (len(lines) - 1) * 3 and running * 2 <= len(lines)


def labelled_runs(found: Sequence[Block]) -> frozenset[int]:
    """The first lines of paragraphs that follow one another with a label each, `Layout: …`, as entries of a list do."""
    runs = groupby(found, key=lambda block: (_is_labelled(block), block.above[-1:] and block.above[-1].first))
    together = (list(run) for (labelled, _), run in runs if labelled)
    return frozenset(block.first for run in together if len(run) >= FEWEST_LINES for block in run)


def _is_labelled(block: Block) -> bool:
    if block.shape != "paragraph" or block.parent or block.children or block.quoted:
        return False
    lead, words = split_lead(block.raw)
    if not lead or lead[0].islower() or nature.IDLE.match(block.text):
        return False
    return bool(words) and not words.endswith((":", "："))


def stands_in_fragments(block: Block, *, alone: bool = False) -> bool:
    """Whether a paragraph lists with full stops between its entries, as `Store profile. Verification. Public store page.` does.

    Where each stands `alone` in a paragraph, one without a label is enough.
    """
    said = [words for words, _ in sentences(block)]
    alone = alone and ":" not in block.text
    return (alone or len(said) >= FEWEST_FRAGMENTS) and all(
        nature.size(words) <= LONGEST_FRAGMENT and words.endswith(".") and not FULL.search(words)
        for words in said
    )


def forbidden(block: Block, words: str) -> str:
    """The words of an entry with what its list announces: below `must not:` stands what must not happen."""
    parent = block.parent
    heading = block.above[-1].text if block.above else ""
    if not FORBIDDEN.match(heading) and (parent is None or not nature.FORBIDS.search(parent.text)):
        return words
    return f"Must not {words[:1].lower()}{words[1:]}"


def lists_names(lead: str, words: str) -> bool:
    """Whether an entry only lists names, as in `User personas: freelancers, small agencies`."""
    parts = words.split(",")
    if len(parts) == 1 or not all(0 < len(part.split()) <= 4 for part in parts):
        return False
    named = announced(lead) in {"actor", "entity", "workflow"} and not nature.STRONG.search(words)
    return named and not (verbs.VERBS.match(words) or nature.is_question(words))


def named_by_lead(lead: str, words: str) -> Topic | None:
    """What an entry says that it is: `Dependencies: the mill` are limits, `Acceptance: the mill turns` shows when all is done.

    `Success criteria: ten mills` is a measure, `Timeline: by May` a date to keep.

    `Dependencies: if the mill is down …` is a rule.
    """
    if TRIED.fullmatch(lead):
        return "acceptance"
    if MEASURED.fullmatch(lead):
        return "metric"
    if SET_FOR.fullmatch(lead) and DATED.search(words) and not verbs.VERBS.match(words):
        return "constraint"
    few = bool(lead) and nature.size(lead) <= LONGEST_LABEL
    named = few and announced(lead) == "constraint" and not nature.UNIVERSAL.match(words)
    return "constraint" if named else None


def explains(block: Block) -> bool:
    """Whether an entry only says why the choice above it was made: `Frontend: Next.js` over `Strong SEO capabilities`."""
    above = block.parent
    if above is None or above.shape != "item" or nature.is_demand(block.text):
        return False
    lead, words = split_lead(split_label(above.raw)[2])
    return bool(lead and technologies(words)) and is_choice(lead, words) and not technologies(block.text)


def refers(block: Block) -> bool:
    """Whether an entry only says in which document something is told."""
    above = block.parent or (block.above[-1] if block.above else None)
    if above is None or not DETAILS.match(above.text):
        return False
    lead, words = split_lead(block.raw)
    return bool(BEGINS.match(block.text) or (lead and (FILE.match(words) or LINKED.search(block.raw))))


def details_of(block: Block) -> tuple[str, ...]:
    """The values an entry lists, each without what is said after it."""
    said = (next(sentences(child), None) for child in block.children if is_value(child))
    return tuple(first[0] for first in said if first)
