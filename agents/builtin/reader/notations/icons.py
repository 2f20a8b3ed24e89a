"""Emoji in front of lines, as in pages of a notebook or answers of an assistant: marks of headings, labels and entries."""

import re
from itertools import groupby, pairwise

from agents.builtin.reader.text.topics import announced

# A pictograph and what joins it to others; boxes are drawn with the signs between them. https://www.unicode.org/reports/tr51/
ICON = re.compile(
    r"^(?P<icon>[\u2190-\u21ff\u2300-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]*)\s*"
    r"(?P<words>\S.*)$"
)
# `Goal: nobody waits`, `**Users:** visitors`
LABEL = re.compile(r"^(?P<title>[^:：.!?]{2,40})[:：](?:\s|$)")
LONGEST_LABEL = 6
FEWEST = 2


def as_marked(lines: list[str]) -> list[str]:
    """The lines, those that begin with an emoji as what they are: a heading, a label with its words, or an entry among others."""
    told: list[str] = []
    for iconic, group in groupby(_as_ticked(lines), key=lambda line: bool(ICON.match(line))):
        together = list(group)
        if not iconic:
            told.extend(together)
            continue
        words = [found["words"] for found in map(ICON.match, together) if found]
        if len(words) >= FEWEST and not any(map(_is_label, words)):
            told.extend(f"- {each}" for each in words)
        else:
            told.extend(
                _alone(each) if _is_label(each) else line for line, each in zip(together, words, strict=True)
            )
    return told


# `✓ Compare bills`, blank line, `✓ Pay bills`: the same tick again marks entries, whatever they are called.
TICK = re.compile(r"^(?P<tick>[✓✔✅☑✗✘❌➤►▸▶])\ufe0f?\s*(?P<words>\S.*)$")


def _as_ticked(lines: list[str]) -> list[str]:
    """The lines, those behind a tick that the line above or below has too as entries; blank lines between them do not count."""
    ticked = [(at, TICK.match(line)) for at, line in enumerate(lines) if line.strip()]
    entries = {
        at
        for (above, one), (below, other) in pairwise(ticked)
        if one and other and one["tick"] == other["tick"]
        for at in (above, below)
    }
    if not entries:
        return lines
    told = dict(ticked)
    return [
        f"- {found['words']}" if at in entries and (found := told[at]) else line
        for at, line in enumerate(lines)
    ]


def _is_label(words: str) -> bool:
    """Whether the words announce what follows, on this line or below it."""
    bare = words.replace("**", "")
    label = LABEL.match(bare)
    return announced(label["title"]) is not None if label else _is_heading(bare)


def _is_heading(bare: str) -> bool:
    return (
        len(bare.split()) <= LONGEST_LABEL and announced(bare) is not None and not re.search(r"[.!?]", bare)
    )


def _alone(words: str) -> str:
    bare = words.replace("**", "").rstrip(" :：")
    return f"**{bare}**" if _is_heading(bare) and not LABEL.match(bare) else words
