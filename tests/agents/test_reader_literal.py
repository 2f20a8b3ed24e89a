"""What people type as code, addresses, paths and placeholders stands in the plan as they typed it; marks of Markdown do not."""

import pytest

from agents.builtin.reader import Findings, read
from agents.builtin.reader.text.inline import plain, plain_lines


def findings_of(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings)
    return outcome


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("`**/*.py` and `Map<String, User>`", "**/*.py and Map<String, User>"),
        ("Map<String, User> and List<T>, List<A>", "Map<String, User> and List<T>, List<A>"),
        ("`__init__.py` and __init__.py in **one** folder", "__init__.py and __init__.py in one folder"),
        ("snake_case_names, `snake_case`, a__b", "snake_case_names, snake_case, a__b"),
        ("2 * 3 * 4 and 2**3", "2 * 3 * 4 and 2**3"),
        ("*.csv, src/** and test/*", "*.csv, src/** and test/*"),
        (r"`C:\path\*` and C:\path\* here", r"C:\path\* and C:\path\* here"),
        ("a < b > c", "a < b > c"),
        (r"\*escaped\* and \_this\_", "*escaped* and _this_"),
        ("https://example.org/a_b__c/*d* or <https://example.org/x_y>", None),
        ("<anna@example.org> and <mailto:ben@example.org>", "anna@example.org and ben@example.org"),
        ("~/.config within ~10 ms or ~20 ms", "~/.config within ~10 ms or ~20 ms"),
        ("$HOME, {{mustache}} and $5 or $10", "$HOME, {{mustache}} and $5 or $10"),
        (r"$O(n \log n)$ with $a*b_i*c$", r"$O(n \log n)$ with $a*b_i*c$"),
        ("`~~old~~` without ~~that~~ words", "~~old~~ without words"),
        ("``a `tick` b`` and `[x](y)`", "a `tick` b and [x](y)"),
        ("--out=<file> for <first name>", "--out=<file> for <first name>"),
    ],
)
def test_what_is_typed_stays(typed: str, read_as: str | None) -> None:
    expected = read_as or "https://example.org/a_b__c/d or https://example.org/x_y"
    assert plain(f"Support {typed}") == f"Support {expected}"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Bold** and __bold__ and *slanted*", "Bold and bold and slanted"),
        ("**Title: **the words", "Title: the words"),
        ("Login** the user", "Login the user"),
        ("Login__ the user", "Login the user"),
        ("***both***", "both"),
        ("**`src/**`** and **src/**", "src/** and src/"),
        ("[`a*b`](https://example.org/x_y) and [b](c)", "a*b and b"),
        ("<b>bold</b><br/>new <span style='x'>line</span>", "bold new line"),
        ("<order id='3'>ship it</order>, <Order/>, <a:b>", "ship it , ,"),
        ("<order>ship it</order>", "ship it"),
        ("one `tick and a footnote[^1]", "one tick and a footnote"),
    ],
)
def test_marks_are_dropped(marked: str, words: str) -> None:
    assert plain(marked) == words


def test_marks_go_on_over_lines_and_every_line_keeps_its_place() -> None:
    lines = [
        "Support *long",
        "words* and `Map<String,",
        "User>` of [the",
        "book](https://",
        "example.org) here",
    ]
    assert plain_lines(lines) == ["Support long", "words and Map<String,", "User> of the", "book", "here"]


@pytest.mark.parametrize(
    "document",
    [
        "# Globber\n\n## Requirements\n\n- {}\n- Print a report\n",
        "# Globber\n\n## Requirements\n\n- FR-1: {}\n- **FR-2**: Print a report\n",
        "# Globber\n\n## Requirements\n\n1. Files\n   - {}\n   - Print a report\n",
        "# Globber\n\n## Requirements\n\n| ID | Requirement |\n|---|---|\n| F1 | {} |\n| F2 | Print a report |\n",
        "# Globber\n\nThe tool must do this. {} The tool must print a report.\n",
        "# Globber\n\n## Features\n\n### Search\n\n{}\n",
    ],
    ids=["entry", "id", "nested", "cell", "sentence", "paragraph"],
)
def test_code_reaches_the_plan_byte_for_byte(document: str) -> None:
    code = "`**/*.py`, `Map<String, User>`, `__main__.py`, `~~x~~` and `[a](b)`"
    text = f"The tool must find {code} in folders."
    found = findings_of(document.format(text)).of("functional")
    assert sum(code.replace("`", "") in each.text for each in found) == 1


def test_a_bar_in_a_cell_is_no_new_cell() -> None:
    text = "# T\n\n## Requirements\n\n| ID | Requirement |\n|---|---|\n| F1 | Read `a\\|b` and \\*.txt |\n"
    assert [each.text for each in findings_of(text).findings] == ["Read a|b and *.txt"]


def test_a_tag_alone_on_a_line_is_no_part_of_what_stands_beside_it() -> None:
    text = "<PRD>\n# T\n\n## Features\n\n- Print a report\n</PRD>\n<details>\n- Send a bill\n"
    assert [(each.text, each.lines) for each in findings_of(text).findings] == [
        ("Print a report", (6,)),
        ("Send a bill", (9,)),
    ]
