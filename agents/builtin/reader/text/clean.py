"""Text as it arrives made safe to read: limits, hidden characters and HTML comments, with every line kept in its place."""

import re
import zlib
from typing import NamedTuple

from agents.builtin.reader.findings import Unreadable
from agents.builtin.reader.text.hidden import (
    COMMENT,
    DEFINITION,
    EMOJI_STYLE,
    HIDDEN,
    examples,
    inside,
    spelled,
    without_long_tags,
)

LIMIT_BYTES = 256 * 1024
# Twice what an issue may hold; more is not read within two seconds on a slow machine.
LIMIT_CHARACTERS = 128 * 1024
LONGEST_LINE = 20_000
# A document of that length has so many when they have ten characters each. More are a list of words, and each is asked for all a line may be.
MOST_LINES = 12_500
# The same few words over and over can be packed into less than a fiftieth, a list of paths into a twentieth, and prose into a third.
LONGEST_REPEATED, PACKED = 64 * 1024, 50
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Nobody leaves a wider gap; in a wider one every pattern that allows some blanks would try each of them.
WIDEST_GAP = 200
GAP = re.compile(r"[^\S\n]{201,}")
# The two hyphens that look like the one on the keyboard: `Non‑functional`. https://www.unicode.org/charts/PDF/U2000.pdf
HYPHENS = {0x2010: "-", 0x2011: "-"}
# So many words of an HTML comment are more than a mark for some tool.
FEW_WORDS = 2


class Cleaned(NamedTuple):
    """The text people see, and plain words about what was taken out of it."""

    text: str
    notes: tuple[str, ...] = ()


def clean(text: str) -> Cleaned | Unreadable:
    """The visible text with its line numbers unchanged, or why it cannot be read."""
    if not text.strip():
        return Unreadable("The PRD is empty.", "Write at least one sentence that says what shall be built.")
    size = len(text.encode("utf-8", "replace"))
    if size > LIMIT_BYTES:
        return Unreadable(
            f"The PRD has {size // 1024} KiB; {LIMIT_BYTES // 1024} KiB is the most I read.",
            "Split it into one issue per product or release, or move appendices out of it.",
        )
    if len(text) > LIMIT_CHARACTERS:
        return Unreadable(
            f"The PRD has {len(text):,} characters; {LIMIT_CHARACTERS:,} is the most I read.",
            "Split it into one issue per product or release, or move appendices out of it.",
        )
    control = len(CONTROL.findall(text))
    strange = text.count("\ufffd")
    if "\x00" in text or (control + strange) * 20 > len(text):
        return Unreadable(
            "This is not text: it looks like a binary file.", "Paste the PRD as plain text or Markdown."
        )
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        return Unreadable(
            f"The PRD has {len(lines)} lines; {MOST_LINES} is the most I read.",
            "Join lines that belong together, or split it into one issue per product or release.",
        )
    if max(map(len, lines)) > LONGEST_LINE:
        return Unreadable(
            f"One line is longer than {LONGEST_LINE:,} characters.",
            "Break the text into lines or paragraphs.",
        )
    if size > LONGEST_REPEATED and len(zlib.compress(text.encode("utf-8", "replace"), 1)) * PACKED < size:
        return Unreadable(
            f"The PRD has {size // 1024} KiB, and they are the same few words or signs over and over.",
            "Write each of them once, and say how often it comes.",
        )
    return _visible(text)


def _visible(text: str) -> Cleaned | Unreadable:
    notes: list[str] = []
    hidden = HIDDEN.findall(text.removeprefix("\ufeff").replace(EMOJI_STYLE, ""))
    if hidden:
        said = spelled(text)
        notes.append(
            f"{len(hidden)} hidden {'character' if len(hidden) == 1 else 'characters'} (zero-width, direction or tag "
            f"characters) were ignored{f'; they spell {examples([said])}' if said else ''}."
        )
    comments = [inside(found) for found in COMMENT.findall(text)]
    comments = [words for words in comments if len(words.split()) > FEW_WORDS]
    if comments:
        were = "comment was" if len(comments) == 1 else "comments were"
        notes.append(f"{len(comments)} hidden HTML {were} ignored: {examples(comments)}.")
    text = COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)
    titles = [title[1:-1] for title in DEFINITION.findall(text) if len(title.split()) > FEW_WORDS]
    if titles:
        notes.append(
            f"{len(titles)} hidden {'title' if len(titles) == 1 else 'titles'} of link definitions "
            f"{'was' if len(titles) == 1 else 'were'} ignored: {examples(titles)}."
        )
    text = without_long_tags(DEFINITION.sub("", text))
    text = CONTROL.sub(" ", HIDDEN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    text = GAP.sub(lambda found: found[0][:WIDEST_GAP], text.translate(HYPHENS))
    if not text.strip():
        return Unreadable(
            "Nothing visible is left of the PRD.", "Write at least one sentence outside of comments."
        )
    return Cleaned(text=text, notes=tuple(notes))
