"""The lines of a patchset in comments: as many whole files as fit into the one that asks, and the others on pages of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies.counting import count
from policies.patchset import Patchset
from policies.tree import Change, diff

# GitHub takes 65,536 characters for a comment; the stored proposal and the record travel in the asking one if they can.
SHOWN = 40_000
PAGE = 55_000
MOST_PAGES = 12
# What changed between two versions has the room of a part of the asking comment.
SINCE = 12_000
NAMED = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of the diff for a comment of its own, and the files in it."""

    text: str
    paths: tuple[str, ...]


def patchset_diff(view: View) -> str | None:
    """Whole files only, as many as fit; the pages with the others are linked, because nobody should approve unseen lines."""
    if view.patchset is None:
        return None
    shown, rest = _divided(view)
    block = (
        m.details(
            f"Diff ({count(len(shown), 'file')})", m.fence("".join(diff((each,)) for each in shown), "diff")
        )
        if shown
        else None
    )
    if not rest:
        return block
    return w.blocks(block, m.listed(_linked(view.patchset, view)), _beyond(rest))


def pages(view: View) -> tuple[Page, ...]:
    """The rest of the diff, in the order of its files; a file that is longer than a page goes on on the next one."""
    _, rest = _divided(view)
    made: list[Page] = []
    for change in rest:
        for piece in _pieces(diff((change,))):
            last = made[-1] if made else None
            if last is not None and len(last.text) + len(piece) <= PAGE:
                made[-1] = Page(last.text + piece, tuple(dict.fromkeys((*last.paths, change.path))))
            else:
                made.append(Page(piece, (change.path,)))
    return tuple(made[:MOST_PAGES])


def page_body(patchset: Patchset, number: int, page: Page, *, of: int) -> str:
    """What the comment with one page says."""
    head = f"### {patchset.number}, version {patchset.version}: diff, page {number} of {of}"
    words = f"It belongs to the comment below, which says how to approve it. {_named(page.paths)}"
    return w.blocks(head, words, m.details("Diff", m.fence(page.text, "diff")))


def page_name(patchset: Patchset, number: int) -> str:
    """Under which a view holds the address of a page."""
    return f"{patchset.number} v{patchset.version} page {number}"


def since(view: View) -> str | None:
    """What changed from the version before to this one: which files, and line by line what they shall hold."""
    old, new = view.earlier_patchset, view.patchset
    if old is None or new is None:
        return None
    before = {change.path: change for change in old.changes}
    after = {change.path: change for change in new.changes}
    lines = [f"{m.code(path)} is now part of it" for path in after if path not in before]
    lines += [f"{m.code(path)} is left alone now" for path in before if path not in after]
    both = [path for path in after if path in before and _differ(before[path], after[path])]
    lines += [f"{m.code(path)} changed" for path in both]
    title = f"What changed since version {old.version}"
    if old.base_sha != new.base_sha:
        lines.append(f"it stands on {m.code(new.base_sha[:7])} now, no more on {m.code(old.base_sha[:7])}")
    if not lines:
        return f"The files are those of version {old.version}."
    moves = [Change(path, before[path].after, after[path].after, after[path].mode) for path in both]
    moved = "".join(diff((each,)) for each in moves)
    if moved and len(moved) <= SINCE:
        return m.details(title, w.blocks(m.listed(lines), m.fence(moved, "diff")))
    return m.details(title, m.listed(lines))


def _differ(old: Change, new: Change) -> bool:
    return (old.after, old.mode) != (new.after, new.mode)


def _divided(view: View) -> tuple[list[Change], list[Change]]:
    """The files that are shown at once, beside what changed since the version before, and the others."""
    shown: list[Change] = []
    rest: list[Change] = []
    room = SHOWN - len(since(view) or "")
    for change in view.patchset.changes if view.patchset is not None else ():
        size = len(diff((change,)))
        (shown if size <= room else rest).append(change)
        room -= size if size <= room else 0
    return shown, rest


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that fit a page, cut between lines; a line that is longer than a page is cut off."""
    piece = ""
    for line in text.splitlines(keepends=True):
        short = line if len(line) <= PAGE else f"{line[: PAGE - 40]} … (the line goes on)\n"
        if len(piece) + len(short) > PAGE:
            yield piece
            piece = ""
        piece += short
    yield piece


def _linked(patchset: Patchset, view: View) -> list[str]:
    """A line for each page, with its address where it is known."""
    made = pages(view)
    lines = []
    for number, page in enumerate(made, start=1):
        name = f"Diff, page {number} of {len(made)}"
        url = view.links.get(page_name(patchset, number), "")
        lines.append(f"{m.link(name, url) if url else name}: {_named(page.paths)}")
    return lines


def _beyond(rest: Sequence[Change]) -> str | None:
    """What no page shows, so that nobody approves what they think they saw."""
    size = sum(len(diff((change,))) for change in rest)
    if size <= MOST_PAGES * PAGE:
        return None
    return (
        f"**Too long to show:** {size} characters are more than {MOST_PAGES} pages hold. Ask for smaller steps with "
        "`/refine` before you approve."
    )


def _named(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    return ", ".join(m.code(path) for path in paths[:NAMED]) + more
