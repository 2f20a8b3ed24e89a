"""What stands in a text and is seen by nobody who reads its page: taken out where a program reads, and told to people."""

import html
import re
from dataclasses import dataclass

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# Zero-width characters, bidirectional overrides, blanks, variation selectors and Unicode tags can hide instructions from
# a person who reads the page. https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt
HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# An emoji is written with it, and nothing can be written by it alone.
EMOJI_STYLE = "\ufe0f"
TAGGED = re.compile("[\U000e0020-\U000e007e]+")
# What GitHub never shows: attributes of HTML, titles of links, what stands for a picture, and the label of a link that
# nobody made: `[//]: # (words)` is how people write comments in Markdown.
ATTRIBUTES = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(\s[^<>]*)>")
_WORDS = r"(\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\))"
DEFINED = re.compile(
    rf"^( {{0,3}}\[[^\]\n]{{1,200}}\]:[ \t]*\S{{1,2000}})[ \t]+{_WORDS}[ \t]*$",
    re.MULTILINE,
)
# A definition is not shown at all, with a title or without; a footnote's words are.
# https://github.github.com/gfm/#link-reference-definitions
DEFINITION = re.compile(
    rf"^ {{0,3}}\[(?!\^)[^\]\n]{{1,200}}\]:[ \t]*\S{{1,2000}}(?:[ \t]+{_WORDS})?[ \t]*$",
    re.MULTILINE,
)
TITLE = re.compile(r"(\]\([^()\s\"']{0,2000})[ \t]+(\"[^\"\n]*\"|'[^'\n]*')[ \t]*(?=\))")
PICTURE = re.compile(r"(!\[)([^\]\n]{1,2000})(?=\])")
SHOWN_PIECES = 3
SHOWN_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Stripped:
    """The text with every line in its place, and the words that were taken out of it.

    `comments` are HTML's; `others` are attributes, titles and what stands for pictures; `signs` counts characters.
    """

    text: str
    comments: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    signs: int = 0

    @property
    def count(self) -> int:
        """How many pieces were taken out."""
        return len(self.comments) + len(self.others) + self.signs


def stripped(text: str) -> Stripped:
    """The text as the reader of its page sees it, for a reader that would see everything."""
    comments = tuple(inside(found) for found in COMMENT.findall(text))
    text = COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)
    others: list[str] = []
    for pattern in (ATTRIBUTES, DEFINED, TITLE, PICTURE):
        text = pattern.sub(lambda found: _kept(found, others), text)
    # People see the character and not its number, so a program shall see it too.
    text = html.unescape(text) if "&" in text else text
    signs = len(HIDDEN.findall(text.removeprefix("\ufeff").replace(EMOJI_STYLE, "")))
    return Stripped(HIDDEN.sub("", text), comments, tuple(others), signs)


def without_long_tags(text: str) -> str:
    """The text without the attributes of HTML tags that go on over several lines; those of one line are left to `plain`."""
    return ATTRIBUTES.sub(lambda found: _kept(found, []) if "\n" in found[2] else found.group(), text)


def _kept(found: re.Match[str], others: list[str]) -> str:
    """What is seen of a match, whose first group is shown and whose second is not; line breaks stay."""
    if found.re is ATTRIBUTES and "=" not in found[2]:
        return found.group()
    others.append(found[2].strip())
    shown = f"<{found[1]}>" if found.re is ATTRIBUTES else found[1]
    return shown + "\n" * found[2].count("\n")


def inside(comment: str) -> str:
    """The words of an HTML comment."""
    return comment.removeprefix("<!--").removesuffix("-->").strip()


def spelled(text: str) -> str:
    """What tag characters spell, which are letters that show nothing; empty when there are none."""
    return " ".join("".join(chr(ord(char) - 0xE0000) for char in run) for run in TAGGED.findall(text)).strip()


def examples(pieces: tuple[str, ...] | list[str]) -> str:
    """The first few of them in quotation marks, each in one short line, and how many more there are."""
    short = [" ".join(piece.split())[:SHOWN_CHARACTERS] for piece in pieces[:SHOWN_PIECES]]
    more = f" and {len(pieces) - SHOWN_PIECES} more" if len(pieces) > SHOWN_PIECES else ""
    return f"{', '.join(f'“{piece}”' for piece in short)}{more}"
