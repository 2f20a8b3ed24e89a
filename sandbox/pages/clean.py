"""Rebuilds HTML from its tokens with only what GitHub keeps, so nothing a person writes can act in a page.

What is not on the list is not copied: no script, no style, no event attribute, no image from elsewhere.
The list follows https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb
"""

import posixpath
import re
import urllib.parse
from html import escape
from html.parser import HTMLParser

from sandbox.pages.fences import fence
from sandbox.pages.place import Place
from sandbox.pages.references import linked, short_name

_KEPT = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "b",
        "i",
        "strong",
        "em",
        "a",
        "code",
        "img",
        "tt",
        "div",
        "ins",
        "del",
        "sup",
        "sub",
        "p",
        "ol",
        "ul",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "kbd",
        "q",
        "samp",
        "var",
        "hr",
        "li",
        "tr",
        "td",
        "th",
        "s",
        "strike",
        "summary",
        "details",
        "caption",
        "figure",
        "figcaption",
        "abbr",
        "small",
        "mark",
        "span",
        "center",
    ]
)
_VOID = frozenset({"br", "hr", "img"})
_SILENT = frozenset({"script", "style"})
_ATTRIBUTES = {
    "ol": ("start", "reversed"),
    "td": ("align", "colspan", "rowspan"),
    "th": ("align", "colspan", "rowspan"),
    "div": ("align",),
    "p": ("align",),
    "abbr": ("title",),
    "details": ("open",),
}
_NO_LINKS = frozenset({"a", "code", "kbd", "samp", "tt"})
_LINK_SCHEMES = frozenset({"http", "https", "mailto"})
_ALIGNED = re.compile(r"text-align:\s*(left|center|right)")
_ALERTS = ("note", "tip", "important", "warning", "caution")


def cleaned(html: str, *, place: Place, can_tick: bool = False) -> str:
    """The safe HTML, balanced, with references linked and fences drawn; boxes can be ticked when `can_tick`."""
    cleaner = _Cleaner(place, can_tick=can_tick)
    cleaner.feed(html)
    cleaner.close()
    return cleaner.finished()


class _Cleaner(HTMLParser):
    def __init__(self, place: Place, *, can_tick: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._place = place
        self._can_tick = can_tick
        self._out: list[str] = []
        self._open: list[str] = []
        self._silent = 0
        self._fence: list[str] | None = None
        self._language = ""

    def finished(self) -> str:
        """What was built, with everything closed."""
        self._end_fence()
        while self._open:
            self._out.append(f"</{self._open.pop()}>")
        return "".join(self._out)

    def parse_html_declaration(self, i: int) -> int:
        """Skips a marked section, which HTML does not have and which the parser of the library stumbles over."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag in _SILENT:
            self._silent += 1
        elif self._silent:
            return
        elif self._fence is not None:
            if tag == "code":
                self._language = given.get("class", "").removeprefix("language-").lower()
        elif tag == "pre":
            self._fence, self._language = [], given.get("lang", "").lower()
        elif tag == "img":
            self._image(given)
        elif tag in _KEPT:
            self._start(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag not in _KEPT:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif self._fence is not None:
            if tag == "pre":
                self._end_fence()
        elif tag in self._open and not self._silent:
            while self._open[-1] != tag:
                self._out.append(f"</{self._open.pop()}>")
            self._out.append(f"</{self._open.pop()}>")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._fence is not None:
            self._fence.append(data)
        elif _NO_LINKS & set(self._open):
            self._out.append(escape(self._shortened(data)))
        else:
            self._out.append(linked(data, place=self._place))

    def _shortened(self, data: str) -> str:
        """The text of a link; an address that is its own text reads like a reference."""
        if self._open[-1] != "a":
            return data
        return short_name(data, place=self._place) or data

    def _end_fence(self) -> None:
        if self._fence is not None:
            self._out.append(
                fence("".join(self._fence), language=self._language.split()[0] if self._language else "")
            )
            self._fence = None

    def _start(self, tag: str, given: dict[str, str]) -> None:
        kept = {name: given[name] for name in _ATTRIBUTES.get(tag, ()) if name in given}
        aligned = _ALIGNED.search(given.get("style", "")) if tag in {"td", "th"} else None
        if aligned:
            kept["align"] = aligned.group(1)
        if tag == "a":
            kept = self._link(given)
        if tag[0] == "h" and tag[1:].isdigit() and given.get("id"):
            kept["id"] = "user-content-" + given["id"]
        alert = given.get("data-alert", "")
        if tag == "blockquote" and alert in _ALERTS:
            kept["class"] = f"alert alert-{alert}"
        task = given.get("data-task", "") if tag == "li" else ""
        if task:
            kept["class"] = "task"
        self._out.append(f"<{tag}{_attributes(kept)}>")
        if tag not in _VOID:
            self._open.append(tag)
        if "class" in kept and tag == "blockquote":
            self._out.append(f'<p class="alert-title">{alert.capitalize()}</p>')
        if task:
            self._box(task)

    def _box(self, task: str) -> None:
        """A task's box; `task` is its line in the source and x when it is done, as in `12x`."""
        line, done = task.removesuffix("x"), " checked" if task.endswith("x") else ""
        free = "" if self._can_tick and line.isascii() and line.isdecimal() else " disabled"
        number = line if line.isascii() and line.isdecimal() else "0"
        self._out.append(f'<input type="checkbox" data-line="{number}"{done}{free}> ')

    def _link(self, given: dict[str, str]) -> dict[str, str]:
        href = self._address(given.get("href", ""), files="blob")
        kept = {"href": href, "rel": "nofollow"} if href else {}
        return kept | ({"title": given["title"]} if "title" in given else {})

    def _image(self, given: dict[str, str]) -> None:
        source = self._address(given.get("src", ""), files="raw")
        said = given.get("alt") or "image"
        if source and source.startswith("/") and not source.startswith("//"):
            sizes = {name: given[name] for name in ("width", "height") if given.get(name, "").isdecimal()}
            self._out.append(f"<img{_attributes({'src': source, 'alt': said, **sizes})}>")
        elif source and "a" not in self._open:
            link = _attributes({"href": source, "rel": "nofollow", "class": "elsewhere"})
            self._out.append(f"<a{link}>{escape(said)}</a>")
        else:
            self._out.append(f'<span class="elsewhere">{escape(said)}</span>')

    def _address(self, written: str, *, files: str) -> str | None:
        """Where a link leads, or None when it leads nowhere a link may."""
        address = "".join(character for character in written.strip() if character > " ")
        try:
            parts = urllib.parse.urlsplit(address)
        except ValueError:
            return None
        scheme, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
        if "\\" in address or (colon and scheme.lower() not in _LINK_SCHEMES):
            return None
        if colon or address.startswith(("//", "/", "?")) or not address:
            return address or None
        if address.startswith("#"):
            return address
        place = self._place
        if place.ref is None:
            return address
        path = posixpath.normpath(posixpath.join("/", place.folder, parts.path)).lstrip("/")
        anchor = f"#user-content-{parts.fragment}" if parts.fragment else ""
        return f"/{place.owner}/{place.repo}/{files}/{place.ref}/{path}{anchor}"


def _attributes(kept: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
