"""Renders GitHub Flavored Markdown as GitHub shows it: tables, task lists, alerts, references, diagrams.

https://github.github.com/gfm/
"""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from sandbox.pages.clean import cleaned
from sandbox.pages.place import Place

_TASK = re.compile(r"\[([ xX])\](?=\s)")
_TASK_LINE = re.compile(r"(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])(\]\s)")
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$", re.IGNORECASE)
_EMOJI = {
    "+1": "👍", "-1": "👎", "100": "💯", "bug": "🐛", "bulb": "💡", "checkered_flag": "🏁", "clock1": "🕐",
    "confused": "😕", "eyes": "👀", "fire": "🔥", "hammer": "🔨", "heart": "❤️", "hourglass": "⌛", "lock": "🔒",
    "memo": "📝", "package": "📦", "rocket": "🚀", "rotating_light": "🚨", "smile": "😄", "sparkles": "✨",
    "tada": "🎉", "warning": "⚠️", "wave": "👋", "white_check_mark": "✅", "wrench": "🔧", "x": "❌", "zap": "⚡",
}  # fmt: skip
_SHORTCODE = re.compile(r":([+-]?[a-z0-9_]+):")


@lru_cache(maxsize=256)  # An open page asks for the same long comments again and again.
def render(text: str | None, *, place: Place, can_tick: bool = False) -> Markup:
    """The text as safe HTML. In comments a line break is a break, in files it is a space, as on GitHub."""
    source = (text or "").replace("\r\n", "\n")
    reader = MarkdownIt("commonmark", {"html": True, "breaks": place.ref is None})
    reader.enable(["table", "strikethrough"])
    tokens = reader.parse(source)
    _mark_tasks(tokens)
    _mark_alerts(tokens)
    _name_headings(tokens)
    _draw_emoji(tokens)
    html = reader.renderer.render(tokens, reader.options, {})
    return Markup(cleaned(html, place=place, can_tick=can_tick))  # noqa: S704 - rebuilt from an allow-list by `cleaned`


def ticked(text: str, *, line: int) -> str | None:
    """The text with the task on that line (counted from 0) ticked or unticked; None when no task is there."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    match = _TASK_LINE.match(lines[line]) if line < len(lines) else None
    if match is None:
        return None
    before, mark, after = match.groups()
    lines[line] = f"{before}{'x' if mark == ' ' else ' '}{after}{lines[line][match.end() :]}"
    return newline.join(lines)


def progress(text: str | None) -> tuple[int, int]:
    """How many tasks a text has done, of how many."""
    marks = [match.group(2) for line in (text or "").splitlines() if (match := _TASK_LINE.match(line))]
    return sum(mark != " " for mark in marks), len(marks)


def _first_text(tokens: list[Token], at: int) -> Token | None:
    """The first run of text in the paragraph that opens right after the token at this place."""
    if at + 2 < len(tokens) and tokens[at + 1].type == "paragraph_open" and tokens[at + 2].type == "inline":
        children = tokens[at + 2].children or []
        return children[0] if children and children[0].type == "text" else None
    return None


def _mark_tasks(tokens: list[Token]) -> None:
    for at, token in enumerate(tokens):
        first = _first_text(tokens, at) if token.type == "list_item_open" else None
        match = _TASK.match(first.content + " ") if first is not None else None
        if first is not None and match is not None and token.map is not None:
            first.content = first.content[3:].lstrip()
            token.attrSet("data-task", f"{token.map[0]}{'' if match.group(1) == ' ' else 'x'}")


def _mark_alerts(tokens: list[Token]) -> None:
    for at, token in enumerate(tokens):
        first = _first_text(tokens, at) if token.type == "blockquote_open" else None
        match = _ALERT.match(first.content) if first is not None else None
        if match is not None:
            children = tokens[at + 2].children or []
            del children[:2]  # The marker and the line break after it.
            token.attrSet("data-alert", match.group(1).lower())


def _name_headings(tokens: list[Token]) -> None:
    taken: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            words = "".join(
                child.content
                for child in tokens[at + 1].children or []
                if child.type in {"text", "code_inline"}
            )
            slug = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")
            taken[slug] = taken.get(slug, -1) + 1
            token.attrSet("id", f"{slug}-{taken[slug]}" if taken[slug] else slug)


def _draw_emoji(tokens: list[Token]) -> None:
    for token in tokens:
        for child in token.children or []:
            if child.type == "text":
                child.content = _SHORTCODE.sub(lambda m: _EMOJI.get(m.group(1), m.group()), child.content)
