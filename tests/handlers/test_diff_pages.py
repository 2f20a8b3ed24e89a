"""Diffs that no comment holds: pages of their own, what changed since the version before, and what is too long to show."""

from dataclasses import replace

import pytest

from handlers.replies.diffs import MOST_PAGES, PAGE, page_body, pages, patchset_diff, since
from policies.patchset import Patchset
from policies.tree import Change
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers.scenes import said_of


def with_files(*sizes: int) -> Patchset:
    """A patchset of new files with so many characters each."""
    line = b"x = 1  # " + b"y" * 40 + b"\n"
    files = (Change(f"app/{n}.py", before=None, after=line * (size // 50)) for n, size in enumerate(sizes))
    return replace(a.patchset(), changes=tuple(files), reasons={})


def test_small_files_share_a_page() -> None:
    view = s.view(patchset=with_files(39_000, 20_000, 20_000, 20_000))
    assert [page.paths for page in pages(view)] == [("app/1.py", "app/2.py"), ("app/3.py",)]


def test_a_page_says_which_it_is_and_what_it_belongs_to() -> None:
    patchset = with_files(39_000, 20_000)
    (page,) = pages(s.view(patchset=patchset))
    body = page_body(patchset, 1, page, of=1)
    assert body.startswith("### PS-1, version 1: diff, page 1 of 1\n\nIt belongs to the comment below,")
    assert "`app/1.py`" in body
    assert body.count("+x = 1") == 400


@pytest.mark.parametrize(("pages_more", "told"), [(0, False), (2, True)])
def test_what_no_page_shows_is_said_before_anybody_approves(pages_more: int, *, told: bool) -> None:
    size = (MOST_PAGES - 1 + pages_more) * PAGE
    shown = patchset_diff(s.view(patchset=with_files(size)))
    assert ("**Too long to show:**" in str(shown)) is told


FIRST = a.patchset()
LONGER = replace(
    FIRST, version=2, changes=(replace(FIRST.changes[0], after=b"x = 1\n" * 4000), FIRST.changes[1])
)


@pytest.mark.parametrize(
    ("later", "says", "not_said"),
    [
        (replace(FIRST, version=2), "The files are those of version 1.", "```diff"),
        (replace(FIRST, version=2, base_sha="9" * 40), "- it stands on `9999999` now, no more on `4e1d2c0`", "```diff"),
        (LONGER, "- `app/accounts.py` changed", "```diff"),
        (a.second_patchset(), "```diff", "it stands on"),
    ],
    ids=["the same files", "another base", "a long change", "other lines"],
)  # fmt: skip
def test_what_changed_since_the_version_before_is_told_first(
    later: Patchset, says: str, not_said: str
) -> None:
    told = str(since(s.view(patchset=later, earlier_patchset=FIRST)))
    assert says in told
    assert not_said not in told


def test_red_while_others_are_at_work_says_when_the_second_try_is() -> None:
    red = s.RED[-1].model_copy(update={"look_at": "2026-11-21T10:50:00Z"})
    assert "When the others are done I ask for one more try" in said_of((*s.RED[:-1], red))
    assert "one more try" not in said_of(s.RED)
