"""Markdown as GitHub shows it: references, task lists, alerts, tables, diffs."""

import pytest

from sandbox.pages.markdown import progress, render, ticked
from tests.sandbox.pages.places import COMMENT, FILE, SHA

SEVEN = '<a href="/acme/shop/issues/7">{}</a>'
COMMIT = f'<a class="sha" href="/acme/shop/commit/{SHA}"><code>1c9e04b</code></a>'

REFERENCES = {
    "an issue that is not there": ("see #99", "see #99"),
    "a person who is not there": ("@nobody", "@nobody"),
    "a commit that is not there": ("deadbeef1", "deadbeef1"),
    "inside code": ("`#7 @mona`", "<code>#7 @mona</code>"),
    "inside a link": ("[#7 @mona](/x)", '<a href="/x" rel="nofollow">#7 @mona</a>'),
    "an e-mail address": ("me@mona", "me@mona"),
    "part of a word": ("a#7b and ab1c9e04b7", "a#7b and ab1c9e04b7"),
    "a heading's number": ("#7th", "#7th"),
    "a word of hexadecimal letters": ("defaced", "defaced"),
    "an issue": ("see #7.", f"see {SEVEN.format('#7')}."),
    "an issue in brackets": ("(#7)", f"({SEVEN.format('#7')})"),
    "an issue by GH-": ("GH-7", SEVEN.format("GH-7")),
    "an issue of a named repository": ("acme/shop#7", SEVEN.format("acme/shop#7")),
    "a person": ("thanks @mona!", 'thanks <a class="mention" href="/mona">@mona</a>!'),
    "a team": ("@acme/data", '<a class="mention" href="/acme">@acme/data</a>'),
    "a short sha": ("in 1c9e04b7aa31", f"in {COMMIT}"),
    "a bare address": (
        "at https://example.test/a(b).",
        'at <a href="https://example.test/a(b)" rel="nofollow">https://example.test/a(b)</a>.',
    ),
    "the address of an issue here": (
        "http://127.0.0.1:9/acme/shop/issues/7#issuecomment-3",
        '<a href="http://127.0.0.1:9/acme/shop/issues/7#issuecomment-3" rel="nofollow">#7 (comment)</a>',
    ),
    "the address of an issue elsewhere": (
        "http://127.0.0.1:9/acme/api/pull/2",
        '<a href="http://127.0.0.1:9/acme/api/pull/2" rel="nofollow">acme/api#2</a>',
    ),
    "emoji by name": (":tada: :nonsense:", "🎉 :nonsense:"),
}


@pytest.mark.parametrize(("written", "shown"), REFERENCES.values(), ids=REFERENCES.keys())
def test_only_what_exists_becomes_a_link(written: str, shown: str) -> None:
    assert render(written, place=COMMENT) == f"<p>{shown}</p>\n"


def test_a_table_keeps_its_alignment() -> None:
    html = render("| a | b |\n|---|--:|\n| 1 | 2 |\n", place=COMMENT)
    assert '<th align="right">b</th>' in html
    assert '<td align="right">2</td>' in html


def test_a_line_break_is_a_break_in_a_comment_and_a_space_in_a_file() -> None:
    assert render("a\nb", place=COMMENT) == "<p>a<br>\nb</p>\n"
    assert render("a\nb", place=FILE) == "<p>a\nb</p>\n"


LINKS = {
    "beside": ("[x](b.md)", "/acme/shop/blob/main/docs/b.md"),
    "above": ("[x](../README.md)", "/acme/shop/blob/main/README.md"),
    "above the top": ("[x](../../../etc/passwd)", "/acme/shop/blob/main/etc/passwd"),
    "in the page": ("[x](#why)", "#why"),
    "absolute": ("[x](/acme)", "/acme"),
}


@pytest.mark.parametrize(("written", "href"), LINKS.values(), ids=LINKS.keys())
def test_links_in_a_file_lead_to_files(written: str, href: str) -> None:
    assert f'<a href="{href}" rel="nofollow">x</a>' in render(written, place=FILE)


def test_an_alert_has_its_title_and_loses_its_marker() -> None:
    html = render("> [!WARNING]\n> Mind the gap.", place=COMMENT)
    assert html == (
        '<blockquote class="alert alert-warning"><p class="alert-title">Warning</p>\n'
        "<p>Mind the gap.</p>\n</blockquote>\n"
    )


def test_a_quote_with_an_unknown_marker_stays_a_quote() -> None:
    assert render("> [!SHOUT]\n> x", place=COMMENT).startswith("<blockquote>\n")


def test_a_diff_is_coloured_line_by_line() -> None:
    html = render("```diff\n--- a/x\n@@ -1 +1 @@\n-old\n+new\n same\n```", place=COMMENT)
    kinds = [part.split('"')[0] for part in html.split('class="d-')[1:]]
    assert kinds == ["file", "hunk", "gone", "added", "same"]


TASKS = """Tick one:

- [ ] <!-- sb:q1=a --> **Members only** (default)
- [x] Support too
- not a task
- [y] nor this
"""


def test_tasks_become_boxes_that_know_their_line() -> None:
    html = render(TASKS, place=COMMENT, can_tick=True)
    assert '<li class="task"><input type="checkbox" data-line="2">' in html
    assert '<li class="task"><input type="checkbox" data-line="3" checked>' in html
    assert html.count("<input") == 2


def test_boxes_that_nobody_may_tick_are_disabled() -> None:
    assert render("- [ ] a", place=COMMENT).count(" disabled>") == 1


def test_a_forged_box_is_not_copied() -> None:
    assert "<input" not in render('<input type="checkbox" data-line="0">', place=COMMENT, can_tick=True)


TICKS = {
    "no such line": ("- [ ] a", 5, None),
    "no task on the line": ("a\n- b", 1, None),
    "a box in a sentence": ("see [ ] here", 0, None),
    "ticks": ("a\n- [ ] b\n", 1, "a\n- [x] b\n"),
    "unticks": ("1. [X] b", 0, "1. [ ] b"),
    "keeps windows line ends": ("a\r\n* [ ] b\r\n", 1, "a\r\n* [x] b\r\n"),
    "in a quote": ("> - [ ] b", 0, "> - [x] b"),
    "keeps what follows": ("- [ ] <!-- sb:q1=a --> b", 0, "- [x] <!-- sb:q1=a --> b"),
}


@pytest.mark.parametrize(("text", "line", "after"), TICKS.values(), ids=TICKS.keys())
def test_ticking_changes_one_mark_or_nothing(text: str, line: int, after: str | None) -> None:
    assert ticked(text, line=line) == after


def test_progress_counts_tasks() -> None:
    assert progress(TASKS) == (1, 2)
    assert progress(None) == (0, 0)


def test_a_diagram_is_drawn_and_what_cannot_be_drawn_is_shown_as_text() -> None:
    assert '<div class="diagram"><svg class="mermaid"' in render(
        "```mermaid\nflowchart LR\na --> b\n```", place=COMMENT
    )
    sequence = render("```mermaid\nsequenceDiagram\na->>b: hi\n```", place=COMMENT)
    assert "<svg" not in sequence
    assert "sequenceDiagram\na-&gt;&gt;b: hi" in sequence
