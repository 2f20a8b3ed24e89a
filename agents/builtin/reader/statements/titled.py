"""A title that is the wish itself: whoever types `Convert notes to PDF` above one more line wants just that."""

import re
from dataclasses import replace
from typing import Final

from agents.builtin.reader.findings import Finding, Findings
from agents.builtin.reader.statements import casual
from agents.builtin.reader.statements.classify import classify
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.places import Places
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.verbs import VERB_STEMS
from agents.builtin.seldom import Seldom

# Below a title with more than this stands what the title only sums up.
MOST_BELOW: Final = 6
FEWEST_WORDS: Final = 3
# So much of a title is said again below it that it adds nothing: two words of three.
AGAIN: Final = 3
WORD: Final = re.compile(r"\w{3,}")
# What a title names with a word that is a verb, too: `Order book for bakeries`, `Chat app`.
_THING: Final = (
    r"(?:(?:account|agent|api|app|application|area|board|book|bot|box|calculator|calendar|call|card|cli|client|code|coverage|data|desk|engine|extension|file|flow"
    r"|form|game|history|interface|library|line|list|log|management|map|module|number|order|page|plan|platform|plugin|portal|process|report|room"
    r"|rule|script|service|sheet|shop|site|software|station|store|system|table|time|timer|tool|view|website|widget"
    r"|[a-z]{3,}(?:ing|ment|tion))s?\b|[a-z]{3,}[eo]r\b)"
)
# `Convert notes to PDF`, `Let guests pick a seat`, `Renames photos by date`: a deed, and what it is done to.
DEED: Final = Seldom(
    rf"(?:please )?(?:{VERB_STEMS}|exchange|fix|plan|see|speed up|swap)(?:e?s)? (?!{_THING}|(?:for|of)\b|[:–—-])[^:;|?]{{4,200}}$",
    re.IGNORECASE,
)
# `Tool to rename photos`, `a bot that answers questions`, `site where neighbours lend tools`: a thing with what it does.
DOING: Final = Seldom(
    r"(?:an? |the )?(?:[\w'’-]+ ){0,3}(?:app|application|bot|cli|command|dashboard|extension|form|game|library|page|plugin|portal|program|script"
    r"|service|site|system|thing|tool|web ?site|widget)"
    rf" (?:to {VERB_STEMS}\b|(?:that|which|who) (?!(?:is|are|was|has|have)\b)[a-z]{{3,}}\b|where [\w'’-]+ \w|with which \w|for [a-z]{{3,}}ing [\w'’-]+)",
    re.IGNORECASE,
)
# What stands behind a verb that is none of a topic: `Open the gate`, and not `Open questions for the team`.
OBJECT: Final = Seldom(r"(?:please )?[\w-]+ (?:all|an?|each|every|me|my|our|the|us|your)\b", re.IGNORECASE)
# In so short a text the last line is no heading of what is still to come.
FEW_LINES: Final = 4
MARKED: Final = re.compile(r"\s*(?:#|\||[=*_]{2})")
# `[Feature] Add dark mode`, `feat: add dark mode`: what kind of issue it is.
OF_KIND: Final = Seldom(
    r"(?:\[[^\]]{1,30}\]|(?:[a-z]+(?:\([^)]*\))?|(?:feature )?request|wish)\s*:)\s*", re.IGNORECASE
)
# A longer title is no wish in few words.
LONGEST_TITLE: Final = 200


def with_last_line_said(found: tuple[Block, ...], source: str) -> tuple[Block, ...]:
    """The blocks, where what nothing stands below is no heading: the only line of a text, or the last of a few that bear no mark of one."""
    if not found or len(found) > FEW_LINES or found[-1].shape != "heading":
        return found
    last = found[-1]
    line = source.split("\n")[last.first - 1]
    if len(found) > 1 and (MARKED.match(line) or line.rstrip().endswith((":", "："))):
        return found
    return (*found[:-1], replace(last, shape="paragraph"))


def left_in_title(title: str, found: Findings) -> tuple[str, ...]:
    """One sentence about the wish in the title of an issue of few words, where the text below says nothing of it."""
    kind = OF_KIND.match(title)
    said = title[kind.end() if kind else 0 :].strip()
    if (
        found.title
        or len(found.findings) > MOST_BELOW
        or nature.size(said) < FEWEST_WORDS
        or len(said) > LONGEST_TITLE
    ):
        return ()
    if not (DEED.match(said) or DOING.match(said)) or any(
        _says_again(each.text, said) for each in found.findings
    ):
        return ()
    return (
        f"The title of the issue says “{said}”, and I build what its text says: a wish that stands in the title alone belongs into the text.",
    )


def with_wish_of_title(
    listed: tuple[Finding, ...], found: tuple[Block, ...], title: Block | None
) -> tuple[Finding, ...]:
    """The findings of a text of a few lines, with the wish in its first line before them where nothing below says it again."""
    if not _stands_alone(found):
        return listed
    first = found[0]
    said = first.text.strip()
    deed = DEED.match(said) and (title is first or OBJECT.match(said))
    if nature.size(said) < FEWEST_WORDS or not (deed or DOING.match(said) or _is_said(said)):
        return listed
    if any(_says_again(each.text, said) for each in listed):
        return listed
    return (*classify((replace(first, shape="paragraph"),), known=Places(None)), *listed)


def _is_said(title: str) -> bool:
    """Whether a first line is no name but a sentence: it ends as one, demands something, or wishes for it."""
    return title.endswith((".", "!")) or bool(nature.STRONG.search(title)) or casual.is_wish(title)


def _stands_alone(found: tuple[Block, ...]) -> bool:
    """Whether the first line is the only heading of a text with few lines below it."""
    below = found[1:]
    return (
        0 < len(below) <= MOST_BELOW
        and found[0].shape == "heading"
        and all(block.shape in {"item", "paragraph"} for block in below)
        and not split_label(found[0].raw)[0]
        and casual.is_short(found)
    )


def _says_again(text: str, title: str) -> bool:
    words = set(WORD.findall(title.casefold()))
    return len(words.intersection(WORD.findall(text.casefold()))) * AGAIN >= len(words) * 2
