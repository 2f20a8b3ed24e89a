"""Finding the lines of a comment that are commands: Markdown is read as Markdown, and only plain paragraphs speak.

A command is a line at column 0 of a top-level paragraph. Quotes, code of every kind, lists, headings, tables, HTML,
footnotes and mathematics are where people talk about commands, so nothing in them is one. A list below a `/refine` holds the
wishes it announces, and one below an `/answer` the answers. How GitHub reads Markdown: https://github.github.com/gfm/
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from agents.spelling import nearest

# With the bound on marks, hostile Markdown of this size is read in tens of milliseconds.
MAX_CHARACTERS = 16_384
MAX_COMMANDS = 8

# A paragraph with more marks than this is nobody's command, and reading it would cost the square of its length.
MAX_MARKS = 1_000

_INLINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_BLOCKS = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("inline")
_MARK = re.compile(r"[\[\]*_<`!~]")
_HEAD = re.compile(
    r"/(?:(?P<name>signalbox|sb)[ \t]+)?(?P<verb>[a-z][a-z-]{1,23})(?P<colon>:?)(?=[ \t]|$)",
    re.IGNORECASE | re.ASCII,
)
_ANY_SLASH = re.compile(r"/[a-z]", re.IGNORECASE | re.ASCII)
_OUR_SLASH = re.compile(r"/(?:signalbox|sb)\b", re.IGNORECASE | re.ASCII)
_BARE_NAME = re.compile(r"/(?:signalbox|sb)[ \t]*$", re.IGNORECASE | re.ASCII)
_TYPOGRAPHY = str.maketrans({"—": "--", "–": "--", "“": '"', "”": '"', "‘": "'", "’": "'"})
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
# Whose words may stand in a list of their own below the line.
_LISTING = frozenset({"refine", "answer"})
# What keyboards, editors and mail programs leave behind. Overrides and isolates are not among them: they make a
# line look other than it reads, so a line that holds one in its verb is no command.
_LEFT_BEHIND = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_BLANKS = re.compile("[\u00a0\u2007\u202f]")
_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HTML_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>", re.IGNORECASE | re.ASCII)
# Elements inside which a paragraph is not plain speech. Other names in angle brackets are mostly types: List<String>.
_HTML_ELEMENTS = re.compile(
    r"a|b|blockquote|center|code|dd|del|details|div|dl|dt|em|h[1-6]|i|ins|kbd|li|ol|p|picture|pre|q|s|samp|section|"
    r"span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|ul"
)
# A yes in plain words, once punctuation is gone. Whatever else stands beside it makes it a sentence, and people talk in those.
_YES = re.compile(
    r"(?:@?signalbox )?(?:(?:i|we) )?approved? ?"
    r"(?:it|this|that|(?:(?:the|this) )?(?:plan|backlog|patchset|ps-[0-9]{1,4}))?(?: [0-9a-f]{7,64})?"
    r"|(?:(?:lgtm|sgtm|looks good(?: to me)?|ship it|go ahead|approved?) ?){1,2}"
)
_NO_WORDS = re.compile(r"[\s.,!;:…👍🚀✅🎉]+")
_LONGEST_YES = 120
_DECORATION = re.compile(r"^[\s>`~*+\-#|]*(?:[0-9]{1,9}[.)][ \t]+)?(?:\[[ xX]\][ \t]+)?[\s>`~*+\-#|]*")


@dataclass(frozen=True, slots=True)
class CommandLine:
    """One line that is meant for us: its place (from 1), the verb in lower case, the rest, and the paragraph's next lines."""

    line: int
    verb: str
    args: str
    more: str
    namespaced: bool


def lines(body: str, *, short: Collection[str] = ()) -> tuple[CommandLine, ...]:
    """The command lines of a comment, in order; `short` are the verbs that count without `/signalbox` here.

    `/signalbox anything` always is a command line. A short form is one when its verb is in `short` or is so near to
    one that a slip is likelier than chance. One line more than MAX_COMMANDS is given, so that too many can be told.
    """
    source = _cleaned(body)
    rows = source.split("\n")
    found: list[CommandLine] = []
    ended = -1
    for first, last, spoken in _blocks(source):
        if spoken:
            heard = _in_paragraph(rows[first:last], offset=first, spoken=spoken, short=short)
            found += heard
            ended = last if heard else -1
        elif 0 <= ended <= first and not any(row.strip() for row in rows[ended:first]):
            found[-1] = _with_list(found[-1], rows[first:last], follows=ended == first)
            ended = -1
    return tuple(found[: MAX_COMMANDS + 1])


def _with_list(line: CommandLine, rows: list[str], *, follows: bool) -> CommandLine:
    """The command with the list below it, where the list goes on what the line begins."""
    announced = f"{line.args}\n{line.more}".strip()
    if line.verb not in _LISTING or not (follows or not announced or announced.endswith(":")):
        return line
    listed = "\n".join(row.rstrip().translate(_TYPOGRAPHY) for row in rows)
    return replace(line, more=f"{line.more}\n{listed}".strip())


def hidden(body: str, *, short: Collection[str] = ()) -> int | None:
    """The line (from 1) of a command that stands in a quote or in code where the comment says nothing else; else None."""
    source = _cleaned(body)
    rows = source.split("\n")
    if any(spoken and not _is_code(rows[first:last]) for first, last, spoken in _blocks(source)):
        return None
    for number, row in enumerate(rows, start=1):
        plain = _DECORATION.sub("", row).rstrip("`~*| \t")
        head = _HEAD.match(plain)
        if head and (head["name"] or head["verb"].lower() in short):
            return number
    return None


def is_nod(body: str) -> bool:
    """Whether the comment says yes in plain words and nothing else: `approve`, `LGTM`, `looks good, ship it`."""
    if len(body) > _LONGEST_YES:
        return False
    return _YES.fullmatch(_NO_WORDS.sub(" ", _cleaned(body)).strip().lower()) is not None


def may_hold_command(body: str, *, short: bool) -> bool:
    """Whether it is worth reading the comment at all; quick, and never wrong about a comment that holds a command."""
    text = _LEFT_BEHIND.sub("", body[:MAX_CHARACTERS])
    return (_ANY_SLASH if short else _OUR_SLASH).search(text) is not None


def may_be_for_us(body: str) -> bool:
    """Whether a fresh comment may hold a command or a yes in plain words, wherever it stands; most comments are talk."""
    return may_hold_command(body, short=True) or is_nod(body)


def _cleaned(body: str) -> str:
    text = body[:MAX_CHARACTERS]
    if len(body) > MAX_CHARACTERS and "\n" in text:
        text = text[: text.rindex("\n")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # The reader of Markdown fails on some texts that lack the line end, such as a quoted list with an open HTML comment.
    return _BLANKS.sub(" ", _LEFT_BEHIND.sub("", text)) + "\n"


def _blocks(source: str) -> Iterator[tuple[int, int, tuple[Token, ...]]]:
    """Each top-level paragraph that is plain speech: its rows, and its inline tokens outside every HTML element.

    Also the rows of each top-level list outside every HTML element, without tokens.
    """
    depth = 0
    references: dict[str, object] = {}
    try:
        blocks = _BLOCKS.parse(source, references)
    except IndexError:
        # What cannot be read as Markdown is nobody's command, and no comment may stop a run's work.
        return
    for before, token in pairwise((Token("start", "", 0), *blocks)):
        if token.type == "html_block":
            depth = _depth(depth, token.content)
        if token.type in _LISTS and token.level == 0 and token.map is not None and depth == 0:
            yield token.map[0], token.map[1], ()
        if (
            token.type != "inline"
            or before.type != "paragraph_open"
            or before.level != 0
            or before.map is None
        ):
            continue
        if len(_MARK.findall(token.content)) > MAX_MARKS:
            continue
        spoken: list[Token] = []
        for child in _INLINE.parseInline(token.content, references)[0].children or ():
            if child.type == "html_inline":
                depth = _depth(depth, child.content)
            spoken.append(child if depth == 0 else Token("hidden", "", 0, level=1))
        if not token.content.startswith(("$$", "[^")) and any(child.type != "hidden" for child in spoken):
            yield before.map[0], before.map[1], tuple(spoken)


def _depth(depth: int, html: str) -> int:
    if html.rfind("<!--") > html.rfind("-->"):
        # The comment's container ended before it did; a page hides all that follows.
        return depth + MAX_CHARACTERS
    for closing, name, closed in _HTML_TAG.findall(_HTML_COMMENT.sub("", html)):
        if _HTML_ELEMENTS.fullmatch(name.lower()) and not closed:
            depth = max(0, depth - 1) if closing else depth + 1
    return depth


def _in_paragraph(
    rows: list[str], *, offset: int, spoken: tuple[Token, ...], short: Collection[str]
) -> list[CommandLine]:
    heads = {index: head for index, row in enumerate(rows) if (head := _head(row, short))}
    # A slash can stand at column 0 inside a code span or a link that began on a line above. The inline tokens tell
    # how many lines truly begin with a command; where the two counts differ, none of them is believed.
    if len(heads) != sum(_head(text, short) is not None for text in _beginnings(spoken)):
        return []
    found: list[CommandLine] = []
    for index, row in enumerate(rows):
        head = heads.get(index)
        if head:
            verb, namespaced, rest = head
            found.append(CommandLine(offset + index + 1, verb, rest.translate(_TYPOGRAPHY), "", namespaced))
        elif found:
            more = f"{found[-1].more}\n{row.strip().translate(_TYPOGRAPHY)}".strip()
            found[-1] = replace(found[-1], more=more)
    return found


def _head(row: str, short: Collection[str]) -> tuple[str, bool, str] | None:
    """Verb, whether `/signalbox` stands before it, and the rest of the row."""
    if _BARE_NAME.match(row):
        return "help", True, ""
    match = _HEAD.match(row)
    if match is None:
        return None
    verb, namespaced = match["verb"].lower(), match["name"] is not None
    # `/refine: drop R-4` is a wish; what decides something is said without a colon.
    if match["colon"] and verb not in _LISTING:
        return None
    if not namespaced and verb in {"signalbox", "sb"}:
        word, _, rest = row[match.end() :].strip().partition(" ")
        return word[:40], True, rest.strip()
    if not namespaced and verb not in short and nearest(verb, short) is None:
        return None
    return verb, namespaced, row[match.end() :].strip()


def _beginnings(spoken: tuple[Token, ...]) -> Iterator[str]:
    """The text with which each line of a paragraph begins, where it begins with plain text at all."""
    at_start = True
    for token in spoken:
        if token.type == "text" and token.level == 0 and at_start:
            yield token.content
        at_start = token.type in {"softbreak", "hardbreak"}


def _is_code(rows: list[str]) -> bool:
    text = "\n".join(rows).strip()
    return len(text) > 2 and text.startswith("`") and text.endswith("`")
