"""Where a command counts and where it does not: a table of places, a table of look-alikes, and properties."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.commands import BY_VERB
from handlers.comments import MAX_COMMANDS, hidden, lines, may_be_for_us, may_hold_command

SHORT = tuple(BY_VERB)
YES = "/approve plan 4be0a7c1d922"

COUNTS = {
    "alone": YES,
    "after a line of prose": f"looks good\n{YES}",
    "before a line of prose": f"{YES}\nthanks all",
    "after a paragraph": f"Thank you.\n\n{YES}",
    "after a quote and an empty line": f"> is it fine?\n\n{YES}",
    "after a fence": f"```\ncode\n```\n{YES}",
    "after a list and an empty line, at column 0": f"- one\n- two\n\n{YES}",
    "after a heading": f"# Verdict\n{YES}",
    "after a rule": f"---\n{YES}",
    "after an HTML comment": f"<!-- note -->\n\n{YES}",
    "after two HTML comments in one line": f"<!-- a --> <!-- b -->\n\n{YES}",
    "after closed details": f"<details><summary>log</summary>\n\ntext\n\n</details>\n\n{YES}",
    "after a table and an empty line": f"| a |\n|---|\n| b |\n\n{YES}",
    "CRLF": f"Hello\r\n{YES}\r\n",
    "lone carriage returns": f"Hello\r{YES}\r",
    "blanks at the end": f"{YES}   ",
    "a tab between the words": "/approve\tplan 4be0a7c1d922",
    "an e-mail reply above its quote": f"{YES}\n\nOn Tue Mona wrote:\n\n> /reject no",
    "upper case verb": "/APPROVE plan 4be0a7c1d922",
    "the long spelling": "/signalbox approve plan 4be0a7c1d922",
    "the long spelling, capitalised": "/Signalbox Approve plan 4be0a7c1d922",
    "the middle spelling": "/sb approve plan 4be0a7c1d922",
    "a zero-width space before it": f"\u200b{YES}",
    "a zero-width joiner inside": "/app\u200drove plan 4be0a7c1d922",
    "a byte order mark before it": f"\ufeff{YES}",
    "no-break spaces between the words": "/approve\u00a0plan\u00a04be0a7c1d922",
    "a generic type in angle brackets before it": f"use List<String>\n\n{YES}",
    "after an unclosed image": f"![x\n\n{YES}",
    "after a closed inline element": f"<b>yes</b>\n{YES}",
}
DOES_NOT = {
    "one blank before it": f" {YES}",
    "three blanks before it": f"   {YES}",
    "indented code": f"    {YES}",
    "a tab before it": f"\t{YES}",
    "quoted": f"> {YES}",
    "quoted without a blank": f">{YES}",
    "quoted twice": f"> > {YES}",
    "lazily quoted": f"> I say\n{YES}",
    "quoted in an alert": f"> [!NOTE]\n> {YES}",
    "fenced": f"```\n{YES}\n```",
    "fenced with a language": f"```text\n{YES}\n```",
    "fenced with tildes": f"~~~\n{YES}\n~~~",
    "fenced with four": f"````\n```\n{YES}\n```\n````",
    "in a fence that never ends": f"```\n{YES}",
    "in a fence in a quote": f"> ```\n> {YES}\n> ```",
    "inline code": f"`{YES}`",
    "inline code of two ticks": f"``{YES}``",
    "inline code over lines": f"`a\n{YES}\nb`",
    "in a bullet": f"- {YES}",
    "in a bullet with a star": f"* {YES}",
    "in a bullet with a plus": f"+ {YES}",
    "numbered": f"1. {YES}",
    "numbered with a bracket": f"1) {YES}",
    "in a task": f"- [ ] {YES}",
    "lazily in a bullet": f"- I say\n{YES}",
    "the paragraph of a bullet": f"- one\n\n  {YES}",
    "a heading": f"# {YES}",
    "a heading of level six": f"###### {YES}",
    "underlined as a heading": f"{YES}\n===",
    "underlined as a small heading": f"{YES}\n---",
    "a row of a table": f"| a |\n|---|\n| {YES} |",
    "a row of a table without bars": f"a | b\n--|--\n{YES} | x",
    "the head of a table": f"{YES} | b\n--|--\nx | y",
    "an HTML comment": f"<!-- {YES} -->",
    "an HTML comment over lines": f"<!--\n{YES}\n-->",
    "an HTML comment that never ends": f"<!--\n\n{YES}",
    "an HTML comment that never ends behind one that does": f"<!-- a --> <!--\n\n{YES}",
    "an element that ends in an HTML comment that never does": f"<!-- a --> <!--\n\n</div>\n\n{YES}",
    "an HTML comment inside a paragraph": f"see <!--\n{YES}\n-->",
    "details": f"<details>\n\n{YES}\n\n</details>",
    "details with a summary": f"<details><summary>x</summary>\n\n{YES}\n\n</details>",
    "details that never end": f"<details>\n\n{YES}",
    "details in details": f"<details>\n\n<details>\n\na\n\n</details>\n\n{YES}\n\n</details>",
    "an HTML quote": f"<blockquote>\n\n{YES}\n\n</blockquote>",
    "an HTML paragraph": f"<p>\n{YES}\n</p>",
    "an HTML division": f"<div align=center>\n\n{YES}\n\n</div>",
    "preformatted": f"<pre>\n{YES}\n</pre>",
    "struck out in HTML": f"<del>\n{YES}\n</del>",
    "a keyboard element": f"<kbd>\n{YES}\n</kbd>",
    "an HTML list": f"<ul><li>\n\n{YES}\n\n</li></ul>",
    "emphasised": f"*{YES}*",
    "emphasised over lines": f"*see\n{YES}\nthere*",
    "bold over lines": f"**see\n{YES}\nthere**",
    "struck out": f"~~{YES}~~",
    "struck out over lines": f"~~see\n{YES}\nthere~~",
    "the text of a link": f"[{YES}](https://example.test)",
    "the text of a link over lines": f"[see\n{YES}\nthere](https://example.test)",
    "the text of an image over lines": f"![see\n{YES}\nthere](https://example.test/a.png)",
    "a link's target": "[x]:\n/approve",
    "a footnote": f"[^1]: as I said\n{YES}",
    "mathematics": f"$$\n{YES}\n$$",
    "in the middle of a sentence": f"please {YES}",
    "after a mention": f"@signalbox {YES}",
    "a quoted list that opens an HTML comment": "> - <!--\n> ",
    "a quoted list that opens an HTML comment, and a command": f"> - <!--\n>\n{YES}",
    "nothing at all": "",
    "only blanks": " \n \n",
}


@pytest.mark.parametrize("body", COUNTS.values(), ids=COUNTS.keys())
def test_a_command_in_a_plain_paragraph_counts(body: str) -> None:
    found = lines(body, short=SHORT)
    assert [(each.verb, each.args) for each in found] == [("approve", "plan 4be0a7c1d922")]
    assert may_be_for_us(body)


@pytest.mark.parametrize("body", DOES_NOT.values(), ids=DOES_NOT.keys())
def test_a_command_anywhere_else_does_not_count(body: str) -> None:
    assert lines(body, short=SHORT) == ()


LOOK_ALIKES = [
    "／approve plan 4be0a7c1d922",
    "∕approve plan 4be0a7c1d922",
    "⁄approve plan 4be0a7c1d922",
    "⧸approve plan 4be0a7c1d922",
    "\\approve plan 4be0a7c1d922",
    "//approve plan 4be0a7c1d922",
    "/ approve plan 4be0a7c1d922",
    "/\u00a0approve plan 4be0a7c1d922",
    "\u202e/approve plan 4be0a7c1d922",
    "/\u202eapprove plan 4be0a7c1d922",
    "/approve\u202e plan 4be0a7c1d922",
    "\u2066/approve\u2069 plan 4be0a7c1d922",
    "/\u0430pprove plan 4be0a7c1d922",
    "/\u0430\u0440\u0440rove plan 4be0a7c1d922",
    "/approv\u0435 plan 4be0a7c1d922",
    "/appro\u0475e plan 4be0a7c1d922",
    "/ａｐｐｒｏｖｅ plan 4be0a7c1d922",
    "/𝐚𝐩𝐩𝐫𝐨𝐯𝐞 plan 4be0a7c1d922",
    "/ⓐⓟⓟⓡⓞⓥⓔ plan 4be0a7c1d922",
    "/approve\u0301 plan 4be0a7c1d922",
    "/a\u0308pprove plan 4be0a7c1d922",
    "/ſtop now",
    "/approve-not plan 4be0a7c1d922",
    "/approves-all plan 4be0a7c1d922",
    "/approve.",
    "/approve!",
    "/approve,",
    "/approve:",
    "/approve: plan 4be0a7c1d922",
    "/approve/plan 4be0a7c1d922",
    "/approve_plan 4be0a7c1d922",
    "/approve=plan",
    "/approve(plan)",
    "/approve?",
    "/approveplan",
    "/disapprove-of plan 4be0a7c1d922",
    "/unapproved-by plan 4be0a7c1d922",
    "/lgtm",
    "/hold",
    "/assign @mona",
    "/merge",
    "/deploy prod",
    "/etc/passwd is bad",
    "/etc is where it goes",
    "/usr/bin/approve",
    "/home",
    "/1",
    "/",
    "/-",
    "/code",
    "/details",
    "/table",
    "/template x",
    "/saved-replies",
    "signalbox approve plan 4be0a7c1d922",
    "@signalbox approve plan 4be0a7c1d922",
    "approve plan 4be0a7c1d922",
    "!approve plan 4be0a7c1d922",
    ".approve plan 4be0a7c1d922",
    "looks good, ship it",
    "yes",
    "👍",
    "LGTM, approve",
]


@pytest.mark.parametrize("body", LOOK_ALIKES)
def test_what_only_looks_like_a_command_is_none(body: str) -> None:
    assert lines(body, short=SHORT) == ()


@pytest.mark.parametrize("line", ["/refine: drop R-4", "/sb refine: drop R-4", "/answer: 2 Germany"])
def test_a_wish_and_an_answer_may_have_a_colon_behind_the_verb(line: str) -> None:
    (found,) = lines(line, short=SHORT)
    assert found.args == line.partition(": ")[2]


def test_short_forms_count_only_where_they_are_switched_on() -> None:
    assert lines(YES) == ()
    assert [each.verb for each in lines("/signalbox approve x")] == ["approve"]


@pytest.mark.parametrize("body", ["/signalbox help", "/Signalbox help", "/sb help", "/signal\u200dbox help"])
def test_our_name_is_worth_reading_where_short_forms_are_not(body: str) -> None:
    assert may_hold_command(body, short=False)
    assert not may_hold_command("/help", short=False)


def test_free_text_runs_to_the_end_of_its_paragraph() -> None:
    (refine, pause) = lines(
        "/refine split the worker\nand keep one queue\n/etc is fine too\n\n/pause", short=SHORT
    )
    assert (refine.args, refine.more) == ("split the worker", "and keep one queue\n/etc is fine too")
    assert (pause.verb, pause.more, pause.line) == ("pause", "", 5)


def test_typographic_marks_are_read_as_what_was_typed() -> None:
    assert (
        lines("/refine use “Postgres” — not ‘Mongo’", short=SHORT)[0].args
        == "use \"Postgres\" -- not 'Mongo'"
    )


def test_a_slip_of_the_finger_is_still_meant_for_us() -> None:
    assert [each.verb for each in lines("/aprove x\n\n/approev y\n\n/stauts", short=SHORT)] == [
        "aprove",
        "approev",
        "stauts",
    ]


def test_the_name_alone_asks_for_help() -> None:
    assert [(each.verb, each.namespaced) for each in lines("/signalbox")] == [("help", True)]


@pytest.mark.parametrize("body", ["/signalbox аpprove plan", "/signalbox approve.", "/signalbox 12"])
def test_what_follows_our_name_is_never_passed_over(body: str) -> None:
    (line,) = lines(body)
    assert line.verb not in BY_VERB


def test_one_line_too_many_is_given_so_that_it_can_be_told() -> None:
    assert len(lines("/status\n" * 30, short=SHORT)) == MAX_COMMANDS + 1


def test_a_comment_longer_than_we_read_is_cut_at_a_line() -> None:
    body = "/status\n" + "x" * 16_370 + "\n/approve plan 4be0a7c1d922"
    assert [each.verb for each in lines(body, short=SHORT)] == ["status"]


@pytest.mark.parametrize("mark", ["[", "*a ", "_*", "<", "`a ", "~~a", "![", "<!"])
def test_a_paragraph_of_nothing_but_marks_holds_no_command(mark: str) -> None:
    found = lines(f"{mark * 1_500}\n/approve\n\n/status", short=SHORT)
    assert [each.verb for each in found] == ["status"]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_reading_never_raises(body: str) -> None:
    lines(body, short=SHORT)
    hidden(body, short=SHORT)


_MARKUP = st.lists(
    st.sampled_from(["/approve plan 4be0a7c1d922", "> ", "```", "~~~", "\n", "\n\n", "    ", "- ", "`", "<details>",
                     "</details>", "<!--", "-->", "| a |\n|---|\n", "*", "[", "](x)", "# ", "text ", "\r", "<b>"]),
    max_size=14,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(_MARKUP)
def test_a_found_command_begins_a_line_of_the_comment(body: str) -> None:
    rows = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in lines(body, short=SHORT):
        assert rows[each.line - 1].startswith("/approve")


@settings(deadline=None)
@given(_MARKUP, st.sampled_from(["> ", "    "]))
def test_quoted_or_indented_never_counts(body: str, before: str) -> None:
    rows = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert lines("\n".join(before + row for row in rows), short=SHORT) == ()


@settings(deadline=None)
@given(_MARKUP)
def test_fenced_never_counts(body: str) -> None:
    assert lines(f"`````\n{body}\n`````", short=SHORT) == ()
    assert lines(f"~~~~~\n{body}\n~~~~~", short=SHORT) == ()


@settings(deadline=None)
@given(_MARKUP)
def test_what_counts_is_worth_reading(body: str) -> None:
    if lines(body, short=SHORT):
        assert may_be_for_us(body)
