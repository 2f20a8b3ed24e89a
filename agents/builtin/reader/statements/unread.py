"""Which lists of a document, and which sentences of a typed text, gave nothing to the plan, so that the plan can say so."""

import re

from agents.builtin.reader.findings import Finding, Flow
from agents.builtin.reader.statements import casual
from agents.builtin.reader.statements.of_data import names_fields
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.matter import navigation
from agents.builtin.reader.text.page import is_page, is_typed
from agents.builtin.reader.text.rows import cells_of, is_sheet
from agents.builtin.reader.text.sentences import sentences
from agents.builtin.reader.words.topic import Topic
from agents.builtin.seldom import Seldom

# Lists under these headings are not expected to say what to build; who and what they name is read elsewhere.
ELSEWHERE: frozenset[Topic | None] = frozenset(
    {"neutral", "risk", "background", "actor", "entity", "integration", "technical"}
)
# Where somebody tells what the product does.
TOLD: frozenset[Topic | None] = frozenset({None, "feature", "functional", "goal", "overview", "workflow"})
# A document with so many functions says in them what it wants.
ENOUGH = 5
FEWEST = 2
MOST_NAMED = 3
# So many sentences of a typed text are quoted, each so far.
MOST_QUOTED, LONGEST_QUOTED = 12, 60
WORD = re.compile(r"\w+")
# `By category.` may be a wish, `Jo Brand` and `Thank you` are none.
BRIEF = re.compile(r"(?!(?:[Tt]hank|[Vv]iele|[Mm]any|[Bb]est|[Gg]ood|[Ss]ee)\b)[\w-]+ [a-z][\w-]*[.!]?")
# `Author: Hanna Vogt · Status: draft`, `Draft · Owner: Dana`: what a document says of itself is no wish that was passed over.
OF_ITSELF = Seldom(
    r"(?:^|[·|•,;]|\s[–—-]\s)\W{0,6}(?:authors?|created|date|due|last (?:changed|edited|modified|updated)|owners?|prepared (?:by|for)|"
    r"(?:product )?manager|reviewers?|revision|stakeholders?|status|team|updated|version)\W{0,4}:",
    re.IGNORECASE,
)


def unread(
    places: tuple[tuple[Block, Topic | None], ...],
    findings: tuple[Finding, ...],
    flows: tuple[Flow, ...],
) -> tuple[str, ...]:
    """One sentence that names the headings whose lists gave nothing; none when every list gave something."""
    used = {line for each in findings for line in range(each.lines[0], each.lines[-1] + 1)}
    used |= {line for flow in flows for line in flow.lines}
    lists: dict[int, list[Block]] = {}
    for block, topic in places:
        if (
            block.shape in {"item", "row"}
            and block.above
            and topic not in ELSEWHERE
            and not is_sheet(block.columns, cells_of(block).lead)
            and not navigation(block)
            and not names_fields(block.text, block.above[-1].text)
        ):
            lists.setdefault(block.above[-1].first, []).append(block)
    silent = [
        entries[0].above[-1]
        for entries in lists.values()
        if len(entries) >= FEWEST and not any(_gave(entry, used) for entry in entries)
    ]
    if not silent:
        return ()
    named = ", ".join(f"“{head.text[:80]}” (line {head.first})" for head in silent[:MOST_NAMED])
    more = f" and {len(silent) - MOST_NAMED} more" if len(silent) > MOST_NAMED else ""
    return (f"I took nothing to build from the lists under {named}{more}.",)


def _gave(entry: Block, used: set[int]) -> bool:
    """Whether an entry, or what announces it, is part of a statement."""
    return bool(used.intersection(entry.lines)) or bool(
        entry.parent and used.intersection(entry.parent.lines)
    )


def passed_over(
    places: tuple[tuple[Block, Topic | None], ...], findings: tuple[Finding, ...]
) -> tuple[str, ...]:
    """One sentence that quotes those of a typed text which gave nothing; there the author sees a wish that was taken for talk."""
    spoken = is_typed(block for block, _ in places)
    bare = not any(block.shape == "heading" for block, _ in places)
    if not (spoken or (bare and _says_little(places, findings))):
        return ()
    silent = [
        (words, lines[0])
        for block, topic in places
        if block.shape == "paragraph" or (bare and _stands_by_itself(block, findings))
        if spoken or topic in TOLD
        if not OF_ITSELF.search(block.raw)
        for words, lines in sentences(block)
        if len(words.split()) > FEWEST or (BRIEF.fullmatch(words) and not casual.COURTESY.match(words))
        if not gave_words(words, lines, findings)
    ]
    if not silent:
        return ()
    quoted = ", ".join(f"“{_short(words)}” (line {line})" for words, line in silent[:MOST_QUOTED])
    more = f" and {len(silent) - MOST_QUOTED} more" if len(silent) > MOST_QUOTED else ""
    return (f"I took these sentences for background, and nothing is built for them: {quoted}{more}.",)


def _says_little(places: tuple[tuple[Block, Topic | None], ...], findings: tuple[Finding, ...]) -> bool:
    """Whether a page without headings holds so few functions that a sentence which gave none may be one."""
    functions = sum(each.kind in {"functional", "story"} for each in findings)
    return functions < ENOUGH and is_page([block.text for block, _ in places])


def _stands_by_itself(block: Block, findings: tuple[Finding, ...]) -> bool:
    """Whether an entry of a text without headings neither explains another nor announces any."""
    return (
        block.shape == "item"
        and not (block.parent or block.children)
        and not any(each.lines[0] <= block.first <= each.lines[-1] for each in findings)
    )


def gave_words(words: str, lines: tuple[int, ...], findings: tuple[Finding, ...]) -> bool:
    """Whether a statement on one of these lines says mostly what the sentence says."""
    said = set(WORD.findall(words.casefold()))
    for each in findings:
        if each.lines[0] <= lines[-1] and lines[0] <= each.lines[-1]:
            found = set(WORD.findall(each.text.casefold()))
            if len(found & said) * 3 >= len(found) * 2:
                return True
    return False


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTED else f"{words[:LONGEST_QUOTED].rsplit(' ', 1)[0]} …"
