"""Building Markdown from text nobody vouches for: what comes out shows the words and does nothing else.

No link, image, HTML, mention, cross-reference or closing keyword survives, no line begins as a command of ours or of
another bot, and characters that cannot be seen are spelled out. A backslash keeps Markdown from reading a mark;
mentions and references are found by GitHub in the rendered text, so those are broken with a zero-width space, as
Renovate does. https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
"""

import re
from collections.abc import Sequence

from policies.characters import visible

LINE = 300
TEXT = 4000

_ZERO_WIDTH = "&#8203;"
_BREAK = "\ue000"  # stands for the zero-width space until the escaping is done
_BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_ALL_BLANK = re.compile(r"\s+")
_EMOJI_STYLE = re.compile("\ufe0f")
_MARKS = re.compile(r"([\\`*_\[\]~|$^])")
# A line that begins like a block of Markdown or like somebody's command.
_LINE_START = re.compile(r"^([#+\-=:!/%.?]|[0-9]{1,9}(?=[.)]))")
_BOT_WORDS = re.compile(
    r"^(?=(?:bors|atlantis|homu|jenkins|jenkinsbot|digger|recheck|retest|reverify|lgtm|ok to test|add to whitelist|"
    r"test this|run tests?|r\+|r=|signalbox|sb|ci|azp|pr|terrateam|env0|pre-commit\.ci|bugbot|regate|bot_status|bot_skip|rebuild_merge)\b|"
    r"r\?|sweep:|I have read the CLA|(?:merge|rebase|rerun|rebuild|approve|deploy|build|shipit|ready_for_review|needs_info)\W*$)",
    re.IGNORECASE,
)
_REFERENCES = (
    re.compile(r"(?<=@)(?=[A-Za-z0-9_-])"),
    re.compile(r"(?<=#)(?=[0-9])"),
    re.compile(r"(?<=[Gg][Hh]-)(?=[0-9])"),
    re.compile(r"(?<=:)(?=//)"),
    re.compile(r"(?<=[Ww][Ww][Ww])(?=\.)"),
    re.compile(r"(?<=mailto)(?=:)", re.IGNORECASE),
    # A commit's id: seven to forty hexadecimal digits that are not simply a number or a word.
    re.compile(r"(?<=\b[0-9a-f])(?=(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{6,39}\b)"),
)
_LANGUAGE = re.compile(r"[a-z0-9+-]{0,20}")


def text(untrusted: str, *, limit: int = TEXT) -> str:
    """Several lines of somebody's words as one paragraph that keeps the line breaks."""
    rows = (_row(row) for row in _cut(untrusted, limit).splitlines())
    return "\n".join(row for row in rows if row)


def line(untrusted: str, *, limit: int = LINE) -> str:
    """Somebody's words in one line, for headings, list items and sentences."""
    return _row(_ALL_BLANK.sub(" ", _cut(untrusted, limit)))


def sentence(worded: str, *, limit: int = 1000) -> str:
    """A sentence that was worded by our own code around somebody's words: its `code` stays code, the rest only shows."""
    shown: list[str] = []
    for index, part in enumerate(re.split(r"`([^`]+)`", _ALL_BLANK.sub(" ", _cut(worded, limit)))):
        if index % 2:
            shown.append(code(part))
        elif part:
            before, after = part[0].isspace(), part[-1].isspace() and part.strip() != ""
            shown.append(f"{' ' * before}{_row(part, begins=index == 0)}{' ' * after}")
    return "".join(shown).strip()


def cell(untrusted: str, *, limit: int = LINE) -> str:
    """Somebody's words in one cell of a table; never empty, so that no cell looks forgotten."""
    return line(untrusted, limit=limit) or "—"


def code(untrusted: str, *, limit: int = LINE) -> str:
    """Somebody's words as inline code."""
    shown = visible(_ALL_BLANK.sub(" ", _cut(untrusted, limit))).strip() or " "
    ticks = "`" * (_longest_run(shown) + 1)
    pad = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}"


def cell_code(untrusted: str, *, limit: int = LINE) -> str:
    """Inline code for a cell of a table, where a bar must be escaped even in code."""
    return code(untrusted, limit=limit).replace("\\|", "|").replace("|", "\\|")


def fence(untrusted: str, language: str = "") -> str:
    """Somebody's lines as a code block that nothing in them can close.

    Other bots read comments without reading Markdown, and so do we where we look for our own hidden blocks; so where a
    line begins as a command or a comment of HTML, all lines are indented.
    """
    if not _LANGUAGE.fullmatch(language):
        raise ValueError(f"not the name of a language: {language!r}")
    shown = visible(untrusted.replace("\r\n", "\n")).rstrip("\n")
    rows = shown.split("\n")
    if any(
        re.match(r"/|@\w|!|\.(?:deploy|noop|lock|unlock)\b|<!--", row) or _BOT_WORDS.match(row)
        for row in rows
    ):
        rows = [f"  {row}" for row in rows]
    ticks = "`" * max(3, _longest_run(shown) + 1)
    return "\n".join([f"{ticks}{language}", *rows, ticks])


def plain(untrusted: str, *, limit: int = LINE) -> str:
    """Somebody's words for a place that is no Markdown, such as a title: one line, nothing hidden, nobody called."""
    shown = _plain(_ALL_BLANK.sub(" ", _cut(untrusted, limit - 20)))
    return shown.replace(_BREAK, "\u200b").strip()[:limit]


def unseen_marked(untrusted: str) -> str:
    """Somebody's words in one line with hidden characters spelled out and nothing escaped."""
    return visible(_ALL_BLANK.sub(" ", untrusted))


def is_action(command: str) -> bool:
    """Whether this is a command line of ours, safe to print for copying."""
    return re.fullmatch(r"/signalbox [a-zA-Z0-9 ,.…<>'/_-]+", command) is not None


def action(*commands: str) -> str:
    """The one block of commands to copy; each is ours and begins with `/signalbox `."""
    for command in commands:
        if not is_action(command):
            raise ValueError(f"not a command of ours: {command!r}")
    return "\n".join(["```text", *commands, "```"])


def details(summary: str, body: str) -> str:
    """A part that opens on a click: `summary` is anybody's text, `body` is Markdown that was made here."""
    title = _ALL_BLANK.sub(" ", _plain(_cut(summary, LINE))).strip()
    title = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<details><summary>{title.replace(_BREAK, _ZERO_WIDTH)}</summary>\n\n{body}\n\n</details>"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are Markdown already (see `cell` and `cell_code`)."""
    for row in rows:
        if len(row) != len(head):
            raise ValueError("a row of a table has as many cells as its head")
    return "\n".join([_joined(head), "|" + "---|" * len(head), *map(_joined, rows)])


def link(label: str, url: str) -> str:
    """A link whose target is ours: a page of this repository on GitHub."""
    if not re.fullmatch(r"https?://[A-Za-z0-9._:/#?=&%~-]+", url):
        return line(label)
    return f"[{line(label)}]({url})"


def listed(items: Sequence[str]) -> str:
    """A list of items that are Markdown already."""
    return "\n".join(f"- {item}" for item in items)


def _joined(cells: Sequence[str]) -> str:
    return "| " + " | ".join(part.replace("\n", " ") for part in cells) + " |"


def _cut(untrusted: str, limit: int) -> str:
    return untrusted if len(untrusted) <= limit else untrusted[: limit - 1].rstrip() + "…"


def _plain(untrusted: str) -> str:
    """The words with hidden characters spelled out and references broken, not yet escaped."""
    shown = visible(_EMOJI_STYLE.sub("", _BLANKS.sub(" ", untrusted)).replace(_BREAK, "�"))
    for reference in _REFERENCES:
        shown = reference.sub(_BREAK, shown)
    return shown


def _row(untrusted: str, *, begins: bool = True) -> str:
    shown = _plain(untrusted).strip()
    escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _MARKS.sub(r"\\\1", escaped)
    start = _LINE_START.match(escaped) if begins else None
    if start:
        mark = start[1]
        escaped = f"{mark}\\{escaped[len(mark) :]}" if mark.isdigit() else f"\\{escaped}"
    elif begins and _BOT_WORDS.match(escaped):
        escaped = _BREAK + escaped
    return escaped.replace(_BREAK, _ZERO_WIDTH)


def _longest_run(shown: str) -> int:
    return max((len(run) for run in re.findall(r"`+", shown)), default=0)
